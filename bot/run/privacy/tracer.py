"""Looks where something still names a person after her data were deleted, one look at a time.

Reads the raw files where the data lie in files, else every document the store can give. Must not tell
anybody.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from bot.domain.backup import BackupState
from bot.domain.erasure import ErasureReport
from bot.errors import DocumentDamaged, DocumentTooNew, StoreUnavailable
from bot.store.base import Kind, Store
from bot.store.tiny.copying.tracing import number_in, traces_in
from bot.store.tiny.store import CACHE_NAME


@dataclass(frozen=True, slots=True)
class Tracer:
    """Makes the report on a deletion."""

    store: Store
    kinds: Iterable[Kind[Any]]
    data: Path | None
    """The data directory; None where the documents lie elsewhere."""

    backups: Callable[[], BackupState | None]
    sends_backups: bool
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def report(self, person: int) -> ErasureReport:
        """Look everywhere and return what was found. Raises StoreUnavailable."""
        async with self._one:
            found = await self._found(person)
        return ErasureReport(found=found, backups=self.backups(), sends_backups=self.sends_backups)

    async def _found(self, person: int) -> Mapping[str, int]:
        if self.data is None:
            return await self._in_documents(person)
        try:
            return await asyncio.to_thread(_in_files, self.data, person)
        except OSError as error:
            raise StoreUnavailable(self.data, str(error)) from error

    async def _in_documents(self, person: int) -> Mapping[str, int]:
        wanted, found = number_in(person), Counter[str]()
        for kind in self.kinds:
            for key in await self.store.find(kind):
                with suppress(DocumentDamaged, DocumentTooNew):  # ``erased-rest`` tells of those
                    value = await self.store.get(kind, key)
                    told = orjson.dumps([key, kind.encode(value) if value is not None else None])
                    found[kind.name] += bool(wanted.search(told))
        return +found


def _in_files(data: Path, person: int) -> Mapping[str, int]:
    """Count files that name her; an index cache that does goes at once, for it is only kept for speed."""
    found: Counter[str] = Counter()
    for trace in traces_in(data, person):
        if trace.part == CACHE_NAME:
            trace.file.unlink(missing_ok=True)
        else:
            found[trace.part] += 1
    return found
