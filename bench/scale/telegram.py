"""The Telegram of these figures: lean, with as many webhooks as there are processes, and a count of what is sent.

`python -m bench.scale.telegram PER_SECOND LATENCY_SECONDS` refuses (429) what is more than so many messages
in any second, whichever process sends them (0: no limit); of those paid for (Bot API: allow_paid_broadcast)
1,000 may leave. Every call takes so long. Driven by lines of JSON, a scene each; see ``Scene``.
"""

import asyncio
import sys
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import cycle
from typing import Any, Final

import aiohttp
import orjson
import uvloop
from aiohttp import web

from bench.lean import FACTS, LeanTelegram, serve

COMMAND: Final = "/langkah"
PAID_PER_SECOND: Final = 1_000
QUIET_SECONDS: Final = 45.0  # nothing was sent for so long: it is over, or will never be
ANSWER_SECONDS: Final = 60.0


@dataclass(kw_only=True)
class Scene:
    """Who writes how, and who is sent something meanwhile."""

    people: list[int] = field(default_factory=list)
    """Who write, each once; with a pace one after another, again and again."""

    hooks: int = 1
    """How many of the processes get updates."""

    pace: float = 0.0
    """Updates a second; 0: all at once."""

    seconds: float = 0.0
    """How long they write at that pace; without it until all recipients have their message."""

    recipients: int = 0

    uncounted: list[int] = field(default_factory=list)
    """Who are sent something else: a coordinator is told when her broadcast has ended."""


class CountedSends:
    """What was sent, when, and what was one too many; seconds by the steady clock."""

    def __init__(self, per_second: int) -> None:
        self._limits = {False: per_second, True: PAID_PER_SECOND}
        self._latest: dict[bool, deque[float]] = {False: deque(), True: deque()}
        self.refused = 0
        self.most = 0
        """In the fullest second, wherever it began."""

    def take(self, now: float, *, paid: bool) -> bool:
        """Count a message; False for one too many."""
        latest, limit = self._latest[paid], self._limits[paid]
        while latest and now - latest[0] >= 1.0:
            latest.popleft()
        if limit and len(latest) >= limit:
            self.refused += 1
            return False
        latest.append(now)
        self.most = max(self.most, len(latest))
        return True


class ScaledTelegram(LeanTelegram):
    """Delivers to several webhooks in turn, and plays scenes."""

    def __init__(self, per_second: int, latency: float) -> None:
        super().__init__()
        self._per_second = per_second
        self._latency = latency
        self._outboxes: list[asyncio.Queue[bytes]] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._begin(Scene())

    def _begin(self, scene: Scene) -> None:
        self._scene = scene
        self._counted = CountedSends(self._per_second)
        self._asked: dict[int, float] = {}
        self._took: list[float] = []
        self._sent: list[tuple[float, int]] = []
        self._silent = asyncio.Event()  # nobody waits for an answer

    async def call(self, request: web.Request) -> web.Response:
        """Answer one call of the bot."""
        method = request.match_info["method"].lower()
        fields = await request.post() if request.body_exists else request.query
        if method != "sendmessage":
            result = FACTS.get(method, True)
            if method == "setwebhook":
                secret, most = str(fields["secret_token"]), int(str(fields["max_connections"]))
                self._hang(str(fields["url"]), secret, most)
            return _answer({"ok": True, "result": result})
        now, person = time.perf_counter(), int(str(fields["chat_id"]))
        if not self._counted.take(now, paid="allow_paid_broadcast" in fields):
            refusal = {"ok": False, "error_code": 429, "description": "Too Many Requests"}
            return _answer({**refusal, "parameters": {"retry_after": 1}}, 429)
        sent = self._send(person, str(fields["text"]))
        if self._latency:
            await asyncio.sleep(self._latency)
        self._note(person, now)
        return _answer({"ok": True, "result": sent})

    def _note(self, person: int, sent_at: float) -> None:
        began = self._asked.pop(person, None)
        if person in self._scene.uncounted:
            return
        if began is None:
            self._sent.append((sent_at, person))
            return
        self._took.append(time.perf_counter() - began)
        if not self._asked:
            self._silent.set()

    def _hang(self, url: str, secret: str, connections: int) -> None:
        """Begin to deliver to a process."""
        outbox = asyncio.Queue[bytes]()
        self._outboxes.append(outbox)
        headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret}
        session = aiohttp.ClientSession(
            headers=headers, connector=aiohttp.TCPConnector(limit=connections)
        )
        for _ in range(connections):
            self._tasks.append(asyncio.create_task(_carry(session, url, outbox)))

    def _ask(self, person: int, hook: int) -> None:
        update = self.update(person, COMMAND)
        self._asked[person] = time.perf_counter()
        self._silent.clear()
        self._outboxes[hook].put_nowait(orjson.dumps(update))

    async def perform(self, wish: dict[str, Any]) -> dict[str, Any]:
        """Play a scene, when so many processes take updates; answers with what was seen."""
        scene = Scene(**wish)
        async with asyncio.timeout(ANSWER_SECONDS):
            while len(self._outboxes) < scene.hooks:  # noqa: ASYNC110 - nobody tells of it
                await asyncio.sleep(0.01)
        self._begin(scene)
        began = time.perf_counter()
        if scene.pace:
            await self._write_at_pace(began)
        else:
            for number, person in enumerate(scene.people):
                self._ask(person, number % scene.hooks)
        if self._asked:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self._silent.wait()
        return self._seen(time.perf_counter() - began)

    async def _write_at_pace(self, began: float) -> None:
        scene = self._scene
        for number, person in enumerate(cycle(scene.people)):
            await asyncio.sleep(max(0.0, began + number / scene.pace - time.perf_counter()))
            now = time.perf_counter()
            if scene.seconds and now - began > scene.seconds:
                return
            if scene.recipients and (
                len(self._sent) >= scene.recipients
                or now - (self._sent[-1][0] if self._sent else began) > QUIET_SECONDS
            ):
                return
            if person not in self._asked:
                self._ask(person, number % scene.hooks)

    def _seen(self, seconds: float) -> dict[str, Any]:
        moments = sorted(moment for moment, _ in self._sent)
        copies = Counter(person for _, person in self._sent)
        return {
            "seconds": seconds,
            "took": sorted(self._took),
            "sent": len(moments),
            "people": len(copies),
            "sending": moments[-1] - moments[0] if moments else 0.0,
            "most": self._counted.most,
            "refused": self._counted.refused,
        }


async def _carry(session: aiohttp.ClientSession, url: str, outbox: asyncio.Queue[bytes]) -> None:
    while True:
        body = await outbox.get()
        async with session.post(url, data=body) as response:
            await response.read()
        if response.status != HTTPStatus.OK:  # it comes again, as Telegram does it
            outbox.put_nowait(body)


def _answer(told: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(told), content_type="application/json", status=status)


if __name__ == "__main__":
    uvloop.run(serve(lambda: ScaledTelegram(int(sys.argv[1]), float(sys.argv[2]))))
