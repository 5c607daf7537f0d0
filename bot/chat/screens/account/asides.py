"""Instead of an answer: she asks for an example, leaves the question for later, or passes it.

Must not store what she typed. An example is taken by a tap, and may be changed like any answer.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.model import Button
from bot.chat.screens.account import help as help_screens
from bot.chat.screens.account import keeping, meant, questions
from bot.chat.screens.admin import admin
from bot.chat.screens.evaluation import (
    closing as evaluation_closing,
)
from bot.chat.screens.evaluation import (
    items as evaluation_items,
)
from bot.chat.screens.evaluation import (
    plan as evaluation_plan,
)
from bot.chat.screens.evaluation.course import find
from bot.chat.screens.school import join
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.chat.typed.asking import CHOSEN, OWN_WORDS, RENAMING
from bot.chat.typed.wording import Wish
from bot.domain.evaluation.evaluation import Evaluation, Part, PlanLine, by_level

SHOWN = 3
"""Examples at a time."""

ALIKE = {"ownname.name": "join.name", "teacher.name": "join.name", "sdata.name": "admin.new"}
"""Places that ask for the same as another one."""

OPEN = OWN_WORDS | RENAMING | CHOSEN | {"admin.npsn"}


def asked_for_help(s: TurnContext, text: str) -> Answer | None:
    """Show examples to whoever says no more than that she is at a loss; None if none is open."""
    is_open = s.person.place.screen in OPEN
    return show_examples(s) if is_open and s.world.wording.wish(text, (Wish.HELP,)) else None


def instead_of_answer(s: TurnContext, text: str) -> Answer | None:
    """Answer what is no answer to the open question; None if it may be one, or none is open."""
    place = s.person.place.screen
    if place not in OPEN:
        return None
    wording = s.world.wording
    if not any(c.isalnum() for c in text) and "?" not in text:
        return None
    wish = wording.wish(text, (Wish.LATER, Wish.SKIP, Wish.HELP))
    if wish is Wish.LATER:
        return later(s)
    if wish is Wish.SKIP:
        return skip(s) or later(s)
    if wish is Wish.HELP or not any(c.isalnum() for c in text):
        return show_examples(s)
    if place == "siar.write" or not wording.is_question(text) or wording.numbers(text):
        return None
    return beside(s, help_screens.look_up(s, text))


def beside(s: TurnContext, answer: Answer) -> Answer:
    """Show a page of help beside the open question, which stays open."""
    place, screen = s.person.place.screen, answer.person.place.screen
    show = help_screens.SHOWS.get(screen.removeprefix("help."))
    if place not in OPEN or show is None or not screen.startswith("help."):
        return answer
    if screen == "help.unknown":
        return show_examples(s)
    there = show(s.change(answer.person), answer.person.place.args)
    back = s.button("aside", "back", "meant:stay")
    found = tuple(row for row in there.rows if all(b.data.startswith("steps:") for b in row))
    return s.short(there.text, (*found, (back,)))


def later(s: TurnContext) -> Answer:
    """Leave the question kindly; it can be taken up again."""
    place = s.person.place
    way = place.args[0] if place.args else questions.SETTINGS
    if place.screen == "ask.subject" and way == questions.REGISTER:
        return questions.skip_subject(s, place.args) or meant.leave(s)
    if place.screen == "ask.nickname" and way == questions.REGISTER:
        return s.go("ask.address", way, note=s.say("aside-without-nickname"))
    if place.screen == "join.name":
        return replace(join.decline(s, ()), note=s.say("join-later"))
    return meant.leave(s)


def skip(s: TurnContext) -> Answer | None:
    """Pass the question where that is allowed; None elsewhere."""
    place = s.person.place
    quarter = place.args[0] if place.args else ""
    match place.screen:
        case "ask.subject":
            return questions.skip_subject(s, place.args)
        case "evaluation.item":
            return evaluation_items.skip_item(s, place.args)
        case "evaluation.strength":
            return evaluation_closing.pass_by(s, (quarter, Part.STRENGTH))
        case "evaluation.focus":
            return evaluation_closing.confirm_focus(s, (quarter,))
        case "evaluation.intention":
            return evaluation_closing.pass_by(s, (quarter, Part.INTENTION))
        case "evaluation.line":
            return evaluation_plan.skip_line(s, place.args)
        case "admin.npsn":
            return admin.make(s, ())
        case _:
            return None


def show_examples(s: TurnContext) -> Answer:
    """Show what an answer could look like, beside the question."""
    place = s.person.place
    if place.screen in CHOSEN:
        text = s.say("aside-level" if place.screen == "evaluation.item" else "aside-step")
        return s.short(text, rows(s.button("aside", "back", "meant:stay")))
    examples = _examples(s)
    key = ALIKE.get(place.screen, place.screen).replace(".", "-")
    if not examples:
        text = s.world.texts.tell("aside", key)
        return s.short(text, rows(s.button("aside", "back", "meant:stay")))
    lines = [
        s.say("aside-line", number=number, words=words)
        for number, (_, words) in enumerate(examples, start=1)
    ]
    return s.short("\n\n".join((s.world.texts.tell("aside", key), *lines)), _takes(s, examples))


def _takes(s: TurnContext, examples: tuple[tuple[str, str], ...]) -> tuple[tuple[Button, ...], ...]:
    quarter = s.person.place.args[0]
    line = s.person.place.args[1] if len(s.person.place.args) > 1 else Part.INTENTION
    return rows(
        *(
            s.button("aside", "take", f"aside:take:{quarter}:{line}:{name}", number=number)
            for number, (name, _) in enumerate(examples, start=1)
        ),
        s.button("aside", "back", "meant:stay"),
    )


def _examples(s: TurnContext) -> tuple[tuple[str, str], ...]:
    """Return examples, each with its name: of her focus steps first, then of those judged lowest."""
    place = s.person.place
    if place.screen == "evaluation.line" and place.args[1:] != (PlanLine.GOAL,):
        names = [n for n in s.world.texts.family("plan-example") if n.startswith(place.args[1:])]
        return tuple((name, s.world.texts.pick("plan-example", name)) for name in names[:SHOWN])
    if place.screen not in ("evaluation.intention", "evaluation.line") or not place.args:
        return ()
    evaluation = find(s.person, place.args[0])
    return _of_steps(s, evaluation) if evaluation else ()


def _of_steps(s: TurnContext, evaluation: Evaluation) -> tuple[tuple[str, str], ...]:
    known = s.world.texts.family("intention-example")
    lowest = tuple(step.slug for step in by_level(evaluation, s.programme, best_first=False))
    slugs = tuple(dict.fromkeys((*evaluation.focus, *lowest)))
    found = tuple(slug for slug in slugs if slug in known)[:SHOWN]
    return tuple((slug, s.world.texts.pick("intention-example", slug)) for slug in found)


def take(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take an example as the answer, while its question is open; args are quarter, line and name.

    With ``said`` as the only one it takes her own words, which wait in the draft.
    """
    if args == (keeping.SAID,):
        return keeping.take(s)
    place = s.person.place
    if len(args) != 3 or place.args[:1] != args[:1]:  # noqa: PLR2004 -- quarter, line, name
        return None
    words = dict(_examples(s)).get(args[2])
    line = place.args[1] if place.screen == "evaluation.line" else Part.INTENTION
    if words is None or line != args[1]:
        return None
    taker = evaluation_plan if place.screen == "evaluation.line" else evaluation_closing
    answer = taker.typed(s, words)
    return replace(answer, note=s.say("aside-taken", words=words)) if answer else None


def show(s: TurnContext, _args: tuple[str, ...]) -> Answer | None:
    """Show examples for the open question."""
    return show_examples(s) if s.person.place.screen in OPEN else None


SHOWS: Mapping[str, Show] = {}
VERBS: Mapping[str, Verb] = {"take": take, "show": show}
