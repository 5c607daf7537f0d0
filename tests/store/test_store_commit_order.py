"""What every store promises of commits that cross others: one after another, nobody sees a part, as in one table."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store.base import Drop, Keep, Plan, Put, Ref, Store, View, Write
from bot.store.tiny.store import memory_store
from tests.store.commits import A, B, C, note_of, store_all, texts
from tests.store.notes import NOTES, OTHERS, SCHOOL, Note, add_tag


def move(source: Ref[Note], target: Ref[Note]) -> Any:
    """A decision that takes a tag from one document and gives it to another."""

    def decide(view: View) -> Plan[int]:
        old, new = view[source] or Note(), view[target] or Note()
        if not old.tags:
            return Plan({}, 0)
        return Plan(
            {
                source: Put(Note(tags=old.tags[1:])),
                target: Put(Note(tags=[*new.tags, old.tags[0]])),
            },
            1,
        )

    return decide


async def test_commits_and_updates_of_one_document_happen_one_after_another(store: Store) -> None:
    """However they cross, in whatever order they name documents, no change of theirs is lost."""
    await store_all(store, a=Note(tags=["t"] * 10), b=Note(tags=["t"] * 10))
    works = []
    for _ in range(20):
        works += [store.commit([A, B, C], move(A, B)), store.commit([C, B, A], move(B, C))]
        works += [store.commit([C, A], move(C, A)), store.update(NOTES, "a", _add)]
    async with asyncio.timeout(60):
        await asyncio.gather(*works)
    notes = [await note_of(store, ref) for ref in (A, B, C)]
    assert sum(len(note.tags) for note in notes if note) == 40


def _add(old: Note | None) -> tuple[Put[Note], int]:
    tags = [*(old.tags if old else []), "t"]
    return Put(Note(tags=tags)), len(tags)


async def test_nobody_sees_a_part_of_a_commit(store: Store) -> None:
    """While documents change together again and again, every look at both, and every search, finds a whole."""
    await store_all(store, a=Note(text="0", school="s0"), b=Note(text="0", school="s0"))

    async def change() -> None:
        for number in range(1, 30):
            note = Note(text=str(number), school=f"s{number % 2}")
            writes = {ref: Put(note) for ref in (A, B)}
            await store.commit([A, B], partial(_planned, writes, 1))

    changing = asyncio.create_task(change())
    while not changing.done():
        first, second = await store.commit([B, A], lambda view: Plan({}, texts(view, A, B)))
        assert first == second
        for school in ("s0", "s1"):
            assert len(await store.find(NOTES, SCHOOL.equals(school))) in {0, 2}
        await asyncio.sleep(0)
    await changing


async def test_an_abandoned_commit_is_finished(store: Store) -> None:
    """Callers who stop waiting stop no commit, neither the one under way nor those in line."""

    def decide(view: View) -> Plan[None]:
        return Plan({ref: add_tag(view[ref])[0] for ref in (A, B)}, None)

    in_line = [asyncio.create_task(store.commit([A, B], decide)) for _ in range(20)]
    await asyncio.sleep(0)  # all have been handed in
    for abandoned in in_line:
        abandoned.cancel()
    await asyncio.gather(*in_line, return_exceptions=True)
    assert await store.update(NOTES, "a", add_tag) == 21
    assert await store.update(NOTES, "b", add_tag) == 21


def _planned(
    writes: Mapping[Ref[Note], Write[Note]], divisor: int, view: View
) -> Plan[dict[Ref[Note], Note | None]]:
    """A decision that shows what it saw, and raises at the end when it divides by 0."""
    assert divisor or 1 // divisor
    return Plan(writes, {ref: view[ref] for ref in writes})


KEYS = st.sampled_from([A, B, C, Ref(NOTES, "d")])
WRITES = st.one_of(
    st.builds(
        Put, st.builds(Note, text=st.text(max_size=2), school=st.sampled_from([None, "s1", "s2"]))
    ),
    st.just(Drop()),
    st.just(Keep()),
)
COMMIT = st.tuples(st.dictionaries(KEYS, WRITES, max_size=4), st.booleans())


@settings(deadline=None)
@given(commits=st.lists(COMMIT, max_size=12))
def test_commits_do_what_a_table_does(
    commits: list[tuple[dict[Ref[Note], Write[Note]], bool]],
) -> None:
    """After any commits, some of which raise, documents and searches are as if in one plain table."""
    asyncio.run(_live(commits))


async def _live(commits: list[tuple[dict[Ref[Note], Write[Note]], bool]]) -> None:
    store, table = memory_store([NOTES, OTHERS]), dict[Ref[Note], Note]()
    await store.open()
    for writes, raises in commits:
        if raises:
            with pytest.raises(ZeroDivisionError):
                await store.commit(writes, partial(_planned, writes, 0))
            continue
        seen = await store.commit(writes, partial(_planned, writes, 1))
        assert seen == {ref: table.get(ref) for ref in writes}
        for ref, write in writes.items():
            if isinstance(write, Put):
                table[ref] = write.value
            elif isinstance(write, Drop):
                table.pop(ref, None)
    for school in ("s1", "s2"):
        keys = {
            ref.key for ref, note in table.items() if ref.kind is NOTES and note.school == school
        }
        assert set(await store.find(NOTES, SCHOOL.equals(school))) == keys
    assert await store.count(NOTES) + await store.count(OTHERS) == len(table)
    await store.close()


async def test_a_decision_finds_documents_through_its_view(store: Store) -> None:
    """What others have committed is named; what this decision is about to write is not yet."""
    await store_all(store, a=Note(school="s1"), b=Note(school="s2"))

    def decide(view: View) -> Plan[tuple[list[str], list[str]]]:
        found = view.find(NOTES, SCHOOL.equals("s1")), view.find(OTHERS)
        return Plan({Ref(NOTES, "c"): Put(Note(school="s1"))}, found)

    assert await store.commit((Ref(NOTES, "c"),), decide) == (["a"], [])
    found, _ = await store.commit((Ref(NOTES, "c"),), decide)
    assert sorted(found) == ["a", "c"]


async def test_who_waited_for_a_document_finds_what_its_holder_committed(store: Store) -> None:
    """Two commits share a document: the second one finds what the first has added with it."""

    def add(key: str) -> Callable[[View], Plan[int]]:
        def decide(view: View) -> Plan[int]:
            found = len(view.find(NOTES, SCHOOL.equals("s1")))
            return Plan({A: Put(Note(text=key)), Ref(NOTES, key): Put(Note(school="s1"))}, found)

        return decide

    adding = (store.commit((A, Ref(NOTES, key)), add(key)) for key in ("b", "c", "d"))
    assert sorted(await asyncio.gather(*adding)) == [0, 1, 2]
