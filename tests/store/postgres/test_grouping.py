"""Commits of single documents that come together: one transaction, and each as if it had been alone."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from bot.errors import DocumentDamaged
from bot.store.base import Keep, More, Plan, Put, Ref, View
from bot.store.postgres.store import PostgresStore
from tests.postgres.cable import Cable
from tests.store.notes import DUE, NOTES, OTHERS, REACHABLE, SCHOOL, TAGS, Note, add_tag, drop, put
from tests.store.postgres.test_schema import do

KEYS = [f"k{number}" for number in range(12)]


@pytest.fixture
async def store(store: PostgresStore) -> PostgresStore:
    for key in KEYS:
        await store.update(NOTES, key, put(Note(text=key, school=key)))
    return store


def counting(line: Cable) -> list[bytes]:
    """What collects the messages that commit."""
    commits: list[bytes] = []

    def carry(sent: bytes) -> bytes:
        if b"; COMMIT" in sent:
            commits.append(sent)
        return sent

    line.to_server = carry
    return commits


async def at_once(*works: Awaitable[Any]) -> list[Any]:
    return await asyncio.gather(*works, return_exceptions=True)


def grow(old: Note | None) -> tuple[Put[Note], int]:
    """A decision that changes facts of every type, and leaves others without any."""
    assert old
    tags = [*old.tags, "'t'"]
    return Put(replace(old, tags=tags, due=len(tags) / 2, reachable=False)), len(tags)


async def test_many_commits_are_few_transactions(store: PostgresStore, line: Cable) -> None:
    """While the first are under way the others gather, and go as one; each has its own answer and facts."""
    commits = counting(line)
    for number in range(1, 4):
        assert await at_once(*(store.update(NOTES, key, grow) for key in KEYS)) == [number] * 12
    assert 3 <= len(commits) <= 3 * 3
    assert await store.find(NOTES, TAGS.up_to(2)) == []
    assert await store.find(NOTES, DUE.up_to(1.5)) == sorted(KEYS)
    for key in KEYS:
        kept = Note(text=key, school=key, tags=["'t'"] * 3, due=1.5, reachable=False)
        assert await store.get(NOTES, key) == kept
        assert await store.find(NOTES, SCHOOL.equals(key), REACHABLE.equals(False)) == [key]


async def test_one_that_fails_harms_no_other(store: PostgresStore, database: str) -> None:
    """A decision that raises, a document that is damaged, a value without a form: each is told to who asked."""
    do(database, """UPDATE documents_notes SET document = '{"text": 1}' WHERE key = 'k1'""")

    def fail(_: Note | None) -> Any:
        raise LookupError

    shapeless = put(Note(text=object()))  # type: ignore[arg-type] # that is the point
    found = await at_once(
        store.update(NOTES, "k0", add_tag),
        store.update(NOTES, "k1", add_tag),
        store.update(NOTES, "k2", fail),
        store.update(NOTES, "k3", shapeless),
        store.update(NOTES, "k4", lambda note: (Keep(), note and note.text)),
        store.update(NOTES, "k5", drop),
        store.update(NOTES, "new", add_tag),
        store.update(NOTES, "k6", add_tag),
    )
    kinds = [type(one) if isinstance(one, Exception) else one for one in found]
    assert kinds == [1, DocumentDamaged, LookupError, TypeError, "k4", "dropped", 1, 1]
    there = [await store.get(NOTES, key) is not None for key in ("k2", "k3", "k5", "new")]
    assert there == [True, True, False, True]


async def test_a_document_that_another_holds_keeps_no_other_back(
    store: PostgresStore, database: str
) -> None:
    """Who wants it waits for it alone; those who came together with her do not."""
    with psycopg.connect(database) as holder:
        holder.execute("SELECT 1 FROM documents_notes WHERE key = 'k3' FOR UPDATE")
        tasks = {key: asyncio.create_task(store.update(NOTES, key, add_tag)) for key in KEYS}
        async with asyncio.timeout(10):
            others = (task for key, task in tasks.items() if key != "k3")
            assert await asyncio.gather(*others) == [1] * 11
        assert not tasks["k3"].done()
        holder.rollback()
        assert await tasks["k3"] == 1


async def test_what_asks_for_more_is_shown_more(store: PostgresStore) -> None:
    """It comes together with simple ones, and writes what it was then shown."""
    other = Ref(OTHERS, "o")

    def decide(view: View) -> Plan[str] | More:
        return Plan({other: Put(Note(text="seen"))}, "seen") if other in view else More((other,))

    found = await at_once(
        *(store.update(NOTES, key, add_tag) for key in KEYS[1:]),
        store.commit([Ref(NOTES, "k0")], decide),
    )
    assert found == [*[1] * 11, "seen"]
    assert await store.get(OTHERS, "o") == Note(text="seen")


def lost_before(_: Cable) -> Callable[[bytes], bytes]:
    """The database never hears of the commit."""

    def lose(_: bytes) -> bytes:
        raise ConnectionError

    return lose


def lost_after(line: Cable) -> Callable[[bytes], bytes]:
    """The database makes the commit, and its answer is lost."""

    def lose(_: bytes) -> bytes:
        line.to_client = lambda later: later
        raise ConnectionError

    def carry(sent: bytes) -> bytes:
        line.to_client = lose
        return sent

    return carry


@pytest.mark.parametrize("losing", [lost_before, lost_after])
async def test_a_cut_commit_of_many_is_made_once(
    store: PostgresStore, line: Cable, losing: Callable[[Cable], Callable[[bytes], bytes]]
) -> None:
    """Whichever of several commits is cut, before it arrived or after: each document has its change once."""

    def cut_second(sent: bytes) -> bytes:
        if b"; COMMIT" not in sent or b"UPDATE documents_notes" not in sent:
            return sent
        line.to_server = lambda later: later
        return losing(line)(sent)

    for number in range(1, 4):
        line.to_server = cut_second
        assert await at_once(*(store.update(NOTES, key, add_tag) for key in KEYS)) == [number] * 12
