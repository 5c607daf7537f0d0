"""Real processes on a real database while they are killed, in small; `make chaos` is the same in large."""

import asyncio
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from bench.chaos.__main__ import failures, live
from bench.chaos.host.database import Database
from bench.chaos.plan import Deed, Scale, plan_of
from bench.chaos.run import Wanted
from bench.chaos.town import BEGINS
from tests.postgres.server import OwnServer

SMALL = Scale(
    kills=5, pace=1.2, stops=1, stop_seconds=1.0, restarts=1, cuts=1, removals=1, upgrades=False
)
FEW = Wanted(
    roles=("web", "web", "worker"), writers=3, members=12, due=6, broadcasts=1,
    writing_pause=0.3, skewed=False, hurried=True,
)  # fmt: skip


async def test_nothing_is_lost_whatever_is_killed(tmp_path: Path) -> None:
    """Two that answer and one that sends are killed and stopped, the database restarts: each promise is kept."""
    run, verdict = await live(1, SMALL, FEW, tmp_path)
    assert not run.ledger.faults, failures(run)
    assert run.ledger.counts[Deed.KILL] > 2
    looked = {promise: words for promise, words, _ in verdict.rows()}
    assert len(looked) == 10, looked
    assert run.seen["deliveries"] == 12


async def test_all_who_ask_share_one_connection(database_server: str) -> None:
    """Several that ask the town's database at once, after a cut too, are answered by one connection."""
    database = Database(OwnServer(database_server, None))
    try:
        for _ in range(2):
            asked = (database.ask("SELECT pg_backend_pid()") for _ in range(5))
            answers = [row for rows in await asyncio.gather(*asked) for row in rows]
            assert len(set(answers)) == 1, answers
            with psycopg.connect(database_server, autocommit=True) as connection:
                connection.execute("SELECT pg_terminate_backend(%s)", answers[0])
    finally:
        await database.close()


def test_a_seed_gives_its_plan() -> None:
    """The same seed and the same number of kills give the same faults at the same moments, another seed others."""
    scale = Scale.of(1000)
    plan = plan_of(7, scale, (2, 2, 2, 1, 1))
    assert plan == plan_of(7, scale, (2, 2, 2, 1, 1))
    assert plan.steps != plan_of(8, scale, (2, 2, 2, 1, 1)).steps
    deeds = [step.deed for step in plan.steps]
    assert deeds.count(Deed.KILL) == 1000
    assert deeds.count(Deed.RESTART) + deeds.count(Deed.CRASH) == 20


TAKE = """UPDATE chaos.leases SET owner = 'b' WHERE name = 'leader';
UPDATE chaos.documents_people SET document = jsonb_set(document, '{outbound,claim,lease,owner}', '"b"');
UPDATE chaos.documents_chunks SET document = jsonb_set(document, '{deliveries,0,lease,owner}', '"b"')"""
HELD = """INSERT INTO chaos.leases VALUES ('leader', 'a', 1, chaos.clock_timestamp() + %(left)s);
INSERT INTO chaos.documents_people (key, form, document, facts_of, changed) VALUES
  ('1', 1, jsonb_build_object('outbound', jsonb_build_object('claim', jsonb_build_object('key', 'k',
  'lease', jsonb_build_object('owner', 'a', 'until', chaos.clock_timestamp() + %(left)s)))), '{}', 1);
INSERT INTO chaos.documents_chunks (key, form, document, facts_of, changed) VALUES
  ('x-00000', 1, jsonb_build_object('deliveries', jsonb_build_array(jsonb_build_object('person', 1, 'outcome',
  'jalan', 'lease', jsonb_build_object('owner', 'a', 'until', chaos.clock_timestamp() + %(left)s)))), '{}', 1)"""


@pytest.mark.parametrize(("left", "seen"), [(timedelta(minutes=1), 3), (timedelta(minutes=-1), 0)])
async def test_what_watches_claims_sees_one_taken_from_the_living(
    database_server: str, left: timedelta, seen: int
) -> None:
    """Who takes lead, reminder or delivery while the claim of another runs is put down; after its end nobody is."""
    database = Database(OwnServer(database_server, None))
    with psycopg.connect(database_server, autocommit=True) as connection:
        try:
            await database.make(BEGINS)
            with psycopg.ClientCursor(connection) as cursor:
                cursor.execute(HELD, {"left": left})
            connection.execute(TAKE.encode())
            rows = connection.execute("SELECT what FROM chaos.taken_alive").fetchall()
            assert len(rows) == seen
        finally:
            await database.close()
            connection.execute("DROP SCHEMA chaos CASCADE")
