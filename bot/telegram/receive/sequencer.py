"""In which order updates are worked on: one person's in order, different people in parallel.

Also the cap for somebody who floods the bot: what is beyond it is dropped, so that one person
cannot fill the memory or the rate limit. Knows nothing of what an update means.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.telegram.receive.gather import GatheredAct

WAITING_PER_PERSON = 50
"""Updates and undelivered replies of one person that may wait; nobody taps this far ahead. Fewer
while very much is waiting altogether: many who flood share what one may have.
"""

Dropped = Callable[[Update, int], None]
"""Told of each dropped update and whose it is."""


class PerPersonProcessor(BaseUpdateProcessor):
    """Works on one update per person at a time, and on ``people_at_once`` people.

    PTB's own limit is taken before the person is known, so that one flooding person would take all
    of it; that is why it is set out of reach and the real limit is in here.
    """

    __slots__ = ("_active", "_dropped", "_locks", "_share", "_undelivered", "_waiting")

    def __init__(
        self,
        *,
        people_at_once: int,
        undelivered: Callable[[int], int],
        share: Callable[[], int],
        dropped: Dropped,
    ) -> None:
        super().__init__(max_concurrent_updates=1_000_000)
        self._active = asyncio.Semaphore(people_at_once)
        self._undelivered = undelivered
        self._share = share
        self._dropped = dropped
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: dict[int, int] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release: whoever handed in an update waits for it."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await the coroutine when it is the turn of the sender of an update or act, or drop it.

        An act takes its place when its first part comes, and is waited for there.
        """
        sender = _sender(update)
        if sender is None or not isinstance(update, Update | GatheredAct):
            async with self._active:
                await coroutine
            return
        waiting = self._waiting.get(sender, 0)
        most = min(WAITING_PER_PERSON, self._share())
        if waiting + self._undelivered(sender) >= most:
            _discard(coroutine)
            self._dropped(update.updates[-1] if isinstance(update, GatheredAct) else update, sender)
            return
        self._waiting[sender] = waiting + 1
        try:
            async with self._locks.setdefault(sender, asyncio.Lock()):
                if isinstance(update, GatheredAct):
                    await update.whole()
                async with self._active:
                    await coroutine
        finally:
            _discard(coroutine)
            self._leave(sender)

    def _leave(self, sender: int) -> None:
        self._waiting[sender] -= 1
        if not self._waiting[sender]:
            del self._waiting[sender], self._locks[sender]


def _sender(update: object) -> int | None:
    if isinstance(update, GatheredAct):
        return update.sender
    if not isinstance(update, Update):
        return None
    if user := update.effective_user:
        return user.id
    return chat.id if (chat := update.effective_chat) else None


def _discard(coroutine: Awaitable[Any]) -> None:
    """Say that nobody will await the coroutine any more; harmless if it has ended."""
    if asyncio.iscoroutine(coroutine):
        coroutine.close()
