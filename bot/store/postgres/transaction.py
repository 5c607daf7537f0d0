"""Transactions: one decision over several documents, read, decided and written as one.

All its rows are locked from reading to writing, in the order of kind and key; a document that is
absent has no row, so a lock for the transaction on its name stands for it. What a decision asks to
find is found by this very transaction: the decision is interrupted, and asked again with the answer.
Within a process whoever wants the same document waits before taking a connection. What changes one
document only goes together with others first (``together``). Must not know what is stored.
"""

from collections.abc import Iterable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, TypeVar, cast

from bot.database.connections import LOST, Connections, DatabaseConnection
from bot.database.statement import Statement, told
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import (
    KEY_PATTERN,
    Drop,
    Fault,
    JointDecision,
    Kind,
    More,
    Plan,
    Put,
    Ref,
    View,
    Write,
)
from bot.store.facts import Where
from bot.store.locks import Locks
from bot.store.postgres.ending import BEGIN, COMMIT, WHO, CommitUnsure, has_happened
from bot.store.postgres.faults import DocumentFaults
from bot.store.postgres.table import DocumentTable, StoredRow
from bot.store.postgres.together.grouping import AskedFind, FindWanted, GroupedCommits

R = TypeVar("R")

LOCK_NAMES: Final = (
    "SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(%s::text[]) AS name"
)


@dataclass(frozen=True, slots=True)
class Work:
    """What one commit is about, as far as it is known."""

    refs: tuple[Ref[Any], ...]
    spare: frozenset[Ref[Any]]
    asked: dict[AskedFind, None] = field(default_factory=dict)
    """What the decision has asked to find; looked for anew in each transaction."""

    @property
    def may_be_grouped(self) -> bool:
        """Whether it is as simple as nearly all are."""
        return len(self.refs) == 1 and not self.spare and not self.asked


class Transactions:
    """The transactions of one store."""

    def __init__(
        self,
        tables: Mapping[str, DocumentTable[Any]],
        connections: Connections,
        faults: DocumentFaults,
    ) -> None:
        self._tables: Final = tables
        self._connections: Final = connections
        self._faults: Final = faults
        self._locks: Final = Locks()
        self._groups: Final = GroupedCommits(tables, connections, faults)

    async def commit(
        self,
        refs: Iterable[Ref[Any]],
        decide: JointDecision[R],
        optional: Iterable[Ref[Any]],
    ) -> R:
        """See `Store.commit`."""
        needed, spare = set(refs), set(optional)
        asked: dict[AskedFind, None] = {}
        while True:
            shown = tuple(sorted(needed | spare, key=lambda ref: ref.place))
            outcome = await self._alone(Work(shown, frozenset(spare), asked), decide)
            if isinstance(outcome, Plan):
                return outcome.answer
            needed.update(outcome.refs)
            spare.update(outcome.optional)
            if len(needed | spare) == len(shown):
                raise ValueError("a decision asks for no more documents than it has seen")

    async def _alone(self, work: Work, decide: JointDecision[R]) -> Plan[R] | More:
        """Do it while nobody else in this process works on these documents."""
        for ref in work.refs:
            if not KEY_PATTERN.fullmatch(ref.key):
                raise ValueError(f"a key matches {KEY_PATTERN.pattern}: {ref.key!r}")
        async with AsyncExitStack() as locks:
            for ref in work.refs:
                await locks.enter_async_context(self._locks.of("/".join(ref.place)))
            if work.may_be_grouped:
                [ref] = work.refs
                if outcome := await self._groups.take(ref, decide):
                    return outcome
            while True:
                try:
                    return await self._connections.run(partial(self._attempt, work, decide))
                except CommitUnsure as unsure:
                    if await has_happened(self._connections, unsure):
                        return cast("Plan[R]", unsure.outcome)

    async def _attempt(
        self, work: Work, decide: JointDecision[R], connection: DatabaseConnection
    ) -> Plan[R] | More:
        transaction, rows = await self._lock(work, connection)
        found: dict[AskedFind, list[str]] = {}
        for asked in tuple(work.asked):
            found[asked] = await self._find(asked, connection)
        while True:
            try:
                outcome = decide(self._view(work, rows, found))
                break
            except FindWanted as wanted:
                work.asked[wanted.asked] = None
                found[wanted.asked] = await self._find(wanted.asked, connection)
        if isinstance(outcome, Plan):
            await self._write(outcome, work, rows, transaction, connection)
        return outcome

    async def _lock(
        self, work: Work, connection: DatabaseConnection
    ) -> tuple[int, dict[Ref[Any], StoredRow]]:
        rows: dict[Ref[Any], StoredRow] = {}
        answers = await told(connection, [BEGIN, WHO, *self._reads(work.refs)])
        _note(rows, work.refs, answers[1:])
        if absent := [ref for ref in work.refs if ref not in rows]:
            names = Statement(LOCK_NAMES, (["/".join(ref.place) for ref in absent],))
            again = await told(connection, [names, *self._reads(absent)])
            _note(rows, absent, again[1:])
        return answers[0][0][0], rows

    def _reads(self, refs: Iterable[Ref[Any]]) -> list[Statement]:
        keys: dict[str, list[str]] = {}
        for ref in refs:
            keys.setdefault(ref.kind.name, []).append(ref.key)
        return [self._tables[kind].read(each, lock=True) for kind, each in keys.items()]

    def _view(
        self, work: Work, rows: Mapping[Ref[Any], StoredRow], found: Mapping[AskedFind, list[str]]
    ) -> View:
        values: dict[Ref[Any], Any] = {}
        faults: dict[Ref[Any], Fault] = {}
        for ref in work.refs:
            table, row = self._tables[ref.kind.name], rows.get(ref)
            try:
                values[ref] = self._faults.value(table, ref.key, row)
            except (DocumentDamaged, DocumentTooNew) as fault:
                if ref not in work.spare:
                    raise
                values[ref], faults[ref] = None, fault

        def find(kind: Kind[Any], where: Iterable[Where[Any]]) -> list[str]:
            asked = kind.name, tuple(where)
            kind.checked(asked[1])
            if asked not in found:
                raise FindWanted(asked)
            return list(found[asked])

        return View(values, faults, find)

    async def _find(self, asked: AskedFind, connection: DatabaseConnection) -> list[str]:
        kind, where = asked
        table = self._tables[kind]
        [keys] = await told(connection, [table.find(where, self._faults.damaged(table))])
        return [key for (key,) in keys]

    async def _write(
        self,
        plan: Plan[Any],
        work: Work,
        rows: Mapping[Ref[Any], StoredRow],
        transaction: int,
        connection: DatabaseConnection,
    ) -> None:
        """Make everything ready, so that what has no stored form is found out before any write."""
        statements: list[Statement] = []
        written: tuple[DocumentTable[Any], str] | None = None
        for ref, write in plan.writes.items():
            if ref not in work.refs:
                raise ValueError(f"a decision writes to what it was not shown: {ref.place}")
            table = self._tables[ref.kind.name]
            if not self._is_faulty(ref, table) and (
                statement := _change(table, ref, write, ref in rows)
            ):
                statements.append(statement)
                written = written or (table, ref.key)
        if written is None:
            return
        try:
            await told(connection, [*statements, COMMIT])
        except LOST as error:
            if connection.closed:
                raise CommitUnsure(transaction, written, plan) from error
            raise

    def _is_faulty(self, ref: Ref[Any], table: DocumentTable[Any]) -> bool:
        return any(fault.key == ref.key for fault in self._faults.of(table))


def _change(
    table: DocumentTable[Any], ref: Ref[Any], write: Write[Any], is_there: bool
) -> Statement | None:
    if isinstance(write, Put):
        return table.put(ref.key, write, is_new=not is_there)
    return table.drop(ref.key) if isinstance(write, Drop) and is_there else None


def _note(
    rows: dict[Ref[Any], StoredRow],
    refs: Iterable[Ref[Any]],
    answers: Iterable[list[tuple[Any, ...]]],
) -> None:
    kinds = dict.fromkeys(ref.kind.name for ref in refs)
    by_place = {ref.place: ref for ref in refs}
    for kind, answer in zip(kinds, answers, strict=True):
        for key, form, document in answer:
            rows[by_place[kind, key]] = StoredRow(key, form, document)
