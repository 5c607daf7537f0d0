"""The pages of the process: the webhook's door and the health page, over real sockets."""

import asyncio
import gzip
import io
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from yarl import URL

from bot.web.door import DOOR
from bot.web.health import FAILING_SECONDS, HealthPage
from bot.web.server import (
    BODY_BYTES,
    SECRET_HEADER,
    Listen,
    UpdatesPage,
    Webhook,
    serving,
    website,
)
from tests.each import each
from tests.steady import Steady

SECRET = "rahasia-yang-panjang-sekali-0123456789"


class Taken:
    """Takes updates, each only when it may be saved."""

    def __init__(self) -> None:
        self.updates: list[Mapping[str, Any]] = []
        self.saved = asyncio.Event()
        self.saved.set()
        self.begun = asyncio.Event()
        self.free = asyncio.Event()
        self.free.set()
        self.asked = asyncio.Event()

    async def take(self, update: Mapping[str, Any]) -> None:
        self.begun.set()
        await self.saved.wait()
        self.updates.append(update)

    async def room(self) -> None:
        """Return when there is room."""
        self.asked.set()
        await self.free.wait()


@asynccontextmanager
async def pages(
    taken: Taken, webhook: Webhook | None = None
) -> AsyncIterator[tuple[aiohttp.ClientSession, str]]:
    application = website(HealthPage(Steady(42)))
    page = UpdatesPage(secret=SECRET, take=taken.take, room=taken.room, door=application[DOOR])
    page.stand_in(application, webhook or Webhook(url="https://bot.example.id", secret=SECRET))
    listen = Listen(port=0, host="127.0.0.1")
    async with serving(application, listen) as port, aiohttp.ClientSession() as session:
        yield session, f"http://127.0.0.1:{port.number}"


async def post(
    session: aiohttp.ClientSession, address: str, body: bytes, secret: str | None = SECRET
) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    data = io.BytesIO(body)
    async with session.post(f"{address}/telegram", data=data, headers=headers) as response:
        return response.status


async def test_an_update_with_the_secret_is_taken() -> None:
    """The right secret and an object are all that is needed."""
    taken = Taken()
    async with pages(taken) as (session, address):
        assert await post(session, address, b'{"update_id":1}') == 200
    assert taken.updates == [{"update_id": 1}]


@each("secret", [None, "", "salah", SECRET + "x", "r\u00e4hasia"])
async def test_without_the_secret_nothing_is_taken(secret: str | None) -> None:
    """A wrong or missing secret is refused with 403."""
    taken = Taken()
    async with pages(taken) as (session, address):
        assert await post(session, address, b'{"update_id":1}', secret) == 403
    assert taken.updates == []


async def test_a_secret_of_any_bytes_is_compared() -> None:
    """A header that is no text is a wrong secret like any other, not an error."""
    async with pages(Taken()) as (_, address):
        reader, writer = await asyncio.open_connection("127.0.0.1", int(address.rsplit(":", 1)[1]))
        head = f"POST /telegram HTTP/1.0\r\nContent-Length: 2\r\n{SECRET_HEADER}: "
        writer.write(head.encode() + b"\xe9\xff\r\n\r\n{}")
        status = await reader.readline()
        writer.close()
        await writer.wait_closed()
    assert status.split()[1] == b"403"


@each("body", [b"", b"{", b"[1]", b"null", b"\xff", b"a=1"])
async def test_what_is_no_json_object_is_accepted_and_not_taken(body: bytes) -> None:
    """Refused, it would come again for a day, and its sender's next updates would wait behind it."""
    taken = Taken()
    async with pages(taken) as (session, address):
        assert await post(session, address, body) == 200
    assert taken.updates == []


async def test_a_body_above_one_mebibyte_is_refused() -> None:
    """Too large a body is refused with 413."""
    taken = Taken()
    async with pages(taken) as (session, address):
        assert await post(session, address, b" " * (BODY_BYTES + 1)) == 413
    assert taken.updates == []


async def test_an_update_is_acknowledged_only_when_it_is_saved() -> None:
    """The answer waits for the save."""
    taken = Taken()
    taken.saved.clear()
    async with pages(taken) as (session, address):
        posting = asyncio.create_task(post(session, address, b'{"update_id":1}'))
        await taken.begun.wait()
        assert not posting.done()
        taken.saved.set()
        assert await posting == 200


async def test_closing_finishes_the_request_under_way() -> None:
    """A request that has begun gets its answer although the process stops."""
    taken = Taken()
    taken.saved.clear()
    async with aiohttp.ClientSession() as session:
        async with pages(taken) as (_, address):
            posting = asyncio.create_task(post(session, address, b'{"update_id":1}'))
            await taken.begun.wait()
            asyncio.get_running_loop().call_later(0.05, taken.saved.set)
        assert await posting == 200


@each(
    ("failing", "ok", "status"),
    [(0.0, True, 200), (1.5, False, 200), (FAILING_SECONDS, False, 503), (7200.0, False, 503)],
)
async def test_the_health_page_tells_how_the_bot_fares(
    failing: float, ok: bool, status: int
) -> None:
    """GET /health is JSON with the facts; 503 once nothing could be saved for a while."""
    page = HealthPage(Steady(42, failing, 3))
    async with (
        serving(website(page), Listen(port=0, host="127.0.0.1")) as port,
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port.number}/health") as response,
    ):
        facts = await response.json()
        assert response.status == status
    assert facts == {
        "ok": ok,
        "people": 42,
        "uptime_seconds": 0,
        "not_saving_seconds": int(failing),
        "unreadable": 3,
        "version": "1.2.3",
        "content": "abcd1234",
    }


@each(
    ("url", "path", "full"),
    [
        ("https://bot.example.id", "/telegram", "https://bot.example.id/telegram"),
        ("https://bot.example.id/", "/telegram", "https://bot.example.id/telegram"),
        ("https://bot.example.id/a/b", "/a/b", "https://bot.example.id/a/b"),
    ],
)
def test_the_webhooks_path_comes_from_its_address(url: str, path: str, full: str) -> None:
    """An address without a path gets /telegram."""
    webhook = Webhook(url=url, secret=SECRET)
    assert (webhook.path, webhook.full_url) == (path, full)
    assert SECRET not in repr(webhook)


async def test_an_update_waits_while_too_many_replies_do() -> None:
    """Telegram keeps its updates back until there is room for what they lead to."""
    taken = Taken()
    taken.free.clear()
    async with pages(taken) as (session, address):
        posting = asyncio.create_task(post(session, address, b'{"update_id":1}'))
        await asyncio.wait_for(taken.asked.wait(), 10)
        assert taken.updates == []
        taken.free.set()
        assert await posting == 200
    assert taken.updates == [{"update_id": 1}]


@each(
    "path",
    [
        "/{a", "/a}", "/{a}", "/{a:[}", "/a%7B/{x:[}", "/{a:.*}", "/%7Ba%7D", "/\N{LATIN SMALL LETTER E WITH ACUTE}",
        "/a b", "/a%20b", "/a%2Fb", "/a;b", "/a//b", "/a/", "/a+b@c:d", "/a%25b", "/123:ABC", "/a?b={c}", "/*", "/health",
    ],
)  # fmt: skip
async def test_the_webhooks_path_is_what_stands_there(path: str) -> None:
    """Braces and percent signs are letters like others; Telegram is told what we listen to."""
    taken = Taken()
    webhook = Webhook(url=f"https://bot.example.id{path}", secret=SECRET)
    async with pages(taken, webhook) as (session, address):
        told = webhook.full_url.replace("https://bot.example.id", address)
        for url in (told, f"{address}{path}"):
            headers = {SECRET_HEADER: SECRET}
            target = URL(url, encoded=True) if url is told else URL(url)
            async with session.post(target, data=b'{"update_id":1}', headers=headers) as response:
                assert response.status == 200
        for other in ("/b", "/"):
            async with session.post(f"{address}{other}", headers=headers) as response:
                assert response.status == 404
    assert len(taken.updates) == 2
    assert webhook.full_url.isascii()
    assert " " not in webhook.full_url
    assert "{" not in urlsplit(webhook.full_url).path


@pytest.mark.parametrize(
    "encoding", ["gzip", "deflate", "br", "zstd", "identity", "unknown", "GZIP", ""]
)
@pytest.mark.parametrize(
    "body", [b"no such thing", gzip.compress(b'{"update_id":1}', mtime=0)[:-12], b"", b"\x1f\x8b"]
)
async def test_a_body_that_cannot_be_decoded_is_no_fault_of_ours(
    encoding: str, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever a proxy says of the body, it is accepted, so that Telegram does not repeat it, without a trace in the log."""
    head = f"POST /telegram HTTP/1.1\r\nHost: a\r\n{SECRET_HEADER}: {SECRET}\r\n"
    head += f"Content-Encoding: {encoding}\r\nContent-Length: {len(body)}\r\n\r\n"
    taken = Taken()
    async with pages(taken) as (session, address):
        reader, writer = await asyncio.open_connection("127.0.0.1", int(address.rsplit(":", 1)[1]))
        writer.write(head.encode() + body)
        status = (await reader.readline()).split()[1]
        writer.close()
        assert await post(session, address, b'{"update_id":2}') == 200
    assert status == b"200"
    assert taken.updates == [{"update_id": 2}]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@each("encoding", ["gzip", " GZIP "])
async def test_a_body_a_proxy_has_packed_is_read(encoding: str) -> None:
    """An update that arrives packed is taken like any other, up to its bound."""
    taken = Taken()
    async with pages(taken) as (session, address):
        headers = {SECRET_HEADER: SECRET, "Content-Encoding": encoding}
        for body in (b'{"update_id":1}', b'{"update_id":2,"x":"' + b"x" * (BODY_BYTES + 1) + b'"}'):
            async with session.post(
                f"{address}/telegram", data=gzip.compress(body, mtime=0), headers=headers
            ) as response:
                assert response.status == 200
    assert taken.updates == [{"update_id": 1}]
