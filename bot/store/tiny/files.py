"""Documents as files: `<data>/<kind>/<xx>/<key>.json`.

Knows names and folders; does not know what a document means. A damaged file gets the name
`<key>.json.damaged-<time>` in the same folder. Putting a good `<key>.json` beside it, from a
backup, repairs the document at the next start.
"""

import errno
import os
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import orjson

from bot.errors import StoreUnavailable
from bot.store.base import KEY_PATTERN
from bot.store.tiny.documents import FoundFile, Tables, Unlisted, tables_of
from bot.store.writer.atomic import LEFTOVER, Folder, check_absent, identity_of
from bot.store.writer.main import CHECK, READ, REMOVE, REPLACE
from bot.store.writer.process import WriterProcess

FOLDERS: Final = 256  # so that none grows large
NAMES: Final = tuple(f"{number:02x}" for number in range(FOLDERS))
SUFFIX: Final = ".json"
DAMAGED_MARK: Final = ".json.damaged-"
MOST_PROBED: Final = 1 << 20
OF_ALL: Final = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EROFS,
        errno.ESTALE,
        errno.EMFILE,
        errno.ENFILE,
        errno.ENOMEM,
        errno.EAGAIN,
        errno.EINTR,
        errno.EPIPE,
        errno.ETIMEDOUT,
    }
)
"""Faults of the whole disk or process, whichever file they met first."""

READABLE: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


class DocumentFiles:
    """The files of one kind of document, in 256 folders.

    Written by the writer, and read by it unless the system has the file in memory or the store is
    opening. They belong to this process alone: a file that is changed by hand while the store is
    open may be overwritten.
    """

    def __init__(self, path: Path, writer: WriterProcess) -> None:
        self._path = path
        self._data = path.parent
        self._writer = writer
        self._place = str(path)

    async def fetch(self, key: str) -> Tables | None:
        """Give the file's tables, None if there is no file.

        Raises ValueError if they cannot be understood, OSError, StoreUnavailable.
        """
        path = self._file(key)
        try:
            content = await self._read(key, path)
        except FileNotFoundError:
            return None
        except OSError as error:
            if _is_of_all(error):
                raise StoreUnavailable(Path(path), str(error)) from error
            raise
        return None if content is None else tables_of(content)

    async def _read(self, key: str, path: str) -> bytes | None:
        try:
            found = self._folder(key).peek(key + SUFFIX)
        except OSError:  # not in memory, or something is wrong: the writer will say what
            return await self._writer.ask(READ, path)
        if found is None and self._writer.place:
            self._writer.place.check()
        return found

    def dump(self, tables: Tables) -> bytes:
        """Give the content of a file that holds these tables."""
        return orjson.dumps(tables, option=READABLE)

    async def keep(self, key: str, content: bytes) -> str:
        """Replace the file and give its identity; raises OSError, StoreUnavailable."""
        return (await self._ask(REPLACE, key, content)).decode()

    async def remove(self, key: str) -> None:
        """Delete the document's file, durably; raises OSError, StoreUnavailable."""
        await self._ask(REMOVE, key)

    async def check(self, key: str) -> None:
        """Raise OSError, StoreUnavailable when the file could not be replaced or removed now."""
        await self._ask(CHECK, key)

    def load(self, key: str) -> Tables | None:
        """Do as `fetch`, in this process; raises OSError whatever the fault is of."""
        content = self._folder(key).read(key + SUFFIX)
        return None if content is None else tables_of(content)

    def identity(self, key: str) -> str | None:
        """Give the identity of the document's file; raises OSError."""
        try:
            return identity_of(self.path(key).stat())
        except FileNotFoundError:
            return None

    def path(self, key: str) -> Path:
        """Say where the document's file is."""
        return Path(self._file(key))

    def set_aside(self, key: str) -> Path:
        """Rename the document's file to a telling name, and give that; raises OSError."""
        folder = self._folder(key)
        name = time.strftime(f"{key}{DAMAGED_MARK}%Y%m%dT%H%M%SZ", time.gmtime())
        folder.rename(key + SUFFIX, name)
        return Path(folder.path, name)

    def scan(self) -> Iterator[FoundFile | Unlisted]:
        """Meet every document's file; removes unfinished ones, which belong to nobody now."""
        for folder in self._there():
            try:
                with os.scandir(folder.path) as entries:
                    yield from filter(None, map(_found, entries))
            except OSError as error:
                if not _is_missing(folder.path, error):  # else no document has needed it yet
                    yield Unlisted(Path(folder.path), str(error))

    def _there(self) -> list[Folder]:
        """Return the folders that may hold a document: a start asks for none that does not exist."""
        try:
            names = {one.name for one in self._path.iterdir()}
        except OSError as error:
            if _is_missing(str(self._path), error):
                return []
            names = {*NAMES}  # each says itself what is wrong
        return [Folder(f"{self._place}/{name}") for name in NAMES if name in names]

    async def _ask(self, operation: int, key: str, content: bytes = b"") -> bytes:
        return await ask(self._writer, self._data, (operation, self._file(key), content))

    def _file(self, key: str) -> str:
        return f"{self._place}/{NAMES[number_of(key) % FOLDERS]}/{key}{SUFFIX}"

    def _folder(self, key: str) -> Folder:
        return Folder(f"{self._place}/{NAMES[number_of(key) % FOLDERS]}")


def number_of(key: str) -> int:
    """Give the number by which a document's folder is chosen; `hash` differs from start to start."""
    return int(key) if key.isdecimal() else zlib.crc32(key.encode())


async def ask(writer: WriterProcess, data: Path, request: tuple[int, str, bytes]) -> bytes:
    """Have the writer change a file, and say whose fault it is when that fails.

    Raises OSError when only this file cannot be changed, StoreUnavailable when no other in the data
    directory could be: of this size, within reason.
    """
    operation, path, content = request
    try:
        return await writer.ask(operation, path, content)
    except FileNotFoundError:
        raise  # nothing to remove
    except OSError as error:
        if _is_of_all(error) or not await _can_write(writer, data, len(content)):
            raise StoreUnavailable(Path(path), str(error)) from error
        raise


async def _can_write(writer: WriterProcess, data: Path, size: int) -> bool:
    """Say whether another file can be written now."""
    try:
        await writer.probe(data, min(size, MOST_PROBED))
    except OSError:
        return False
    return True


def _is_of_all(error: OSError) -> bool:
    """Say whether this would have happened to any document; without a number it is the writer's."""
    return error.errno is None or error.errno in OF_ALL


def _is_missing(path: str, error: OSError) -> bool:
    """Say whether a folder could not be listed because there is none."""
    if not isinstance(error, FileNotFoundError):
        return False
    try:
        check_absent(path)
    except OSError:
        return False
    return True


def _found(entry: os.DirEntry[str]) -> FoundFile | None:
    """Say which document a directory entry is; removes it if it was never finished."""
    if entry.name.endswith(LEFTOVER):
        with suppress(OSError):  # a folder of this name: only its owner cannot be saved
            os.unlink(entry.path)  # noqa: PTH108 - a directory entry has no Path
        return None
    key, mark, _ = entry.name.partition(DAMAGED_MARK)
    if mark:
        return FoundFile(key, "", 0, Path(entry.path))
    key, mark, rest = entry.name.partition(SUFFIX)
    if not mark or rest or not KEY_PATTERN.fullmatch(key):
        return None  # somebody else's file
    try:
        status = entry.stat()
    except OSError:  # a link that leads nowhere is somebody's document all the same
        status = entry.stat(follow_symlinks=False)
    return FoundFile(key, identity_of(status), status.st_mtime_ns)
