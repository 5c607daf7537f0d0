"""Fills in the facts of documents that a program wrote which declares other ones.

Some hundred rows at a time, each batch for itself, so that nobody waits long for a document. A
document that cannot be read is left as it is. Two processes may do it at once: the rows are locked.
"""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import AsyncCursor

from bot.database.connections import Connections, DatabaseConnection
from bot.database.statement import Statement, told
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.codec.record import values_of
from bot.store.postgres.faults import DocumentFaults
from bot.store.postgres.table import DocumentTable, StoredRow

BATCH: Final = 500

RECENT: Final = "10 minutes"
"""Whoever was seen so lately may still be writing: other programs say each minute that they are there."""

SEEN: Final = (
    "INSERT INTO document_forms (kind, facts_form, version) VALUES (%s, %s, %s)"
    " ON CONFLICT (kind, facts_form) DO UPDATE SET seen_at = now(),"
    " version = greatest(document_forms.version, excluded.version)"
)
OTHERS: Final = (
    "SELECT count(*) FROM document_forms WHERE kind = %s AND (facts_form <> %s OR version > %s)"
)
LATELY: Final = f" AND seen_at > now() - interval '{RECENT}'"


def seen(table: DocumentTable[Any]) -> Statement:
    """Say that a program with this kind's facts is at work."""
    kind = table.kind
    return Statement(SEEN, (kind.name, table.facts_form, kind.version))


async def with_others(
    connection: DatabaseConnection, tables: Sequence[DocumentTable[Any]], *, recent: bool
) -> list[DocumentTable[Any]]:
    """Return those whose kind is stored otherwise by programs that have been at work, ever or lately."""
    asked = OTHERS + LATELY if recent else OTHERS
    counts = await told(
        connection,
        [
            Statement(asked, (table.kind.name, table.facts_form, table.kind.version))
            for table in tables
        ],
    )
    return [table for table, [(count,)] in zip(tables, counts, strict=True) if count]


async def fill(connections: Connections, table: DocumentTable[Any], faults: DocumentFaults) -> int:
    """Fill in what is missing; say how many documents were read."""
    read, after = 0, ""

    async def batch(connection: DatabaseConnection) -> list[str]:
        async with connection.transaction():
            return await _fill_some(connection, table, faults, after)

    while keys := await connections.run(batch):
        read, after = read + len(keys), keys[-1]
    return read


async def _fill_some(
    connection: DatabaseConnection, table: DocumentTable[Any], faults: DocumentFaults, after: str
) -> list[str]:
    asked = table.unfilled(after, BATCH)
    async with AsyncCursor(connection) as cursor:
        await cursor.execute(asked.sql, asked.values)
        rows = [StoredRow(*each) for each in await cursor.fetchall()]
        filled = [
            table.filled(row.key, facts)
            for row in rows
            if (facts := _facts(table, row, faults)) is not None
        ]
        await cursor.executemany(table.filling, filled)
    return [row.key for row in rows]


def _facts(
    table: DocumentTable[Any], row: StoredRow, faults: DocumentFaults
) -> tuple[Any, ...] | None:
    """Return a document's facts; None if it cannot be read, which is noted."""
    try:
        return values_of(table.kind, faults.value(table, row.key, row))
    except (DocumentDamaged, DocumentTooNew):
        return None
    except ValueError as error:
        faults.note_damage(table, row.key, error)
        return None
