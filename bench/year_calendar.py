"""The quiet days and hours, read from the calendar file anew.

On purpose shares nothing with the bot's own reading: it is what the bot is checked against.
"""

import tomllib
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import holidays

CITIES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
HEADS_UP_DAYS, OPEN_DAYS, CATCH_UP_DAYS = 3, 14, 14
LEAST_OPEN_DAYS = 7
"""Two weeks with fewer days on which something may be said are moved whole (decision 20)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days on which an evaluation may be spoken of: from the first word to the last."""

    first_word: date
    opens: date
    ends: date


class QuietTimes:
    """Says what is quiet according to the file (product: allowed moments)."""

    def __init__(self, path: Path) -> None:
        self._data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        years = self._data["holidays"]["years"]
        self._holidays = holidays.country_holidays(  # type: ignore[attr-defined, unused-ignore]
            "ID", years=years, categories=("public", "government")
        )

    def day(self, day: date, zone: str) -> bool:
        """Say whether nothing may begin on a day."""
        fixed = self._data["holidays"]["fixed"]
        weekend = {6} | ({5} if self._data["saturday"] == "quiet" else set())
        return (
            day.weekday() in weekend
            or day in self._holidays
            or f"{day:%m-%d}" in fixed
            or self._within("break", day, zone)
            or self._within("quiet", day, zone)
        )

    def moment(self, here: datetime, zone: str) -> bool:
        """Say whether nothing may begin at a moment of a zone's clock."""
        clock = here.time()
        night = clock >= time(20) or clock < time(6, 30)
        prayer = here.weekday() == 4 and time(11) <= clock < time(13, 30)
        fast = self.fast(here.date(), zone) and clock >= time(17)
        return night or prayer or fast or self.day(here.date(), zone)

    def is_over(self, here: datetime, zone: str) -> bool:
        """Say whether nothing may begin any more on the day of a moment of a zone's clock."""
        clock = here.time()
        return clock >= time(20) or (self.fast(here.date(), zone) and clock >= time(17))

    def fast(self, day: date, zone: str) -> bool:
        """Say whether a day lies in Ramadan."""
        return self._within("ramadan", day, zone)

    def report_week(self, day: date, zone: str) -> date | None:
        """Return the first day of the week of reports a day lies in, None for any other day."""
        firsts = (each["first"] for each in self._holding("report", day, zone))
        return next(firsts, None)

    def telling(self, stretch: Stretch, zone: str) -> Iterator[date]:
        """Give the days on each of which an evaluation must be spoken of if it never was before.

        A week of reports has room for one message: that may come on the last day of it which is not quiet.
        """
        length = (stretch.ends - stretch.opens).days + 1
        days = [stretch.opens + timedelta(days=number) for number in range(length)]
        weeks = [self.report_week(day, zone) for day in days]
        for number, (day, week) in enumerate(zip(days, weeks, strict=True)):
            later = zip(days[number + 1 :], weeks[number + 1 :], strict=True)
            if week is None or not any(
                other == week and not self.day(one, zone) for one, other in later
            ):
                yield day

    def stretch(self, anchor: date, count: int, zone: str) -> Stretch:
        """Return the days of the count-th evaluation after an evaluation or registration."""
        opens = _months(anchor, 3 * count)
        while self.day(opens, zone) or self._open_days(opens, zone) < LEAST_OPEN_DAYS:
            opens += timedelta(days=1)
        first_word = opens - timedelta(days=HEADS_UP_DAYS)
        while self.day(first_word, zone):
            first_word -= timedelta(days=1)
        ends = opens + timedelta(days=OPEN_DAYS - 1 + CATCH_UP_DAYS)
        return Stretch(first_word, opens, ends)

    def _open_days(self, first: date, zone: str) -> int:
        return sum(not self.day(first + timedelta(days=n), zone) for n in range(OPEN_DAYS))

    def _within(self, table: str, day: date, zone: str) -> bool:
        return bool(self._holding(table, day, zone))

    def _holding(self, table: str, day: date, zone: str) -> list[dict[str, Any]]:
        return [
            each
            for each in self._data.get(table, [])
            if each["first"] <= day <= each["last"] and zone in each.get("zones", [zone])
        ]


def here(moment: datetime, zone: str) -> datetime:
    """Return a moment by the clocks of a zone."""
    return moment.astimezone(ZoneInfo(CITIES[zone]))


def _months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
