"""The time as the database tells it: one clock for all processes, however wrong those of their machines are.

A claim says until when it holds, and who reads it must mean the same by that. Between two questions the
monotonic clock goes on, which nobody sets.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.cluster.clock import wall_clock
from bot.database.connections import Connections, DatabaseConnection
from bot.database.statement import Statement, told
from bot.errors import StoreUnavailable

log = structlog.stdlib.get_logger(__name__)

ASK_SECONDS = 10.0
"""In that time monotonic clocks part by a millisecond at most."""

SURE_SECONDS = 0.5
"""An answer that took longer is asked for again: nobody knows at which moment of that it was given. A process
that is stopped while it asks (SIGSTOP, a swapped-out machine) would go wrong by half of that.
"""

TRIES = 3
"""The quickest of so many counts."""

ASKED = Statement("SELECT clock_timestamp() AT TIME ZONE 'UTC'")


@dataclass(slots=True)
class DatabaseClock:
    """Gives the present moment, aware, in UTC; until it is synchronized that of this machine."""

    connections: Connections
    monotonic: Callable[[], float] = time.monotonic
    _known: tuple[datetime, float] | None = field(default=None, init=False)

    def __call__(self) -> datetime:
        """Return the present moment."""
        if self._known is None:
            return wall_clock()
        at, since = self._known
        return at + timedelta(seconds=self.monotonic() - since)

    async def synchronize(self) -> None:
        """Ask the database what time it is. Raises StoreUnavailable; then it goes on as before."""

        async def asked(connection: DatabaseConnection) -> tuple[float, datetime, float]:
            began = self.monotonic()
            [[(at,)]] = await told(connection, [ASKED])
            took = self.monotonic() - began
            return took, at.replace(tzinfo=wall_clock().tzinfo), began + took / 2

        best = await self.connections.run(asked)
        for _ in range(TRIES - 1):
            if best[0] <= SURE_SECONDS:
                break
            best = min(best, await self.connections.run(asked))
        _, at, since = best
        self._known = at, since

    async def keep(self) -> None:
        """Ask for ever."""
        while True:
            await asyncio.sleep(ASK_SECONDS)
            try:
                await self.synchronize()
            except StoreUnavailable as error:
                log.info("clock_not_synchronized", reason=error.cause)
