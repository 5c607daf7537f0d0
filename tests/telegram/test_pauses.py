"""429: one chat's wait is its own; many within seconds are everybody's; long ones are tried."""

import asyncio
import math
from dataclasses import dataclass, field

import pytest

from bot.cluster.pauses import (
    LONGEST_PROBE_SECONDS,
    PROBE_SECONDS,
    SPREAD_CHATS,
    SPREAD_SECONDS,
    Pauses,
)
from bot.cluster.rate_limit import BULK, REPLY, Gate, RateLimit
from bot.cluster.send_window import Limits
from tests.each import each

LONG = 10_072.0
"""A wait Telegram has really demanded."""

SARI, BUDI, YOSEF, MADE, OTHER = 1, 2, 3, 4, 5


def spread(pauses: Pauses, seconds: float, now: float = 0.0) -> None:
    """Have as many chats as it takes meet a 429."""
    for chat in range(100, 100 + SPREAD_CHATS):
        pauses.demand(chat, seconds, now)


@each("seconds", [1.0, 60.0, LONG, 1e9])
def test_a_429_of_one_chat_stops_that_chat_only(seconds: float) -> None:
    """However long the wait, others leave at once, and she after it (or after the first try)."""
    gate = Gate(Limits())
    gate.pauses.demand(SARI, seconds, 0.0)
    for chat in (SARI, BUDI):
        gate.ask(chat, REPLY)
    first = gate.pass_next(0.0)
    assert first is not None
    assert first.chat == BUDI
    assert gate.pass_next(min(seconds, PROBE_SECONDS) - 0.01) is None
    second = gate.pass_next(min(seconds, PROBE_SECONDS))
    assert second is not None
    assert second.chat == SARI


@each("times", [1, 2, 20])
def test_one_chat_that_meets_it_again_and_again_stays_alone(times: int) -> None:
    """A person who cannot be written to does not count for others, however often."""
    pauses = Pauses()
    assert not any(pauses.demand(SARI, 30, second) for second in range(times))
    assert pauses.opens == -math.inf


def test_several_chats_within_seconds_mean_everybody() -> None:
    """The third different chat makes it everybody's wait, the shortest of those demanded."""
    pauses = Pauses()
    assert pauses.demand(SARI, 30, 0.0) == 0
    assert pauses.demand(BUDI, 20, 0.1) == 0
    assert pauses.demand(YOSEF, 40, 0.2) == 20
    assert pauses.opens == pytest.approx(20.2)


def test_several_chats_one_after_another_mean_nothing() -> None:
    """Three people in a minute are three people."""
    pauses = Pauses()
    for turn, chat in enumerate((SARI, BUDI, YOSEF, MADE)):
        assert pauses.demand(chat, LONG, turn * (SPREAD_SECONDS + 0.1)) == 0


def test_a_wait_up_to_a_minute_is_kept_to_the_second() -> None:
    """Nothing leaves before its end, whatever its lane, and then everything."""
    gate = Gate(Limits())
    spread(gate.pauses, 60.0)
    gate.ask(SARI, REPLY)
    gate.ask(BUDI, BULK)
    assert gate.pass_next(59.99) is None
    assert gate.opens_at() == 60.0
    assert gate.pass_next(60.0) is not None
    assert gate.pass_next(60.0) is not None


def test_a_long_wait_for_all_is_tried_by_one_message_less_and_less_often() -> None:
    """After a minute one message goes; each 429 doubles the time to the next, up to half an hour."""
    gate, now, tries = Gate(Limits()), 0.0, []
    spread(gate.pauses, LONG)
    for turn in range(8):
        now = gate.pauses.opens
        tries.append(now)
        for chat in (2 * turn, 2 * turn + 1):
            gate.ask(chat, REPLY)
        tried = gate.pass_next(now)
        assert tried is not None
        assert gate.pass_next(now) is None, "one message only"
        gate.pauses.demand(tried.chat, LONG, now)
    gaps = [after - before for before, after in zip([0.0, *tries], tries, strict=False)]
    assert gaps[:5] == [60, 120, 240, 480, 960]
    assert set(gaps[5:]) == {LONGEST_PROBE_SECONDS}


async def test_a_try_that_succeeds_lets_everybody_go() -> None:
    """The first answer that is no 429 ends the wait for all, hours before its time."""
    now, told = 0.0, list[float]()
    limiter = RateLimit(Limits(), now=lambda: now)
    limiter.on_pause = told.append
    for chat in (SARI, BUDI, YOSEF):
        limiter.pause(LONG, chat)
    assert told == [LONG]
    waiting = [asyncio.create_task(limiter.enter(chat)) for chat in (MADE, OTHER)]
    await asyncio.sleep(0)
    assert not any(task.done() for task in waiting)
    now = PROBE_SECONDS
    limiter._pump()
    await asyncio.sleep(0)
    assert [task.done() for task in waiting] == [True, False]
    limiter.hear(MADE)
    await asyncio.sleep(0)
    assert waiting[1].done()
    assert told == [LONG, 0.0]
    assert limiter.paused_for == 0


async def test_what_was_on_its_way_ends_no_wait() -> None:
    """A message that left before the 429 and arrives after it proves nothing."""
    limiter = RateLimit(Limits())
    for chat in (SARI, BUDI, YOSEF):
        limiter.pause(LONG, chat)
    limiter.hear(MADE)
    limiter.hear(SARI)
    assert limiter.paused_for > LONG - 60
    assert limiter.chat_paused_for(SARI) > PROBE_SECONDS - 1


async def test_a_try_in_one_chat_lets_the_rest_of_that_chat_go() -> None:
    """What waits behind the message that tried follows it at once."""
    now = 0.0
    limiter = RateLimit(Limits(), now=lambda: now)
    limiter.pause(LONG, SARI)
    waiting = [asyncio.create_task(limiter.enter(SARI)) for _ in range(2)]
    await asyncio.sleep(0)
    now = PROBE_SECONDS
    limiter._pump()
    await asyncio.sleep(0)
    assert [task.done() for task in waiting] == [True, False]
    limiter.hear(SARI)
    await asyncio.sleep(0)
    assert waiting[1].done()


def test_a_chat_with_a_wait_of_its_own_does_not_try_for_all() -> None:
    """Whether everybody may go is tried in a chat that met no 429."""
    gate = Gate(Limits())
    spread(gate.pauses, LONG)
    gate.ask(100, REPLY)
    gate.ask(SARI, BULK)
    tried = gate.pass_next(PROBE_SECONDS)
    assert tried is not None
    assert tried.chat == SARI


def test_a_wait_that_is_over_is_over() -> None:
    """After its end a single 429 is one chat's again."""
    pauses = Pauses()
    spread(pauses, 5.0)
    assert pauses.demand(SARI, LONG, 100.0) == 0
    assert pauses.opens_for(BUDI) <= 100.0


def test_waits_that_are_over_are_forgotten() -> None:
    """Memory follows what goes on, not how many met a 429 ever."""
    pauses = Pauses()
    for chat in range(1_000):
        pauses.demand(chat, 1.0, chat * SPREAD_SECONDS)
        pauses.leave(-1, chat * SPREAD_SECONDS + 2)
    assert len(pauses._chats) < 10


@dataclass
class Kept:
    """What whoever keeps pauses was told."""

    told: list[float] = field(default_factory=list)


async def test_whoever_keeps_pauses_is_told_of_those_for_all() -> None:
    """A pause resumed after a restart counts for all; one of a chat is told to nobody."""
    kept = Kept()
    limiter = RateLimit(Limits())
    limiter.on_pause = kept.told.append
    limiter.pause(LONG, SARI)
    assert kept.told == []
    limiter.pause(7)
    assert kept.told == [7]
    assert limiter.paused_for == pytest.approx(7, abs=1)
    entering = asyncio.create_task(limiter.enter(BUDI))
    await asyncio.sleep(0)
    assert not entering.done()
    entering.cancel()
