"""Bantuan and answers to what she asks: a short answer, lines of a step, or what is near, with ways on.

A place keeps ids and places only, never her question. Must not look for anything itself; the search does.
"""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.routes import button_to
from bot.chat.screens import used_up
from bot.chat.screens.account import routes as to
from bot.chat.screens.account.menu import continue_button, evaluation_button
from bot.chat.screens.account.routes import Hits, OfShortAnswer
from bot.chat.screens.steps.routes import STEPS_LIST, STEPS_PAGE
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.answers import ShortAnswer
from bot.content.asking.passages import Hit
from bot.content.search import MOST_WAYS, quote
from bot.content.texts import Html
from bot.domain.programme.programme import Section, Step, Task

_MARK = "~"
"""Stands between a place in the steps and where its quoted lines begin: ``evaluasi.makna~1.0``."""


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


def show_answer(s: TurnContext, at: OfShortAnswer) -> Screen:
    """Draw a short answer with the part of a step that says more, and other ways on."""
    answer = s.world.search.answers.of(at.id)
    if answer is None:
        return show_unknown(s, Hits())
    evaluating = evaluation_button(s) if s.person.may_be_stored else None
    ways = _ways(s, (f"{answer.step}.{answer.section}", *at.ways))
    text = s.say("answer", title=Html(answer.title), words=Html(answer.html))
    return Screen(text, rows(*ways, evaluating, s.menu_button()))


def show_found(s: TurnContext, at: Hits) -> Screen:
    """Draw lines of the first place, which answers a question, and the ways on."""
    place = _place(s, at.hits[0]) if at.hits else None
    if place is None:
        return show_unknown(s, at)
    hit, step, _ = place
    evaluating = evaluation_button(s) if s.person.may_be_stored else None
    words = quote(step, hit, s.person.level, _begin(at.hits[0]))
    text = s.say("found", number=step.number, label=step.label, words=words)
    return Screen(text, rows(*_ways(s, at.hits), evaluating, s.menu_button()))


def show_unknown(s: TurnContext, at: Hits) -> Screen:
    """Draw the kind answer to words we do not understand, with the ways on.

    The short answers that are nearest are named; a part of a step that is only near would be none.
    """
    near = [one.title for arg in at.hits if (one := s.world.search.answers.of(arg))]
    evaluating = evaluation_button(s) if s.person.may_be_stored else None
    names = s.world.texts.listed(near)
    text = s.say("unknown-near", names=names) if near else s.say("unknown")
    if evaluating:
        text += "\n\n" + s.say("unknown-evaluating")
    return Screen(
        text,
        rows(
            *_ways(s, at.hits),
            evaluating,
            continue_button(s) if s.person.may_be_stored else None,
            (s.button("menu", "steps", STEPS_LIST()), s.button("menu", "help", to.HELP_MAIN())),
            s.menu_button(),
        ),
    )


def look_up(s: TurnContext, question: str) -> Answer:
    """Go to the short answer to a question, else to its place in the steps; else say it kindly."""
    return used_up.not_searched(s) or replace(_looked_up(s, question), searched=True)


def _looked_up(s: TurnContext, question: str) -> Answer:
    asks = s.world.hearing.asks_how(question)
    found = s.world.search.ask(question, s.person.level, asks=asks)
    others = tuple(answer.id for answer in found.others)
    hits = tuple(map(_arg, found.hits))
    if found.answer:
        return s.go(to.HELP_ANSWER(found.answer.id, (*others, *hits)))
    if not found.hits:
        return s.go(to.HELP_UNKNOWN(others))
    first = found.hits[0]
    step = s.programme.step(first.step)
    if step:
        begin = s.world.search.best_lines(step, first, s.person.level, question)
        hits = ("".join((hits[0], _MARK, ".".join(map(str, begin)))), *others, *hits[1:])
    return s.go(to.HELP_FOUND(hits))


def ways_to(s: TurnContext, question: str) -> tuple[Button, ...]:
    """Return the ways to what surely answers a question, best first; none for what is only near."""
    found = s.world.search.ask(question, s.person.level)
    if found.answer is None and not found.hits:
        return ()
    answers = (*((found.answer,) if found.answer else ()), *found.others)
    return _ways(s, (*(one.id for one in answers), *map(_arg, found.hits)))


def sure_way(s: TurnContext, text: str, fitting: tuple[str, ...]) -> Button | None:
    """Return the way to the short answer that a text surely asks for, if it is one of ``fitting``."""
    found = s.world.search.ask(text, s.person.level).answer
    return _way(s, found.id) if found and found.id in fitting else None


def worry_in(s: TurnContext, text: str) -> ShortAnswer | None:
    """Return the short answer to what is told of a class beside a feeling: "capek, murid ribut terus"."""
    hearing, search = s.world.hearing, s.world.search
    told = (
        search.ask(part, s.person.level).answer
        for part in s.world.wording.parts(text)
        if hearing.heard(part) is None and hearing.names_class(part)
    )
    return next((one for one in told if one), None)


def _ways(s: TurnContext, args: Iterable[str]) -> tuple[Button, ...]:
    """Return the ways on, each once and at most MOST_WAYS."""
    found = (way for arg in args if (way := _way(s, arg)))
    return tuple({way.data: way for way in found}.values())[:MOST_WAYS]


def _way(s: TurnContext, arg: str) -> Button | None:
    """Return the button to a place in the steps, or to a short answer."""
    if place := _place(s, arg):
        _, step, part = place
        page = step.task_page(s.person.level, part) if isinstance(part, Task) else part.kind
        there = STEPS_PAGE(step.slug, page)
        return s.button("found", "place", there, number=step.number, section=part.title)
    answer = s.world.search.answers.of(arg)
    return button_to(answer.title, to.HELP_ANSWER(answer.id)) if answer else None


def _place(s: TurnContext, arg: str) -> tuple[Hit, Step, Section | Task] | None:
    """Return the place in the steps that an argument names; an unknown task means its section."""
    slug, _, rest = arg.partition(_MARK)[0].partition(".")
    kind, _, wanted = rest.partition(".")
    step = s.programme.step(slug)
    if step is None:
        return None
    section = next((sec for sec in step.sections.values() if sec.kind == kind), None)
    if section is None:
        return None
    task = next((task for task in step.tasks if task.slug == wanted), None)
    return Hit(step.slug, section.kind, task.slug if task else None), step, task or section


def _arg(hit: Hit) -> str:
    return f"{hit.step}.{hit.section}" + (f".{hit.task}" if hit.task else "")


def _begin(arg: str) -> tuple[int, int]:
    """Return where the quoted lines begin: block and sentence; the first ones if that is not said."""
    block, _, sentence = arg.partition(_MARK)[2].partition(".")
    is_said = all(part.isascii() and part.isdecimal() for part in (block, sentence))
    return (int(block[:3]), int(sentence[:3])) if is_said else (0, 0)


def open_help(s: TurnContext) -> Answer:
    """Go to the help."""
    return s.go(to.HELP_MAIN())


def open_answer(s: TurnContext, at: OfShortAnswer) -> Answer | None:
    """Go to a short answer; None if it is there no more."""
    return s.go(to.HELP_ANSWER(at.id)) if s.world.search.answers.of(at.id) else None


def _unknown(s: TurnContext) -> Screen:
    return show_unknown(s, Hits())


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.HELP_MAIN, show_main),
    shown(to.HELP_FOUND, show_found),
    shown(to.HELP_ANSWER, show_answer, otherwise=_unknown),
    shown(to.HELP_UNKNOWN, show_unknown),
)
VERBS: tuple[Done, ...] = (
    done(to.HELP_MAIN, open_help),
    done(to.HELP_ANSWER, open_answer),
)
