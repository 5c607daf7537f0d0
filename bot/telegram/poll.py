"""Long polling that loses nothing: an update is confirmed when its turn is saved, not before.

PTB's own Updater confirms what it has put into memory. Here the offset, which is the
confirmation, moves on after every turn of a batch is saved; after a crash Telegram sends the rest
again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.errors import PollingConflict, TokenRefused
from bot.telegram.bot import Bot
from bot.telegram.outage import PAUSES, outlast, unless

log = structlog.stdlib.get_logger(__name__)

POLL_SECONDS = 30
"""How long Telegram holds an empty answer back (Bot API: getUpdates, at most 50)."""

ANSWER_SECONDS = 10.0
"""How much later than that an answer may come."""

IDLE_SECONDS = 0.05
"""Breath after an answer without news, for a Bot API that does not hold empty answers back."""

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update there is a handler for."""

Take = Callable[[Mapping[str, Any]], Awaitable[None]]


class Poll:
    """Fetches updates and hands them to ``take``, which returns when the turn is saved.

    ``room`` returns when there is room for more replies; nothing is fetched before.
    """

    def __init__(
        self,
        bot: Bot,
        *,
        take: Take,
        room: Callable[[], Awaitable[None]],
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._bot = bot
        self._take = take
        self._room = room
        self._pauses = pauses
        self._offset: int | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch and hand on until ``stop`` is set; then finish the batch and confirm it.

        Raises TokenRefused, or PollingConflict when somebody else fetches this bot's updates.
        """
        await self._forget_webhook()
        while (batch := await self._fetch(stop)) is not None:
            await asyncio.gather(*(self._take(raw) for raw in batch))
            confirmed, self._offset = self._offset, _after(batch, self._offset)
            await self._room()
            if self._offset == confirmed:
                await unless(stop, asyncio.sleep(IDLE_SECONDS))
        await self._confirm()

    async def _fetch(self, stop: asyncio.Event) -> list[dict[str, Any]] | None:
        try:
            return await outlast(
                self._get_updates, stop, raising=(InvalidToken, Conflict), pauses=self._pauses
            )
        except InvalidToken:
            raise TokenRefused from None  # PTB's own words may contain the token
        except Conflict as error:
            raise PollingConflict(str(error)) from error

    async def _get_updates(self) -> list[dict[str, Any]]:
        # PTB's get_updates gives up a whole batch when it cannot read one update of it.
        updates: list[dict[str, Any]] = await self._bot.call(
            "getUpdates",
            read_timeout=POLL_SECONDS + ANSWER_SECONDS,
            offset=self._offset,
            timeout=POLL_SECONDS,
            allowed_updates=ALLOWED_UPDATES,
        )
        return updates

    async def _forget_webhook(self) -> None:
        """Make polling possible. A Bot API without webhooks may not know the method."""
        try:
            await self._bot.delete_webhook()
        except TelegramError as error:
            log.warning("webhook_not_deleted", reason=type(error).__name__)

    async def _confirm(self) -> None:
        """Tell Telegram about the last batch, so that it is not sent again after a restart."""
        if self._offset is None:
            return
        try:
            await self._bot.call("getUpdates", offset=self._offset, timeout=0, limit=1)
        except TelegramError as error:
            log.info("batch_not_confirmed", reason=type(error).__name__)


def _after(batch: Sequence[Mapping[str, Any]], offset: int | None) -> int | None:
    """Return the offset that confirms the batch; an update without a number cannot be confirmed."""
    numbers = (raw.get("update_id") for raw in batch)
    return max((number + 1 for number in numbers if isinstance(number, int)), default=offset)
