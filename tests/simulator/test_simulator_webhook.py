"""Delivery to a webhook, against a real server on the loopback."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from aiohttp import web

from tests.simulator.bot_side import SITI, BotSide, Json, button, inline

SECRET = "rahasia-123"


@dataclass
class Receiver:
    """A webhook: what it got, and the answers it gives first (then 200)."""

    url: str = ""
    got: list[Json] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    arrived: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        update: Json = await request.json()
        self.got.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.arrived.put_nowait(update)
        await self.gate.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    async def next(self) -> Json:
        async with asyncio.timeout(5):
            return await self.arrived.get()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    receiver.gate.set()
    application = web.Application()
    application.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    receiver.gate.set()
    await runner.cleanup()


async def test_updates_are_delivered_with_the_secret(bot: BotSide, receiver: Receiver) -> None:
    """What waits and what comes is posted with the secret header."""
    await bot.siti.send("satu")
    answer = await bot.call("setWebhook", url=receiver.url, secret_token=SECRET)
    assert answer["description"] == "Webhook was set"
    assert (await receiver.next())["message"]["text"] == "satu"
    await bot.siti.send("dua")
    assert (await receiver.next())["message"]["text"] == "dua"
    assert receiver.secrets == [SECRET, SECRET]


async def test_a_refused_update_is_tried_again_before_the_next(
    bot: BotSide, receiver: Receiver
) -> None:
    """An update that is not taken holds up its chat until it is."""
    receiver.answers = [web.Response(status=500)]
    await bot.siti.send("satu")
    await bot.siti.send("dua")
    await bot.ok("setWebhook", url=receiver.url)
    texts = [(await receiver.next())["message"]["text"] for _ in range(3)]
    assert texts == ["satu", "satu", "dua"]
    info = await bot.ok("getWebhookInfo")
    assert info["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )


async def test_chats_do_not_wait_for_each_other(bot: BotSide, receiver: Receiver) -> None:
    """Messages of a chat and its presses travel in different lanes, and so do chats."""
    receiver.gate.clear()
    message = await bot.say(reply_markup=inline([button("Ya", "ya")]))
    await bot.ok("setWebhook", url=receiver.url)
    await bot.siti.send("satu")
    await bot.siti.send("dua")
    await bot.siti.tap(message["message_id"], "ya")
    await bot.budi.send("lain")
    together = [await receiver.next() for _ in range(3)]
    assert {"callback_query" in update for update in together} == {True, False}
    assert receiver.arrived.empty()
    receiver.gate.set()
    assert (await receiver.next())["message"]["text"] == "dua"


async def test_an_answer_that_is_a_call_is_carried_out(bot: BotSide, receiver: Receiver) -> None:
    """A body with a method is executed; nobody hears of its result."""
    call = {"method": "sendMessage", "chat_id": SITI, "text": "langsung"}
    receiver.answers = [web.json_response(call), web.json_response({"method": "deleteWebhook"})]
    await bot.ok("setWebhook", url=receiver.url)
    await bot.siti.send("satu")
    assert (await bot.siti.next_message())["text"] == "langsung"
    await bot.siti.send("dua")
    await bot.siti.send("tiga")  # comes only once the answer to "dua" is dealt with
    texts = [(await receiver.next())["message"]["text"] for _ in range(3)]
    assert texts == ["satu", "dua", "tiga"]
    assert (await bot.ok("getWebhookInfo"))["url"] == receiver.url


async def test_an_expired_update_is_given_up(bot: BotSide, receiver: Receiver) -> None:
    """After a day by the simulator's clock an update is no longer tried."""
    receiver.gate.clear()
    receiver.answers = [web.Response(status=500)]
    await bot.siti.send("lama")
    await bot.ok("setWebhook", url=receiver.url)
    await receiver.next()
    bot.simulator.clock.advance(timedelta(days=2))
    await bot.siti.send("baru")
    receiver.gate.set()
    assert (await receiver.next())["message"]["text"] == "baru"


async def test_no_poll_while_a_webhook_is_set(bot: BotSide, receiver: Receiver) -> None:
    """A webhook and a poll exclude each other, whichever comes first."""
    poll = asyncio.create_task(bot.call("getUpdates", timeout=50))
    while not bot.simulator.world.queue.polled:  # noqa: ASYNC110 - the queue announces no polls
        await asyncio.sleep(0)
    await bot.ok("setWebhook", url=receiver.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    assert (await bot.refused("getUpdates")).startswith("Conflict: can't use getUpdates method")
    answer = await bot.call("deleteWebhook")
    assert answer["description"] == "Webhook was deleted"
    assert await bot.updates() == []


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"url": "http://contoh.id/"},
         "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://contoh.id:8000/"},
         "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ({"url": "https://contoh/"}, "invalid webhook URL specified"),
        ({"url": "https://contoh.id/", "secret_token": "a b"},
         "secret token contains unallowed characters"),
        ({"url": "https://contoh.id/", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)  # fmt: skip
async def test_a_bad_webhook_is_refused(
    bot: BotSide, parameters: dict[str, str], refusal: str
) -> None:
    """Address and secret are checked before anything changes."""
    assert await bot.refused("setWebhook", **parameters) == f"Bad Request: {refusal}"
    info = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
    assert await bot.ok("getWebhookInfo") == info
