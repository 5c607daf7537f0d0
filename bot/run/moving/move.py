"""Moves all documents between a data directory and a database, and compares every one of them. Prints nothing.

A data directory gets all or nothing. A database gets them in batches: what a move that was cut off has
brought stays, the next one goes on there, and until it has ended no bot serves from it.
"""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby, islice, zip_longest
from pathlib import Path

from bot.errors import DocumentTooNew, MoveRefused, NotEmpty, StoreUnavailable
from bot.store.backup.contents import BackedUpDocument
from bot.store.codec.kinds import KINDS
from bot.store.postgres import copying
from bot.store.postgres.schema import make_schema
from bot.store.tiny.copying.reading import documents as documents_in
from bot.store.tiny.copying.restoring import is_empty, restore
from bot.store.tiny.copying.taking import take_data

BATCH = 1_000

OF_NAME = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move has done."""

    documents: int
    brought: int
    """Of these, how many were not there yet from a move that was cut off."""


def into_database(data: Path, url: str) -> Moved:
    """Move what a data directory holds into a database; the directory stays as it is.

    Raises MoveRefused, StoreBusy when a bot uses the directory, StoreUnavailable, SchemaUnfit.
    """
    if is_empty(data):
        raise MoveRefused(f"{data} holds nothing")
    with _taken(data):
        _refuse_faulty(data)
        asyncio.run(make_schema(url, KINDS))
        with copying.connected(url) as connection:
            _refuse_used(connection)
            _begin(connection, str(data.resolve()))
            brought = _bring(connection, data)
            documents = _compare(documents_in(data), copying.documents(connection, KINDS))
            connection.execute("UPDATE moves SET ended_at = now()")
    return Moved(documents, brought)


def _bring(connection: copying.Waiting, data: Path) -> int:
    """Store what is not there yet; say how many documents that were. Raises MoveRefused."""
    brought = 0
    for name, some in groupby(documents_in(data), key=lambda one: one.kind):
        while batch := list(islice(some, BATCH)):
            try:
                brought += copying.add(connection, OF_NAME[name], batch)
            except (ValueError, DocumentTooNew) as error:
                raise MoveRefused(f"a document of {name} cannot be read: {error}") from error
    return brought


def into_files(url: str, data: Path) -> Moved:
    """Move what a database holds into an empty data directory; the database stays as it is.

    Raises what ``into_database`` raises, and NotEmpty.
    """
    asyncio.run(make_schema(url, KINDS))
    with copying.connected(url) as connection:
        _refuse_used(connection)
        with _taken(data):
            if not is_empty(data):
                raise NotEmpty(data)
            restore(data, copying.documents(connection, KINDS), datetime.now(UTC))
            documents = _compare(documents_in(data), copying.documents(connection, KINDS))
    return Moved(documents, documents)


@contextmanager
def _taken(data: Path) -> Iterator[None]:
    """Keep every bot away from a data directory while the block lasts."""
    lock = take_data(data)
    try:
        yield
    except OSError as error:
        raise StoreUnavailable(data, str(error)) from error
    finally:
        os.close(lock)


def _refuse_used(connection: copying.Waiting) -> None:
    if copying.is_used(connection):
        raise MoveRefused(copying.IN_USE)


def _refuse_faulty(data: Path) -> None:
    """Refuse what could not be moved before anything is."""
    for one in documents_in(data):
        if one.damaged:
            raise MoveRefused(f"{one.kind}/{one.key} is damaged; see: python -m bot verify")
        if one.kind not in OF_NAME:
            raise MoveRefused(f"this program knows no documents like those in {one.kind}")


def _begin(connection: copying.Waiting, source: str) -> None:
    """Note that a move begins, or goes on."""
    known = connection.execute("SELECT source, ended_at FROM moves").fetchone()
    if known and known[1] is None and known[0] == source:
        return
    if copying.count(connection, KINDS):
        raise MoveRefused("the database holds documents already, and not of a move from there")
    connection.execute(
        "INSERT INTO moves (source) VALUES (%s) ON CONFLICT (one) DO UPDATE"
        " SET source = excluded.source, begun_at = now(), ended_at = NULL",
        (source,),
    )


def _compare(files: Iterator[BackedUpDocument], rows: Iterator[BackedUpDocument]) -> int:
    """Compare every document by its sum; say how many there are. Raises MoveRefused."""
    compared = 0
    for file, row in zip_longest(files, rows):
        if file is None or row is None or (file.kind, file.key) != (row.kind, row.key):
            one = file or row
            raise MoveRefused(f"{one.kind}/{one.key} is not on both sides: something changed it")
        if file.sha256 != row.sha256 and copying.as_kept(file.content) != copying.as_kept(
            row.content
        ):
            raise MoveRefused(f"{file.kind}/{file.key} is not the same on both sides")
        compared += 1
    return compared
