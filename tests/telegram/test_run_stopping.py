"""The end of the process: what is under way is finished, within bounds."""

import asyncio

import pytest

from bot.chat.model import Incoming, Shown
from bot.errors import PollingConflict
from bot.telegram.api.run import run_polling
from tests.telegram.echo import (
    PROFILE,
    SARI,
    Echo,
    echo,
    edge_to,
    fault,
    polling,
    simulator,
    waiting,
)


async def test_a_process_that_waits_for_telegram_can_be_stopped() -> None:
    """Stopping does not need Telegram."""
    async with polling(edge_to("http://127.0.0.1:1", Echo())) as running:
        await asyncio.sleep(0)
        assert not running.done()


async def test_stopping_finishes_turns_and_replies_under_way() -> None:
    """A turn that has begun is saved, confirmed and answered before the process ends."""
    begun, finish = asyncio.Event(), asyncio.Event()

    async def slow(incoming: Incoming) -> tuple[Shown, ...]:
        begun.set()
        await finish.wait()
        return await echo(incoming)

    telegram, conversation = simulator(), Echo(slow)
    async with telegram.serve() as address:
        edge = edge_to(address, conversation)
        running = asyncio.create_task(run_polling(edge, PROFILE))
        await telegram.person(SARI).send("halo")
        await begun.wait()
        edge.stop.set()
        finish.set()
        await running
    assert telegram.person(SARI).messages[-1]["text"] == "halo"
    assert telegram.person(SARI).messages[-1]["from"]["is_bot"]
    assert waiting(telegram) == 0


async def test_stopping_does_not_wait_longer_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn that hangs is given up, unconfirmed, so that the next process takes it."""
    monkeypatch.setattr("bot.telegram.api.run.GRACE_SECONDS", 0.05)
    begun = asyncio.Event()

    async def never(_: Incoming) -> tuple[Shown, ...]:
        begun.set()
        await asyncio.Event().wait()
        return ()

    telegram = simulator()
    async with telegram.serve() as address:
        edge = edge_to(address, Echo(never))
        await telegram.person(SARI).send("halo")
        async with polling(edge):
            await begun.wait()
    assert waiting(telegram) == 1


async def test_stopping_does_not_wait_for_replies_that_cannot_leave(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A reply held back by Telegram for an hour does not hold up the end of the process."""
    monkeypatch.setattr("bot.telegram.api.run.GRACE_SECONDS", 0.05)
    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address:
        edge = edge_to(address, conversation)
        async with polling(edge) as running:
            edge.limiter.pause(3600)
            await telegram.person(SARI).send("halo")
            await conversation.until_handled(1)
            edge.stop.set()
            await asyncio.wait_for(running, 5)
    assert waiting(telegram) == 0


async def test_a_conflict_lets_turns_and_replies_finish(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is answered already still gets the answer when another process takes over."""
    monkeypatch.setattr("bot.telegram.api.doubt.PATIENCE_SECONDS", 0)
    telegram, conversation = simulator(), Echo()
    async with telegram.serve() as address:
        await telegram.person(SARI).send("halo")
        edge = edge_to(address, conversation)
        edge.limiter.pause(0.3)
        running = asyncio.create_task(run_polling(edge, PROFILE))
        await conversation.until_handled(1)
        fault(telegram, "getUpdates", 409)
        await telegram.person(SARI).send("lagi")
        with pytest.raises(PollingConflict):
            await running
    assert "halo" in [
        message["text"] for message in telegram.person(SARI).messages if message["from"]["is_bot"]
    ]
