"""Riwayat: all finished evaluations, one to read, or two side by side."""

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.routes import button_to
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.picture import picture_button
from bot.chat.screens.evaluation.routes import Comparing, QuartersFrom
from bot.chat.screens.evaluation.words import compared, level_pairs, quarter_words
from bot.chat.screens.steps.routes import PROGRESS_MAIN
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.evaluation.evaluation import Evaluation, of_quarter

SHOWN_AT_ONCE = 8
"""Two years of quarters on one screen."""


def show_history(s: TurnContext, at: QuartersFrom) -> Screen:
    """Draw the quarters, newest first."""
    start = at.start or 0
    newest_first = s.person.evaluations[::-1]
    buttons = [
        button_to(quarter_words(s, e.quarter), to.EVALUATION_ANSWERS(e.quarter))
        for e in newest_first[start : start + SHOWN_AT_ONCE]
    ]
    text = s.say("evaluation-history" if newest_first else "evaluation-history-empty")
    return Screen(
        text,
        rows(
            *buttons,
            _turn_row(s, start, len(newest_first)),
            (s.button("menu", "progress", PROGRESS_MAIN()), s.menu_button()),
        ),
    )


def _turn_row(s: TurnContext, start: int, count: int) -> tuple[Button, ...]:
    """The ways to newer and older quarters, where there are any."""
    newer, older = start - SHOWN_AT_ONCE, start + SHOWN_AT_ONCE
    turns = (("newer", newer, start > 0), ("older", older, older < count))
    return tuple(
        s.button("evaluation-history", name, to.EVALUATION_HISTORY(max(at, 0)))
        for name, at, is_there in turns
        if is_there
    )


def show_compare(s: TurnContext, at: Comparing) -> Screen:
    """Ask with which quarter to compare; or, with two quarters, draw them side by side."""
    found = [
        e
        for quarter in (at.quarter, at.other or "")
        if (e := of_quarter(s.person.evaluations, quarter))
    ]
    if not found:
        return gone(s)
    if len(found) > 1:
        return _pair(s, found[0], found[1])
    this = found[0]
    others = [e for e in reversed(s.person.evaluations) if e != this][:SHOWN_AT_ONCE]
    buttons = [
        button_to(quarter_words(s, e.quarter), to.EVALUATION_COMPARE(this.quarter, e.quarter))
        for e in others
    ]
    back = s.button("nav", "back", to.EVALUATION_ANSWERS(this.quarter))
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
    back = s.button("nav", "back", to.EVALUATION_COMPARE(one.quarter))
    return Screen(
        f"{text}\n<blockquote expandable>{s.say('evaluation-pair-scale')}\n{level_pairs(s, before, after)}</blockquote>\n"
        f"{compared(s, before, after)}",
        rows(picture_button(s, after, before), (back, s.menu_button())),
    )


def open_history(s: TurnContext, at: QuartersFrom) -> Answer:
    """Go to the list of quarters."""
    inside = at.start is not None and at.start < len(s.person.evaluations)
    return s.go(to.EVALUATION_HISTORY(at.start if inside else None))


def open_compare(s: TurnContext, at: Comparing) -> Answer | None:
    """Go to the comparison of a quarter, with another one once it is chosen."""
    known = {e.quarter for e in s.person.evaluations}
    if at.quarter not in known or at.other not in {None, *known} - {at.quarter}:
        return None
    return s.go(to.EVALUATION_COMPARE(at.quarter, at.other))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.EVALUATION_HISTORY, show_history),
    shown(to.EVALUATION_COMPARE, show_compare, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_HISTORY, open_history),
    done(to.EVALUATION_COMPARE, open_compare),
)
