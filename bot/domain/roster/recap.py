"""A school in numbers: how many stand where, and levels only where nobody can be made out. Pure.

What comes out holds no person. A level is an answer a teacher gave for herself, so only halves of a
school are told, once an evaluation is over (see ``levels``); no filter makes a group smaller.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain.calendar.calendar import Calendar, Window
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.coaching.progress import Status
from bot.domain.evaluation.evaluation import finished, of_quarter
from bot.domain.person.person import Person
from bot.domain.programme.programme import Programme, StepSlug
from bot.domain.roster.levels import ToldLevels, told_of
from bot.domain.roster.roster import Evaluated, Row, opening, row_of, window_of_school
from bot.domain.school.school import School

QUARTERS_TOLD = 8
"""How many quarters back finished evaluations are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """A school's numbers at one moment."""

    quarter: Quarter
    opens: date | None
    """When this quarter's evaluation opens, None once it has."""

    teachers: int
    reachable: int
    steps: Mapping[StepSlug, Mapping[Status, int]]
    evaluated: Mapping[Evaluated, int]
    finished: Mapping[Quarter, int]
    """Finished evaluations of the last quarters, this one included, newest first."""

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
    _evaluated: Counter[Evaluated] = field(default_factory=Counter)
    _finished: Counter[str] = field(default_factory=Counter)
    _answers: dict[tuple[str, StepSlug], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.window = window_of_school(self.school, self.calendar, self.now)

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
        self._evaluated[row.evaluated] += 1
        self._finished.update(one.quarter for one in finished(person.evaluations))
        for quarter in self._told_quarters:
            self._take_levels(person, quarter)
        return row

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
        told = [self.quarter.shifted(-back) for back in range(QUARTERS_TOLD)]
        return Recap(
            quarter=self.quarter,
            opens=opens,
            teachers=self._teachers,
            reachable=self._reachable,
            steps={
                step.slug: {status: self._statuses[step.slug, status] for status in Status}
                for step in self.programme
            },
            evaluated={state: self._evaluated[state] for state in Evaluated},
            finished={one: self._finished[str(one)] for one in told},
            told_of=Quarter.parse(newest),
            levels=levels.get(newest, {}),
            levels_before=levels.get(before, {}),
            tells_from=None if self._is_over else self.window.until + timedelta(days=1),
        )


def recap_of(
    people: Iterable[Person],
    school: School,
    programme: Programme,
    calendar: Calendar,
    now: datetime,
) -> Recap:
    """Return the numbers of these teachers of a school."""
    tally = Tally(school, programme, calendar, now)
    for person in people:
        tally.add(person)
    return tally.recap(school.keeping(tally.untold()))
