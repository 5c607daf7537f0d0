"""A cable between a store and its database that a test can cut. Knows nothing of what goes through it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qs, quote, urlsplit

PORT = 5432


@dataclass
class Cable:
    """Brings bytes from one end to the other until it is cut."""

    url: str = ""
    """Where the database is found through the cable."""

    to_server: Callable[[bytes], bytes] = lambda sent: sent
    """What becomes of a message on its way; raises ConnectionError to cut all connections."""

    to_client: Callable[[bytes], bytes] = lambda sent: sent
    is_pulled: bool = False
    """Whether nobody gets through any more."""

    _links: set[asyncio.StreamWriter] = field(default_factory=set)

    def cut(self) -> None:
        """End all connections; new ones can be made."""
        for link in self._links:
            link.transport.abort()
        self._links.clear()

    async def connect(
        self, socket: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Serve one client."""
        if self.is_pulled:
            writer.transport.abort()
            return
        back, forth = await asyncio.open_unix_connection(socket)
        self._links |= {writer, forth}
        with suppress(asyncio.CancelledError):  # the test is over
            await asyncio.gather(
                self._carry(reader, forth, "to_server"), self._carry(back, writer, "to_client")
            )

    async def _carry(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, way: str
    ) -> None:
        try:
            while sent := await source.read(1 << 16):
                target.write(getattr(self, way)(sent))
                await target.drain()
        except ConnectionError:
            self.cut()
        with suppress(ConnectionError):
            target.close()


@asynccontextmanager
async def cable(url: str) -> AsyncIterator[Cable]:
    """Have a cable to the database of this address while the block lasts."""
    parts = urlsplit(url)
    socket = str(Path(parse_qs(parts.query)["host"][0]) / f".s.PGSQL.{PORT}")
    made = Cable()
    with TemporaryDirectory(prefix="langkah-cable-") as folder:
        server = await asyncio.start_unix_server(
            lambda reader, writer: made.connect(socket, reader, writer),
            f"{folder}/.s.PGSQL.{PORT}",
        )
        options = parse_qs(parts.query).get("options", [""])[0]
        made.url = f"postgresql://postgres@/postgres?host={folder}&options={quote(options)}"
        try:
            yield made
        finally:
            server.close()
            made.cut()
            await server.wait_closed()
