"""Long polling that loses nothing: an update is confirmed when its turn is saved, not before.

PTB's own Updater confirms what it has put into memory. Here the offset, which is the
confirmation, stays at the first update that is not saved; after a crash Telegram sends the rest
again. It also repeats what is under way, so that a turn that takes long does not keep later ones
from being fetched.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.telegram.api.bot import Bot
from bot.telegram.api.doubt import TokenDoubt
from bot.telegram.api.outage import PAUSES, outlast, unless
from bot.telegram.api.shutdown import Shutdown
from bot.telegram.http.answer import NoAnswer
from bot.telegram.http.request import NotReached
from bot.telegram.receive.intake import ALLOWED_UPDATES
from bot.telegram.receive.offsets import TakeUpdate, Unconfirmed

log = structlog.stdlib.get_logger(__name__)

POLL_SECONDS = 30
"""How long Telegram holds an empty answer back (Bot API: getUpdates, at most 50)."""

ANSWER_SECONDS = 10.0
"""How much later than that an answer may come."""

BATCH = 100
"""The most updates of one answer (Bot API: getUpdates), and so the most under way."""

IDLE_SECONDS = 0.05
"""Breath after an answer without news: a Bot API may not hold empty answers back, and none holds
one back while something is unconfirmed.
"""

AGAIN_SECONDS = 0.65
"""Between two polls from the same offset, while a turn takes long or more of an act may come: asked
within 0.5 s, as it counts, Telegram answers with one update only (tdlib/telegram-bot-api, Client.cpp,
do_get_updates).
"""


class Poll:
    """Fetches updates and hands them to ``take``, which returns when the turn is saved.

    ``room`` returns when there is room for more replies; nothing is fetched before. ``heard`` is
    told when an answer has brought all there was, and when that was asked for.
    """

    def __init__(
        self,
        bot: Bot,
        *,
        take: TakeUpdate,
        room: Callable[[], Awaitable[None]],
        doubt: TokenDoubt | None = None,
        heard: Callable[[float], None] = lambda _: None,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._bot = bot
        self._unconfirmed = Unconfirmed(take)
        self._room = room
        self._doubt = doubt or TokenDoubt(bot, Shutdown(asyncio.Event()))
        self._heard = heard
        self._pauses = pauses
        self._forgotten = False
        self._asked: int | None = None
        self._asked_at = -AGAIN_SECONDS

    async def run(
        self, stop: asyncio.Event, *, may_confirm: Callable[[], bool] = lambda: True
    ) -> None:
        """Fetch and hand on until ``stop`` is set; then finish the batch and confirm it if that is ours.

        Raises TokenRefused, or PollingConflict when somebody else fetches this bot's updates, and
        it stays so.
        """
        await self._forget_webhook(stop)
        try:
            await self._follow(stop)
            await self._unconfirmed.settle()
        finally:
            await self._unconfirmed.cancel()
        if may_confirm():
            await self._confirm()

    async def _follow(self, stop: asyncio.Event) -> None:
        under_way = self._unconfirmed
        while (batch := await self._fetch(stop)) is not None:
            fresh = under_way.add(batch)
            await asyncio.sleep(0)  # now each of them has its place
            if len(batch) < BATCH:
                self._heard(self._asked_at)
            if not fresh and not under_way:
                await unless(stop, asyncio.sleep(IDLE_SECONDS))
            # After a full answer more is waiting: it is fetched before the last turns are saved.
            left = BATCH // 2 if len(batch) >= BATCH else 0
            await unless(stop, under_way.settle(left, self._breath()))
            if len(under_way) >= BATCH:
                await unless(stop, under_way.settle(BATCH // 2))
            await self._room()

    async def _fetch(self, stop: asyncio.Event) -> list[dict[str, Any]] | None:
        raising = (InvalidToken, Conflict)
        while not stop.is_set():
            try:
                batch = await outlast(self._get_updates, stop, raising=raising, pauses=self._pauses)
            except raising as error:
                refusal = error
            else:
                self._doubt.passed()
                return batch
            if isinstance(refusal, Conflict) and not self._forgotten:
                await self._forget_webhook(stop)
            await self._doubt.weigh(refusal)  # outside: PTB's own words may contain the token
        return None

    def _breath(self) -> float:
        """Return how long to wait for turns before Telegram is asked again."""
        if self._unconfirmed.offset != self._asked:
            return IDLE_SECONDS
        return max(IDLE_SECONDS, self._asked_at + AGAIN_SECONDS - time.monotonic())

    async def _get_updates(self) -> list[dict[str, Any]]:
        self._asked, self._asked_at = self._unconfirmed.offset, time.monotonic()
        # PTB's get_updates gives up a whole batch when it cannot read one update of it.
        updates = await self._bot.call(
            "getUpdates",
            read_timeout=POLL_SECONDS + ANSWER_SECONDS,
            offset=self._unconfirmed.offset,
            timeout=POLL_SECONDS,
            allowed_updates=ALLOWED_UPDATES,
        )
        if not isinstance(updates, list):
            raise NoAnswer
        return [update for update in updates if isinstance(update, dict)]

    async def _forget_webhook(self, stop: asyncio.Event) -> None:
        """Make polling possible: while a webhook is set, fetching ends in a conflict.

        A Bot API without webhooks may not know the method, and say so in any way; then there is none
        to forget. Whether it failed for another reason shows in a conflict, before which it is tried
        again.
        """

        async def forget() -> None:
            try:
                await self._bot.delete_webhook()
                self._forgotten = True
            except NotReached:
                raise
            except TelegramError as error:
                log.warning("webhook_not_deleted", reason=type(error).__name__)

        await outlast(forget, stop, raising=(), pauses=self._pauses)

    async def _confirm(self) -> None:
        """Tell Telegram about the last batch, so that it is not sent again after a restart."""
        offset = self._unconfirmed.offset
        if offset in {None, self._asked}:  # told already, by the last poll
            return
        try:
            await self._bot.call("getUpdates", offset=offset, timeout=0, limit=1)
        except TelegramError as error:
            log.info("batch_not_confirmed", reason=type(error).__name__)
