"""The bare loop that psycopg's user would write, for what a turn costs beside it. Must not know the bot.

Reads a row, changes it, writes it where its version is the same; each a commit, so many at a time.
"""

import asyncio
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

import orjson
import uvloop
from psycopg_pool import AsyncConnectionPool

from bench.scale.server import DatabaseServer
from bot.store.codec.people import PEOPLE
from bot.store.postgres.table import DocumentTable

POOL = 10
READ = f"SELECT changed, document FROM {DocumentTable(PEOPLE).name} WHERE key = %s"  # noqa: S608
WRITE = (
    f"UPDATE {DocumentTable(PEOPLE).name} SET changed = changed + 1, document = %s::jsonb"  # noqa: S608
    " WHERE key = %s AND changed = %s"
)


class Loop(NamedTuple):
    """What the loop cost."""

    per_second: float
    cpu: float  # milliseconds of client and server, for one


def measure(server: DatabaseServer, database: str, people: Iterable[int], chats: int) -> Loop:
    """Run it for these people."""
    keys = [str(person) for person in people]
    return uvloop.run(_measure(server, server.address(database), keys, chats))


async def _measure(server: DatabaseServer, url: str, keys: list[str], chats: int) -> Loop:
    waiting = iter(keys)
    async with AsyncConnectionPool(
        url, open=False, kwargs={"autocommit": True}, min_size=POOL, max_size=POOL
    ) as pool:

        async def chat() -> None:
            for key in waiting:
                async with pool.connection() as connection:
                    row = await (await connection.execute(READ, (key,))).fetchone()
                    assert row is not None
                    document = {**row[1], "seen_at": datetime.now(UTC).isoformat()}
                    told = orjson.dumps(document).decode()
                    await connection.execute(WRITE, (told, key, row[0]))

        await pool.wait()
        before, began = server.cpu_seconds, time.perf_counter()
        own = time.process_time()
        await asyncio.gather(*(chat() for _ in range(chats)))
        seconds = time.perf_counter() - began
        cpu = server.cpu_seconds - before + time.process_time() - own
    return Loop(len(keys) / seconds, cpu * 1000 / len(keys))
