"""A store on PostgreSQL, its connection through a cable that can be cut or listened to."""

from collections.abc import AsyncIterator

import pytest

from bot.store.postgres.store import PostgresStore, postgres_store
from tests.postgres.cable import Cable, cable
from tests.store.notes import NOTES, OTHERS


@pytest.fixture
async def line(database: str) -> AsyncIterator[Cable]:
    """The way to the database, in the test's hands."""
    async with cable(database) as made:
        yield made


@pytest.fixture
async def store(line: Cable) -> AsyncIterator[PostgresStore]:
    """A store on that way, with nothing in it."""
    store = postgres_store(line.url, [NOTES, OTHERS])
    await store.open()
    yield store
    await store.close()
