"""The one limit for all messages: how many, how fast, and who goes first."""

import asyncio
import math
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from bot.cluster.rate_limit import BULK, REPLY, Gate, RateLimit
from bot.cluster.send_window import WINDOW_SECONDS, Limits

Asked = list[tuple[float, int, int]]
Left = list[tuple[float, int]]
"""When each message left, and its place in the order of asking."""


def run_gate(asked: Asked, limits: Limits | None = None) -> Left:
    """Ask at the given moments for (chat, lane) and let all leave as early as they may."""
    gate = Gate(limits or Limits())
    waiting = sorted(asked, key=lambda entry: entry[0])
    left: Left = []
    now = 0.0
    while len(left) < len(asked):
        while waiting and waiting[0][0] <= now:
            _, chat, lane = waiting.pop(0)
            gate.ask(chat, lane)
        while ticket := gate.pass_next(now):
            left.append((now, ticket.number))
        moments = [gate.opens_at()] + [entry[0] for entry in waiting[:1]]
        now = max(min(moments), now)
    return left


def most_in_any_second(left: Left) -> int:
    times = [moment for moment, _ in left]
    return max(sum(start <= time < start + 1 for time in times) for start in times)


asked_lists = some.lists(
    some.tuples(
        some.floats(0, 3).map(lambda value: round(value, 2)),
        some.integers(1, 12),
        some.sampled_from([REPLY, BULK]),
    ),
    min_size=1,
    max_size=120,
)


def in_order(asked: Asked) -> Asked:
    return sorted(asked, key=lambda entry: entry[0])


@given(asked_lists)
@example([(0.0, chat, REPLY) for chat in range(100)])
@example([(chat / 40, chat, REPLY) for chat in range(120)])
@example([(chat % 3 / 2, chat, chat % 2) for chat in range(150)])
def test_never_more_than_thirty_leave_in_any_second(asked: Asked) -> None:
    """Whatever is asked, no second begins anywhere in which more than 30 messages leave."""
    assert most_in_any_second(run_gate(asked)) <= 30


@given(asked_lists)
def test_one_chat_gets_three_at_once_and_then_one_a_second(asked: Asked) -> None:
    """In one chat at most 3 + t messages leave within t seconds."""
    left, ordered = run_gate(asked), in_order(asked)
    for chat in {chat for _, chat, _ in asked}:
        times = [moment for moment, number in left if ordered[number][1] == chat]
        for first, start in enumerate(times):
            for last, end in enumerate(times[first:], start=1):
                assert last <= 3 + (end - start) + 1e-6


@given(asked_lists)
def test_messages_to_one_chat_in_one_lane_leave_in_the_order_of_asking(asked: Asked) -> None:
    """Waiting for the chat's own limit changes no order."""
    ordered = in_order(asked)
    seen: dict[tuple[int, int], int] = {}
    for _, number in run_gate(asked):
        _, chat, lane = ordered[number]
        assert seen.get((chat, lane), -1) < number
        seen[chat, lane] = number


@given(asked_lists)
def test_every_message_leaves_once(asked: Asked) -> None:
    """Nothing is lost and nothing leaves twice."""
    numbers = Counter(number for _, number in run_gate(asked))
    assert numbers == Counter(range(len(asked)))


def test_a_crowd_is_served_as_fast_as_the_limit_allows() -> None:
    """A hundred replies take no more than four spans of the limit."""
    left = run_gate([(0.0, chat, REPLY) for chat in range(100)])
    assert max(moment for moment, _ in left) <= 3 * WINDOW_SECONDS


def test_a_reply_leaves_at_once_in_the_middle_of_a_broadcast() -> None:
    """A broadcast leaves room for replies, so a reply does not wait for it."""
    broadcast: Asked = [(0.0, chat, BULK) for chat in range(100)]
    replies: Asked = [(second / 2, 1000 + second, REPLY) for second in range(6)]
    asked = in_order(broadcast + replies)
    left = {number: moment for moment, number in run_gate(broadcast + replies)}
    assert all(
        left[number] == moment for number, (moment, _, lane) in enumerate(asked) if lane == REPLY
    )


def test_replies_leave_before_bulk_that_asked_earlier() -> None:
    """When both wait, the reply goes first."""
    full: Asked = [(0.0, chat, REPLY) for chat in range(30)]
    asked = [*full, (0.1, 500, BULK), (0.2, 600, REPLY)]
    left = [number for _, number in run_gate(asked)]
    assert left.index(31) < left.index(30)


def test_bulk_keeps_its_distances_and_its_pace() -> None:
    """A broadcast leaves evenly, 25 to 28 messages a second, and not in one burst."""
    left = [moment for moment, _ in run_gate([(0.0, chat, BULK) for chat in range(1_000)])]
    assert min(after - before for before, after in pairwise(left)) > 0.03
    assert 25 <= (len(left) - 1) / (left[-1] - left[0]) <= 28


def test_a_burst_of_replies_beside_bulk_waits_for_no_broadcast() -> None:
    """Ten replies at once, in the middle of a broadcast, have all left within half a second."""
    bulk: Asked = [(0.0, chat, BULK) for chat in range(500)]
    asked = in_order(bulk + [(5.0, 1_000 + number, REPLY) for number in range(10)])
    left = {number: moment for moment, number in run_gate(asked)}
    replies = [left[number] for number, (_, _, lane) in enumerate(asked) if lane == REPLY]
    assert max(replies) < 5.5


def test_a_message_given_up_leaves_no_trace() -> None:
    """Who stops waiting takes nobody's place."""
    gate = Gate(Limits())
    gate.ask(1, REPLY).given_up = True
    second = gate.ask(2, REPLY)
    assert gate.pass_next(0.0) is second


def test_without_limits_everything_leaves_at_once() -> None:
    """Limits.none() holds nothing back."""
    asked: Asked = [(0.0, 1, REPLY)] * 500
    assert {moment for moment, _ in run_gate(asked, Limits.none())} == {0.0}


def test_the_gate_forgets_quiet_chats() -> None:
    """Memory follows how many chats are active, not how many there ever were."""
    gate = Gate(Limits(per_second=math.inf))
    for number in range(1_000):
        gate.ask(number, REPLY)
        assert gate.pass_next(float(number))
    assert len(gate._free_again) < 10


async def test_entering_does_not_wait_when_there_is_room() -> None:
    """The first messages pass without a turn of the loop."""
    limiter = RateLimit(Limits())
    for chat in range(30):
        with pytest.raises(StopIteration):
            limiter.enter(chat).send(None)


async def test_who_is_cancelled_while_waiting_does_not_hold_up_the_next() -> None:
    """A cancelled wait neither fails later nor takes a place."""
    limiter = RateLimit(Limits(chat_per_second=50, chat_burst=1))
    await limiter.enter(1)
    waiting = [asyncio.create_task(limiter.enter(1)) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert [task.cancelled() for task in waiting] == [True, False, False]
