"""The moments to leave that several processes are given: never too many in any second, replies first."""

import math
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.cluster.departures import AHEAD_SECONDS, SHARED_WINDOW_SECONDS, Departures, give
from bot.cluster.send_window import Limits

LIMITS = Limits()
ASKED = st.lists(
    st.tuples(st.floats(0, 0.5), st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=80
)


@given(asked=ASKED)
def test_no_second_has_more_than_the_limit(asked: list[tuple[float, int, int]]) -> None:
    """Whoever asks for what and when, between any 31 moments given lies more than a second."""
    known, now, slots = Departures(), 1000.0, list[float]()
    for later, replies, bulk in asked:
        now += later
        given_out = give(known, LIMITS, now, replies=replies, bulk=bulk)
        known = given_out.after
        fresh = (*given_out.replies, *given_out.bulk)
        assert all(slot >= now for slot in fresh)
        assert all(slot <= now + AHEAD_SECONDS for slot in given_out.bulk)
        is_short = len(fresh) < replies + bulk
        assert math.isfinite(given_out.again) == is_short
        slots += fresh
    slots.sort()
    assert all(
        later - first >= SHARED_WINDOW_SECONDS - 1e-6
        for first, later in zip(slots, slots[30:], strict=False)
    )


def test_a_reply_does_not_wait_for_bulk() -> None:
    """While bulk is given moments ahead as often as it asks, a reply a second may leave at once."""
    known, now = Departures(), 1000.0
    for step in range(400):
        given_out = give(known, LIMITS, now, replies=int(step % 20 == 0), bulk=10)
        assert all(slot == now for slot in given_out.replies)
        known, now = given_out.after, now + 0.05


@dataclass(order=True)
class Asking:
    """One process that always has bulk to send, and what it does next."""

    at: float
    place: int


@given(latencies=st.lists(st.floats(0.001, 0.04), min_size=3, max_size=3), seed=st.integers(0, 99))
def test_several_that_ask_over_a_slow_line_leave_no_moment_unused(
    latencies: list[float], seed: int
) -> None:
    """Three always have bulk and a reply comes each second: the pace is kept, with no longer rest than a window's."""
    chance, known, left = Random(seed), Departures(), list[float]()  # noqa: S311 -- no secret
    asking = [Asking(1000.0 + chance.random() / 10, place) for place in range(3)]
    replied = 1000.0
    while asking[0].at < 1030.0:
        one = heappop(asking)
        there = one.at + latencies[one.place] * chance.uniform(0.3, 0.6)
        here = one.at + latencies[one.place]
        replies = int(there >= replied)
        replied += replies
        given_out = give(known, LIMITS, there, replies=replies, bulk=8)
        known = given_out.after
        left += [max(here, slot) for slot in given_out.bulk]
        one.at = max(here, given_out.again)
        heappush(asking, one)
    left.sort()
    assert (len(left) - 1) / (left[-1] - left[0]) >= 26.3
    assert max(after - before for before, after in pairwise(left)) <= 0.25


def test_bulk_and_a_reply_a_second_leave_as_fast_as_they_may() -> None:
    """Beside a reply each second bulk gets 26.5 moments a second when it asks as often as it is worth it."""
    known, now, count, replied = Departures(), 1000.0, 0, 1000.0
    while now < 1060.0:
        is_asked = now >= replied
        given_out = give(known, LIMITS, now, replies=int(is_asked), bulk=10)
        replied += is_asked
        known, now = given_out.after, given_out.again
        count += len(given_out.bulk)
    assert count >= 60 * 26.5


def test_bulk_leaves_nearly_as_fast_as_it_may() -> None:
    """Who asks again whenever it is worth it gets 27.5 in a second and more."""
    known, now, count = Departures(), 1000.0, 0
    while now < 1060.0:
        given_out = give(known, LIMITS, now, replies=0, bulk=10)
        known, now = given_out.after, given_out.again
        count += len(given_out.bulk)
    assert count >= 60 * 27.5


def test_a_clock_that_was_set_back_holds_up_nobody_for_long() -> None:
    """What was given out in what is the future now delays the next by a window at most."""
    given_out = give(Departures(), LIMITS, 1000.0, replies=30, bulk=5)
    back = give(given_out.after, LIMITS, 10.0, replies=1, bulk=1)
    assert back.replies == (10.0,)
    assert all(slot <= 10.0 + SHARED_WINDOW_SECONDS for slot in back.bulk)
    assert back.bulk or back.again <= 10.0 + SHARED_WINDOW_SECONDS
