"""Teachers who read while something else goes on: what they feel of it, in seconds a turn.

Must not know what goes on beside them.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

from bot.app.turns import Turns
from bot.chat.model import Command, Incoming, UpdateId
from bot.domain.person.person import PersonId

BETWEEN_SECONDS: Final = 0.02


class Readers:
    """Teachers of whom always one sends `/langkah`, and is answered after her turn is saved.

    ``reader`` says whose turn the update of a number is.
    """

    def __init__(self, turns: Turns, reader: Callable[[int], int]) -> None:
        self._turns = turns
        self._reader = reader
        self._updates = 0

    async def during(self, work: Callable[[], Awaitable[object]]) -> tuple[float, list[float]]:
        """Do the work; give its seconds, and the seconds of every turn meanwhile."""
        seconds: list[float] = []
        started = time.perf_counter()
        doing = asyncio.ensure_future(work())
        while not doing.done():
            seconds.append(await self._turn())
            await asyncio.wait({doing}, timeout=BETWEEN_SECONDS)
        doing.result()
        return time.perf_counter() - started, seconds

    async def _turn(self) -> float:
        self._updates += 1
        reader = PersonId(self._reader(self._updates))
        started = time.perf_counter()
        await self._turns.handle(
            Incoming(update=UpdateId(self._updates), person=reader, event=Command("langkah"))
        )
        return time.perf_counter() - started
