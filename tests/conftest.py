"""What all tests share: the shipped content, a moment, and the flag that rewrites transcripts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog
from hypothesis import settings
from xdist.remote import Producer

from bot.chat.world import World
from bot.content.library import Library, load
from tests.balance import Balanced, in_order
from tests.delivery.teachers import OPENING, HandClock, Letterbox

ROOT = Path(__file__).parents[1]
NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)

# A slow machine is no fault of the code: no example has a deadline.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# Structlog's own default draws each exception with all values around it, which takes minutes.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.format_exc_info,
        structlog.processors.KeyValueRenderer(key_order=["event"]),
    ]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes what the bot says now over the transcripts."""
    parser.addoption("--rewrite", action="store_true", help="rewrite tests/transcripts/*.txt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long ones, so that nobody is left alone with one at the end."""
    items[:] = [items[place] for place in in_order([item.nodeid for item in items])]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Balanced:
    """Share the tests as ``balance`` says, whatever ``--dist`` is."""
    return Balanced(config, log)


@pytest.fixture(scope="session")
def library() -> Library:
    """The content as it is shipped."""
    return load(ROOT / "content", NOON.date())


@pytest.fixture(scope="session")
def world(library: Library) -> World:
    """The conversation's surroundings with the shipped content."""
    return World(
        programme=library.programme,
        texts=library.texts,
        calendar=library.calendar,
        search=library.search,
        operator="KKG Contoh, kkg@contoh.sch.id",
    )


@pytest.fixture
def now() -> datetime:
    """Friday, 20 November 2026, 12.00 WIB."""
    return NOON


@pytest.fixture
def clock() -> HandClock:
    """A clock moved by hand, at the hour at which an evaluation opens."""
    return HandClock(OPENING)


@pytest.fixture
def box() -> Letterbox:
    """Where the messages that the bot begins arrive."""
    return Letterbox()
