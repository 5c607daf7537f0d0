"""The files of the TinyDB store: where they are, what they look like, and what harms them."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from bot.errors import StoreBusy, StoreDamaged, StoreUnavailable
from bot.store.tiny.store import tiny_store
from tests.store.note_files import file_of, files, opened, store_notes
from tests.store.notes import NOTES, OLD_NOTES, SCHOOL, Note, add_tag, put


async def test_each_document_is_a_file_in_a_folder_by_its_number(data: Path) -> None:
    """A Telegram id's file is in the folder of its remainder by 256, in hexadecimal."""
    await store_notes(data, {"5": Note(), "261": Note(), "255": Note(), "abc": Note()})
    found = [str(path.relative_to(data)) for path in files(data, "notes/*/*")]
    assert found == [
        "notes/05/261.json",
        "notes/05/5.json",
        "notes/c2/abc.json",
        "notes/ff/255.json",
    ]


async def test_plain_tinydb_shows_the_document(data: Path) -> None:
    """Without our program a document is one readable record that begins with its version."""
    await store_notes(data, {"5": Note(text="Halo \u2603", tags=["a"])})
    path = file_of(data, "5")
    with TinyDB(path, encoding="utf-8", access_mode="r") as database:
        (record,) = database.all()
    assert list(record)[:3] == ["version", "text", "tags"]
    assert (record["version"], record["text"], record["tags"]) == (2, "Halo \u2603", ["a"])
    text = path.read_text(encoding="utf-8")
    assert '      "text": "Halo \u2603",\n' in text
    assert text.endswith("}\n")


async def test_nobody_else_on_the_machine_can_read_the_data(data: Path) -> None:
    """Folders are for their owner only, and so are files."""
    await store_notes(data, {"5": Note()})
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [data, *files(data, "**/*")]}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


async def test_an_upgraded_document_is_written_in_the_new_form(data: Path) -> None:
    """The first change of an old document stores it in the newest form."""
    store = tiny_store(data, [OLD_NOTES])
    await store.open()
    await store.update(OLD_NOTES, "5", put(Note(text="old")))
    await store.close()
    store, _ = await opened(data)
    await store.update(NOTES, "5", add_tag)
    await store.close()
    with TinyDB(file_of(data, "5"), access_mode="r") as database:
        (record,) = database.all()
    assert record["version"] == 2
    assert "body" not in record


async def test_unfinished_files_are_cleared_away_at_open(data: Path) -> None:
    """What a crash left half-written disappears; the document it was meant for stays."""
    await store_notes(data, {"5": Note(text="good")})
    leftover = file_of(data, "5").with_name("5.json.tmp")
    leftover.write_bytes(b'{"_default"')
    store, report = await opened(data)
    assert not leftover.exists()
    assert report.damaged == ()
    assert await store.get(NOTES, "5") == Note(text="good")
    await store.close()


async def test_a_refused_second_process_clears_nothing_away(data: Path) -> None:
    """Unfinished files of a running store are its own business."""
    store, _ = await opened(data)
    await store.update(NOTES, "5", add_tag)
    unfinished = file_of(data, "5").with_name("6.json.tmp")
    unfinished.write_bytes(b"")
    with pytest.raises(StoreBusy):
        await opened(data)
    assert unfinished.exists()
    await store.close()


async def test_foreign_files_are_left_alone(data: Path) -> None:
    """A file that is not named like a document is neither read nor changed."""
    await store_notes(data, {"5": Note()})
    folder = file_of(data, "5").parent
    strangers = [folder / name for name in ("notes.txt", "a b.json", "5.json.bak", "9.json")]
    for stranger in strangers:  # 9.json would be a document, but not in this folder
        stranger.write_text("hello")
    store, report = await opened(data)
    assert (report.documents, report.read, report.damaged) == (1, 1, ())
    await store.close()
    assert [stranger.read_text() for stranger in strangers] == ["hello"] * 4


FULL_DISK = """
import asyncio, resource, sys
from pathlib import Path
from bot.errors import StoreUnavailable
from bot.store.tiny.store import tiny_store
from tests.store.notes import SCHOOL, NOTES, Note, put

async def main():
    # Before the store is opened: its writer inherits the limit.
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    store = tiny_store(Path(sys.argv[1]), [NOTES])
    await store.open()
    await store.update(NOTES, "5", put(Note(text="old", school="s1")))
    for key in "5", "6":
        try:
            await store.update(NOTES, key, put(Note(text="x" * 8192, school="s2")))
        except StoreUnavailable as error:
            print("refused", key, error.path.name, type(error.__cause__).__name__)
    print(await store.get(NOTES, "5") == Note(text="old", school="s1"), await store.get(NOTES, "6"))
    print(await store.find(NOTES, SCHOOL.equals("s1")), await store.find(NOTES, SCHOOL.equals("s2")))
    await store.update(NOTES, "5", put(Note(text="small")))
    print((await store.get(NOTES, "5")).text)
    await store.close()

asyncio.run(main())
"""


def test_a_write_that_does_not_fit_changes_nothing(data: Path) -> None:
    """When the system refuses a write halfway, the old version stays and later writes work."""
    child = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(data)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stderr == ""
    assert [line for line in child.stdout.splitlines() if "not_saving" not in line] == [
        "refused 5 5.json OSError",
        "refused 6 6.json OSError",
        "True None",
        "['5'] []",
        "small",
    ]
    assert files(data, "notes/*/*.tmp") == []


async def test_a_failed_start_leaves_the_directory_free(data: Path) -> None:
    """After a refused start the next one is not told that the directory is in use."""
    data.mkdir()
    (data / "notes").write_text("no folder")
    failed = tiny_store(data, [NOTES])
    with pytest.raises(StoreDamaged):
        await failed.open()
    (data / "notes").unlink()
    store, _ = await opened(data)
    await store.close()
    await failed.close()


async def test_a_data_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A start on an impossible path fails with that path."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    store = tiny_store(blocked / "data", [NOTES])
    with pytest.raises(StoreUnavailable) as caught:
        await store.open()
    assert caught.value.path == blocked / "data"
    await store.close()


@pytest.mark.parametrize("cache", [b"", b"{}", b"\xff", b'{"form":[2],"saved":1}\n[1]'])
async def test_a_damaged_index_cache_does_no_harm(data: Path, cache: bytes) -> None:
    """Whatever the cache file holds, the store opens and the index says what the files say."""
    await store_notes(data, {"5": Note(school="s1")})
    (path,) = files(data, "index-cache/*")
    path.write_bytes(cache)
    store, report = await opened(data)
    assert (report.documents, report.read) == (1, 1)
    assert await store.find(NOTES, SCHOOL.equals("s1")) == ["5"]
    await store.close()
