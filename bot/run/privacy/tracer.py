"""Looks where something still names a person after her data were deleted, one look at a time.

Reads what lies there raw: every file, or every row of every table. Must not tell anybody.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.domain.backup import BackupState
from bot.domain.erasure import ErasureReport
from bot.errors import StoreUnavailable
from bot.store.serving import ServingStore
from bot.store.tiny.copying.tracing import traces_in
from bot.store.tiny.store import CACHE_NAME

RawLook = Callable[[int], Awaitable[Mapping[str, int]]]
"""Counts what names a person, by kind of document or part of the data. Raises StoreUnavailable."""

DOCUMENTS = "documents_"


@dataclass(frozen=True, slots=True)
class Tracer:
    """Makes the report on a deletion."""

    look: RawLook
    backups: Callable[[], BackupState | None]
    sends_backups: bool
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def report(self, person: int) -> ErasureReport:
        """Look everywhere and return what was found. Raises StoreUnavailable."""
        async with self._one:
            found = await self.look(person)
        return ErasureReport(found=found, backups=self.backups(), sends_backups=self.sends_backups)


def look_in_files(data: Path) -> RawLook:
    """Return what looks at every file of a data directory."""

    async def look(person: int) -> Mapping[str, int]:
        try:
            return await asyncio.to_thread(_in_files, data, person)
        except OSError as error:
            raise StoreUnavailable(data, str(error)) from error

    return look


def look_in_database(store: ServingStore) -> RawLook:
    """Return what looks at every row of the database behind a store."""
    from bot.store.postgres.store import PostgresStore  # noqa: PLC0415 -- an extra brings its library
    from bot.store.postgres.tracing import DROPPED, counted_traces  # noqa: PLC0415 -- the same

    assert isinstance(store, PostgresStore)  # noqa: S101 -- nobody hands in another with an address

    async def look(person: int) -> Mapping[str, int]:
        found = await counted_traces(store.connections, person)
        # What was deleted just now is told to other processes for minutes (docs/dpia.md), and then goes.
        return {
            table.removeprefix(DOCUMENTS): count
            for table, count in found.items()
            if table != DROPPED
        }

    return look


def _in_files(data: Path, person: int) -> Mapping[str, int]:
    """Count files that name her; an index cache that does goes at once, for it is only kept for speed."""
    found: Counter[str] = Counter()
    for trace in traces_in(data, person):
        if trace.part == CACHE_NAME:
            trace.file.unlink(missing_ok=True)
        else:
            found[trace.part] += 1
    return found
