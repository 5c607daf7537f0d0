"""Updates by webhook from a simulated Telegram, over real sockets."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.chat.model import Incoming, Shown, Typed
from bot.cluster.background import beside
from bot.errors import StoreUnavailable, TokenRefused, WebhookRefused
from bot.simulator.server import Simulator
from bot.telegram.api.app import Edge
from bot.telegram.api.waits import Waits
from bot.telegram.http.heartbeat import SECONDS
from bot.telegram.http.heartbeat import listen as heartbeat
from bot.web.health import HealthPage
from bot.web.server import Listen, Webhook, first_website, run_webhook, serving
from tests.free_port import free_port
from tests.steady import Steady
from tests.telegram.echo import IMPATIENT, PROFILE, SARI, Echo, echo, edge_to, simulator

SECRET = "rahasia-yang-panjang-sekali-0123456789"
HEALTH = HealthPage(Steady())


async def serve(edge: Edge, url: str | None = None) -> None:
    port = free_port()
    webhook = Webhook(url=url or f"http://127.0.0.1:{port}", secret=SECRET)
    async with serving(first_website(HEALTH), Listen(port=port, host="127.0.0.1")) as opened:
        await run_webhook(edge, PROFILE, webhook=webhook, port=opened, health=HEALTH)


@asynccontextmanager
async def hooked(
    telegram: Simulator, conversation: Echo, waits: Waits = IMPATIENT
) -> AsyncIterator[Edge]:
    async with telegram.serve() as address:
        edge = edge_to(address, conversation, waits=waits)
        running = asyncio.create_task(serve(edge))
        try:
            yield edge
        finally:
            edge.stop.set()
            await running


async def test_a_message_is_answered_and_the_update_is_done() -> None:
    """A pushed update is handled, answered, and not sent again."""
    telegram, conversation = simulator(), Echo()
    async with hooked(telegram, conversation):
        await telegram.person(SARI).send("halo")
        answer = await telegram.person(SARI).next_message()
    assert answer["text"] == "halo"
    assert len(telegram.world.queue) == 0


async def test_telegram_is_told_the_secret_and_what_to_send() -> None:
    """SetWebhook names path, secret, connections and the kinds of update."""
    telegram, conversation = simulator(), Echo()
    async with hooked(telegram, conversation):
        await telegram.person(SARI).send("halo")
        await conversation.until_handled(1)
        call = next(fields for name, fields in telegram.calls if name == "setWebhook")
    assert call["url"].endswith("/telegram")
    assert (call["secret_token"], call["max_connections"]) == (SECRET, "100")
    assert "callback_query" in call["allowed_updates"]


async def test_an_update_whose_turn_was_not_saved_comes_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A process that dies during a turn has not acknowledged it."""
    monkeypatch.setattr("bot.web.server.CLOSING_SECONDS", 0.05)
    begun = asyncio.Event()

    async def never(_: Incoming) -> tuple[Shown, ...]:
        begun.set()
        await asyncio.Event().wait()
        return ()

    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address:
        await telegram.person(SARI).send("penting")
        dying = asyncio.create_task(serve(edge_to(address, Echo(never))))
        await begun.wait()
        dying.cancel()
        await asyncio.gather(dying, return_exceptions=True)
        assert len(telegram.world.queue) == 1
        edge = edge_to(address, conversation)
        running = asyncio.create_task(serve(edge))
        await conversation.until_handled(1)
        edge.stop.set()
        await running
    assert conversation.events(SARI) == [Typed("penting")]


async def test_who_was_not_told_that_it_is_not_saved_sends_it_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What cannot be saved is acknowledged when its sender knows so: a process that dies before has not done it."""
    monkeypatch.setattr("bot.web.server.CLOSING_SECONDS", 0.05)
    telegram = simulator()

    async def forgetful(_: Incoming) -> tuple[Shown, ...]:
        telegram.world.faults.latency_seconds = 3600  # nobody hears anything for now
        raise StoreUnavailable(Path("data"), "away")

    async with telegram.serve() as address:
        await telegram.person(SARI).send("penting")
        dying = asyncio.create_task(serve(edge_to(address, Echo(forgetful))))
        while "sendMessage" not in {name for name, _ in telegram.calls}:  # noqa: ASYNC110 -- the simulator tells calls by a list
            await asyncio.sleep(0.01)
        await asyncio.sleep(0)
        assert len(telegram.world.queue) == 1
        dying.cancel()
        await asyncio.gather(dying, return_exceptions=True)


async def test_an_update_that_cannot_be_read_is_acknowledged() -> None:
    """A malformed update would otherwise block all that follow."""
    telegram, conversation = simulator(), Echo()
    telegram.world.queue.add_raw({"message": {"message_id": "?"}})
    async with hooked(telegram, conversation):
        await telegram.person(SARI).send("halo")
        await conversation.until_handled(1)
    assert len(telegram.world.queue) == 0


async def test_stopping_finishes_turns_and_replies_under_way() -> None:
    """A turn that has begun is saved, acknowledged and answered before the process ends."""
    begun, finish = asyncio.Event(), asyncio.Event()

    async def slow(incoming: Incoming) -> tuple[Shown, ...]:
        begun.set()
        await finish.wait()
        return await echo(incoming)

    telegram, conversation = simulator(), Echo(slow)
    async with hooked(telegram, conversation) as edge:
        await telegram.person(SARI).send("halo")
        await begun.wait()
        edge.stop.set()
        asyncio.get_running_loop().call_later(0.05, finish.set)
        answer = await telegram.person(SARI).next_message()
    assert answer["text"] == "halo"
    assert len(telegram.world.queue) == 0


async def test_a_refused_address_ends_the_process_with_a_clear_error() -> None:
    """An address Telegram does not accept is named as the setting to correct."""
    async with simulator().serve() as address:
        with pytest.raises(WebhookRefused, match="https url must"):
            await serve(edge_to(address, Echo()), url="http://bot.example.id/telegram")


async def test_a_token_refused_at_this_point_ends_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A 401 to setWebhook that stays is final."""
    monkeypatch.setattr("bot.telegram.api.doubt.PATIENCE_SECONDS", 0)
    telegram = simulator()
    telegram.world.faults.order({"errors": [{"method": "setWebhook", "status": 401}]})
    async with telegram.serve() as address:
        with pytest.raises(TokenRefused):
            await serve(edge_to(address, Echo()))


async def test_a_failing_telegram_is_asked_again() -> None:
    """A 5xx to setWebhook is outlasted."""
    telegram, conversation = simulator(), Echo()
    telegram.world.faults.order({"errors": [{"method": "setWebhook", "status": 502}]})
    async with hooked(telegram, conversation):
        await telegram.person(SARI).send("halo")
        await conversation.until_handled(1)


async def test_a_quiet_webhook_is_heard_of_all_the_same() -> None:
    """By webhook Telegram is asked now and then, so that a silent night is told from a deaf bot."""
    telegram = simulator()
    paused, asked = iter((True,)), asyncio.Event()

    async def next_time(seconds: float) -> None:
        assert seconds == SECONDS
        if not next(paused, False):
            asked.set()
            await asyncio.Event().wait()

    async with telegram.serve() as address:
        edge = edge_to(address, Echo())
        async with edge.bot, beside(heartbeat(edge, next_time), "heartbeat"):
            before = edge.answered_at
            await asked.wait()
            assert edge.answered_at > before
    assert telegram.calls[-1][0] == "getWebhookInfo"
