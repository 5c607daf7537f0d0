"""Commits of notes and their intents, as a process leaves them that is cut off; what is found of either. Tests nothing."""

import json
import zlib
from pathlib import Path
from typing import Any

from bot.store.base import Kind, Plan, Put, Ref, Write
from bot.store.tiny.store import TinyStore
from tests.store.note_files import store_notes
from tests.store.notes import NOTES, SCHOOL, Note

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
