"""What ``python -m bot verify`` and ``restore`` do where a database is the store. Prints nothing."""

import asyncio
from itertools import groupby, islice
from pathlib import Path

from bot.errors import DocumentTooNew, MoveRefused
from bot.run.backup.commands import unchanged, whole
from bot.store.backup.contents import BackupProblem, Manifest, record_in
from bot.store.codec.farewells import FAREWELLS
from bot.store.codec.kinds import KINDS
from bot.store.codec.record import from_record, values_of
from bot.store.postgres import copying
from bot.store.postgres.schema import make_schema

BATCH = 1_000
REPLACED = tuple(kind for kind in KINDS if kind is not FAREWELLS)
"""What a restore puts others in place of; those who left since the backup have left."""

OF_NAME = {kind.name: kind for kind in KINDS}

REPAIR = "Put a good copy in its place, from a backup or by hand; all others are served"
NEWER = "Use the program that wrote it, or a newer one"


def verify_database(url: str) -> tuple[list[BackupProblem], int]:
    """Look at every document; give what is wrong, and how many are good. Raises StoreUnavailable."""
    problems: list[BackupProblem] = []
    good = 0
    with copying.snapshot(url) as connection:
        for one in copying.documents(connection, KINDS):
            kind = OF_NAME[one.kind]
            try:
                values_of(kind, from_record(kind, one.key, record_in(one.content)))
                good += 1
            except ValueError as error:
                problems.append(BackupProblem(one.name, f"it is damaged: {error}", REPAIR))
            except DocumentTooNew as error:
                said = f"it has version {error.version}, known is {error.known}"
                problems.append(BackupProblem(one.name, said, NEWER))
    return problems, good


def restore_database(url: str, file: Path, key: Path | None, *, replace: bool) -> Manifest:
    """Restore a backup into a database, all of it or nothing, with every bot stopped.

    Raises MoveRefused when a bot is connected, when there are documents already, or when one cannot be
    read; BackupUnusable, BackupDamaged, SchemaUnfit, StoreUnavailable.
    """
    asyncio.run(make_schema(url, KINDS))
    with (
        whole(file, key) as backup,
        copying.connected(url) as connection,
        connection.transaction(),
    ):
        if copying.is_used(connection):
            raise MoveRefused(copying.IN_USE)
        if replace:
            copying.remove_all(connection, REPLACED)
        elif copying.count(connection, REPLACED):
            raise MoveRefused("the database holds documents; with --replace they are dropped")
        for name, some in groupby(unchanged(backup), key=lambda one: one.kind):
            while batch := list(islice(some, BATCH)):
                if damaged := next((one for one in batch if one.damaged), None):
                    raise MoveRefused(f"{damaged.name} cannot be kept in a database")
                try:
                    copying.add(connection, OF_NAME[name], batch)
                except (ValueError, DocumentTooNew) as error:
                    raise MoveRefused(f"a document of {name} cannot be read: {error}") from error
    assert backup.manifest is not None  # noqa: S101 -- it was there when it was checked
    return backup.manifest
