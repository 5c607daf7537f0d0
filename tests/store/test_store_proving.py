"""A start without the index cache: it looks at the facts alone, and the rest is proved afterwards."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.errors import DocumentDamaged
from bot.store.base import Fault, Kind
from bot.store.facts import Equal
from bot.store.tiny import proving
from bot.store.tiny.store import CACHE_NAME, TinyStore, tiny_store
from tests.store.notes import Note, add_tag, decode, encode, put

HOUR_NS = 3_600 * 10**9

TOWN = Equal[Note, str]("school", str, lambda note: note.school, lambda form: form["school"])
LISTED: Kind[Note] = Kind(name="listed", version=1, encode=encode, decode=decode, facts=(TOWN,))


def written(data: Path, *forms: Any) -> None:
    """Write documents 0, 1 … by hand, an hour old: the cache does not trust what is younger than itself."""
    for key, form in enumerate(forms):
        path = data / "listed" / f"{key:02x}" / f"{key}.json"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps({"_default": {"1": form}}))
        status = path.stat()
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - HOUR_NS))


def form(**fields: Any) -> dict[str, Any]:
    return {"version": 1, "text": "x", "school": "s1", **fields}


async def opened(data: Path) -> tuple[TinyStore, int, list[Fault]]:
    """Open a store; give it with the number of documents it read and the faults told afterwards."""
    store, faults = tiny_store(data, [LISTED]), list[Fault]()
    report = await store.open()
    assert report.damaged == ()
    store.listen(faults.append, lambda _: None)
    return store, report.read, faults


async def test_what_makes_no_sense_is_told_once_it_is_proved(data: Path) -> None:
    """A document is found by its facts first, and refused when what else it holds was looked at."""
    written(data, form(), form(text=5))
    store, _, faults = await opened(data)
    assert sorted(await store.find(LISTED, TOWN.equals("s1"))) == ["0", "1"]
    await store.prove()
    assert [fault.key for fault in faults] == ["1"]
    assert await store.find(LISTED, TOWN.equals("s1")) == ["0"]
    assert store.unreadable(LISTED) == 1
    await store.close()


async def test_whoever_asks_first_is_refused_at_once(data: Path) -> None:
    """Nobody is served from a document that makes no sense, proved or not; it is told once."""
    written(data, form(text=5))
    store, _, faults = await opened(data)
    with pytest.raises(DocumentDamaged):
        await store.get(LISTED, "0")
    await store.prove()
    assert len(faults) == 1
    await store.close()


@pytest.mark.parametrize("fields", [{"school": 7}, {"due": "x", "school": 0}, {"version": "1"}])
async def test_facts_that_cannot_be_told_are_asked_of_the_value(
    data: Path, fields: dict[str, Any]
) -> None:
    """A form whose facts are missing or of another type is read in full when the store opens."""
    written(data, {**form(**fields)})
    store = tiny_store(data, [LISTED])
    report = await store.open()
    (collection,) = store._collections.values()
    assert report.read + len(report.damaged) == 1
    assert not collection.unproved
    await store.close()


async def test_the_cache_knows_what_is_proved_alone(data: Path) -> None:
    """What was not read in full before the end is looked at again by the next start."""
    written(data, form(), form(), form())
    for proves, expected in ((False, 3), (True, 3), (False, 0)):
        store, read, _ = await opened(data)
        assert read == expected
        if proves:
            await store.prove()
        await store.close()
    assert (data / CACHE_NAME).exists()


async def test_a_change_proves_a_document(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read or written meanwhile is not read once more, and the cache knows it as it is now."""
    monkeypatch.setattr(proving, "PROVED_TOGETHER", 1)
    written(data, form(), form())
    store, _, faults = await opened(data)
    await store.update(LISTED, "0", add_tag)
    await store.update(LISTED, "1", put(Note(school="s2")))
    (collection,) = store._collections.values()
    assert not collection.unproved
    await store.prove()
    assert await store.find(LISTED, TOWN.equals("s2")) == ["1"]
    assert not faults
    identities = {entry.key: entry.identity for entry in collection.index.entries()}
    assert all(identities.values())
    await store.close()
