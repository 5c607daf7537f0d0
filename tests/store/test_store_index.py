"""The index always says what the documents say, also after any number of restarts."""

import asyncio
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store.base import Drop
from bot.store.facts import Equal, Ranged, Where
from bot.store.tiny.index import Index, IndexEntry
from bot.store.tiny.store import memory_store, tiny_store
from tests.store.note_files import file_of, files, opened, store_notes
from tests.store.notes import (
    DUE,
    INVITED,
    LEVEL,
    NOTES,
    OLD_NOTES,
    REACHABLE,
    SCHOOL,
    STEP,
    TAGS,
    Note,
    keep,
    put,
)

KEYS = st.sampled_from(["1", "2", "257", "a"])
SCHOOLS = st.sampled_from([None, "s1", "s2"])
LEVELS = st.sampled_from([None, "sd", "smp"])
STEPS = st.sampled_from([None, "murid", "teori"])
MOMENTS = st.sampled_from([None, -1.0, 0.0, 10.0, 20.0, 30.5])
NOTE = st.builds(
    Note,
    text=st.text(max_size=3),
    tags=st.lists(st.just("t"), max_size=3),
    due=MOMENTS,
    school=SCHOOLS,
    invited=SCHOOLS,
    level=LEVELS,
    step=STEPS,
    reachable=st.booleans(),
)
ASKED: dict[Equal[Note, Any] | Ranged[Note, Any], st.SearchStrategy[Any]] = {
    DUE: MOMENTS,
    TAGS: st.integers(0, 3),
    SCHOOL: SCHOOLS,
    INVITED: SCHOOLS,
    LEVEL: LEVELS,
    STEP: STEPS,
    REACHABLE: st.booleans(),
}
CONDITION = st.one_of(
    [
        st.builds(Where, st.just(fact), values.filter(lambda value: value is not None))
        for fact, values in ASKED.items()
    ]
)
WHERE = st.lists(CONDITION, max_size=5)
RESTART = "restart"
REST = "rest"  # a restart after an hour without changes
CRASH = "crash"  # a restart with the cache of an earlier moment
CHANGE = st.tuples(KEYS, st.none() | NOTE)
Step: TypeAlias = str | tuple[str, Note | None]


def holds(one: Where[Note], note: Note) -> bool:
    """What a condition means, said once more and slowly."""
    kept: Any = one.fact.of(note)
    if isinstance(one.fact, Ranged):
        return kept is not None and kept <= one.value
    return bool(kept == one.value)


def check(found: list[str], where: list[Where[Note]], notes: dict[str, Note]) -> None:
    """Compare an answer with a look at every document."""
    meant = [key for key, note in notes.items() if all(holds(one, note) for one in where)]
    assert sorted(found) == sorted(meant)
    for first in [one.fact for one in where if isinstance(one.fact, Ranged)][:1]:
        assert found == sorted(found, key=lambda key: (first.of(notes[key]), key))


@given(changes=st.lists(CHANGE, max_size=40), wheres=st.lists(WHERE, min_size=1, max_size=10))
def test_the_index_finds_what_a_search_through_everything_finds(
    changes: list[tuple[str, Note | None]], wheres: list[list[Where[Note]]]
) -> None:
    """After any changes each question is answered as if all documents had been looked at."""
    index, notes = Index(NOTES), dict[str, Note]()
    for key, note in changes:
        if note is None:
            index.drop(key)
            notes.pop(key, None)
        else:
            index.put(IndexEntry(key, NOTES.values_of(note), "1-1-1"))
            notes[key] = note
    assert len(index) == len(notes)
    for where in wheres:
        check(index.find(where), where, notes)


@settings(max_examples=settings().max_examples // 3)
@given(
    steps=st.lists(CHANGE | st.sampled_from([RESTART, REST, CRASH]), max_size=30),
    wheres=st.lists(WHERE, min_size=5, max_size=5),
)
def test_a_restart_with_the_cache_changes_no_answer(
    steps: list[Step], wheres: list[list[Where[Note]]]
) -> None:
    """Restarts and crashes, with new or old caches, leave the index equal to the documents."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(live(Path(folder), steps, wheres))


async def live(folder: Path, steps: list[Step], wheres: list[list[Where[Note]]]) -> None:
    """Make the changes and restarts, and compare with the documents after each restart."""
    store, _ = await opened(folder)
    caches, old_caches = folder / "index-cache", folder / "old-caches"
    notes: dict[str, Note] = {}
    for step in [*steps, RESTART]:
        if isinstance(step, tuple):
            key, note = step
            await store.update(NOTES, key, put(note) if note else lambda _: (Drop(), None))
            notes.pop(key, None)
            notes |= {key: note} if note else {}
            continue
        await store.close()
        if step == REST:
            make_older(folder)
        if step == CRASH and old_caches.exists():
            shutil.copytree(old_caches, caches, dirs_exist_ok=True)
        shutil.copytree(caches, old_caches, dirs_exist_ok=True)
        store, report = await opened(folder)
        assert report.documents == len(notes)
        for where in wheres:
            check(await store.find(NOTES, *where), where, notes)
    await store.close()


def make_older(data: Path) -> None:
    """Let an hour pass: the documents' files are that much older than the next cache."""
    for path in files(data, "notes/*/*.json"):
        status = path.stat()
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 3_600 * 10**9))


async def read_at_restart(data: Path) -> int:
    store, report = await opened(data)
    await store.close()
    return report.read


async def test_unchanged_documents_are_not_read_at_start(data: Path) -> None:
    """What the cache knows of files as they still are is believed."""
    await store_notes(data, {"1": Note(), "2": Note()})
    make_older(data)
    assert await read_at_restart(data) == 2  # other files than the cache knows
    assert await read_at_restart(data) == 0


async def test_documents_changed_just_before_the_cache_are_read(data: Path) -> None:
    """A file written within two seconds of the cache may have changed again unseen: it is read."""
    await store_notes(data, {"1": Note(), "2": Note()})
    assert await read_at_restart(data) == 2


async def test_a_document_restored_behind_the_cache_is_read(data: Path) -> None:
    """A file from a backup has another identity than the cache knows."""
    await store_notes(data, {"1": Note(school="s1"), "2": Note(school="s1")})
    make_older(data)
    await read_at_restart(data)
    path = file_of(data, "1")
    restored = path.with_name("new")
    restored.write_text(path.read_text().replace('"s1"', '"s2"'))
    restored.replace(path)
    store, report = await opened(data)
    assert report.read == 1
    assert await store.find(NOTES, SCHOOL.equals("s2")) == ["1"]
    await store.close()


async def test_a_cache_that_was_cut_off_is_not_used(data: Path) -> None:
    """A cache that holds fewer entries than it says counts for nothing: all documents are read."""
    await store_notes(data, {"1": Note(), "2": Note()})
    make_older(data)
    await read_at_restart(data)
    (cache,) = files(data, "index-cache/notes.jsonl")
    lines = cache.read_bytes().splitlines()
    assert len(lines) == 3
    cache.write_bytes(b"\n".join(lines[:-1]))
    assert await read_at_restart(data) == 2


async def test_a_cache_of_another_form_is_not_used(data: Path) -> None:
    """A program with a newer form of the documents reads them all once."""
    store = tiny_store(data, [OLD_NOTES])
    await store.open()
    await store.update(OLD_NOTES, "1", put(Note(school="s1")))
    await store.close()
    make_older(data)
    store = tiny_store(data, [OLD_NOTES])
    await store.open()
    await store.close()
    assert await read_at_restart(data) == 1
    assert await read_at_restart(data) == 0


@pytest.mark.parametrize(
    "changed", [{"facts_version": 2}, {"facts": NOTES.facts[1:]}, {"facts": NOTES.facts[::-1]}]
)
async def test_other_facts_cost_the_cache_and_no_document(
    changed: dict[str, Any], data: Path
) -> None:
    """When facts mean something else all documents are read once, and none is written."""
    await store_notes(data, {"1": Note(school="s1"), "2": Note()})
    make_older(data)
    await read_at_restart(data)
    before = {path: path.read_bytes() for path in files(data, "notes/*/*.json")}
    read = []
    for _ in range(2):
        store = tiny_store(data, [replace(NOTES, **changed)])
        read.append((await store.open()).read)
        await store.close()
    assert read == [2, 0]
    assert {path: path.read_bytes() for path in files(data, "notes/*/*.json")} == before


async def test_the_cache_is_saved_while_the_store_runs(data: Path) -> None:
    """A crash after hours costs at most some minutes of the cache."""
    store = tiny_store(data, [NOTES], cache_seconds=0.01)
    await store.open()
    await store.update(NOTES, "1", keep)
    while not files(data, "index-cache/notes.jsonl"):  # noqa: ASYNC110 - the file system has no event
        await asyncio.sleep(0.01)
    await store.close()


async def test_only_what_was_written_is_counted() -> None:
    """Putting and dropping count; keeping, and dropping what is not there, do not."""
    store = memory_store([NOTES])
    await store.open()
    for decide in (put(Note()), keep, lambda _: (Drop(), None), lambda _: (Drop(), None)):
        await store.update(NOTES, "1", decide)
    assert store.written == 2
    await store.close()
