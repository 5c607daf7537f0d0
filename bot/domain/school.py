"""A school: its name, its zone, and how its evaluation windows differ from the calendar's. Pure.

Must not know its teachers; they name their school.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from bot.domain.calendar import Calendar, Window
from bot.domain.quarter import Quarter
from bot.domain.zone import Zone

SchoolId = NewType("SchoolId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """One school. ``shifts`` moves the window of a quarter (``2026-Q4``) by days."""

    id: SchoolId
    name: str
    zone: Zone
    shifts: Mapping[str, int] = field(default_factory=dict)

    def window(self, calendar: Calendar, quarter: Quarter) -> Window:
        """Return the window of a quarter as this school has it."""
        return calendar.window(quarter).shifted(self.shifts.get(str(quarter), 0))
