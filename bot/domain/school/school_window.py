"""By how much a coordinator may move a quarter's window, and which quiet days she may set. Pure."""

from datetime import date, timedelta
from enum import StrEnum

from bot.domain.calendar.calendar import Calendar, Period
from bot.domain.calendar.quarter import Quarter
from bot.domain.school.school import School

MOST_DAYS = 28
"""A window moved further would belong to another part of the term."""

QUIET_DAYS_MOST = 45
"""The longest run of a school's own quiet days; holidays and breaks are in the calendar already."""

QUIET_RUNS_MOST = 12
QUIET_DAYS_AHEAD = timedelta(days=400)
"""Quiet days are set at most a school year ahead."""


class NotMoved(StrEnum):
    """Why a window stays where it is; each has a sentence, ``not-moved-<value>``."""

    FAR = "jauh"
    OVER = "lewat"
    NEXT = "berikutnya"
    PREVIOUS = "sebelumnya"


class NotQuiet(StrEnum):
    """Why days do not become quiet; each has a sentence, ``not-quiet-<value>``."""

    LONG = "panjang"
    MANY = "banyak"
    PAST = "lewat"
    FAR = "jauh"


def not_moved(
    school: School, calendar: Calendar, quarter: Quarter, days: int, today: date
) -> NotMoved | None:
    """Return why a window cannot be moved by some days from the calendar's, None if it can.

    Neither window may be over, one that has not begun may not have begun before today, and with its days to catch up it must not meet its neighbours.
    """
    if abs(days) > MOST_DAYS:
        return NotMoved.FAR
    moved = calendar.window(quarter).shifted(days)
    present = school.window(calendar, quarter)
    begins_in_the_past = moved.first < today < present.first
    if present.last < today or moved.last < today or begins_in_the_past:
        return NotMoved.OVER
    if moved.until >= school.window(calendar, quarter.shifted(1)).first:
        return NotMoved.NEXT
    if school.window(calendar, quarter.shifted(-1)).until >= moved.first:
        return NotMoved.PREVIOUS
    return None


def not_quiet(school: School, period: Period, today: date) -> NotQuiet | None:
    """Return why a run of days cannot become quiet for a school, None if it can."""
    if period.last < today:
        return NotQuiet.PAST
    if period.last > today + QUIET_DAYS_AHEAD:
        return NotQuiet.FAR
    if (period.last - period.first).days >= QUIET_DAYS_MOST:
        return NotQuiet.LONG
    if len(quiet_to_come(school, today)) >= QUIET_RUNS_MOST:
        return NotQuiet.MANY
    return None


def quiet_to_come(school: School, today: date) -> tuple[Period, ...]:
    """Return the school's own quiet days that are not over, the next first."""
    left = (period for period in school.quiet if period.last >= today)
    return tuple(sorted(left, key=lambda period: (period.first, period.last)))
