"""Which of several equal object graphs leads: only the leader ticks and plans.

It leads by a lease that it renews long before the end, and must not believe that it leads: it asks
before each piece of work. The epoch of the lease is a fencing token: who was paused beyond the end
(SIGSTOP, a swapped-out machine) finds a higher one and is refused. Must not know what a leader does.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol

import structlog

from bot.cluster.background import beside
from bot.cluster.clock import Clock, Sleep
from bot.domain.lease import Lease, taken

log = structlog.stdlib.get_logger(__name__)

LEASE = timedelta(seconds=13)
"""After a leader's death nobody leads for this long, and until another looks (``STANDBY_SECONDS``): the
second takes over within 15 s (issue 14).
"""

RENEW_SECONDS = 5.0
"""Little more than a third of the lease: one renewal may fail before it is lost."""

STANDBY_SECONDS = 1.0
"""Between two looks of one that would lead, and of one that must stop at once when it does no more."""


class Leader(Protocol):
    """Says whether this process is the one that ticks and plans, by a lease that it renews."""

    async def lead(self) -> int | None:
        """Take or renew the lease; return its epoch, or None while another graph leads.

        Trouble with the place where the lease is kept is logged and counts as not leading.
        """

    async def holds(self, epoch: int) -> bool:
        """Say whether this graph still leads by the lease of that epoch."""

    async def resign(self) -> None:
        """Let go of the lease, so that another may lead at once; harmless if it is not held."""

    def is_known(self) -> bool:
        """Say whether somebody leads, this graph or another."""


class Unopposed:
    """The leader of a graph that is known to be alone: it always leads."""

    async def lead(self) -> int | None:
        """See `Leader.lead`."""
        return 1

    async def holds(self, epoch: int) -> bool:
        """See `Leader.holds`."""
        return epoch == 1

    async def resign(self) -> None:
        """See `Leader.resign`."""

    def is_known(self) -> bool:
        """See `Leader.is_known`."""
        return True


@dataclass(slots=True)
class Seat:
    """Where the lease is kept in one process: the row of a database in another form."""

    lease: Lease | None = None


@dataclass(frozen=True, slots=True)
class LocalLeader:
    """One of the graphs that share a seat; alone on its own it always leads."""

    owner: str
    clock: Clock
    seat: Seat = field(default_factory=Seat)
    length: timedelta = LEASE

    async def lead(self) -> int | None:
        """See `Leader.lead`."""
        lease = taken(self.seat.lease, self.owner, self.clock(), self.length)
        if lease is None:
            return None
        self.seat.lease = lease
        return lease.epoch

    async def holds(self, epoch: int) -> bool:
        """See `Leader.holds`; a lease that has run out is not held, even if nobody took it."""
        lease = self.seat.lease
        return (
            lease is not None
            and (lease.owner, lease.epoch) == (self.owner, epoch)
            and lease.runs(self.clock(), self.length)
        )

    async def resign(self) -> None:
        """See `Leader.resign`. The lease stays with its end now, so that epochs go on rising."""
        lease = self.seat.lease
        if lease is not None and lease.owner == self.owner:
            self.seat.lease = Lease(lease.owner, lease.epoch, self.clock())

    def is_known(self) -> bool:
        """See `Leader.is_known`."""
        lease = self.seat.lease
        return lease is not None and self.clock() <= lease.until + self.length


async def campaign(leader: Leader, sleep: Sleep = asyncio.sleep) -> None:
    """Stand for ever: renew the lease, or take it as soon as it is free."""
    epoch: int | None = None
    while True:
        now = await leader.lead()
        if now != epoch:
            log.info("leader", leads=now is not None, epoch=now)
        epoch = now
        await sleep(RENEW_SECONDS)


async def while_leading(
    leader: Leader, work: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event
) -> None:
    """Have something done only while this graph leads, until ``stop`` is set.

    ``work`` is begun anew each time, and told by its event when to end. Raises what it raises.
    """
    while not stop.is_set():
        if (epoch := await leader.lead()) is not None:
            ending = asyncio.Event()
            task = asyncio.ensure_future(work(ending))
            try:
                while not (task.done() or stop.is_set()) and await leader.holds(epoch):
                    await _look_away(task, stop)
            finally:
                ending.set()
                await task
        else:
            await _look_away(None, stop)


async def _look_away(task: "asyncio.Future[None] | None", stop: asyncio.Event) -> None:
    """Return after a while, or at once when the work ends or is to end."""
    stopping = asyncio.ensure_future(stop.wait())
    try:
        awaited: set[asyncio.Future[Any]] = {stopping, task} if task else {stopping}
        await asyncio.wait(awaited, timeout=STANDBY_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()


@asynccontextmanager
async def standing(leader: Leader, sleep: Sleep = asyncio.sleep) -> AsyncIterator[None]:
    """Stand for the lead while the block lasts, and let go of it at the end."""
    try:
        async with beside(campaign(leader, sleep), "leader"):
            yield
    finally:
        await leader.resign()
