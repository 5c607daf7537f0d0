"""Asks Telegram now and then whether it hears us: by webhook a quiet night has no other call.

Fetches no update and changes nothing; what is wrong is logged once, until it is over.
"""

import asyncio

import structlog
from telegram.error import TelegramError

from bot.cluster.clock import Sleep
from bot.telegram.api.app import Edge

log = structlog.stdlib.get_logger(__name__)

SECONDS = 40.0
"""Between two questions: two of them fail before Telegram counts as unheard (``web.health``)."""


async def listen(edge: Edge, sleep: Sleep = asyncio.sleep) -> None:
    """Ask for ever how the webhook fares."""
    told: str | None = None
    while True:
        await sleep(SECONDS)
        try:
            info = await edge.bot.call("getWebhookInfo")
        except TelegramError as error:
            log.info("telegram_unheard", reason=type(error).__name__)
            continue
        wrong = info.get("last_error_message") if isinstance(info, dict) else None
        waiting = info.get("pending_update_count", 0) if isinstance(info, dict) else 0
        if wrong and waiting and wrong != told:
            log.warning("webhook_fails", reason=str(wrong)[:200], waiting=waiting)
        told = str(wrong) if wrong and waiting else None
