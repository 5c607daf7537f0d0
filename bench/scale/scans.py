"""What it costs to find who is due among a million: the bot's own question, asked through its store."""

import asyncio
import statistics
import time
from typing import Final

from bench.scale.planting import TABLE
from bench.scale.server import DatabaseServer
from bot.store.codec.people import PEOPLE, PERSON_DUE
from bot.store.postgres.store import postgres_store

DUE: Final = 6_000
ROUNDS: Final = 30

COLUMN: Final = next(column for column in TABLE.columns if column.startswith("due_"))

MAKE_DUE: Final = f"""
UPDATE {TABLE.name} SET {COLUMN} = %s - random() * 3600 WHERE key IN (
  SELECT key FROM (SELECT key, row_number() OVER () AS number FROM {TABLE.name}) AS numbered
  WHERE number %% %s = 0 LIMIT {DUE}
)
"""  # noqa: S608 - our own names


def find_due(server: DatabaseServer, database: str, teachers: int) -> str:
    """Make some due, and give a row of the table."""
    now = time.time()
    with server.connected(database) as connection:
        # They were made due days ago: since then the server has looked after its tables.
        connection.execute(MAKE_DUE.encode(), (now, max(1, teachers // DUE)))
        connection.execute(f"VACUUM ANALYZE {TABLE.name}".encode())
    took, found = asyncio.run(_find(server.address(database), now))
    return f"| {teachers:,} | {found:,} | {statistics.median(took):.1f} | {max(took):.1f} |"


async def _find(url: str, now: float) -> tuple[list[float], int]:
    store = postgres_store(url, [PEOPLE])
    await store.open()
    took, found = list[float](), list[str]()
    for _ in range(ROUNDS):
        began = time.perf_counter()
        found = await store.find(PEOPLE, PERSON_DUE.up_to(now))
        took.append((time.perf_counter() - began) * 1_000)
    await store.close()
    return took, len(found)
