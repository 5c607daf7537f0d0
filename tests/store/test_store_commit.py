"""What every store promises of a commit over several documents: see the head of `bot/store/base.py`."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store.base import Drop, Keep, Kind, More, Plan, Put, Ref, Store, View, Write
from bot.store.tiny.store import memory_store
from tests.store.notes import DUE, NOTES, OTHERS, SCHOOL, Note, add_tag, put

A, B, C = Ref(NOTES, "a"), Ref(NOTES, "b"), Ref(OTHERS, "a")


def texts(view: View, *refs: Ref[Note]) -> list[str | None]:
    """The texts a decision sees, None for absent documents."""
    return [note.text if (note := view[ref]) else None for ref in refs]


async def stored(store: Store, *refs: Ref[Note]) -> list[str | None]:
    """The texts that are stored, None for absent documents."""
    return [note.text if (note := await note_of(store, ref)) else None for ref in refs]


async def note_of(store: Store, ref: Ref[Note]) -> Note | None:
    note: Note | None = await store.get(ref.kind, ref.key)
    return note


async def store_all(store: Store, **notes: Note) -> None:
    for key, note in notes.items():
        await store.update(NOTES, key, put(note))


def test_references_to_one_document_are_equal() -> None:
    """A reference is told by the names of kind and document, in whatever form the kind is given."""
    again = Kind(
        name="notes", version=1, encode=NOTES.encode, decode=NOTES.decode, facts=NOTES.facts
    )
    assert {A, Ref(again, "a"), Ref(NOTES, "a")} == {A}
    assert len({A, B, C}) == 3
    assert A != "a"


async def test_several_documents_change_together(store: Store) -> None:
    """One decision sees all it named and writes to them; each says so afterwards, and is found."""
    await store_all(store, a=Note(text="old", school="s1"))

    def decide(view: View) -> Plan[list[str | None]]:
        return Plan(
            {
                A: Put(Note(text="new", school="s2")),
                B: Put(Note(text="first", school="s2", due=1.0)),
                C: Put(Note(text="other")),
            },
            texts(view, A, B, C),
        )

    assert await store.commit([C, A, B], decide) == ["old", None, None]
    assert await stored(store, A, B, C) == ["new", "first", "other"]
    assert sorted(await store.find(NOTES, SCHOOL.equals("s2"))) == ["a", "b"]
    assert await store.find(NOTES, SCHOOL.equals("s1")) == []
    assert await store.find(NOTES, DUE.up_to(1.0)) == ["b"]
    assert (await store.count(NOTES), await store.count(OTHERS)) == (2, 1)


async def test_a_commit_may_put_drop_and_keep(store: Store) -> None:
    """What is dropped is absent, what is kept or not mentioned stays, and a drop of nothing is harmless."""
    await store_all(
        store, a=Note(text="a"), b=Note(text="b", school="s1"), c=Note(text="c"), d=Note(text="d")
    )
    refs = [Ref(NOTES, key) for key in "abcde"]
    writes: dict[Ref[Any], Write[Any]] = {
        refs[0]: Put(Note(text="A")),
        refs[1]: Drop(),
        refs[2]: Keep(),
        refs[4]: Drop(),
    }
    assert await store.commit(refs, lambda _: Plan(writes, "done")) == "done"
    assert await stored(store, *refs) == ["A", None, "c", "d", None]
    assert await store.find(NOTES, SCHOOL.equals("s1")) == []
    assert await store.count(NOTES) == 3


@pytest.mark.parametrize("count", [0, 1, 2])
async def test_a_commit_may_name_any_number_of_documents(store: Store, count: int) -> None:
    """A commit over one document does what `update` does, and one over none only decides."""
    refs = [A, B][:count]
    plan: Plan[int] = Plan({ref: Put(Note(text="new")) for ref in refs}, count)
    assert await store.commit(refs, lambda _: plan) == count
    assert await stored(store, A, B) == ["new"] * count + [None] * (2 - count)


async def test_a_document_named_twice_is_one(store: Store) -> None:
    """Naming a document twice, also as optional, is naming it once: nobody waits for herself."""
    async with asyncio.timeout(30):
        await store.commit(
            [A, A, Ref(NOTES, "a")], lambda _: Plan({A: Put(Note(text="x"))}, None), [A]
        )
    assert await stored(store, A) == ["x"]


async def test_a_joint_decision_that_raises_changes_nothing(store: Store) -> None:
    """The caller gets its exception, all documents and the index stay, and they can be changed again."""
    await store_all(store, a=Note(text="before", school="s1"))

    def fail(_: View) -> Plan[None]:
        raise LookupError("no such step")

    with pytest.raises(LookupError, match="no such step"):
        await store.commit([A, B], fail)
    assert await stored(store, A, B) == ["before", None]
    assert await store.find(NOTES, SCHOOL.equals("s1")) == ["a"]
    assert await store.update(NOTES, "a", add_tag) == 1


async def test_one_value_that_cannot_be_stored_keeps_all_from_changing(store: Store) -> None:
    """If one of the values has no stored form, none is stored."""
    await store_all(store, a=Note(text="before"))
    unstorable: Any = object()
    writes: dict[Ref[Any], Write[Any]] = {
        A: Put(Note(text="after")),
        B: Put(Note(text="after", tags=[unstorable])),
        C: Put(Note(text="after")),
    }
    with pytest.raises(TypeError):
        await store.commit([A, B, C], lambda _: Plan(writes, None))
    assert await stored(store, A, B, C) == ["before", None, None]


async def test_a_decision_writes_only_to_what_it_was_shown(store: Store) -> None:
    """A write to a document that the commit did not name is refused together with all others."""
    with pytest.raises(ValueError, match="not shown"):
        await store.commit([A], lambda _: Plan({A: Put(Note()), B: Put(Note())}, None))
    with pytest.raises(KeyError):
        await store.commit([A], lambda view: Plan({}, view[B]))
    assert await stored(store, A, B) == [None, None]


async def test_a_decision_may_ask_for_more_documents(store: Store) -> None:
    """Having seen one document it asks for another, and then sees both as they are at one moment."""
    await store_all(store, a=Note(text="b"), b=Note(text="found"))
    asked = []

    def decide(view: View) -> Plan[str] | More:
        asked.append(A in view and B in view)
        note = view[A]
        assert note is not None
        other = Ref(NOTES, note.text)
        if other not in view:
            return More((other,))
        found = view[other]
        assert found is not None
        return Plan({A: Put(Note(text=found.text)), other: Drop()}, found.text)

    assert await store.commit([A], decide) == "found"
    assert asked == [False, True]
    assert await stored(store, A, B) == ["found", None]


@pytest.mark.parametrize("more", [More(()), More((A,)), More((), (A,))])
async def test_a_decision_that_asks_for_nothing_new_is_refused(store: Store, more: More) -> None:
    """Who asks again for what she sees would ask for ever."""
    with pytest.raises(ValueError, match="no more documents"):
        await store.commit([A], lambda _: more)


@pytest.mark.parametrize("key", ["", "a/b", ".."])
async def test_a_strange_key_among_others_is_refused(store: Store, key: str) -> None:
    """A key that is no plain word is refused before anything is decided, also one asked for later."""
    strange = Ref(NOTES, key)
    with pytest.raises(ValueError, match="a key matches"):
        await store.commit([A, strange], lambda _: Plan({A: Put(Note())}, None))
    with pytest.raises(ValueError, match="a key matches"):
        await store.commit(
            [A], lambda view: Plan({A: Put(Note())}, None) if strange in view else More((strange,))
        )
    assert await stored(store, A) == [None]


async def test_values_of_a_view_are_the_decision_s_own(store: Store) -> None:
    """Changing a value that was shown, in place, does not change what is stored."""
    await store_all(store, a=Note(text="x", tags=["a"]))

    def spoil(view: View) -> Plan[None]:
        note = view[A]
        assert note is not None
        note.tags.append("b")
        return Plan({B: Put(note), C: Put(note)}, None)

    await store.commit([A, B, C], spoil)
    assert await store.get(NOTES, "a") == Note(text="x", tags=["a"])
    assert await store.get(NOTES, "b") == Note(text="x", tags=["a", "b"])


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
