"""The breaks and weeks of reports of school years that ``calendar_id.toml`` does not list yet.

By the pattern of 2026/2027: teachers write reports in the week up to the third Friday of December
and June; school is off from the next day till the first Sunday from 2 January on, and till the
Sunday before the second Monday of July. Must not guess public holidays.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.calendar.calendar import FRIDAY, SUNDAY, Period
from bot.domain.calendar.quarter import nth_weekday

YEARS_AHEAD = 6
"""A bot runs for weeks without a restart, and plans at most two years ahead."""

DECEMBER, JUNE = 12, 6


def with_pattern(listed: tuple[Period, ...], today: date, *, reports: bool) -> tuple[Period, ...]:
    """Return the periods with those of later years by the pattern, under the names of the last.

    A season without any listed period has no name to go by, so nothing is added to it.
    """
    found = list(listed)
    for month in (DECEMBER, JUNE):
        season = [period for period in listed if period.first.month == month]
        if season:
            last = max(season, key=lambda period: period.first)
            found += _later(last, month, today, reports=reports)
    return tuple(found)


def _later(last: Period, month: int, today: date, *, reports: bool) -> Iterator[Period]:
    for year in range(last.first.year + 1, today.year + YEARS_AHEAD):
        friday = nth_weekday(year, month, FRIDAY, 3)
        if reports:
            yield Period(friday - timedelta(days=FRIDAY), friday, last.name)
        else:
            yield Period(friday + timedelta(days=1), _last_day(year, month), last.name)


def _last_day(year: int, month: int) -> date:
    if month == JUNE:
        return nth_weekday(year, 7, 0, 2) - timedelta(days=1)
    second = date(year + 1, 1, 2)
    return second + timedelta(days=(SUNDAY - second.weekday()) % 7)
