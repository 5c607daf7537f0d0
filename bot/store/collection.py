"""A collection: the documents of one kind with their index, one operation at a time.

An operation holds the document's lock from reading to the index, and decides on the event loop:
decisions are pure and short. It must be carried to its end even if its caller gives up, else a
second update could come in before the first is written; `tiny` sees to that. Opening runs in a
thread.
"""

import asyncio
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from tinydb.table import Document

from bot.errors import DocumentDamaged, DocumentTooNew, StoreUnavailable
from bot.store.base import Decision, Drop, Kind, Put
from bot.store.cache import Cache
from bot.store.documents import DOCUMENT, Documents, Found, Staged, database
from bot.store.index import Entry, Index
from bot.store.locks import Locks
from bot.store.record import from_record, to_record

T = TypeVar("T")
R = TypeVar("R")


class Collection(Generic[T]):
    """All documents of one kind."""

    def __init__(self, kind: Kind[T], documents: Documents) -> None:
        self.kind: Final = kind
        self.index: Final = Index()
        self.damaged: Final[dict[str, DocumentDamaged]] = {}
        self.too_new: Final[dict[str, DocumentTooNew]] = {}
        self.read = 0  # documents that the cache did not know
        self.written = 0  # changes carried out since the start
        self._documents: Final = documents
        self._locks: Final = Locks()
        self._unreadable: Final[dict[str, ValueError]] = {}

    def open(self, cache: Cache) -> int:
        """Meet every document and fill the index; say how many turned out to be damaged.

        Renames none of them: call `set_aside` if the disk as a whole can be trusted.
        """
        entries: list[Entry] = []
        aside: list[tuple[str, Path]] = []
        for found in self._documents.scan():
            if found.set_aside is not None:
                aside.append((found.key, found.set_aside))
            elif entry := cache.entry(found) or self._read_entry(found):
                entries.append(entry)
        self.index.fill(entries)
        fresh = len(self.damaged) + len(self._unreadable)
        for key, path in aside:
            if self._documents.identity(key) is None:  # else a good file was put in its place
                self._mark(key, path, "set aside earlier")
        return fresh

    def set_aside(self) -> None:
        """Rename the files that `open` could not read."""
        while self._unreadable:
            self._set_aside(*self._unreadable.popitem())

    async def get(self, key: str) -> T | None:
        """Give a document's value, None if there is none."""
        async with self._locks.of(key):
            return self._value_of(key, await self._fetch(key))

    async def update(self, key: str, decide: Decision[T, R]) -> R:
        """Read, decide and write one document; see `Store.update`."""
        async with self._locks.of(key):
            staged = await self._fetch(key)
            old = self._value_of(key, staged)
            write, answer = decide(old)
            if isinstance(write, Put):
                await self._put(key, write.value, staged)
            elif isinstance(write, Drop) and old is not None:
                await self._drop(key)
            return answer

    async def _put(self, key: str, value: T, staged: Staged) -> None:
        record = to_record(self.kind, value)
        summary = self.kind.summarise(value)
        document = database(staged)
        if staged.read() is None:
            document.insert(Document(record, DOCUMENT))
        else:
            document.update(_replacement(record), doc_ids=[DOCUMENT])
        try:
            identity = await self._documents.keep(key, staged.written)
        except StoreUnavailable:
            await asyncio.to_thread(self._look_again, key)
            raise
        self.index.put(Entry(key, summary, identity))
        self.written += 1

    async def _drop(self, key: str) -> None:
        try:
            await self._documents.remove(key)
        except StoreUnavailable:
            await asyncio.to_thread(self._look_again, key)
            raise
        self.index.drop(key)
        self.written += 1

    def _look_again(self, key: str) -> None:
        """Have the index say what the document says after a write that may have happened or not.

        The folder's fsync may have failed, or the writer may have died before it answered.
        """
        with suppress(StoreUnavailable, ValueError, DocumentDamaged, DocumentTooNew):
            identity = self._documents.identity(key)
            value = self._value_of(key, Staged(self._documents.load(key)))
            if identity is None or value is None:
                self.index.drop(key)
            else:
                self.index.put(Entry(key, self.kind.summarise(value), identity))

    async def _fetch(self, key: str) -> Staged:
        if key in self.damaged:
            raise replace(self.damaged[key])  # a new error: an old one drags its traceback along
        try:
            return Staged(await self._documents.fetch(key))
        except ValueError as error:
            raise await asyncio.to_thread(self._set_aside, key, error) from error

    def _value_of(self, key: str, staged: Staged) -> T | None:
        record = database(staged).get(doc_id=DOCUMENT)
        return None if record is None else self._value(key, record)

    def _value(self, key: str, record: dict[str, Any]) -> T:
        try:
            return from_record(self.kind, key, record)
        except ValueError as error:
            # Well-formed, so perhaps the program is wrong and not the file: it stays in place,
            # and a corrected program serves it again.
            raise self._mark(key, self._documents.path(key), str(error)) from error

    def _read_entry(self, found: Found) -> Entry | None:
        """Give the entry of a document the cache does not know; None if it is not served."""
        key = found.key
        try:
            value = self._value_of(key, Staged(self._documents.load(key)))
            if value is None:
                return None  # a file put into the wrong folder: no document of ours
        except ValueError as error:
            self._unreadable[key] = error
        except StoreUnavailable as error:
            self._mark(key, error.path, error.cause)  # one bad sector, or another owner
        except DocumentDamaged:
            pass  # marked
        except DocumentTooNew as error:
            self.too_new[key] = error
        else:
            self.read += 1
            return Entry(key, self.kind.summarise(value), found.identity)
        return None

    def _set_aside(self, key: str, error: ValueError) -> DocumentDamaged:
        return self._mark(key, self._documents.set_aside(key), str(error))

    def _mark(self, key: str, path: Path, reason: str) -> DocumentDamaged:
        self.index.drop(key)
        self.damaged[key] = DocumentDamaged(self.kind.name, key, path, reason)
        return replace(self.damaged[key])


def _replacement(record: dict[str, Any]) -> Callable[[MutableMapping[str, Any]], None]:
    """Make a TinyDB operation that replaces a document: `upsert` would keep removed fields."""

    def replace_all(document: MutableMapping[str, Any]) -> None:
        document.clear()
        document.update(record)

    return replace_all
