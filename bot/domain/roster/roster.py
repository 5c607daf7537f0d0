"""What a coordinator may know of each teacher of her school: status, never thoughts. Pure.

Levels, intentions, plans and answers are not in here, so no list, picture or table made of it can
give them away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.calendar.calendar import Calendar, Window
from bot.domain.calendar.quarter import Quarter, local, zone_of
from bot.domain.coaching.progress import Status, status_of
from bot.domain.evaluation.evaluation import History, finished, of_quarter
from bot.domain.evaluation.window import is_done
from bot.domain.person.person import Person
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import Programme, SchoolLevel, StepSlug
from bot.domain.school.school import School

TERMS_WITH_SUBJECT = 2
"""Since this version the offer to join a school names the subject (``SCHOOL_TERMS``)."""

INACTIVE = timedelta(days=30)
"""Without a sign for this long somebody counts as inactive, as the texts say ("≥ 30 hari")."""


class Standing(StrEnum):
    """Where a teacher stands in the steps; each has a sentence, ``recap-standing-<value>``."""

    NOT_BEGUN = "belum-mulai"
    UNDERWAY = "di-langkah"
    BETWEEN = "antara"
    ALL_DONE = "tuntas"


class Evaluated(StrEnum):
    """Whether this quarter's evaluation is finished; each has a word, ``recap-evaluated-<value>``.

    Nobody is behind before the window opens (``NOT_OPEN``), nor is whoever came too late for it or
    has evaluated shortly before it (``NOT_DUE``).
    """

    DONE = "selesai"
    BEGUN = "berjalan"
    OPEN = "belum"
    NOT_DUE = "tidak-wajib"
    NOT_OPEN = "belum-dibuka"
    MISSED = "terlewat"


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
    subject: str | None = None
    """Only of whoever was told, when she joined, that her coordinator sees it."""

    joined_at: datetime | None = None
    zone: Zone | None = None
    """Whose clock tells her quiet hours."""

    before: Evaluated | None = None
    """How she ended with the evaluation of the quarter before; only where the school is counted."""

    is_open: bool = True
    """Whether the window of the evaluation is open, the days to catch up included."""

    @property
    def waits(self) -> bool:
        """Whether an evaluation that is open waits for her: she may be asked for it."""
        return self.is_open and self.evaluated in (Evaluated.OPEN, Evaluated.BEGUN)

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
    window: Window | None = None
    """The days on which that quarter's evaluation is open."""

    @property
    def opens(self) -> date | None:
        """The day on which the evaluation opens, None once it has."""
        return opening(self.window, self.today)

    def is_inactive(self, row: Row) -> bool:
        """Say whether a teacher gave no sign for thirty days."""
        return self.today - row.seen >= INACTIVE


def window_of_school(school: School, calendar: Calendar, now: datetime) -> Window:
    """Return the window that is open now, else that of the quarter the calendar says."""
    today = local(now, school.zone).date()
    for quarter in (Quarter.of(today).shifted(-1), Quarter.of(today)):
        window = school.window(calendar, quarter)
        if window.first <= today <= window.until:
            return window
    return school.window(calendar, Quarter.of(today))


def quarter_of_school(school: School, calendar: Calendar, now: datetime) -> Quarter:
    """Return the quarter a school is in: that of a window open now, else that of the calendar."""
    return window_of_school(school, calendar, now).quarter


def opening(window: Window | None, today: date) -> date | None:
    """Return the first day of a window that lies ahead, else None."""
    return window.first if window and today < window.first else None


def roster_of(rows: Iterable[Row], school: School, calendar: Calendar, now: datetime) -> Roster:
    """Return the teachers of a school by name."""
    window = window_of_school(school, calendar, now)
    return Roster(
        quarter=window.quarter,
        today=local(now, school.zone).date(),
        rows=tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.id))),
        window=window,
    )


def row_of(
    person: Person, school: School, programme: Programme, calendar: Calendar, now: datetime
) -> Row:
    """Return what a school's coordinator may know of one of its teachers."""
    statuses = {step.slug: status_of(person.progress, step.slug) for step in programme}
    standing, step, since = _standing(person, programme, school)
    today = local(now, school.zone).date()
    window = window_of_school(school, calendar, now)
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
        subject=person.subject if person.school_terms >= TERMS_WITH_SUBJECT else None,
        joined_at=person.joined_at,
        zone=person.zone,
        is_open=window.first <= today <= window.until,
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
    """Return how far a teacher is with the evaluation of the quarter her school is in.

    The one rule for lists, filters, numbers and files. ``calendar`` is the school's.
    """
    window = window_of_school(school, calendar, now)
    quarter, today = str(window.quarter), local(now, school.zone).date()
    if of_quarter(finished(person.evaluations), quarter):
        return Evaluated.DONE
    if person.evaluating and person.evaluating.quarter == quarter:
        return Evaluated.BEGUN
    if _is_spared(person, school, window, now):
        return Evaluated.NOT_DUE
    if today < window.first:
        return Evaluated.NOT_OPEN
    return Evaluated.OPEN if today <= window.until else Evaluated.MISSED


def evaluated_at_last(person: Person, school: School, window: Window, now: datetime) -> Evaluated:
    """Return how a teacher ended with the evaluation of a quarter whose window is over."""
    if of_quarter(finished(person.evaluations), str(window.quarter)):
        return Evaluated.DONE
    return Evaluated.NOT_DUE if _is_spared(person, school, window, now) else Evaluated.MISSED


def came_on(person: Person, school: School, now: datetime) -> date:
    """Return the day on which somebody has become a teacher of her school, in its zone."""
    registered = person.consent.given_at if person.consent else now
    return local(max(registered, person.joined_at or registered), school.zone).date()


def _is_spared(person: Person, school: School, window: Window, now: datetime) -> bool:
    """Say whether a window asks nothing of a teacher: she came after it began, or evaluated lately."""
    if came_on(person, school, now) > window.first:
        return True
    registered = person.consent.given_at if person.consent else now
    till_then = tuple(
        one
        for one in person.evaluations
        if one.finished_at is None or local(one.finished_at, school.zone).date() <= window.until
    )
    history = History(registered=registered, evaluations=till_then, zone=person.zone)
    return is_done(history, window, now.astimezone(zone_of(person.zone)))
