"""Outlasting times without Telegram: tries again, says so once, can be stopped."""

import asyncio

import pytest
import structlog
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram.api.outage import outlast, unless


class Call:
    """Fails with each of these errors in turn, and then succeeds."""

    def __init__(self, *errors: TelegramError) -> None:
        self.errors = list(errors)
        self.tries = 0

    async def __call__(self) -> str:
        self.tries += 1
        if self.errors:
            raise self.errors.pop(0)
        return "answer"


async def test_a_call_is_repeated_until_it_succeeds_and_the_outage_is_said_once() -> None:
    """Three failures give one warning, which says the cause, and the end of the outage one note."""
    call = Call(NetworkError("away"), TimedOut(), BadRequest("strange"))
    with structlog.testing.capture_logs() as logs:
        result = await outlast(call, asyncio.Event(), raising=(Conflict,), pauses=(0,))
    assert result == "answer"
    assert [entry["event"] for entry in logs] == ["telegram_unreached", "telegram_reached"]
    assert (logs[0]["reason"], logs[0]["cause"]) == ("NetworkError", "away")


async def test_a_success_at_once_says_nothing() -> None:
    """Nothing is logged when nothing is wrong."""
    with structlog.testing.capture_logs() as logs:
        await outlast(Call(), asyncio.Event(), raising=())
    assert logs == []


async def test_errors_that_are_final_are_raised_at_once() -> None:
    """What the caller names is not outlasted."""
    call = Call(Conflict("other"))
    with pytest.raises(Conflict):
        await outlast(call, asyncio.Event(), raising=(Conflict,), pauses=(0,))
    assert call.tries == 1


async def test_a_demanded_pause_is_kept() -> None:
    """After a 429 the next try waits as long as Telegram asks."""
    began = asyncio.get_running_loop().time()
    await outlast(Call(RetryAfter(1)), asyncio.Event(), raising=(), pauses=(0,))
    assert asyncio.get_running_loop().time() >= began + 1


async def test_stopping_ends_the_wait_for_the_next_try() -> None:
    """A long pause does not hold up the end of the process."""
    stop = asyncio.Event()
    trying = asyncio.create_task(
        outlast(Call(NetworkError("away")), stop, raising=(), pauses=(3600,))
    )
    await asyncio.sleep(0)
    stop.set()
    assert await trying is None


async def test_work_that_is_stopped_is_cancelled() -> None:
    """Nothing goes on in the background once stop is set."""
    stop, cancelled = asyncio.Event(), asyncio.Event()

    async def work() -> bool:
        try:
            return await asyncio.Event().wait()
        finally:
            cancelled.set()

    waiting = asyncio.create_task(unless(stop, work()))
    await asyncio.sleep(0)
    stop.set()
    assert await waiting is None
    assert cancelled.is_set()
