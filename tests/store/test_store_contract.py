"""What every store promises, whatever is behind it: see the head of `bot/store/base.py`."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.store.base import Kind, Plan, Put, Store
from bot.store.facts import Equal, Ranged, Where
from tests.store.conftest import MakeStore
from tests.store.notes import (
    DUE,
    LEVEL,
    NOTES,
    OTHERS,
    REACHABLE,
    SCHOOL,
    STEP,
    TAGS,
    Note,
    add_tag,
    drop,
    keep,
    put,
)


async def test_an_unknown_document_is_absent(store: Store) -> None:
    """A document nobody stored is None to readers and to decisions, and is not counted."""
    assert await store.get(NOTES, "1") is None
    assert await store.update(NOTES, "1", keep) is None
    assert await store.count(NOTES) == 0


async def test_a_stored_value_comes_back(store: Store) -> None:
    """What a decision puts is what readers and the next decision see."""
    note = Note(text="Halo \u2603 \U0001f600", tags=["a", "b"], due=1.5)
    await store.update(NOTES, "1", put(note))
    assert await store.get(NOTES, "1") == note
    assert await store.update(NOTES, "1", keep) == note
    assert await store.count(NOTES) == 1


async def test_update_gives_back_the_decision_s_answer(store: Store) -> None:
    """The second half of a decision's outcome is what `update` returns."""
    assert [await store.update(NOTES, "1", add_tag) for _ in range(3)] == [1, 2, 3]


async def test_a_new_value_replaces_the_whole_old_one(store: Store) -> None:
    """Nothing of an earlier value shines through a later one."""
    await store.update(NOTES, "1", put(Note(text="long", tags=["a"], school="s1")))
    await store.update(NOTES, "1", put(Note(text="short")))
    assert await store.get(NOTES, "1") == Note(text="short")


async def test_a_dropped_document_is_absent(store: Store) -> None:
    """Dropping deletes a document from reading, counting and finding, and can be followed by Put."""
    await store.update(NOTES, "1", put(Note(school="s1", due=1.0)))
    assert await store.update(NOTES, "1", drop) == "dropped"
    assert await store.get(NOTES, "1") is None
    assert await store.count(NOTES) == 0
    assert await store.find(NOTES, SCHOOL.equals("s1")) == []
    assert await store.find(NOTES, DUE.up_to(2.0)) == []
    await store.update(NOTES, "1", put(Note(text="again")))
    assert await store.get(NOTES, "1") == Note(text="again")


async def test_dropping_an_absent_document_is_harmless(store: Store) -> None:
    """Drop of a document that is not there answers like any other decision."""
    assert await store.update(NOTES, "1", drop) == "dropped"
    assert await store.get(NOTES, "1") is None


async def test_a_decision_that_raises_changes_nothing(store: Store) -> None:
    """The caller gets the decision's exception; document and index stay as they were."""
    await store.update(NOTES, "1", put(Note(text="before", school="s1")))

    def fail(_: Note | None) -> tuple[Put[Note], None]:
        raise LookupError("no such step")

    with pytest.raises(LookupError, match="no such step"):
        await store.update(NOTES, "1", fail)
    assert await store.get(NOTES, "1") == Note(text="before", school="s1")
    assert await store.find(NOTES, SCHOOL.equals("s1")) == ["1"]


async def test_a_value_that_cannot_be_stored_changes_nothing(store: Store) -> None:
    """If a value has no stored form, the update raises and the old value stays."""
    await store.update(NOTES, "1", put(Note(text="before")))
    unstorable: Any = object()
    with pytest.raises(TypeError):
        await store.update(NOTES, "1", put(Note(text="after", tags=[unstorable])))
    assert await store.get(NOTES, "1") == Note(text="before")


async def test_values_given_out_are_the_receiver_s_own(store: Store) -> None:
    """Changing a value in place, however deep, does not change what is stored."""
    mine = Note(text="x", tags=["a"])
    await store.update(NOTES, "1", put(mine))
    mine.tags.append("b")
    first = await store.get(NOTES, "1")
    assert first == Note(text="x", tags=["a"])
    first.tags.append("c")
    assert await store.get(NOTES, "1") == Note(text="x", tags=["a"])


async def test_updates_of_one_document_happen_one_after_another(store: Store) -> None:
    """Of many updates at once each sees the one before: none is lost."""
    answers = await asyncio.gather(*(store.update(NOTES, "1", add_tag) for _ in range(100)))
    assert sorted(answers) == list(range(1, 101))


async def test_an_abandoned_update_is_finished(store: Store) -> None:
    """Callers who stop waiting stop no update, neither the one under way nor those in line."""
    in_line = [asyncio.create_task(store.update(NOTES, "1", add_tag)) for _ in range(100)]
    await asyncio.sleep(0)  # all have been handed in
    for abandoned in in_line:
        abandoned.cancel()
    await asyncio.gather(*in_line, return_exceptions=True)
    assert await store.update(NOTES, "1", add_tag) == 101


async def test_kinds_are_kept_apart(store: Store) -> None:
    """Documents of two kinds may have the same key."""
    await store.update(NOTES, "1", put(Note(text="note")))
    await store.update(OTHERS, "1", put(Note(text="other")))
    assert await store.get(NOTES, "1") == Note(text="note")
    assert await store.get(OTHERS, "1") == Note(text="other")
    assert (await store.count(NOTES), await store.count(OTHERS)) == (1, 1)


@pytest.mark.parametrize("key", ["", "a/b", "..", "a b", "x" * 65, "\u00e9", "1\n"])
async def test_a_strange_key_is_refused(store: Store, key: str) -> None:
    """A key that is no plain word is refused before anything is read or written."""
    with pytest.raises(ValueError, match="a key matches"):
        await store.get(NOTES, key)
    with pytest.raises(ValueError, match="a key matches"):
        await store.update(NOTES, key, add_tag)


@pytest.mark.parametrize("key", ["7", "0", "007", "2026-Q4", "a_B-9", "x" * 64, "987654321012"])
async def test_any_plain_word_is_a_key(store: Store, key: str) -> None:
    """Telegram ids, quarters, slugs and tokens can all be keys."""
    await store.update(NOTES, key, put(Note(text=key)))
    assert await store.get(NOTES, key) == Note(text=key)


async def test_find_names_what_is_due(store: Store) -> None:
    """Documents due at the given instant or before are named, the longest due first."""
    for key, due in (("a", 30.0), ("b", 10.0), ("c", None), ("d", 20.0), ("e", 20.5)):
        await store.update(NOTES, key, put(Note(due=due)))
    assert await store.find(NOTES, DUE.up_to(20.0)) == ["b", "d"]
    assert await store.find(NOTES, DUE.up_to(9.0)) == []
    await store.update(NOTES, "b", put(Note(due=40.0)))
    await store.update(NOTES, "b", put(Note(due=10.0)))
    assert await store.find(NOTES, DUE.up_to(30.0)) == ["b", "d", "e", "a"]


async def test_find_combines_its_conditions(store: Store) -> None:
    """All conditions given must hold; none given names every document."""
    notes = {
        "a": Note(school="s1", level="sd", step="murid", due=1.0),
        "b": Note(school="s1", level="smp", step="murid", reachable=False),
        "c": Note(school="s2", level="sd", step="teori", due=2.0),
        "d": Note(),
    }
    for key, note in notes.items():
        await store.update(NOTES, key, put(note))
    cases: dict[tuple[Where[Note], ...], str] = {
        (): "abcd",
        (SCHOOL.equals("s1"),): "ab",
        (LEVEL.equals("sd"),): "ac",
        (STEP.equals("murid"), REACHABLE.equals(True)): "a",
        (REACHABLE.equals(False),): "b",
        (SCHOOL.equals("s1"), DUE.up_to(5.0)): "a",
        (DUE.up_to(5.0),): "ac",
        (
            SCHOOL.equals("s2"),
            LEVEL.equals("sd"),
            STEP.equals("teori"),
            REACHABLE.equals(True),
            DUE.up_to(2.0),
        ): "c",
        (SCHOOL.equals("s1"), SCHOOL.equals("s2")): "",
        (DUE.up_to(5.0), DUE.up_to(1.0)): "a",
        (SCHOOL.equals("nobody"),): "",
    }
    for where, keys in cases.items():
        assert "".join(sorted(await store.find(NOTES, *where))) == keys
        assert await store.count(NOTES, *where) == len(keys)


async def test_the_first_order_asked_for_is_that_of_the_answer(store: Store) -> None:
    """Of two facts with an order both hold and the first sorts; equal ones come in that of their keys."""
    for key, due, tags in (("d", 9.0, 1), ("b", 2.0, 3), ("c", 2.0, 2), ("a", 1.0, 9)):
        await store.update(NOTES, key, put(Note(due=due, tags=["t"] * tags)))
    assert await store.find(NOTES, DUE.up_to(9.0), TAGS.up_to(3)) == ["b", "c", "d"]
    assert await store.find(NOTES, TAGS.up_to(9), DUE.up_to(2.0)) == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("where", "fault"),
    [
        (Equal[Note, str]("school", str, lambda note: note.school).equals("s1"), ValueError),
        (Ranged[Note, float]("seen", float, lambda note: note.due).up_to(1.0), ValueError),
        (Where(SCHOOL, 1), TypeError),
        (Where(DUE, "1"), TypeError),
    ],
    ids=["another one of this name", "unknown", "a number", "a text"],
)
async def test_only_what_the_kind_declares_can_be_asked(
    where: Where[Note], fault: type[Exception], store: Store
) -> None:
    """A fact of another kind or a value of another type is refused, also where nothing is stored."""
    for ask in (store.find, store.count):
        with pytest.raises(fault, match=r"declares no such fact|is no"):
            await ask(NOTES, where)
    with pytest.raises(fault, match=r"declares no such fact|is no"):
        await store.commit((), lambda view: _nothing(view.find(NOTES, where)))


def _nothing(_: object) -> Plan[None]:
    return Plan({}, None)


async def test_a_kind_without_facts_has_all_its_documents_found(make_store: MakeStore) -> None:
    """Whoever declares nothing can ask for everything, and for how much that is."""
    plain = Kind(name="plain", version=1, encode=OTHERS.encode, decode=OTHERS.decode)
    store = make_store([plain])
    await store.open()
    for key in "ba":
        await store.update(plain, key, put(Note(text=key)))
    await store.update(plain, "b", drop)
    assert (await store.find(plain), await store.count(plain)) == (["a"], 1)
    await store.close()


@pytest.mark.parametrize("name", ["", "Due", "due by", "1st", "x" * 33])
def test_a_fact_has_the_name_of_a_column(name: str) -> None:
    """A database keeps each fact in a column of this name."""
    with pytest.raises(ValueError, match="a fact's name matches"):
        Equal[Note, str](name, str, lambda note: note.school)


def test_two_facts_of_one_kind_have_two_names() -> None:
    """One name is one column."""
    again = Equal[Note, str]("due", str, lambda note: note.school)
    with pytest.raises(ValueError, match="two facts of one name"):
        replace(OTHERS, facts=(*OTHERS.facts, again))


async def test_find_follows_every_change(store: Store) -> None:
    """A document that moves is found at its new place and no longer at its old one."""
    await store.update(NOTES, "a", put(Note(school="s1", step="murid")))
    await store.update(NOTES, "a", put(Note(school="s2", step="teori")))
    assert await store.find(NOTES, SCHOOL.equals("s1")) == []
    assert await store.find(NOTES, STEP.equals("murid")) == []
    assert await store.find(NOTES, SCHOOL.equals("s2"), STEP.equals("teori")) == ["a"]


async def test_closing_a_store_that_was_never_opened_is_harmless(make_store: MakeStore) -> None:
    """A start that fails early may close everything it has made."""
    await make_store([NOTES]).close()


async def test_a_kind_with_a_gap_in_its_upgrades_is_refused() -> None:
    """Whoever raises a version must say how the older forms become the new one."""
    with pytest.raises(ValueError, match=r"lacks upgrades from versions \[1, 2\]"):
        Kind(
            name="notes",
            version=3,
            encode=NOTES.encode,
            decode=NOTES.decode,
        )
