"""When the bot may begin a message to one person: at her hour, on a day that is not quiet. Pure.

Knows no reason to write; ``reminder`` and ``evaluation_reminder`` do.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.calendar.calendar import (
    FAST_BEGINS,
    FRIDAY,
    FRIDAY_BEGINS,
    FRIDAY_ENDS,
    NIGHT_BEGINS,
    NIGHT_ENDS,
    Calendar,
    MoveReason,
    Quiet,
)
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.person.zone import Zone

FIRST_HOUR, LAST_HOUR = NIGHT_ENDS, time(NIGHT_BEGINS.hour - 1, 30)
"""The earliest and the latest hour of a person; before and after them it is night."""

LOOKED_AHEAD = timedelta(days=400)
"""No run of forbidden days is as long as this; a calendar that claims so is faulty."""


@dataclass(frozen=True, slots=True)
class MovedMoment:
    """A moment at which something may begin, and everything that moved it there."""

    moment: datetime
    reasons: tuple[MoveReason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When one person may be written to: her zone, her hour, her pause, her last message."""

    zone: Zone | None
    hour: time
    paused_until: datetime | None = None
    written_on: date | None = None
    """The local day on which the bot last began a message; one a day is the most."""


def next_allowed(calendar: Calendar, hours: Hours, moment: datetime) -> MovedMoment:
    """Return the first moment, not before this one, at which the bot may begin a message.

    That is: on a day that is not quiet, from the person's hour on until the quiet hours of the
    evening, after her pause, and on a day on which she was not written to yet. Later moments never
    lead to earlier answers.
    """
    reasons: list[MoveReason] = []
    start = moment
    if hours.paused_until and start < hours.paused_until:
        start = hours.paused_until
        reasons.append(MoveReason(Quiet.PAUSED))
    day = local(start, hours.zone).date()
    for _ in range(LOOKED_AHEAD.days):
        reason = calendar.quiet_day(day, hours.zone)
        if reason is None and day == hours.written_on:
            reason = MoveReason(Quiet.BUDGET)
        if reason is None:
            found, reason = _on(calendar, hours, day, start)
            if found:
                return MovedMoment(found, (*reasons, reason) if reason else tuple(reasons))
        if reason and reason not in reasons:
            reasons.append(reason)
        day += timedelta(days=1)
    raise ValueError("the calendar forbids more than a year")


def after_reports(calendar: Calendar, hours: Hours, moved: MovedMoment) -> MovedMoment:
    """Return the moment itself, or the next allowed one after the week of reports it lies in."""
    week = calendar.report_week(local(moved.moment, hours.zone).date(), hours.zone)
    if week is None:
        return moved
    start = moment_at(week.last + timedelta(days=1), time(0), hours.zone)
    later = next_allowed(calendar, hours, start)
    reasons = (*moved.reasons, MoveReason(Quiet.REPORTS, week.name), *later.reasons)
    return MovedMoment(later.moment, tuple(dict.fromkeys(reasons)))


def _on(
    calendar: Calendar, hours: Hours, day: date, start: datetime
) -> tuple[datetime | None, MoveReason | None]:
    """Return the first allowed moment of one day from the person's hour on, else why none."""
    hour, narrowed = _hour_on(calendar, hours, day)
    first = moment_at(day, hour, hours.zone)
    if start <= first:
        return first, narrowed
    if reason := calendar.quiet_moment(start, hours.zone):
        if reason.quiet is Quiet.FRIDAY:
            return moment_at(day, FRIDAY_ENDS, hours.zone), reason
        return None, reason
    return start, None


def _hour_on(calendar: Calendar, hours: Hours, day: date) -> tuple[time, MoveReason | None]:
    """Return the person's hour, or where it goes, and why, on a day whose hours are narrower."""
    hour = hours.hour
    if day.weekday() == FRIDAY and FRIDAY_BEGINS <= hour < FRIDAY_ENDS:
        return FRIDAY_ENDS, MoveReason(Quiet.FRIDAY)
    if hour >= FAST_BEGINS and (fast := calendar.fast(day, hours.zone)):
        return time(FAST_BEGINS.hour - 1, 0), fast
    return min(max(hour, FIRST_HOUR), LAST_HOUR), None


def may_begin(calendar: Calendar, hours: Hours, moment: datetime) -> bool:
    """Say whether a message may begin at this very moment, the person's hour apart.

    For what she asked to be reminded of at a moment of her own choice.
    """
    if hours.paused_until and moment < hours.paused_until:
        return False
    return calendar.quiet_moment(moment, hours.zone) is None
