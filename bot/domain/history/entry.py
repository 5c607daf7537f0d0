"""Everything a teacher did and wrote, as entries by date: tries, habits, evaluations, plans, journal. Pure.

Must not know how an entry is shown, nor change one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.calendar.quarter import local
from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.coaching import Coaching, JournalEntry
from bot.domain.coaching.cycle import Cycle
from bot.domain.evaluation.development_plan import DevelopmentPlan
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import StepSlug


class EntryKind(StrEnum):
    """What an entry is about."""

    TRY = "coba"
    HABIT = "biasa"
    EVALUATION = "evaluasi"
    PLAN = "rencana"
    JOURNAL = "jurnal"


@dataclass(frozen=True, slots=True)
class Tried:
    """One try of a cycle, with its place in it."""

    cycle: Cycle
    number: int

    @property
    def attempt(self) -> Attempt:
        """The try itself."""
        return self.cycle.attempts[self.number]


EntrySource = Tried | Cycle | Evaluation | DevelopmentPlan | JournalEntry
"""What an entry tells of; a Cycle alone is a step closed without a try."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry; ``key`` names it among all of its kind as long as it is there.

    ``day`` is by her own clock, ``at`` orders entries of one day.
    """

    kind: EntryKind
    key: str
    day: date
    at: datetime
    told: EntrySource
    step: StepSlug | None = None


def entries(person: Person) -> tuple[HistoryEntry, ...]:
    """Return all entries of a person, the newest first, also within a day."""
    zone = person.zone
    found = [
        *_of_cycles(person.coaching, zone),
        *(_of_evaluation(one, zone) for one in person.evaluations),
        *(_of_plan(one, zone) for one in person.plans if any(one.lines.values())),
        *(_of_journal(one, zone) for one in person.coaching.journal),
    ]
    ordered = sorted(enumerate(found), key=lambda one: (one[1].day, one[1].at, one[0]))
    return tuple(entry for _, entry in reversed(ordered))


def entry_of(person: Person, kind: EntryKind, key: str) -> HistoryEntry | None:
    """Return the entry of this name, None once it is gone."""
    return next((one for one in entries(person) if (one.kind, one.key) == (kind, key)), None)


def is_touched(coaching: Coaching, step: StepSlug) -> bool:
    """Say whether there is an entry of a step, without making all of them."""
    return any(
        one.habit or any(attempt.says_something for attempt in one.attempts)
        for one in cycles(coaching)
        if one.step == step
    )


def cycles(coaching: Coaching) -> tuple[Cycle, ...]:
    """Return all cycles: those closed, those put off, the active one."""
    active = (coaching.active,) if coaching.active else ()
    return (*coaching.history, *coaching.put_off, *active)


def _of_cycles(coaching: Coaching, zone: Zone | None) -> Iterator[HistoryEntry]:
    for cycle in cycles(coaching):
        for number, attempt in enumerate(cycle.attempts):
            if attempt.says_something:
                yield _of_try(Tried(cycle, number), zone)
        if cycle.closed_at and cycle.habit:
            key = f"{cycle.step}.{_seconds(cycle.closed_at)}"
            day = local(cycle.closed_at, zone).date()
            yield HistoryEntry(EntryKind.HABIT, key, day, cycle.closed_at, cycle, cycle.step)


def _of_try(tried: Tried, zone: Zone | None) -> HistoryEntry:
    attempt = tried.attempt
    key = f"{tried.cycle.step}.{_seconds(attempt.begun_at)}.{tried.number}"
    day = attempt.tried_on or local(attempt.begun_at, zone).date()
    return HistoryEntry(EntryKind.TRY, key, day, _moment(attempt, zone), tried, tried.cycle.step)


def _moment(attempt: Attempt, zone: Zone | None) -> datetime:
    """Return the latest known moment of a try on the day it took place, else when it was begun."""
    kept = [one.at for one in attempt.evidence]
    known = [one for one in (attempt.tried_at, *kept) if one]
    of_day = [one for one in known if local(one, zone).date() == attempt.tried_on]
    return max((attempt.begun_at, *of_day))


def _of_evaluation(evaluation: Evaluation, zone: Zone | None) -> HistoryEntry:
    at = evaluation.finished_at or evaluation.begun_at
    return HistoryEntry(
        EntryKind.EVALUATION, evaluation.quarter, local(at, zone).date(), at, evaluation
    )


def _of_plan(plan: DevelopmentPlan, zone: Zone | None) -> HistoryEntry:
    day = local(plan.made_at, zone).date()
    return HistoryEntry(EntryKind.PLAN, plan.quarter, day, plan.made_at, plan)


def _of_journal(entry: JournalEntry, zone: Zone | None) -> HistoryEntry:
    day = local(entry.at, zone).date()
    return HistoryEntry(EntryKind.JOURNAL, str(_seconds(entry.at)), day, entry.at, entry)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
