"""The day of a try, corrected: by a button for the last days, or typed as people name a day that is over."""

from datetime import date, timedelta

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.moments.past import read_past_day
from bot.chat.screens.history import routes as to
from bot.chat.screens.history.entry import entry_at, gone
from bot.chat.screens.history.routes import EntryDay, OfEntry
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.calendar.quarter import local
from bot.domain.history.entry import HistoryEntry, Tried
from bot.domain.history.rewriting import on_day

OFFERED = 4
"""So many days stand on buttons: today and those before, or the days around the one that is written."""

FURTHEST = timedelta(days=366)
"""A try may be put back by a year at most from the day that is written: further is a slip of the hand."""


def _today(s: TurnContext) -> date:
    return local(s.now, s.person.zone).date()


def tried_day(entry: HistoryEntry | None) -> date | None:
    """Return the day on which a try took place; None for what is no such try."""
    is_try = entry is not None and isinstance(entry.told, Tried)
    return (
        entry.told.attempt.tried_on if entry and is_try and isinstance(entry.told, Tried) else None
    )


def show_day(s: TurnContext, at: OfEntry) -> Screen:
    """Ask for the day, with some days as buttons."""
    now = tried_day(entry_at(s, at))
    if now is None:
        return gone(s)
    texts = s.world.texts
    last = min(_today(s), now + timedelta(days=1))
    days = [last - timedelta(days=back) for back in range(OFFERED)]
    buttons = tuple(
        s.choice(texts.near_day(day), to.ON_DAY(at.kind, at.key, day), is_current=day == now)
        for day in days
    )
    back = s.button("nav", "back", to.ENTRY(at.kind, at.key))
    return Screen(
        s.say("history-day", day=texts.long_day(now)),
        rows(buttons[:2], buttons[2:], (back, s.menu_button())),
    )


def open_day(s: TurnContext, at: OfEntry) -> Answer | None:
    """Go to the question for the day."""
    return s.go(to.DAY(at.kind, at.key)) if tried_day(entry_at(s, at)) else None


def put_day(s: TurnContext, at: EntryDay) -> Answer | None:
    """Take a day; one to come, or one long before, is told so."""
    entry = entry_at(s, at)
    now = tried_day(entry)
    if entry is None or now is None:
        return None
    if at.day > _today(s):
        return s.stay(s.say("history-day-ahead", day=s.world.texts.long_day(at.day)))
    if at.day < now - FURTHEST:
        return s.stay(s.say("history-day-far", day=s.world.texts.long_day(at.day)))
    after = s.change(on_day(s.person, entry, at.day))
    return after.go(to.ENTRY(at.kind, at.key), note=s.say("history-saved"))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed day where it is asked for; None elsewhere, and for what names no day at all."""
    at = to.DAY.at(s.person.place)
    if at is None:
        return None
    read = read_past_day(s.world.texts, text, _today(s))
    if not read.days:
        return None
    if read.day is None:
        today = s.world.texts.plain_day(_today(s))
        return s.stay(s.say("history-day-unclear", day=today))
    return put_day(s, EntryDay(at.kind, at.key, read.day))


SHOWS: tuple[ShownPlace, ...] = (shown(to.DAY, show_day, otherwise=gone),)
VERBS: tuple[Done, ...] = (done(to.DAY, open_day), done(to.ON_DAY, put_day))
