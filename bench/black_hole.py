"""A proxy that can fall silent: connections stay open and new ones are accepted, but nothing comes through.

As a mobile carrier's or a cloud's gateway does that has forgotten a connection. What was open when it fell
silent stays silent for good. Plays for tests and benchmarks; must know nothing of what goes through.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

PIECE = 1 << 16


@dataclass(slots=True)
class BlackHole:
    """The proxy before one server."""

    host: str
    port: int
    address: str = ""
    accepted: int = 0
    is_silent: bool = False
    _generation: int = 0
    _under_way: set["asyncio.Task[None]"] = field(default_factory=set)

    def fall_silent(self) -> None:
        """Swallow everything, on open connections and on new ones."""
        self.is_silent = True
        self._generation += 1

    def recover(self) -> None:
        """Let new connections through; the old ones stay silent."""
        self.is_silent = False
        self._generation += 1

    def close(self) -> None:
        """Carry nothing more."""
        for each in self._under_way:
            each.cancel()

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection until one of its ends closes it."""
        self.accepted += 1
        generation = self._generation
        if self.is_silent:
            await self._carry(reader, None, generation)
            writer.close()
            return
        back, forth = await asyncio.open_connection(self.host, self.port)
        answers = asyncio.create_task(self._carry(back, writer, generation))
        self._under_way.add(answers)
        answers.add_done_callback(self._under_way.discard)
        await self._carry(reader, forth, generation)
        for each in (forth, writer):
            each.close()

    async def _carry(
        self, source: asyncio.StreamReader, to: asyncio.StreamWriter | None, generation: int
    ) -> None:
        with suppress(ConnectionError):
            while piece := await source.read(PIECE):
                if to is not None and generation == self._generation:
                    to.write(piece)
                    await to.drain()


@asynccontextmanager
async def black_hole(address: str) -> AsyncIterator[BlackHole]:
    """Serve a proxy before the server at an address (``http://host:port``), open until the block ends."""
    parts = urlsplit(address)
    hole = BlackHole(parts.hostname or "", parts.port or 80)
    server = await asyncio.start_server(hole.take, "127.0.0.1", 0)
    hole.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield hole
    finally:
        server.close()
        hole.close()
