"""Quarters, and the few rules of dates everything else rests on. Pure.

A quarter is a calendar quarter, ``2026-Q4`` for October to December 2026, because that is how
teachers and schools speak of "triwulan".
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import total_ordering
from re import compile as pattern
from zoneinfo import ZoneInfo

from bot.domain.person.zone import ZONES, Zone

_FORM = pattern(r"([1-8][0-9]{3})-Q([1-4])")
"""Of a year with a year before it and one behind it."""

MONTHS = 3


@total_ordering
@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter of one calendar year; ordered by time."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.number}"

    def __lt__(self, other: "Quarter") -> bool:
        return (self.year, self.number) < (other.year, other.number)

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """Return the quarter written like ``2026-Q4``. Raises ValueError."""
        found = _FORM.fullmatch(text)
        if found is None:
            raise ValueError(f"no quarter like 2026-Q4: {text!r}")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """Return the quarter a day lies in."""
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    def shifted(self, quarters: int) -> "Quarter":
        """Return the quarter so many later (or earlier, when negative)."""
        index = self.year * 4 + self.number - 1 + quarters
        return Quarter(index // 4, index % 4 + 1)

    @property
    def first_day(self) -> date:
        """The day on which the quarter begins."""
        return date(self.year, (self.number - 1) * MONTHS + 1, 1)


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, clamped to its end: 30 Nov + 3 months is 28 Feb."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth (from 1; -1 is the last) weekday (0 is Monday) of a month."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def zone_of(zone: Zone | None) -> ZoneInfo:
    """Return the rules of a zone; who has not told hers is taken to live in WIB."""
    return ZONES[zone or Zone.WIB]


def local(moment: datetime, zone: Zone | None) -> datetime:
    """Return an aware moment as the clocks of a zone show it."""
    return moment.astimezone(zone_of(zone))


def moment_at(day: date, hour: time, zone: Zone | None) -> datetime:
    """Return the moment (UTC) at which the clocks of a zone show this day and hour."""
    return datetime.combine(day, hour, zone_of(zone)).astimezone(UTC)
