"""The limit for the bot's token that processes on one database share: its moments, and what is done without them."""

import asyncio
import math
from itertools import pairwise

import psycopg
import pytest
from structlog.testing import capture_logs

from bot.cluster.departures import SHARED_WINDOW_SECONDS, Departures, GivenSlots, give
from bot.cluster.postgres import departures, limiter
from bot.cluster.postgres.cluster import PostgresCluster
from bot.cluster.postgres.departures import NEWEST
from bot.cluster.postgres.limiter import (
    EARLY_SECONDS,
    ClockShift,
    GivenWindow,
    SharedRateLimit,
)
from bot.cluster.rate_limit import BULK, REPLY
from bot.cluster.send_window import Limits
from bot.database import connections
from bot.database.connections import Connections
from bot.store.postgres.schema import make_schema
from tests.cluster.pairs import Pair
from tests.postgres.cable import cable


def test_a_moment_no_reply_needs_is_for_bulk() -> None:
    """A reply that left at a moment of bulk, or was given up, leaves one of its own: the last is lent."""
    window = GivenWindow()
    window.add(GivenSlots((5.0, 7.0), (6.0,), math.inf, Departures()), 0.0, 4.0)
    window.lend(2)
    assert window.room_from(BULK) == 6.0 - EARLY_SECONDS
    assert window.leave(BULK, 6.0) == 6.0
    assert window.room_from(BULK) == math.inf
    window.lend(1)
    assert (window.room_from(REPLY), window.room_from(BULK)) == (5.0, 7.0 - EARLY_SECONDS)
    window.lend(0)
    assert window.room_from(BULK) == 5.0 - EARLY_SECONDS


def test_a_moment_is_not_as_late_as_the_answer_that_brings_it() -> None:
    """The quickest answer tells how far the clocks are apart, a slow one changes nothing, a clock set back does."""
    shift = ClockShift()
    assert shift.told(10.0, 110.0, 10.5) == pytest.approx(-99.5)
    assert shift.told(20.0, 120.001, 20.002) == pytest.approx(-99.999)
    assert shift.told(30.0, 130.0, 30.3) == pytest.approx(-99.999)
    assert shift.told(40.0, 80.0, 40.1) == pytest.approx(-40.0)
    window = GivenWindow()
    window.add(GivenSlots((), (100.0, 101.0), math.inf, Departures()), -50.0, 50.2)
    assert [*window.slots[BULK]] == [50.2, 51.0]


async def test_a_moment_that_is_given_back_is_the_next_ones(pair: Pair) -> None:
    """What does not leave after all costs the others no moment."""
    gate = SharedRateLimit(Limits(), pair[0].connections, "bot")
    async with asyncio.timeout(30):
        await gate.enter(1, BULK)
        moment = gate._gate.turn_of(1, BULK)
        gate.give_back(1, BULK)
        assert [*gate._window.slots[BULK]] == [moment]
        await gate.enter(2, BULK)
        assert gate._gate.turn_of(2, BULK) == moment
        gate.give_back(1, BULK)
        assert not gate._window.slots[BULK]
        await gate.enter(3, BULK)
        assert await gate.turn(3, BULK)
        assert gate._now() >= gate._gate.turn_of(3, BULK)
    await gate.finish()


async def test_two_processes_keep_one_limit(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both send as fast as they can; more than a second lies between any 31 moments they were given."""
    given: list[float] = []
    limits = Limits(chat_per_second=1000)

    def noted(
        known: Departures, limits: Limits, now: float, *, replies: int, bulk: int
    ) -> GivenSlots:
        slots = give(known, limits, now, replies=replies, bulk=bulk)
        given.extend((*slots.replies, *slots.bulk))
        return slots

    monkeypatch.setattr(limiter, "give", noted)

    async def send(cluster: PostgresCluster, lane: int) -> None:
        gate = cluster.limiter(limits)
        for chat in range(12):
            await gate.enter(chat, lane)

    async with asyncio.timeout(60):
        await asyncio.gather(*(send(each, lane) for each in pair for lane in (REPLY, BULK)))
    given.sort()
    assert len(given) >= 48
    assert all(
        later - first >= SHARED_WINDOW_SECONDS - 0.001
        for first, later in zip(given, given[30:], strict=False)
    )
    assert len({round(second - first, 6) for first, second in pairwise(given)}) > 1


async def test_a_reply_asks_at_once_while_bulk_waits_to_ask(pair: Pair) -> None:
    """With a clock that stands still bulk could never ask again; the reply gets its moment all the same."""
    gate = SharedRateLimit(Limits(), pair[0].connections, "bot", lambda: 1000.0)
    async with asyncio.timeout(30):
        bulk = [asyncio.create_task(gate.enter(chat, BULK)) for chat in range(9)]
        while not gate._ask_from[BULK] > 1000.0:  # noqa: ASYNC110 -- nobody tells of it
            await asyncio.sleep(0.01)
        await gate.enter(99)
    for each in bulk:
        each.cancel()
    await asyncio.gather(*bulk, return_exceptions=True)
    await gate.finish()


async def test_a_429_for_all_silences_every_process(pair: Pair) -> None:
    """What one process was told by Telegram the other obeys as soon as it would send."""
    first, second = (each.limiter(Limits()) for each in pair)
    assert isinstance(first, SharedRateLimit)
    first.pause(3600)
    await first._background.finish()
    waiting = asyncio.create_task(second.enter(1))
    while not second.paused_for:  # noqa: ASYNC110 -- nobody tells of it
        await asyncio.sleep(0.01)
    assert 3500 < second.paused_for <= 3600
    waiting.cancel()


async def test_bulk_goes_on_after_a_silence_of_all(pair: Pair) -> None:
    """Nobody but bulk waits, without a moment: at the end of the silence it asks for one."""
    gate = SharedRateLimit(Limits(), pair[0].connections, "bot")
    async with asyncio.timeout(30):
        gate._gate.pauses.demand_all(0.2, gate._now())
        await gate.enter(1, BULK)
    assert not gate.paused_for
    await gate.finish()


@pytest.mark.parametrize("lane", [REPLY, BULK], ids=["replies", "bulk"])
async def test_while_the_database_is_away_little_leaves(lane: int, database: str) -> None:
    """Nobody can be told what others send, so each sends slowly; what it has to say is not held back."""
    await make_schema(database, ())
    async with cable(database) as line:
        way = Connections(line.url)
        await way.open()
        cluster = PostgresCluster(way)
        async with cluster.connected(), asyncio.timeout(30):
            limiter = cluster.limiter(Limits())
            line.is_pulled = True
            line.cut()
            way.patience = 0.0
            with capture_logs() as lines:
                for chat in range(3):
                    await limiter.enter(chat, lane)
            line.is_pulled = False
        await way.close()
    assert "rate_limit_alone" in {entry["event"] for entry in lines}


async def test_a_process_that_is_stopped_while_it_asks_for_moments_silences_nobody(
    pair: Pair, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever holds the moments of all and says nothing loses them, and another process gets its own."""
    monkeypatch.setattr(departures, "HELD_MILLISECONDS", 200)
    monkeypatch.setattr(connections, "ANSWER_SECONDS", 3600)
    stopped, asks = asyncio.Event(), 0

    def swallow(sent: bytes) -> bytes:
        nonlocal asks
        asks += b"departures" in sent
        if asks < 2:
            return sent
        stopped.set()
        return b""

    async with cable(database) as line, asyncio.timeout(30):
        way = Connections(line.url)
        await way.open()
        line.to_server = swallow
        limiter = SharedRateLimit(Limits(), way, "bot")
        asking = asyncio.create_task(limiter._given(1, 0))
        await stopped.wait()
        other = SharedRateLimit(Limits(), pair[0].connections, "bot")
        assert (await other._given(1, 0))[0].replies
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await way.close()


async def test_a_long_transaction_beside_it_does_not_slow_the_limit(
    pair: Pair, database: str
) -> None:
    """While vacuum is held back the newest moments are found as quickly after hundreds of others as after one."""
    limiter = SharedRateLimit(Limits(), pair[0].connections, "bot")
    with psycopg.connect(database) as long, psycopg.connect(database, autocommit=True) as looking:
        long.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        long.execute("SELECT count(*) FROM leases")
        for _ in range(300):
            await limiter._given(1, 0)
        with psycopg.ClientCursor(looking) as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {NEWEST}".encode(), ("bot",))
            row = cursor.fetchone()
    assert row is not None
    plan = row[0][0]["Plan"]
    assert plan["Actual Rows"] == 1
    assert plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] < 6
