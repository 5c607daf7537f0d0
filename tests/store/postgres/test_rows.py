"""Documents as rows: damage that was done to them, what JSONB cannot hold, what is left of a dropped one."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from bot.errors import DocumentDamaged
from bot.store.base import Fault, Plan, Put, Ref, View
from bot.store.postgres.store import PostgresStore, postgres_store
from tests.store.notes import NOTES, OTHERS, SCHOOL, Note, add_tag, drop, put
from tests.store.postgres.test_schema import do


@pytest.fixture
async def store(database: str) -> AsyncIterator[PostgresStore]:
    store = postgres_store(database, [NOTES, OTHERS])
    await store.open()
    yield store
    await store.close()


async def test_a_damaged_row_harms_only_its_owner(store: PostgresStore, database: str) -> None:
    """It is refused, told of once, found and counted no more, until somebody has repaired it."""
    told: list[Fault] = []
    store.listen(told.append, lambda _: None)
    for key in "ab":
        await store.update(NOTES, key, put(Note(text="good", school="s1")))
    do(database, """UPDATE documents_notes SET document = '{"text": 1}' WHERE key = 'a'""")
    for _ in range(2):
        with pytest.raises(DocumentDamaged) as caught:
            await store.update(NOTES, "a", add_tag)
    assert caught.value.path.parts[-2:] == ("documents_notes", "a")
    assert [fault.key for fault in told] == ["a"]
    assert await store.find(NOTES, SCHOOL.equals("s1")) == ["b"]
    assert (await store.count(NOTES), store.unreadable(NOTES)) == (1, 1)
    do(database, "UPDATE documents_notes SET document = (SELECT document FROM documents_notes b"
                 " WHERE b.key = 'b') WHERE key = 'a'")  # fmt: skip
    assert await store.update(NOTES, "a", add_tag) == 1
    assert (await store.count(NOTES), store.unreadable(NOTES)) == (2, 0)


async def test_an_optional_row_that_is_damaged_keeps_nothing_back(
    store: PostgresStore, database: str
) -> None:
    """What is meant for it is not carried out, all else is."""
    bad, good = Ref(NOTES, "a"), Ref(OTHERS, "b")
    await store.update(NOTES, "a", put(Note()))
    do(database, """UPDATE documents_notes SET document = '{"text": 1}' WHERE key = 'a'""")

    def decide(view: View) -> Plan[bool]:
        return Plan({bad: Put(Note()), good: Put(Note(text="kept"))}, view.fault(bad) is not None)

    assert await store.commit((good,), decide, (bad,))
    assert await store.get(OTHERS, "b") == Note(text="kept")
    with pytest.raises(DocumentDamaged):
        await store.get(NOTES, "a")


async def test_the_one_character_that_a_database_cannot_hold_is_left_out(
    store: PostgresStore,
) -> None:
    """A text with a NUL is stored without it; a backslash that looks like one is a backslash."""
    note = Note(text="a\0b", tags=["\\u0000"], school="s\0")
    await store.update(NOTES, "1", put(note))
    assert await store.get(NOTES, "1") == Note(text="ab", tags=["\\u0000"], school="s")
    assert await store.find(NOTES, SCHOOL.equals("s")) == ["1"]


async def test_nothing_is_left_of_a_dropped_document(store: PostgresStore, database: str) -> None:
    """Its key is kept for some minutes, for those with copies; then its absence is told of to nobody."""
    await store.update(NOTES, "1", put(Note()))
    version = (await store.changed(NOTES, 0)).version
    await store.update(NOTES, "1", drop)
    assert (await store.changed(NOTES, version)).keys == frozenset({"1"})
    await store.look_after()
    assert (await store.changed(NOTES, version)).keys == frozenset({"1"})
    do(database, "UPDATE documents_dropped SET at = at - interval '1 hour'")
    await store.look_after()
    assert (await store.changed(NOTES, version)).keys is None
    with psycopg.connect(database) as connection:
        found = connection.execute("SELECT key FROM documents_dropped").fetchall()
    assert found == []
