"""The shipped content, read once in each process of the tests. Tests nothing, and nobody may change it."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bot.chat.world import World
from bot.content.library import Library, content_version, load
from bot.run.settings import Settings

ROOT = Path(__file__).parents[1]
NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
"""Friday, 20 November 2026, 12.00 WIB."""


@cache
def shipped_library() -> Library:
    """Return the content as it is shipped."""
    return load(ROOT / "content", NOON.date())


@cache
def shipped_world() -> World:
    """Return the conversation's surroundings with the shipped content."""
    library = shipped_library()
    return World(
        programme=library.programme,
        texts=library.texts,
        calendar=library.calendar,
        search=library.search,
        operator="KKG Contoh, kkg@contoh.sch.id",
    )


def served_world(settings: Settings) -> World:
    """Return what a bot with these settings reads of the shipped content, for a bot in this process.

    It is read once, whoever runs the bot.
    """
    return _built(settings.operator)


@cache
def _built(operator: str) -> World:
    version = content_version(ROOT / "content")
    return replace(shipped_world(), operator=operator, version=version)
