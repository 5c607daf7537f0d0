"""A store in memory, and the sender between it and the letterbox."""

from collections.abc import AsyncIterator

import pytest

from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import TinyStore, memory_store
from tests.delivery.teachers import HandClock, Letterbox, new_sender


@pytest.fixture
async def store() -> AsyncIterator[TinyStore]:
    opened = memory_store([PEOPLE])
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def sender(store: TinyStore, world: World, clock: HandClock, box: Letterbox) -> Dispatcher:
    return new_sender(store, world, clock, box.post)
