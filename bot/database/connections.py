"""Connections to the database: a pool, and what is done when one is lost.

Works through a pooler that gives a connection for one transaction only (PgBouncer): nothing is
prepared, set or locked for longer than that. Must not know what is asked.
"""

import asyncio
import logging
import os
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

import orjson
from psycopg import AsyncClientCursor, AsyncConnection, OperationalError, errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.types.json import set_json_loads
from psycopg_pool import AsyncConnectionPool

from bot.errors import StoreUnavailable

R = TypeVar("R")

DatabaseConnection: TypeAlias = AsyncConnection[tuple[Any, ...]]

SIZE: Final = 10
"""Connections of one process: the smallest databases for hire allow twenty in all."""

PATIENCE_SECONDS: Final = 5.0
"""So long a piece of work is tried on other connections: a restart of the database takes less."""

HURRIED_SECONDS: Final = 0.5
"""The same while the database is known to be away, or once the process is to end."""

ANSWER_SECONDS: Final = 20.0
"""So long an answer may take; longer than whoever holds a lock is let hold it (``transaction.py``)."""

HURRIED_ANSWER_SECONDS: Final = 2.0
"""The same once the process is to end, which may take 5 s in all."""

TRIES: Final = 10
"""So often a transaction is tried that collides with others."""

DEFAULTS: Final = {
    "connect_timeout": "5",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "2",
    "tcp_user_timeout": "10000",
    "application_name": "langkah-guru",
}
"""How soon a dead network is noticed, unless the address says otherwise."""

LOST: Final = (
    OperationalError,
    errors.InterfaceError,
    errors.ReadOnlySqlTransaction,
)
"""What says that the database cannot be reached, or is another one than a moment ago."""

logging.getLogger("psycopg.pool").setLevel(logging.ERROR)  # what it warns of, the store says itself


class Connections:
    """The connections of one store."""

    def __init__(self, url: str, *, size: int = SIZE) -> None:
        told: dict[str, Any] = conninfo_to_dict(url)
        self.place: Final = Path("postgresql", str(told.get("dbname") or told.get("user") or ""))
        self.patience = PATIENCE_SECONDS
        self.is_hurried = False
        self._lost_since: float | None = None
        self._lent: Final[set[DatabaseConnection]] = set()
        self.address: Final = make_conninfo(**{**DEFAULTS, **told})
        self._pool: Final = AsyncConnectionPool(
            self.address,
            kwargs={
                "autocommit": True,
                "prepare_threshold": None,
                "cursor_factory": AsyncClientCursor,
            },
            configure=_configure,
            min_size=1,
            max_size=size,
            open=False,
            reconnect_timeout=PATIENCE_SECONDS,
        )

    async def open(self) -> None:
        """Connect. Raises StoreUnavailable with the database's own words."""
        await self._pool.open()
        try:
            await self.run(_nothing)
        except StoreUnavailable:
            await self._ask_why()
            raise

    async def close(self) -> None:
        """End all connections; harmless if there are none."""
        await self._pool.close(timeout=1.0)

    def hurry(self) -> None:
        """Wait for nothing for long any more, also where somebody is waiting already."""
        self.patience, self.is_hurried = HURRIED_SECONDS, True
        for connection in self._lent:
            asyncio.get_running_loop().call_later(HURRIED_ANSWER_SECONDS, _hang_up, connection)

    async def run(self, work: Callable[[DatabaseConnection], Awaitable[R]]) -> R:
        """Have a piece of work done; it is begun anew when a connection is lost or others collide.

        So it must not have done anything for good when it fails with one of ``LOST``. Raises
        StoreUnavailable, and whatever else the work raises; nothing of it is left open then.
        """
        began, tries = time.monotonic(), 0
        while True:
            tries += 1
            try:
                done = await self._on_a_connection(work)
            except (errors.SerializationFailure, errors.DeadlockDetected) as error:
                if tries >= TRIES:
                    raise self.unavailable(error) from error
            except LOST as error:
                now = time.monotonic()
                self._lost_since = self._lost_since or now
                if now - began >= self._patience() or isinstance(error, errors.DiskFull):
                    raise self.unavailable(error) from error
                await asyncio.sleep(min(0.01 * 2**tries, 0.2))
            else:
                self._lost_since = None
                return done

    async def _ask_why(self) -> None:
        """Raise StoreUnavailable with what the database says: the pool only knows that it waited."""
        try:
            await (await AsyncConnection.connect(self.address)).close()
        except OperationalError as error:
            raise self.unavailable(error) from error

    def unavailable(self, error: Exception) -> StoreUnavailable:
        """Return what is told of it: never the address, which holds a password."""
        cause = str(error).strip().partition("\n")[0] or type(error).__name__
        return StoreUnavailable(self.place, cause)

    def _patience(self) -> float:
        since = self._lost_since
        is_known = since is not None and time.monotonic() - since > PATIENCE_SECONDS
        return min(self.patience, HURRIED_SECONDS) if is_known else self.patience

    async def _on_a_connection(self, work: Callable[[DatabaseConnection], Awaitable[R]]) -> R:
        connection = await self._pool.getconn(timeout=max(self._patience(), HURRIED_SECONDS))
        seconds = HURRIED_ANSWER_SECONDS if self.is_hurried else ANSWER_SECONDS
        giving_up = asyncio.get_running_loop().call_later(seconds, _hang_up, connection)
        self._lent.add(connection)
        try:
            return await work(connection)
        finally:
            giving_up.cancel()
            self._lent.discard(connection)
            if not connection.closed:
                with suppress(*LOST):
                    await connection.rollback()  # nothing, unless something was left open
            await self._pool.putconn(connection)


def _hang_up(connection: DatabaseConnection) -> None:
    """Have whoever waits for an answer notice that none comes: cancelling would wait for the server."""
    with (
        suppress(OSError, OperationalError),
        socket.socket(fileno=os.dup(connection.fileno())) as way,
    ):
        way.shutdown(socket.SHUT_RDWR)


async def _nothing(connection: DatabaseConnection) -> None:
    await connection.execute("SELECT 1")


async def _configure(connection: DatabaseConnection) -> None:
    set_json_loads(orjson.loads, connection)
