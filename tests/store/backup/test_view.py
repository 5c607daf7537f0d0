"""Copies of data that change: none holds a half of a commit, whatever dies when."""

import asyncio
import fcntl
import json
import os
import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from bot.store.base import Plan, Put
from bot.store.tiny.commit import gate
from bot.store.tiny.copying import rest
from bot.store.tiny.copying.reading import documents
from bot.store.tiny.copying.rest import NoRest, at_rest
from bot.store.tiny.copying.view import WORK, take_view, working
from bot.store.tiny.store import TinyStore, tiny_store
from tests.forked import FORKS
from tests.store.backup.committing import GROUPS, commit_until_killed, refs
from tests.store.note_files import files
from tests.store.notes import NOTES, OTHERS, Note, put

VIEWS = 15


@dataclass(frozen=True, slots=True)
class Committing:
    """A process that commits."""

    pid: int
    _told: Connection

    def wait(self, commits: int) -> None:
        """Return after some more commits."""
        while commits:
            commits -= len(os.read(self._told.fileno(), commits))


@contextmanager
def committing(data: Path) -> Iterator[Committing]:
    """Let a process commit without end; it and its writer are gone afterwards."""
    told, tells = Pipe(duplex=False)
    born = FORKS.Process(target=commit_until_killed, args=(data, tells))
    with told, tells:
        born.start()
        tells.close()
        try:
            assert born.pid
            running = Committing(born.pid, told)
            running.wait(1)
            yield running
        finally:
            born.kill()
            born.join()


def numbers(view: Path) -> list[set[str]]:
    """The different states of the documents of each group in a view: "" for one that is absent."""
    found = {(each.kind, each.key): json.loads(each.content)["text"] for each in documents(view)}
    return [{found.get(ref.place, "") for ref in refs(group)} for group in range(GROUPS)]


def test_no_view_holds_half_of_a_commit(data: Path) -> None:
    """While a process commits over six documents as fast as it can, each view holds whole commits."""
    seen = set()
    with committing(data) as running, working(data) as place:
        for _ in range(VIEWS):
            view = take_view(data, place)
            groups = numbers(view)
            assert [states for states in groups if len(states) > 1] == []
            seen.add(str(groups))
        os.kill(running.pid, signal.SIGKILL)  # else it is in the way of who clears away
    assert len(seen) > VIEWS / 5  # it went on committing


@pytest.mark.parametrize("with_writer", [False, True], ids=["bot", "bot and writer"])
def test_no_view_of_what_a_kill_left_holds_half_of_a_commit(data: Path, with_writer: bool) -> None:
    """Nor when the process is killed at a random moment, with its writer or without, while it is copied."""
    chance, unfinished = random.Random(39), 0  # noqa: S311 -- no secret
    for _ in range(4):
        with committing(data) as running, working(data) as place:
            running.wait(chance.randrange(1, 60))
            (os.killpg if with_writer else os.kill)(running.pid, signal.SIGKILL)
            view = take_view(data, place)
            unfinished += bool(files(view, "commit-intents/*.json"))
            assert [states for states in numbers(view) if len(states) > 1] == []
    assert unfinished


async def _tagged(store: TinyStore, text: str) -> None:
    writes = dict.fromkeys(refs(0), Put(Note(text=text)))
    await store.commit(writes, lambda _: Plan(writes, None))


async def test_a_commit_waits_for_a_view_that_is_being_made(data: Path) -> None:
    """It begins when the view is there; changes of one document do not wait."""
    store = tiny_store(data, [NOTES, OTHERS])
    await store.open()
    await _tagged(store, "before")
    with at_rest(data):
        commit = asyncio.create_task(_tagged(store, "after"))
        for number in range(20):
            await store.update(NOTES, "9999", put(Note(text=str(number))))
        assert not commit.done()
        assert {json.loads(each.content)["text"] for each in documents(data)} == {"before", "19"}
    await commit
    await store.close()


async def test_a_view_that_takes_too_long_is_not_waited_for(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever copies may be stopped for ever: people's turns go on, and the copy notices."""
    monkeypatch.setattr(gate, "PATIENCE_SECONDS", 0.05)
    store = tiny_store(data, [NOTES, OTHERS])
    await store.open()
    await _tagged(store, "before")
    with at_rest(data):
        before = rest.trace(data)
        await _tagged(store, "after")
        assert rest.trace(data) != before
        await _tagged(store, "at once")
    await _tagged(store, "again")
    with pytest.raises(NoRest, match="another copy"), at_rest(data), at_rest(data, 0.01):
        pass
    await store.close()


async def test_what_a_killed_copy_left_is_removed_at_the_next_start(data: Path) -> None:
    """Links keep alive what people delete: none outlive a start of the bot or the next copy."""
    store = tiny_store(data, [NOTES, OTHERS])
    await store.open()
    await _tagged(store, "kept")
    left = data / WORK / "1-dead"
    left.mkdir(parents=True)
    take_view(data, left)
    await store.close()
    store = tiny_store(data, [NOTES, OTHERS])
    await store.open()
    assert files(data, f"{WORK}/*") == []
    with working(data) as place:
        lock = os.open(place, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(lock)
        with working(data):
            assert place.is_dir()  # a second copy takes nothing from the first
    assert not (data / WORK).exists()
    await store.close()
