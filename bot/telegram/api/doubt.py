"""Refusals that may pass: another process asked for our updates once, our token is not known for a moment.

One 409, 401 or 404 ends nothing: there is a pause, getMe tells whether Telegram knows us, and we go
on. Only what stays so ends the process. Knows no other method.
"""

import asyncio
import time
from collections.abc import Sequence

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.cluster.background import Background
from bot.errors import BotError, PollingConflict, TokenRefused
from bot.telegram.api.bot import Bot
from bot.telegram.api.outage import PAUSES, unless
from bot.telegram.api.shutdown import Shutdown

log = structlog.stdlib.get_logger(__name__)

PATIENCE_SECONDS = 120.0
"""How long a refusal may last. A process that is replaced stops within half a minute, a long poll
lasts 50 s at most (Bot API: getUpdates); failures of Telegram's own are over in a minute or two.
"""

CALM_SECONDS = 30.0
"""So long without a refusal, and the next one is a new one. Two processes that fight for the updates
let each other through for some seconds again and again.
"""

CONFLICT, TOKEN = "conflict", "token refused"


class TokenDoubt:
    """Weighs the refusals of one bot."""

    def __init__(self, bot: Bot, ending: Shutdown, pauses: Sequence[float] = PAUSES) -> None:
        self._bot = bot
        self._ending = ending
        self._pauses = pauses
        self._kind: str | None = None
        self._since = self._last = 0.0
        self._count = 0
        self._asking = Background("doubt")

    @property
    def trouble(self) -> str | None:
        """What Telegram refuses at the moment, for whoever looks after the bot."""
        return self._kind

    async def weigh(self, error: TelegramError) -> None:
        """Wait before the next try. Raises TokenRefused or PollingConflict when it stays so."""
        kind = CONFLICT if isinstance(error, Conflict) else TOKEN
        now = time.monotonic()
        if self._kind is None:
            self._begin(kind, now)
        self._kind = kind
        self._last, self._count = now, self._count + 1
        if now - self._since >= PATIENCE_SECONDS:
            raise self._final(error)
        await self._pause()
        if kind == TOKEN and await self._is_known():
            log.info("token_confirmed")

    def passed(self) -> None:
        """Note that Telegram has answered; a conflict is over only after a while without another."""
        if self._kind is None:
            return
        if self._kind == CONFLICT and time.monotonic() - self._last < CALM_SECONDS:
            return
        log.info("refusal_passed", kind=self._kind, refusals=self._count)
        self._kind = None

    def suspect(self) -> None:
        """Find out, beside everything else, whether our token is refused; end the process if it stays so."""
        if not self._asking:
            self._asking.begin(self._ask())

    async def stop(self) -> None:
        """Find out no more."""
        await self._asking.stop()

    async def _ask(self) -> None:
        if self._kind is None:
            self._begin(TOKEN, time.monotonic())
        while not self._ending.stop.is_set():
            if await self._is_known():
                self.passed()
                return
            self._last, self._count = time.monotonic(), self._count + 1
            if self._last - self._since >= PATIENCE_SECONDS:
                self._ending.because(self._final(InvalidToken()))
                return
            await self._pause()

    async def _is_known(self) -> bool:
        """Whether getMe knows us. An answer that says neither counts as no."""
        try:
            await self._bot.call("getMe")
        except TelegramError:
            return False
        return True

    async def _pause(self) -> None:
        pause = self._pauses[min(max(0, self._count - 1), len(self._pauses) - 1)]
        await unless(self._ending.stop, asyncio.sleep(min(pause, PATIENCE_SECONDS)))

    def _begin(self, kind: str, now: float) -> None:
        self._kind, self._since, self._count = kind, now, 0
        log.warning("telegram_refuses", kind=kind, ends_after_seconds=int(PATIENCE_SECONDS))

    def _final(self, error: TelegramError) -> BotError:
        seconds = int(time.monotonic() - self._since)
        log.error("telegram_still_refuses", kind=self._kind, seconds=seconds)
        if isinstance(error, Conflict):
            return PollingConflict(f"{error}; for {seconds} s")
        return TokenRefused()
