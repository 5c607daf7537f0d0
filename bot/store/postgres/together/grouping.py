"""Commits of single documents that come at about the same time, made by one transaction.

A turn changes one document. While some are read and written others come; these go together next, so that
many people cost hardly more messages, plans and waits for the disk than one. Nobody waits for anybody: a
row that is absent or that another process has locked, a decision that wants to find, whatever is not
simple, is handed back, and whoever asked does it by itself. Must not know what is stored.
"""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, NoReturn, TypeAlias

from bot.database.connections import LOST, Connections, DatabaseConnection
from bot.database.statement import Statement, told
from bot.errors import StoreUnavailable
from bot.store.base import Drop, JointDecision, Keep, Kind, More, Plan, Put, Ref, View, Write
from bot.store.facts import Where
from bot.store.postgres.ending import BEGIN, COMMIT, WHO, CommitUnsure, has_happened
from bot.store.postgres.faults import DocumentFaults
from bot.store.postgres.table import DocumentTable, StoredRow
from bot.store.postgres.together.gathering import Gathering

MOST: Final = 32
"""Documents of one transaction: their decisions take some milliseconds, and so long each row is locked."""

AT_ONCE: Final = 2
"""Transactions of one process at the same time: while the disk is waited for others are decided."""

Outcome: TypeAlias = Plan[Any] | More | Exception
"""What a decision came to; an exception is its own."""

AskedFind: TypeAlias = tuple[str, tuple[Where[Any], ...]]


class FindWanted(BaseException):
    """A decision wants to find what has not been looked for yet."""

    def __init__(self, asked: AskedFind) -> None:
        super().__init__()
        self.asked: Final = asked


@dataclass(eq=False, slots=True)
class GroupWish:
    """One commit that waits, and what has become of it; None: it is to be done by itself."""

    ref: Ref[Any]
    decide: JointDecision[Any]
    answer: "asyncio.Future[Plan[Any] | More | None]" = field(default_factory=asyncio.Future)


class GroupedCommits:
    """The commits of one store that go together. Whoever asks has locked her document in this process."""

    def __init__(
        self,
        tables: Mapping[str, DocumentTable[Any]],
        connections: Connections,
        faults: DocumentFaults,
    ) -> None:
        self._tables: Final = tables
        self._connections: Final = connections
        self._faults: Final = faults
        self._gathering: Final = Gathering(self._answer, at_once=AT_ONCE, most=MOST)

    async def take(self, ref: Ref[Any], decide: JointDecision[Any]) -> Plan[Any] | More | None:
        """Commit it with others; None if nothing was done. Raises StoreUnavailable, and what ``decide`` raises."""
        wish = GroupWish(ref, decide)
        self._gathering.add(wish)
        return await wish.answer

    async def _answer(self, wishes: list[GroupWish]) -> None:
        outcomes: Mapping[GroupWish, Outcome] = {}
        try:
            outcomes = await self._committed(wishes)
        except StoreUnavailable as error:
            outcomes = dict.fromkeys(wishes, error)
        except Exception:  # noqa: BLE001, S110 -- each by itself finds out whose it is
            pass
        finally:
            for wish in wishes:
                outcome = outcomes.get(wish)
                if wish.answer.done():  # nobody waits for it any more
                    continue
                if isinstance(outcome, Exception):
                    wish.answer.set_exception(outcome)
                else:
                    wish.answer.set_result(outcome)

    async def _committed(self, wishes: list[GroupWish]) -> Mapping[GroupWish, Outcome]:
        try:
            return await self._connections.run(partial(self._attempt, wishes))
        except CommitUnsure as unsure:
            is_done = await has_happened(self._connections, unsure)
            outcomes: dict[GroupWish, Outcome] = unsure.outcome if is_done else {}
            return outcomes

    async def _attempt(
        self, wishes: list[GroupWish], connection: DatabaseConnection
    ) -> dict[GroupWish, Outcome]:
        """Read, decide and write. Raises CommitUnsure, or whatever else: then nothing was done."""
        keys: dict[str, list[str]] = {}
        for wish in wishes:
            keys.setdefault(wish.ref.kind.name, []).append(wish.ref.key)
        reads = [self._tables[kind].read(of, lock=True, skips=True) for kind, of in keys.items()]
        [[(transaction, _)], *answers] = await told(connection, [BEGIN, WHO, *reads])
        rows = {
            (kind, key): StoredRow(key, form, document)
            for kind, answer in zip(keys, answers, strict=True)
            for key, form, document in answer
        }
        outcomes: dict[GroupWish, Outcome] = {}
        writes = _Writes()
        for wish in wishes:
            row = rows.get(wish.ref.place)
            if row and (outcome := self._outcome(wish, row, writes)):
                outcomes[wish] = outcome
        if writes.first:
            await _end(connection, writes, CommitUnsure(transaction, writes.first, outcomes))
        return outcomes

    def _outcome(self, wish: GroupWish, row: StoredRow, writes: "_Writes") -> Outcome | None:
        """Decide, and make ready what is to be written; None for what is not simple."""
        ref, table = wish.ref, self._tables[wish.ref.kind.name]
        try:
            value = self._faults.value(table, ref.key, row)
            plan = wish.decide(View({ref: value}, {}, _find))
            if isinstance(plan, More):
                return plan
            if not plan.writes.keys() <= {ref}:
                return None
            writes.add(table, ref.key, plan.writes.get(ref, Keep()))
        except Exception as error:  # noqa: BLE001 -- it is theirs who asked
            return error
        except FindWanted:
            return None
        return plan


@dataclass(slots=True)
class _Writes:
    """What one transaction writes."""

    puts: dict[DocumentTable[Any], list[tuple[Any, ...]]] = field(default_factory=dict)
    drops: list[Statement] = field(default_factory=list)
    first: tuple[DocumentTable[Any], str] | None = None

    def add(self, table: DocumentTable[Any], key: str, write: Write[Any]) -> None:
        """Note what becomes of a row. Raises TypeError for what has no stored form."""
        match write:
            case Put():
                self.puts.setdefault(table, []).append(table.entry(key, write))
            case Drop():
                self.drops.append(table.drop(key))
            case Keep():
                return
        self.first = self.first or (table, key)

    def __iter__(self) -> Iterator[Statement]:
        """Give the statements."""
        yield from (table.put_all(some) for table, some in self.puts.items())
        yield from self.drops


async def _end(connection: DatabaseConnection, writes: _Writes, unsure: CommitUnsure) -> None:
    try:
        await told(connection, [*writes, COMMIT])
    except LOST as error:
        if connection.closed:
            raise unsure from error
        raise


def _find(kind: Kind[Any], where: Iterable[Where[Any]]) -> NoReturn:
    raise FindWanted((kind.name, tuple(where)))
