"""Documents that are asked for at about the same time, read by one message. Must not know what is stored.

Each is read after it was asked for, so whoever has just committed reads what she wrote.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.database.connections import Connections, DatabaseConnection
from bot.database.statement import told
from bot.store.postgres.table import DocumentTable, StoredRow
from bot.store.postgres.together.gathering import Gathering

MOST: Final = 64
"""Documents of one message."""

AT_ONCE: Final = 2
"""Messages of one process under way: with more each would bring fewer documents."""

Found = dict[tuple[str, str], StoredRow]


@dataclass(eq=False, slots=True)
class ReadWish:
    """One document that somebody waits for, by the names of kind and document."""

    place: tuple[str, str]
    answer: "asyncio.Future[StoredRow | None]" = field(default_factory=asyncio.Future)


class GatheredReads:
    """The reads of one store that go together."""

    def __init__(self, tables: Mapping[str, DocumentTable[Any]], connections: Connections) -> None:
        self._tables: Final = tables
        self._connections: Final = connections
        self._gathering: Final = Gathering(self._read, at_once=AT_ONCE, most=MOST)

    async def row(self, kind: str, key: str) -> StoredRow | None:
        """Give a document as it is stored, None if it is absent. Raises StoreUnavailable."""
        wish = ReadWish((kind, key))
        self._gathering.add(wish)
        return await wish.answer

    async def _read(self, wishes: list[ReadWish]) -> None:
        keys: dict[str, set[str]] = {}
        for kind, key in (wish.place for wish in wishes):
            keys.setdefault(kind, set()).add(key)

        async def asked(connection: DatabaseConnection) -> Found:
            reads = [self._tables[kind].read(sorted(of), lock=False) for kind, of in keys.items()]
            answers = await told(connection, reads)
            return {
                (kind, row[0]): StoredRow(*row)
                for kind, answer in zip(keys, answers, strict=True)
                for row in answer
            }

        found, error = Found(), None
        try:
            found = await self._connections.run(asked)
        except Exception as raised:  # noqa: BLE001 -- it is theirs who asked
            error = raised
        for wish in wishes:
            if wish.answer.done():  # nobody waits for it any more
                continue
            if error:
                wish.answer.set_exception(error)
            else:
                wish.answer.set_result(found.get(wish.place))
