"""A small balancer before the web processes: each update to one of them at random, the answer as it came.

It looks at nobody's health: a process that is stopped keeps an update waiting until that is given up, one that
was killed is passed over. Telegram repeats whatever was not answered with 200. Must not judge.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from random import Random

import aiohttp
import orjson
from aiohttp import web

from bench.bots import SECRET
from bench.chaos.ledger import Acknowledged, Ledger

PATIENCE_SECONDS = 8.0
PASSED_OVER = 3
"""So many that refuse a connection are passed over before Telegram is told that nobody is there."""

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}

Doors = Callable[[], list[tuple[int, int]]]
"""Gives the web processes that are thought to be there: slot and port."""


@dataclass(slots=True)
class Balancer:
    """Hands on updates, and knows which were answered with 200."""

    ledger: Ledger
    doors: Doors
    random: Random
    session: aiohttp.ClientSession
    _taken: defaultdict[str, asyncio.Event] = field(
        default_factory=lambda: defaultdict(asyncio.Event)
    )
    _numbers: dict[str, int] = field(default_factory=dict)

    async def taken(self, key: str) -> int:
        """Return when an update was answered with 200; its number."""
        await self._taken[key].wait()
        del self._taken[key]
        return self._numbers.pop(key)

    async def take(self, request: web.Request) -> web.Response:
        """Hand on one update."""
        body = await request.read()
        for _ in range(PASSED_OVER):
            doors = self.doors()
            if not doors:
                break
            slot, port = self.random.choice(doors)
            status = await self.knock(port, body)
            if status == HTTPStatus.OK:
                self._note(orjson.loads(body), slot)
            if status is not None:
                return web.Response(status=status)
        return web.Response(status=HTTPStatus.BAD_GATEWAY)

    async def knock(self, port: int, body: bytes) -> int | None:
        """Bring an update to one process; None when nobody is there, 502 or 504 when no answer comes."""
        try:
            async with self.session.post(
                f"http://127.0.0.1:{port}/telegram", data=body, headers=HEADERS
            ) as answer:
                return answer.status
        except aiohttp.ClientConnectorError:
            return None
        except TimeoutError:
            self.ledger.note("not answered in time", port)
            return HTTPStatus.GATEWAY_TIMEOUT
        except aiohttp.ClientError:
            return HTTPStatus.BAD_GATEWAY

    def _note(self, update: dict[str, dict[str, object]], slot: int) -> None:
        number = int(str(update["update_id"]))
        if query := update.get("callback_query"):
            key, person = f"q{query['id']}", query["from"]
        elif message := update.get("message"):
            key, person = f"m{message['message_id']}", message["from"]
        else:
            return
        assert isinstance(person, dict)
        ledger = self.ledger
        ledger.acknowledged.append(Acknowledged(ledger.now, number, person["id"], key, slot))
        self._numbers[key] = number
        self._taken[key].set()


@asynccontextmanager
async def balancing(
    ledger: Ledger, doors: Doors, random: Random, port: int
) -> AsyncIterator[Balancer]:
    """Stand at this port."""
    connector = aiohttp.TCPConnector(limit=0, force_close=True)
    timeout = aiohttp.ClientTimeout(total=PATIENCE_SECONDS)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        balancer = Balancer(ledger, doors, random, session)
        application = web.Application()
        application.router.add_post("/telegram", balancer.take)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
            yield balancer
        finally:
            await runner.cleanup()
