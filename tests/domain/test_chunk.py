"""One delivery from queued to its end."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.broadcast.batch import MOST_TRIES, Batch, Delivery, Ended, Fate
from bot.domain.broadcast.verdict import Gone, Refused, RetryAt, Sent, Unknown
from bot.domain.lease import CLAIM_LASTS, Lease, taken
from bot.store.codec.broadcasts import CHUNKS


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
    first, second = leases(now)
    assert delivery.claimed(first).ended(blocked, now).outcome is Fate.GONE
    assert delivery.claimed(second).ended(blocked, now).outcome is Fate.UNKNOWN


def leases(now: datetime) -> tuple[Lease, Lease]:
    """Return the lease of one who died, and that of who took over."""
    first = taken(None, "dead", now, CLAIM_LASTS)
    assert first
    second = taken(first, "alive", now + 2 * CLAIM_LASTS, CLAIM_LASTS)
    assert second
    return first, second


def test_what_was_sent_at_the_second_beginning_is_perhaps_there_twice(now: datetime) -> None:
    """It counts as sent, and keeps that nobody knows what became of the first; a refused one keeps it, too."""
    delivery, (first, second) = Delivery(person=7, name="Sari"), leases(now)
    assert not delivery.claimed(first).ended(Sent(1), now).is_perhaps_twice
    sent = delivery.claimed(second).ended(Sent(1), now)
    assert (sent.outcome, sent.lease, sent.is_perhaps_twice) == (Fate.SENT, None, True)
    refused = delivery.claimed(second).ended(Refused("no"), now)
    assert (refused.first_unknown, refused.is_perhaps_twice) == (True, False)
    paused = delivery.claimed(second).ended(RetryAt(now, "too many requests"), now)
    assert not paused.first_unknown, "it has not ended"
    for _ in range(MOST_TRIES):
        paused = paused.ended(RetryAt(now, "bad gateway"), now)
    assert (paused.outcome, paused.first_unknown) == (Fate.REFUSED, True)


def test_what_is_sent_again_although_it_may_be_there_is_perhaps_there_twice(now: datetime) -> None:
    """A coordinator sends again what is unknown: whoever gets it may have two, and that stays known."""
    first, _ = leases(now)
    unsure = Delivery(person=7, name="Sari").claimed(first).ended(Unknown("lost"), now)
    refused = Delivery(person=8, name="Made").claimed(first).ended(Refused("no"), now)
    batch = Batch(broadcast="b", number=0, deliveries=(unsure, refused)).again((), unsure=True)
    sent = [one.claimed(first).ended(Sent(1), now) for one in batch.deliveries]
    assert [one.is_perhaps_twice for one in sent] == [True, False]


def test_an_answer_that_comes_while_another_sends_it_again_names_the_copy(now: datetime) -> None:
    """Whoever hung past her lease tells that it was sent; the other's copy is on its way by then."""
    first, second = leases(now)
    one = Delivery(person=7, name="Sari")
    late = Ended(one.claimed(first), one.claimed(first).ended(Sent(1), now))
    batch = Batch(broadcast="b", number=0, deliveries=(one.claimed(second),))
    (ended,) = batch.with_ended([late]).deliveries
    assert (ended.outcome, ended.is_perhaps_twice) == (Fate.SENT, True)
    (alone,) = replace(batch, deliveries=(one.claimed(first),)).with_ended([late]).deliveries
    assert not alone.is_perhaps_twice


def test_deliveries_of_an_older_release_say_nothing_of_a_first_beginning() -> None:
    """They are read as begun once, and are written again as they were."""
    one = {"person": 7, "name": "Sari", "outcome": "terkirim", "message": 3}
    stored = {"broadcast": "b", "number": 0, "deliveries": [one]}
    batch = CHUNKS.decode(stored)
    assert not batch.deliveries[0].first_unknown
    assert CHUNKS.encode(batch)["deliveries"] == [one]
    marked = replace(batch, deliveries=(replace(batch.deliveries[0], first_unknown=True),))
    assert CHUNKS.decode(CHUNKS.encode(marked)) == marked
