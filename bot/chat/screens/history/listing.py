"""Riwayat: everything she did and wrote by date, the newest first, of all steps or of one."""

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, keeping, shown
from bot.chat.model import Button, Screen
from bot.chat.routes import button_to
from bot.chat.screens.evaluation.quarter_words import short_quarter
from bot.chat.screens.history import routes as to
from bot.chat.screens.history.routes import EntriesFrom
from bot.chat.screens.history.words import line, step_head
from bot.chat.screens.portfolio.routes import COPY_HOME
from bot.chat.screens.steps.routes import PROGRESS_MAIN, STEPS_STEP
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.calendar.quarter import Quarter
from bot.domain.evaluation.evaluation import finished
from bot.domain.history.entry import HistoryEntry, entries, is_touched
from bot.domain.programme.programme import StepSlug

SHOWN_AT_ONCE = 5
"""So many entries, of two lines each, fit one phone screen with one row of numbers below."""

LEVELS_SHOWN = 4
"""The levels of a year."""


def show_list(s: TurnContext, at: EntriesFrom) -> Screen:
    """Draw one page of the entries."""
    found = listed(s, at.step)
    start = at.start if at.start < len(found) else 0
    page = found[start : start + SHOWN_AT_ONCE]
    text = s.say("history-of", step=step_head(s, at.step)) if at.step else s.say("history")
    if at.step and (levels := _levels(s, at.step)):
        text += "\n" + levels
    if not page:
        text += "\n\n" + s.say("history-nothing")
    lines = [f"<b>{nth}.</b> {line(s, one)}" for nth, one in _numbered(page, start)]
    numbers = tuple(
        button_to(str(nth), to.ENTRY(one.kind, one.key)) for nth, one in _numbered(page, start)
    )
    return Screen(
        "\n\n".join((text, *lines)),
        rows(
            numbers,
            _turns(s, at.step, start, len(found)),
            *_others(s, is_empty=not found),
            s.button("history", "copy", COPY_HOME()) if found else None,
            (
                s.button("history", "to-step", STEPS_STEP(at.step))
                if at.step
                else s.button("menu", "progress", PROGRESS_MAIN()),
                s.menu_button(),
            ),
        ),
    )


def _others(s: TurnContext, *, is_empty: bool) -> tuple[tuple[Button, ...], ...]:
    journal = s.button("history", "journal", to.JOURNAL_BEGIN())
    return ((journal,) if is_empty else (s.button("history", "steps", to.STEPS()), journal),)


def listed(s: TurnContext, step: StepSlug | None) -> tuple[HistoryEntry, ...]:
    """Return the entries of a step, or all, the newest first."""
    return tuple(one for one in entries(s.person) if step is None or one.step == step)


def _numbered(page: tuple[HistoryEntry, ...], start: int) -> enumerate[HistoryEntry]:
    return enumerate(page, start=start + 1)


def _turns(s: TurnContext, step: StepSlug | None, start: int, count: int) -> tuple[Button, ...]:
    """The ways to newer and older entries, where there are any."""
    newer, older = max(start - SHOWN_AT_ONCE, 0), start + SHOWN_AT_ONCE
    turns = (("newer", newer, start > 0), ("older", older, older < count))
    return tuple(
        s.button("history", name, to.LIST(first, step))
        for name, first, is_there in turns
        if is_there
    )


def _levels(s: TurnContext, step: StepSlug) -> str:
    """Return the levels she chose for a step, quarter by quarter; "" for none."""
    chosen = [
        s.say(
            "history-level",
            quarter=short_quarter(s.world.texts, Quarter.parse(one.quarter)),
            level=one.levels[step],
        )
        for one in finished(s.person.evaluations)
        if step in one.levels
    ]
    return s.say("history-levels", levels=Html(", ".join(chosen[-LEVELS_SHOWN:]))) if chosen else ""


def show_steps(s: TurnContext) -> Screen:
    """Draw the steps of which there is something to read."""
    known = {one.step for one in entries(s.person)}
    buttons = [
        s.button(
            "history",
            "of-step",
            to.LIST(0, step.slug),
            number=step.number,
            label=step.label,
        )
        for step in s.programme
        if step.slug in known
    ]
    text = s.say("history-steps") if buttons else s.say("history-steps-none")
    return Screen(text, rows(*buttons, (s.button("history", "all", to.LIST()), s.menu_button())))


def list_place(s: TurnContext, at: EntriesFrom) -> Answer:
    """Go to a page of the entries."""
    inside = at.start < len(listed(s, at.step))
    return s.go(to.LIST(at.start if inside else 0, at.step))


@keeping
def open_list(s: TurnContext) -> Answer:
    """Go to the newest entries; somebody about whom nothing is stored is told why there is none."""
    return s.go(to.LIST())


def page_of(s: TurnContext, entry: HistoryEntry) -> int:
    """Return the start of the page of all entries on which one stands."""
    keys = [(one.kind, one.key) for one in entries(s.person)]
    at = keys.index((entry.kind, entry.key))
    return at - at % SHOWN_AT_ONCE


def history_button(s: TurnContext, step: StepSlug) -> Button | None:
    """Return the way to what she did in a step, None while there is nothing."""
    if not is_touched(s.person.coaching, step):
        return None
    return s.button("history", "here", to.LIST(0, step))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.LIST, show_list),
    shown(to.STEPS, show_steps),
)
VERBS: tuple[Done, ...] = (
    done(to.LIST, list_place),
    done(to.STEPS, lambda s: s.go(to.STEPS())),
)
