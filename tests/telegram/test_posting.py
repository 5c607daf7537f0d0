"""Forms over aiohttp's pool: what a connection is used for again, and which answers are read how."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest
from telegram.error import TimedOut

from bot.telegram.http.request import AnswerLost
from tests.each import each
from tests.telegram.test_request import bot_at

OK = b'{"ok":true,"result":true}'
HEAD = b"HTTP/1.1 200 OK\r\n"
WHOLE = HEAD + b"Content-Length: 25\r\n\r\n" + OK
LAST = HEAD + b"Content-Length: 25\r\nConnection: close\r\n\r\n" + OK
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n%s\r\n14\r\n%s\r\n0\r\n\r\n" % (
    OK[:5],
    OK[5:],
)
INTERIM = b"HTTP/1.1 103 Early Hints\r\n\r\n"


class Server:
    """Answers each call in pieces; knows what came over which connection."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces = tuple(pieces)
        self.calls: list[tuple[int, bytes]] = []
        self.called = asyncio.Event()
        self._connections = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections += 1
        number = self._connections
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                size = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
                self.calls.append((number, head + await reader.readexactly(size)))
                self.called.set()
                for piece in self.pieces:
                    writer.write(piece)
                    await asyncio.sleep(0.01)
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()


@asynccontextmanager
async def server_of(*pieces: bytes) -> AsyncIterator[tuple[Server, str]]:
    served = Server(pieces)
    listener = await asyncio.start_server(served.serve, "127.0.0.1", 0)
    try:
        yield served, f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    finally:
        listener.close()


@each(
    "pieces",
    [(WHOLE,), (CHUNKED,), (WHOLE[:20], WHOLE[20:60], WHOLE[60:]), (INTERIM, WHOLE)],
)
async def test_an_answer_is_read_however_it_comes_and_its_connection_used_again(
    pieces: tuple[bytes, ...],
) -> None:
    """Calls one after another go over one connection, each with its whole form."""
    async with server_of(*pieces) as (server, address), bot_at(address) as bot:
        for words in ("satu", "dua", "tiga"):
            assert await bot.call("sendMessage", text=words) is True
    assert [number for number, _ in server.calls] == [1, 1, 1]
    assert [call.rpartition(b"\r\n\r\n")[2] for _, call in server.calls] == [
        b"text=satu",
        b"text=dua",
        b"text=tiga",
    ]


async def test_a_call_has_the_head_of_a_form() -> None:
    """The head names the method's path, the host, who calls and what kind of body follows."""
    async with server_of(WHOLE) as (server, address), bot_at(address) as bot:
        await bot.call("sendMessage", text="satu")
    first, *lines = server.calls[0][1].decode().split("\r\n")
    assert first.startswith("POST /bot")
    assert first.endswith("/sendMessage HTTP/1.1")
    told = dict(line.split(": ", 1) for line in lines if ": " in line)
    assert told["Host"] == address.removeprefix("http://")
    assert told["User-Agent"].startswith("python-telegram-bot")
    assert told["Content-Type"] == "application/x-www-form-urlencoded"


async def test_a_connection_whose_end_is_announced_is_not_used_again() -> None:
    """After an answer that closes its connection the next call opens another one."""
    async with server_of(LAST) as (server, address), bot_at(address) as bot:
        await bot.call("getMe")
        await bot.call("getMe")
    assert [number for number, _ in server.calls] == [1, 2]


async def test_what_is_no_http_is_a_lost_answer() -> None:
    """Bytes that are no HTTP say that it may have been done; the connection is given up."""
    page = b"SSH-2.0-OpenSSH_9.6\r\n\r\n"
    async with server_of(page) as (server, address), bot_at(address) as bot:
        for _ in range(2):
            with pytest.raises(AnswerLost):
                await bot.call("getMe")
    assert [number for number, _ in server.calls] == [1, 2]


async def test_a_connection_on_which_an_answer_is_late_is_given_up() -> None:
    """The answer that comes too late is not taken for that of the next call."""
    async with server_of(b"") as (server, address), bot_at(address) as bot:
        with pytest.raises(TimedOut):
            await bot.call("sendMessage", read_timeout=0.05, text="satu")
        server.pieces = (WHOLE,)
        assert await bot.call("getMe") is True
    assert [number for number, _ in server.calls] == [1, 2]


async def test_a_call_that_is_given_up_leaves_its_connection_to_nobody() -> None:
    """Cancelled while it waits, a call closes its connection."""
    async with server_of(b"") as (server, address), bot_at(address) as bot:
        call = asyncio.ensure_future(bot.call("sendMessage", text="satu"))
        await server.called.wait()
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        server.pieces = (WHOLE,)
        assert await bot.call("getMe") is True
    assert [number for number, _ in server.calls] == [1, 2]
