"""A collection: the documents of one kind with their index, one operation at a time.

An operation holds the document's lock from reading to the index, and decides on the event loop:
decisions are pure and short. It must be carried to its end even if its caller gives up, else a
second update could come in before the first is written; `tiny` sees to that. Opening runs in a
thread.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from bot.errors import DocumentDamaged, DocumentTooNew, DocumentUnwritable, StoreUnavailable
from bot.store.base import Decision, Drop, Fault, Kind, Put, Write
from bot.store.codec.record import from_record, to_record, values_in, values_of
from bot.store.locks import Locks
from bot.store.tiny.cache import Cache
from bot.store.tiny.commit.claims import Claims
from bot.store.tiny.commit.intent import DocumentChange, Intent
from bot.store.tiny.documents import Documents, Staged, Tables, Unlisted, replaced
from bot.store.tiny.index import Index, IndexEntry

T = TypeVar("T")
R = TypeVar("R")

UNKNOWN: Final = ""  # the identity of a version that was not stored as one thinks


class Collection(Generic[T]):
    """All documents of one kind."""

    def __init__(self, kind: Kind[T], documents: Documents) -> None:
        self.kind: Final = kind
        self.index: Final = Index(kind)
        self.damaged: Final[dict[str, DocumentDamaged]] = {}
        self.too_new: Final[dict[str, DocumentTooNew]] = {}
        self.unlisted: Final[list[DocumentDamaged]] = []  # folders, each of many documents
        self.unproved: Final[dict[str, str]] = {}  # see `proving`; with their identities
        self.on_fault: Callable[[Fault], None] = lambda _: None  # told while the store is open
        self.read = 0  # documents that the cache did not know
        self.written = 0  # changes carried out since the start
        self._documents: Final = documents
        self._locks: Final = Locks()
        self._unreadable: Final[dict[str, ValueError]] = {}
        self._refused: Final[set[str]] = set()  # damaged, but looked at again when asked for
        self._doubtful: Final[set[str]] = set()  # perhaps written, perhaps not, perhaps yet to be
        self.claims: Final = Claims(kind, documents, self.index, self._tell)

    def _tell(self, fault: Fault) -> None:
        self.on_fault(fault)  # who listens comes later

    def open(self, cache: Cache) -> int:
        """Meet every document and fill the index; say how many turned out to be damaged.

        Renames none of them: call `set_aside` if the disk as a whole can be trusted.
        """
        entries: list[IndexEntry] = []
        aside: list[tuple[str, Path]] = []
        for found in self._documents.scan():
            if isinstance(found, Unlisted):
                place = found.path
                self.unlisted.append(
                    DocumentDamaged(self.kind.name, place.name, place, found.reason)
                )
            elif found.key in self.claims:
                continue
            elif found.set_aside is not None:
                aside.append((found.key, found.set_aside))
            elif entry := cache.entry(found) or self._read_entry(found.key, found.identity):
                entries.append(entry)
        claimed = (self._read_entry(key, UNKNOWN) for key in self.claims)
        entries += [entry for entry in claimed if entry]
        self.index.fill(entries)
        fresh = len(self.damaged) + len(self._unreadable) + len(self.unlisted)
        for key, path in aside:
            if key not in self.damaged and not self._is_there(key):  # else a good file is back
                self._mark(key, path, "set aside earlier")
        return fresh

    @property
    def faulty(self) -> tuple[DocumentDamaged, ...]:
        """What is damaged: folders, then documents."""
        return (*self.unlisted, *self.damaged.values())

    def _is_there(self, key: str) -> bool:
        try:
            return self._documents.identity(key) is not None
        except OSError:
            return False

    def set_aside(self) -> None:
        """Rename the files that `open` could not read."""
        while self._unreadable:
            key, error = self._unreadable.popitem()
            self._mark(key, self._path_aside(key), str(error))

    async def get(self, key: str) -> T | None:
        """Give a document's value, None if there is none."""
        async with self._locks.of(key):
            return self._value_of(key, await self._fetch(key))

    async def update(self, key: str, decide: Decision[T, R]) -> R:
        """Read, decide and write one document; see `Store.update`."""
        async with self._locks.of(key):
            staged = await self._fetch(key)
            write, answer = decide(self._value_of(key, staged))
            if change := self.change(key, write, staged):
                await self.carry_out(change)
            return answer

    def lock(self, key: str) -> asyncio.Lock:
        """Give a document's lock. All that follows is for whoever holds it."""
        return self._locks.of(key)

    async def look(self, key: str) -> tuple[Staged, T | None]:
        """Give a document as it is kept, and its value."""
        staged = await self._fetch(key)
        return staged, self._value_of(key, staged)

    def change(self, key: str, write: Write[T], staged: Staged) -> DocumentChange | None:
        """Say what a write makes of a document; None if nothing is to be done."""
        if isinstance(write, Drop) and staged.read() is not None:
            return DocumentChange(key, None, None)
        if not isinstance(write, Put):
            return None
        tables = replaced(staged, to_record(self.kind, write.value))
        facts = self.kind.values_of(write.value)
        return DocumentChange(key, self._documents.dump(tables), facts)

    async def carry_out(self, change: DocumentChange) -> None:
        """Make one change, and nothing together with it."""
        key, content, _ = change
        if key in self.claims:
            await self.claims.free(key)
        identity = await self._carried_out(key, self.claims.write(key, content))
        self._know(change, identity or UNKNOWN)

    def _know(self, change: DocumentChange, identity: str) -> None:
        if change.facts is None:
            self.index.drop(change.key)
        else:
            self.index.put(IndexEntry(change.key, change.facts, identity))
        self.written += 1

    def decided(self, change: DocumentChange, intent: Intent) -> None:
        """Take a change for made: an intent that is durable sees to it."""
        self._doubtful.discard(change.key)
        self.claims.put(change.key, intent, change.content)
        self._know(change, UNKNOWN)

    def dump(self, tables: Tables) -> bytes:
        """Give the form in which a document's tables are kept."""
        return self._documents.dump(tables)

    async def _carried_out(self, key: str, work: Awaitable[R]) -> R:
        """Wait for a change. When it fails, have the index say what the document says now."""
        try:
            done = await work
        except StoreUnavailable:
            await self._look_again(key)
            self._doubtful.add(key)  # a request that hangs may be carried out yet
            raise
        except OSError as error:
            await self._look_again(key)
            self._doubtful.add(key)
            path = self._documents.path(key)
            fault = DocumentUnwritable(self.kind.name, key, path, str(error))
            self.on_fault(fault)
            raise fault from error
        self._doubtful.discard(key)
        return done

    async def look_again(self) -> None:
        """Find out what became of changes nobody was sure of, and of documents that were refused.

        For when the disk answers again.
        """
        for key in tuple(self._doubtful):
            async with self._locks.of(key):
                self._doubtful.discard(key)
                await self._look_again(key)
        for key in tuple(self._refused):
            async with self._locks.of(key):
                with suppress(StoreUnavailable, DocumentDamaged, DocumentTooNew):
                    await self._fetch(key)

    async def _look_again(self, key: str) -> None:
        """Have the index say what the document says after a write that may have happened or not.

        The folder's fsync may have failed, or the writer may have hung.
        """
        try:
            value = self._value_of(key, Staged(await self._documents.fetch(key)))
        except (StoreUnavailable, OSError, ValueError):
            self._doubtful.add(key)
        except (DocumentDamaged, DocumentTooNew):
            pass  # marked
        else:
            self._put_back(key, value)

    def _put_back(self, key: str, value: T | None) -> None:
        """Have the index say what was read; the next start reads it once more."""
        self._refused.discard(key)
        self.damaged.pop(key, None)
        if value is None:
            self.index.drop(key)
        else:
            self.index.put(IndexEntry(key, self.kind.values_of(value), UNKNOWN))

    async def _fetch(self, key: str) -> Staged:
        if key in self.claims and (shown := self.claims.shown(key)):
            return shown
        if key in self.damaged and key not in self._refused:
            raise replace(self.damaged[key])  # a new error: an old one drags its traceback along
        try:
            tables = await self._documents.fetch(key)
        except ValueError as error:
            path = await asyncio.to_thread(self._path_aside, key)
            raise self._mark(key, path, str(error)) from error
        except OSError as error:
            raise self._refuse(key, str(error)) from error
        if tables is None and (key in self.index or key in self._refused):
            raise self._refuse(key, "it is gone")  # nobody is new because her file vanished
        staged = Staged(tables)
        if key in self._refused:
            self._put_back(key, self._value_of(key, staged))
        return staged

    def _refuse(self, key: str, reason: str) -> DocumentDamaged:
        """Refuse a document until it can be read: its owner may be put right, or its folder."""
        self._refused.add(key)
        return self._mark(key, self._documents.path(key), reason)

    def _value_of(self, key: str, staged: Staged) -> T | None:
        try:
            record = staged.record
            return None if record is None else self._value(key, record)
        except ValueError as error:
            # Well-formed, so perhaps the program is wrong and not the file: it stays in place,
            # and a corrected program serves it again.
            raise self._mark(key, self._documents.path(key), str(error)) from error
        except DocumentTooNew as error:
            self.index.drop(key)
            self.too_new[key] = error
            self.on_fault(error)
            raise

    def _value(self, key: str, record: dict[str, Any]) -> T:
        value = from_record(self.kind, key, record)
        identity = self.unproved.pop(key, None)
        if identity is not None or key not in self.index:  # read for the first time
            values_of(self.kind, value)
        if identity is not None:
            self.index.identify(key, identity)
        return value

    def _read_entry(self, key: str, identity: str) -> IndexEntry | None:
        """Give the entry of a document the cache does not know; None if it is not served."""
        try:
            staged = self.claims.shown(key) or Staged(self._documents.load(key))
            if (record := staged.record) is None:
                return None  # a file put into the wrong folder: no document of ours
            if (facts := values_in(self.kind, record)) is not None:
                self.unproved[key], identity = identity, UNKNOWN
            elif (value := self._value_of(key, staged)) is not None:
                facts = self.kind.values_of(value)
            else:
                return None
        except ValueError as error:
            self._unreadable[key] = error
        except OSError as error:
            self._refuse(key, str(error))  # one bad sector, or another owner
        except (DocumentDamaged, DocumentTooNew):
            pass  # marked
        else:
            self.read += 1
            return IndexEntry(key, facts, identity)
        return None

    def _path_aside(self, key: str) -> Path:
        """Rename a file that is no document, and say where it is then."""
        try:
            return self._documents.set_aside(key)
        except OSError:
            return self._documents.path(key)  # it stays where it is, and is refused all the same

    def _mark(self, key: str, path: Path, reason: str) -> DocumentDamaged:
        self.index.drop(key)
        self.unproved.pop(key, None)
        self.damaged[key] = DocumentDamaged(self.kind.name, key, path, reason)
        self.on_fault(self.damaged[key])
        return replace(self.damaged[key])
