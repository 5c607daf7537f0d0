"""Replies that are still being made, and those that come after them: one person's in the order of her turns.

A turn is over when it is saved; a picture may take half a minute more, for which neither Telegram's
next updates nor her own next turn wait. Must not know what a reply is.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from bot.cluster.background import Background

MOST_WAITING = 200
"""Replies of all people that may wait to be made before turns wait for them again: they are in memory."""

Making = Callable[[], Awaitable[None]]
"""Makes a reply and hands it on. Raises nothing."""


class InOrder:
    """One queue per person; ``at_once`` people's replies are made at the same time."""

    def __init__(self, at_once: int) -> None:
        self._active = asyncio.Semaphore(at_once)
        self._queues: dict[int, deque[Making]] = {}
        self._making = Background("replies")
        self._waiting = 0
        self._room = asyncio.Event()
        self._room.set()

    def waiting(self, person: int) -> int:
        """Return how many replies of hers are not handed on yet, the one being made included."""
        return len(self._queues.get(person, ()))

    async def room(self) -> None:
        """Return when another reply may wait."""
        await self._room.wait()

    def add(self, person: int, work: Making) -> None:
        """Have a reply made when those before it are handed on."""
        self._count(1)
        if queue := self._queues.get(person):
            queue.append(work)
            return
        self._queues[person] = deque((work,))
        self._making.begin(self._work(person))

    async def _work(self, person: int) -> None:
        queue = self._queues[person]
        try:
            while queue:
                async with self._active:
                    await queue[0]()
                queue.popleft()
                self._count(-1)
        finally:
            self._count(-len(queue))
            del self._queues[person]

    def _count(self, change: int) -> None:
        self._waiting += change
        if self._waiting < MOST_WAITING:
            self._room.set()
        else:
            self._room.clear()

    async def finish(self) -> None:
        """Return when everything is handed on."""
        await self._making.finish()

    async def stop(self) -> None:
        """Give up what is not made yet; the next touch of each person shows her screen again."""
        await self._making.stop()
