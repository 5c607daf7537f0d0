"""Wakes the outbox workers, and holds back at once what was paused or stopped.

Hints only, also from other object graphs: everything it says stands in the store too, and is read
there again after a restart, and from time to time.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

from bot.cluster.arrivals import Arrivals
from bot.cluster.channel import Channel, HintTopic, LocalChannel


@dataclass(slots=True)
class Notifier:
    """Wakes the outbox workers of all processes, and tells them what has been paused or stopped."""

    channel: Channel = field(default_factory=LocalChannel)
    """Brings hints to other graphs and from them."""

    halted: set[str] = field(default_factory=set)
    """Broadcasts of which nothing more is to leave, not even what is already waiting its turn."""

    arrivals: Arrivals = field(default_factory=Arrivals)
    """What reached people lately, for those who answer it with a plain text."""

    _rung: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        """Listen to the other graphs."""
        self.channel.listen(HintTopic.OUTBOX, self._wake)
        self.channel.listen(HintTopic.HALTED, self.halted.add)
        self.channel.listen(HintTopic.RELEASED, self.halted.discard)

    def ring(self) -> None:
        """Wake the workers of all graphs."""
        self.channel.send(HintTopic.OUTBOX, "")

    def halt(self, broadcast: str) -> None:
        """Hold back what is waiting to leave of a broadcast, in all graphs."""
        self.channel.send(HintTopic.HALTED, broadcast)

    def release(self, broadcast: str) -> None:
        """Let a broadcast go on, in all graphs."""
        self.channel.send(HintTopic.RELEASED, broadcast)

    async def rung(self, seconds: float) -> None:
        """Return when it rings, or after so many seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._rung.wait(), seconds)
        self._rung.clear()

    def _wake(self, _: str) -> None:
        self._rung.set()
