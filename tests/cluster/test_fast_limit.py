"""Where a thousand may leave in a second: what is kept and asked for is little, and the limit holds all the same."""

import asyncio
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cluster.departures import Departures, GivenSlots, give
from bot.cluster.postgres import limiter
from bot.cluster.postgres.departures import MOST_SINGLE, SPAN_SECONDS, packed, unpacked
from bot.cluster.postgres.limiter import SharedRateLimit
from bot.cluster.rate_limit import BULK
from bot.cluster.send_window import Limits
from bot.database.connections import Connections
from bot.store.postgres.schema import make_schema

PAID = Limits(per_second=1000)
ASKED = st.lists(
    st.tuples(st.floats(0, 0.06), st.integers(0, 20), st.integers(0, 60)), min_size=1, max_size=80
)


@given(asked=ASKED)
def test_no_second_has_more_than_a_fast_limit(asked: list[tuple[float, int, int]]) -> None:
    """Kept in few numbers and read again each time, between any 1,001 moments given lies more than a second."""
    known, now, slots = Departures(), 1_800_000_000.0, list[float]()
    for later, replies, bulk in asked:
        now += later
        given_out = give(known, PAID, now, replies=replies, bulk=bulk)
        kept = packed(given_out.after.slots)
        known = Departures(unpacked(kept), given_out.after.bulk_from)
        assert len(known.slots) == len(given_out.after.slots)
        slots += (*given_out.replies, *given_out.bulk)
    slots.sort()
    assert all(later - first >= 1.0 for first, later in zip(slots, slots[1000:], strict=False))


def test_a_thousand_moments_are_kept_in_few_numbers() -> None:
    """A second and a little more of moments a millisecond apart, each kept no earlier than it was given."""
    slots = tuple(1_800_000_000 + number / 1000 for number in range(1000))
    kept = packed(slots)
    assert len(kept) <= 2 * (1 / SPAN_SECONDS + 1)
    again = unpacked(kept)
    assert len(again) == len(slots)
    assert all(0 <= late - slot <= SPAN_SECONDS for slot, late in zip(slots, again, strict=True))
    assert unpacked(packed(again)) == again


def test_the_moments_of_the_free_limit_are_kept_one_by_one() -> None:
    """As the former release writes and reads them."""
    slots = tuple(1_800_000_000 + number / 30 for number in range(MOST_SINGLE))
    assert packed(slots) == list(slots)
    assert unpacked(slots) == slots


@pytest.mark.parametrize(("limits", "is_let_in"), [(PAID, True), (Limits(), False)])
async def test_bulk_of_a_fast_limit_is_let_in_as_soon_as_it_has_a_moment(
    limits: Limits, *, is_let_in: bool
) -> None:
    """At the free pace a reply that comes before it may still have that moment."""
    limit = SharedRateLimit(limits, Connections("postgresql:///none"), "bot", lambda: 100.0)
    limit._window.add(GivenSlots((), (100.1,), math.inf, Departures()), 0.0, 100.0)
    assert (limit._window.room_from(BULK) <= 100.0) is is_let_in


async def test_a_group_asks_for_its_moments_together(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten that come at once are given theirs by one answer, though one of them was first."""
    await make_schema(database, ())
    asked = list[int]()

    def noted(
        known: Departures, limits: Limits, now: float, *, replies: int, bulk: int
    ) -> GivenSlots:
        asked.append(bulk)
        return give(known, limits, now, replies=replies, bulk=bulk)

    monkeypatch.setattr(limiter, "give", noted)
    way = Connections(database)
    await way.open()
    limit = SharedRateLimit(PAID, way, "bot")
    async with asyncio.timeout(30):
        await asyncio.gather(*(limit.enter(chat, BULK) for chat in range(10)))
    assert asked[0] == 10
    await limit.finish()
    await way.close()
