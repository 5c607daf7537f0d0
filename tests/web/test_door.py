"""The door: whoever has not shown the secret cannot take all connections, nor keep Telegram out."""

import asyncio

import aiohttp
import pytest

from bot.telegram.api.webhook import CONNECTIONS
from bot.web.door import KNOWN, STRANGERS
from bot.web.server import SECRET_HEADER
from tests.web.test_web_pages import SECRET, Taken, pages, post

UNFINISHED = {
    "nothing at all": b"",
    "half a line": b"POST /tele",
    "half a head": b"POST /telegram HTTP/1.1\r\nHost: a\r\n",
    "no body": b"POST /telegram HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n{",
    "half a chunk": b"POST /telegram HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na",
    "a page of others": b"POST /nothing HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n",
    "a page answered": b"GET /health HTTP/1.1\r\nHost: a\r\n\r\n",
}

Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def connect(address: str, content: bytes) -> Stream:
    reader, writer = await asyncio.open_connection("127.0.0.1", int(address.rsplit(":", 1)[1]))
    writer.write(content)
    return reader, writer


async def ended(stream: Stream) -> None:
    """Return when the other side has closed the connection."""
    try:
        async with asyncio.timeout(10):
            await stream[0].read()
    except ConnectionError:
        pass
    finally:
        stream[1].close()


@pytest.mark.parametrize("content", UNFINISHED.values(), ids=UNFINISHED.keys())
async def test_unfinished_requests_keep_nobody_out(content: bytes) -> None:
    """Beside more of them than are let in, an update is taken and the health page answers."""
    taken = Taken()
    async with pages(taken) as (session, address):
        held = [await connect(address, content) for _ in range(STRANGERS + 20)]
        assert await post(session, address, b'{"update_id":1}') == 200
        async with session.get(f"{address}/health") as response:
            assert response.status == 200
        await asyncio.gather(*(ended(stream) for stream in held[:20]))
        for _, writer in held[20:]:
            writer.close()
    assert taken.updates == [{"update_id": 1}]


async def test_telegram_may_come_with_all_its_connections_at_once() -> None:
    """As many new connections as we ask Telegram for are all served, whoever of them speaks first."""
    body = b'{"update_id":1}'
    head = f"POST /telegram HTTP/1.1\r\nHost: a\r\n{SECRET_HEADER}: {SECRET}\r\n"
    request = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    taken = Taken()
    async with pages(taken) as (session, address):
        held = [await connect(address, b"") for _ in range(CONNECTIONS)]
        async with session.get(f"{address}/health"):  # all are in before any of them speaks
            pass
        for _, writer in held:
            writer.write(request)
        lines = [await reader.readline() for reader, _ in held]
        for _, writer in held:
            writer.close()
    assert lines == [b"HTTP/1.1 200 OK\r\n"] * CONNECTIONS


@pytest.mark.parametrize("content", UNFINISHED.values(), ids=UNFINISHED.keys())
async def test_an_unfinished_request_has_an_end(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection without the secret is closed after its time."""
    monkeypatch.setattr("bot.web.door.STRANGER_SECONDS", 0.05)
    async with pages(Taken()) as (_, address):
        await ended(await connect(address, content))


async def test_a_body_that_does_not_come_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the secret, too, the rest of an update is not waited for for ever."""
    monkeypatch.setattr("bot.web.server.BODY_SECONDS", 0.05)
    head = f"POST /telegram HTTP/1.1\r\nHost: a\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: 9\r\n\r\n"
    async with pages(Taken()) as (_, address):
        stream = await connect(address, head.encode())
        assert b" 408 " in await stream[0].readline()
        await ended(stream)


async def test_telegram_is_not_turned_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn that takes longer than a stranger may stay is waited for, however many strangers come."""
    monkeypatch.setattr("bot.web.door.STRANGER_SECONDS", 0.05)
    taken = Taken()
    taken.saved.clear()
    async with pages(taken) as (session, address):
        posting = asyncio.create_task(post(session, address, b'{"update_id":1}'))
        await taken.begun.wait()
        held = [await connect(address, b"GET") for _ in range(STRANGERS + 20)]
        await asyncio.gather(*(ended(stream) for stream in held))
        taken.saved.set()
        assert await posting == 200


async def test_a_wrong_secret_ends_the_connection() -> None:
    """A guess costs a connection of its own, and its body is not waited for."""
    head = f"POST /telegram HTTP/1.1\r\nHost: a\r\n{SECRET_HEADER}: salah\r\nContent-Length: 5\r\n\r\nabcde"
    async with pages(Taken()) as (_, address):
        stream = await connect(address, head.encode())
        assert b" 403 " in await stream[0].readline()
        await ended(stream)


async def test_a_head_without_end_is_refused() -> None:
    """A header of a megabyte is not read to its end."""
    async with pages(Taken()) as (session, address):
        with pytest.raises(aiohttp.ClientError):
            async with session.get(f"{address}/health", headers={"X": "x" * (1 << 20)}) as response:
                response.raise_for_status()


async def test_unfinished_bodies_with_the_secret_keep_nobody_out() -> None:
    """More of them than Telegram may send cost the oldest of them; a turn under way is waited for."""
    head = (
        f"POST /telegram HTTP/1.1\r\nHost: a\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: 9\r\n"
    )
    half = f"{head}Expect: 100-continue\r\n\r\n".encode()
    taken = Taken()
    taken.saved.clear()
    async with pages(taken) as (session, address):
        posting = asyncio.create_task(post(session, address, b'{"update_id":1}'))
        await taken.begun.wait()
        held = []
        for _ in range(KNOWN + 20):
            held.append(await connect(address, half))
            assert b" 100 " in await held[-1][0].readline()
        await asyncio.gather(*(ended(stream) for stream in held[:20]))
        async with session.get(f"{address}/health") as response:
            assert response.status == 200
        taken.saved.set()
        assert await posting == 200
        assert await post(session, address, b'{"update_id":2}') == 200
        for _, writer in held[20:]:
            writer.close()
    assert taken.updates == [{"update_id": 1}, {"update_id": 2}]


NO_HTTP = {
    "no length": b"POST /telegram HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    "no request": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 a TLS hello\r\n\r\n",
    "no chunk": b"POST /telegram HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
}


@pytest.mark.parametrize("content", NO_HTTP.values(), ids=NO_HTTP.keys())
async def test_what_is_no_http_fills_no_log(
    content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever knocks with nonsense is sent away, and no line tells of it: there is no end of them."""
    async with pages(Taken()) as (_, address):
        await ended(await connect(address, content))
    assert not caplog.records


async def test_an_update_that_breaks_off_fills_no_log(caplog: pytest.LogCaptureFixture) -> None:
    """A connection that is lost within a body is no fault of the bot's; the update comes again."""
    head = f"POST /telegram HTTP/1.1\r\nHost: a\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: 9\r\n\r\n"
    taken = Taken()
    async with pages(taken) as (session, address):
        _, writer = await connect(address, head.encode())
        async with session.get(f"{address}/health"):  # by then the head was read
            pass
        writer.transport.abort()
        assert await post(session, address, b'{"update_id":1}') == 200
    assert taken.updates == [{"update_id": 1}]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
