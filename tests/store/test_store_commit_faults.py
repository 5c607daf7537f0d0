"""Commits while the disk or the writer fails: all or nothing, seen whole, finished later by itself."""

import asyncio
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot.errors import DocumentUnwritable, StoreUnavailable
from bot.store import pulse
from bot.store.base import Drop, Plan, Put, Ref, View, Write
from bot.store.pulse import Trouble
from bot.store.tiny.commit.intent_files import IntentFiles
from bot.store.tiny.store import TinyStore, tiny_store
from bot.store.writer import line as writer_line
from tests.store.note_files import file_of, files, opened, store_notes
from tests.store.notes import NOTES, SCHOOL, Note, add_tag, put
from tests.store.test_store_full_disk import small_disk
from tests.store.test_store_writer import holding_up, writer_of

__all__ = ["small_disk"]  # a fixture

INTENTS = "commit-intents/*"
PAIRS = [(Ref(NOTES, str(n)), Ref(NOTES, str(n + 100))) for n in range(10)]


def tag_both(first: Ref[Note], second: Ref[Note]) -> Any:
    """A decision that adds a tag to two documents, which have as many before it."""

    def decide(view: View) -> Plan[int]:
        one, other = add_tag(view[first]), add_tag(view[second])
        assert one[1] == other[1]
        return Plan({first: one[0], second: other[0]}, one[1])

    return decide


async def tags(store: TinyStore, ref: Ref[Note]) -> int:
    note: Note | None = await store.get(ref.kind, ref.key)
    return len(note.tags) if note else 0


async def test_a_killed_writer_leaves_no_half_of_a_commit(data: Path) -> None:
    """Commits under way when the writer dies are stored or refused as a whole, and the next ones work."""
    store, _ = await opened(data)
    known = dict.fromkeys(PAIRS, 0)
    killed = 0
    while killed < 20:
        works = {pair: asyncio.create_task(store.commit(pair, tag_both(*pair))) for pair in PAIRS}
        await asyncio.wait(works.values(), return_when=asyncio.FIRST_COMPLETED)
        with suppress(ProcessLookupError):  # the one killed before, if nobody has missed it yet
            os.kill(writer_of(store), signal.SIGKILL)
            killed += 1
        for pair, work in works.items():
            try:
                known[pair] = await work
            except StoreUnavailable:
                count = await tags(store, pair[0])
                assert count in {known[pair], known[pair] + 1}
                known[pair] = count
            assert [await tags(store, ref) for ref in pair] == [known[pair]] * 2
    await store.close()
    store, report = await opened(data)
    assert (report.damaged, files(data, INTENTS)) == ((), [])
    for pair, count in known.items():
        assert [await tags(store, ref) for ref in pair] == [count] * 2
    await store.close()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
async def test_a_commit_outlives_the_writer_that_was_asked_for_it(
    data: Path, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the writer dies or stops with a commit under way, another one carries it out."""
    monkeypatch.setattr(writer_line, "LOOK_SECONDS", 0.2)
    await store_notes(data, {"5": Note(text="five", school="s1")})
    store, _ = await opened(data)
    five, six = Ref(NOTES, "5"), Ref(NOTES, "6")
    writes: dict[Ref[Any], Write[Any]] = {five: Drop(), six: Put(Note(text="six"))}

    def cut_off(_: View) -> Plan[str]:
        os.kill(writer_of(store), number)
        return Plan(writes, "done")

    assert await store.commit([five, six], cut_off) == "done"
    for _ in range(2):
        assert await store.get(NOTES, "5") is None
        assert await store.get(NOTES, "6") == Note(text="six")
        assert await store.find(NOTES, SCHOOL.equals("s1")) == []
        assert files(data, INTENTS) == []
        await store.close()
        store, _ = await opened(data)
    await store.close()


class Told:
    """What a store says about its trouble, and an event for its end."""

    def __init__(self, store: TinyStore) -> None:
        self.over = asyncio.Event()
        self.began = 0
        store.pulse.tell = self._tell

    def _tell(self, _: Trouble, is_over: bool) -> None:
        if is_over:
            self.over.set()
        else:
            self.began += 1

    async def recovery(self) -> None:
        async with asyncio.timeout(60):
            await self.over.wait()


def fill(disk: Path, *, leaving: int) -> Path:
    """Use up a disk but for so many bytes."""
    path = disk / "ballast"
    with path.open("wb", buffering=0) as ballast:
        with suppress(OSError):
            while True:
                ballast.write(bytes(4096))
        ballast.truncate(ballast.tell() - leaving)
    return path


async def test_on_a_full_disk_no_part_of_a_commit_happens(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commits are refused as a whole while there is no room, and work again once there is some."""
    monkeypatch.setattr(pulse, "TRY_SECONDS", 0.05)
    store = tiny_store(small_disk / "data", [NOTES])
    await store.open()
    told = Told(store)
    first, second = Ref(NOTES, "5"), Ref(NOTES, "6")
    await store.commit([first, second], tag_both(first, second))
    ballast = fill(small_disk, leaving=0)
    for _ in range(3):
        with pytest.raises(StoreUnavailable, match="No space left"):
            await store.commit([first, second], tag_both(first, second))
        assert [await tags(store, ref) for ref in (first, second)] == [1, 1]
    assert told.began == 1
    ballast.unlink()
    await told.recovery()
    assert await store.commit([first, second], tag_both(first, second)) == 2
    assert files(small_disk / "data", INTENTS) == []
    await store.close()


async def test_a_commit_that_was_decided_before_the_disk_was_full_is_finished(
    small_disk: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is answered and seen whole, its documents change no more until there is room, then by themselves."""
    monkeypatch.setattr(pulse, "TRY_SECONDS", 0.05)
    store = tiny_store(small_disk / "data", [NOTES])
    await store.open()
    told = Told(store)
    large, small = Ref(NOTES, "5"), Ref(NOTES, "6")
    await store.update(NOTES, "5", put(Note(text="old", school="s1")))
    await store.update(NOTES, "6", put(Note(text="old")))
    writes: dict[Ref[Any], Write[Any]] = {
        large: Put(Note(text="x" * 100_000, school="s2")),
        small: Put(Note(text="new")),
    }
    ballast = fill(small_disk, leaving=150_000)
    assert await store.commit([large, small], lambda _: Plan(writes, "decided")) == "decided"
    assert told.began == 1
    assert await store.get(NOTES, "5") == Note(text="x" * 100_000, school="s2")
    assert await store.get(NOTES, "6") == Note(text="new")
    assert (
        await store.find(NOTES, SCHOOL.equals("s2")),
        await store.find(NOTES, SCHOOL.equals("s1")),
    ) == (
        ["5"],
        [],
    )
    for ref in (large, small):
        with pytest.raises(StoreUnavailable):
            await store.update(NOTES, ref.key, add_tag)
    assert len(files(small_disk / "data", INTENTS)) == 1
    ballast.unlink()
    await told.recovery()
    assert files(small_disk / "data", INTENTS) == []
    assert file_of(small_disk / "data", "5").stat().st_size > 100_000
    assert await store.update(NOTES, "5", add_tag) == 1
    await store.close()


async def test_one_file_that_hangs_refuses_its_commit_alone(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit over it is refused after a while as a whole, and its other documents are free."""
    monkeypatch.setattr(writer_line, "LOOK_SECONDS", 0.2)
    await store_notes(data, {"5": Note(text="five"), "6": Note(text="six")})
    store, _ = await opened(data)
    first, second = Ref(NOTES, "5"), Ref(NOTES, "6")
    leftover = file_of(data, "5").with_name("5.json.tmp")
    leftover.touch()
    with holding_up(leftover):
        slow = asyncio.create_task(store.commit([first, second], tag_both(first, second)))
        while not slow.done():
            await store.update(NOTES, "9", add_tag)
        with pytest.raises(DocumentUnwritable, match="hangs"):
            await slow
        assert [await tags(store, ref) for ref in (first, second)] == [0, 0]
        await store.update(NOTES, "6", put(Note(text="free")))
        assert store.pulse.trouble is None
    async with asyncio.timeout(30):
        while True:
            try:
                assert await store.commit([first, second], tag_both(first, second)) == 1
                break
            except DocumentUnwritable:  # until the system lets the one that hung go on
                await store.update(NOTES, "9", add_tag)
    assert [await tags(store, ref) for ref in (first, second)] == [1, 1]
    await store.close()


async def test_a_disk_that_hangs_refuses_the_whole(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When writer after writer hangs over a document, nothing of the commit happens, and all is well later."""
    monkeypatch.setattr(writer_line, "LOOK_SECONDS", 0.1)
    monkeypatch.setattr(pulse, "TRY_SECONDS", 0.05)
    await store_notes(data, {"5": Note(), "6": Note()})
    store, _ = await opened(data)
    told = Told(store)
    first, second = Ref(NOTES, "5"), Ref(NOTES, "6")
    leftover = file_of(data, "5").with_name("5.json.tmp")
    leftover.touch()
    with holding_up(leftover):
        with pytest.raises(StoreUnavailable):
            await store.commit([first, second], tag_both(first, second))
        assert [await tags(store, ref) for ref in (first, second)] == [0, 0]
        assert told.began == 1
    await told.recovery()
    assert await store.commit([first, second], tag_both(first, second)) == 1
    assert files(data, INTENTS) == []
    await store.close()


async def test_an_intent_that_hangs_is_out_of_the_way_before_anything_else_happens(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What may have been written down after all is removed before its documents change again."""
    monkeypatch.setattr(writer_line, "LOOK_SECONDS", 0.2)
    await store_notes(data, {"5": Note(), "6": Note()})
    store, _ = await opened(data)
    first, second = Ref(NOTES, "5"), Ref(NOTES, "6")
    folder = data / "commit-intents"
    folder.mkdir()
    name = "00000000000000000000-0"
    monkeypatch.setattr(IntentFiles, "new_name", lambda _: name)
    leftover = folder / f"{name}.json.tmp"
    leftover.touch()
    with holding_up(leftover):
        slow = asyncio.create_task(store.commit([first, second], tag_both(first, second)))
        while not slow.done():
            await store.update(NOTES, "9", add_tag)
        with pytest.raises(DocumentUnwritable, match="hangs"):
            await slow
        assert [await tags(store, ref) for ref in (first, second)] == [0, 0]
        with pytest.raises(DocumentUnwritable, match="hangs"):
            await store.update(NOTES, "5", add_tag)
    async with asyncio.timeout(30):
        while True:
            try:
                await store.update(NOTES, "5", put(Note(tags=["a"])))
                break
            except DocumentUnwritable:  # until the system lets the one that hung go on
                await store.update(NOTES, "9", add_tag)
    assert files(data, INTENTS) == []
    await store.update(NOTES, "6", put(Note(tags=["b"])))
    assert await store.commit([first, second], tag_both(first, second)) == 2
    await store.close()
