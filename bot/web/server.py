"""The webhook for Telegram and the server behind all pages, on aiohttp.

Answers 200 only when the update's turn is saved. Knows nothing of what an update means.
"""

import asyncio
import hmac
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from yarl import URL

from bot.cluster.background import beside as going_on
from bot.telegram.api.app import Edge
from bot.telegram.api.profile import Profile
from bot.telegram.api.run import DuringRun, run
from bot.telegram.api.webhook import announce
from bot.telegram.http.heartbeat import listen as listen_for
from bot.telegram.receive.raw import number_in, parsed
from bot.web.door import DOOR, Door, OpenPort, goodbye, listening
from bot.web.health import HealthPage

log = structlog.stdlib.get_logger(__name__)

BODY_BYTES = 1 << 20
"""The largest update that is read; Telegram's own stay far below."""

BODY_SECONDS = 20.0
"""How long the body of an update may take to arrive."""

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, no secret

DEFAULT_PATH = "/telegram"
"""Where updates arrive when WEBHOOK_URL names no path of its own."""

CLOSING_SECONDS = 1.0
"""How long requests under way may take when the process stops.

aiohttp may wait twice as long, which stays below the grace of ``run``.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listen:
    """Where this process accepts connections."""

    port: int
    host: str = "0.0.0.0"  # noqa: S104 - behind the proxy of a host that names no address


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Where Telegram sends updates, and the secret it sends along."""

    url: str
    secret: str = field(repr=False)

    @property
    def path(self) -> str:
        """The path of ``url`` on this server, with everything quoted that must be."""
        path = URL(self.url).raw_path
        return path if path.strip("/") else DEFAULT_PATH

    @property
    def full_url(self) -> str:
        """The address as Telegram is told it."""
        parts = urlsplit(self.url)
        return parts._replace(path=self.path).geturl()


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesPage:
    """Accepts updates from Telegram."""

    secret: str = field(repr=False)
    take: Callable[[Mapping[str, Any]], Awaitable[None]]
    room: Callable[[], Awaitable[None]]
    door: Door

    def stand_in(self, application: web.Application, webhook: Webhook) -> None:
        """Take updates at the webhook's path: the path itself, where aiohttp would see a pattern."""
        place = web.PlainResource(URL.build(path=webhook.path, encoded=True).path_safe)
        place.add_route("POST", self.receive)
        application.router.register_resource(place)

    async def receive(self, request: web.Request) -> web.Response:
        """Take one update. 403 without the secret, 413 above 1 MiB.

        What cannot be read is accepted: Telegram would repeat it for a day, and hold back
        everything else of its sender meanwhile.
        """
        # aiohttp reads bytes that are no UTF-8 as surrogates; they may not break the comparison.
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self.secret.encode()):
            return goodbye(web.Response(status=HTTPStatus.FORBIDDEN))
        transport = request.transport
        self.door.knows(transport)
        if (
            request.content_length or 0
        ) > BODY_BYTES:  # many read to the limit would fill the memory
            return goodbye(web.Response(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
        try:
            body = await _body_of(request)
        except (TimeoutError, ConnectionError, web.RequestPayloadError):  # it comes again
            return goodbye(web.Response(status=HTTPStatus.REQUEST_TIMEOUT))
        try:
            update = parsed(_decoded(body, request.headers.get("Content-Encoding", "")))
        except (ValueError, zlib.error):
            update = None
        if isinstance(update, dict):
            with self.door.working(transport):
                await self.room()
                await self.take(update)
        else:
            log.warning("update_unreadable", update=number_in(body))
        return web.Response()


async def _body_of(request: web.Request) -> bytes:
    """Return the body of a request. Raises TimeoutError when it does not come."""
    if request.content.is_eof():  # it came together with the head, as nearly all do
        body = request.content.read_nowait()
        if len(body) >= BODY_BYTES:
            raise web.HTTPRequestEntityTooLarge(BODY_BYTES, len(body))
        return body
    async with asyncio.timeout(BODY_SECONDS):
        return await request.read()


def _decoded(body: bytes, encoding: str) -> bytes:
    """Return a body as it was before a proxy packed it; Telegram packs none. Raises zlib.error.

    aiohttp's own decoding fails outside of the handler, with 400 or 500, which Telegram would repeat.
    """
    if encoding.strip().lower() != "gzip":
        return body
    return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, BODY_BYTES)


def website(health: HealthPage) -> web.Application:
    """Return the pages that every process has."""
    application = web.Application(client_max_size=BODY_BYTES)
    application[DOOR] = Door()
    application.router.add_get("/health", health.show)
    application.router.add_get("/healthz", health.alive)
    application.router.add_get("/readyz", health.ready)
    application.router.add_get("/metrics", health.metrics)
    return application


async def _not_yet(_: web.Request) -> web.Response:
    """Refuse what is for a bot that does not take it yet: Telegram comes again, by a new connection."""
    return goodbye(web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE))


def first_website(health: HealthPage) -> web.Application:
    """Return the pages of a process that takes no update yet."""
    application = website(health)
    application.router.add_post("/{any:.*}", _not_yet)
    return application


@asynccontextmanager
async def serving(application: web.Application, listen: Listen) -> AsyncIterator[OpenPort]:
    """Serve the application and yield its port; finish requests under way at the end."""
    async with listening(application, listen.host, listen.port, CLOSING_SECONDS) as port:
        yield port


async def run_webhook(
    edge: Edge,
    profile: Profile,
    *,
    webhook: Webhook,
    port: OpenPort,
    health: HealthPage,
    beside: DuringRun = nullcontext,
) -> None:
    """Serve by webhook until ``edge.stop`` is set, in place of what stood at the port.

    Raises TokenRefused, WebhookRefused, or StoreUnavailable when nothing can be saved any more.
    """
    application = website(health)
    updates = UpdatesPage(
        secret=webhook.secret,
        take=edge.intake.receive,
        room=edge.deliver.room,
        door=application[DOOR],
    )
    updates.stand_in(application, webhook)

    async def serve() -> None:
        async with port.serving(application, CLOSING_SECONDS):
            await announce(edge, webhook.full_url, webhook.secret)
            async with going_on(listen_for(edge), "heartbeat"):
                await edge.stop.wait()

    await run(edge, profile, serve, beside)
