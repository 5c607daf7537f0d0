"""Delivery of updates to a webhook (telegram-bot-api, WebhookActor.cpp).

Updates of one lane go one after another, lanes at once, at most `connections` together. What is
not taken is tried again at once, then after 2, 4, 8 … up to 60 seconds, until it expires; it
holds up its own lane only. This module must not know the methods: it is handed what carries out
an answer that is itself a call.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable

import aiohttp
import orjson

from bot.simulator.bot_side.queue import Waiting
from bot.simulator.bot_side.wire import Call, read_json
from bot.simulator.world import World

_LONGEST_PAUSE = 60.0
_LONGEST_RETRY_AFTER = 3600.0
_ANSWER_SECONDS = 60.0
_OK, _MULTIPLE_CHOICES = 200, 300
_IGNORED = frozenset({"setwebhook", "deletewebhook", "close", "logout"})

_log = logging.getLogger(__name__)


class Webhook:
    """The bot's webhook; without a `url` there is none."""

    def __init__(self, world: World, execute: Callable[[Call], Awaitable[object]]) -> None:
        self.url = ""
        self.connections = 40
        self.last_error: tuple[int, str] | None = None
        self.first_pause_seconds = 2.0
        self._world = world
        self._execute = execute
        self._secret = ""
        self._limiter: dict[Hashable, deque[Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._room = asyncio.Semaphore(40)
        self._session: aiohttp.ClientSession | None = None

    def is_set(self, url: str, secret: str, connections: int) -> bool:
        """Whether exactly this webhook is set."""
        return (url, secret, connections) == (self.url, self._secret, self.connections)

    def set(self, url: str, secret: str, connections: int) -> None:
        """Deliver to `url` from now on, first what waits already."""
        self.delete()
        self.url, self._secret, self.connections = url, secret, connections
        self._room = asyncio.Semaphore(connections)
        for waiting in self._world.queue.pending():
            self._enqueue(waiting)
        self._world.queue.on_add = self._enqueue

    def delete(self) -> None:
        """Stop delivering; what was not taken stays in the queue."""
        self._world.queue.on_add = None
        self.url, self._secret, self.last_error = "", "", None
        self._limiter.clear()
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()

    async def close(self) -> None:
        """Stop, and let go of the connections."""
        tasks = list(self._tasks)
        self.delete()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _enqueue(self, waiting: Waiting) -> None:
        lane = self._limiter.get(waiting.lane)
        if lane is not None:
            lane.append(waiting)
            return
        self._limiter[waiting.lane] = deque([waiting])
        task = asyncio.get_running_loop().create_task(self._work(waiting.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, name: Hashable) -> None:
        lane = self._limiter[name]
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self._limiter[name]

    async def _deliver(self, waiting: Waiting) -> None:
        pause = 0.0
        while self._world.clock.seconds() < waiting.expires:
            async with self._room:
                retry_after = await self._post(waiting)
            if retry_after is None:
                break
            await asyncio.sleep(min(retry_after, _LONGEST_RETRY_AFTER) or pause)
            pause = min(pause * 2, _LONGEST_PAUSE) if pause else self.first_pause_seconds
        self._world.queue.remove(waiting)

    async def _post(self, waiting: Waiting) -> float | None:
        """Post one update; None when it was taken, else the wished pause (0 for none)."""
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._secret
        try:
            async with self._session.post(
                self.url, data=orjson.dumps(waiting.update), headers=headers, allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=_ANSWER_SECONDS),
            ) as response:  # fmt: skip
                body = await response.read()
                if _OK <= response.status < _MULTIPLE_CHOICES:
                    await self._answer(body)
                    return None
                fault = f"Wrong response from the webhook: {response.status} {response.reason}"
                wish = response.headers.get("Retry-After", "")
        except (aiohttp.ClientError, TimeoutError) as error:
            fault, wish = _fault(error), ""
        self.last_error = (self._world.date(), fault)
        _log.warning("The webhook did not take update %s: %s", waiting.number, fault)
        return float(wish) if wish.isdecimal() else 0.0

    async def _answer(self, body: bytes) -> None:
        """Carry out an answer that is a call; nobody is told of its result."""
        if not body.startswith(b"{"):
            return
        try:
            fields = read_json(body)
        except Exception:  # noqa: BLE001 - whatever the body is, the update was taken
            return
        method = fields.pop("method", "").lower()
        if method and method not in _IGNORED and not method.startswith("get"):
            await self._execute(Call(method, fields))


def _fault(error: Exception) -> str:
    if isinstance(error, aiohttp.ClientConnectorError):
        return "Connection refused"
    return (
        "Read timeout expired" if isinstance(error, TimeoutError) else "Webhook connection closed"
    )
