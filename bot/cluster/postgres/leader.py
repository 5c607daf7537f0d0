"""The lease of the one who leads, as a row: by the clock of the database, which all processes share.

No lock of a session: behind a pooler a session is nobody's. Must not know what a leader does.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.cluster.clock import Clock
from bot.cluster.leader import LEASE
from bot.database.connections import Connections, DatabaseConnection
from bot.database.statement import Statement, told
from bot.errors import StoreUnavailable

log = structlog.stdlib.get_logger(__name__)

NAME = "leader"

NOW = "coalesce(%s::timestamptz, clock_timestamp())"

LEAD = f"""
INSERT INTO leases AS known (name, owner, epoch, until)
VALUES ('{NAME}', %s, 1, {NOW} + %s)
ON CONFLICT (name) DO UPDATE SET
  epoch = known.epoch + (known.owner <> excluded.owner)::int,
  owner = excluded.owner, until = excluded.until
WHERE known.owner = excluded.owner OR known.until <= {NOW} OR known.until > {NOW} + %s
RETURNING epoch
"""
"""Take it, or renew it. One that ends later than a lease can last was made by another clock: it is over."""

HOLDS = f"""
SELECT 1 FROM leases
WHERE name = '{NAME}' AND owner = %s AND epoch = %s AND {NOW} < until AND until <= {NOW} + %s
"""
RESIGN = f"UPDATE leases SET until = {NOW} WHERE name = '{NAME}' AND owner = %s"
KNOWN = f"SELECT 1 FROM leases WHERE name = '{NAME}' AND {NOW} <= until + %s"


@dataclass(slots=True)
class PostgresLeader:
    """One of the graphs on one database."""

    connections: Connections
    owner: str
    clock: Clock | None = None
    """Tests hand one in; else the database's own clock counts."""

    length: timedelta = LEASE
    _is_known: bool = field(default=False, init=False)

    async def lead(self) -> int | None:
        """See `Leader.lead`."""
        now, length = self._now(), self.length
        rows = await self._ask(
            [
                Statement(LEAD, (self.owner, now, length, now, now, length)),
                Statement(KNOWN, (now, length)),
            ]
        )
        self._is_known = bool(rows and rows[1])
        return int(rows[0][0][0]) if rows and rows[0] else None

    async def holds(self, epoch: int) -> bool:
        """See `Leader.holds`."""
        now = self._now()
        rows = await self._ask([Statement(HOLDS, (self.owner, epoch, now, now, self.length))])
        return bool(rows and rows[0])

    async def resign(self) -> None:
        """See `Leader.resign`."""
        await self._ask([Statement(RESIGN, (self._now(), self.owner))])

    def is_known(self) -> bool:
        """See `Leader.is_known`: as it was when this graph asked last."""
        return self._is_known

    def _now(self) -> datetime | None:
        return self.clock() if self.clock else None

    async def _ask(self, statements: list[Statement]) -> list[list[tuple[Any, ...]]]:
        """Give the answers; none while the database is away, which counts as not leading."""

        async def asked(connection: DatabaseConnection) -> list[list[tuple[Any, ...]]]:
            return await told(connection, statements)

        try:
            return await self.connections.run(asked)
        except StoreUnavailable as error:
            log.warning("leader_unknown", reason=error.cause)
            return []
