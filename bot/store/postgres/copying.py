"""All documents of a database at once, as a backup holds them, and the way back. For whoever is no bot.

Works on a connection of its own, which waits; the store of a running bot is another thing. Must not
choose what is copied where.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final, TypeAlias

import orjson
import psycopg
from psycopg import Connection as WaitingConnection

from bot.database.connections import Connections
from bot.database.statement import Statement
from bot.store.backup.contents import BackedUpDocument, canonical, record_in
from bot.store.base import Kind
from bot.store.codec.record import VERSION, from_record, values_of
from bot.store.postgres.table import DocumentTable, plain

PAGE: Final = 1_000

APPLICATION: Final = "langkah-guru copy"

IN_USE: Final = (
    "a bot is connected to the database; stop it first (behind a pooler give the direct address)"
)

USED: Final = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND application_name = 'langkah-guru'"
)
"""How many connections of bots there are: each has some as long as it lives."""

LOOKS: Final = 20
PAUSE_SECONDS: Final = 0.05

Waiting: TypeAlias = WaitingConnection[tuple[Any, ...]]


@contextmanager
def connected(url: str) -> Iterator[Waiting]:
    """Have a connection while the block lasts.

    Raises StoreUnavailable, also when it is lost, or when there are no tables.
    """
    try:
        with psycopg.connect(url, autocommit=True, application_name=APPLICATION) as connection:
            yield connection
    except (psycopg.OperationalError, psycopg.errors.UndefinedTable) as error:
        raise Connections(url).unavailable(error) from error


@contextmanager
def snapshot(url: str) -> Iterator[Waiting]:
    """Have a connection that sees the database as it is at one moment. Raises StoreUnavailable."""
    with connected(url) as connection, connection.transaction():
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield connection


def is_used(connection: Waiting) -> bool:
    """Say whether a bot is connected to this database; one that has just ended is waited for."""
    for _ in range(LOOKS):
        row = connection.execute(USED).fetchone()
        if row is not None and row[0] == 0:
            return False
        time.sleep(PAUSE_SECONDS)
    return True


def documents(connection: Waiting, kinds: Iterable[Kind[Any]]) -> Iterator[BackedUpDocument]:
    """Yield every document, by kind and key."""
    for kind in sorted(kinds, key=lambda kind: kind.name):
        table, after = DocumentTable(kind), ""
        text = f"SELECT key, form, document::text FROM {table.name} WHERE key > %s ORDER BY key LIMIT {PAGE}"
        while rows := connection.execute(Statement(text).sql, (after,)).fetchall():
            for key, form, document in rows:
                record = {VERSION: form, **orjson.loads(document)}
                yield BackedUpDocument(kind.name, key, canonical(record))
            after = rows[-1][0]


def remove_all(connection: Waiting, kinds: Iterable[Kind[Any]]) -> None:
    """Delete every document, and what is told of a move."""
    for table in (*(DocumentTable(kind).name for kind in kinds), "moves"):
        connection.execute(Statement(f"DELETE FROM {table}").sql)


def count(connection: Waiting, kinds: Iterable[Kind[Any]]) -> int:
    """Say how many documents there are."""
    parts = (f"SELECT count(*) AS n FROM {DocumentTable(kind).name}" for kind in kinds)
    text = f"SELECT sum(n) FROM ({' UNION ALL '.join(parts)}) AS all_of_them"
    row = connection.execute(Statement(text).sql).fetchone()
    return int(row[0]) if row and row[0] is not None else 0


def add(connection: Waiting, kind: Kind[Any], batch: Sequence[BackedUpDocument]) -> int:
    """Store those documents of a kind that are not there yet, all or none; say how many.

    Raises ValueError or DocumentTooNew for what this program cannot read.
    """
    table = DocumentTable(kind)
    keys = [each.key for each in batch]
    there = connection.execute(
        Statement(f"SELECT key FROM {table.name} WHERE key = ANY(%s)").sql, (keys,)
    )
    known = {key for (key,) in there.fetchall()}
    rows = [table.copied(*_read(kind, each)) for each in batch if each.key not in known]
    with (
        connection.transaction(),
        connection.cursor() as cursor,
        cursor.copy(table.copying) as copy,
    ):
        for row in rows:
            copy.write_row(row)
    return len(rows)


def _read(kind: Kind[Any], document: BackedUpDocument) -> tuple[str, dict[str, Any], Any]:
    record = record_in(document.content)
    return document.key, record, values_of(kind, from_record(kind, document.key, record))


def as_kept(content: bytes) -> Mapping[str, Any]:
    """Return a record as a database keeps it."""
    kept: Mapping[str, Any] = plain(record_in(content))
    return kept
