"""Looks for one person's number in every row of every table, whatever it holds: the twin of a search in raw files.

Knows nothing of what a row means, so it finds what no rule has thought of. Changes nothing.
"""

from collections.abc import Iterator
from typing import Final

from bot.database.connections import Connections, DatabaseConnection
from bot.database.statement import Statement, told
from bot.store.postgres.copying import Waiting

TABLES: Final = Statement(
    "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
    " AND relkind IN ('r', 'p') AND has_table_privilege(oid, 'select') ORDER BY 1"
)

DROPPED: Final = "documents_dropped"
"""Names what was deleted within the last minutes, for whoever keeps a copy: see ``changes``."""


def _rows_with(table: str, person: int) -> Statement:
    """Give the keys of rows that hold a number as such: no digit stands before or behind it."""
    name = '"' + table.replace('"', '""') + '"'
    text = (
        f"SELECT coalesce(to_jsonb(one) ->> 'key', '') FROM {name} AS one"
        " WHERE one::text ~ %s ORDER BY 1"
    )
    return Statement(text, (rf"(^|[^0-9]){person}([^0-9]|$)",))


def traces_in(connection: Waiting, person: int) -> Iterator[tuple[str, str]]:
    """Yield table and key of every row that names a person; a table without keys gives empty ones."""
    for (table,) in connection.execute(TABLES.sql).fetchall():
        rows = _rows_with(table, person)
        for (key,) in connection.execute(rows.sql, rows.values).fetchall():
            yield table, key


async def counted_traces(connections: Connections, person: int) -> dict[str, int]:
    """Return how many rows of each table name a person; none for tables where none does.

    Raises StoreUnavailable.
    """

    async def look(connection: DatabaseConnection) -> dict[str, int]:
        [tables] = await told(connection, [TABLES])
        found = {}
        for (table,) in tables:
            [rows] = await told(connection, [_rows_with(table, person)])
            found[table] = len(rows)
        return {table: count for table, count in found.items() if count}

    return await connections.run(look)
