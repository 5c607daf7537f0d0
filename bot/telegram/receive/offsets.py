"""Updates that were handed on and are not confirmed yet, in Telegram's order.

Telegram sends everything from the offset on again and again, and forgets what is before it. So the
offset may pass an update only when that one and all before it are saved. Knows no Bot API method
and nothing of what an update means.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog

from bot.telegram.receive.valid import is_update_id

log = structlog.stdlib.get_logger(__name__)

TakeUpdate = Callable[[Mapping[str, Any]], Awaitable[None]]
"""Works on one update; never raises, and returns when the turn is saved."""


class Unconfirmed:
    """The updates under way, each a task."""

    def __init__(self, take: TakeUpdate) -> None:
        self._take = take
        self._turns: dict[int, asyncio.Task[None]] = {}
        self._after: int | None = None

    def __len__(self) -> int:
        return len(self._turns)

    @property
    def offset(self) -> int | None:
        """The first update that is not saved, or the one after all; None before the first."""
        return next(iter(self._turns), self._after)

    def add(self, batch: Sequence[Mapping[str, Any]]) -> bool:
        """Begin with every update of a batch that is not under way yet; say whether there was one.

        One without a number, or with one Telegram never gives, cannot be confirmed: it is no update,
        and must not move the offset past those that are.
        """
        numbered = {raw["update_id"]: raw for raw in batch if is_update_id(raw.get("update_id"))}
        if len(numbered) < len(batch):
            log.warning("updates_without_number", count=len(batch) - len(numbered))
        fresh = [number for number in numbered if number not in self._turns]
        for number in fresh:
            self._turns[number] = asyncio.create_task(self._work(numbered[number]))
        if numbered:  # an answer may repeat the first of many only
            self._after = max(self._turns) + 1
        return bool(fresh)

    async def settle(self, left: int = 0, seconds: float | None = None) -> None:
        """Wait until at most ``left`` have to be confirmed, or so long; forget the saved ones.

        Not to be called while Telegram is being asked: what its answer repeats must be known.
        """
        first = list(self._turns.values())[: max(0, len(self._turns) - left)]
        if first:
            await asyncio.wait(first, timeout=seconds)
        for number, turn in list(self._turns.items()):
            if not turn.done() or turn.cancelled():
                break
            del self._turns[number]

    async def cancel(self) -> None:
        """Give up what is under way: it will be sent again."""
        turns = list(self._turns.values())
        for turn in turns:
            turn.cancel()
        await asyncio.gather(*turns, return_exceptions=True)

    async def _work(self, raw: Mapping[str, Any]) -> None:
        await self._take(raw)
