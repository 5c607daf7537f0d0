"""Telling Telegram where to send updates. Receiving them is the business of ``bot.web``."""

import structlog
from telegram.error import BadRequest, InvalidToken

from bot.errors import WebhookRefused
from bot.telegram.api.app import Edge
from bot.telegram.api.outage import outlast
from bot.telegram.receive.intake import ALLOWED_UPDATES

log = structlog.stdlib.get_logger(__name__)

CONNECTIONS = 100
"""Updates Telegram may send at once: the most it offers (Bot API: setWebhook, max_connections).

Each waits for the disk before it is answered; with Telegram's default of 40 the processor would wait
with them.
"""


async def announce(edge: Edge, url: str, secret: str) -> None:
    """Have updates sent to ``url`` with ``secret``; returns early when ``edge.stop`` is set.

    Raises TokenRefused when it stays so, or WebhookRefused. Does not wait for Telegram to try the
    address.
    """
    while not edge.stop.is_set():
        try:
            await outlast(
                lambda: edge.bot.set_webhook(
                    url,
                    secret_token=secret,
                    max_connections=CONNECTIONS,
                    allowed_updates=ALLOWED_UPDATES,
                ),
                edge.stop,
                raising=(InvalidToken, BadRequest),
                pauses=edge.waits.tries,
            )
        except InvalidToken as error:
            refusal = error
        except BadRequest as error:
            raise WebhookRefused(str(error)) from error
        else:
            edge.doubt.passed()
            log.info("webhook_set")
            return
        await edge.doubt.weigh(refusal)  # outside: PTB's own words may contain the token
