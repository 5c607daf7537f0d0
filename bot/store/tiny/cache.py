"""The index cache: what the index knew, on disk, so that a start need not read every document.

It is safe to delete and never trusted by itself: an entry counts only while the document's file
still has the identity it had. Must never make a start fail.
"""

from pathlib import Path
from typing import Any, Final

import orjson

from bot.errors import StoreUnavailable
from bot.store.base import Kind
from bot.store.facts import shared
from bot.store.tiny.documents import FoundFile
from bot.store.tiny.index import IndexEntry
from bot.store.writer.atomic import Folder

# Two changes within one tick of the file system's clock can look alike (git calls such a file
# "racily clean"); the coarsest common clock, FAT's, ticks every two seconds.
RACE: Final = 2_000_000_000


class Cache:
    """Entries as they were when the cache was saved."""

    def __init__(self, entries: dict[str, IndexEntry], saved: int) -> None:
        self._entries = entries
        self._saved = saved

    def entry(self, found: FoundFile) -> IndexEntry | None:
        """Give the entry of a file that has not changed since; None if it must be read."""
        if found.changed >= self._saved - RACE:
            return None
        entry = self._entries.get(found.key)
        return entry if entry is not None and entry.identity == found.identity else None


def load_cache(folder: Path, kind: Kind[Any]) -> Cache:
    """Give the cache of a kind; an empty one if there is none for this form of documents and facts."""
    try:
        with (folder / _name(kind)).open("rb") as lines:
            header = orjson.loads(next(lines))
            if header["form"] != _form(kind):
                return Cache({}, 0)
            width = len(kind.facts)
            entries = [_entry(orjson.loads(line), width) for line in lines]
        if len(entries) != header["entries"]:
            return Cache({}, 0)
        return Cache({entry.key: entry for entry in entries}, int(header["saved"]))
    except (OSError, ValueError, TypeError, LookupError, StopIteration):
        return Cache({}, 0)  # whatever is wrong with it, the documents know better


def save_cache(folder: Path, kind: Kind[Any], entries: list[IndexEntry], saved: int) -> None:
    """Write the entries; raises StoreUnavailable.

    `saved` is a time before they were taken, in nanoseconds since 1970 as files are stamped.
    """
    header = {"form": _form(kind), "saved": saved, "entries": len(entries)}
    lines = [orjson.dumps(header)]
    lines += [orjson.dumps([e.key, e.identity, *e.facts]) for e in entries]
    place = Folder(str(folder))
    try:
        place.replace(_name(kind), b"\n".join(lines))
    except OSError as error:
        raise StoreUnavailable(folder / _name(kind), str(error)) from error


def _entry(row: list[Any], width: int) -> IndexEntry:
    key, identity, *values = row
    if len(values) != width:
        raise ValueError("another number of facts")
    return IndexEntry(key, tuple(map(shared, values)), identity)


def _form(kind: Kind[Any]) -> list[Any]:
    """Say what entries tell: another version of documents or facts, or another fact, makes them void."""
    facts = ([fact.name, fact.type.__name__] for fact in kind.facts)
    return [kind.version, kind.facts_version, *facts]


def _name(kind: Kind[Any]) -> str:
    return f"{kind.name}.jsonl"
