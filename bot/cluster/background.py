"""Work that goes on beside whoever began it: kept alive, its failures logged, ended with its owner.

The event loop holds tasks weakly, and the exception of a task nobody awaits is told when it is
garbage, if at all. Must not know what the work is, and must not begin it anew: the owner decides.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import structlog

log = structlog.stdlib.get_logger(__name__)

R = TypeVar("R")


class Background:
    """The tasks of one owner, who is named in the log when one of them fails."""

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._tasks: set[asyncio.Task[Any]] = set()

    def __len__(self) -> int:
        """Return how many are under way."""
        return len(self._tasks)

    def begin(self, work: Coroutine[Any, Any, R]) -> "asyncio.Task[R]":
        """Begin a piece of work in the running loop and return at once."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def finish(self) -> None:
        """Return when nothing is under way, nor what was begun meanwhile; nobody is cancelled."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self, seconds: float = 0.0) -> None:
        """Give the work so many seconds to finish, then cancel it; nothing is left afterwards."""
        if self._tasks and seconds > 0:
            try:
                async with asyncio.timeout(seconds):
                    await self.finish()
            except TimeoutError:
                log.info("background_cancelled", owner=self._owner, tasks=len(self._tasks))
        while self._tasks:
            for task in self._tasks:
                task.cancel()
            await asyncio.wait(self._tasks)

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("background_failed", owner=self._owner, exc_info=error)


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, None], owner: str) -> AsyncIterator[None]:
    """Let one piece of work go on while the block lasts; at its end it is cancelled."""
    background = Background(owner)
    background.begin(work)
    try:
        yield
    finally:
        await background.stop()
