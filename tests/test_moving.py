"""All documents moved from files into a database, and back: the same ones, whatever cuts the way short."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.errors import MoveRefused, NotEmpty, SchemaUnfit, StoreBusy
from bot.run.moving import move
from bot.store.base import Put, Store
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL
from bot.store.codec.schools import SCHOOLS
from bot.store.postgres import copying
from bot.store.postgres.store import postgres_store
from bot.store.tiny.copying.reading import documents
from bot.store.tiny.lock import take_lock
from bot.store.tiny.store import tiny_store
from tests.delivery.schools import SCHOOL, keep
from tests.delivery.teachers import teacher

PEOPLE_COUNT = 25


async def filled(store: Store) -> None:
    """Keep a school with some teachers."""
    await store.open()
    await store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(SCHOOL), None))
    for number in range(1, PEOPLE_COUNT + 1):
        person = replace(teacher(number), school=SCHOOL.id, invited="a\0b")
        await keep(store, person)
    await store.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with documents, of which nobody has possession."""
    path = tmp_path / "data"
    asyncio.run(filled(tiny_store(path, KINDS)))
    return path


async def found(url: str) -> list[str]:
    store = postgres_store(url, KINDS)
    await store.open()
    try:
        return await store.find(PEOPLE, PERSON_SCHOOL.equals(SCHOOL.id))
    finally:
        await store.close()


def test_what_is_moved_into_a_database_and_back_is_the_same(
    data: Path, database: str, tmp_path: Path
) -> None:
    """Every document is there, is found by its facts, and comes back as it was."""
    moved = move.into_database(data, database)
    assert (moved.documents, moved.brought) == (PEOPLE_COUNT + 1, PEOPLE_COUNT + 1)
    assert len(asyncio.run(found(database))) == PEOPLE_COUNT
    back = tmp_path / "back"
    assert move.into_files(database, back).documents == PEOPLE_COUNT + 1
    assert [one.key for one in documents(back)] == [one.key for one in documents(data)]
    with pytest.raises(NotEmpty):
        move.into_files(database, back)
    with pytest.raises(MoveRefused, match="holds documents already"):
        move.into_database(data, database)


def test_a_move_that_was_cut_off_goes_on(
    data: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was brought stays and is not brought again; no bot serves from a half of it."""
    monkeypatch.setattr(move, "BATCH", 10)
    add, batches = copying.add, iter([True, True, False])

    def cut(*given: Any) -> int:
        if not next(batches):
            raise KeyboardInterrupt
        return add(*given)

    monkeypatch.setattr(copying, "add", cut)
    with pytest.raises(KeyboardInterrupt):
        move.into_database(data, database)
    with pytest.raises(SchemaUnfit, match="has not ended"):
        asyncio.run(found(database))
    monkeypatch.setattr(copying, "add", add)
    assert move.into_database(data, database) == move.Moved(PEOPLE_COUNT + 1, 6)
    assert len(asyncio.run(found(database))) == PEOPLE_COUNT


def test_a_document_that_is_not_the_same_is_named(
    data: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something that changes one on the way is noticed, and the database stays closed to bots."""
    add = copying.add

    def spoil(connection: copying.Waiting, *given: Any) -> int:
        count = add(connection, *given)
        change = (
            "UPDATE documents_people SET document = document || '{\"name\": \"X\"}' WHERE key = '7'"
        )
        connection.execute(change.encode())
        return count

    monkeypatch.setattr(copying, "add", spoil)
    with pytest.raises(MoveRefused, match="people/7 is not the same"):
        move.into_database(data, database)
    with pytest.raises(SchemaUnfit):
        asyncio.run(found(database))


@pytest.fixture
def running_bot(database: str) -> Iterator[None]:
    """A bot's connection to the database."""
    with psycopg.connect(database, application_name="langkah-guru"):
        yield


def test_a_running_bot_is_not_moved(
    data: Path, database: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Neither files nor a database that a bot uses are moved."""
    with open(take_lock(data)), pytest.raises(StoreBusy):  # noqa: PTH123 -- closes the lock
        move.into_database(data, database)
    request.getfixturevalue("running_bot")
    with pytest.raises(MoveRefused, match="a bot is connected"):
        move.into_database(data, database)
    with pytest.raises(MoveRefused, match="a bot is connected"):
        move.into_files(database, tmp_path / "back")


def test_a_damaged_document_is_not_left_behind_silently(data: Path, database: str) -> None:
    """A move that could not bring everything brings nothing."""
    next(data.glob("people/*/7.json")).write_text("{")
    with pytest.raises(MoveRefused, match="people/7 is damaged"):
        move.into_database(data, database)


def test_the_command_says_what_was_moved(data: Path, database: str) -> None:
    """The address comes from the environment, where nobody else on the machine reads it."""
    runner = CliRunner(env={"DATABASE_URL": database})
    done = runner.invoke(main, ["move", "--from", str(data), "--to", "database"])
    assert (done.exit_code, done.output) == (
        0,
        "26 documents moved, 26 of them now; all compared, all agree.\n",
    )
    assert runner.invoke(main, ["move", "--from", str(data), "--to", str(data)]).exit_code == 2
    refused = CliRunner(env={"DATABASE_URL": ""}).invoke(
        main, ["move", "--from", "database", "--to", "x"]
    )
    assert (refused.exit_code, refused.output) == (2, "DATABASE_URL is missing.\n")
