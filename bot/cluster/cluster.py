"""What an object graph is given to agree with others: one bundle, so that a caller never asks how.

``LocalCluster`` serves the graphs of one process, of which there is mostly one; several processes on
one database get the same things from ``postgres/``. Must not hold anything durable.
"""

import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Protocol

from bot.cluster.channel import Channel, LocalChannel
from bot.cluster.clock import Clock, wall_clock
from bot.cluster.leader import Leader, LocalLeader, Seat
from bot.cluster.living import THIS_PROCESS, Living
from bot.cluster.rate_limit import RateLimit, RateLimiter
from bot.cluster.send_window import Limits


class Cluster(Protocol):
    """Whatever connects the graphs that serve one bot."""

    @property
    def channel(self) -> Channel:
        """Return what brings hints to all graphs and from them."""

    @property
    def living(self) -> Living:
        """Return who is known to be sending what."""

    @property
    def clock(self) -> Clock:
        """Return the clock that all of them go by."""

    def connected(self) -> AbstractAsyncContextManager[None]:
        """Hear others, and be heard, while the block lasts."""

    def leader(self, worker_id: str, clock: Clock) -> Leader:
        """Return a graph's end of the election."""

    def limiter(self, limits: Limits) -> RateLimiter:
        """Return what says when a message may leave: one for the bot's token, whoever sends."""


@dataclass(slots=True)
class LocalCluster:
    """For graphs in one process and one event loop."""

    channel: LocalChannel = field(default_factory=LocalChannel)
    living: Living = THIS_PROCESS
    clock: Clock = wall_clock
    seconds: Callable[[], float] = time.monotonic
    """What the limit of messages is measured by."""

    _seat: Seat = field(default_factory=Seat)
    _limiter: RateLimit | None = None

    def connected(self) -> AbstractAsyncContextManager[None]:
        """See `Cluster.connected`: in one process everybody hears everybody."""
        return nullcontext()

    def leader(self, worker_id: str, clock: Clock) -> Leader:
        """See `Cluster.leader`."""
        return LocalLeader(worker_id, clock, self._seat)

    def limiter(self, limits: Limits) -> RateLimiter:
        """See `Cluster.limiter`; the limits of whoever asks first hold."""
        if self._limiter is None:
            self._limiter = RateLimit(limits, self.seconds)
        return self._limiter
