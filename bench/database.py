"""What a durable update costs on PostgreSQL, and a move there and back: `python -m bench.database`.

Beside the store's own update stands the bare loop that psycopg's user would write: read a row, change it,
write it where its version is the same. A few of each in turn, so that whatever else the machine does hits
both alike; client and server share its cores. Starts a server of its own with its shipped settings (fsync
on), or uses TEST_DATABASE_URL. Prints Markdown.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import orjson
import uvloop
from psycopg_pool import AsyncConnectionPool

from bench.teachers import person_id, store_teachers
from bot.domain.person.person import Person
from bot.run.moving import move
from bot.store.base import Put
from bot.store.codec.people import PEOPLE
from bot.store.postgres.store import PostgresStore, postgres_store
from tests.postgres.server import serving

TURN: Final = 200  # updates of one contender before the other has its turn
ROUNDS: Final = 5
CHATS: Final = (1, 16)

BARE_TABLE: Final = (
    "CREATE TABLE bare AS SELECT key, 1 AS version, document FROM documents_people",
    "ALTER TABLE bare ADD PRIMARY KEY (key)",
)

Update = Callable[[str], Awaitable[None]]


def later(person: Person | None) -> tuple[Put[Person], None]:
    """A decision like that of a turn: she was here just now, and her next message waits."""
    assert person is not None
    assert person.outbound.due_at is not None
    due = replace(person.outbound, due_at=person.outbound.due_at + timedelta(seconds=1))
    return Put(replace(person, seen_at=datetime.now(UTC), outbound=due)), None


def ours(store: PostgresStore) -> Update:
    """The store's own update."""

    async def update(key: str) -> None:
        await store.update(PEOPLE, key, later)

    return update


def bare(pool: AsyncConnectionPool) -> Update:
    """Read, change and write a row, without what a store promises beyond that."""

    async def update(key: str) -> None:
        async with pool.connection() as connection:
            cursor = await connection.execute(
                "SELECT version, document FROM bare WHERE key = %s", (key,)
            )
            row = await cursor.fetchone()
            assert row is not None
            document = {**row[1], "seen_at": datetime.now(UTC).isoformat()}
            await connection.execute(
                "UPDATE bare SET version = version + 1, document = %s::jsonb"
                " WHERE key = %s AND version = %s",
                (orjson.dumps(document).decode(), key, row[0]),
            )

    return update


async def turn(update: Update, keys: list[str], chats: int) -> list[float]:
    """Make the updates of one turn, so many at a time; give what each took, in milliseconds."""
    took: list[float] = []
    waiting = iter(keys)

    async def chat() -> None:
        for key in waiting:
            began = time.perf_counter()
            await update(key)
            took.append((time.perf_counter() - began) * 1000)

    await asyncio.gather(*(chat() for _ in range(chats)))
    return took


async def updates(url: str, teachers: int) -> list[str]:
    """Give the rows of the table."""
    store = postgres_store(url, [PEOPLE])
    await store.open()
    async with AsyncConnectionPool(
        url, open=False, kwargs={"autocommit": True}, max_size=10
    ) as pool:
        async with pool.connection() as connection:
            for said in BARE_TABLE:
                await connection.execute(said.encode())
        rows = []
        for chats in CHATS:
            taken: dict[str, list[float]] = {"store": [], "bare psycopg": []}
            spent = dict.fromkeys(taken, 0.0)
            for number in range(ROUNDS):
                keys = [str(person_id((number * TURN + n) * 7919 % teachers)) for n in range(TURN)]
                for name, update in (("store", ours(store)), ("bare psycopg", bare(pool))):
                    began = time.perf_counter()
                    taken[name] += await turn(update, keys, chats)
                    spent[name] += time.perf_counter() - began
            rows += [_row(name, chats, taken[name], spent[name]) for name in taken]
    await store.close()
    return rows


def _row(name: str, chats: int, took: list[float], seconds: float) -> str:
    p50, p99 = statistics.median(took), statistics.quantiles(took, n=100)[98]
    return f"| {name} | {chats} | {len(took) / seconds:,.0f}/s | {p50:.2f} | {p99:.2f} |"


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teachers", type=int, default=100_000)
    teachers: int = parser.parse_args().teachers
    with tempfile.TemporaryDirectory() as folder, serving("") as url:
        data, back = Path(folder, "data"), Path(folder, "back")
        store_teachers(data, teachers)
        began = time.perf_counter()
        move.into_database(data, url)
        there = time.perf_counter()
        move.into_files(url, back)
        ended = time.perf_counter()
        print(f"{teachers:,} teachers moved into the database in {there - began:.0f} s, back in")
        print(f"{ended - there:.0f} s; every document compared.\n")
        print("| | chats at once | updates | p50 ms | p99 ms |\n|---|---|---|---|---|")
        print("\n".join(uvloop.run(updates(url, teachers))))


if __name__ == "__main__":
    main()
