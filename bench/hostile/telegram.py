"""A pretend Telegram that hands over whatever bytes it is given, and remembers whom the bot has answered.

Serves getUpdates with offsets as Telegram's, and everything else a bot calls, without checking it. Lives
in the process of whoever fuzzes. Must not know what an update says.
"""

import asyncio
import time
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

import orjson
from aiohttp import web

from bench.lean import BOT, FACTS

BATCH: Final = 100
SENDS: Final = ("send", "edit", "copy")  # beginnings of methods that bring a person something


class HostileTelegram:
    """Updates as bytes, each with its number."""

    def __init__(self) -> None:
        self.api = ""
        self.answered: Counter[int] = Counter()
        """How often each chat was brought something."""

        self.handed: Counter[int] = Counter()
        """How often each update that waits was handed over."""

        self.offset = 0
        self._waiting: deque[tuple[int, bytes]] = deque()
        self._news = asyncio.Event()
        self._changed = asyncio.Condition()
        self._message = 0
        self.hook: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    @asynccontextmanager
    async def served(self) -> AsyncIterator[str]:
        """Serve while the block lasts; yields the address of the Bot API."""
        application = web.Application(client_max_size=1 << 28)
        application.router.add_route("*", "/bot{token}/{method}", self._call)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            self.api = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield self.api
        finally:
            await runner.cleanup()

    def write(self, number: int, body: bytes) -> None:
        """Have an update wait for the bot's polls."""
        self._waiting.append((number, body))
        self._news.set()

    @property
    def waiting(self) -> int:
        """How many updates are not confirmed."""
        return len(self._waiting)

    async def confirmed(self, left: int = 0) -> None:
        """Return when at most so many updates are not confirmed."""
        async with self._changed:
            await self._changed.wait_for(lambda: len(self._waiting) <= left)

    async def heard(self, chats: dict[int, int]) -> None:
        """Return when each chat was brought something more often than said."""
        async with self._changed:
            await self._changed.wait_for(
                lambda: all(self.answered[chat] > count for chat, count in chats.items())
            )

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        fields = await request.post() if request.body_exists else request.query
        if method == "getupdates":
            body = await self._updates(
                int(str(fields.get("offset", 0))), float(str(fields.get("timeout", 0)))
            )
            return web.Response(body=body, content_type="application/json")
        if method == "setwebhook" and not self.hook.done():
            self.hook.set_result(str(fields["url"]))
        result: Any = FACTS.get(method, True)
        if method.startswith(SENDS) and "chat_id" in fields:
            result = await self._sent(int(str(fields["chat_id"])))
        body = orjson.dumps({"ok": True, "result": result})
        return web.Response(body=body, content_type="application/json")

    async def _sent(self, chat: int) -> dict[str, Any]:
        self._message += 1
        self.answered[chat] += 1
        async with self._changed:
            self._changed.notify_all()
        told = {"id": chat, "first_name": "Guru", "type": "private"}
        date = int(time.time())
        return {"message_id": self._message, "from": BOT, "chat": told, "date": date, "text": "x"}

    async def _updates(self, offset: int, hold: float) -> bytes:
        self.offset = max(self.offset, offset)
        while self._waiting and self._waiting[0][0] < offset:
            self.handed.pop(self._waiting.popleft()[0], None)
        async with self._changed:
            self._changed.notify_all()
        if not self._waiting and hold:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), hold)
            except TimeoutError:
                return b'{"ok":true,"result":[]}'
        batch = [self._waiting[at] for at in range(min(BATCH, len(self._waiting)))]
        self.handed.update(number for number, _ in batch)
        return b'{"ok":true,"result":[' + b",".join(body for _, body in batch) + b"]}"
