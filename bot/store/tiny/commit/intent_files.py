"""Intents as files: `<data>/commit-intents/<name>.json`, one for each commit that is being carried out.

The first line says which form the rest has and what its checksum is; the rest is JSON and holds the
new content of every document, null for one that is deleted. Written and removed by the writer. Must
not know what an intent is for.
"""

import asyncio
import os
import time
import zlib
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

import orjson

from bot.errors import CommitTooNew
from bot.store.base import KEY_PATTERN
from bot.store.codec.record import VERSION
from bot.store.tiny.commit.intent import IntentPart
from bot.store.tiny.documents import Tables, record_of
from bot.store.tiny.files import DAMAGED_MARK, SUFFIX, ask
from bot.store.writer.atomic import LEFTOVER, Folder
from bot.store.writer.main import REMOVE, REPLACE
from bot.store.writer.process import WriterProcess

INTENTS_NAME: Final = "commit-intents"  # no kind can have this name
INTENT_VERSION: Final = 1


class Wanted(NamedTuple):
    """What an intent on disk wants of one document; no tables: it is deleted."""

    kind: str
    key: str
    version: int  # of the record; 0 if there is none
    tables: Tables | None


class Unfinished(NamedTuple):
    """An intent met at start, or what is wrong with it."""

    name: str
    wanted: tuple[Wanted, ...]
    damage: str = ""


def to_bytes(parts: Iterable[IntentPart]) -> bytes:
    """Give the stored form of an intent."""
    documents = [
        {
            "kind": holder.kind.name,
            "key": key,
            "content": None if content is None else orjson.Fragment(content),
        }
        for holder, key, content in parts
    ]
    body = orjson.dumps({"documents": documents}, option=orjson.OPT_APPEND_NEWLINE)
    return orjson.dumps({"form": INTENT_VERSION, "checksum": zlib.crc32(body)}) + b"\n" + body


def from_bytes(path: Path, content: bytes) -> tuple[Wanted, ...]:
    """Read the stored form; raises ValueError if it is damaged, CommitTooNew."""
    header, _, body = content.partition(b"\n")
    try:
        form, checksum = (orjson.loads(header)[name] for name in ("form", "checksum"))
        if form > INTENT_VERSION:
            raise CommitTooNew(path, form, INTENT_VERSION)
        if zlib.crc32(body) != checksum:
            raise ValueError("its checksum is another")
        return tuple(map(_wanted, orjson.loads(body)["documents"]))
    except (LookupError, TypeError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _wanted(entry: dict[str, Any]) -> Wanted:
    kind, key, tables = str(entry["kind"]), entry["key"], entry["content"]
    if not KEY_PATTERN.fullmatch(key):
        raise ValueError("names no document")
    version = 0 if tables is None else int(record_of(tables)[VERSION])
    return Wanted(kind, key, version, tables)


class IntentFiles:
    """The intents of one data directory."""

    def __init__(self, data: Path, writer: WriterProcess) -> None:
        self.path: Final = data / INTENTS_NAME
        self._data: Final = data
        self._writer: Final = writer
        self._numbers: Final = count()

    def new_name(self) -> str:
        """Give a name that no intent has had; later ones come later in order."""
        return f"{time.time_ns():020d}-{next(self._numbers)}"

    async def keep(self, name: str, parts: Iterable[IntentPart]) -> None:
        """Write an intent's file; raises OSError, StoreUnavailable."""
        await self._ask(REPLACE, name, to_bytes(parts))

    async def remove(self, name: str) -> None:
        """Remove an intent's file; raises OSError, StoreUnavailable."""
        try:
            await self._ask(REMOVE, name, b"")
        except FileNotFoundError:
            return

    async def exists(self, name: str) -> bool:
        """Say whether an intent's file can be seen."""
        return await asyncio.to_thread(os.path.lexists, self._file(name))

    def _file(self, name: str) -> str:
        return f"{self.path}/{name}{SUFFIX}"

    async def _ask(self, operation: int, name: str, content: bytes) -> None:
        await ask(self._writer, self._data, (operation, self._file(name), content))

    def unfinished(self) -> Iterator[Unfinished]:
        """Read the intents that an earlier process left; one that is damaged is set aside.

        Call while nobody works. Raises CommitTooNew for a form of intents of a newer program.
        """
        if not self.path.is_dir():
            return
        folder = Folder(str(self.path))
        for file in sorted(os.listdir(self.path)):  # noqa: PTH208 - names, not paths
            name, suffix, rest = file.partition(SUFFIX)
            if rest == LEFTOVER:  # it was never decided
                (self.path / file).unlink(missing_ok=True)
            elif suffix and not rest:
                try:
                    wanted = from_bytes(self.path / file, folder.read(file) or b"")
                    yield Unfinished(name, wanted)
                except (ValueError, OSError) as error:
                    yield Unfinished(name, (), str(error))

    def set_aside(self, name: str) -> Path:
        """Rename a damaged intent so that it is kept and no longer met, and say where it is."""
        aside = time.strftime(f"{name}{DAMAGED_MARK}%Y%m%dT%H%M%SZ", time.gmtime())
        try:
            Folder(str(self.path)).rename(name + SUFFIX, aside)
        except OSError:
            return self.path / (name + SUFFIX)  # it stays, and counts for nothing all the same
        return self.path / aside


class IntentMemories:
    """Intents of documents in memory: a process that ends leaves nothing that could be a half."""

    path: Final = Path("memory", INTENTS_NAME)

    def new_name(self) -> str:
        """Give no name: none is kept."""
        return ""

    async def keep(self, name: str, parts: Iterable[IntentPart]) -> None:
        """Keep nothing."""

    async def remove(self, name: str) -> None:
        """Remove nothing."""

    async def exists(self, name: str) -> bool:  # noqa: ARG002 - no name is kept
        """Find none."""
        return False

    def unfinished(self) -> Iterator[Unfinished]:
        """Find nothing."""
        return iter(())

    def set_aside(self, name: str) -> Path:
        """Never needed."""
        return self.path / name
