"""Whom a broadcast may reach in quiet times: only those its sender was told of, and said yes to. Pure."""

from collections.abc import Container
from datetime import datetime, timedelta

from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.batch import DeliveryReport, Fate, may_succeed
from bot.domain.broadcast.broadcast import ENDED, Broadcast
from bot.domain.broadcast.order import Order
from bot.domain.calendar.calendar import Calendar
from bot.domain.person.zone import Zone
from bot.domain.roster.roster import Roster

CONFIRMED_FOR = timedelta(hours=1)
"""So long a yes to a moment holds: a large school takes minutes, and a failed send is tried for half
an hour; what is left after that was not meant.
"""


def allowed_from(
    broadcast: Broadcast, calendar: Calendar, zone: Zone | None, now: datetime
) -> datetime:
    """Return from when a broadcast may reach somebody of this zone: now, or after her quiet hours."""
    after = calendar.after_quiet_hours(now, zone)
    if not broadcast.important:
        return after
    if broadcast.is_letter:
        return now
    yes = broadcast.confirmed_at
    if yes is None or not yes <= now <= yes + CONFIRMED_FOR:
        return after
    return now if calendar.after_quiet_hours(yes, zone) > yes else after


def count_disturbed(
    people: Container[int], roster: Roster, calendar: Calendar, moment: datetime
) -> int:
    """Return how many of these people have quiet hours at a moment."""
    zones = (row.zone for row in roster.rows if row.id in people)
    return sum(calendar.after_quiet_hours(moment, zone) > moment for zone in zones)


def reached_by(report: DeliveryReport, order: Order, roster: Roster) -> frozenset[int]:
    """Return whom an order would send a broadcast to."""
    head = report.broadcast
    if head.chunks is None:
        evaluation = head.content.evaluation
        found = selected(head.audience, roster, evaluation=evaluation).recipients
        return frozenset(one.id for one in found)
    if head.phase not in ENDED:
        left = (Fate.QUEUED, Fate.SENDING)
        return frozenset(one.person for one in report.deliveries if one.outcome in left)
    back = {row.id for row in roster.rows if row.reachable}
    unsure = order is Order.UNSURE_AGAIN
    return frozenset(
        one.person
        for one in report.deliveries
        if may_succeed(one, back) or (unsure and one.outcome is Fate.UNKNOWN)
    )
