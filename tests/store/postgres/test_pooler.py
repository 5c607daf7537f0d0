"""The store behind a pooler that gives a connection for one transaction only."""

import asyncio
from collections.abc import Iterator

import pytest

from bot.store.base import Plan, Ref, View
from bot.store.postgres.store import postgres_store
from tests.postgres.pooler import BINARY, pooler
from tests.store.notes import NOTES, OTHERS, SCHOOL, Note, add_tag, put

pytestmark = pytest.mark.skipif(BINARY is None, reason="PgBouncer is not installed")

A, B = Ref(NOTES, "a"), Ref(OTHERS, "b")


@pytest.fixture
def pooled(database_server: str) -> Iterator[str]:
    with pooler(database_server) as url:
        yield url


def tag_both(view: View) -> Plan[int]:
    """A decision that adds a tag to two documents, and looks for others meanwhile."""
    one, other = add_tag(view[A]), add_tag(view[B])
    assert one[1] == other[1]
    assert len(view.find(NOTES, SCHOOL.equals("s1"))) == 0
    return Plan({A: one[0], B: other[0]}, one[1])


async def test_a_connection_for_one_transaction_is_enough(pooled: str) -> None:
    """Two processes with more connections than the database gives lose no change and find all."""
    stores = [postgres_store(pooled, [NOTES, OTHERS]) for _ in range(2)]
    await asyncio.gather(*(store.open() for store in stores))
    works = [store.commit((A, B), tag_both) for _ in range(10) for store in stores]
    others = [
        store.update(NOTES, str(number), put(Note(school="s2")))
        for number, store in enumerate(stores * 10)
    ]
    counted, _ = await asyncio.gather(asyncio.gather(*works), asyncio.gather(*others))
    assert sorted(counted) == list(range(1, 21))
    for store in stores:
        assert len(await store.find(NOTES, SCHOOL.equals("s2"))) == 20
        version = (await store.changed(NOTES, 0)).version
        await stores[0].update(NOTES, "x", add_tag)
        assert "x" in ((await store.changed(NOTES, version)).keys or ())
    for store in stores:
        await store.close()
