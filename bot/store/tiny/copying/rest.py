"""A moment in which no commit over several documents is under way, for a process that copies the data.

The other side of ``commit.gate``. Imports next to nothing, because whoever waits for the gate waits for this.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

INTENTS = "commit-intents"
"""The folder of intents; see ``commit.intent_files``."""

REST_SECONDS = 30.0
"""How long a commit is waited for: as long as a disk may hang before the bot says so."""

PAUSE_SECONDS = 0.001


class NoRest(Exception):  # noqa: N818 - what happened; told as BackupFailed by whoever knows our errors
    """The data did not come to rest."""


@contextmanager
def at_rest(data: Path, seconds: float = REST_SECONDS) -> Iterator[None]:
    """Keep commits over several documents out while the block lasts. Raises NoRest, OSError."""
    gate, intents = _open(data), -1
    try:
        _take(gate, seconds, "another copy of it is being made")
        (data / INTENTS).mkdir(mode=0o700, exist_ok=True)
        intents = _open(data / INTENTS)
        _take(intents, seconds, "a commit does not come to its end; its disk may hang")
        yield
    finally:
        if intents >= 0:
            os.close(intents)
        os.close(gate)


def trace(data: Path) -> int:
    """Return what changes when anybody writes an intent: a commit that did not wait."""
    return (data / INTENTS).stat().st_mtime_ns


def _open(folder: Path) -> int:
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)


def _take(folder: int, seconds: float, why: str) -> None:
    tired = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > tired:
                raise NoRest(f"the data cannot be copied now: {why}") from None
            time.sleep(PAUSE_SECONDS)
        else:
            return
