"""HTTP to the Bot API: what goes wrong on the way, told apart and without the token."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from telegram import InputFile
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.telegram.api.bot import Bot
from bot.telegram.http.request import AiohttpRequest, AnswerLost, NotReached
from tests.each import each
from tests.telegram.echo import SARI, TOKEN, simulator


@asynccontextmanager
async def bot_at(address: str, *, read_timeout: float = 5.0) -> AsyncIterator[Bot]:
    request = AiohttpRequest(read_timeout=read_timeout)
    await request.initialize()
    try:
        yield Bot(TOKEN, base_url=f"{address}/bot", request=request, get_updates_request=request)
    finally:
        await request.shutdown()


@asynccontextmanager
async def answering(answer: bytes | None) -> AsyncIterator[str]:
    """A server that answers everything so, or holds its tongue."""
    silence = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        if answer is None:
            await silence.wait()
        else:
            writer.write(answer)
            await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        silence.set()
        server.close()
        await server.wait_closed()


async def test_words_arrive_as_they_were_sent() -> None:
    """Ampersands, plus signs, line ends and emoji survive the form encoding."""
    words = "a & b = c + d; 100% \N{GRINNING FACE}\nbaris? #2 'kutip' \"dua\""
    telegram = simulator()
    async with telegram.serve() as address, bot_at(address) as bot:
        await telegram.person(SARI).send("halo")
        result = await bot.call("sendMessage", chat_id=SARI, text=words)
    assert result["text"] == words


async def test_a_file_arrives_with_its_name() -> None:
    """A call with a file is sent as a multipart form."""
    telegram = simulator()
    async with telegram.serve() as address, bot_at(address) as bot:
        await telegram.person(SARI).send("halo")
        file = InputFile(b"{}", filename="data.json")
        result = await bot.call("sendDocument", chat_id=SARI, document=file, caption="Ini")
    assert result["document"]["file_name"] == "data.json"
    assert result["caption"] == "Ini"


async def test_a_server_that_is_not_there_was_not_reached() -> None:
    """A refused connection says that nothing can have been done."""
    async with answering(b"") as address:
        gone = address
    async with bot_at(gone) as bot:
        with pytest.raises(NotReached):
            await bot.call("getMe")


async def test_a_broken_connection_is_a_lost_answer() -> None:
    """A connection that breaks after the request says that it may have been done."""
    async with answering(b"") as address, bot_at(address) as bot:
        with pytest.raises(AnswerLost):
            await bot.call("getMe")


async def test_a_silent_server_times_out() -> None:
    """An answer that does not come in time is a TimedOut, not a NotReached."""
    async with answering(None) as address, bot_at(address, read_timeout=0.05) as bot:
        with pytest.raises(TimedOut):
            await bot.call("getMe")


@each("body", ["<html>", "null", "true", "[]", '"OK"', "{}", '{"ok":false}'])
async def test_what_is_no_answer_of_a_bot_api_is_an_error_of_telegram(body: str) -> None:
    """A proxy's page, or its own JSON, with status 200 is refused, by whichever way it came."""
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close"
    page = f"{head}\r\n\r\n{body}".encode()
    async with answering(page) as address, bot_at(address) as bot:
        with pytest.raises(TelegramError, match="Invalid server response"):
            await bot.call("getUpdates")
        with pytest.raises(TelegramError, match="Invalid server response"):
            await bot.delete_webhook()


@each("body", ["null", '"Bad Gateway"', '{"parameters":"?"}'])
async def test_a_failure_told_in_other_json_is_a_failure(body: str) -> None:
    """A gateway that answers 502 in JSON of its own has failed like one that shows a page."""
    page = f"HTTP/1.1 502 Bad Gateway\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
    async with answering(page) as address, bot_at(address) as bot:
        with pytest.raises(NetworkError, match=r"\(502\)"):
            await bot.call("getMe")


@each("answer", [b"", b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"])
async def test_no_error_names_the_token(answer: bytes) -> None:
    """Neither an error nor its causes contain the address with the token."""
    async with answering(answer) as address, bot_at(address) as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.call("getMe")
    error: BaseException | None = caught.value
    while error is not None:
        assert TOKEN not in f"{error!r} {error}"
        error = error.__cause__


async def test_requests_need_to_be_initialized() -> None:
    """Using the backend before its start is a programming error, said clearly."""
    with pytest.raises(RuntimeError, match="not initialized"):
        await AiohttpRequest().do_request("http://127.0.0.1/", "GET")


@asynccontextmanager
async def taking_nothing() -> AsyncIterator[str]:
    """A server that takes the connection and then reads no byte of what is written."""
    over, ended = asyncio.Event(), asyncio.Event()

    async def hold(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await over.wait()
        writer.transport.abort()
        ended.set()

    server = await asyncio.start_server(hold, "127.0.0.1", 0, limit=1 << 10)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        over.set()
        await ended.wait()
        server.close()
        await server.wait_closed()


async def test_a_file_that_nobody_takes_is_given_up() -> None:
    """An upload of 30 MB to a peer that has stopped reading ends instead of holding its place for ever."""
    request = AiohttpRequest(stalled_seconds=0.2)
    await request.initialize()
    try:
        async with taking_nothing() as address:
            bot = Bot(
                TOKEN, base_url=f"{address}/bot", request=request, get_updates_request=request
            )
            with pytest.raises(TimedOut):
                await bot.call("sendDocument", chat_id=1, document=InputFile(bytes(30 << 20)))
    finally:
        await request.shutdown()


async def test_an_answer_that_trickles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that sends a byte now and then keeps no call waiting for more than its whole time."""
    monkeypatch.setattr("bot.telegram.http.request.WHOLE_SECONDS", 0.2)

    ended = asyncio.Event()

    async def trickle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        with suppress(OSError):
            while True:
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.02)
        writer.transport.abort()
        ended.set()

    server = await asyncio.start_server(trickle, "127.0.0.1", 0)
    async with server:
        address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with bot_at(address, read_timeout=0.3) as bot:
            request = bot.request
            assert isinstance(request, AiohttpRequest)
            before = request.answered_at
            with pytest.raises(TimedOut):
                await bot.call("getMe")
            assert request.answered_at == before
        await ended.wait()
