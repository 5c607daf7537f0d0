"""Wakes those who work on the outbox, and holds back at once what was paused or stopped.

In memory only: everything it says stands on disk too, and is read again after a restart.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

from bot.cluster.arrivals import Arrivals


@dataclass(slots=True)
class Notifier:
    """What happened since the workers last looked."""

    writers: set[int] = field(default_factory=set)
    """People whose documents hold something for the outbox."""

    halted: set[str] = field(default_factory=set)
    """Broadcasts of which nothing more is to leave, not even what is already waiting its turn."""

    arrivals: Arrivals = field(default_factory=Arrivals)
    """What reached people lately, for those who answer it with a plain text."""

    _rung: asyncio.Event = field(default_factory=asyncio.Event)

    def ring(self, writer: int | None = None) -> None:
        """Wake the workers; tell who has something for them."""
        if writer is not None:
            self.writers.add(writer)
        self._rung.set()

    async def rung(self, seconds: float) -> None:
        """Return when it rings, or after so many seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._rung.wait(), seconds)
        self._rung.clear()
