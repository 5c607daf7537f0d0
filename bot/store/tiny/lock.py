"""The lock on a data directory: one directory serves one process.

Knows nothing of what is in the directory. The system frees the lock when the last process that
holds its descriptor is gone, however that ended: the bot, and its writer, which may be finishing
what a killed bot had asked for, and is ended if it does not finish.
"""

import fcntl
import os
import pwd
import time
from pathlib import Path
from typing import Final

import structlog

from bot.errors import StoreBusy, StoreUnavailable
from bot.store.writer.atomic import make_folder
from bot.store.writer.orphan import end_orphans

LOCK_NAME: Final = "LOCK"
PATIENCE_SECONDS: Final = 2.0  # for the writer of a bot that was killed just now
PAUSE_SECONDS: Final = 0.01

log = structlog.stdlib.get_logger(__name__)


def take_lock(path: Path) -> int:
    """Lock a data directory and give the descriptor to be closed; makes the directory if need be.

    Raises StoreBusy or StoreUnavailable.
    """
    try:
        make_folder(str(path))
        descriptor = os.open(path / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreUnavailable(path, str(error)) from error
    if name := _other_user(descriptor):
        os.close(descriptor)
        raise StoreUnavailable(path, f"it belongs to another user; run this as: sudo -u {name}")
    try:
        _lock(descriptor, path / LOCK_NAME)
    except BlockingIOError as error:
        os.close(descriptor)
        raise StoreBusy(path) from error
    except OSError as error:
        os.close(descriptor)
        raise StoreUnavailable(path, str(error)) from error
    return descriptor


def _other_user(descriptor: int) -> str | None:
    """Name whom the lock belongs to if that is not root, who works here: the owner could read nothing of it."""
    owner = os.fstat(descriptor).st_uid
    if os.geteuid() != 0 or owner == 0:
        return None
    try:
        return pwd.getpwuid(owner).pw_name
    except KeyError:
        return f"#{owner}"


def _lock(descriptor: int, lock: Path) -> None:
    """Take the lock; from a writer without a bot too, if it does not give it back by itself."""
    try:
        _wait_for(descriptor)
    except BlockingIOError:
        ended = end_orphans(lock)
        if not ended:
            raise
        log.warning("orphaned_writer_ended", pids=ended)
        _wait_for(descriptor)


def _wait_for(descriptor: int) -> None:
    tired = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > tired:
                raise
            time.sleep(PAUSE_SECONDS)
        else:
            return
