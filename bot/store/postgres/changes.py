"""Which documents changed since a version: since a transaction, as the rows themselves tell.

A version is the oldest transaction that was not over when it was asked: what that one and all later
ones wrote may not have been seen yet, in whatever order they commit. So nothing is missed; a document
may be named twice. Must not know what is stored.
"""

from typing import Any, Final

from bot.database.connections import DatabaseConnection
from bot.database.statement import Statement, told
from bot.store.base import Changed
from bot.store.postgres.table import DocumentTable

TOLD: Final = "10 minutes"
"""So long it is told which documents were dropped; then nothing is left of their names."""

STANDING: Final = (
    "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint,"
    " coalesce((SELECT changed FROM drops_forgotten WHERE kind = %s), 0)"
)
FORGET: Final = (
    f"WITH gone AS (DELETE FROM documents_dropped WHERE at < now() - interval '{TOLD}'"
    " RETURNING kind, changed) INSERT INTO drops_forgotten (kind, changed)"
    " SELECT kind, max(changed) FROM gone GROUP BY kind ON CONFLICT (kind)"
    " DO UPDATE SET changed = greatest(drops_forgotten.changed, excluded.changed)"
)


async def changed(connection: DatabaseConnection, table: DocumentTable[Any], since: int) -> Changed:
    """See `Store.changed`."""
    standing = Statement(STANDING, (table.kind.name,))
    [[(version, forgotten)], names] = await told(connection, [standing, table.changed(since)])
    if since < 1 or since <= forgotten or since > version:
        return Changed(version, None)
    keys = frozenset(key for (key,) in names)
    return Changed(version if keys else since, keys)


async def forget_drops(connection: DatabaseConnection) -> None:
    """Let go of the names of what was dropped a while ago."""
    await connection.execute(FORGET)


def begun_anew(table: DocumentTable[Any]) -> Statement:
    """Take what seems to be of the future for old: the data were brought here from another server."""
    return Statement(
        f"UPDATE {table.name} SET changed = 0"
        " WHERE changed >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
    )
