"""When a coordinator is told about her week: on her reminder day, at her hour. Pure.

What is told is looked up when it is sent; here is only the moment.
"""

from datetime import datetime, time, timedelta

from bot.domain.calendar import Calendar, next_allowed
from bot.domain.outbound import Planned, Subject, Topic
from bot.domain.quarter import moment_at

LATE_DAYS = 1
"""After a day of downtime it is still told; later the next week's comes soon enough."""

APART_DAYS = 4
"""Two digests moved by a long break do not come right after each other."""

WEEKS_LOOKED_AT = 60
"""No run of forbidden days is as long."""


def digest_message(subject: Subject, calendar: Calendar, now: datetime) -> Planned | None:
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
