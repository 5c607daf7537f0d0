"""The store on PostgreSQL: a row a document, for several processes on one database.

This file opens it, carries each operation to its end, and looks after the tables now and then. See
`transaction` for one commit, `table` for what is kept how, `connections` for what happens when the
database is away.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Final, TypeVar

import structlog

from bot.database.connections import Connections, DatabaseConnection
from bot.database.statement import Statement, told
from bot.errors import (
    DocumentDamaged,
    DocumentTooNew,
    SchemaUnfit,
    StoreDamaged,
    StoreUnavailable,
)
from bot.store.base import (
    KEY_PATTERN,
    Changed,
    Decision,
    Fault,
    JointDecision,
    Kind,
    OpenReport,
    Plan,
    Ref,
    View,
)
from bot.store.facts import Where
from bot.store.postgres import changes, schema
from bot.store.postgres.faults import DocumentFaults
from bot.store.postgres.filling import fill, seen, with_others
from bot.store.postgres.table import DocumentTable
from bot.store.postgres.together.reading import GatheredReads
from bot.store.postgres.together.sharing import SharedQuestions
from bot.store.postgres.transaction import Transactions
from bot.store.pulse import Pulse
from bot.store.under_way import UnderWay

T = TypeVar("T")
R = TypeVar("R")

UPKEEP_SECONDS: Final = 60.0
TOLERATED_DAMAGE: Final = 20  # documents; beyond this and 1 % it is not a document but the database

logger = structlog.get_logger(__name__)


class PostgresStore:
    """A `Store` on PostgreSQL; make one with `postgres_store`."""

    def __init__(
        self, connections: Connections, kinds: Sequence[Kind[Any]], *, may_migrate: bool
    ) -> None:
        self.connections: Final = connections
        self._tables: Final = {kind.name: DocumentTable(kind) for kind in kinds}
        self._faults: Final = DocumentFaults(connections.place)
        self._transactions: Final = Transactions(self._tables, connections, self._faults)
        self._reads: Final = GatheredReads(self._tables, connections)
        self._changes: Final = SharedQuestions(self._changed)
        self._may_migrate: Final = may_migrate
        self._under_way: Final = UnderWay(self._failed)
        self._upkeep: asyncio.Task[None] | None = None
        self.pulse: Final = Pulse(self._try_writing, _nothing)

    def listen(self, fault: Callable[[Fault], None], replaced: Callable[[bool], None]) -> None:
        """Have somebody told of every document found faulty from now on; no writer is replaced here."""
        self._faults.on_fault = fault
        del replaced

    @property
    def has_writer(self) -> bool:
        """The database is its own writer: whether it is there, the pulse tells."""
        return True

    def hurry(self) -> None:
        """Be less patient with a database that is away: the process is to end."""
        self.connections.hurry()

    async def open(self) -> OpenReport:
        """Connect, make or check the tables, fill in facts; see `Store`. Raises SchemaUnfit."""
        try:
            return await self._open()
        except BaseException:
            await self.connections.close()
            raise

    async def close(self) -> None:
        """Finish the commits under way and disconnect."""
        self.hurry()
        await self.pulse.close()
        if self._upkeep is not None:
            self._upkeep.cancel()
            with suppress(asyncio.CancelledError):
                await self._upkeep
        await self._under_way.finish()
        await self.connections.close()

    async def get(self, kind: Kind[T], key: str) -> T | None:
        """Give the document's value, or None; see `Store`."""
        if not KEY_PATTERN.fullmatch(key):
            raise ValueError(f"a key matches {KEY_PATTERN.pattern}: {key!r}")
        table: DocumentTable[T] = self._tables[kind.name]
        row = await self._under_way.to_its_end(self._reads.row(kind.name, key))
        return self._faults.value(table, key, row)

    async def update(self, kind: Kind[T], key: str, decide: Decision[T, R]) -> R:
        """Read, decide and write one document; see `Store`."""
        ref: Ref[T] = Ref(kind, key)

        def alone(view: View) -> Plan[R]:
            write, answer = decide(view[ref])
            return Plan({ref: write}, answer)

        return await self.commit((ref,), alone)

    async def commit(
        self,
        refs: Iterable[Ref[Any]],
        decide: JointDecision[R],
        optional: Iterable[Ref[Any]] = (),
    ) -> R:
        """Read, decide and write several documents, all or none; see `Store`."""
        return await self._under_way.to_its_end(self._transactions.commit(refs, decide, optional))

    async def find(self, kind: Kind[T], *where: Where[T]) -> list[str]:
        """Name the documents for which `where` holds; see `Store`."""
        table = self._tables[kind.name]
        return [key for (key,) in await self._ask(table.find(where, self._faults.damaged(table)))]

    async def count(self, kind: Kind[T], *where: Where[T]) -> int:
        """Say for how many documents `where` holds; see `Store`."""
        table = self._tables[kind.name]
        [(count,)] = await self._ask(table.count(where, self._faults.damaged(table)))
        return int(count)

    async def changed(self, kind: Kind[Any], since: int) -> Changed:
        """Say which documents changed after a version; see `Store`."""
        return await self._under_way.to_its_end(self._changes.ask((kind.name, since)))

    async def _changed(self, asked: tuple[str, int]) -> Changed:
        kind, since = asked
        table = self._tables[kind]
        return await self.connections.run(partial(changes.changed, table=table, since=since))

    def unreadable(self, kind: Kind[Any]) -> int:
        """See `Store.unreadable`: as far as this process has found out."""
        return len(self._faults.of(self._tables[kind.name]))

    async def prove(self) -> None:
        """Read nothing: the facts stand beside the documents, which are looked at when they are asked for."""

    async def _ask(self, statement: Statement) -> list[tuple[Any, ...]]:
        async def asked(connection: DatabaseConnection) -> list[tuple[Any, ...]]:
            [rows] = await told(connection, [statement])
            return rows

        return await self._under_way.to_its_end(self.connections.run(asked))

    def _failed(self, error: StoreUnavailable) -> None:
        if self._upkeep is not None:  # else never opened
            self.pulse.failed(error)

    async def _try_writing(self) -> None:
        await self.connections.run(changes.forget_drops)

    async def _open(self) -> OpenReport:
        await self.connections.open()
        known, tables = schema.migrations(), tuple(self._tables.values())
        if self._may_migrate:
            made = await self.connections.run(partial(schema.migrate, tables=tables, known=known))
            if made:
                logger.info("schema_migrated", made=len(made))
        else:
            await self.connections.run(partial(schema.verify, tables=tables, known=known))
        if await self.connections.run(schema.is_half_moved):
            raise SchemaUnfit("a move into it has not ended; run it again: python -m bot move")
        read = await self._meet()
        counts = [table.count((), self._faults.damaged(table)) for table in tables]
        documents = sum(int(count) for [(count,)] in await self._told(counts))
        faults = [fault for table in tables for fault in self._faults.of(table)]
        damaged = tuple(each for each in faults if isinstance(each, DocumentDamaged))
        if len(damaged) > TOLERATED_DAMAGE and len(damaged) * 100 > documents:
            raise StoreDamaged(self.connections.place, len(damaged), documents)
        self._upkeep = asyncio.create_task(self._look_after())
        too_new = tuple(each for each in faults if isinstance(each, DocumentTooNew))
        return OpenReport(documents=documents, read=read, damaged=damaged, too_new=too_new)

    async def _meet(self) -> int:
        """Fill in the facts of what other programs wrote, if there ever were any; say how many that were."""
        tables = self._in_order()
        await self._told([seen(table) for table in tables])
        await self._told([changes.begun_anew(table) for table in tables])
        return await self._fill(recent=False)

    async def _fill(self, *, recent: bool) -> int:
        others = partial(with_others, tables=tuple(self._tables.values()), recent=recent)
        strange = await self.connections.run(others)
        return sum([await fill(self.connections, each, self._faults) for each in strange])

    def _in_order(self) -> list[DocumentTable[Any]]:
        """Return the tables in one order in all programs, so that of two none waits for what the other holds."""
        return sorted(self._tables.values(), key=lambda table: table.name)

    async def _told(self, statements: list[Statement]) -> list[list[tuple[Any, ...]]]:
        return await self.connections.run(partial(told, statements=statements))

    async def _look_after(self) -> None:
        while True:
            await asyncio.sleep(UPKEEP_SECONDS)
            with suppress(StoreUnavailable):  # then the next time
                await self.look_after()

    async def look_after(self) -> None:
        """Forget what was dropped, and fill in the facts of what another release writes meanwhile.

        Raises StoreUnavailable.
        """
        await self.connections.run(changes.forget_drops)
        await self._told([seen(table) for table in self._in_order()])
        await self._fill(recent=True)


async def _nothing() -> None:
    """Nothing has to be done when the database is back: each operation asks it anew."""


def postgres_store(
    url: str, kinds: Sequence[Kind[Any]], *, may_migrate: bool = True
) -> PostgresStore:
    """Make a store for these kinds of documents in a database, not opened yet.

    Without ``may_migrate`` a database that lacks tables is refused.
    """
    return PostgresStore(Connections(url), kinds, may_migrate=may_migrate)
