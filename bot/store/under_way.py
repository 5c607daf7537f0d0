"""The pieces of work a store has begun: each is brought to its end, even if nobody waits for it any more.

Whoever gives up waiting (a turn that was cancelled) must not leave half a write. Must not know what
the work is.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from bot.errors import StoreUnavailable

R = TypeVar("R")


class UnderWay:
    """The work of one store; `failed` is told of what could not be saved."""

    def __init__(self, failed: Callable[[StoreUnavailable], None]) -> None:
        self._failed = failed
        self._tasks: set[asyncio.Task[Any]] = set()

    async def to_its_end(self, work: Coroutine[Any, Any, R]) -> R:
        """Do a piece of work and return what it gives, or raise what it raises."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return await asyncio.shield(task)

    async def finish(self) -> None:
        """Return when nothing is under way any more."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and isinstance(error := task.exception(), StoreUnavailable):
            self._failed(error)
