"""What a coordinator may know of each teacher of her school: status, never thoughts. Pure.

Levels, intentions, plans and answers are not in here, so no list, picture or table made of it can
give them away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.calendar import Calendar
from bot.domain.evaluation import History, finished, next_window, of_quarter
from bot.domain.person import Person
from bot.domain.programme import Programme, SchoolLevel, StepSlug
from bot.domain.progress import Status, status_of
from bot.domain.quarter import Quarter, local, zone_of
from bot.domain.school import School

INACTIVE = timedelta(days=30)
"""Without a sign for this long somebody counts as inactive, as the texts say ("≥ 30 hari")."""


class Standing(StrEnum):
    """Where a teacher stands in the steps; each has a sentence, ``recap-standing-<value>``."""

    NOT_BEGUN = "belum-mulai"
    UNDERWAY = "di-langkah"
    BETWEEN = "antara"
    ALL_DONE = "tuntas"


class Evaluated(StrEnum):
    """Whether this quarter's evaluation is finished; each has a word, ``recap-evaluated-<value>``."""

    DONE = "selesai"
    BEGUN = "berjalan"
    OPEN = "belum"
    NOT_DUE = "tidak-wajib"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One teacher of a school; days are those of the school's zone."""

    id: int
    name: str
    level: SchoolLevel | None
    standing: Standing
    step: StepSlug | None
    since: date | None
    """Since when she stands where she stands: the start of the step, or her last sign."""

    statuses: Mapping[StepSlug, Status]
    evaluated: Evaluated
    seen: date
    reachable: bool
    silent: bool
    """Whether she stopped or paused the bot's own messages."""

    written_today: bool

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(status is Status.DONE for status in self.statuses.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The teachers of a school by name, and the quarter their evaluation is looked at for."""

    quarter: Quarter
    today: date
    rows: tuple[Row, ...]

    def is_inactive(self, row: Row) -> bool:
        """Say whether a teacher gave no sign for thirty days."""
        return self.today - row.seen >= INACTIVE


def quarter_of_school(school: School, calendar: Calendar, now: datetime) -> Quarter:
    """Return the quarter a school is in: that of a window open now, else that of the calendar."""
    today = local(now, school.zone).date()
    for quarter in (Quarter.of(today).shifted(-1), Quarter.of(today)):
        window = school.window(calendar, quarter)
        if window.first <= today <= window.until:
            return quarter
    return Quarter.of(today)


def row_of(
    person: Person, school: School, programme: Programme, calendar: Calendar, now: datetime
) -> Row:
    """Return what a school's coordinator may know of one of its teachers."""
    statuses = {step.slug: status_of(person.progress, step.slug) for step in programme}
    standing, step, since = _standing(person, programme, school)
    today = local(now, school.zone).date()
    return Row(
        id=person.id,
        name=person.shown_name or str(person.id),
        level=person.level,
        standing=standing,
        step=step,
        since=since,
        statuses=statuses,
        evaluated=evaluated_now(person, school, calendar, now),
        seen=local(person.seen_at, school.zone).date(),
        reachable=person.reachable,
        silent=is_silent(person, now),
        written_today=person.outbound.written_on == today,
    )


def is_silent(person: Person, now: datetime) -> bool:
    """Say whether somebody stopped the bot's own messages, or has paused them."""
    paused = person.wishes.paused_until
    return person.quiet or (paused is not None and paused > now)


def _standing(
    person: Person, programme: Programme, school: School
) -> tuple[Standing, StepSlug | None, date | None]:
    going = [
        (entry.started_at, slug)
        for slug, entry in person.progress.items()
        if entry.status is Status.UNDERWAY and entry.started_at and programme.step(slug)
    ]
    if going:
        started, slug = max(going)
        return Standing.UNDERWAY, slug, local(started, school.zone).date()
    seen = local(person.seen_at, school.zone).date()
    if all(status_of(person.progress, step.slug) is Status.DONE for step in programme):
        return Standing.ALL_DONE, None, seen
    if person.bookmark and programme.step(person.bookmark.step):
        return Standing.UNDERWAY, person.bookmark.step, seen
    if any(entry.status is not Status.UNTOUCHED for entry in person.progress.values()):
        return Standing.BETWEEN, None, seen
    return Standing.NOT_BEGUN, None, seen


def evaluated_now(person: Person, school: School, calendar: Calendar, now: datetime) -> Evaluated:
    """Return how far a teacher is with the evaluation of the quarter her school is in."""
    quarter = quarter_of_school(school, calendar, now)
    if of_quarter(finished(person.evaluations), str(quarter)):
        return Evaluated.DONE
    if person.evaluating and person.evaluating.quarter == str(quarter):
        return Evaluated.BEGUN
    consent = person.consent
    history = History(
        registered=consent.given_at if consent else now,
        evaluations=person.evaluations,
        zone=person.zone,
    )
    window = next_window(history, school, calendar, now.astimezone(zone_of(person.zone)))
    return Evaluated.OPEN if window.quarter <= quarter else Evaluated.NOT_DUE
