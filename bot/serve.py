"""Opens the store, serves until told to stop, closes the store: the life of a running bot.

Knows the parts and the Telegram edge; decides nothing about either.
"""

import asyncio

import structlog

from bot.content.texts import Texts
from bot.parts import Parts, build, wall_clock
from bot.settings import Settings
from bot.store.base import OpenReport
from bot.telegram import app as telegram_app
from bot.telegram.app import Connection, Edge
from bot.telegram.handlers import EdgeTexts
from bot.telegram.lanes import Limits
from bot.telegram.profile import Profile
from bot.telegram.run import run_polling
from bot.turns import Clock

log = structlog.stdlib.get_logger(__name__)


async def serve_bot(settings: Settings, stop: asyncio.Event, clock: Clock = wall_clock) -> None:
    """Serve until ``stop`` is set.

    Raises ContentFaulty, StoreBusy, StoreDamaged, StoreUnavailable, TokenRefused or
    PollingConflict.
    """
    parts = build(settings, clock)
    report = await parts.store.open()
    _tell(report)
    try:
        edge = build_edge(settings, parts, clock, stop)
        await run_polling(edge, _profile(parts))
    finally:
        await parts.store.close()


def build_edge(settings: Settings, parts: Parts, clock: Clock, stop: asyncio.Event) -> Edge:
    """Return the Telegram edge for these parts; ``settings`` must hold a token."""
    assert settings.telegram_bot_token  # noqa: S101 -- checked by the command line
    connection = Connection(
        token=settings.telegram_bot_token.get_secret_value(),
        api_url=settings.telegram_api_url,
        limits=Limits(per_second=settings.messages_per_second),
    )
    return telegram_app.build(
        connection, parts.turns, edge_texts(parts.world.texts), clock=clock, stop=stop
    )


def edge_texts(texts: Texts) -> EdgeTexts:
    """Return the sentences the Telegram edge says itself."""
    return EdgeTexts(
        flood=texts.say("edge-flood"),
        group=texts.say("edge-group"),
        not_saved=texts.say("edge-not-saved"),
        not_yours=texts.say("edge-not-yours"),
        failure=texts.say("edge-failure"),
    )


def _profile(parts: Parts) -> Profile:
    return Profile(
        commands=parts.world.commands(),
        description=parts.world.texts.say("profile-description"),
        short_description=parts.world.texts.say("profile-short"),
    )


def _tell(report: OpenReport) -> None:
    log.info("store_opened", documents=report.documents, read=report.read)
    for damaged in report.damaged:
        log.error(
            "document_damaged", kind=damaged.kind, path=str(damaged.path), reason=damaged.reason
        )
    for newer in report.too_new:
        log.error("document_too_new", kind=newer.kind, version=newer.version, known=newer.known)
