"""Damaged documents: reported, refused and kept, while everyone else is served."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.errors import DocumentDamaged, StoreDamaged
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import tiny_store
from tests.delivery.teachers import teacher
from tests.store.note_files import file_of, files, opened, store_notes
from tests.store.notes import NOTES, SCHOOL, Note, add_tag

DAMAGES = {
    "empty": b"",
    "torn": b'{"_default": {"1": {"version": 2, "te',
    "tail of an older file": b'{"_default": {"1": {"version": 2}}}}}',
    "no document": b'{"_default": {}}',
    "no table": b"{}",
    "list": b"[1]",
    "document is no mapping": b'{"_default": {"1": 5}}',
    "binary": bytes(range(256)),
}


OWNERS = {str(5 + 256 * number): damage for number, damage in enumerate(DAMAGES.values())}
"""Whose file is damaged, and what is in it then."""


async def test_damaged_files_are_set_aside(data: Path) -> None:
    """Each is reported and refused, its bytes are kept under a telling name, others are served."""
    await store_notes(data, {**dict.fromkeys(OWNERS, Note(text="five")), "6": Note(text="six")})
    paths = {key: file_of(data, key) for key in OWNERS}
    for key, damage in OWNERS.items():
        paths[key].write_bytes(damage)
    for _ in range(2):  # the second start knows it too
        store, report = await opened(data)
        told = {error.key: error for error in report.damaged}
        assert (len(report.damaged), set(told)) == (len(OWNERS), set(OWNERS))
        for key, damage in OWNERS.items():
            error = told[key]
            assert error.kind == "notes"
            assert error.path.name.startswith(f"{key}.json.damaged-")
            assert error.path.parent == paths[key].parent
            assert error.path.read_bytes() == damage
            for refused in (store.get(NOTES, key), store.update(NOTES, key, add_tag)):
                with pytest.raises(DocumentDamaged, match=f"key={key}"):
                    await refused
        assert await store.get(NOTES, "6") == Note(text="six")
        assert await store.count(NOTES) == report.documents == 1
        await store.close()
    assert not any(path.exists() for path in paths.values())


async def test_damage_met_while_running_is_set_aside(data: Path) -> None:
    """A file that is damaged under the running store is refused from then on, and not found."""
    await store_notes(data, {"5": Note(school="s1")})
    store, _ = await opened(data)
    path = file_of(data, "5")
    path.write_bytes(b"")
    for refused in (store.update(NOTES, "5", add_tag), store.get(NOTES, "5")):
        with pytest.raises(DocumentDamaged):
            await refused
    assert await store.find(NOTES, SCHOOL.equals("s1")) == []
    await store.close()
    store, report = await opened(data)
    assert [error.key for error in report.damaged] == ["5"]
    await store.close()


async def test_a_good_file_in_its_place_repairs_a_document(data: Path) -> None:
    """After a restart the restored document is served, whatever was set aside."""
    await store_notes(data, {"5": Note(text="good")})
    path = file_of(data, "5")
    good = path.read_bytes()
    path.write_bytes(b"")
    store, report = await opened(data)
    assert len(report.damaged) == 1
    await store.close()
    path.write_bytes(good)
    store, report = await opened(data)
    assert report.damaged == ()
    assert await store.get(NOTES, "5") == Note(text="good")
    await store.close()


def change_record(path: Path, **changes: Any) -> None:
    tables = json.loads(path.read_text())
    tables["_default"]["1"].update(changes)
    path.write_text(json.dumps(tables))


CHANGES: dict[str, dict[str, Any]] = {
    "5": {"text": 5},
    "6": {"unknown": 1},
    "7": {"version": 0},
    "8": {"version": "2"},
    "9": {"version": 1},
}


async def test_documents_that_make_no_sense_are_refused_in_place(data: Path) -> None:
    """A well-formed record that cannot be decoded is refused, but left for a corrected program."""
    await store_notes(data, dict.fromkeys(CHANGES, Note(text="five")))
    paths = {key: file_of(data, key) for key in CHANGES}
    good = {path: path.read_bytes() for path in paths.values()}
    for key, changes in CHANGES.items():
        change_record(paths[key], **changes)
    strange = {path: path.read_bytes() for path in paths.values()}
    assert not strange.items() & good.items()
    store, report = await opened(data)
    assert sorted((error.key, error.path) for error in report.damaged) == sorted(paths.items())
    for key in CHANGES:
        with pytest.raises(DocumentDamaged):
            await store.update(NOTES, key, add_tag)
    await store.close()
    assert {path: path.read_bytes() for path in paths.values()} == strange
    for path, content in good.items():
        path.write_bytes(content)
    store, report = await opened(data)
    assert report.damaged == ()
    await store.close()


def write_many(data: Path, *, good: int, damaged: int) -> None:
    """Write documents by hand: thousands of durable updates would take seconds."""
    record = json.dumps({"_default": {"1": {"version": 2, "text": "x"}}})
    for number in range(good + damaged):
        path = data / "notes" / f"{number % 256:02x}" / f"{number}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(record if number < good else "")


async def test_a_damaged_disk_is_not_opened(data: Path) -> None:
    """With more than 20 files and 1 % damaged the store refuses to open and touches nothing."""
    write_many(data, good=1000, damaged=21)
    store = tiny_store(data, [NOTES])
    with pytest.raises(StoreDamaged) as caught:
        await store.open()
    assert (caught.value.damaged, caught.value.documents) == (21, 1021)
    await store.close()
    assert len(files(data, "notes/*/*.json")) == 1021
    assert files(data, "notes/*/*.damaged-*") == []


@pytest.mark.parametrize(("good", "damaged"), [(10, 20), (2100, 21)])
async def test_a_few_damaged_files_are_tolerated(data: Path, good: int, damaged: int) -> None:
    """Up to 20 damaged files, or up to 1 %, do not keep the others from being served."""
    write_many(data, good=good, damaged=damaged)
    store, report = await opened(data)
    assert (report.documents, len(report.damaged)) == (good, damaged)
    await store.close()


async def test_a_document_under_another_key_is_not_served(tmp_path: Path) -> None:
    """One person's file copied over another's is nobody's: it is named, and stays where it is."""
    store = tiny_store(tmp_path, KINDS)
    await store.open()
    for number in (5, 6):
        await store.update(PEOPLE, str(number), lambda _, n=number: (Put(teacher(n)), None))  # type: ignore[misc] # bound by its default
    await store.close()
    five, six = (next(tmp_path.glob(f"people/*/{number}.json")) for number in (5, 6))
    five.write_bytes(six.read_bytes())
    again = tiny_store(tmp_path, KINDS)
    await again.open()
    with pytest.raises(DocumentDamaged, match="belongs to 6"):
        await again.get(PEOPLE, "5")
    assert await again.get(PEOPLE, "6") == teacher(6)
    assert five.exists()
    await again.close()
