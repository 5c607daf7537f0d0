"""The writer of one store: starts that process, asks it, replaces it when it dies or hangs.

There is never a second one before the first is gone, because what that one was asked for may still
happen. Must not know what is in the files. See `writer` for the process, `writer_line` for the wait,
and decisions 8 and 16 for why.
"""

import asyncio
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from bot.metrics import METER
from bot.store.writer.atomic import OpenedDirectory, place_identity
from bot.store.writer.line import DEATH_SECONDS, HUNG_LOOKS, HURRIED_LOOKS, Line
from bot.store.writer.main import CHECK, PLACE, READ, REMOVE, REPLACE

PACKAGES: Final = Path(__file__).parents[3]  # where the writer finds `bot`
CALL: Final = "from bot.store.writer.main import main; main()"
COMMAND: Final = (sys.executable, "-PS", "-c", CALL)  # `-m` would import a third more
ALONE: Final = {"PYTHONPATH": str(PACKAGES), "PYTHONDONTWRITEBYTECODE": "1"}

OPERATIONS: Final = {READ: "read", REPLACE: "replace", REMOVE: "remove", CHECK: "check"}
PROBE: Final = "PROBE"  # a file beside the kinds of documents
END_SECONDS: Final = 0.75
"""How long a writer without work may take to end, and again to die; a stopping process has 5 s in all."""


class WriterProcess:
    """The writer of one store: started when the store opens, and again if it should die."""

    def __init__(self) -> None:
        self.replaced: Callable[[bool], None] = lambda _: None
        """Told that another writer was started; whether the one before it hung."""

        self.place: OpenedDirectory | None = None
        """The data directory as it was opened; None where there is none."""

        self._line: Line | None = None
        self._lock: int | None = None
        self._hung_looks = HUNG_LOOKS
        self._probing: asyncio.Future[None] | None = None
        self._starting: Final = asyncio.Lock()
        self._renewing: asyncio.Task[None] | None = None

    async def start(self, lock: int, folder: Path) -> None:
        """Start the process, which shares the descriptor `lock` and so the lock; it is up then.

        From now on it writes to this very ``folder`` and to none that takes its place. Raises OSError.
        """
        self._lock = lock
        self.place = self.place or OpenedDirectory(str(folder), place_identity(str(folder)))
        await self._running()

    @property
    def is_up(self) -> bool:
        """Whether there is a writer, and nothing is known to be wrong with it."""
        return self._line is not None and not self._line.lost

    async def ask(self, operation: int, path: str, content: bytes = b"") -> bytes:
        """Have something done and give the result, as ``_asked``; how long it takes is counted."""
        began = time.perf_counter()
        try:
            return await self._asked(operation, path, content)
        finally:
            METER.took("store_seconds", time.perf_counter() - began, OPERATIONS[operation])

    async def _asked(self, operation: int, path: str, content: bytes) -> bytes:
        """Have something done and give the result, durable. Raises OSError as the system says it.

        When the writer dies, another one is asked the same: whether it was done or not, doing it now
        comes to the same, because nobody else may change this file meanwhile. After TimeoutError it
        may have been done, or may still be done until the store has another writer.
        """
        line = self._line
        if line is None or line.lost:
            line = await self._running()
        try:
            return await line.ask(operation, path, content)
        except BrokenPipeError:
            line = await self._running()
        try:
            return await line.ask(operation, path, content)
        except FileNotFoundError:
            if operation == REMOVE:  # the first one did it
                return b""
            raise

    async def probe(self, folder: Path, size: int) -> None:
        """Write a file that means nothing into a folder, and remove it; raises OSError.

        Whoever asks while this is being done waits for the same.
        """
        if self._probing is None:
            self._probing = asyncio.ensure_future(self._probe(str(folder / PROBE), size))
            self._probing.add_done_callback(self._probed)
        await asyncio.shield(self._probing)

    async def _probe(self, path: str, size: int) -> None:
        await self.ask(REPLACE, path, bytes(size))
        await self.ask(REMOVE, path)

    def _probed(self, probing: "asyncio.Future[None]") -> None:
        self._probing = None
        if not probing.cancelled():
            probing.exception()  # whoever waits has it; nobody may wait any more

    def hurry(self) -> None:
        """Be less patient with a writer that hangs, because the process is to end."""
        self._hung_looks = HURRIED_LOOKS
        if self._line is not None:
            self._line.hung_looks = HURRIED_LOOKS

    async def close(self) -> bool:
        """Let the process finish and end; harmless if it was never started. Says whether it is gone."""
        self._lock = None
        if self._renewing is not None:
            await self._renewing
        return self._line is None or await self._line.end(END_SECONDS)

    async def _running(self) -> Line:
        async with self._starting:  # many may notice at once that it died
            if self._lock is None:
                raise OSError("the store is not open")
            before = self._line
            if before is not None and not before.lost:
                return before
            if before is not None:
                await self._buried(before)
            self._line = await self._start(self._lock)
        if before is not None:
            self.replaced(before.hung)
        return self._line

    def _lost(self, line: Line) -> None:
        """Start another writer at once, so that the store is not without one until the next save."""
        if line is self._line and self._lock is not None:
            self._renewing = asyncio.ensure_future(self._renew())

    async def _renew(self) -> None:
        with suppress(OSError):  # whoever saves next tries again, and says what is wrong
            await self._running()

    async def _buried(self, line: Line) -> None:
        """Return when a lost writer is gone; raises TimeoutError if that does not happen soon."""
        if not line.undead and await line.has_ended(DEATH_SECONDS):
            return
        if not line.ended.done():
            line.kill()
            raise TimeoutError("the writer hangs and cannot be ended")

    async def _start(self, lock: int) -> Line:
        place = {PLACE: f"{self.place.identity}:{self.place.path}"} if self.place else {}
        pipes: dict[str, Any] = {"stdin": -1, "stdout": -1, "stderr": None}  # -1: a new pipe
        _, line = await asyncio.get_running_loop().subprocess_exec(
            lambda: Line(self._hung_looks, self._lost),
            *COMMAND,
            env={**os.environ, **ALONE, **place},
            pass_fds=(lock,),
            **pipes,
        )
        await line.ask(READ, __file__, b"")  # a writer that cannot work shows it now
        return line
