"""A school in numbers: how many stand where, and levels only where nobody can be made out. Pure.

What comes out holds no person. A level is an answer a teacher gave for herself, so only halves of a
school are told, once an evaluation is over (see ``levels``); no filter makes a group smaller.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.domain.calendar.calendar import Calendar, Window
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.coaching.progress import Status
from bot.domain.evaluation.evaluation import finished, of_quarter
from bot.domain.person.person import Person
from bot.domain.programme.programme import Programme, StepSlug
from bot.domain.roster.levels import ToldLevels, told_of
from bot.domain.roster.roster import (
    Evaluated,
    Row,
    came_on,
    evaluated_at_last,
    opening,
    row_of,
    window_of_school,
)
from bot.domain.school.school import School

QUARTERS_TOLD = 8
"""How many quarters are counted, this one included."""

ASKED = (Evaluated.DONE, Evaluated.BEGUN, Evaluated.OPEN, Evaluated.MISSED)
"""Of whom an evaluation was asked that has opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """A school's numbers at one moment."""

    quarter: Quarter
    opens: date | None
    """When this quarter's evaluation opens, None once it has."""

    teachers: int
    reachable: int
    steps: Mapping[StepSlug, Mapping[Status, int]]
    states: Mapping[Quarter, Mapping[Evaluated, int]]
    """How many are how far with the evaluation of this quarter, and ended how with earlier ones.

    Newest first, and none that was over before the first of them had come.
    """

    told_of: Quarter
    """The newest quarter whose evaluation is over: levels are told of it and of the one before."""

    levels: ToldLevels
    levels_before: ToldLevels
    tells_from: date | None
    """From which day on the levels of ``quarter`` are told, None if its evaluation is over."""

    @property
    def before(self) -> Quarter:
        """The quarter before this one."""
        return self.quarter.shifted(-1)

    @property
    def evaluated(self) -> Mapping[Evaluated, int]:
        """How many are how far with the evaluation of this quarter."""
        return self.states[self.quarter]

    def due(self, quarter: Quarter) -> int:
        """Return of how many teachers a quarter asked an evaluation; 0 before it opens."""
        states = self.states.get(quarter, {})
        return sum(states.get(one, 0) for one in ASKED) if not self._lies_ahead(quarter) else 0

    def _lies_ahead(self, quarter: Quarter) -> bool:
        return quarter == self.quarter and self.opens is not None


@dataclass(slots=True)
class Tally:
    """Counts a school's teachers one by one, so that not all must be in memory at once."""

    school: School
    programme: Programme
    calendar: Calendar
    now: datetime
    window: Window = field(init=False)
    """When the evaluation of the quarter the school is in is open."""

    _teachers: int = 0
    _reachable: int = 0
    _statuses: Counter[tuple[StepSlug, Status]] = field(default_factory=Counter)
    _states: dict[Quarter, Counter[Evaluated]] = field(init=False)
    _over: tuple[Window, ...] = field(init=False)
    """The windows of the quarters before, the newest first."""

    _began: date | None = None
    """When the first of those counted has come."""

    _answers: dict[tuple[str, StepSlug], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.window = window_of_school(self.school, self.calendar, self.now)
        before = (self.quarter.shifted(-back) for back in range(1, QUARTERS_TOLD))
        self._over = tuple(self.school.window(self.calendar, one) for one in before)
        self._states = {one: Counter() for one in (self.quarter, *(w.quarter for w in self._over))}

    @property
    def quarter(self) -> Quarter:
        """The quarter the school is in."""
        return self.window.quarter

    def add(self, person: Person) -> Row:
        """Count one teacher; return what may be known of her by name."""
        row = row_of(person, self.school, self.programme, self.calendar, self.now)
        self._teachers += 1
        self._reachable += row.reachable
        self._statuses.update(row.statuses.items())
        self._states[self.quarter][row.evaluated] += 1
        ends = [evaluated_at_last(person, self.school, one, self.now) for one in self._over]
        for window, end in zip(self._over, ends, strict=True):
            self._states[window.quarter][end] += 1
        came = came_on(person, self.school, self.now)
        self._began = min(came, self._began or came)
        for quarter in self._told_quarters:
            self._take_levels(person, quarter)
        return replace(row, before=ends[0])

    @property
    def _told_states(self) -> dict[Quarter, Mapping[Evaluated, int]]:
        """The numbers of this quarter, and of those that were not over when the school began."""
        over = {one.quarter for one in self._over if not self._began or one.until < self._began}
        return {
            quarter: {state: counts[state] for state in Evaluated}
            for quarter, counts in self._states.items()
            if quarter not in over
        }

    @property
    def _today(self) -> date:
        return local(self.now, self.school.zone).date()

    @property
    def _is_over(self) -> bool:
        """Whether this quarter's evaluation is over, the days to catch up included."""
        return self.window.until < self._today

    @property
    def _told_quarters(self) -> tuple[str, str]:
        """The two newest quarters whose evaluations are over."""
        newest = self.quarter if self._is_over else self.quarter.shifted(-1)
        return str(newest), str(newest.shifted(-1))

    def _take_levels(self, person: Person, quarter: str) -> None:
        evaluation = of_quarter(finished(person.evaluations), quarter)
        if evaluation is None or evaluation.finished_at is None:
            return
        if person.joined_at and evaluation.finished_at < person.joined_at:
            return  # else two schools told of the same answers could be compared
        for step, level in evaluation.levels.items():
            self._answers.setdefault((quarter, step), []).append(level)

    def untold(self) -> dict[str, ToldLevels]:
        """Return the levels of the quarters that are over and of which nothing was told yet.

        They must be kept with the school before they are shown, so that they are told only once.
        """
        return {
            quarter: told_of(
                {step: levels for (one, step), levels in self._answers.items() if one == quarter}
            )
            for quarter in self._told_quarters
            if quarter not in self.school.levels
        }

    def recap(self, kept: School | None = None) -> Recap:
        """Return the numbers of everybody counted, with the levels that the school keeps by now."""
        levels = (kept or self.school).levels
        newest, before = self._told_quarters
        opens = opening(self.window, self._today)
        return Recap(
            quarter=self.quarter,
            opens=opens,
            teachers=self._teachers,
            reachable=self._reachable,
            steps={
                step.slug: {status: self._statuses[step.slug, status] for status in Status}
                for step in self.programme
            },
            states=self._told_states,
            told_of=Quarter.parse(newest),
            levels=levels.get(newest, {}),
            levels_before=levels.get(before, {}),
            tells_from=None if self._is_over else self.window.until + timedelta(days=1),
        )
