"""Answers to presses: each once, with the remark of its turn if that comes in time.

An answer stops the spinner on the button; Telegram counts these calls towards no limit. Must not
take turns.
"""

import asyncio
from typing import Any

import structlog
from telegram import CallbackQuery
from telegram.error import TelegramError

from bot.chat.model import Screen
from bot.cluster.background import Background
from bot.telegram.api.bot import Bot
from bot.telegram.receive.formatting import without_markup
from bot.telegram.send.deliver import Deliver

log = structlog.stdlib.get_logger(__name__)

MOST_ANSWERED = 1_000
"""Presses of which it is remembered that they were answered: Telegram refuses a second answer."""

ALERT_CHARACTERS = 200
"""The longest text of an alert or remark (Bot API: answerCallbackQuery)."""

REMARK_SECONDS = 0.4
"""So long the answer to a press waits for its turn's remark; the spinner turns meanwhile."""

Remark = asyncio.Future[str]
"""What a press will be answered with; done once that is settled."""


class Presses:
    """The presses of one bot."""

    def __init__(self, bot: Bot, deliver: Deliver) -> None:
        self._bot = bot
        self._deliver = deliver
        self._answering = Background("answers to presses")
        self._answered: dict[str, None] = {}

    def answer_soon(self, query: CallbackQuery) -> Remark | None:
        """Begin to answer a press: with the remark that is told in time, else with none."""
        if not self._is_new(query):
            return None
        remark: Remark = asyncio.get_running_loop().create_future()
        self._answering.begin(self._answer_with(remark, query))
        return remark

    async def _answer_with(self, remark: Remark, query: CallbackQuery) -> None:
        patience = asyncio.get_running_loop().call_later(REMARK_SECONDS, tell, remark, "")
        words = await remark
        patience.cancel()
        told = without_markup(words) if words else None
        if not await self._send_answer(query.id, told, is_alert=False) and words:
            self._deliver.show(query.from_user.id, (Screen(words, apart=True),))

    def answer(self, query: CallbackQuery, *, alert: str | None = None) -> None:
        """Answer a press once, without waiting: Telegram counts these calls towards no limit."""
        if self._is_new(query):
            self._answering.begin(self._send_answer(query.id, alert, is_alert=True))

    def _is_new(self, query: CallbackQuery) -> bool:
        """Say whether a press has yet to be answered; from now on it has not."""
        if query.id in self._answered:
            return False
        self._answered[query.id] = None
        if len(self._answered) > MOST_ANSWERED:
            del self._answered[next(iter(self._answered))]
        return True

    async def _send_answer(self, query: str, told: str | None, *, is_alert: bool) -> bool:
        """Answer a press; say whether Telegram took it."""
        parameters: dict[str, Any] = {"callback_query_id": query}
        if told is not None:
            parameters |= {"text": told[:ALERT_CHARACTERS], "show_alert": is_alert or None}
        try:
            await self._bot.call("answerCallbackQuery", **parameters)
        except TelegramError as error:
            # Too old, mostly; the screen comes all the same.
            log.debug("press_not_answered", error=type(error).__name__)
            return False
        return True

    async def finish(self) -> None:
        """Return when every press under way is answered."""
        await self._answering.finish()

    async def stop(self) -> None:
        """Give up what is under way."""
        await self._answering.stop()


def tell(remark: Remark | None, words: str) -> bool:
    """Have a press answered with these words; False when it is answered already."""
    if remark is None or remark.done():
        return False
    remark.set_result(words)
    return True
