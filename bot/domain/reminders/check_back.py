"""The check-back: one question about a promise, on its day, at her hour. Pure.

Where it stays unanswered, the next nudge asks once more and says that it rests; after that nobody asks.
Must not know what is asked, nor what becomes of the answer.
"""

from datetime import date, datetime, time, timedelta

from bot.domain.calendar.allowed import Hours, next_allowed
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.promise import Promise
from bot.domain.person.zone import Zone
from bot.domain.reminders.outbound import Asked, Planned, PlanningFacts, Topic

ASKED_MOST = 2
"""After so many questions about a promise without an answer it rests, and she is told so."""

EARLIER_KEPT = 26
"""Of each of the 13 steps at most one promise can wait; as many again may have been moved."""

TRIES_FOR = timedelta(hours=3)
"""Whoever promises a lesson for the same day has held it by then."""

DAYS_OFFERED = 5
"""Days to choose from: a school week fits two rows of buttons."""

AFTER_SIGN = timedelta(hours=1)
"""Nobody is asked while she is here anyway: the promise is on her screen then."""

SAME_DAY_UNTIL = time(12, 0)
"""Until then a lesson of the same day can still be promised."""


def open_promise(coaching: Coaching) -> Promise | None:
    """Return the promise she has not said anything about yet, None without one."""
    active = coaching.active
    open_try = active.current if active and not active.closed_at else None
    return open_try.open_promise if open_try else None


def times_asked(asked: Asked | None, promise: Promise) -> int:
    """Return how often she was asked about this promise."""
    if asked is None:
        return 0
    return dict((*asked.earlier, (asked.key, asked.times))).get(promise.key, 0)


def asked_once_more(asked: Asked | None, promise: Promise, at: datetime | None = None) -> Asked:
    """Return the count after one more question about this promise, put at a moment in UTC."""
    known = dict((*asked.earlier, (asked.key, asked.times))) if asked else {}
    times = known.pop(promise.key, 0) + 1
    return Asked(promise.key, times, tuple(known.items())[-EARLIER_KEPT:], at)


def rests(asked: Asked | None, promise: Promise) -> bool:
    """Say whether she was asked often enough: she finds the promise herself when she wants to."""
    return times_asked(asked, promise) >= ASKED_MOST


def check_back_message(subject: PlanningFacts, calendar: Calendar, now: datetime) -> Planned | None:
    """Plan the question about a promise; None without one, and once it was asked."""
    promise, outbound = subject.promise, subject.outbound
    if promise is None or times_asked(outbound.asked, promise):
        return None
    held_at = promise.made_at + TRIES_FOR
    if local(promise.made_at, subject.zone).date() != promise.day:
        held_at = moment_at(promise.day, time(0), subject.zone)
    start = max(held_at, subject.seen_at + AFTER_SIGN, now)
    moved = next_allowed(calendar, subject.hours, start)
    key = f"check:{promise.key}:{subject.id}"
    return Planned(
        moment=moved.moment, topic=Topic.CHECK_BACK, key=key, reasons=moved.reasons, promise=promise
    )


def days_offered(
    calendar: Calendar, zone: Zone | None, now: datetime, most: int = DAYS_OFFERED
) -> tuple[date, ...]:
    """Return the next days on which school is on, by her own clock: no breaks, no quiet days."""
    here = local(now, zone)
    day = here.date() + timedelta(days=here.time() >= SAME_DAY_UNTIL)
    found: list[date] = []
    while len(found) < most:
        hours = Hours(zone=zone, hour=time(12))
        day = local(
            next_allowed(calendar, hours, moment_at(day, time(0), zone)).moment, zone
        ).date()
        found.append(day)
        day += timedelta(days=1)
    return tuple(found)
