"""What comes while something is under way goes together next. Must not know what it is.

Nobody waits for company: who comes first goes at once, alone.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, Generic, TypeVar

W = TypeVar("W")


class Gathering(Generic[W]):
    """Has wishes carried out, so many groups at once, each of all that wait then, up to ``most``.

    ``carry_out`` tells each what became of her wish, and raises nothing.
    """

    def __init__(
        self, carry_out: Callable[[list[W]], Awaitable[None]], *, at_once: int, most: int
    ) -> None:
        self._carry_out: Final = carry_out
        self._at_once: Final = at_once
        self._most: Final = most
        self._waiting: list[W] = []
        self._under_way = 0
        self._tasks: Final[set[asyncio.Task[None]]] = set()

    def add(self, wish: W) -> None:
        """Have a wish carried out soon."""
        self._waiting.append(wish)
        if self._under_way < self._at_once:
            self._under_way += 1
            task = asyncio.create_task(self._serve())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self) -> None:
        try:
            while self._waiting:
                some, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                await self._carry_out(some)
        finally:
            self._under_way -= 1
