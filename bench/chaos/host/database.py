"""The database of a run: its clock, what it is put through, and what watches its claims from inside.

Its clock is set to a school day by a function of its own schema that stands before the built-in one, so a run
is the same at any hour. Must not judge what it finds.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import quote

import psycopg

from bot.store.codec.kinds import KINDS
from bot.store.postgres.schema import make_schema
from tests.postgres.server import OwnServer

SETTINGS: Final = """
max_connections = 75
shared_buffers = 64MB
checkpoint_timeout = 60s
max_wal_senders = 0
wal_level = minimal
"""
"""Durable as it comes: fsync is on."""

SCHEMA: Final = "chaos"
AGAIN_SECONDS: Final = 0.1
PATIENCE_SECONDS: Final = 60.0

CLOCK: Final = Path(__file__).with_name("clock.sql")
WATCHES: Final = Path(__file__).with_name("watch.sql")

SET_CLOCK: Final = "UPDATE chaos.shift SET ahead = %s"
MOVE_CLOCK: Final = "UPDATE chaos.shift SET ahead = ahead + %s RETURNING 1"
CUT: Final = """SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
WHERE application_name = 'langkah-guru' AND random() < %s"""


@dataclass(slots=True)
class Database:
    """One server with one bot's schema."""

    server: OwnServer
    _connection: "psycopg.AsyncConnection[Any] | None" = None
    _connecting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _restarting: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def url(self) -> str:
        """Where the bot's processes find it: with their schema's clock before the built-in one."""
        joint = "&" if "?" in self.server.url else "?"
        path = quote(f"-c search_path={SCHEMA},pg_catalog")
        return f"{self.server.url}{joint}options={path}"

    async def make(self, now: datetime) -> None:
        """Make the tables, and let its clock show a moment from now on."""
        with psycopg.connect(self.server.url, autocommit=True) as connection:
            connection.execute(CLOCK.read_bytes())
            await make_schema(self.url, KINDS)
            connection.execute(WATCHES.read_bytes())
            connection.execute(SET_CLOCK.encode(), (now - datetime.now(UTC),))

    async def move_clock(self, by: timedelta) -> None:
        """Set its clock ahead."""
        await self.ask(MOVE_CLOCK, by)

    async def ask(self, said: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask it, again and again while it is away. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                try:
                    connection = await self._connected()
                    cursor = await connection.execute(said.encode(), values)
                    return await cursor.fetchall()
                except psycopg.OperationalError:
                    await asyncio.sleep(AGAIN_SECONDS)

    async def _connected(self) -> "psycopg.AsyncConnection[Any]":
        """Return the one connection of all who ask; made anew, once, after a cut."""
        async with self._connecting:
            if self._connection is None or self._connection.closed:
                self._connection = await psycopg.AsyncConnection.connect(self.url, autocommit=True)
            return self._connection

    async def close(self) -> None:
        """Ask no more."""
        if self._connection is not None:
            await self._connection.close()

    async def restart(self, how: Literal["fast", "immediate"]) -> None:
        """Have the server end and begin anew, once at a time."""
        async with self._restarting:
            await asyncio.to_thread(self.server.restart, how)

    async def cut(self, share: float) -> int:
        """End a share of the processes' connections; how many."""
        [(count,)] = await self.ask(CUT, share)
        return int(count)

    async def fill(self, seconds: float) -> int:
        """Take all connections that are left for so long; how many there were."""
        taken: list[psycopg.AsyncConnection[Any]] = []
        with suppress(psycopg.OperationalError):
            while True:
                taken.append(await psycopg.AsyncConnection.connect(self.server.url))
        await asyncio.sleep(seconds)
        for connection in taken:
            await connection.close()
        return len(taken)
