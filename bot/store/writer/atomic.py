"""One file, replaced as a whole: a reader or a crash meets the old content or the new one.

Knows files and folders, and nothing about what is in them; raises OSError as the system says it.
The order of the four steps of `Folder.replace` is what makes a write survive a power cut: without
the file's fsync the new name may point to nothing, without the folder's the rename itself may be
lost. The writer imports this file, so it must import next to nothing.
"""

import errno
import os
import stat
import sys

LEFTOVER = ".tmp"  # ends the names of files that were being written
READ_SIZE = 65_536  # nearly every document in one call
PEEK_SIZE = 16_384  # what may be read on the event loop
MOST_BYTES = (
    1 << 25
)  # no document of ours is a thousandth of it; a larger file would fill the memory


def identity_of(status: os.stat_result) -> str:
    """Name one version of a file: every replacement changes at least one of these."""
    return f"{status.st_ino}-{status.st_size}-{status.st_mtime_ns}"


class OpenedDirectory:
    """The data directory as it was when it was opened, told from another one of the same name.

    Who moves it away, or puts a backup in its stead under a running bot, must not have documents written
    to where nobody will look for them.
    """

    __slots__ = ("identity", "path")

    def __init__(self, path: str, identity: str) -> None:
        self.path = path
        self.identity = identity

    def check(self) -> None:
        """Raise OSError (ESTALE) unless this directory stands there now."""
        try:
            found = place_identity(self.path)
        except FileNotFoundError:
            found = ""
        if found != self.identity:
            raise OSError(errno.ESTALE, "The data directory was moved away or replaced")


def place_identity(path: str) -> str:
    """Name the directory that stands there now. Raises OSError."""
    status = os.stat(path)  # noqa: PTH116 - pathlib costs the writer memory
    return f"{status.st_dev}-{status.st_ino}"


class Folder:
    """A folder whose files are read and replaced by name, each by one thread at a time.

    Nothing is held open between two calls: there are 256 folders of each kind of document, and a
    process may have as few as 256 descriptors. Opening a folder takes 2 µs, its fsync a hundred
    times that.
    """

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def read(self, name: str) -> bytes | None:
        """Give a file's content, or None if there is no such file.

        Raises OSError for what is no file: a folder, a pipe, a link that leads nowhere.
        """
        path = f"{self.path}/{name}"
        try:
            return _read(path)
        except FileNotFoundError:
            check_absent(path)
            return None

    def peek(self, name: str) -> bytes | None:
        """Do as `read`, but raise OSError rather than wait for the disk."""
        path = f"{self.path}/{name}"
        try:
            return _peek(path)
        except FileNotFoundError:
            check_absent(path)
            return None

    def replace(self, name: str, content: bytes) -> str:
        """Give a file new content, durably, and return its identity; makes the folder if need be.

        When this raises, the file is as it was, unless only the folder's fsync failed.
        """
        if len(content) > MOST_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        descriptor = self._open(make=True)
        leftover = name + LEFTOVER
        try:
            try:
                identity = _write(leftover, content, descriptor)
                os.rename(leftover, name, src_dir_fd=descriptor, dst_dir_fd=descriptor)
            except OSError:
                _clear_away(leftover, descriptor)
                raise
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        return identity

    def rename(self, name: str, new_name: str) -> None:
        """Give a file another name, durably."""
        descriptor = self._open()
        try:
            os.rename(name, new_name, src_dir_fd=descriptor, dst_dir_fd=descriptor)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def remove(self, name: str) -> None:
        """Delete a file, durably; raises FileNotFoundError when it is durably gone already."""
        descriptor = self._open()
        try:
            try:
                os.unlink(name, dir_fd=descriptor)
            finally:
                os.fsync(descriptor)  # an earlier attempt may have failed just before this
        finally:
            os.close(descriptor)

    def check(self, name: str) -> None:
        """Raise OSError when a file of this name could not be replaced or removed; leaves nothing.

        Makes the folder if need be. Says nothing about the room that is left.
        """
        descriptor = self._open(make=True)
        leftover = name + LEFTOVER
        try:
            os.close(os.open(leftover, os.O_WRONLY | os.O_CREAT, 0o600, dir_fd=descriptor))
            os.unlink(leftover, dir_fd=descriptor)
        finally:
            os.close(descriptor)

    def _open(self, *, make: bool = False) -> int:
        try:
            return os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            if not make:
                raise
            make_folder(self.path)
            return os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)


def make_folder(path: str) -> None:
    """Make a private folder and those above it, durably; harmless if it exists."""
    if os.path.isdir(path):  # noqa: PTH112 - pathlib costs the writer a quarter of its memory
        return
    above = os.path.dirname(path) or "."  # noqa: PTH120 - the same
    make_folder(above)
    try:  # noqa: SIM105 - contextlib would be a third of the writer's start
        os.mkdir(path, 0o700)  # noqa: PTH102 - pathlib costs it memory
    except FileExistsError:
        pass
    parent = os.open(above, os.O_RDONLY)
    try:
        os.fsync(parent)
    finally:
        os.close(parent)


def check_absent(path: str) -> None:
    """Raise OSError unless there is really nothing of this name, as far as its folders go."""
    while not os.path.lexists(path):
        path = os.path.dirname(path) or "."  # noqa: PTH120 - pathlib costs the writer memory
    if not os.path.isdir(path):  # noqa: PTH112 - the same
        raise OSError(errno.ELOOP, "A link leads nowhere, or a file is in the place of a folder")


def _read(path: str) -> bytes:
    status = os.stat(path)  # noqa: PTH116 - the same; first, because opening a pipe may never end
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EISDIR, "Not a file")
    if status.st_size > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    descriptor = os.open(path, os.O_RDONLY)
    try:
        content = os.read(descriptor, READ_SIZE)
        if len(content) < READ_SIZE:
            return content
        parts = [content]
        while part := os.read(descriptor, READ_SIZE):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def _peek(path: str) -> bytes:
    """Read a file that the system has in its memory; raises BlockingIOError for any other."""
    if sys.platform != "linux":
        raise BlockingIOError("this system cannot say what it has in memory")
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        place = bytearray(PEEK_SIZE)
        length = os.preadv(descriptor, [place], 0, os.RWF_NOWAIT)
        if length != os.fstat(descriptor).st_size:
            raise BlockingIOError("only a part of it is in memory, or it is long")
        return bytes(memoryview(place)[:length])
    finally:
        os.close(descriptor)


def _clear_away(leftover: str, folder: int) -> None:
    try:  # noqa: SIM105 - contextlib would be a third of the writer's start
        os.unlink(leftover, dir_fd=folder)
    except OSError:
        pass


def _write(name: str, content: bytes, folder: int) -> str:
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600, dir_fd=folder)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
        return identity_of(os.fstat(descriptor))
    finally:
        os.close(descriptor)
