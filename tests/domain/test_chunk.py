"""One delivery from queued to its end."""

from datetime import datetime, timedelta

from bot.domain.broadcast.batch import MOST_TRIES, Delivery, Fate
from bot.domain.broadcast.verdict import RetryAt


def test_tries_come_at_growing_distances(now: datetime) -> None:
    """Each failure of Telegram doubles the wait, from a minute to a quarter of an hour."""
    delivery, waits = Delivery(person=7, name="Sari"), []
    for _ in range(MOST_TRIES - 1):
        delivery = delivery.ended(RetryAt(now, "bad gateway"), now)
        assert delivery.outcome is Fate.QUEUED
        assert delivery.after
        waits.append(delivery.after - now)
    assert waits == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 8, 16)]
    assert delivery.ended(RetryAt(now, "bad gateway"), now).outcome is Fate.REFUSED


def test_a_pause_of_telegrams_or_of_the_coordinators_costs_no_try(now: datetime) -> None:
    """However often a delivery is held back, it is tried again as soon as it may be."""
    delivery, later = Delivery(person=7, name="Sari"), now + timedelta(hours=3)
    for _ in range(MOST_TRIES * 2):
        delivery = delivery.ended(RetryAt(later, "too many requests"), now)
        assert (delivery.outcome, delivery.after) == (Fate.QUEUED, later)
        delivery = delivery.ended(RetryAt(later, "held back"), now)
        assert (delivery.outcome, delivery.after) == (Fate.QUEUED, None)
