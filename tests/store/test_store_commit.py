"""What every store promises of a commit over several documents: see the head of `bot/store/base.py`."""

import asyncio
from typing import Any

import pytest

from bot.store.base import Drop, Keep, Kind, More, Plan, Put, Ref, Store, View, Write
from tests.store.commits import A, B, C, store_all, stored, texts
from tests.store.notes import DUE, NOTES, OTHERS, SCHOOL, Note, add_tag


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
