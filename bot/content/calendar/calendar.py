"""``content/calendar_id.toml`` becomes the Calendar.

Public holidays and cuti bersama come from the ``holidays`` package for the years the file says are
announced. Must not decide when anything is sent; ``domain.calendar`` does.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from re import compile as pattern
from typing import Any

from bot.content.calendar.holidays import announced_holidays
from bot.content.calendar.school_year import with_pattern
from bot.content.problem import Problem, ProblemList
from bot.content.source import read_source
from bot.domain.calendar.calendar import Calendar, Period, Window
from bot.domain.calendar.quarter import Quarter
from bot.domain.person.zone import Zone

PERIOD_KEYS = ("name", "first", "last", "zones")
TABLES = {
    "window": ("quarter", "first", "last", "until"),
    "break": PERIOD_KEYS,
    "quiet": PERIOD_KEYS,
    "ramadan": PERIOD_KEYS,
    "report": PERIOD_KEYS,
}
KEYS = ("checked", "saturday", "holidays", *TABLES)
SATURDAY = ("quiet", "open")
HOLIDAYS = {"years": list, "fixed": dict, "wording": dict}

YEARS = range(2020, 2100)
"""Years that somebody may mean."""

_LINE = pattern(r"at line (\d+), column")

LONGEST_PERIOD = timedelta(days=92)
"""A longer run of quiet days is a slip of the pen, and would silence the bot."""


def read_calendar(path: Path, today: date) -> tuple[Calendar, list[Problem]]:
    """Return the calendar of a file and everything that is wrong with it, as seen today."""
    problems = ProblemList(path, [])
    text = read_source(path, problems)
    if text is None:
        return Calendar(), problems.found
    try:
        data = tomllib.loads(text)
    except ValueError as error:  # also a number too long for Python, which tomllib lets through
        found = _LINE.search(str(error))
        line = int(found[1]) if found else max(1, len(text.splitlines()))
        problems.add(line, str(error), "mend the TOML")
        return Calendar(), problems.found
    reader = _Reader(text, data, problems)
    return reader.read(today), problems.found


class _Reader:
    """Reads the tables of one file, noting every problem on the way."""

    def __init__(self, text: str, data: Mapping[str, Any], problems: ProblemList) -> None:
        self.lines = text.splitlines()
        self.data = data
        self.problems = problems

    def read(self, today: date) -> Calendar:
        for key in self.data:
            if key not in KEYS:
                self.problems.add(
                    self._line(key), f"unknown key '{key}'", f"use: {', '.join(KEYS)}"
                )
        self.data = self._check_forms()
        if self.data.get("saturday", "quiet") not in SATURDAY:
            self.problems.add(
                self._line("saturday"), "saturday is neither quiet nor open", "write one of the two"
            )
        windows = dict(self._windows())
        if windows and max(window.until for window in windows.values()) < today:
            self.problems.add(
                self._heading("window", 0),
                "all windows lie in the past",
                "add the coming year; until then the rule for unlisted years is used",
                is_warning=True,
            )
        self._check_overlaps(sorted(windows.values(), key=lambda window: window.first))
        return Calendar(
            windows=windows,
            breaks=with_pattern(tuple(self._periods("break")), today, reports=False),
            periods=tuple(self._periods("quiet")),
            fasts=tuple(self._periods("ramadan")),
            reports=with_pattern(tuple(self._periods("report")), today, reports=True),
            holidays=self._holidays(),
            fixed_holidays=dict(self._fixed()),
            saturdays_quiet=self.data.get("saturday", "quiet") == "quiet",
        )

    def _line(self, start: str) -> int:
        return next(
            (n for n, line in enumerate(self.lines, start=1) if line.strip("[ ").startswith(start)),
            1,
        )

    def _heading(self, table: str, index: int) -> int:
        found = [n for n, line in enumerate(self.lines, start=1) if line.strip() == f"[[{table}]]"]
        return found[index] if index < len(found) else 1

    def _check_forms(self) -> dict[str, Any]:
        """Return the data without what has not the form of a calendar, each noted as a problem."""
        sound = {key: value for key, value in self.data.items() if key in KEYS}
        for name, keys in TABLES.items():
            tables = sound.get(name, [])
            if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
                self.problems.add(self._line(name), f"{name} is no table", f"write [[{name}]]")
                sound[name] = tables = []
            for index, table in enumerate(tables):
                for key in table.keys() - set(keys):
                    line, advice = self._heading(name, index), f"use: {', '.join(keys)}"
                    self.problems.add(line, f"unknown key '{key}' in {name}", advice)
        holidays = sound.get("holidays", {})
        if not isinstance(holidays, dict):
            self.problems.add(self._line("holidays"), "holidays is no table", "write [holidays]")
            holidays = {}
        for key, value in holidays.items():
            if not isinstance(value, HOLIDAYS.get(key, ())):
                self.problems.add(
                    self._line(key), f"holidays.{key} cannot be read", f"use: {', '.join(HOLIDAYS)}"
                )
        sound["holidays"] = {
            key: value
            for key, value in holidays.items()
            if isinstance(value, HOLIDAYS.get(key, ()))
        }
        return sound

    def _tables(self, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
        for index, table in enumerate(self.data.get(name, [])):
            yield self._heading(name, index), table

    def _days(
        self, line: int, table: Mapping[str, Any], names: tuple[str, ...]
    ) -> list[date] | None:
        """Return the dates of a table in order; None, with a problem, when they are not."""
        days = [table.get(name) for name in names]
        dates = [day for day in days if type(day) is date]
        if len(dates) < len(names):
            wanted = ", ".join(names)
            self.problems.add(line, "a date is missing", f"write {wanted} like 2027-01-31")
            return None
        if strange := [day for day in dates if day.year not in YEARS]:
            advice = f"write years from {YEARS.start} to {YEARS.stop - 1}"
            self.problems.add(line, f"no year like 2026: {strange[0]}", advice)
            return None
        if dates != sorted(dates):
            self.problems.add(line, "the dates are not in order", f"order: {' ≤ '.join(names)}")
            return None
        return dates

    def _windows(self) -> Iterator[tuple[Quarter, Window]]:
        seen: set[Quarter] = set()
        for line, table in self._tables("window"):
            days = self._days(line, table, ("first", "last", "until"))
            try:
                quarter = Quarter.parse(str(table.get("quarter", "")))
            except ValueError as error:
                self.problems.add(line, str(error), 'write quarter = "2027-Q1"')
                continue
            if quarter in seen:
                self.problems.add(line, f"{quarter} stands twice", "keep one window")
            seen.add(quarter)
            if days and Quarter.of(days[0]) != quarter:
                self.problems.add(
                    line,
                    f"{days[0]} does not lie in {quarter}",
                    "let the window begin in its quarter",
                )
            if days:
                first, last, until = days
                yield quarter, Window(quarter, first, last, until)

    def _check_overlaps(self, windows: list[Window]) -> None:
        names = [table.get("quarter") for _, table in self._tables("window")]
        for before, after in pairwise(windows):
            if after.first <= before.until:
                line = self._heading("window", names.index(str(after.quarter)))
                self.problems.add(
                    line, f"{after.quarter} overlaps {before.quarter}", "let it begin later"
                )

    def _periods(self, name: str) -> Iterator[Period]:
        known: list[Period] = []
        for line, table in self._tables(name):
            days = self._days(line, table, ("first", "last"))
            wanted = table.get("zones", [])
            zones = [str(zone) for zone in (wanted if isinstance(wanted, list) else [wanted])]
            unknown = [zone for zone in zones if zone not in set(Zone)]
            if unknown:
                self.problems.add(line, f"unknown zone '{unknown[0]}'", "use WIB, WITA or WIT")
            if not table.get("name"):
                self.problems.add(line, f"a {name} without a name", 'write name = "…"')
            if days and not unknown:
                first, last = days
                period = Period(first, last, str(table.get("name")), frozenset(map(Zone, zones)))
                self._check_period(line, period, known)
                known.append(period)
                yield period

    def _check_period(self, line: int, period: Period, known: list[Period]) -> None:
        if period.last - period.first >= LONGEST_PERIOD:
            days = (period.last - period.first).days + 1
            self.problems.add(line, f"'{period.name}' lasts {days} days", "correct its dates")
        for other in known:
            together = not (period.zones and other.zones) or period.zones & other.zones
            if together and period.first <= other.last and other.first <= period.last:
                self.problems.add(
                    line, f"'{period.name}' overlaps '{other.name}'", "write each day once"
                )

    def _fixed(self) -> Iterator[tuple[tuple[int, int], str]]:
        for day, name in self.data["holidays"].get("fixed", {}).items():
            try:
                moment = date.fromisoformat(f"2024-{day}")
            except ValueError:
                self.problems.add(
                    self._line(f'"{day}"'), f"no day like 08-17: '{day}'", "write month-day"
                )
            else:
                yield (moment.month, moment.day), str(name)

    def _holidays(self) -> dict[date, str]:
        years = self.data["holidays"].get("years", [])
        if not all(type(year) is int for year in years):
            self.problems.add(self._line("years"), "years are no numbers", "write years = [2026]")
            return {}
        if strange := [year for year in years if year not in YEARS]:
            advice = f"write years from {YEARS.start} to {YEARS.stop - 1}"
            self.problems.add(self._line("years"), f"no year like 2026: {strange[0]}", advice)
            return {}
        known = announced_holidays(tuple(years)) if years else {}
        return {day: self._worded(name) for day, name in known.items()}

    def _worded(self, name: str) -> str:
        """Return a holiday's name in the spelling the file asks for."""
        for theirs, ours in self.data["holidays"].get("wording", {}).items():
            name = name.replace(str(theirs), str(ours))
        return name
