"""Riwayat: all finished evaluations, one to read, or two side by side."""

from collections.abc import Mapping

from bot.chat.model import Button, Screen
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.picture import picture_button
from bot.chat.screens.evaluation.words import compared, quarter_words, side_by_side
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.domain.evaluation.evaluation import Evaluation, of_quarter

SHOWN_AT_ONCE = 8
"""Two years of quarters on one screen."""


def show_history(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw the quarters, newest first; args are where the list begins."""
    start = int(args[0]) if args and args[0].isdecimal() else 0
    newest_first = s.person.evaluations[::-1]
    buttons = [
        Button(quarter_words(s, e.quarter), f"evaluation:answers:{e.quarter}")
        for e in newest_first[start : start + SHOWN_AT_ONCE]
    ]
    text = s.say("evaluation-history" if newest_first else "evaluation-history-empty")
    return Screen(
        text,
        rows(
            *buttons,
            _turn_row(s, start, len(newest_first)),
            (s.button("menu", "progress", "progress:main"), s.menu_button()),
        ),
    )


def _turn_row(s: TurnContext, start: int, count: int) -> tuple[Button, ...]:
    """The ways to newer and older quarters, where there are any."""
    newer, older = start - SHOWN_AT_ONCE, start + SHOWN_AT_ONCE
    turns = (("newer", newer, start > 0), ("older", older, older < count))
    return tuple(
        s.button("evaluation-history", name, f"evaluation:history:{max(at, 0)}")
        for name, at, is_there in turns
        if is_there
    )


def show_compare(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask with which quarter to compare; or, with two quarters, draw them side by side."""
    found = [e for quarter in args[:2] if (e := of_quarter(s.person.evaluations, quarter))]
    if not found:
        return gone(s)
    if len(found) > 1:
        return _pair(s, found[0], found[1])
    this = found[0]
    others = [e for e in reversed(s.person.evaluations) if e != this][:SHOWN_AT_ONCE]
    buttons = [
        Button(quarter_words(s, e.quarter), f"evaluation:compare:{this.quarter}:{e.quarter}")
        for e in others
    ]
    back = s.button("nav", "back", f"evaluation:answers:{this.quarter}")
    text = s.say("evaluation-compare", quarter=quarter_words(s, this.quarter))
    return Screen(text, rows(*buttons, (back, s.menu_button())))


def _pair(s: TurnContext, one: Evaluation, other: Evaluation) -> Screen:
    evaluations = s.person.evaluations
    before, after = sorted((one, other), key=evaluations.index)
    text = s.say(
        "evaluation-pair",
        before=quarter_words(s, before.quarter),
        after=quarter_words(s, after.quarter),
    )
    back = s.button("nav", "back", f"evaluation:compare:{one.quarter}")
    return Screen(
        f"{text}\n\n{side_by_side(s, before, after)}\n\n{compared(s, before, after)}",
        rows(picture_button(s, after, before), (back, s.menu_button())),
    )


def open_history(s: TurnContext, args: tuple[str, ...]) -> Answer:
    """Go to the list of quarters; args are where it begins."""
    start = args[:1] if args and args[0].isascii() and args[0].isdecimal() else ()
    inside = start and int(start[0]) < len(s.person.evaluations)
    return s.go("evaluation.history", *(start if inside else ()))


def open_compare(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go to the comparison; args are one quarter or two."""
    known = {e.quarter for e in s.person.evaluations}
    if not args or len(args) > 2 or not known.issuperset(args) or args[1:] == args[:1]:  # noqa: PLR2004 -- two quarters at most
        return None
    return s.go("evaluation.compare", *args)


SHOWS: Mapping[str, Show] = {"history": show_history, "compare": show_compare}
VERBS: Mapping[str, Verb] = {"history": open_history, "compare": open_compare}
