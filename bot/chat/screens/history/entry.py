"""One entry to read, and its end: Hapus asks once, and what is deleted is gone."""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.screens.coaching.begin import begin_button
from bot.chat.screens.evaluation.routes import (
    EVALUATION_BECAME,
    EVALUATION_EDIT,
    EVALUATION_PLAN,
)
from bot.chat.screens.history import routes as to
from bot.chat.screens.history.listing import page_of
from bot.chat.screens.history.pieces import piece_buttons
from bot.chat.screens.history.routes import OfEntry
from bot.chat.screens.history.words import line, page
from bot.chat.screens.portfolio.routes import COPY_CYCLE, COPY_QUARTER
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.coaching.cycle import Cycle
from bot.domain.evaluation.development_plan import DevelopmentPlan
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.history.entry import HistoryEntry, Tried, entry_of
from bot.domain.history.rewriting import without


def entry_at(s: TurnContext, at: OfEntry) -> HistoryEntry | None:
    """Return the entry that is meant, None once it is gone."""
    return entry_of(s.person, at.kind, at.key)


def gone(s: TurnContext) -> Screen:
    """Draw what is said of an entry that is no longer there."""
    return Screen(
        s.say("history-gone"), rows((s.button("history", "all", to.LIST()), s.menu_button()))
    )


def show_entry(s: TurnContext, at: OfEntry) -> Screen:
    """Draw an entry."""
    entry = entry_at(s, at)
    if entry is None:
        return gone(s)
    pieces = piece_buttons(s, entry)
    return Screen(
        page(s, entry),
        rows(
            pieces[:5],
            pieces[5:],
            _adding_button(s, entry),
            _became_button(s, entry),
            _plan_button(s, entry),
            _copy_button(s, entry),
            (_change_button(s, entry), s.button("history", "delete", to.ASK(at.kind, at.key))),
            (s.button("history", "back", to.LIST(page_of(s, entry))), s.menu_button()),
        ),
    )


def _adding_button(s: TurnContext, entry: HistoryEntry) -> Button | None:
    """Return the way to add evidence to a try that took place."""
    is_over = isinstance(entry.told, Tried) and entry.told.attempt.tried_on
    return s.button("history", "add", to.ADD(entry.kind, entry.key)) if is_over else None


def _change_button(s: TurnContext, entry: HistoryEntry) -> Button:
    """Return the way to correct an entry; of a step closed as a habit, to try it after all."""
    told = entry.told
    if isinstance(told, Evaluation):
        return s.button("history", "change", EVALUATION_EDIT(told.quarter))
    if isinstance(told, Cycle) and (begin := begin_button(s, told.step)):
        return begin
    return s.button("history", "change", to.CHANGE(entry.kind, entry.key))


def _became_button(s: TurnContext, entry: HistoryEntry) -> Button | None:
    """Return the way to answer anew what became of an intention, once that was asked."""
    told = entry.told
    if not isinstance(told, Evaluation) or told.became is None:
        return None
    return s.button("history", "became", EVALUATION_BECAME(told.quarter))


def _plan_button(s: TurnContext, entry: HistoryEntry) -> Button | None:
    """Return the way to a plan: its days, and how it went."""
    told = entry.told
    if not isinstance(told, DevelopmentPlan):
        return None
    return s.button("history", "plan", EVALUATION_PLAN(told.quarter))


def _copy_button(s: TurnContext, entry: HistoryEntry) -> Button | None:
    """Return the way to copy what she wrote, where there is something to copy."""
    told = entry.told
    if isinstance(told, Tried) and told.attempt.tried_on:
        return s.button("copying", "open", COPY_CYCLE(told.cycle.step, told.cycle.begun_at))
    if isinstance(told, Evaluation) and not told.broken_off:
        return s.button("copying", "open", COPY_QUARTER(told.quarter))
    return None


def show_ask(s: TurnContext, at: OfEntry) -> Screen:
    """Ask once whether an entry is to go."""
    entry = entry_at(s, at)
    if entry is None:
        return gone(s)
    return Screen(
        s.say("history-ask", kind=at.kind.value, what=Html(line(s, entry))),
        rows(
            s.button("history-ask", "yes", to.DROP(at.kind, at.key)),
            (s.button("history-ask", "no", to.ENTRY(at.kind, at.key)), s.menu_button()),
        ),
    )


def open_entry(s: TurnContext, at: OfEntry) -> Answer | None:
    """Go to an entry."""
    return s.go(to.ENTRY(at.kind, at.key)) if entry_at(s, at) else None


def ask(s: TurnContext, at: OfEntry) -> Answer | None:
    """Go to the question whether an entry is to go."""
    return s.go(to.ASK(at.kind, at.key)) if entry_at(s, at) else None


def drop(s: TurnContext, at: OfEntry) -> Answer | None:
    """Delete an entry, if that was asked here."""
    entry = entry_at(s, at)
    if entry is None or to.ASK.at(s.person.place) != at:
        return None
    start = page_of(s, entry)
    after = s.change(without(s.person, entry))
    return replace(after.go(to.LIST(start)), toast=s.say("history-deleted"))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.ENTRY, show_entry, otherwise=gone),
    shown(to.ASK, show_ask, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(to.ENTRY, open_entry),
    done(to.ASK, ask),
    done(to.DROP, drop),
)
