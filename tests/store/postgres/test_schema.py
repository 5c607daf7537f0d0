"""The tables: made once, whoever starts first; a database that does not fit is refused and left alone."""

import asyncio
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from bot.errors import SchemaUnfit
from bot.store.facts import Equal
from bot.store.postgres.schema import COLUMNS, make_schema, migrations
from bot.store.postgres.store import postgres_store
from tests.store.notes import NOTES, OTHERS, SCHOOL, Note, put

KINDS = [NOTES, OTHERS]
TEXT = Equal[Note, str]("text", str, lambda note: note.text)

OF_THE_STANDARD = (
    "SELECT table_name, column_name FROM information_schema.columns"
    " WHERE table_schema = current_schema()"
)
GUEST = """
DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA %I TO pg_monitor', current_schema()); END $$;
GRANT SELECT (number) ON migrations TO pg_monitor;
SET LOCAL ROLE pg_monitor
"""
"""Becomes one who may see one column, until the transaction ends."""


def do(database: str, *statements: str) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


async def refused(database: str, *, may_migrate: bool = True) -> str:
    """Why a store is not opened."""
    store = postgres_store(database, KINDS, may_migrate=may_migrate)
    with pytest.raises(SchemaUnfit) as caught:
        await store.open()
    return caught.value.reason


async def test_processes_that_start_at_once_make_the_tables_once(new_database: str) -> None:
    """Three open an empty database at the same moment, and all of them serve."""
    stores = [postgres_store(new_database, KINDS) for _ in range(3)]
    await asyncio.gather(*(store.open() for store in stores))
    await stores[0].update(NOTES, "1", put(Note(school="s1")))
    for store in stores:
        assert await store.find(NOTES, SCHOOL.equals("s1")) == ["1"]
        await store.close()


async def test_tables_are_made_beforehand_where_a_start_may_not(new_database: str) -> None:
    """A start that may not make tables refuses an empty database, and serves once they were made."""
    assert "python -m bot migrate" in await refused(new_database, may_migrate=False)
    assert len(await make_schema(new_database, KINDS)) > len(migrations())
    assert await make_schema(new_database, KINDS) == []
    store = postgres_store(new_database, KINDS, may_migrate=False)
    await store.open()
    await store.close()
    newer = [replace(NOTES, facts=(*NOTES.facts, TEXT)), OTHERS]
    with pytest.raises(SchemaUnfit):
        await postgres_store(new_database, newer, may_migrate=False).open()


async def test_a_newer_schema_is_refused_unless_it_works_with_this_one(new_database: str) -> None:
    """A newer release's change is refused, or not, as that release has declared."""
    await make_schema(new_database, KINDS)
    newest = migrations()[-1].number
    add = "INSERT INTO migrations (number, name, checksum, works_with) VALUES ({}, '{}', 'x', {})"
    do(new_database, add.format(newest + 1, "gentle", newest))
    store = postgres_store(new_database, KINDS)
    await store.open()
    await store.close()
    do(new_database, add.format(newest + 2, "harsh", newest + 1))
    assert await refused(new_database) == (
        "harsh is of a newer release, and this one does not work with it"
    )
    assert "harsh" in await refused(new_database, may_migrate=False)


async def test_a_file_that_was_changed_afterwards_is_refused(new_database: str) -> None:
    """What was carried out under a name is what stands in its file."""
    await make_schema(new_database, KINDS)
    do(new_database, "UPDATE migrations SET checksum = 'another' WHERE number = 1")
    assert await refused(new_database) == "0001_base is not what was carried out under this name"


async def test_the_former_release_works_beside_a_new_one(new_database: str) -> None:
    """What either writes is found by the other by its own facts, at the latest when that looks after it."""
    newer = replace(NOTES, facts=(TEXT, SCHOOL))
    old, new = postgres_store(new_database, [NOTES]), postgres_store(new_database, [newer])
    await old.open()
    await old.update(NOTES, "1", put(Note(text="a", school="s1")))
    assert (await new.open()).read == 1
    await old.update(NOTES, "2", put(Note(text="a", school="s1")))
    await new.update(newer, "3", put(Note(text="a", school="s1")))
    await old.look_after()
    await new.look_after()
    assert await new.find(newer, TEXT.equals("a"), SCHOOL.equals("s1")) == ["1", "2", "3"]
    assert await old.find(NOTES, SCHOOL.equals("s1")) == ["1", "2", "3"]
    await old.close()
    await new.close()


async def test_data_brought_from_another_server_are_not_always_new(new_database: str) -> None:
    """Transactions are counted anew on another server: what seems to be of the future is old."""
    store = postgres_store(new_database, KINDS)
    await store.open()
    await store.update(NOTES, "1", put(Note()))
    do(new_database, "UPDATE documents_notes SET changed = 1::bigint << 50")
    await store.close()
    store = postgres_store(new_database, KINDS)
    await store.open()
    version = (await store.changed(NOTES, 0)).version
    assert (await store.changed(NOTES, version)).keys == frozenset()
    await store.close()


async def test_the_columns_that_are_looked_for_are_those_the_standard_tells(
    new_database: str,
) -> None:
    """Tables are missed as by the standard's slower list, by their owner and by who may see one column."""
    await make_schema(new_database, KINDS)
    with psycopg.connect(new_database) as connection:

        def told(question: str) -> list[tuple[Any, ...]]:
            return sorted(connection.execute(question.encode()).fetchall())

        connection.execute('ALTER TABLE documents_others ADD gone text, ADD "Stays" text')
        connection.execute("ALTER TABLE documents_others DROP gone")
        assert told(COLUMNS) == told(OF_THE_STANDARD)
        assert ("documents_others", "Stays") in told(COLUMNS)
        connection.execute(GUEST.encode())
        assert told(COLUMNS) == told(OF_THE_STANDARD) == [("migrations", "number")]
        connection.rollback()
