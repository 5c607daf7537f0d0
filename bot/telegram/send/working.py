"""Says "typing…" while something takes longer than a moment.

Nobody waits for it and nothing depends on it: what cannot be said is left out. Must not know what
the work is.
"""

import asyncio
from contextlib import AbstractContextManager, nullcontext

import structlog
from telegram.error import TelegramError

from bot.cluster.background import Background
from bot.domain.broadcast.verdict import Refused
from bot.telegram.api.bot import Bot
from bot.telegram.send.verdicts import judge

log = structlog.stdlib.get_logger(__name__)

TYPING = "typing"

AFTER_SECONDS = 1.0
"""What is done within a moment needs no announcement."""

EVERY_SECONDS = 4.5
"""An announcement is shown for five seconds (Bot API: sendChatAction)."""

MOST_AT_ONCE = 10
"""When more than so many wait, the machine is busy and its calls are for replies."""

MOST_TIMES = 12
"""How often it is said for one piece of work; then it hangs rather than works."""


class Working:
    """The announcements of one bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._saying = Background("chat actions")
        self._is_refused = False

    def shown(self, chat: int, action: str | None = TYPING) -> AbstractContextManager[None]:
        """Say in a chat what goes on while the block lasts, if that is longer than a moment."""
        if action is None or self._is_refused:
            return nullcontext()
        return Announcement(self, chat, action)

    async def stop(self) -> None:
        """Say no more."""
        await self._saying.stop()

    def begin(self, chat: int, action: str) -> "asyncio.Task[None] | None":
        """Begin to say it, unless so many are waited for that calls are for replies."""
        if len(self._saying) >= MOST_AT_ONCE:
            return None
        return self._saying.begin(self._say(chat, action))

    async def _say(self, chat: int, action: str) -> None:
        for _ in range(MOST_TIMES):
            try:
                await self._bot.call("sendChatAction", chat_id=chat, action=action)
            except TelegramError as error:
                self._is_refused = isinstance(judge(error), Refused)
                log.debug("chat_action_not_said", error=type(error).__name__)
                return
            await asyncio.sleep(EVERY_SECONDS)


class Announcement(AbstractContextManager[None]):
    """What is said in one chat while a block lasts. No generator: every turn has one of these."""

    __slots__ = ("_action", "_chat", "_said", "_timer", "_working")

    def __init__(self, working: Working, chat: int, action: str) -> None:
        self._working = working
        self._chat = chat
        self._action = action
        self._said: asyncio.Task[None] | None = None

    def __enter__(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(AFTER_SECONDS, self._begin)

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._said is not None:
            self._said.cancel()

    def _begin(self) -> None:
        self._said = self._working.begin(self._chat, self._action)
