"""A school in numbers: how many stand where, and levels only where nobody can be made out. Pure.

What comes out holds no person. A level is an answer a teacher gave for herself, so it is counted
only in groups (see ``Spread``); there are no filters by which a group could be made smaller.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.calendar import Calendar
from bot.domain.evaluation import LEVELS, of_quarter
from bot.domain.person import Person
from bot.domain.programme import Programme, StepSlug
from bot.domain.progress import Status
from bot.domain.quarter import Quarter
from bot.domain.roster import Evaluated, Row, quarter_of_school, row_of
from bot.domain.school import School

GROUP = 5
"""Levels are told of at least so many teachers together (product.md section 4)."""

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


_Answers = dict[StepSlug, list[tuple[datetime, int, int]]]
"""When each answer was finished, whose it is (to order by only), and its level."""


@dataclass(slots=True)
class Tally:
    """Counts a school's teachers one by one, so that not all must be in memory at once."""

    school: School
    programme: Programme
    calendar: Calendar
    now: datetime
    _rows: list[Row] = field(default_factory=list)
    _finished: Counter[str] = field(default_factory=Counter)
    _answers: dict[str, _Answers] = field(default_factory=dict)

    @property
    def quarter(self) -> Quarter:
        """The quarter the school is in."""
        return quarter_of_school(self.school, self.calendar, self.now)

    def add(self, person: Person) -> Row:
        """Count one teacher; return what may be known of her by name."""
        row = row_of(person, self.school, self.programme, self.calendar, self.now)
        self._rows.append(row)
        self._finished.update(one.quarter for one in person.evaluations)
        for quarter in (self.quarter, self.quarter.shifted(-1)):
            self._take_levels(person, str(quarter))
        return row

    def _take_levels(self, person: Person, quarter: str) -> None:
        evaluation = of_quarter(person.evaluations, quarter)
        if evaluation is None or evaluation.finished_at is None:
            return
        answers = self._answers.setdefault(quarter, defaultdict(list))
        for step, level in evaluation.levels.items():
            answers[step].append((evaluation.finished_at, person.id, level))

    def recap(self) -> Recap:
        """Return the numbers of everybody counted."""
        quarter = self.quarter
        told = [quarter.shifted(-back) for back in range(QUARTERS_TOLD)]
        evaluated = Counter(row.evaluated for row in self._rows)
        return Recap(
            quarter=quarter,
            teachers=len(self._rows),
            reachable=sum(row.reachable for row in self._rows),
            steps={step.slug: self._statuses(step.slug) for step in self.programme},
            evaluated={state: evaluated[state] for state in Evaluated},
            finished={one: self._finished[str(one)] for one in told},
            levels=self._spreads(quarter),
            levels_before=self._spreads(quarter.shifted(-1)),
        )

    def _statuses(self, step: StepSlug) -> dict[Status, int]:
        counts = Counter(row.statuses[step] for row in self._rows)
        return {status: counts[status] for status in Status}

    def _spreads(self, quarter: Quarter) -> dict[StepSlug, Spread]:
        answers = self._answers.get(str(quarter), {})
        return {step.slug: _spread(answers.get(step.slug, [])) for step in self.programme}


def _spread(answers: list[tuple[datetime, int, int]]) -> Spread:
    whole = len(answers) - len(answers) % GROUP
    if not whole:
        return None
    counts = Counter(level for _, _, level in sorted(answers)[:whole])
    return tuple(counts[level] for level in LEVELS)


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
