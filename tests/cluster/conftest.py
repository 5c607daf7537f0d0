from collections.abc import AsyncIterator

import pytest

from bot.cluster.postgres.cluster import PostgresCluster
from bot.database.connections import Connections
from bot.store.postgres.schema import make_schema
from tests.cluster.pairs import Pair


@pytest.fixture(params=["memory", "postgres"])
def shared(request: pytest.FixtureRequest) -> str | None:
    """Where two graphs keep what they share: None for one store in memory, else a database's address."""
    if request.param == "memory":
        return None
    url: str = request.getfixturevalue("database")  # no server is started for memory
    return url


@pytest.fixture
async def pair(database: str) -> AsyncIterator[Pair]:
    """Two processes on one empty database, connected."""
    await make_schema(database, ())
    ways = Connections(database), Connections(database)
    for way in ways:
        await way.open()
    pair = PostgresCluster(ways[0]), PostgresCluster(ways[1])
    async with pair[0].connected(), pair[1].connected():
        yield pair
    for way in ways:
        await way.close()
