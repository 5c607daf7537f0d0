"""Backups of notes: what they hold, that every damage is named, and that all comes back."""

import asyncio
import io
import json
import stat
import subprocess
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from bench.planting import PLANTS, plant
from bot.errors import BackupFailed, BackupUnusable
from bot.store.backup.contents import MANIFEST, SUMS, BackedUpDocument, canonical
from bot.store.backup.file import checked
from bot.store.backup.pack import pack
from bot.store.backup.seal import seal
from bot.store.backup.unpack import FILE, Backup
from bot.store.base import Drop, Put
from bot.store.tiny.copying import backing_up
from bot.store.tiny.copying.backing_up import Made, WantedCopy, back_up
from bot.store.tiny.copying.reading import documents
from bot.store.tiny.copying.restoring import restore
from bot.store.tiny.copying.view import take_view, working
from bot.store.tiny.store import tiny_store
from tests.store.note_files import file_of, files, opened, store_notes
from tests.store.notes import NOTES, Note

NOW = datetime(2026, 11, 30, 19, 0, tzinfo=UTC)
CORRUPTIONS = 4 * len(PLANTS)
NOTES_KEPT = {str(key * 37): Note(text=f"catatan {key}", tags=["a"] * key) for key in range(30)}


def made(data: Path, file: Path, recipient: str | None = None) -> Made:
    with working(data) as place:
        return back_up(
            partial(documents, take_view(data, place)), place, WantedCopy(file, recipient, NOW)
        )


@pytest.fixture
def file(data: Path, tmp_path: Path) -> Path:
    """A backup of thirty notes."""
    asyncio.run(store_notes(data, NOTES_KEPT))
    made(data, tmp_path / "b.tar.gz")
    return tmp_path / "b.tar.gz"


async def test_what_was_backed_up_comes_back(data: Path, tmp_path: Path) -> None:
    """Every document of a backup is served from another directory as it was from the first."""
    await store_notes(data, NOTES_KEPT)
    file = tmp_path / "b.tar.gz"
    made(data, file)
    (tmp_path / "other").mkdir()
    with file.open("rb") as stream:
        assert restore(tmp_path / "other", Backup(stream), NOW) == len(NOTES_KEPT)
    store, report = await opened(tmp_path / "other")
    assert (report.documents, report.damaged) == (len(NOTES_KEPT), ())
    for key, note in NOTES_KEPT.items():
        assert await store.get(NOTES, key) == note
    await store.close()


def test_two_backups_of_the_same_data_are_the_same(data: Path, file: Path) -> None:
    """Nothing in it depends on when a file was written, nor on the order of names in it."""
    again = file.with_name("again.tar.gz")
    text = json.loads(file_of(data, "37").read_text())
    record = text["_default"]["1"]
    text["_default"]["1"] = {name: record[name] for name in reversed(record)}
    file_of(data, "37").write_text(json.dumps(text))
    made(data, again)
    assert again.read_bytes() == file.read_bytes()


def test_anybody_can_read_a_backup(file: Path, tmp_path: Path) -> None:
    """Without the bot: tar unpacks it, sha256sum checks it, and each document is plain JSON."""
    (tmp_path / "plain").mkdir()
    subprocess.run(["/bin/tar", "-xzf", file, "-C", tmp_path / "plain"], check=True)
    done = subprocess.run(
        ["/usr/bin/sha256sum", "--check", "--quiet", SUMS, "manifest.sha256"],
        cwd=tmp_path / "plain",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads((tmp_path / "plain/notes/37.json").read_text())["text"] == "catatan 1"
    manifest = json.loads((tmp_path / "plain" / MANIFEST).read_text())
    assert manifest["kinds"] == {"notes": len(NOTES_KEPT)}


@pytest.mark.parametrize("seed", range(CORRUPTIONS))
def test_planted_damage_is_named(seed: int) -> None:
    """Flipped bits, cut, missing, added and swapped members: each is told with its name."""
    kept = {key: NOTES_KEPT[key] for key in list(NOTES_KEPT)[:8]}
    whole = io.BytesIO()
    contents = [
        BackedUpDocument("notes", key, canonical({"version": 2, "text": n.text}))
        for key, n in kept.items()
    ]
    pack(lambda: iter(sorted(contents, key=lambda one: one.name)), whole, NOW)
    planted = plant(whole.getvalue(), seed)
    backup = Backup(io.BytesIO(planted.content))
    yielded = {each.name: each for each in backup}
    named = {problem.name for problem in backup.problems}
    assert named, planted.how
    assert not planted.names or planted.names & named, (planted.how, named)
    assert all(each in contents for each in yielded.values()), planted.how


async def test_a_damaged_document_is_backed_up_as_it_is(data: Path, tmp_path: Path) -> None:
    """Whose document is damaged is nobody new after a restore: it is refused there, too."""
    await store_notes(
        data, {"5": Note(text="good"), "6": Note(text="bad"), "7": Note(text="worse")}
    )
    file_of(data, "6").write_bytes(b"{")
    file_of(data, "7").rename(file_of(data, "7").with_name("7.json.damaged-20261101T000000Z"))
    backup = made(data, tmp_path / "b.tar.gz")
    assert (backup.manifest.documents, backup.manifest.damaged) == (3, 2)
    (tmp_path / "other").mkdir()
    with (tmp_path / "b.tar.gz").open("rb") as stream:
        restore(tmp_path / "other", Backup(stream), NOW)
    store, report = await opened(tmp_path / "other")
    assert sorted(fault.key for fault in report.damaged) == ["6", "7"]
    assert await store.get(NOTES, "5") == Note(text="good")
    await store.close()


async def test_a_backup_that_does_not_come_back_gets_no_name(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk spoils between writing and trial is no backup, and the older one stays."""
    await store_notes(data, NOTES_KEPT)
    file = tmp_path / "b.tar.gz"
    file.write_bytes(b"the one of yesterday")
    prove = backing_up.prove

    def spoilt(path: Path, *rest: object) -> None:
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        prove(path, *rest)  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr(backing_up, "prove", spoilt)
    with pytest.raises(BackupFailed, match="on trial"):
        made(data, file)
    assert file.read_bytes() == b"the one of yesterday"
    assert [each.name for each in files(tmp_path, "*")] == ["b.tar.gz", "data"]
    assert not (data / "backup-work").exists()


async def test_a_backup_is_private(data: Path, tmp_path: Path) -> None:
    """Only its owner may read it, and the folder that was made for it."""
    await store_notes(data, {"5": Note()})
    made(data, tmp_path / "new" / "b.tar.gz")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "new" / "b.tar.gz").stat().st_mode) == 0o600


async def test_what_is_deleted_is_in_no_later_backup(data: Path, tmp_path: Path) -> None:
    """A backup holds what was there when it was made, and nothing from before."""
    await store_notes(data, {"5": Note(text="RAHASIA"), "6": Note()})
    store, _ = await opened(data)
    await store.update(NOTES, "5", lambda _: (Drop(), None))
    await store.update(NOTES, "7", lambda _: (Put(Note()), None))
    await store.close()
    made(data, tmp_path / "b.tar.gz")
    assert list(checked(tmp_path / "b.tar.gz").sums) == ["notes/6.json", "notes/7.json"]


async def test_documents_of_a_newer_program_are_backed_up_too(data: Path, tmp_path: Path) -> None:
    """Kinds and versions this program does not know lose nothing by it."""
    store = tiny_store(data, [NOTES])
    await store.open()
    await store.close()
    newer = data / "futures" / "05" / "5.json"
    newer.parent.mkdir(parents=True)
    newer.write_text(json.dumps({"_default": {"1": {"version": 9, "x": 1}}}))
    made(data, tmp_path / "b.tar.gz")
    (tmp_path / "other").mkdir()
    with (tmp_path / "b.tar.gz").open("rb") as stream:
        restore(tmp_path / "other", Backup(stream), NOW)
    assert [each.name for each in documents(tmp_path / "other")] == ["futures/5.json"]


class TestEncrypted:
    """Backups for a public key, whose private one is elsewhere."""

    @pytest.fixture
    def key(self, tmp_path: Path) -> tuple[str, Path]:
        """A public key, and the file of its private one as age-keygen writes it."""
        age = pytest.importorskip("pyrage", reason="the extra 'encryption' is not installed")
        identity = age.x25519.Identity.generate()
        file = tmp_path / "kunci.txt"
        file.write_text(f"# public key: {identity.to_public()}\n{identity}\n")
        return str(identity.to_public()), file

    async def test_only_the_private_key_opens_it(
        self, data: Path, tmp_path: Path, key: tuple[str, Path]
    ) -> None:
        """It is tried without that key, says nothing to whoever has none, and comes back whole."""
        recipient, private = key
        await store_notes(data, NOTES_KEPT)
        file = tmp_path / "b.tar.gz.age"
        made(data, file, recipient)
        assert b"notes" not in file.read_bytes()
        assert checked(file, private).problems == []
        with pytest.raises(BackupUnusable, match="encrypted"):
            checked(file)
        private.write_text(str(pytest.importorskip("pyrage").x25519.Identity.generate()))
        with pytest.raises(BackupUnusable, match="this key"):
            checked(file, private)
        private.write_text("nothing")
        with pytest.raises(BackupUnusable, match="no private key"):
            checked(file, private)

    def test_a_cut_one_is_told(self, tmp_path: Path, key: tuple[str, Path]) -> None:
        """What cannot be decrypted to its end is named, with the document it breaks off in."""
        recipient, private = key
        plain, file = tmp_path / "plain", tmp_path / "b.age"
        with plain.open("wb") as sink:
            contents = [
                BackedUpDocument(
                    "notes", f"{key:05}", canonical({"version": 2, "text": str(hash(key * 7.1))})
                )
                for key in range(3000)
            ]
            pack(lambda: iter(contents), sink, NOW)
        seal(plain, file, recipient)
        file.write_bytes(file.read_bytes()[:-9])
        named = {problem.name for problem in checked(file, private).problems}
        assert FILE in named
        assert any(name.startswith("notes/") for name in named)
