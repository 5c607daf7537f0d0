"""Documents: what a collection needs of the place where they are kept.

A document is a small TinyDB of its own, with one record in the default table: `TinyDB(path).all()`
shows it. Knows that layout, and neither a place nor what a document means.
"""

from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeAlias

import orjson
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

Tables: TypeAlias = dict[str, dict[str, Any]]

DOCUMENT_ID: Final = 1  # the id of the one record


class FoundFile(NamedTuple):
    """A document met while looking through all files."""

    key: str
    identity: str
    changed: int  # nanoseconds since 1970, by the file system's clock
    set_aside: Path | None = None  # the damaged file, if that is what was met


class Unlisted(NamedTuple):
    """A folder whose documents cannot even be named."""

    path: Path
    reason: str


class Staged(Storage):
    """A TinyDB storage of one document that was fetched; what is written waits in `written`."""

    def __init__(self, tables: Tables | None) -> None:
        self.written: Tables = {}
        self._tables = tables

    def read(self) -> Tables | None:
        """Give the tables that were fetched, None if there was no document."""
        return self._tables

    def write(self, data: Tables) -> None:
        """Note what is to be kept."""
        self.written = data

    @property
    def record(self) -> dict[str, Any] | None:
        """The one record as it was fetched; whoever wants to change it makes a copy.

        Read without TinyDB, which makes three objects and a copy for it: `tables_of` knows the form.
        """
        return None if self._tables is None else record_of(self._tables)


class Documents(Protocol):
    """All documents of one kind.

    Of each document at most one operation is under way. Whatever touches a document raises OSError
    when that fails for this document alone, and StoreUnavailable when it would fail for any.
    """

    async def fetch(self, key: str) -> Tables | None:
        """Give the document's tables, None if there are none; raises ValueError if damaged."""

    def dump(self, tables: Tables) -> bytes:
        """Give the form in which tables are kept; raises TypeError if they have none."""

    async def keep(self, key: str, content: bytes) -> str:
        """Replace the document by what `dump` gave, durably, and give the new version's identity."""

    async def remove(self, key: str) -> None:
        """Delete the document, durably."""

    async def check(self, key: str) -> None:
        """Raise when the document can surely not be replaced or deleted now; changes nothing."""

    def load(self, key: str) -> Tables | None:
        """Do as `fetch`, but in a thread: when opening, and to see what a failure has left."""

    def identity(self, key: str) -> str | None:
        """Give the identity of the version that is there, good or damaged; None if none is."""

    def path(self, key: str) -> Path:
        """Say where the document is kept."""

    def set_aside(self, key: str) -> Path:
        """Rename the damaged document so that it is kept but no longer met as a good one."""

    def scan(self) -> Iterator[FoundFile | Unlisted]:
        """Meet every document, and clear away what a crash left; only while nobody works."""


def replaced(staged: Staged, record: dict[str, Any]) -> Tables:
    """Give the tables of a document with this record in place of the one it had, if it had one."""
    document = Table(
        staged, TinyDB.default_table_name
    )  # a TinyDB would make it of two objects more
    if staged.read() is None:
        document.insert(Document(record, DOCUMENT_ID))
    else:
        document.update(_replacement(record), doc_ids=[DOCUMENT_ID])
    return staged.written


def _replacement(record: dict[str, Any]) -> Callable[[MutableMapping[str, Any]], None]:
    """Make a TinyDB operation that replaces a document: `upsert` would keep removed fields."""

    def replace_all(document: MutableMapping[str, Any]) -> None:
        document.clear()
        document.update(record)

    return replace_all


def tables_of(content: bytes) -> Tables:
    """Read the TinyDB form of one document; raises ValueError if it is not that."""
    tables: Tables = orjson.loads(content)
    record_of(tables)
    return tables


def record_of(tables: Tables) -> dict[str, Any]:
    """Give the one record of a document's tables; raises ValueError if there is none."""
    try:
        document = tables[TinyDB.default_table_name][str(DOCUMENT_ID)]
    except (TypeError, KeyError) as error:
        raise ValueError("holds no document") from error
    if not isinstance(document, dict) or len(tables[TinyDB.default_table_name]) > 1:
        raise ValueError("holds no document")
    return document
