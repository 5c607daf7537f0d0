"""Commits that are cut off: what was decided is finished, what was not has never happened."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import CommitTooNew, DocumentTooNew
from bot.store.base import Kind
from bot.store.tiny.store import tiny_store
from tests.store.intents import (
    INTENTS,
    NEW,
    OLD,
    clear,
    is_new,
    is_old,
    leave_intent,
    obstruct,
    wanted,
    write_intent,
)
from tests.store.note_files import file_of, files, opened, store_notes
from tests.store.notes import NOTES, OLD_NOTES, OTHERS, SCHOOL, Note, add_tag, put


async def test_what_was_decided_is_finished_by_the_next_start(data: Path) -> None:
    """All documents hold what the commit wanted, on disk too, and the intent is gone."""
    await leave_intent(data)
    store, report = await opened(data)
    assert (report.documents, report.damaged, report.too_new) == (3, (), ())
    await is_new(store)
    assert files(data, INTENTS) == []
    assert all('"new"' in file_of(data, ref.key).read_text() for ref in NEW)
    await store.close()
    store, _ = await opened(data)
    await is_new(store)
    await store.close()


@pytest.mark.parametrize("done", ["5", "6", "7"])
async def test_what_was_half_done_is_finished_by_the_next_start(data: Path, done: str) -> None:
    """However many documents were replaced before the end, all are afterwards, and doing it twice is harmless."""
    intent = await leave_intent(data)
    content = intent.read_bytes()
    store, _ = await opened(data)
    await store.close()
    old = json.dumps({"_default": {"1": {"version": 2, "text": "old", "school": "s1"}}})
    for key in {"5", "6"} - {done}:
        file_of(data, key).write_text(old)
    if done != "7":
        file_of(data, "7").unlink()
    intent.write_bytes(content)
    store, _ = await opened(data)
    await is_new(store)
    await store.close()


async def test_a_deletion_that_was_decided_is_finished(data: Path) -> None:
    """A deleted document is absent to everybody; what else waits stays written down without it."""
    await store_notes(data, OLD)
    intent = write_intent(data, wanted("5", None), wanted("6", Note(text="new")))
    obstacle = obstruct(data, "6")
    for _ in range(2):
        store, report = await opened(data)
        assert (report.documents, report.damaged) == (1, ())
        assert await store.get(NOTES, "5") is None
        assert await store.get(NOTES, "6") == Note(text="new")
        await store.close()
        assert files(data, "notes/*/5.json") == []
        assert b'"5"' not in intent.read_bytes()
    clear(obstacle)
    store, _ = await opened(data)
    assert (await store.get(NOTES, "6"), files(data, INTENTS)) == (Note(text="new"), [])
    await store.close()


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "header only": lambda content: content.partition(b"\n")[0],
    "half": lambda content: content[: len(content) // 2],
    "last byte missing": lambda content: content[:-2],
    "one letter": lambda content: content.replace(b'"new"', b'"nev"', 1),
    "NUL bytes": lambda content: bytes(len(content)),
    "another thing": lambda _: b"[1]\n[2]",
    "no form": lambda content: content.replace(b"form", b"from", 1),
    "form is no number": lambda content: content.replace(b'"form": 1', b'"form": "1"', 1),
}


async def test_damaged_intents_have_never_happened(data: Path) -> None:
    """Each is set aside and reported once, no document is touched, and everything goes on."""
    intent = await leave_intent(data)
    content, spoilt = intent.read_bytes(), dict[str, bytes]()
    for number, damage in enumerate(DAMAGES.values()):
        damaged = intent.with_stem(f"{intent.stem[:-1]}{number}")
        spoilt[damaged.stem] = damage(content)
        damaged.write_bytes(spoilt[damaged.stem])
    store, report = await opened(data)
    told = {fault.key: fault for fault in report.damaged}
    assert (len(report.damaged), set(told)) == (len(DAMAGES), set(spoilt))
    for name, fault in told.items():
        assert fault.kind == "commit-intents"
        assert fault.path.name.startswith(f"{name}.json.damaged-")
        assert fault.path.read_bytes() == spoilt[name]
    await is_old(store)
    assert await store.update(NOTES, "5", add_tag) == 1
    await store.close()
    store, report = await opened(data)
    assert report.damaged == ()
    await store.close()


async def test_an_intent_that_cannot_be_read_is_reported(data: Path) -> None:
    """A folder in its place is named, and the start and all documents are as without it."""
    intent = await leave_intent(data)
    intent.unlink()
    intent.mkdir()
    store, report = await opened(data)
    assert [fault.key for fault in report.damaged] == [intent.stem]
    await is_old(store)
    await store.close()


async def test_an_intent_that_was_not_finished_has_never_happened(data: Path) -> None:
    """What a crash left of the writing of an intent disappears, and nothing is reported."""
    intent = await leave_intent(data)
    intent.rename(intent.with_name(intent.name + ".tmp"))
    store, report = await opened(data)
    assert (report.damaged, files(data, INTENTS)) == ((), [])
    await is_old(store)
    await store.close()


async def test_an_intent_of_an_older_program_is_finished_by_this_one(data: Path) -> None:
    """Documents in an old form are put in their places, and upgraded when they are read."""
    await store_notes(data, OLD)
    five, six = Note(text="five", school="s3"), Note(text="six")
    write_intent(data, wanted("5", five, OLD_NOTES), wanted("6", six, OLD_NOTES))
    store, report = await opened(data)
    assert (report.documents, report.damaged, report.too_new) == (2, (), ())
    assert (await store.get(NOTES, "5"), await store.get(NOTES, "6")) == (five, six)
    assert await store.find(NOTES, SCHOOL.equals("s3")) == ["5"]
    await store.close()


@pytest.mark.parametrize("known", [[NOTES], [OLD_NOTES, OTHERS]], ids=["kind", "version"])
async def test_a_newer_program_finishes_its_own_commits(
    data: Path, known: list[Kind[Note]]
) -> None:
    """An older one touches none of its documents, says so, and serves all others; nothing is lost."""
    mine = known[0]
    store = tiny_store(data, known)
    await store.open()
    for key in ("5", "261"):
        await store.update(mine, key, put(Note(text="old")))
    await store.close()
    new = Note(text="new")
    intent = write_intent(data, wanted("5", new), wanted("6", new, OTHERS), wanted("7", None))
    content = intent.read_bytes()
    for _ in range(2):
        store = tiny_store(data, known)
        report = await store.open()
        named = {(fault.kind, fault.key) for fault in report.too_new}
        assert named == {("notes", "5"), ("notes", "7"), ("others", "6")}
        assert (report.damaged, report.documents) == ((), 1)
        for key in ("5", "7"):
            for refused in (store.get(mine, key), store.update(mine, key, add_tag)):
                with pytest.raises(DocumentTooNew):
                    await refused
        assert await store.get(mine, "261") == Note(text="old")
        await store.close()
        assert intent.read_bytes() == content
    store = tiny_store(data, [NOTES, OTHERS])
    await store.open()
    assert (await store.get(NOTES, "5"), await store.get(OTHERS, "6")) == (new, new)
    assert (await store.get(NOTES, "7"), files(data, INTENTS)) == (None, [])
    await store.close()


async def test_an_intent_in_a_newer_form_is_refused_clearly(data: Path) -> None:
    """A start that cannot know which documents it is about does not begin, and touches nothing."""
    intent = await leave_intent(data)
    write_intent(data, form=2)
    store = tiny_store(data, [NOTES])
    with pytest.raises(CommitTooNew, match="newer program"):
        await store.open()
    await store.close()
    assert intent.exists()
