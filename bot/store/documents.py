"""Documents: what a collection needs of the place where they are kept.

A document is a small TinyDB of its own, with one record in the default table: `TinyDB(path).all()`
shows it. Knows that layout, and neither a place nor what a document means.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeAlias

import orjson
from tinydb import TinyDB

Tables: TypeAlias = dict[str, dict[str, Any]]

DOCUMENT: Final = 1  # the id of the one record


class Found(NamedTuple):
    """A document met while looking through all files."""

    key: str
    identity: str
    changed: int  # nanoseconds since 1970, by the file system's clock
    set_aside: Path | None = None  # the damaged file, if that is what was met


class DocumentStorage(Protocol):
    """A TinyDB storage of one document, good for one operation under the document's lock."""

    identity: str | None  # of the version just written; None before

    def read(self) -> Tables | None:
        """Give the stored tables, None if there are none; raises ValueError if damaged."""

    def write(self, data: Tables) -> None:
        """Replace the stored tables, durably."""


class Documents(Protocol):
    """All documents of one kind."""

    def storage(self, key: str) -> DocumentStorage:
        """Give a TinyDB storage for one operation on this document."""

    def path(self, key: str) -> Path:
        """Say where the document is kept."""

    def exists(self, key: str) -> bool:
        """Say whether there is such a document, good or damaged but not set aside."""

    def remove(self, key: str) -> None:
        """Delete the document, durably."""

    def set_aside(self, key: str) -> Path:
        """Rename the damaged document so that it is kept but no longer met as a good one."""

    def scan(self) -> Iterator[Found]:
        """Meet every document, and clear away what a crash left; only while nobody works."""

    def close(self) -> None:
        """Release what is held open."""


def database(storage: DocumentStorage) -> TinyDB:
    """Open one document as the TinyDB it is."""
    return TinyDB(storage=lambda: storage)


def tables_of(content: bytes) -> Tables:
    """Read the TinyDB form of one document; raises ValueError if it is not that."""
    tables: Tables = orjson.loads(content)
    try:
        document = tables[TinyDB.default_table_name][str(DOCUMENT)]
    except (TypeError, KeyError) as error:
        raise ValueError("holds no document") from error
    if not isinstance(document, dict):
        raise ValueError("holds no document")  # noqa: TRY004 - a wrong file, not a wrong call
    return tables
