"""When a broadcast that is repeated comes again: once a quarter, where it stood to the school's window. Pure.

Counts from the first one and knows no store, so a turn that was slept through is simply not there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.broadcast.broadcast import Broadcast, Phase, fingerprint
from bot.domain.calendar.allowed import Hours, next_allowed
from bot.domain.calendar.calendar import Calendar, Window
from bot.domain.calendar.quarter import Quarter, local, moment_at
from bot.domain.roster.roster import window_of_school
from bot.domain.school.school import School

LEAD = timedelta(days=14)
"""What is sent up to so long before a window opens belongs to that window; see ``CATCH_UP``."""

ONE_DAY = timedelta(days=1)


def turns(
    first: datetime, school: School, calendar: Calendar, after: datetime
) -> Iterator[datetime]:
    """Yield the moments after one at which a broadcast that began at ``first`` comes again, in order.

    Each stands to the window of its quarter as the first did to its own (so many days after it
    opened, or before), at the same hour, and moves on to the next allowed moment; what began within
    the window stays within it.
    """
    here = local(first, school.zone)
    window = _window_of(here.date(), school, calendar)
    quarter, last = window.quarter, first
    while True:
        quarter = quarter.shifted(1)
        coming = school.window(calendar, quarter)
        moment = _turn(here, window, coming, school, calendar)
        if moment > last and moment > after:
            yield moment
        last = max(last, moment)


def _window_of(day: date, school: School, calendar: Calendar) -> Window:
    """Return the window a day belongs to: the last one that has opened, or opens soon."""
    quarter = Quarter.of(day).shifted(1)
    while (window := school.window(calendar, quarter)).first - LEAD > day:
        quarter = quarter.shifted(-1)
    return window


def _turn(
    first: datetime, window: Window, coming: Window, school: School, calendar: Calendar
) -> datetime:
    day = coming.first + (first.date() - window.first)
    within = window.first <= first.date() <= window.last
    if within:
        day = min(day, coming.last)
    moment = _allowed(day, first.time(), school, calendar)
    while within and local(moment, school.zone).date() > coming.last and day > coming.first:
        day -= ONE_DAY
        moment = _allowed(day, first.time(), school, calendar)
    return moment


def _allowed(day: date, hour: time, school: School, calendar: Calendar) -> datetime:
    """Return the first allowed moment from a day on, at an hour if that hour is allowed."""
    hours = Hours(zone=school.zone, hour=hour)
    start = moment_at(day, time(0), school.zone)
    return next_allowed(school.calendar(calendar), hours, start).moment


def started(broadcast: Broadcast) -> datetime:
    """Return the moment from which the turns of a repeated broadcast count."""
    return broadcast.first_at or broadcast.begun_at or broadcast.made_at


def coming_again(
    broadcast: Broadcast, school: School, calendar: Calendar, now: datetime
) -> Broadcast:
    """Return the same broadcast at its next turn; its recipients are found then."""
    first = started(broadcast)
    return replace(
        broadcast.anew(fingerprint(broadcast.id, "next"), now),
        due=next(turns(first, school, calendar, now)),
        first_at=first,
    )


def moved_turn(
    broadcast: Broadcast, school: School, calendar: Calendar, now: datetime
) -> datetime | None:
    """Return the moment of a turn that waits, as the school's calendar has it by now.

    None where it stays, or would lie in the past: it is no such turn, or it was set by hand (``first_at`` is its own moment).
    """
    due = broadcast.due
    if not broadcast.repeats or broadcast.chosen or broadcast.chunks is not None or due is None:
        return None
    first = started(broadcast)
    if first >= due:
        return None
    around = turns(first, school, calendar, due - timedelta(days=45))
    nearest = min((next(around), next(around)), key=lambda moment: abs(moment - due))
    return nearest if nearest != due and nearest > now else None


def left_outside(
    broadcasts: Iterable[Broadcast],
    before: School,
    after: School,
    calendar: Calendar,
    now: datetime,
) -> tuple[Broadcast, ...]:
    """Return what waits to ask for an evaluation that will not be open then, now that a window has moved."""
    return tuple(
        one
        for one, due in _fixed(broadcasts, after, calendar, now)
        if one.asks_to_evaluate
        and _is_open(before, calendar, due)
        and not _is_open(after, calendar, due)
    )


def on_quiet_days(
    broadcasts: Iterable[Broadcast], school: School, calendar: Calendar, now: datetime
) -> tuple[Broadcast, ...]:
    """Return what waits to leave on one of the school's own quiet days; a turn is moved from them by itself."""
    return tuple(
        one
        for one, due in _fixed(broadcasts, school, calendar, now)
        if any(days.holds(local(due, school.zone).date(), school.zone) for days in school.quiet)
    )


def _fixed(
    broadcasts: Iterable[Broadcast], school: School, calendar: Calendar, now: datetime
) -> Iterator[tuple[Broadcast, datetime]]:
    """Yield what waits for a moment to which it stays, with that moment."""
    for one in broadcasts:
        if one.phase is not Phase.WAITING or one.due is None:
            continue
        if moved_turn(one, school, calendar, now) is None:
            yield one, one.due


def _is_open(school: School, calendar: Calendar, moment: datetime) -> bool:
    window = window_of_school(school, calendar, moment)
    return window.first <= local(moment, school.zone).date() <= window.until
