"""One document that cannot be read or written: refused, told of, and felt by nobody but its owner."""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Fault, Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import TinyStore, tiny_store
from tests.delivery.teachers import teacher
from tests.store.note_files import file_of, opened, store_notes
from tests.store.notes import NOTES, SCHOOL, Note, add_tag

OWNER, OTHER = "5", "261"  # in the same folder, as all whose keys differ by 256
Spoil = Callable[[Path], None]


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _socket(path: Path) -> None:
    path.unlink()
    before = Path.cwd()
    os.chdir(path.parent)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path.name)
    os.chdir(before)


def _link(target: str) -> Spoil:
    def spoil(path: Path) -> None:
        path.unlink()
        path.symlink_to(target)

    return spoil


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


def _content(content: bytes) -> Spoil:
    return lambda path: _rewrite(path, content)


def _rewrite(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _record(**fields: object) -> Spoil:
    return _content(json.dumps({"_default": {"1": {"version": 2, **fields}}}).encode())


UNREADABLE: dict[str, Spoil] = {
    "a folder": _folder,
    "a pipe": _pipe,
    "a socket": _socket,
    "a link to nowhere": _link("/nowhere/at/all.json"),
    "a link to itself": lambda path: _link(path.name)(path),
    "a link to a folder": _link("/dev"),
    "a link to a device that never ends": _link("/dev/zero"),
    "larger than any memory": _huge,
    "empty": _content(b""),
    "NUL bytes": _content(bytes(4096)),
    "half a page": _content(b'{"_default": {"1": {"version": 2, "text": "\xe2\x82'),
    "not UTF-8": _content('{"_default": {"1": {"text": "é"}}}'.encode("latin-1")),
    "a lone surrogate": _content(rb'{"_default": {"1": {"version": 2, "text": "\ud800"}}}'),
    "deeper than any stack": _content(b"[" * 200_000 + b"]" * 200_000),
    "null": _content(b"null"),
    "a text": _content(b'"hello"'),
    "odd ids": _content(b'{"_default": {"1": {"version": 2, "text": "x"}, "x": {}}}'),
    "a list for a document": _content(b'{"_default": {"1": []}}'),
    "fields of another kind": _record(name="SD Contoh", zone="WIB"),
    "a number for a text": _record(text=5),
    "a version of tomorrow": _content(b'{"_default": {"1": {"version": 99, "text": "x"}}}'),
    "a version beyond counting": _content(b'{"_default": {"1": {"version": 1e308, "text": "x"}}}'),
}
TOGETHER = 11
"""So many in one store: of more than twenty the store would say that its disk is damaged."""

OWNERS = [(str(5 + 512 * number), spoil) for number, spoil in enumerate(UNREADABLE.values())]
"""Whose document is spoiled, and how."""

FAULTS = pytest.mark.parametrize("owners", [dict(OWNERS[:TOGETHER]), dict(OWNERS[TOGETHER:])])


async def _are_alone_in_trouble(store: TinyStore, *owners: str) -> None:
    """Ask for the spoiled documents many times, as somebody who taps again does, and for others."""
    for owner in owners:
        for _ in range(5):
            for asked in (store.get(NOTES, owner), store.update(NOTES, owner, add_tag)):
                with pytest.raises((DocumentDamaged, DocumentTooNew)):
                    await asked
    assert await store.update(NOTES, OTHER, add_tag) == 1
    assert await store.find(NOTES) == [OTHER]
    assert (await store.count(NOTES), store.unreadable(NOTES)) == (1, len(owners))
    assert store.pulse.trouble is None


@FAULTS
async def test_documents_spoiled_before_the_start(data: Path, owners: dict[str, Spoil]) -> None:
    """They are named in the report and refused for good; the start, and everybody else, go on."""
    await store_notes(data, {key: Note(school="s1") for key in (*owners, OTHER)})
    for owner, spoil in owners.items():
        spoil(file_of(data, owner))
    store, report = await opened(data)
    named = sorted([error.key for error in report.damaged] + [e.key for e in report.too_new])
    assert named == sorted(owners)
    await _are_alone_in_trouble(store, *owners)
    await store.close()


@FAULTS
async def test_documents_spoiled_while_the_bot_runs(data: Path, owners: dict[str, Spoil]) -> None:
    """They are told of when they are met, refused, and no longer found; everybody else is served."""
    await store_notes(data, {key: Note(school="s1") for key in (*owners, OTHER)})
    store, _ = await opened(data)
    faults: list[Fault] = []
    store.listen(fault=faults.append, replaced=lambda _: None)
    for owner, spoil in owners.items():
        spoil(file_of(data, owner))
    await _are_alone_in_trouble(store, *owners)
    assert {(fault.kind, fault.key) for fault in faults} == {("notes", owner) for owner in owners}
    await store.close()


async def test_a_document_that_vanishes_is_not_taken_for_a_new_one(data: Path) -> None:
    """Somebody whose file is gone under the running bot is not registered anew over it."""
    await store_notes(data, {OWNER: Note(school="s1"), OTHER: Note(school="s1")})
    store, _ = await opened(data)
    file_of(data, OWNER).unlink()
    await _are_alone_in_trouble(store, OWNER)
    await store.close()


async def test_a_document_put_right_is_served_again_without_a_restart(data: Path) -> None:
    """Once its fault is mended, whoever asks gets it, and it is found as before."""
    await store_notes(data, {OWNER: Note(school="s1", text="kept")})
    store, _ = await opened(data)
    path = file_of(data, OWNER)
    content = path.read_bytes()
    _folder(path)
    with pytest.raises(DocumentDamaged):
        await store.get(NOTES, OWNER)
    assert await store.find(NOTES, SCHOOL.equals("s1")) == []
    path.rmdir()
    path.write_bytes(content)
    assert await store.get(NOTES, OWNER) == Note(school="s1", text="kept")
    assert await store.find(NOTES, SCHOOL.equals("s1")) == [OWNER]
    assert (await store.count(NOTES), store.unreadable(NOTES)) == (1, 0)
    await store.close()


@pytest.mark.parametrize("broken", ["file", "nowhere", "loop"])
async def test_a_folder_that_cannot_be_listed_costs_only_its_own(data: Path, broken: str) -> None:
    """One folder in 256 is refused and named; nobody in it is taken for new; the others are served."""
    await store_notes(data, {OWNER: Note(), OTHER: Note(), "6": Note()})
    folder = file_of(data, OWNER).parent
    folder.rename(data / "elsewhere")
    if broken == "file":
        folder.write_text("no folder")
    else:
        folder.symlink_to("/nowhere" if broken == "nowhere" else folder.name)
    store, report = await opened(data)
    assert [error.path for error in report.damaged] == [folder]
    for key in (OWNER, OTHER, "517"):  # the last one is new, but nobody can know
        with pytest.raises(DocumentDamaged):
            await store.update(NOTES, key, add_tag)
    assert await store.update(NOTES, "6", add_tag) == 1
    assert store.pulse.trouble is None
    await store.close()


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00", "2026-11-20T05:00:00", "1e400", "kemarin"]
)
async def test_a_person_of_an_impossible_time_does_not_keep_the_bot_from_starting(
    data: Path, moment: str
) -> None:
    """A moment that no clock can tell makes one document unreadable, and no start fails."""
    store = tiny_store(data, KINDS)
    await store.open()
    for number in (5, 6):
        await store.update(PEOPLE, str(number), lambda _, n=number: (Put(teacher(n)), None))  # type: ignore[misc] # bound by its default
    await store.close()
    path = next(data.glob("people/*/5.json"))
    tables = json.loads(path.read_bytes())
    tables["_default"]["1"]["seen_at"] = moment
    path.write_text(json.dumps(tables))
    store = tiny_store(data, KINDS)
    await store.open()
    assert await store.get(PEOPLE, "6") == teacher(6)
    with pytest.raises(DocumentDamaged):
        await store.get(PEOPLE, "5")
    await store.close()


RESTORED = """
import asyncio, sys
from pathlib import Path
from bot.errors import DocumentDamaged, DocumentUnwritable
from bot.store.tiny.store import tiny_store
from tests.store.notes import NOTES, add_tag

async def ask(store, key):
    try:
        await store.update(NOTES, key, add_tag)
    except (DocumentDamaged, DocumentUnwritable) as error:
        return type(error).__name__
    return "saved"

async def main():
    store = tiny_store(Path(sys.argv[1]), [NOTES])
    report = await store.open()
    for _ in range(4):
        answers = [await ask(store, key) for key in ("5", "6", "7", "8")]
    print(len(report.damaged), *answers, store.pulse.trouble)
    await store.close()

asyncio.run(main())
"""
AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Takes from root what lets it read everybody's files."""


async def test_what_a_restore_gave_to_another_owner_is_refused_alone(data: Path) -> None:
    """A file and a folder that may not be read, a folder that may not be written: their owners' trouble."""
    await store_notes(data, {key: Note() for key in ("5", "6", "7", "8")})
    file, folder, fixed = (file_of(data, key) for key in ("5", "6", "7"))
    modes = {file: 0o000, folder.parent: 0o000, fixed.parent: 0o555}
    for path, mode in modes.items():
        path.chmod(mode)
    prefix: tuple[str, ...] = ()
    if os.geteuid() == 0:
        if shutil.which(AS_ANYBODY[0]) is None:
            pytest.skip("root reads everything here")
        prefix = AS_ANYBODY
    command = [*prefix, sys.executable, "-c", RESTORED, str(data)]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True)
    for path, mode in modes.items():
        path.chmod(mode | 0o700)
    assert done.stdout.splitlines()[-1:] == [
        "2 DocumentDamaged DocumentDamaged DocumentUnwritable saved None"
    ], done.stderr
