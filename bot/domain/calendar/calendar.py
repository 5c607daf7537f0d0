"""When the bot may begin a message, and when the evaluations of a school year are open. Pure.

Knows rules and dates, not where they are written (``content.calendar`` reads them) and no person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from bot.domain.calendar.quarter import Quarter, local, moment_at, nth_weekday
from bot.domain.person.zone import Zone

Told = TypeVar("Told")

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
"""As ``date.weekday`` counts."""

NIGHT_BEGINS = time(20, 0)
NIGHT_ENDS = time(6, 30)
FRIDAY_BEGINS = time(11, 0)
FRIDAY_ENDS = time(13, 30)
FAST_BEGINS = time(17, 0)
"""Ramadan: the hours around the evening meal (17.00-20.30); the morning meal lies in the night."""

CATCH_UP = timedelta(days=14)
"""How long after its last day an evaluation can still be asked for, unless the year says else."""


class Quiet(StrEnum):
    """Why a moment is forbidden. Each has a sentence in the texts, ``quiet-<value>``."""

    NIGHT = "malam"
    SUNDAY = "minggu"
    SATURDAY = "sabtu"
    FRIDAY = "jumat"
    HOLIDAY = "libur"
    BREAK = "libur-sekolah"
    PERIOD = "masa-tenang"
    FAST = "ramadan"
    REPORTS = "rapor"
    PAUSED = "jeda"
    BUDGET = "sehari-satu"


@dataclass(frozen=True, slots=True)
class MoveReason:
    """Why something moved: the kind, and a name such as "Hari Suci Nyepi" where there is one."""

    quiet: Quiet
    name: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days, both ends included, with the name people know it by.

    Without zones it holds everywhere, else only for people of these zones.
    """

    first: date
    last: date
    name: str
    zones: frozenset[Zone] = frozenset()

    def holds(self, day: date, zone: Zone | None) -> bool:
        """Say whether the day lies in the period for people of this zone."""
        if self.zones and (zone or Zone.WIB) not in self.zones:
            return False
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which a quarter's evaluation is open, and until when it may be caught up.

    ``due`` is the day it would have begun had nothing moved it, and ``moved`` what did; None when
    nothing has.
    """

    quarter: Quarter
    first: date
    last: date
    until: date
    due: date | None = None
    moved: MoveReason | None = None

    def shifted(self, days: int) -> "Window":
        """Return the window moved by some days, as a school may want it."""
        by = timedelta(days=days)
        return Window(self.quarter, self.first + by, self.last + by, self.until + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """School years and quiet days. Years it does not list follow the rule of ``window``."""

    windows: Mapping[Quarter, Window] = field(default_factory=dict)
    breaks: tuple[Period, ...] = ()
    periods: tuple[Period, ...] = ()
    fasts: tuple[Period, ...] = ()
    reports: tuple[Period, ...] = ()
    """The weeks in which teachers write their pupils' reports: one reminder at most."""

    holidays: Mapping[date, str] = field(default_factory=dict)
    fixed_holidays: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Month and day of holidays that come every year, also in years nobody has announced yet."""

    saturdays_quiet: bool = True
    _known_days: dict[tuple[date, Zone | None], MoveReason | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """Answers of ``quiet_day``, which each turn asks about the same weeks."""

    _known_rules: dict[tuple[Callable[..., Any], date, Zone | None], Any] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    _six_days: list["Calendar"] = field(default_factory=list, init=False, compare=False, repr=False)
    """The same calendar for weeks of six days, once somebody has asked for it."""

    def with_periods(self, periods: tuple[Period, ...]) -> "Calendar":
        """Return the calendar with further quiet periods."""
        return replace(self, periods=(*self.periods, *periods))

    def with_saturdays(self) -> "Calendar":
        """Return the calendar of somebody whose school week has six days."""
        if not self.saturdays_quiet:
            return self
        if not self._six_days:
            self._six_days.append(replace(self, saturdays_quiet=False))
        return self._six_days[0]

    def window(self, quarter: Quarter) -> Window:
        """Return the window of a quarter: the listed one, else by rule.

        The rule (from the pattern of 2026/2027): Q3 from the third Monday of September to the
        Friday of the third week; Q4 1-18 December; Q1 from the last Monday of March to the Friday
        of the third week; Q2 from the first Monday of June to the Friday of the second week.
        """
        return self.windows.get(quarter) or window_by_rule(quarter)

    def quiet_day(self, day: date, zone: Zone | None) -> MoveReason | None:
        """Return why nothing may begin on a day, or None."""
        asked = (day, zone)
        if asked not in self._known_days:
            self._known_days[asked] = self._look_up(day, zone)
        return self._known_days[asked]

    def told(
        self, rule: Callable[["Calendar", date, Zone | None], Told], day: date, zone: Zone | None
    ) -> Told:
        """Return what a rule says of a day, kept from the first time it is asked; it may depend on nothing else."""
        asked = (rule, day, zone)
        if asked not in self._known_rules:
            self._known_rules[asked] = rule(self, day, zone)
        known: Told = self._known_rules[asked]
        return known

    def _look_up(self, day: date, zone: Zone | None) -> MoveReason | None:
        holiday = self.holidays.get(day) or self.fixed_holidays.get((day.month, day.day))
        if holiday:
            return MoveReason(Quiet.HOLIDAY, holiday)
        if day.weekday() == SUNDAY:
            return MoveReason(Quiet.SUNDAY)
        for quiet, periods in ((Quiet.BREAK, self.breaks), (Quiet.PERIOD, self.periods)):
            for period in periods:
                if period.holds(day, zone):
                    return MoveReason(quiet, period.name)
        if self.saturdays_quiet and day.weekday() == SATURDAY:
            return MoveReason(Quiet.SATURDAY)
        return None

    def quiet_moment(self, moment: datetime, zone: Zone | None) -> MoveReason | None:
        """Return why nothing may begin at a moment (aware), or None when it may."""
        here = local(moment, zone)
        if reason := self.quiet_day(here.date(), zone):
            return reason
        return self._quiet_hour(here, zone)

    def _quiet_hour(self, here: datetime, zone: Zone | None) -> MoveReason | None:
        """Return why nothing may begin at an hour of the day, whatever the day is."""
        clock = here.time()
        if clock >= NIGHT_BEGINS or clock < NIGHT_ENDS:
            return MoveReason(Quiet.NIGHT)
        if here.weekday() == FRIDAY and FRIDAY_BEGINS <= clock < FRIDAY_ENDS:
            return MoveReason(Quiet.FRIDAY)
        fast = self.fast(here.date(), zone)
        return fast if fast and clock >= FAST_BEGINS else None

    def fast(self, day: date, zone: Zone | None) -> MoveReason | None:
        """Return the month of fasting a day lies in, None for any other day."""
        found = next((period for period in self.fasts if period.holds(day, zone)), None)
        return MoveReason(Quiet.FAST, found.name) if found else None

    def report_week(self, day: date, zone: Zone | None) -> Period | None:
        """Return the week of school reports a day lies in, None for any other day."""
        return next((period for period in self.reports if period.holds(day, zone)), None)

    def after_quiet_hours(self, moment: datetime, zone: Zone | None) -> datetime:
        """Return the moment itself, or the end of the quiet hours it lies in; days are not asked.

        For what a coordinator sends: she knows whether school is on, but not everyone's clock.
        """
        here = local(moment, zone)
        reason = self._quiet_hour(here, zone)
        if reason is None:
            return moment
        if reason.quiet is Quiet.FRIDAY:
            return moment_at(here.date(), FRIDAY_ENDS, zone)
        morning = here.date() + timedelta(days=here.time() >= NIGHT_ENDS)
        return moment_at(morning, NIGHT_ENDS, zone)


def window_by_rule(quarter: Quarter) -> Window:
    """Return the window of a quarter whose year is not listed; see ``Calendar.window``."""
    year = quarter.year
    match quarter.number:
        case 1:
            first = nth_weekday(year, 3, 0, -1)
            last = first + timedelta(days=18)
        case 2:
            first = nth_weekday(year, 6, 0, 1)
            last = first + timedelta(days=11)
            return Window(quarter, first, last, _second_week(year, 7))
        case 3:
            first = nth_weekday(year, 9, 0, 3)
            last = first + timedelta(days=18)
        case _:
            first, last = date(year, 12, 1), date(year, 12, 18)
            return Window(quarter, first, last, _second_week(year + 1, 1))
    return Window(quarter, first, last, last + CATCH_UP)


def _second_week(year: int, month: int) -> date:
    """Return the Friday two weeks into school after a break: a catch-up in it lasts so long."""
    return nth_weekday(year, month, 0, 2) + timedelta(days=11)
