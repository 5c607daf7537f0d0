"""Hints between processes by NOTIFY and LISTEN: soon, or not at all.

Listening needs a connection of its own that lasts. Behind a pooler there is none: then nobody is told,
and whoever would have been looks by himself after a while, as always. Must not carry anything that
stands nowhere else.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from psycopg import AsyncConnection, OperationalError
from psycopg.errors import Error

from bot.cluster.background import Background, beside
from bot.cluster.channel import Hear, HintTopic, LocalChannel
from bot.database.connections import Connections, DatabaseConnection
from bot.errors import StoreUnavailable

log = structlog.stdlib.get_logger(__name__)

CHANNEL = "langkah_guru"
AGAIN_SECONDS = 2.0
HINTS_KEPT = 200
"""Hints that wait to be sent; more than that are forgotten while the database is away."""


class PostgresChannel:
    """Brings hints to the graphs of all processes on one database."""

    def __init__(self, connections: Connections, name: str) -> None:
        self._connections = connections
        self._name = name
        self._local = LocalChannel()
        self._waiting: asyncio.Queue[str] = asyncio.Queue(HINTS_KEPT)
        self.is_listening = asyncio.Event()

    def send(self, topic: HintTopic, key: str = "") -> None:
        """See `Channel.send`: told here at once, and elsewhere soon."""
        self._local.send(topic, key)
        if not self._waiting.full():
            self._waiting.put_nowait(f"{self._name} {topic.value} {key}")

    def listen(self, topic: HintTopic, hear: Hear) -> None:
        """See `Channel.listen`."""
        self._local.listen(topic, hear)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[None]:
        """Send and hear while the block lasts."""
        background = Background("hints")
        background.begin(self._send_all())
        async with beside(self._hear_all(), "hints"):
            try:
                yield
            finally:
                await background.stop()

    async def _send_all(self) -> None:
        while True:
            first = await self._waiting.get()
            told = {first}
            while not self._waiting.empty():
                told.add(self._waiting.get_nowait())

            async def notify(connection: DatabaseConnection, told: set[str] = told) -> None:
                said = "SELECT pg_notify(%s, payload) FROM unnest(%s::text[]) AS payload"
                await connection.execute(said, (CHANNEL, sorted(told)))

            try:
                await self._connections.run(notify)
            except StoreUnavailable as error:
                log.info("hints_lost", reason=error.cause)

    async def _hear_all(self) -> None:
        while True:
            try:
                async with await AsyncConnection.connect(
                    self._connections.address, autocommit=True
                ) as connection:
                    if await _is_lent(connection):
                        log.info("hints_not_heard", reason="a pooler lends connections")
                        return
                    await self._hear(connection)
            except (OperationalError, Error) as error:
                log.info("hints_not_heard", reason=type(error).__name__)
            self.is_listening.clear()
            await asyncio.sleep(AGAIN_SECONDS)

    async def _hear(self, connection: DatabaseConnection) -> None:
        await connection.execute(f"LISTEN {CHANNEL}".encode())
        self.is_listening.set()
        async for notification in connection.notifies():
            sender, topic, key = notification.payload.split(" ", 2)
            if sender != self._name and topic in set(HintTopic):
                self._local.send(HintTopic(topic), key)


async def _is_lent(connection: DatabaseConnection) -> bool:
    """Say whether a pooler stands between: it tells another process than the one that answers."""
    cursor = await connection.execute("SELECT pg_backend_pid()")
    row = await cursor.fetchone()
    return row is None or row[0] != connection.info.backend_pid
