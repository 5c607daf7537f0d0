"""The gate that commits over several documents pass, so that another process can copy the data between them.

Two advisory locks of the system, which it frees however a process ends. A commit holds the folder of
intents *shared* from before its intent until its documents are in place. Whoever copies takes the data
directory itself first, so that no further commit begins, then the folder of intents, so that none is
under way (``copying.rest``). Must not know what a commit is, and must never keep one waiting for long: one
that goes past leaves its trace in the folder of intents, and the copy is made again.
"""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

import structlog

from bot.store.writer.atomic import make_folder

log = structlog.stdlib.get_logger(__name__)

PATIENCE_SECONDS: Final = 5.0
"""How long a commit waits for a copy: 100,000 documents are linked in 1.3 s."""

PAUSE_SECONDS: Final = 0.005


class CommitGate:
    """The gate of one data directory; without a directory it is always open."""

    def __init__(self, data: Path | None, intents: str) -> None:
        self._data: Final = data
        self._intents: Final = intents
        self._locks: tuple[int, int] | None = None
        self._opening: Final = asyncio.Lock()
        self._opened = data is None
        self._inside = 0
        self._held = False
        self._ignored = False
        """Somebody copies for too long; nobody waits for that any more."""

    async def _open(self) -> None:
        """Find the locks, at the first commit. Where there are none, as on some networks, nobody waits."""
        async with self._opening:
            if not self._opened:
                await asyncio.to_thread(self._open_locks)
                self._opened = True

    def _open_locks(self) -> None:
        if self._data is None:
            return
        with suppress(OSError):
            make_folder(str(self._data / self._intents))
            intents = os.open(self._data / self._intents, os.O_RDONLY | os.O_DIRECTORY)
            self._locks = os.open(self._data, os.O_RDONLY | os.O_DIRECTORY), intents

    def close(self) -> None:
        """Let go of the locks."""
        if self._locks:
            for lock in self._locks:
                os.close(lock)
        self._locks = None
        self._opened = self._data is None

    @asynccontextmanager
    async def passed(self) -> AsyncIterator[None]:
        """Hold off copies while the block lasts; waits for one that is being made."""
        if not self._opened:
            await self._open()
        await self._wait()
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1
            if not self._inside and self._held and self._locks:
                self._held = False
                fcntl.flock(self._locks[1], fcntl.LOCK_UN)

    async def _wait(self) -> None:
        loop = asyncio.get_running_loop()
        tired = loop.time() + PATIENCE_SECONDS
        while not self._enter():
            if self._ignored or loop.time() > tired:
                if not self._ignored:
                    log.warning("copy_not_waited_for", seconds=PATIENCE_SECONDS)
                self._ignored = True
                return
            await asyncio.sleep(PAUSE_SECONDS)
        self._ignored = False

    def _enter(self) -> bool:
        """Take the folder of intents, unless somebody copies or waits to; say whether to go on."""
        if self._locks is None:
            return True
        data, intents = self._locks
        try:
            fcntl.flock(data, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without such locks
            return True
        try:
            if not self._held:
                fcntl.flock(intents, fcntl.LOCK_SH | fcntl.LOCK_NB)
                self._held = True
        except BlockingIOError:
            return False
        finally:
            fcntl.flock(data, fcntl.LOCK_UN)
        return True
