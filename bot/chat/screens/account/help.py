"""Bantuan and the answers to what is no answer: greetings, questions, and what we do not know."""

from bot.chat.family import Done, Shown
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.screens.account import routes as to
from bot.chat.screens.account.menu import continue_button, evaluation_button
from bot.chat.screens.account.routes import Hits, ShortAnswer
from bot.chat.screens.steps.routes import STEPS_LIST, STEPS_PAGE
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.search import Hit
from bot.content.texts import Html
from bot.domain.programme.programme import Section, Step, Task

QUESTION_KEPT = 200
"""How much of a question is looked at; longer texts are stories, not questions."""


def show_main(s: TurnContext) -> Screen:
    """Draw the help that fits one screen."""
    text = s.say("help")
    if s.world.operator:
        text += "\n\n" + s.say("operator", operator=s.world.operator)
    return Screen(
        text,
        rows(
            (
                s.button("menu", "steps", STEPS_LIST()),
                s.button("settings", "privacy", to.PRIVACY_MAIN()),
            ),
            s.menu_button(),
        ),
    )


def show_found(s: TurnContext, at: Hits) -> Screen:
    """Draw the places that answer a question."""
    found = [hit for arg in at.hits if (hit := _hit(s, arg))]
    buttons = [_hit_button(s, *hit) for hit in found]
    lines = [
        s.say("found-place", number=step.number, label=step.label, section=part.title)
        for step, part in found
    ]
    evaluating = evaluation_button(s) if s.person.may_be_stored else None
    text = "\n\n".join((s.say("found", count=len(buttons)), "\n".join(lines)))
    return Screen(text.rstrip(), rows(*buttons, evaluating, s.menu_button()))


def show_answer(s: TurnContext, at: ShortAnswer) -> Screen:
    """Draw a short answer with the part of a step that says more."""
    answer = s.world.search.answers.of(at.id)
    if answer is None:
        return show_unknown(s, Hits())
    evaluating = evaluation_button(s) if s.person.may_be_stored else None
    more = _hit(s, f"{answer.step}.{answer.section}")
    text = s.say("answer", title=Html(answer.title), words=Html(answer.html))
    return Screen(text, rows(_hit_button(s, *more) if more else None, evaluating, s.menu_button()))


def show_unknown(s: TurnContext, at: Hits) -> Screen:
    """Draw the kind answer to words we do not understand, with the ways on.

    Of what they may be about, the nearest places are shown.
    """
    near = [_hit_button(s, *hit) for arg in at.hits if (hit := _hit(s, arg))]
    evaluating = evaluation_button(s) if s.person.may_be_stored else None
    text = s.say("unknown-near" if near else "unknown")
    if evaluating:
        text += "\n\n" + s.say("unknown-evaluating")
    return Screen(
        text,
        rows(
            *near,
            evaluating,
            continue_button(s) if s.person.may_be_stored else None,
            (s.button("menu", "steps", STEPS_LIST()), s.button("menu", "help", to.HELP_MAIN())),
            s.menu_button(),
        ),
    )


def _hit(s: TurnContext, arg: str) -> tuple[Step, Section | Task] | None:
    slug, _, rest = arg.partition(".")
    kind, _, wanted = rest.partition(".")
    step = s.programme.step(slug)
    if step is None:
        return None
    section = next((sec for sec in step.sections.values() if sec.kind == kind), None)
    task = next((task for task in step.tasks if task.slug == wanted), None)
    part = task if section and task else section
    return (step, part) if part else None


def _arg(hit: Hit) -> str:
    return f"{hit.step}.{hit.section}" + (f".{hit.task}" if hit.task else "")


def _hit_button(s: TurnContext, step: Step, part: Section | Task) -> Button:
    page = step.task_page(s.person.level, part) if isinstance(part, Task) else part.kind
    data = STEPS_PAGE(step.slug, page)
    return s.button("found", "place", data, number=step.number, section=part.title)


def hit_buttons(s: TurnContext, question: str) -> tuple[Button, ...]:
    """Return the ways to the places that answer a question, best first."""
    hits = s.world.search.find(question[:QUESTION_KEPT])
    found = (_hit(s, _arg(hit)) for hit in hits)
    return tuple(_hit_button(s, *place) for place in found if place)


def look_up(s: TurnContext, question: str) -> Answer:
    """Find the short answer to a question, else its places in the steps; else say it kindly."""
    if answer := s.world.search.answers.find(question[:QUESTION_KEPT]):
        return s.go(to.HELP_ANSWER(answer.id))
    hits: tuple[Hit, ...] = s.world.search.find(question[:QUESTION_KEPT])
    if not hits:
        nearest = s.world.search.nearest(question[:QUESTION_KEPT])
        return s.go(to.HELP_UNKNOWN(tuple(map(_arg, nearest))))
    return s.go(to.HELP_FOUND(tuple(map(_arg, hits))))


def open_help(s: TurnContext) -> Answer:
    """Go to the help."""
    return s.go(to.HELP_MAIN())


SHOWS: tuple[Shown, ...] = (
    shown(to.HELP_MAIN, show_main),
    shown(to.HELP_FOUND, show_found),
    shown(to.HELP_ANSWER, show_answer, otherwise=show_main),
    shown(to.HELP_UNKNOWN, show_unknown),
)
VERBS: tuple[Done, ...] = (done(to.HELP_MAIN, open_help),)
