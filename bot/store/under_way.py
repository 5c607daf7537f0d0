"""The pieces of work a store has begun: each is brought to its end, even if nobody waits for it any more.

Whoever gives up waiting (a turn that was cancelled) must not leave half a write. Must not know what
the work is.
"""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, TypeVar

from bot.errors import StoreUnavailable

R = TypeVar("R")


class UnderWay:
    """The work of one store; `failed` is told of what could not be saved."""

    def __init__(self, failed: Callable[[StoreUnavailable], None]) -> None:
        self._failed = failed
        self._tasks: set[asyncio.Task[Any]] = set()

    async def to_its_end(self, work: Coroutine[Any, Any, R]) -> R:
        """Do a piece of work and return what it gives, or raise what it raises.

        Waits for a future of its own, which it may give up, at half the cost of ``asyncio.shield``.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[R] = loop.create_future()
        task = loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(partial(self._done, answer))
        return await answer

    async def finish(self) -> None:
        """Return when nothing is under way any more."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    def _done(self, answer: "asyncio.Future[R]", task: "asyncio.Task[R]") -> None:
        """Hand on what came of a piece of work, also of one that was cancelled before it began."""
        self._tasks.discard(task)
        if task.cancelled():
            answer.cancel()
            return
        error = task.exception()
        if isinstance(error, StoreUnavailable):
            self._failed(error)
        if answer.done():
            return
        if error is None:
            answer.set_result(task.result())
        else:
            answer.set_exception(error)
            answer.exception()  # seen, even if nobody should wait any more
