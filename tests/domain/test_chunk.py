"""One delivery from queued to its end."""

from datetime import datetime, timedelta

from bot.domain.broadcast.batch import MOST_TRIES, Delivery, Fate
from bot.domain.broadcast.verdict import Gone, RetryAt
from bot.domain.lease import CLAIM_LASTS, taken


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


def test_who_is_gone_at_the_second_copy_may_have_the_first(now: datetime) -> None:
    """Its sending was begun by one who died and told no end of it: nobody knows, and that is said."""
    delivery, blocked = Delivery(person=7, name="Sari"), Gone("bot was blocked by the user")
    first = taken(None, "dead", now, CLAIM_LASTS)
    assert first
    second = taken(first, "alive", now + 2 * CLAIM_LASTS, CLAIM_LASTS)
    assert second
    assert delivery.claimed(first).ended(blocked, now).outcome is Fate.GONE
    assert delivery.claimed(second).ended(blocked, now).outcome is Fate.UNKNOWN
