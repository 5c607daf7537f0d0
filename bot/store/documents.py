"""Documents as files: `<data>/<kind>/<xx>/<key>.json`, each a small TinyDB of its own.

Knows names, folders and the TinyDB layout of one file; does not know what a document means. A
damaged file gets the name `<key>.json.damaged-<time>` in the same folder. Putting a good
`<key>.json` beside it (from a backup) repairs the document.
"""

import os
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Any, Final, NamedTuple, Protocol, TypeAlias

import orjson
from tinydb import TinyDB
from tinydb.storages import MemoryStorage, Storage

from bot.errors import StoreUnavailable
from bot.store.atomic import LEFTOVER, Folder, identity_of

Tables: TypeAlias = dict[str, dict[str, Any]]

FOLDERS: Final = 256
DOCUMENT: Final = 1  # each file holds one document, in TinyDB's default table, under this id
SUFFIX: Final = ".json"
DAMAGED: Final = ".json.damaged-"
READABLE: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


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

    def lock(self, key: str) -> Lock:
        """Give the lock that whoever works on this document holds."""

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


class DocumentFile(Storage):
    """A document's file. Reads it once: under the lock nobody else changes it."""

    def __init__(self, folder: Folder, name: str) -> None:
        self.identity: str | None = None
        self._folder = folder
        self._name = name
        self._content: bytes | None = None
        self._tables: Tables | None = None

    def read(self) -> Tables | None:
        """Give the file's tables, None if there is no file.

        Raises ValueError if they cannot be understood, StoreUnavailable.
        """
        if self._tables is None:
            content = self._folder.read(self._name)
            if content is not None:
                self._tables = _tables(content)
        return self._tables

    def write(self, data: Tables) -> None:
        """Replace the file; raises StoreUnavailable, then it is as it was."""
        content = orjson.dumps(data, option=READABLE)
        self.identity = self._folder.replace(self._name, content)
        self._folder.sync()


class DocumentFiles:
    """The files of one kind of document, in 256 folders so that none grows large."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folders = [Folder(path / f"{number:02x}") for number in range(FOLDERS)]

    def lock(self, key: str) -> Lock:
        """Give the lock of the document's folder: its few other documents wait for it as well."""
        return self._folder(key).lock

    def storage(self, key: str) -> DocumentFile:
        """Give a TinyDB storage for one operation on this document."""
        return DocumentFile(self._folder(key), key + SUFFIX)

    def path(self, key: str) -> Path:
        """Say where the document's file is."""
        return Path(self._folder(key).path, key + SUFFIX)

    def exists(self, key: str) -> bool:
        """Say whether the document's file is there."""
        return self.path(key).exists()

    def remove(self, key: str) -> None:
        """Delete the document's file, durably; raises StoreUnavailable."""
        self._folder(key).remove(key + SUFFIX)

    def set_aside(self, key: str) -> Path:
        """Rename the document's file to a telling name, and give that."""
        folder = self._folder(key)
        name = time.strftime(f"{key}{DAMAGED}%Y%m%dT%H%M%SZ", time.gmtime())
        folder.rename(key + SUFFIX, name)
        return Path(folder.path, name)

    def scan(self) -> Iterator[Found]:
        """Meet every document's file; removes unfinished ones, which belong to nobody now."""
        for folder in self._folders:
            try:
                with os.scandir(folder.path) as entries:
                    yield from filter(None, map(_found, entries))
            except FileNotFoundError:
                continue  # no document has needed this folder yet
            except OSError as error:
                raise StoreUnavailable(Path(folder.path), str(error)) from error

    def close(self) -> None:
        """Release the open folders."""
        for folder in self._folders:
            folder.close()

    def _folder(self, key: str) -> Folder:
        # Not hash(): that one differs from start to start.
        number = int(key) if key.isdecimal() else zlib.crc32(key.encode())
        return self._folders[number % FOLDERS]


class DocumentMemory(MemoryStorage):
    """A document in memory, as isolated from its readers as a file is."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # TinyDB leaves it without annotations
        self.identity: str | None = None

    def read(self) -> Tables | None:
        """Give a copy of the tables, None if there are none."""
        tables = super().read()
        return None if tables is None else _tables(orjson.dumps(tables))

    def write(self, data: Tables) -> None:
        """Replace the tables by what a file would have kept of them."""
        super().write(orjson.loads(orjson.dumps(data)))
        self.identity = "memory"


class DocumentMemories:
    """The documents of one kind in memory: nothing is damaged, nothing survives."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._storages: dict[str, DocumentMemory] = {}

    def lock(self, key: str) -> Lock:  # noqa: ARG002 - one lock is enough in memory
        """Give the one lock."""
        return self._lock

    def storage(self, key: str) -> DocumentMemory:
        """Give the document's storage."""
        return self._storages.setdefault(key, DocumentMemory())

    def path(self, key: str) -> Path:
        """Name the document."""
        return Path("memory", key)

    def exists(self, key: str) -> bool:
        """Say whether the document is there."""
        return self.storage(key).read() is not None

    def remove(self, key: str) -> None:
        """Forget the document."""
        del self._storages[key]

    def set_aside(self, key: str) -> Path:
        """Never needed: nothing here can be damaged from outside."""
        return self.path(key)

    def scan(self) -> Iterator[Found]:
        """Meet every document."""
        return (Found(key, "memory", 0) for key in list(self._storages) if self.exists(key))

    def close(self) -> None:
        """Nothing is held open."""


def database(storage: DocumentStorage) -> TinyDB:
    """Open one document as the TinyDB it is."""
    return TinyDB(storage=lambda: storage)


def _tables(content: bytes) -> Tables:
    tables: Tables = orjson.loads(content)
    try:
        document = tables[TinyDB.default_table_name][str(DOCUMENT)]
    except (TypeError, KeyError) as error:
        raise ValueError("holds no document") from error
    if not isinstance(document, dict):
        raise ValueError("holds no document")  # noqa: TRY004 - a wrong file, not a wrong call
    return tables


def _found(entry: os.DirEntry[str]) -> Found | None:
    """Say which document a directory entry is; removes it if it was never finished."""
    if entry.name.endswith(LEFTOVER):
        os.unlink(entry.path)  # noqa: PTH108 - a directory entry has no Path
        return None
    key, mark, _ = entry.name.partition(DAMAGED)
    if mark:
        return Found(key, "", 0, Path(entry.path))
    if not entry.name.endswith(SUFFIX):
        return None
    status = entry.stat()
    return Found(entry.name.removesuffix(SUFFIX), identity_of(status), status.st_mtime_ns)
