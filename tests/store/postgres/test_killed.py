"""The database dies again and again while many write: what was acknowledged is there, and is there once."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass

import psycopg
import pytest

from bot.errors import StoreUnavailable
from bot.store.base import Plan, Put, Ref, View
from bot.store.postgres.store import PostgresStore, postgres_store
from tests.store.notes import NOTES, OTHERS, Note

WRITERS, EACH = 4, 16
BACKENDS = (
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'langkah-guru'"
    " AND pid <> pg_backend_pid()"
)


@pytest.fixture
async def stores(database: str) -> AsyncIterator[list[PostgresStore]]:
    """The stores of two processes."""
    stores = [postgres_store(database, [NOTES, OTHERS]) for _ in range(2)]
    for store in stores:
        await store.open()
    yield stores
    for store in stores:
        await store.close()


def add_to_both(own: Ref[Note], shared: Ref[Note], tag: str) -> Callable[[View], Plan[str]]:
    """A decision that adds a tag to a document of the writer's own, and to one that all write to."""

    def decide(view: View) -> Plan[str]:
        tagged = {ref: Put(_with(view[ref], tag)) for ref in (own, shared)}
        return Plan(tagged, tag)

    return decide


def _with(note: Note | None, tag: str) -> Note:
    return Note(tags=[*(note.tags if note else ()), tag])


async def write(store: PostgresStore, writer: int, done: asyncio.Semaphore) -> list[str]:
    """Commit one tag after another, again when it could not be saved; give them all."""
    own, shared = Ref(NOTES, f"own{writer}"), Ref(OTHERS, "shared")
    tags = [f"{writer}-{number}" for number in range(EACH)]
    for tag in tags:
        saved = False
        while not saved:
            with suppress(StoreUnavailable):
                await store.commit((own, shared), add_to_both(own, shared, tag))
                saved = True
        done.release()
    return tags


async def kill(database: str, done: asyncio.Semaphore, how: "Killing") -> None:
    """End some of the database's processes, again and again, while there is progress."""
    while True:
        for _ in range(how.commits):
            await done.acquire()
        with suppress(psycopg.Error), psycopg.connect(database, autocommit=True) as connection:
            for (pid,) in connection.execute(BACKENDS).fetchall()[: how.at_once]:
                how.end(connection, pid)


def terminate(connection: psycopg.Connection, pid: int) -> None:
    """End a connection from the database's side."""
    connection.execute("SELECT pg_terminate_backend(%s)", (pid,))


def crash(_: psycopg.Connection, pid: int) -> None:
    """Have the whole server recover from a crash: one of its processes is gone without a word."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


@dataclass(frozen=True)
class Killing:
    """What is done to the database's processes, to how many, and after how many commits each time."""

    end: Callable[[psycopg.Connection, int], object]
    at_once: int
    commits: int


@pytest.mark.parametrize(
    "how",
    [
        Killing(terminate, 3, 3),
        pytest.param(
            Killing(crash, 1, 20),
            marks=pytest.mark.skipif(
                "TEST_DATABASE_URL" in os.environ, reason="that server is not ours to kill"
            ),
        ),
    ],
    ids=["connections", "the server"],
)
async def test_what_was_acknowledged_is_there_once(
    stores: list[PostgresStore], database: str, how: Killing
) -> None:
    """Two processes write through connections that are killed: no tag is missing, and none is there twice."""
    done = asyncio.Semaphore(0)
    killing = asyncio.create_task(kill(database, done, how))
    writing = [write(stores[writer % 2], writer, done) for writer in range(WRITERS)]
    async with asyncio.timeout(120):
        acknowledged = await asyncio.gather(*writing)
    killing.cancel()
    await asyncio.gather(killing, return_exceptions=True)
    for writer, tags in enumerate(acknowledged):
        own = await stores[0].get(NOTES, f"own{writer}")
        assert own == Note(tags=tags)
    shared = await stores[1].get(OTHERS, "shared")
    assert shared is not None
    assert sorted(shared.tags) == sorted(tag for tags in acknowledged for tag in tags)
