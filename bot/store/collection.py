"""A collection: the documents of one kind with their index, one operation at a time.

Everything here runs in a worker thread and holds the document's lock from reading to the index,
so that an abandoned caller cannot let a second update in. Must not know asyncio.
"""

from collections.abc import Callable, MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from tinydb import TinyDB
from tinydb.table import Document

from bot.errors import DocumentDamaged, DocumentTooNew, StoreUnavailable
from bot.store.base import Decision, Drop, Kind, Put
from bot.store.cache import Cache
from bot.store.documents import DOCUMENT, Documents, DocumentStorage, Found, database
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
            if not self._documents.exists(key):  # else a good file was put in its place
                self._mark(key, path, "set aside earlier")
        return fresh

    def set_aside(self) -> None:
        """Rename the files that `open` could not read."""
        while self._unreadable:
            self._set_aside(*self._unreadable.popitem())

    def get(self, key: str) -> T | None:
        """Give a document's value, None if there is none."""
        with self._locks.of(key):
            return self._load(key, database(self._documents.storage(key)))

    def update(self, key: str, decide: Decision[T, R]) -> R:
        """Read, decide and write one document; see `Store.update`."""
        with self._locks.of(key):
            storage = self._documents.storage(key)
            document = database(storage)
            old = self._load(key, document)
            write, answer = decide(old)
            if isinstance(write, Put):
                self._put(key, write.value, storage, document)
            elif isinstance(write, Drop) and old is not None:
                self._drop(key)
            return answer

    def close(self) -> None:
        """Release what is held open."""
        self._documents.close()

    def _put(self, key: str, value: T, storage: DocumentStorage, document: TinyDB) -> None:
        record = to_record(self.kind, value)
        summary = self.kind.summarise(value)
        try:
            if storage.read() is None:
                document.insert(Document(record, DOCUMENT))
            else:
                document.update(_replacement(record), doc_ids=[DOCUMENT])
        finally:
            # Also when the folder's fsync failed: the file is the new one then, and the index
            # says what the files say.
            if storage.identity is not None:
                self.index.put(Entry(key, summary, storage.identity))

    def _drop(self, key: str) -> None:
        try:
            self._documents.remove(key)
        finally:
            if not self._documents.exists(key):  # even if the folder's fsync failed
                self.index.drop(key)

    def _load(self, key: str, document: TinyDB) -> T | None:
        if key in self.damaged:
            raise replace(self.damaged[key])  # a new error: an old one drags its traceback along
        try:
            record = document.get(doc_id=DOCUMENT)
        except ValueError as error:
            raise self._set_aside(key, error) from error
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
            record = database(self._documents.storage(key)).get(doc_id=DOCUMENT)
            if record is None:
                return None  # a file put into the wrong folder: no document of ours
            value = self._value(key, record)
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
