"""Who may stand in the door: a bound on connections that have not shown the secret, and on their time.

Connections with the secret, Telegram's, have a bound that Telegram never meets. Of the others the oldest
makes room for the newest, so that nobody keeps Telegram out by holding connections open. Knows no page.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext

from aiohttp import web
from aiohttp.http_exceptions import BadHttpMessage

from bot.telegram.api.webhook import CONNECTIONS

STRANGERS = CONNECTIONS + 20
"""Connections without the secret at once. Telegram's own may all be new at the same moment, and are
strangers until each has shown the secret; far below the fewest files a process may open (256).
"""

KNOWN = CONNECTIONS
"""Connections that have shown the secret at once: as many as we ask Telegram for. More come from a proxy
that leaves them open, or finishes nothing; the one heard least lately makes room.
"""

STRANGER_SECONDS = 10.0
"""How long a connection without the secret may last, whatever it does or leaves unfinished."""

LINGERING_SECONDS = 2.0
"""How long the rest of a refused body is read, so that the refusal is seen."""

MakeProtocol = Callable[[], asyncio.Protocol]


class Door:
    """Counts the connections of one listener."""

    def __init__(self) -> None:
        self._strangers: dict[asyncio.BaseTransport, asyncio.TimerHandle] = {}
        self._known: dict[asyncio.BaseTransport, None] = {}
        self._busy: set[asyncio.BaseTransport] = set()

    def opened(self, transport: asyncio.BaseTransport) -> None:
        """Let a connection in; while too many are open, the oldest stranger goes."""
        while len(self._strangers) >= STRANGERS:
            self._turn_out(next(iter(self._strangers)))
        loop = asyncio.get_running_loop()
        self._strangers[transport] = loop.call_later(STRANGER_SECONDS, self._turn_out, transport)

    def knows(self, transport: asyncio.BaseTransport | None) -> None:
        """Let a connection be that has shown the secret; while too many have, another one goes."""
        if transport is None or not (transport in self._strangers or transport in self._known):
            return
        self.closed(transport)
        while len(self._known) >= KNOWN:
            self._turn_out(
                next((one for one in self._known if one not in self._busy), next(iter(self._known)))
            )
        self._known[transport] = None

    def working(self, transport: asyncio.BaseTransport | None) -> AbstractContextManager[None]:
        """Turn others out before a connection whose update is whole and being taken."""
        if transport is None or transport not in self._known:
            return nullcontext()
        return _Working(self._busy, transport)

    def closed(self, transport: asyncio.BaseTransport) -> None:
        """Forget a connection."""
        if timer := self._strangers.pop(transport, None):
            timer.cancel()
        self._known.pop(transport, None)
        self._busy.discard(transport)

    def _turn_out(self, transport: asyncio.BaseTransport) -> None:
        self.closed(transport)
        if isinstance(transport, asyncio.Transport):
            transport.abort()
        else:
            transport.close()


class _Working(AbstractContextManager[None]):
    """A connection whose update is being taken. No generator: every update has one of these."""

    __slots__ = ("_busy", "_transport")

    def __init__(self, busy: set[asyncio.BaseTransport], transport: asyncio.BaseTransport) -> None:
        self._busy = busy
        self._transport = transport

    def __enter__(self) -> None:
        self._busy.add(self._transport)

    def __exit__(self, *_: object) -> None:
        self._busy.discard(self._transport)


class _Watched(asyncio.Protocol):
    """A connection of aiohttp's that the door knows of."""

    def __init__(self, door: Door, inner: asyncio.Protocol) -> None:
        self._door = door
        self._inner = inner
        self._transport: asyncio.BaseTransport | None = None
        self.pause_writing = inner.pause_writing  # type: ignore[method-assign] # handed on as it is
        self.resume_writing = inner.resume_writing  # type: ignore[method-assign] # the same
        self.data_received = inner.data_received  # type: ignore[method-assign] # the same
        self.eof_received = inner.eof_received  # type: ignore[method-assign] # the same

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._inner.connection_made(transport)
        self._door.opened(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._transport is not None:
            self._door.closed(self._transport)
        self._inner.connection_lost(exc)


DOOR = web.AppKey("door", Door)
"""Where an application finds the door it stands behind."""


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a line of the server's tells more than that somebody sent what is no HTTP.

    That is answered 400; strangers without end could fill the log with it.
    """
    return not (record.exc_info and isinstance(record.exc_info[1], BadHttpMessage))


_LOG = logging.getLogger("aiohttp.server")
_LOG.addFilter(_is_news)


class OpenPort:
    """A port that is listened on: what comes in goes to the application that was put there last."""

    def __init__(self) -> None:
        self.number = 0
        self._makers: list[MakeProtocol] = []

    def admit(self) -> asyncio.Protocol:
        """Return what serves one more connection."""
        return self._makers[-1]()

    @asynccontextmanager
    async def serving(
        self, application: web.Application, closing_seconds: float
    ) -> AsyncIterator[None]:
        """Serve an application behind its door while the block lasts; finish requests under way at the end."""
        runner = web.AppRunner(
            application,
            access_log=None,
            logger=_LOG,
            shutdown_timeout=closing_seconds,
            lingering_time=LINGERING_SECONDS,
            auto_decompress=False,  # the pages unpack what they read
        )
        await runner.setup()
        door, connection = application[DOOR], runner.server
        assert connection is not None  # noqa: S101 -- set up just now
        self._makers.append(lambda: _Watched(door, connection()))
        try:
            yield
        finally:
            if len(self._makers) > 1:  # the one before; the last one refuses by itself
                self._makers.pop()
            await runner.cleanup()


@asynccontextmanager
async def listening(
    application: web.Application, host: str, port: int, closing_seconds: float
) -> AsyncIterator[OpenPort]:
    """Listen on a port, and serve the application there where no other one is put in its place.

    Raises OSError when the port is taken.
    """
    opened = OpenPort()
    async with opened.serving(application, closing_seconds):
        server = await asyncio.get_running_loop().create_server(opened.admit, host, port)
        opened.number = server.sockets[0].getsockname()[1]
        try:
            yield opened
        finally:
            server.close()


def goodbye(response: web.Response) -> web.Response:
    """Return a response after which the connection is closed."""
    response.force_close()
    return response
