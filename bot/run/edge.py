"""The Telegram edge of an object graph: its connection, its limits, the words it says itself.

Must not start anything; ``serve`` does.
"""

import asyncio
import math
from collections.abc import Callable

from telegram.request import BaseRequest

from bot.app.holding import Holding
from bot.cluster.send_window import Limits
from bot.content.texts import Texts
from bot.run.settings import Settings
from bot.run.wiring import Wiring
from bot.telegram.api import app as telegram_app
from bot.telegram.api.app import Connection, Edge
from bot.telegram.api.handlers import EdgeTexts
from bot.telegram.api.profile import Profile
from bot.telegram.http.request import AiohttpRequest


def build_edge(
    settings: Settings,
    parts: Wiring,
    stop: asyncio.Event,
    request: Callable[[], BaseRequest] = AiohttpRequest,
) -> Edge:
    """Return the Telegram edge for these parts, which learn the bot's name from it.

    ``settings`` must hold a token. Setting ``stop`` ends it. ``request`` makes what carries the calls.
    """
    assert settings.telegram_bot_token  # noqa: S101 -- checked by the command line
    limits = limits_of(settings.messages_per_second)
    connection = Connection(
        token=settings.telegram_bot_token.get_secret_value(),
        api_url=settings.telegram_api_url,
        limits=limits,
        paid=settings.paid_broadcast,
        request=request,
    )
    edge = telegram_app.build(
        connection,
        parts.turns,
        edge_texts(parts.world.texts),
        clock=parts.clock,
        stop=stop,
        keeper=Holding(parts.store),
        limiter=parts.cluster.limiter(limits),
    )
    parts.name.bot = edge.bot
    return edge


def limits_of(per_second: float) -> Limits:
    """Return Telegram's limits at a rate; an infinite one (``MESSAGES_PER_SECOND=inf``) means none."""
    return Limits.none() if math.isinf(per_second) else Limits(per_second=per_second)


def edge_texts(texts: Texts) -> EdgeTexts:
    """Return the sentences the Telegram edge says itself."""
    return EdgeTexts(
        flood=texts.say("edge-flood"),
        group=texts.say("edge-group"),
        not_saved=texts.say("edge-not-saved"),
        not_yours=texts.say("edge-not-yours"),
        failure=texts.say("edge-failure"),
    )


def profile_of(parts: Wiring) -> Profile:
    """Return how the bot introduces itself on Telegram."""
    return Profile(
        commands=parts.world.commands(),
        description=parts.world.texts.say("profile-description"),
        short_description=parts.world.texts.say("profile-short"),
    )
