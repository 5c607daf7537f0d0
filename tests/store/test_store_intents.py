"""Commits that are cut off: what was decided is finished, what was not has never happened."""

import json
import subprocess
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import CommitTooNew, DocumentDamaged, DocumentTooNew, DocumentUnwritable
from bot.store.base import Drop, Fault, Kind, Plan, Put, Ref, Write
from bot.store.tiny.store import TinyStore, tiny_store
from tests.store.note_files import file_of, files, opened, store_notes
from tests.store.notes import NOTES, OLD_NOTES, OTHERS, SCHOOL, Note, add_tag, put

A, B, C = Ref(NOTES, "5"), Ref(NOTES, "6"), Ref(NOTES, "7")
INTENTS = "commit-intents/*"
OLD = {"5": Note(text="old", school="s1"), "6": Note(text="old", school="s1")}
NEW: dict[Ref[Any], Write[Any]] = {
    A: Put(Note(text="new", school="s2")),
    B: Put(Note(text="new", school="s2")),
    C: Put(Note(text="new", school="s2")),
}


async def commit(store: TinyStore, writes: dict[Ref[Any], Write[Any]]) -> str:
    answer: str = await store.commit(writes, lambda _: Plan(writes, "decided"))
    return answer


def obstruct(data: Path, key: str) -> Path:
    """Put a folder where the new content of a document would be written; give what is in it."""
    obstacle = data / "notes" / f"{int(key) % 256:02x}" / f"{key}.json.tmp" / "x"
    obstacle.mkdir(parents=True)
    return obstacle


def clear(obstacle: Path) -> None:
    obstacle.rmdir()
    obstacle.parent.rmdir()


async def is_new(store: TinyStore) -> None:
    """Every reader and every search finds the whole commit."""
    for ref in NEW:
        assert await store.get(NOTES, ref.key) == Note(text="new", school="s2")
    assert sorted(await store.find(NOTES, SCHOOL.equals("s2"))) == ["5", "6", "7"]
    assert (await store.find(NOTES, SCHOOL.equals("s1")), await store.count(NOTES)) == ([], 3)


async def is_old(store: TinyStore) -> None:
    """Nobody finds anything of the commit."""
    for key, note in OLD.items():
        assert await store.get(NOTES, key) == note
    assert await store.get(NOTES, "7") is None
    assert sorted(await store.find(NOTES, SCHOOL.equals("s1"))) == ["5", "6"]
    assert (await store.find(NOTES, SCHOOL.equals("s2")), await store.count(NOTES)) == ([], 2)


def wanted(key: str, note: Note | None, kind: Kind[Note] = NOTES) -> dict[str, Any]:
    """What an intent says of one document."""
    record = {"version": kind.version, **kind.encode(note)} if note else {}
    return {"kind": kind.name, "key": key, "content": note and {"_default": {"1": record}}}


def write_intent(data: Path, *documents: dict[str, Any], form: int = 1) -> Path:
    """Write an intent as a process leaves it that ends just after it has decided."""
    body = json.dumps({"documents": documents}).encode()
    header = json.dumps({"form": form, "checksum": zlib.crc32(body)}).encode()
    intent = data / "commit-intents" / "01764547200000000000-0.json"
    intent.parent.mkdir(exist_ok=True)
    intent.write_bytes(header + b"\n" + body)
    return intent


async def leave_intent(data: Path) -> Path:
    """Store the old notes, and the decision to change all of them."""
    await store_notes(data, OLD)
    new = Note(text="new", school="s2")
    return write_intent(data, *(wanted(ref.key, new) for ref in NEW))


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
        command = ["/bin/mount", "--bind", path, path]
        try:
            done = subprocess.run(command, capture_output=True, check=False)
        except OSError:
            pytest.skip("this system has no mount")
        if done.returncode:
            pytest.skip("only root may mount")
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
