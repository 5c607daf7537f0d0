"""The store on TinyDB: one small TinyDB file per document, for one process.

This file takes the data directory, has each operation carried to its end, and saves the index
cache now and then. See `collection` for one operation, `files` for where it is kept, `writer` for
who writes it, `index` for what is in memory.
"""

import asyncio
import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeVar

import structlog

from bot.errors import StoreDamaged, StoreUnavailable
from bot.store.base import (
    KEY_PATTERN,
    Changed,
    Decision,
    Fault,
    JointDecision,
    Kind,
    OpenReport,
    Ref,
)
from bot.store.facts import Where
from bot.store.pulse import Pulse
from bot.store.tiny.cache import Cache, load_cache, save_cache
from bot.store.tiny.collection import Collection
from bot.store.tiny.commit.commits import JointCommits, StoredIntents
from bot.store.tiny.commit.gate import CommitGate
from bot.store.tiny.commit.intent_files import INTENTS_NAME, IntentFiles, IntentMemories
from bot.store.tiny.copying.taking import take_data
from bot.store.tiny.files import DocumentFiles
from bot.store.tiny.memory import DocumentMemories
from bot.store.tiny.mount import network_file_system
from bot.store.tiny.proving import prove
from bot.store.under_way import UnderWay
from bot.store.writer.process import WriterProcess

T = TypeVar("T")
R = TypeVar("R")

TOLERATED_DAMAGE: Final = 20  # files; beyond this and 1 % it is a disk and not a file
SLOW_SECONDS: Final = 30.0
PROBE_BYTES: Final = 16_384  # as much as the largest document: with less, a save may fail again
CACHE_NAME: Final = "index-cache"  # no kind can have this name

logger = structlog.get_logger(__name__)


class TinyStore:
    """A `Store` on TinyDB; make one with `tiny_store` or `memory_store`.

    Without a path all is kept where the collections and `intents` keep it.
    """

    def __init__(
        self,
        path: Path | None,
        collections: Sequence[Collection[Any]],
        writer: WriterProcess,
        cache_seconds: float,
        intents: StoredIntents | None = None,
    ) -> None:
        self._path: Final = path
        self._collections: Final = {each.kind.name: each for each in collections}
        self._gate: Final = CommitGate(path, INTENTS_NAME)
        kept = IntentFiles(path, writer) if path else IntentMemories()
        self._commits: Final = JointCommits(self._collections, intents or kept, self._gate)
        self._writer: Final = writer
        self._cache_seconds: Final = cache_seconds
        self._under_way: Final = UnderWay(self._failed)
        self._lock: int | None = None
        self._cache_saver: asyncio.Task[None] | None = None
        self.pulse: Final = Pulse(self._try_writing, self._look_again)
        self._commits.on_trouble = self.pulse.failed

    def listen(self, fault: Callable[[Fault], None], replaced: Callable[[bool], None]) -> None:
        """Have somebody told of every document found faulty from now on, and of each new writer.

        `replaced` is told whether the writer before hung.
        """
        self._commits.on_fault = fault
        for each in self._collections.values():
            each.on_fault = fault
        self._writer.replaced = replaced

    @property
    def has_writer(self) -> bool:
        """Whether its writer is up; a store in memory needs none."""
        return self._path is None or self._writer.is_up

    def hurry(self) -> None:
        """Be less patient with a disk that hangs: the process is to end."""
        self._writer.hurry()

    async def open(self) -> OpenReport:
        """Take the data directory, clear away what a crash left, fill the index; see `Store`."""
        return await self._under_way.to_its_end(self._open())

    async def prove(self) -> None:
        """Read in full what `open` has looked at in part only, while others are served."""
        await prove(self._collections.values(), self.get)

    async def close(self) -> None:
        """Finish the writes under way, save the index cache, release the directory."""
        self._writer.hurry()
        await self.pulse.close()
        if self._cache_saver is not None:
            self._cache_saver.cancel()
            with suppress(asyncio.CancelledError):
                await self._cache_saver
        await self._under_way.finish()
        await asyncio.shield(self._close())

    async def get(self, kind: Kind[T], key: str) -> T | None:
        """Give the document's value, or None; see `Store`."""
        return await self._under_way.to_its_end(self._collection(kind, key).get(key))

    async def update(self, kind: Kind[T], key: str, decide: Decision[T, R]) -> R:
        """Read, decide and write one document; see `Store`."""
        return await self._under_way.to_its_end(self._collection(kind, key).update(key, decide))

    async def commit(
        self,
        refs: Iterable[Ref[Any]],
        decide: JointDecision[R],
        optional: Iterable[Ref[Any]] = (),
    ) -> R:
        """Read, decide and write several documents, all or none; see `Store`."""
        return await self._under_way.to_its_end(self._commits.commit(refs, decide, optional))

    async def find(self, kind: Kind[T], *where: Where[T]) -> list[str]:
        """Name the documents for which `where` holds; see `Store`."""
        return self._collections[kind.name].index.find(where)

    async def count(self, kind: Kind[T], *where: Where[T]) -> int:
        """Say for how many documents `where` holds; see `Store`."""
        index = self._collections[kind.name].index
        return len(index.find(where)) if where else len(index)

    async def changed(self, kind: Kind[Any], since: int) -> Changed:
        """Say which documents changed after a version; see `Store`."""
        return self._collections[kind.name].index.changes.since(since)

    @property
    def written(self) -> int:
        """How many changes have been carried out since the start."""
        return sum(each.written for each in self._collections.values())

    def unreadable(self, kind: Kind[Any]) -> int:
        """See `Store.unreadable`."""
        collection = self._collections[kind.name]
        return len(collection.damaged) + len(collection.too_new) + len(collection.unlisted)

    def _collection(self, kind: Kind[T], key: str) -> Collection[T]:
        if not KEY_PATTERN.fullmatch(key):
            raise ValueError(f"a key matches {KEY_PATTERN.pattern}: {key!r}")
        return self._collections[kind.name]

    def _failed(self, error: StoreUnavailable) -> None:
        if self._lock is not None:  # else never opened, or closed
            self.pulse.failed(error)

    async def _try_writing(self) -> None:
        if self._path is not None:
            await self._writer.probe(self._path, PROBE_BYTES)

    async def _look_again(self) -> None:
        await self._commits.settle()
        for each in self._collections.values():
            await each.look_again()

    async def _open(self) -> OpenReport:
        if self._path is not None:
            self._lock = await asyncio.to_thread(take_data, self._path)
            if file_system := network_file_system(self._path):
                # Some mounts pretend to lock, so a second process may not be noticed.
                logger.warning("data_directory_is_on_a_network", file_system=file_system)
        slow = asyncio.get_running_loop().call_later(SLOW_SECONDS, self._say_slow)
        try:
            if await asyncio.to_thread(self._commits.find_unfinished):
                await self._start_writer()
                with suppress(StoreUnavailable):  # then readers see what was decided all the same
                    await self._commits.settle()
            # The writer comes up on another core while this one meets the documents.
            filling = asyncio.create_task(asyncio.to_thread(self._fill))
            try:
                await self._start_writer()
            finally:
                await filling
        except BaseException:
            await self._writer.close()
            self._release()
            raise
        finally:
            slow.cancel()
        if self._path is not None:
            self._cache_saver = asyncio.create_task(self._save_caches_regularly())
        collections = self._collections.values()
        return OpenReport(
            documents=sum(len(each.index) for each in collections),
            read=sum(each.read for each in collections),
            damaged=(*self._commits.damaged, *(one for each in collections for one in each.faulty)),
            too_new=(
                *self._commits.too_new,
                *(fault for each in collections for fault in each.too_new.values()),
            ),
        )

    def _say_slow(self) -> None:
        """Say why nothing happens: 100,000 documents are read in 15 s, so perhaps the disk hangs."""
        logger.warning("still_opening", path=str(self._path), seconds=SLOW_SECONDS)

    async def _start_writer(self) -> None:
        if self._path is None or self._lock is None:
            return
        try:
            await self._writer.start(self._lock, self._path)
        except OSError as error:
            raise StoreUnavailable(self._path, str(error)) from error

    def _fill(self) -> None:
        collections = self._collections.values()
        fresh = sum(each.open(self._cache(each.kind)) for each in collections)
        documents = fresh + sum(len(each.index) for each in collections)
        if self._path and fresh > TOLERATED_DAMAGE and fresh * 100 > documents:
            raise StoreDamaged(self._path, fresh, documents)
        for each in collections:
            each.set_aside()

    async def _close(self) -> None:
        gone = await self._writer.close()
        # On a disk that hangs a thread would never come back, and the cache can be missed.
        if self._lock is not None and gone and self.pulse.trouble is None:
            await asyncio.to_thread(self._save_caches)
        self._release()

    def _release(self) -> None:
        self._gate.close()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _cache(self, kind: Kind[Any]) -> Cache:
        return load_cache(self._path / CACHE_NAME, kind) if self._path else Cache({}, 0)

    async def _save_caches_regularly(self) -> None:
        while True:
            await asyncio.sleep(self._cache_seconds)
            if self.pulse.trouble is None:
                try:
                    await self._look_again()
                except StoreUnavailable as error:
                    self.pulse.failed(error)
                await asyncio.to_thread(self._save_caches)

    def _save_caches(self) -> None:
        if self._path is None:
            return
        try:
            for each in self._collections.values():
                saved = time.time_ns()  # before the entries: what changes meanwhile is read again
                save_cache(self._path / CACHE_NAME, each.kind, each.index.entries(), saved)
        except StoreUnavailable as error:
            # Without it the next start takes longer; nothing else depends on it.
            logger.warning("index_cache_not_saved", cause=error.cause)


def tiny_store(
    path: Path, kinds: Sequence[Kind[Any]], *, cache_seconds: float = 300.0
) -> TinyStore:
    """Make a store for these kinds of documents in a data directory, not opened yet.

    The index cache is saved every `cache_seconds`, and at the end.
    """
    writer = WriterProcess()
    collections = [Collection(kind, DocumentFiles(path / kind.name, writer)) for kind in kinds]
    return TinyStore(path, collections, writer, cache_seconds)


def memory_store(kinds: Sequence[Kind[Any]]) -> TinyStore:
    """Make a store that forgets everything with its process; all else is as with files."""
    collections = [Collection(kind, DocumentMemories()) for kind in kinds]
    return TinyStore(None, collections, WriterProcess(), 0.0)
