"""The bundle for processes on one database. Must not hold anything durable itself."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from math import isinf

from bot.cluster.background import beside
from bot.cluster.clock import Clock
from bot.cluster.leader import Leader
from bot.cluster.living import Living
from bot.cluster.postgres.channel import PostgresChannel
from bot.cluster.postgres.clock import DatabaseClock
from bot.cluster.postgres.leader import PostgresLeader
from bot.cluster.postgres.limiter import SharedRateLimit
from bot.cluster.postgres.living import ProcessLiving
from bot.cluster.rate_limit import RateLimit, RateLimiter
from bot.cluster.send_window import Limits
from bot.database.connections import Connections

NAME_BYTES = 4


@dataclass(slots=True)
class PostgresCluster:
    """For the graphs of one process among several on one database."""

    connections: Connections
    token: str = "bot"  # noqa: S105 -- stands for the one bot that a database serves
    own_clock: bool = False
    """Whether leases go by the clock that is handed in, as in tests, and not by the database's."""

    living: Living = field(default_factory=ProcessLiving)
    channel: PostgresChannel = field(init=False)
    clock: DatabaseClock = field(init=False)
    _limiter: RateLimiter | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Name this process, so that it does not hear itself."""
        self.channel = PostgresChannel(self.connections, secrets.token_hex(NAME_BYTES))
        self.clock = DatabaseClock(self.connections)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[None]:
        """See `Cluster.connected`. Raises StoreUnavailable."""
        await self.clock.synchronize()
        async with self.channel.connected(), beside(self.clock.keep(), "clock"):
            try:
                yield
            finally:
                if isinstance(self._limiter, SharedRateLimit):
                    await self._limiter.finish()

    def leader(self, worker_id: str, clock: Clock) -> Leader:
        """See `Cluster.leader`."""
        return PostgresLeader(self.connections, worker_id, clock if self.own_clock else None)

    def limiter(self, limits: Limits) -> RateLimiter:
        """See `Cluster.limiter`; the limits of whoever asks first hold."""
        if self._limiter is None:
            self._limiter = (
                RateLimit(limits)
                if isinf(limits.per_second)
                else SharedRateLimit(limits, self.connections, self.token)
            )
        return self._limiter
