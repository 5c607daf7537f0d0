"""A school in numbers: how many stand where, and levels only where nobody can be made out. Pure.

What comes out holds no person. A level is an answer a teacher gave for herself, so it is counted
only in groups (see ``Spread``); there are no filters by which a group could be made smaller.
"""

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.calendar import Calendar, Window
from bot.domain.evaluation import LEVELS, finished, of_quarter
from bot.domain.person import Person
from bot.domain.programme import Programme, StepSlug
from bot.domain.progress import Status
from bot.domain.quarter import Quarter, local
from bot.domain.roster import Evaluated, Row, opening, row_of, window_of_school
from bot.domain.school import School

GROUP = 5
"""Levels are told of so many teachers together, so that nobody's own can be made out."""

QUARTERS_TOLD = 8
"""How many quarters back finished evaluations are counted."""


Spread = tuple[int, ...] | None
"""How many teachers chose each level, 1 to 4; None while fewer than five answered.

Only whole groups of five are counted, in the order in which they finished: else the difference
between today's numbers and tomorrow's would be the answer of the one who came between.
"""


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

    levels: Mapping[StepSlug, Spread]
    levels_before: Mapping[StepSlug, Spread]
    """The same of the quarter before."""

    @property
    def before(self) -> Quarter:
        """The quarter before this one."""
        return self.quarter.shifted(-1)


@dataclass(slots=True)
class _Answers:
    """The answers to one step in one quarter: counted, and the newest few apart."""

    levels: Counter[int] = field(default_factory=Counter)
    newest: list[tuple[datetime, int, int]] = field(default_factory=list)
    """When it was finished, whose it is (to order by only), and its level."""

    def add(self, finished: datetime, person: int, level: int) -> None:
        """Count one answer."""
        self.levels[level] += 1
        insort(self.newest, (finished, person, level))
        del self.newest[: 1 - GROUP]

    def spread(self) -> Spread:
        """Return the levels of the whole groups of five."""
        total = sum(self.levels.values())
        if total < GROUP:
            return None
        late = self.newest[len(self.newest) - total % GROUP :]
        counts = self.levels - Counter(level for _, _, level in late)
        return tuple(counts[level] for level in LEVELS)


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
    _answers: dict[tuple[str, StepSlug], _Answers] = field(default_factory=dict)

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
        for quarter in (self.quarter, self.quarter.shifted(-1)):
            self._take_levels(person, str(quarter))
        return row

    def _take_levels(self, person: Person, quarter: str) -> None:
        evaluation = of_quarter(finished(person.evaluations), quarter)
        if evaluation is None or evaluation.finished_at is None:
            return
        for step, level in evaluation.levels.items():
            answers = self._answers.setdefault((quarter, step), _Answers())
            answers.add(evaluation.finished_at, person.id, level)

    def recap(self) -> Recap:
        """Return the numbers of everybody counted."""
        opens = opening(self.window, local(self.now, self.school.zone).date())
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
            levels=self._spreads(self.quarter),
            levels_before=self._spreads(self.quarter.shifted(-1)),
        )

    def _spreads(self, quarter: Quarter) -> dict[StepSlug, Spread]:
        nothing = _Answers()
        return {
            step.slug: self._answers.get((str(quarter), step.slug), nothing).spread()
            for step in self.programme
        }


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
    return tally.recap()
