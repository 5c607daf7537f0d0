"""The leanest Telegram a bot can talk to: it checks nothing, so that it is never the slower side.

Serves what a bot needs to start, getUpdates with offsets as Telegram's, a webhook over as many
connections as the bot asked for, and sendMessage. `python -m bench.lean`, driven as in `telegram`.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
import orjson
import uvloop
from aiohttp import web

from bench.telegram import Telegram, obey

BATCH: Final = 100
CONNECTIONS: Final = 40
RETRIES: Final = (0.0, *(0.05,) * 200)  # seconds before each attempt to hand an update over
DATE: Final = 1_790_000_000
BOT: Final = {"id": 1000001, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
FACTS: Final[dict[str, Any]] = {
    "getme": {**BOT, "can_join_groups": False, "supports_inline_queries": False},
    "getmycommands": [],
    "getmydescription": {"description": ""},
    "getmyshortdescription": {"short_description": ""},
    "getwebhookinfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
}


class LeanTelegram(Telegram):
    """Updates, messages, nothing else."""

    def __init__(self) -> None:
        self._number = 0
        self._waiting: deque[dict[str, Any]] = deque()
        self._poll: asyncio.Future[None] | None = None
        self._hook: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._outbox: asyncio.Queue[bytes] = asyncio.Queue()
        self._couriers: list[asyncio.Task[None]] = []

    async def ready(self) -> None:
        """Return when a poll waits, or the webhook that was set takes connections."""
        while not self._hook.done():
            if self._poll is not None and not self._poll.done():
                return
            await asyncio.sleep(0.002)
        parts = urlsplit(self._hook.result())
        while True:
            try:
                _, writer = await asyncio.open_connection(parts.hostname, parts.port)
            except OSError:
                await asyncio.sleep(0.01)
            else:
                writer.close()
                return

    def write(self, person: int, text: str) -> None:
        """Queue a private message."""
        update = self.update(person, text)
        if self._couriers:
            self._outbox.put_nowait(orjson.dumps(update))
            return
        self._waiting.append(update)
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def update(self, person: int, text: str) -> dict[str, Any]:
        """Return the update of a private message, with the entity that Telegram marks a command by.

        "@data" is the press of a button that carries this.
        """
        self._number += 1
        if text.startswith("@"):
            return self._press(person, text.removeprefix("@"))
        message: dict[str, Any] = {
            "message_id": self._number,
            "from": {"id": person, "is_bot": False, "first_name": "Guru", "language_code": "id"},
            "chat": {"id": person, "first_name": "Guru", "type": "private"},
            "date": DATE,
            "text": text,
        }
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            message["entities"] = [{"offset": 0, "length": length, "type": "bot_command"}]
        return {"update_id": self._number, "message": message}

    def _press(self, person: int, data: str) -> dict[str, Any]:
        sender = {"id": person, "is_bot": False, "first_name": "Guru", "language_code": "id"}
        pressed = {
            "id": str(self._number),
            "from": sender,
            "chat_instance": str(person),
            "data": data,
            "message": {
                "message_id": 1,
                "from": BOT,
                "chat": {"id": person, "first_name": "Guru", "type": "private"},
                "date": int(time.time()),
                "text": "Menu",
            },
        }
        return {"update_id": self._number, "callback_query": pressed}

    async def call(self, request: web.Request) -> web.Response:
        """Answer one call of the bot."""
        method = request.match_info["method"].lower()
        fields = await request.post() if request.body_exists else request.query
        match method:
            case "sendmessage" | "editmessagetext":
                result: Any = self._send(int(str(fields["chat_id"])), str(fields["text"]))
            case "getupdates":
                offset, hold = str(fields.get("offset", 0)), str(fields.get("timeout", 0))
                result = await self._updates(int(offset), float(hold))
            case "setwebhook":
                most = int(str(fields.get("max_connections", CONNECTIONS)))
                secret = str(fields.get("secret_token", ""))
                result = self._deliver(str(fields["url"]), secret, most)
            case _:
                result = FACTS.get(method, True)
        body = orjson.dumps({"ok": True, "result": result})
        return web.Response(body=body, content_type="application/json")

    def _send(self, person: int, text: str) -> dict[str, Any]:
        self._number += 1
        self.hear(person, text)
        return {
            "message_id": self._number,
            "from": BOT,
            "chat": {"id": person, "first_name": "Guru", "type": "private"},
            "date": int(time.time()),
            "text": text,
        }

    async def _updates(self, offset: int, hold: float) -> list[dict[str, Any]]:
        waiting = self._waiting
        while waiting and waiting[0]["update_id"] < offset:
            waiting.popleft()
        if not waiting and hold:
            self._poll = asyncio.get_running_loop().create_future()
            await asyncio.wait((self._poll,), timeout=hold)
            self._poll = None
        return [waiting[index] for index in range(min(BATCH, len(waiting)))]

    def _deliver(self, url: str, secret: str, connections: int) -> bool:
        if not self._hook.done():
            self._hook.set_result(url)
            headers = {"Content-Type": "application/json"}
            headers |= {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
            session = aiohttp.ClientSession(headers=headers)
            self._couriers = [
                asyncio.create_task(self._carry(session, url)) for _ in range(connections)
            ]
        return True

    async def _carry(self, session: aiohttp.ClientSession, url: str) -> None:
        while True:
            body = await self._outbox.get()
            for pause in RETRIES:
                await asyncio.sleep(pause)
                if await self._taken(session, url, body):
                    break

    async def _taken(self, session: aiohttp.ClientSession, url: str, body: bytes) -> bool:
        """Hand over one update; what a bot that has just started refuses is brought again, as Telegram does."""
        with suppress(aiohttp.ClientError):
            async with session.post(url, data=body) as response:
                await response.read()
                return response.ok
        return False


async def serve(make: Callable[[], LeanTelegram]) -> None:
    """Serve one until standard input ends."""
    telegram = make()
    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", telegram.call)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await obey(telegram, runner.addresses[0][1])


if __name__ == "__main__":
    uvloop.run(serve(LeanTelegram))
