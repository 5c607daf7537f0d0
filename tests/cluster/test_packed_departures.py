"""The moments of a fast limit as they are kept in the database: few numbers, and the limit holds all the same."""

from hypothesis import given
from hypothesis import strategies as st

from bot.cluster.departures import Departures, give
from bot.cluster.postgres.departures import MOST_SINGLE, SPAN_SECONDS, packed, unpacked
from bot.cluster.send_window import Limits

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
