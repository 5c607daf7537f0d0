"""Processes on one database: what they tell each other, and by which clock they go."""

import asyncio
from datetime import timedelta
from itertools import chain, repeat

import psycopg
import pytest
from structlog.testing import capture_logs

from bot.cluster.channel import HintTopic
from bot.cluster.notifier import Notifier
from bot.cluster.postgres.clock import DatabaseClock
from bot.cluster.postgres.cluster import PostgresCluster
from bot.cluster.postgres.living import ProcessLiving
from bot.database.connections import Connections
from tests.cluster.pairs import Pair
from tests.postgres.cable import cable
from tests.postgres.pooler import BINARY, pooler


async def test_what_one_process_says_the_other_hears(pair: Pair) -> None:
    """A ring wakes the workers of both, a halt and a release reach both, and nobody hears himself twice."""
    first, second = (Notifier(each.channel) for each in pair)
    async with asyncio.timeout(30):
        for each in pair:
            await each.channel.is_listening.wait()
        first.halt("a")
        first.halt("b")
        first.release("a")
        assert first.halted == {"b"}
        first.ring()
        await second.rung(60)
        assert second.halted == {"b"}


async def test_hints_are_heard_again_after_the_way_was_cut(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever listens connects again by himself."""
    monkeypatch.setattr("bot.cluster.postgres.channel.AGAIN_SECONDS", 0.05)
    async with cable(database) as line:
        way, other = Connections(line.url), Connections(database)
        await way.open()
        await other.open()
        hearing, telling = PostgresCluster(way), PostgresCluster(other)
        notifier = Notifier(hearing.channel)
        async with hearing.connected(), telling.connected(), asyncio.timeout(30):
            await hearing.channel.is_listening.wait()
            line.cut()
            while hearing.channel.is_listening.is_set():  # noqa: ASYNC110 -- nobody tells of it
                await asyncio.sleep(0.01)
            await hearing.channel.is_listening.wait()
            Notifier(telling.channel).ring()
            await notifier.rung(60)
        await way.close()
        await other.close()


@pytest.mark.skipif(BINARY is None, reason="PgBouncer is not installed")
async def test_behind_a_pooler_nobody_listens(database_server: str) -> None:
    """It would listen on a connection that is lent to others; hints are then sent to nobody."""
    with pooler(database_server) as url, capture_logs() as lines:
        way = Connections(url)
        await way.open()
        cluster = PostgresCluster(way)
        async with cluster.connected(), asyncio.timeout(30):
            while not lines:  # noqa: ASYNC110 -- nobody tells of it
                await asyncio.sleep(0.01)
            cluster.channel.send(HintTopic.OUTBOX)
        await way.close()
    assert lines[0]["event"] == "hints_not_heard"


async def test_all_processes_go_by_the_clock_of_the_database(pair: Pair, database: str) -> None:
    """Two machines whose clocks are minutes apart tell one time, and their own pace between two questions."""
    seconds = [1000.0, 5.0]
    clocks = [
        DatabaseClock(each.connections, lambda place=place: seconds[place])  # type: ignore[misc] # bound
        for place, each in enumerate(pair)
    ]
    for each in clocks:
        await each.synchronize()
    with psycopg.connect(database) as connection:
        row = connection.execute("SELECT clock_timestamp()").fetchone()
    assert row is not None
    for place, each in enumerate(clocks):
        assert abs(each() - row[0]) < timedelta(seconds=60)
        before = each()
        seconds[place] += 7
        assert each() - before == timedelta(seconds=7)


async def test_an_answer_that_took_long_tells_no_time(pair: Pair) -> None:
    """A process that was stopped while it asked asks again: its clock would be wrong by half of that."""
    moments = chain([0.0, 120.0], repeat(120.0))
    clock = DatabaseClock(pair[0].connections, lambda: next(moments))
    await clock.synchronize()
    assert abs(clock() - pair[1].clock()) < timedelta(seconds=30)


def test_only_of_ones_own_work_it_is_certain_that_nobody_has_it() -> None:
    """What another process holds may be in its hand; one's own claim that is in no hand is nobody's."""
    living = ProcessLiving()
    living.hold("me", "a")
    living.hold("me", "b")
    living.let_go("me", "b")
    assert not living.has_died("me", "a")
    assert living.has_died("me", "b")
    assert not living.has_died("another", "a")
