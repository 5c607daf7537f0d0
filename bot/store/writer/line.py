"""One running writer, as the bot's end of its pipes sees it, from its start to its death.

Hands it requests and gives its answers to those who wait; sees to it that every wait has an end. A
writer that answers nobody any more is killed, whatever holds it up. Must not start another one.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from errno import EBUSY
from itertools import count
from typing import Final, NamedTuple, cast

import structlog

from bot.store.writer.main import REPLY, STDIN, STDOUT, request

log = structlog.stdlib.get_logger(__name__)

SENT_TOGETHER: Final = 8
"""Requests that go out at once. More wait for nothing: after a batch of updates the writer would be idle
while the bot decides on all of them, and the bot idle while the writer writes.
"""

ROUNDS: Final = 3
"""Rounds of the event loop in which a request waits for others, some microseconds. Turns that came together ask within
a few rounds, and each time the writer is woken costs more than a request does.
"""

LOOK_SECONDS: Final = 1.0
"""How often the line looks whether somebody waits too long. Looks are counted, not seconds: after the
machine has slept, nobody has waited for an hour.
"""

HUNG_LOOKS: Final = 5
"""So many looks without any answer while somebody waits: the writer hangs, or its disk does. An fsync
takes 10 ms on the disk of a cheap host, and 32 are under way at once.
"""

HURRIED_LOOKS: Final = 2
"""The same when the process is to end, which may take 5 s in all."""

LATE_LOOKS: Final = 2 * HUNG_LOOKS
"""So many looks without this answer while others are answered: one file hangs."""

HURRIED_DEATH_SECONDS: Final = 1.0
DEATH_SECONDS: Final = 2.0
"""How long the death of a killed writer is waited for. A process in the middle of a system call to a
disk that hangs dies only when the disk is back.
"""


class PendingRequest(NamedTuple):
    """A request that has no answer yet."""

    answer: "asyncio.Future[bytes]"
    path: str
    look: int  # the last one before it was asked


class Line(asyncio.SubprocessProtocol):
    """One running writer, until it ends."""

    def __init__(
        self, hung_looks: int = HUNG_LOOKS, when_lost: Callable[["Line"], None] = lambda _: None
    ) -> None:
        self.lost = False
        self.hung = False
        self.undead = False
        """Killed, and not dead after a while: its disk holds it."""

        self.hung_looks = hung_looks
        self._when_lost: Final = when_lost
        self.ended: Final = asyncio.get_running_loop().create_future()
        self._numbers: Final = count()
        self._waiting: Final[dict[int, PendingRequest]] = {}
        self._late: Final[set[str]] = set()
        self._outgoing: Final[list[bytes]] = []
        self._received: Final = bytearray()
        self._look = 0
        self._heard = 0  # the look after which the last answer came
        self._looking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note the process that has been started."""
        self._process = cast("asyncio.SubprocessTransport", transport)
        self._input = cast("asyncio.WriteTransport", self._process.get_pipe_transport(STDIN))

    def ask(self, operation: int, path: str, content: bytes) -> asyncio.Future[bytes]:
        """Hand over a request and give its answer to come.

        Raises OSError while an earlier request for the same file hangs: it may still happen.
        """
        if path in self._late:
            raise OSError(EBUSY, "An earlier request for this file hangs")
        loop = asyncio.get_running_loop()
        number = next(self._numbers) & 0xFFFFFFFF
        answer: asyncio.Future[bytes] = loop.create_future()
        self._waiting[number] = PendingRequest(answer, path, self._look)
        if self._looking is None:
            self._looking = loop.call_later(LOOK_SECONDS, self._look_around)
        if not self._outgoing:
            loop.call_soon(self._gather, ROUNDS)
        self._outgoing.append(request(number, operation, path, content))
        if len(self._outgoing) >= SENT_TOGETHER:
            self._send()
        return answer

    def _gather(self, rounds: int) -> None:
        """Wait for what else is asked, and send all of it in one system call."""
        if rounds:
            asyncio.get_running_loop().call_soon(self._gather, rounds - 1)
        else:
            self._send()

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
        self._heard = self._look

    def _settle(self, number: int, fault: int, result: bytes) -> None:
        answer, path, _ = self._waiting.pop(number)
        if answer.done():  # nobody waits any more
            self._late.discard(path)
        elif fault:
            answer.set_exception(OSError(fault, result.decode(errors="replace")))
        else:
            answer.set_result(result)

    def _look_around(self) -> None:
        """Look who waits too long: refuse one whose file hangs, kill a writer that answers nobody."""
        self._look += 1
        self._looking = None
        if not self._waiting:
            return
        loop = asyncio.get_running_loop()
        self._looking = loop.call_later(LOOK_SECONDS, self._look_around)
        oldest = next(iter(self._waiting.values()))
        if self._look - max(oldest.look, self._heard) >= self.hung_looks:
            self.kill()
            return
        for answer, path, look in self._waiting.values():
            if self._look - look >= LATE_LOOKS and not answer.done():
                self._late.add(path)
                answer.set_exception(OSError(EBUSY, "The file hangs"))

    def kill(self) -> None:
        """End a writer that hangs, and refuse those who wait when it does not even die.

        When it dies they are refused by that: see `pipe_connection_lost`.
        """
        if not self.hung:
            log.error("writer_hangs", pid=self._process.get_pid(), waiting=len(self._waiting))
            self.hung = self.lost = True
            hurried = self.hung_looks <= HURRIED_LOOKS
            asyncio.get_running_loop().call_later(
                HURRIED_DEATH_SECONDS if hurried else DEATH_SECONDS,
                self._refuse,
                "the writer hangs and cannot be ended",
            )
        with suppress(ProcessLookupError):  # it has just ended by itself
            self._process.kill()

    def _refuse(self, reason: str) -> None:
        self.undead = not self.ended.done()
        for answer, _, _ in self._waiting.values():
            if not answer.done():
                answer.set_exception(TimeoutError(reason))

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:  # noqa: ARG002
        """Take no more requests; when the answers have ended too, nobody can carry out the rest."""
        self.lost = True
        if fd == STDOUT:
            for answer, _, _ in self._waiting.values():
                if not answer.done():
                    answer.set_exception(BrokenPipeError("the writer has ended"))
            self._waiting.clear()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - its exit says enough
        """Note that the process is gone and all it said has been heard."""
        self._process.close()
        if self._looking is not None:
            self._looking.cancel()
        if not self.ended.done():
            self.ended.set_result(None)
        self._when_lost(self)

    async def end(self, seconds: float) -> bool:
        """Let the process finish what it has; after so many seconds it is killed. Says if it is gone."""
        self.lost = True
        self._send()
        self._input.close()
        if self.undead or not await self.has_ended(seconds):
            self.kill()
        return await self.has_ended(seconds)

    async def has_ended(self, seconds: float) -> bool:
        """Wait so many seconds for the process to be gone, and say whether it is."""
        await asyncio.wait({self.ended}, timeout=seconds)
        return self.ended.done()
