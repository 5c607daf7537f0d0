"""``content/calendar_id.toml`` becomes the Calendar.

Public holidays and cuti bersama come from the ``holidays`` package for the years the file says are
announced. Must not decide when anything is sent; ``domain.calendar`` does.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.content.holidays import announced_holidays
from bot.content.problem import Problem, ProblemList
from bot.domain.calendar import Calendar, Period, Window
from bot.domain.quarter import Quarter
from bot.domain.zone import Zone

TABLES = ("window", "break", "quiet", "ramadan")
KEYS = ("checked", "saturday", "holidays", *TABLES)
SATURDAY = ("quiet", "open")


def read_calendar(path: Path, today: date) -> tuple[Calendar, list[Problem]]:
    """Return the calendar of a file and everything that is wrong with it, as seen today."""
    text = path.read_text(encoding="utf-8")
    problems = ProblemList(path, [])
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = str(error).rpartition("line ")[2].partition(",")[0]
        problems.add(int(line) if line.isdigit() else 1, str(error), "mend the TOML")
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
            breaks=tuple(self._periods("break")),
            periods=tuple(self._periods("quiet")),
            fasts=tuple(self._periods("ramadan")),
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
            if days:
                yield quarter, Window(quarter, *days)

    def _check_overlaps(self, windows: list[Window]) -> None:
        names = [table.get("quarter") for _, table in self._tables("window")]
        for before, after in pairwise(windows):
            if after.first <= before.until:
                line = self._heading("window", names.index(str(after.quarter)))
                self.problems.add(
                    line, f"{after.quarter} overlaps {before.quarter}", "let it begin later"
                )

    def _periods(self, name: str) -> Iterator[Period]:
        for line, table in self._tables(name):
            days = self._days(line, table, ("first", "last"))
            zones = [str(zone) for zone in table.get("zones", [])]
            unknown = [zone for zone in zones if zone not in set(Zone)]
            if unknown:
                self.problems.add(line, f"unknown zone '{unknown[0]}'", "use WIB, WITA or WIT")
            if not table.get("name"):
                self.problems.add(line, f"a {name} without a name", 'write name = "…"')
            if days and not unknown:
                first, last = days
                yield Period(first, last, str(table.get("name")), frozenset(map(Zone, zones)))

    def _fixed(self) -> Iterator[tuple[tuple[int, int], str]]:
        for day, name in self.data.get("holidays", {}).get("fixed", {}).items():
            try:
                moment = date.fromisoformat(f"2024-{day}")
            except ValueError:
                self.problems.add(
                    self._line(f'"{day}"'), f"no day like 08-17: '{day}'", "write month-day"
                )
            else:
                yield (moment.month, moment.day), str(name)

    def _holidays(self) -> dict[date, str]:
        years = self.data.get("holidays", {}).get("years", [])
        if not all(isinstance(year, int) for year in years):
            self.problems.add(self._line("years"), "years are no numbers", "write years = [2026]")
            return {}
        known = announced_holidays(tuple(years)) if years else {}
        return {day: self._worded(name) for day, name in known.items()}

    def _worded(self, name: str) -> str:
        """Return a holiday's name in the spelling the file asks for."""
        for theirs, ours in self.data.get("holidays", {}).get("wording", {}).items():
            name = name.replace(str(theirs), str(ours))
        return name
