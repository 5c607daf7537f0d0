"""When a coordinator is told about her week, on her reminder day at her hour, and what of it. Pure.

What is told is looked up when it is sent. Must not know how it is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.calendar.allowed import next_allowed
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quarter import moment_at
from bot.domain.reminders.outbound import Planned, PlanningFacts, Topic
from bot.domain.roster.nudge_request import TeacherGroup
from bot.domain.roster.roster import Evaluated, Roster, Row
from bot.domain.roster.roster_group import belongs, stuck_days

LATE_DAYS = 1
"""After a day of downtime it is still told; later the next week's comes soon enough."""

APART_DAYS = 4
"""Two digests moved by a long break do not come right after each other."""

WEEKS_LOOKED_AT = 60
"""No run of forbidden days is as long."""


def digest_message(subject: PlanningFacts, calendar: Calendar, now: datetime) -> Planned | None:
    """Plan the next weekly digest; None for whoever has no schools or wants none."""
    if not subject.has_digest or not subject.wishes.digest:
        return None
    outbound, today = subject.outbound, subject.day(now)
    day = today - timedelta(days=(today.weekday() - subject.wishes.weekday) % 7)
    for _ in range(WEEKS_LOOKED_AT):
        key = f"digest:{day}:{subject.id}"
        moved = next_allowed(calendar, subject.hours, moment_at(day, time(0), subject.zone))
        if subject.day(moved.moment) + timedelta(days=LATE_DAYS) >= today:
            if moved.moment < now:
                moved = next_allowed(calendar, subject.hours, now)
            last = outbound.digested_on
            apart = last is None or abs((subject.day(moved.moment) - last).days) >= APART_DAYS
            if key not in outbound.recent and apart:
                return Planned(
                    moment=moved.moment, topic=Topic.DIGEST, key=key, reasons=moved.reasons
                )
        day += timedelta(days=7)
    return None


NAMES_MOST = 3
"""A digest names so few, because it is read on a phone between two lessons."""

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What a digest tells: numbers, and the few who might be glad of a word."""

    teachers: int
    active: int
    evaluated: int
    due: int
    """How many of them have an evaluation to do this quarter, the finished ones included."""

    opens: date | None
    """When the evaluation opens, as long as it is open in none of the schools."""

    named: tuple[tuple[Row, date], ...]
    """Teachers with the present day of their school."""


def week_of(rosters: Sequence[Roster]) -> Week:
    """Return the week of all schools of one coordinator."""
    everybody = [(row, roster.today) for roster in rosters for row in roster.rows]
    begun = [roster for roster in rosters if not roster.opens]
    due = [row for one in begun for row in one.rows if row.evaluated is not Evaluated.NOT_DUE]
    waiting = [one for one in everybody if _urgency(*one)]
    waiting.sort(key=lambda one: _urgency(*one), reverse=True)
    return Week(
        teachers=len(everybody),
        active=sum(today - row.seen < WEEK for row, today in everybody),
        evaluated=sum(row.evaluated is Evaluated.DONE for row in due),
        due=len(due),
        opens=None if begun else min((one.opens for one in rosters if one.opens), default=None),
        named=tuple(waiting[:NAMES_MOST]),
    )


def _urgency(row: Row, today: date) -> tuple[int, ...]:
    """Return how much a word might help; empty for whoever needs none now, or wants none."""
    if not row.reachable or row.silent:
        return ()
    away = (today - row.seen).days
    for rank, group in enumerate(
        (TeacherGroup.NOT_BEGUN, TeacherGroup.INACTIVE, TeacherGroup.STUCK)
    ):
        if belongs(row, group, today) and away >= WEEK.days:
            return rank, max(away, stuck_days(row, today))
    return ()
