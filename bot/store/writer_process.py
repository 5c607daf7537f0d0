"""The bot's end of the writer: starts that process, hands it requests, waits for its answers.

Must not know what is in the files. See `writer` for the other end, and decision 8 for why.
"""

import asyncio
import os
import sys
from itertools import count
from pathlib import Path
from typing import Any, Final, cast

from bot.store.writer import READ, REPLY, STDIN, STDOUT, request

PACKAGES: Final = Path(__file__).parents[2]  # where the writer finds `bot`
COMMAND: Final = (sys.executable, "-S", "-m", "bot.store.writer")
ALONE: Final = {"PYTHONPATH": str(PACKAGES), "PYTHONDONTWRITEBYTECODE": "1"}


TOGETHER: Final = 8
"""Requests that go out at once. More wait for nothing: after a batch of updates the writer would be idle
while the bot decides on all of them, and the bot idle while the writer writes.
"""


class Line(asyncio.SubprocessProtocol):
    """One running writer, until it ends."""

    def __init__(self) -> None:
        self.lost = False
        self.ended: Final = asyncio.get_running_loop().create_future()
        self._numbers: Final = count()
        self._waiting: Final[dict[int, asyncio.Future[bytes]]] = {}
        self._outgoing: Final[list[bytes]] = []
        self._received: Final = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note the process that has been started."""
        self._process = cast("asyncio.SubprocessTransport", transport)
        self._input = cast("asyncio.WriteTransport", self._process.get_pipe_transport(STDIN))

    def ask(self, operation: int, path: str, content: bytes) -> asyncio.Future[bytes]:
        """Hand over a request and give its answer to come."""
        loop = asyncio.get_running_loop()
        number = next(self._numbers) & 0xFFFFFFFF
        answer = self._waiting[number] = loop.create_future()
        if not self._outgoing:
            loop.call_soon(self._send)  # with all that is asked until then, in one system call
        self._outgoing.append(request(number, operation, path, content))
        if len(self._outgoing) >= TOGETHER:
            self._send()
        return answer

    def _send(self) -> None:
        if self._outgoing:
            self._input.write(b"".join(self._outgoing))
            self._outgoing.clear()

    def pipe_data_received(self, fd: int, data: bytes) -> None:  # noqa: ARG002 - only one is read
        """Give the answers that have come to those who wait for them."""
        received, start = self._received, 0
        received += data
        while len(received) - start >= REPLY.size:
            number, fault, length = REPLY.unpack_from(received, start)
            end = start + REPLY.size + length
            if len(received) < end:
                break
            self._settle(number, fault, bytes(received[end - length : end]))
            start = end
        del received[:start]

    def _settle(self, number: int, fault: int, result: bytes) -> None:
        answer = self._waiting.pop(number)
        if answer.done():
            return  # nobody waits any more
        if fault:
            answer.set_exception(OSError(fault, result.decode()))
        else:
            answer.set_result(result)

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:  # noqa: ARG002
        """Take no more requests; when the answers have ended too, refuse those still waiting."""
        self.lost = True
        if fd == STDOUT:
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_exception(BrokenPipeError("the writer has ended"))
            self._waiting.clear()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - its exit says enough
        """Note that the process is gone and all it said has been heard."""
        self._process.close()
        if not self.ended.done():
            self.ended.set_result(None)

    def end_input(self) -> None:
        """Let the process finish what it has and end."""
        self.lost = True
        self._input.close()


class WriterProcess:
    """The writer of one store: started when the store opens, and again if it should die."""

    def __init__(self) -> None:
        self._line: Line | None = None
        self._lock: int | None = None
        self._starting: Final = asyncio.Lock()

    async def start(self, lock: int) -> None:
        """Start the process, which shares the descriptor `lock` and so the lock; it is up then.

        Raises OSError.
        """
        self._lock = lock
        await self._running()

    async def ask(self, operation: int, path: str, content: bytes = b"") -> bytes:
        """Have something done and give the result, durable. Raises OSError as the system says it.

        After BrokenPipeError it may have been done or not.
        """
        line = self._line
        if line is None or line.lost:
            line = await self._running()
        return await line.ask(operation, path, content)

    async def close(self) -> None:
        """Let the process finish and end; harmless if it was never started."""
        self._lock = None
        if self._line is not None:
            self._line.end_input()
            await self._line.ended

    async def _running(self) -> Line:
        async with self._starting:  # many may notice at once that it died
            if self._lock is None:
                raise OSError("the store is not open")
            if self._line is None or self._line.lost:
                self._line = await self._start(self._lock)
            return self._line

    async def _start(self, lock: int) -> Line:
        pipes: dict[str, Any] = {"stdin": -1, "stdout": -1, "stderr": None}  # -1: a new pipe
        _, line = await asyncio.get_running_loop().subprocess_exec(
            Line, *COMMAND, env={**os.environ, **ALONE}, pass_fds=(lock,), **pipes
        )
        await line.ask(READ, os.devnull, b"")  # a writer that cannot work shows it now
        return line
