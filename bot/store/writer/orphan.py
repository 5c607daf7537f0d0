"""Ends a writer whose bot is gone, when it keeps the data directory locked.

A writer ends by itself when its bot does, unless it is stopped or hangs. Only a process that provably
is one is ended: it holds this very lock, it runs our writer, and nobody but such writers holds the
lock, so no bot is behind it. Where the system does not show that (no /proc), nothing is ended.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

PROCESSES: Final = Path("/proc")
WRITERS: Final = (
    [b"-c", b"from bot.store.writer.main import main; main()"],
    [b"-m", b"bot.store.writer.main"],  # until November 2026
)
"""How the command lines of our writers end."""


def end_orphans(lock: Path) -> list[int]:
    """End the writers that hold a lock, if nobody else does; give their process ids."""
    holders = list(_holders(lock))
    if not all(_is_writer(pid) for pid in holders):
        return []
    for pid in holders:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)
    return holders


def _holders(lock: Path) -> Iterator[int]:
    """Name the processes that hold the lock itself; to have the file open is not to hold it."""
    try:
        wanted = lock.stat()
    except OSError:
        return
    for process in PROCESSES.glob("[0-9]*"):
        with suppress(OSError), os.scandir(process / "fd") as files:
            if any(_is_lock(process, file, wanted) for file in files):
                yield int(process.name)


def _is_lock(process: Path, entry: "os.DirEntry[str]", wanted: os.stat_result) -> bool:
    with suppress(OSError):
        found = entry.stat()
        if (found.st_dev, found.st_ino) == (wanted.st_dev, wanted.st_ino):
            return "lock:" in (process / "fdinfo" / entry.name).read_text()
    return False


def _is_writer(pid: int) -> bool:
    """Say whether a process was started as our writer, by its command line."""
    try:
        words = (PROCESSES / str(pid) / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return words[-3:-1] in WRITERS
