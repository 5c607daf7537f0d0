"""Commits with a document that cannot be written, or not be read: refused before the decision, waited for after it."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.errors import DocumentDamaged, DocumentTooNew, DocumentUnwritable
from bot.store.base import Drop, Fault, Plan, Put
from tests.store.intents import (
    INTENTS,
    NEW,
    OLD,
    A,
    B,
    C,
    clear,
    commit,
    is_new,
    is_old,
    leave_intent,
    obstruct,
)
from tests.store.mounting import mount
from tests.store.note_files import file_of, files, opened, store_notes
from tests.store.notes import NOTES, Note, add_tag, put


async def test_a_document_that_cannot_be_written_refuses_the_whole_commit(data: Path) -> None:
    """What is known before the decision keeps everything as it was, and is told of; others are saved."""
    await store_notes(data, OLD)
    obstacle = obstruct(data, "6")
    store, _ = await opened(data)
    faults: list[Fault] = []
    store.listen(fault=faults.append, replaced=lambda _: None)
    for writes in (NEW, {**NEW, B: Drop()}):
        with pytest.raises(DocumentUnwritable, match="key=6"):
            await commit(store, writes)
        await is_old(store)
    assert [(type(fault), fault.key) for fault in faults] == [(DocumentUnwritable, "6")] * 2
    assert (files(data, INTENTS), files(data, "notes/*/7.json*")) == ([], [])
    assert store.pulse.trouble is None
    await store.update(NOTES, "5", put(OLD["5"]))
    clear(obstacle)
    assert await commit(store, NEW) == "decided"
    await is_new(store)
    await store.close()


@pytest.fixture
def held_file(data: Path) -> Iterator[Callable[[str], None]]:
    """Has the system refuse to replace or remove a document's file, as a place where a disk is mounted."""
    held: list[str] = []

    def hold(key: str) -> None:
        path = str(file_of(data, key))
        mount("--bind", path, path)
        held.append(path)

    yield hold
    for path in held:
        release(Path(path))


def release(path: Path) -> None:
    """Have the system let go of a file that `held_file` has it hold; harmless if it does not."""
    subprocess.run(["/bin/umount", "-l", str(path)], check=False, capture_output=True)


async def test_a_document_that_cannot_be_written_after_all_waits_alone(
    data: Path, held_file: Callable[[str], None]
) -> None:
    """The commit is decided and seen whole; the others are free at once, this one when it can be written."""
    await store_notes(data, OLD)
    store, _ = await opened(data)
    faults: list[Fault] = []
    store.listen(fault=faults.append, replaced=lambda _: None)
    held_file("6")
    assert await commit(store, NEW) == "decided"
    await is_new(store)
    assert [(type(fault), fault.key) for fault in faults] == [(DocumentUnwritable, "6")]
    assert await store.update(NOTES, "5", add_tag) == 1
    for refused in (store.update(NOTES, "6", add_tag), commit(store, NEW)):
        with pytest.raises(DocumentUnwritable, match="key=6"):
            await refused
    assert await store.get(NOTES, "5") == Note(text="tagged", tags=["t"])
    assert await store.get(NOTES, "6") == Note(text="new", school="s2")
    assert store.pulse.trouble is None
    release(file_of(data, "6"))
    assert await store.update(NOTES, "6", add_tag) == 1
    assert files(data, INTENTS) == []
    await store.close()


async def test_a_decided_document_that_cannot_be_written_keeps_no_start(data: Path) -> None:
    """Every start shows it as it was decided, serves all others, and finishes it when it can."""
    await leave_intent(data)
    obstacle = obstruct(data, "6")
    for _ in range(2):
        store, report = await opened(data)
        assert (report.documents, report.damaged) == (3, ())
        await is_new(store)
        with pytest.raises(DocumentUnwritable, match="key=6"):
            await store.update(NOTES, "6", add_tag)
        await store.close()
    clear(obstacle)
    store, _ = await opened(data)
    await is_new(store)
    assert '"new"' in file_of(data, "6").read_text()
    assert await store.update(NOTES, "6", add_tag) == 1
    await store.close()


async def test_without_room_for_intents_only_joint_changes_are_refused(data: Path) -> None:
    """When no intent can be written, no document of the commit changes; single ones are saved as ever."""
    await store_notes(data, OLD)
    (data / "commit-intents").write_text("in the place of the folder")
    store, _ = await opened(data)
    faults: list[Fault] = []
    store.listen(fault=faults.append, replaced=lambda _: None)
    with pytest.raises(DocumentUnwritable, match="commit-intents"):
        await commit(store, NEW)
    await is_old(store)
    assert [(fault.kind, fault.key) for fault in faults] == [("commit-intents", "all")]
    assert await store.commit([C], lambda _: Plan({C: Put(Note(text="alone"))}, 1)) == 1
    assert store.pulse.trouble is None
    (data / "commit-intents").unlink()
    assert await commit(store, NEW) == "decided"
    await is_new(store)
    await store.close()


async def test_a_document_too_large_keeps_the_whole_commit_from_happening(data: Path) -> None:
    """What could be decided and never be written is refused before anything is written down."""
    await store_notes(data, OLD)
    store, _ = await opened(data)
    with pytest.raises(DocumentUnwritable):
        await commit(store, {**NEW, B: Put(Note(text="x" * (1 << 25)))})
    await is_old(store)
    assert files(data, INTENTS) == []
    assert await commit(store, NEW) == "decided"
    await store.close()


@pytest.mark.parametrize("fault", ["damaged", "too new"])
async def test_a_document_that_cannot_be_read_refuses_the_whole_commit(
    data: Path, fault: str
) -> None:
    """Unless it is optional: then it is shown as absent, with what is wrong, and left alone."""
    await store_notes(data, OLD)
    content = b"{" if fault == "damaged" else b'{"_default": {"1": {"version": 99, "text": "x"}}}'
    file_of(data, "6").write_bytes(content)
    store, _ = await opened(data)
    wrong = DocumentDamaged if fault == "damaged" else DocumentTooNew
    with pytest.raises(wrong, match="key=6"):
        await commit(store, NEW)
    assert await store.get(NOTES, "5") == OLD["5"]
    seen = await store.commit(
        [A, C], lambda view: Plan(NEW, (view[B], type(view.fault(B)), view.fault(A))), [B]
    )
    assert seen == (None, wrong, None)
    assert (
        await store.get(NOTES, "5") == await store.get(NOTES, "7") == Note(text="new", school="s2")
    )
    with pytest.raises(wrong):
        await store.get(NOTES, "6")
    assert [path.read_bytes() for path in files(data, "notes/*/6.json*")] == [content]
    await store.close()
