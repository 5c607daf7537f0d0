"""Reads an hour of the day as people type it: 7, 07.30, jam 5 sore, setengah 8, 7 lewat 15.

Must not judge whether the hour is a good one; only which half of the day is likely.
"""

from datetime import time

from bot.chat.moments.said import Hour, SaidMoment
from bot.chat.moments.scan import HOUR, NOON, scan
from bot.chat.moments.words import AFTERNOON, DAWN, DAY, EVENING, MORNING, PAST_NOON
from bot.content.texts import Texts
from bot.domain.calendar.calendar import NIGHT_ENDS
from bot.domain.reminders.outbound import Rhythm

DAY_HOURS = 24
AFTER_NOON = {
    DAY: range(1, 7),
    PAST_NOON: range(1, 7),
    AFTERNOON: range(1, NOON),
    EVENING: range(6, NOON),
}
"""The hours that lie after noon when this part of the day is named with them: 5 sore is 17.00."""

BEFORE_DAY = range(1, 5)
"""Hours of the night that people count to the evening before: "jam 1 malam"."""

RHYTHMS = {
    (1, "k"): Rhythm.WEEKLY,
    (2, "k"): Rhythm.FORTNIGHTLY,
    (4, "k"): Rhythm.MONTHLY,
    (1, "b"): Rhythm.MONTHLY,
}
"""Rhythms by how many weeks or months lie between two messages."""

Option = tuple[int, time]
"""Days after the day that was said, and the hour."""


def hours_in(texts: Texts, words: str) -> tuple[time, ...]:
    """Return the hours of the day that may be meant by what was typed, the likelier first."""
    said = scan(texts, words)
    if not said.hours and len(said.spare) == 1 and not said.odd:
        said.hours.append(said.spare[0])
    return tuple(dict.fromkeys(clock for _, clock in options(said)))


def rhythm_of(said: SaidMoment) -> Rhythm | None:
    """Return how often messages are to come by what was said, None for no rhythm of ours."""
    found = {RHYTHMS.get((one.amount, one.unit)) for one in said.every if one.amount}
    return found.pop() if len(found) == 1 else None


def options(said: SaidMoment) -> tuple[Option, ...]:
    """Return what the hours that were said may mean; () where one of them is no hour."""
    found: list[Option] = []
    for hour in said.hours:
        meant = _meant(hour, said.parts[0] if said.parts else None, own_day=0 in said.near)
        if not meant:
            return ()
        found += meant
    return tuple(dict.fromkeys(found))


def _meant(said: Hour, part: str | None, *, own_day: bool) -> tuple[Option, ...]:
    hour, minute = said.hour, said.minute
    if (hour, minute) == (DAY_HOURS, 0):
        return ((1, time(0)),)
    if hour >= DAY_HOURS or minute >= HOUR:
        return ()
    at, other = time(hour, minute), time((hour + NOON) % DAY_HOURS, minute)
    if hour > NOON:
        return () if part in (MORNING, DAWN) else ((0, at),)
    match part:
        case None:
            doubtful = at < NIGHT_ENDS and not said.exact
            return ((0, other), (0, at)) if doubtful else ((0, at),)
        case "evening":
            return _of_evening(at, other, own_day=own_day)
        case "morning" | "dawn" if hour == NOON:
            return ((0, other), (0, at)) if part == MORNING else ((0, other),)
        case _:
            return ((0, other),) if hour in AFTER_NOON.get(part, ()) else ((0, at),)


def _of_evening(at: time, other: time, *, own_day: bool) -> tuple[Option, ...]:
    """Return what an hour "malam" may mean: from midnight on it may be the next day's."""
    if at.hour in AFTER_NOON[EVENING]:
        return ((0, other),)
    night = other if at.hour == NOON else at
    if at.hour in BEFORE_DAY or at.hour in (0, NOON):
        return ((1, night),) if own_day else ((1, night), (0, night))
    return (0, other), (0, at)
