"""What every store that keeps its data promises over restarts, programs and processes."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.errors import DocumentTooNew, StoreBusy
from bot.store.facts import Equal, Where
from tests.store.conftest import MakeStore
from tests.store.notes import DUE, NOTES, OLD_NOTES, SCHOOL, Note, add_tag, drop, put

TEXT = Equal[Note, str]("text", str, lambda note: note.text)
SCHOOL_IN_CAPITALS = Equal[Note, str]("school", str, lambda note: (note.school or "").upper())


async def test_data_outlive_the_store(make_kept_store: MakeStore) -> None:
    """After closing and opening again, documents and index are as they were."""
    store = make_kept_store([NOTES])
    assert (await store.open()).documents == 0
    await store.update(NOTES, "1", put(Note(text="kept", school="s1", due=5.0)))
    await store.update(NOTES, "2", put(Note(text="dropped")))
    await store.update(NOTES, "2", drop)
    await store.close()
    store = make_kept_store([NOTES])
    assert (await store.open()).documents == 1
    assert await store.get(NOTES, "1") == Note(text="kept", school="s1", due=5.0)
    assert await store.get(NOTES, "2") is None
    assert await store.find(NOTES, SCHOOL.equals("s1"), DUE.up_to(5.0)) == ["1"]
    await store.close()


async def test_what_is_due_is_found_in_order_after_a_restart(make_kept_store: MakeStore) -> None:
    """The longest due come first, in whatever order the documents are met when opening."""
    store = make_kept_store([NOTES])
    await store.open()
    for key, due in (("1", 30.0), ("2", 10.0), ("3", 20.0), ("4", 40.0), ("5", 5.0)):
        await store.update(NOTES, key, put(Note(due=due)))
    await store.close()
    store = make_kept_store([NOTES])
    await store.open()
    assert await store.find(NOTES, DUE.up_to(30.0)) == ["5", "2", "3", "1"]
    await store.close()


async def test_closing_finishes_updates_under_way(make_kept_store: MakeStore) -> None:
    """An update begun before closing is stored, although nobody waited for it."""
    store = make_kept_store([NOTES])
    await store.open()
    update = asyncio.create_task(store.update(NOTES, "1", add_tag))
    await asyncio.sleep(0)  # it has been handed in
    await store.close()
    assert await update == 1
    store = make_kept_store([NOTES])
    await store.open()
    assert await store.update(NOTES, "1", add_tag) == 2
    await store.close()


@pytest.mark.parametrize("make_kept_store", ["files"], indirect=True)
async def test_a_second_store_on_the_same_files_is_refused(make_kept_store: MakeStore) -> None:
    """Whoever comes second gets StoreBusy; after closing the data are free again."""
    first, second = make_kept_store([NOTES]), make_kept_store([NOTES])
    await first.open()
    with pytest.raises(StoreBusy):
        await second.open()
    await second.close()
    assert await first.update(NOTES, "1", add_tag) == 1
    await first.close()
    third = make_kept_store([NOTES])
    assert (await third.open()).documents == 1
    await third.close()


async def test_an_old_form_is_upgraded_when_read(make_kept_store: MakeStore) -> None:
    """A document of an older program reads as a value of this one, and is found by its facts."""
    store = make_kept_store([OLD_NOTES])
    await store.open()
    await store.update(OLD_NOTES, "1", put(Note(text="old", school="s1")))
    await store.close()
    store = make_kept_store([NOTES])
    await store.open()
    assert await store.get(NOTES, "1") == Note(text="old", school="s1")
    assert await store.find(NOTES, SCHOOL.equals("s1")) == ["1"]
    await store.close()
    store = make_kept_store([OLD_NOTES])
    assert (await store.open()).too_new == ()  # reading alone has rewritten nothing
    await store.close()


async def test_a_newer_form_is_refused_and_left_alone(make_kept_store: MakeStore) -> None:
    """What a newer program has changed is refused, not counted, and there when that returns."""
    store = make_kept_store([NOTES])
    await store.open()
    await store.update(NOTES, "1", put(Note(text="new")))
    await store.close()
    store = make_kept_store([OLD_NOTES])
    report = await store.open()
    assert [(e.kind, e.key, e.version, e.known) for e in report.too_new] == [("notes", "1", 2, 1)]
    assert report.damaged == ()
    for refused in (store.get(OLD_NOTES, "1"), store.update(OLD_NOTES, "1", add_tag)):
        with pytest.raises(DocumentTooNew):
            await refused
    assert (await store.count(OLD_NOTES), store.unreadable(OLD_NOTES)) == (0, 1)
    assert await store.update(OLD_NOTES, "2", add_tag) == 1
    await store.close()
    store = make_kept_store([NOTES])
    await store.open()
    assert await store.get(NOTES, "1") == Note(text="new")
    await store.close()


@pytest.mark.parametrize(
    "changed",
    [
        {"facts": (*NOTES.facts, TEXT)},
        {"facts": NOTES.facts[2:]},
        {"facts": tuple(reversed(NOTES.facts))},
        {"facts": (SCHOOL_IN_CAPITALS,), "facts_version": 2},
    ],
    ids=["one more", "fewer", "in another order", "with another meaning"],
)
async def test_other_facts_are_made_anew_from_the_same_documents(
    changed: dict[str, Any], make_kept_store: MakeStore
) -> None:
    """A program that declares other facts finds by them what an older one stored, and the reverse."""
    notes = {"1": Note(text="a", school="s1", due=2.0), "2": Note(text="b", school="s2")}
    newer = replace(NOTES, **changed)
    for kind in (NOTES, newer, NOTES, newer):
        store = make_kept_store([kind])
        await store.open()
        for key, note in notes.items():
            if kind is NOTES and await store.count(kind) < len(notes):
                await store.update(kind, key, put(note))
        for fact in kind.facts:
            for key, note in notes.items():
                if (value := fact.of(note)) is not None:
                    assert key in await store.find(kind, Where(fact, value))
        await store.close()
