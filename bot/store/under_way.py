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
        self._tasks: set[asyncio.Task[None]] = set()

    async def to_its_end(self, work: Coroutine[Any, Any, R]) -> R:
        """Do a piece of work and return what it gives, or raise what it raises.

        Waits for a future of its own, which it may give up, at half the cost of ``asyncio.shield``.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[R] = loop.create_future()
        self._tasks.add(loop.create_task(self._done(work, answer)))
        return await answer

    async def finish(self) -> None:
        """Return when nothing is under way any more."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _done(self, work: Coroutine[Any, Any, R], answer: "asyncio.Future[R]") -> None:
        task = asyncio.current_task()
        try:
            given = await work
        except asyncio.CancelledError:
            answer.cancel()
            raise
        except Exception as error:  # noqa: BLE001 -- handed on to whoever waits
            if isinstance(error, StoreUnavailable):
                self._failed(error)
            if not answer.done():
                answer.set_exception(error)
                answer.exception()  # seen, even if nobody should wait any more
        else:
            if not answer.done():
                answer.set_result(given)
        finally:
            if task is not None:
                self._tasks.discard(task)
