"""How every transaction begins and ends, and what became of one whose connection was lost while it did.

Of that the database is asked. Must not repeat anything.
"""

import asyncio
import time
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from psycopg import errors

from bot.database.connections import HURRIED_ANSWER_SECONDS, Connections, DatabaseConnection
from bot.database.statement import Statement, told
from bot.errors import StoreUnavailable
from bot.store.postgres.table import TRANSACTION, DocumentTable

HELD_SECONDS: Final = 10
"""So long the database lets a transaction be silent: whoever was stopped in the middle (SIGSTOP, a cut
network) keeps others from these documents no longer, and what became of her commit is known then.
"""

BEGIN: Final = Statement("BEGIN ISOLATION LEVEL READ COMMITTED")
WHO: Final = Statement(
    f"SELECT {TRANSACTION}, set_config('idle_in_transaction_session_timeout', '{HELD_SECONDS}s', true)"
)
COMMIT: Final = Statement("COMMIT")
UNSURE_SECONDS: Final = 30.0
"""So long it is asked what became of a commit."""


@dataclass(eq=False)
class CommitUnsure(Exception):  # noqa: N818 -- it is not known yet whether this is one
    """The connection was lost while a transaction was committed."""

    transaction: int
    written: tuple[DocumentTable[Any], str]
    """One of the documents that it writes."""

    outcome: Any
    """What it was to lead to."""


async def has_happened(connections: Connections, unsure: CommitUnsure) -> bool:
    """Say whether a transaction was committed. Raises StoreUnavailable if nobody can say it."""
    began = time.monotonic()
    while True:
        seconds = HURRIED_ANSWER_SECONDS if connections.is_hurried else UNSURE_SECONDS
        until = began + seconds
        try:
            status = await connections.run(partial(_status_of, unsure))
        except StoreUnavailable:
            if time.monotonic() > until:
                raise
            continue
        if status is not None:
            return status
        if time.monotonic() > until:
            raise StoreUnavailable(connections.place, "a commit does not come to its end")
        await asyncio.sleep(0.1)


async def _status_of(unsure: CommitUnsure, connection: DatabaseConnection) -> bool | None:
    """Say whether it was committed, None while that is not decided.

    A server that crashed may give its number to another transaction: then the document tells.
    """
    table, key = unsure.written
    try:
        asked = Statement("SELECT pg_xact_status(%s::text::xid8)", (str(unsure.transaction),))
        [[(status,)]] = await told(connection, [asked])
    except (
        errors.InvalidParameterValue
    ):  # a number that was not given yet: the server has forgotten it
        return False
    if status == "in progress":
        return None
    [[(last,)]] = await told(connection, [table.last_change(key)])
    return status == "committed" and last is not None and last >= unsure.transaction
