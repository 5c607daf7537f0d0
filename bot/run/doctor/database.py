"""Looks at the database that DATABASE_URL names: does it answer, is it new enough, are its tables there.

Changes nothing, makes no table.
"""

from functools import partial

from bot.database.connections import Connections, DatabaseConnection
from bot.database.statement import Statement, told
from bot.errors import SchemaUnfit, StoreUnavailable
from bot.run.doctor.finding import Finding, ill, well
from bot.store.codec.kinds import KINDS
from bot.store.postgres import schema
from bot.store.postgres.table import DocumentTable

OLDEST = 15
"""The oldest release that is tested."""

VERSION = Statement("SELECT current_setting('server_version_num')::int / 10000")


async def of_database(url: str, *, makes_tables: bool) -> Finding:
    """Say how the database is; ``makes_tables`` says that the next start does."""
    about, connections = "database", Connections(url, size=1)
    try:
        await connections.open()
        release = await connections.run(_release)
        if release < OLDEST:
            return ill(about, f"it is PostgreSQL {release}", f"use {OLDEST} or newer")
        tables = [DocumentTable(kind) for kind in KINDS]
        await connections.run(partial(schema.verify, tables=tables, known=schema.migrations()))
    except StoreUnavailable as error:
        return ill(
            about, error.cause, "look at DATABASE_URL, and whether it may be reached from here"
        )
    except SchemaUnfit as error:
        if makes_tables and schema.LACKING in error.reason:
            return well(about, f"PostgreSQL {release} answers; the next start makes its tables")
        return ill(about, error.reason, "use the release that it fits, or migrate")
    finally:
        await connections.close()
    return well(about, f"PostgreSQL {release} answers, and has its tables")


async def _release(connection: DatabaseConnection) -> int:
    [[(release,)]] = await told(connection, [VERSION])
    return int(release)
