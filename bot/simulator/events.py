"""What happened, for those who watch: a ring of events, each with its number.

It must not know what the events mean or how they travel.
"""

import asyncio
from collections import deque
from itertools import islice
from typing import Any

from bot.simulator.errors import Json

_RING = 10_000


class Events:
    """The last events, numbered from 1."""

    def __init__(self) -> None:
        self.last = 0
        self._ring: deque[Json] = deque(maxlen=_RING)
        self._waiting: set[asyncio.Event] = set()

    def add(self, kind: str, **data: Any) -> None:
        """Record an event and wake whoever waits for one."""
        self.last += 1
        data["type"] = kind
        self._ring.append(data)
        self.wake()

    def wake(self) -> None:
        """Wake whoever waits, without an event."""
        for waiter in self._waiting:
            waiter.set()

    def since(self, number: int) -> list[tuple[int, Json]] | None:
        """The events after `number`; None when some of them have left the ring."""
        first = self.last - len(self._ring) + 1
        if number + 1 < first or number > self.last:
            return None
        start = number + 1 - first
        return list(enumerate(islice(self._ring, start, None), number + 1))

    async def wait(self, number: int, timeout_seconds: float) -> bool:
        """Wait until there is an event after `number`; False when the time ran out."""
        if self.last > number:
            return True
        waiter = asyncio.Event()
        self._waiting.add(waiter)
        try:
            async with asyncio.timeout(timeout_seconds):
                await waiter.wait()
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(waiter)
        return True
