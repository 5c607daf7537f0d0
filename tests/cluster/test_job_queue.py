"""What public comparisons of job queues try, tried with the reminders of two workers on one database.

Decision 49 tells where each case stands. A worker's death is that of a graph here; of processes see `test_chaos`.
"""

import asyncio
import os
import signal
from itertools import count
from typing import Any

import psycopg
import pytest

from bot.chat.world import World
from bot.domain.person.person import Person
from bot.store.codec.people import PEOPLE, PERSON_DUE
from bot.store.facts import Where
from bot.store.postgres.table import DocumentTable
from tests.cluster.jobs import TEACHERS, jobs_on, kill, tick, until
from tests.delivery.teachers import HandClock

ONCE = dict.fromkeys(TEACHERS, 1)
CHURNED = 50
"""So often everybody who is due is claimed, or let go of, under the long transaction."""

BACKEND = "SELECT pid FROM pg_stat_activity WHERE application_name = 'langkah-guru' LIMIT 1"
DAMAGE = """UPDATE documents_people SET document = '{"id": "nobody"}' WHERE key = %s"""
CROWD = """INSERT INTO documents_people (key, form, document, facts_of, changed, due_float_1)
SELECT 'x' || n, 5, '{}', '{}', 1, 4e9 + n FROM generate_series(1, 3000) n"""
CHURN = "UPDATE documents_people SET due_float_1 = due_float_1 - 0.001 WHERE due_float_1 < 4e9"


async def test_a_worker_killed_while_it_holds_jobs(
    world: World, clock: HandClock, database: str
) -> None:
    """What it had sent without writing it down is left alone until its claims are over; all others get theirs."""
    async with jobs_on(world, clock, database) as jobs:
        jobs.hold_answers()
        dying = tick(jobs.pair.first)
        await until(lambda: len(jobs.messages()) >= 3)
        await kill(dying, jobs)
        held = jobs.messages()
        jobs.hold_answers(0)
        await jobs.pair.second.delivery.worker.tick()
        assert jobs.messages() == held, "another leads only when the lead of the dead is over"
        jobs.claims_run_out()
        await jobs.pair.second.delivery.worker.tick()
        assert jobs.messages() == ONCE | dict.fromkeys(held, 2)
        assert await jobs.left_over() == []


@pytest.mark.parametrize("arrives", [False, True], ids=["before the commit", "after the commit"])
async def test_a_worker_killed_while_it_claims(
    world: World, clock: HandClock, database: str, arrives: bool
) -> None:
    """It dies as it commits a claim, whether the database heard of that or not: everybody gets hers once."""
    async with jobs_on(world, clock, database) as jobs:
        dead = asyncio.Event()

        def die(sent: bytes) -> bytes:
            if b"; COMMIT" in sent and b"claim" in sent:
                dead.set()
                if not arrives:
                    return b""
            return sent

        jobs.line.to_server = die
        jobs.line.to_client = lambda answer: b"" if dead.is_set() else answer
        dying = tick(jobs.pair.first)
        async with asyncio.timeout(30):
            await dead.wait()
        await asyncio.sleep(0.05 if arrives else 0)
        await kill(dying, jobs)
        assert not jobs.messages()
        jobs.claims_run_out()
        await jobs.pair.second.delivery.worker.tick()
        assert jobs.messages() == ONCE
        assert await jobs.left_over() == []


async def test_a_worker_paused_beyond_its_lease(
    world: World, clock: HandClock, database: str
) -> None:
    """Whoever wakes after another took over writes down what it had sent, and sends nothing more of it."""
    async with jobs_on(world, clock, database) as jobs:
        jobs.hold_answers(1.0)
        paused = tick(jobs.pair.first)
        await until(lambda: len(jobs.messages()) >= 3)
        jobs.hold_answers(0)
        held = jobs.messages()
        jobs.claims_run_out()
        await jobs.pair.second.delivery.worker.tick()
        await paused
        twice = {one for one, number in jobs.messages().items() if number > 1}
        assert jobs.messages() == ONCE | dict.fromkeys(twice, 2)
        assert twice <= set(held)
        assert await jobs.left_over() == []
        await jobs.pair.first.delivery.worker.tick()
        assert jobs.messages() == ONCE | dict.fromkeys(twice, 2)


@pytest.mark.skipif("TEST_DATABASE_URL" in os.environ, reason="that server is not ours to kill")
async def test_the_database_is_restarted(world: World, clock: HandClock, database: str) -> None:
    """Its server recovers from a crash in the middle of a round: everybody gets hers once."""
    async with jobs_on(world, clock, database) as jobs:
        with psycopg.connect(database, autocommit=True) as connection:
            [pid] = connection.execute(BACKEND).fetchall()[0]
        ticking = tick(jobs.pair.first)
        await until(jobs.messages)
        os.kill(pid, signal.SIGKILL)
        await ticking
        jobs.claims_run_out()
        await jobs.pair.second.delivery.worker.tick()
        assert jobs.messages() == ONCE
        assert await jobs.left_over() == []


async def test_the_network_is_cut(world: World, clock: HandClock, database: str) -> None:
    """All connections of a worker are cut at every tenth message to the database: everybody gets hers once."""
    async with jobs_on(world, clock, database) as jobs:
        messages, cuts = count(1), []

        def carry(sent: bytes) -> bytes:
            if next(messages) % 10 == 0:
                cuts.append(sent)
                raise ConnectionError
            return sent

        jobs.line.to_server = carry
        await jobs.pair.first.delivery.worker.tick()
        jobs.line.to_server = bytes
        await jobs.pair.first.delivery.worker.tick()
        assert len(cuts) > 3
        assert jobs.messages() == ONCE
        assert await jobs.left_over() == []


async def test_a_poison_message(world: World, clock: HandClock, database: str) -> None:
    """One whom Telegram refuses, one whose document makes no sense: neither holds anybody up, or comes for ever."""
    refused, damaged = TEACHERS[0], TEACHERS[1]
    async with jobs_on(world, clock, database) as jobs:
        wish = {"method": "sendMessage", "status": 400, "chat_id": refused, "times": 99}
        jobs.pair.telegram.world.faults.order({"errors": [wish]})
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute(DAMAGE, (str(damaged),))
        await jobs.pair.first.delivery.worker.tick()
        sent = jobs.messages()
        for _ in range(2):
            await jobs.pair.first.delivery.worker.tick()
        assert jobs.messages() == sent, "what is refused is refused"
        assert dict.fromkeys(TEACHERS[2:], 1).items() <= sent.items()
        assert damaged not in sent
        for one in set(TEACHERS) - {damaged}:
            person = await jobs.pair.second.parts.store.get(PEOPLE, str(one))
            assert person is not None
            assert person.outbound.recent


async def test_a_backlog_while_a_long_transaction_holds_vacuum_back(
    world: World, clock: HandClock, database: str
) -> None:
    """The scan for what is due goes by its index, and costs what was done since, not how many people there are."""
    async with jobs_on(world, clock, database) as jobs:
        with psycopg.connect(database) as long, psycopg.connect(database, autocommit=True) as busy:
            busy.execute(CROWD)
            busy.execute("ANALYZE documents_people")
            long.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            long.execute("SELECT count(*) FROM documents_people")
            for _ in range(CHURNED):
                busy.execute(CHURN)
            busy.execute("VACUUM documents_people")
            due = explained(busy, PERSON_DUE.up_to(clock().timestamp()))
        await jobs.pair.first.delivery.worker.tick()
        assert jobs.messages() == ONCE
    assert due["Node Type"] in {"Index Scan", "Index Only Scan"}
    assert (due["Actual Rows"], due.get("Rows Removed by Filter", 0)) == (len(TEACHERS), 0)
    assert due["Shared Hit Blocks"] + due["Shared Read Blocks"] < CHURNED * len(TEACHERS) / 3


def explained(connection: "psycopg.Connection[Any]", where: Where[Person]) -> dict[str, Any]:
    """Return what the scan for those for whom something holds cost."""
    find = DocumentTable(PEOPLE).find((where,), frozenset())
    with psycopg.ClientCursor(connection) as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {find.text}".encode(), find.values)
        row = cursor.fetchone()
    assert row is not None
    plan: dict[str, Any] = row[0][0]["Plan"]
    return plan
