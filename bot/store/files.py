"""Documents as files: `<data>/<kind>/<xx>/<key>.json`.

Knows names and folders; does not know what a document means. A damaged file gets the name
`<key>.json.damaged-<time>` in the same folder. Putting a good `<key>.json` beside it, from a
backup, repairs the document at the next start.
"""

import os
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import orjson
from tinydb.storages import Storage

from bot.errors import StoreUnavailable
from bot.store.atomic import LEFTOVER, Folder, identity_of
from bot.store.base import KEY_PATTERN
from bot.store.documents import Found, Tables, tables_of

FOLDERS: Final = 256  # so that none grows large
SUFFIX: Final = ".json"
DAMAGED: Final = ".json.damaged-"
READABLE: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


class DocumentFile(Storage):
    """A document's file. Reads it once: under the lock nobody else changes it."""

    def __init__(self, folder: Folder, name: str) -> None:
        self.identity: str | None = None
        self._folder = folder
        self._name = name
        self._tables: Tables | None = None

    def read(self) -> Tables | None:
        """Give the file's tables, None if there is no file.

        Raises ValueError if they cannot be understood, StoreUnavailable.
        """
        if self._tables is None:
            content = self._folder.read(self._name)
            if content is not None:
                self._tables = tables_of(content)
        return self._tables

    def write(self, data: Tables) -> None:
        """Replace the file; raises StoreUnavailable, then it is as it was."""
        content = orjson.dumps(data, option=READABLE)
        self.identity = self._folder.replace(self._name, content)
        self._folder.sync()


class DocumentFiles:
    """The files of one kind of document, in 256 folders."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folders = [Folder(path / f"{number:02x}") for number in range(FOLDERS)]

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


def _found(entry: os.DirEntry[str]) -> Found | None:
    """Say which document a directory entry is; removes it if it was never finished."""
    if entry.name.endswith(LEFTOVER):
        os.unlink(entry.path)  # noqa: PTH108 - a directory entry has no Path
        return None
    key, mark, _ = entry.name.partition(DAMAGED)
    if mark:
        return Found(key, "", 0, Path(entry.path))
    key, mark, rest = entry.name.partition(SUFFIX)
    if not mark or rest or not KEY_PATTERN.fullmatch(key):
        return None  # somebody else's file
    status = entry.stat()
    return Found(key, identity_of(status), status.st_mtime_ns)
