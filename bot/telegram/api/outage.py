"""Outlasting times in which Telegram cannot be reached: try, wait, try again, and say so once.

Knows no method; which refusals end the trying is the caller's to say.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import TypeVar

import structlog
from telegram.error import RetryAfter, TelegramError

from bot.cluster.pauses import PROBE_SECONDS

log = structlog.stdlib.get_logger(__name__)

T = TypeVar("T")

MOST_DOUBLINGS = 5
"""So often the time between two tries of a long wait doubles: to half an hour."""

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds between tries; the last one is repeated."""


async def outlast(
    call: Callable[[], Awaitable[T]],
    stop: asyncio.Event,
    *,
    raising: tuple[type[TelegramError], ...],
    pauses: Sequence[float] = PAUSES,
) -> T | None:
    """Repeat a call until it succeeds and return its result; None once ``stop`` is set.

    Raises the errors named in ``raising`` at once; every other TelegramError is outlasted.
    """
    failures = 0
    while not stop.is_set():
        try:
            result = await unless(stop, call())
        except raising:
            raise
        except TelegramError as error:
            if not failures:
                why = type(error).__name__
                log.warning("telegram_unreached", reason=why, cause=error.message)
            pause = _demanded(error, failures) or pauses[min(failures, len(pauses) - 1)]
            failures += 1
            await unless(stop, asyncio.sleep(pause))
        else:
            if failures and not stop.is_set():
                log.info("telegram_reached", failures=failures)
            return result
    return None


async def unless(stop: asyncio.Event, work: Awaitable[T]) -> T | None:
    """Await the work and return its result, or cancel it and return None once ``stop`` is set."""
    working = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)


def _demanded(error: TelegramError, failures: int) -> float | None:
    """Return how long Telegram itself asks us to wait, if it does.

    A long wait is tried after a minute all the same, and less often each time.
    """
    if not isinstance(error, RetryAfter):
        return None
    pause = error.retry_after
    seconds = pause.total_seconds() if isinstance(pause, timedelta) else float(pause)
    return min(seconds, PROBE_SECONDS * 2.0 ** min(failures, MOST_DOUBLINGS))
