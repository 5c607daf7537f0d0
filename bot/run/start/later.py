"""What begins only after the first people have their answers: nobody waits for it at a start.

Must not know what it is.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.cluster.background import beside

BREATH_SECONDS = 1.0
"""After the bot is connected, for those who have waited for it."""


@asynccontextmanager
async def later(
    work: Callable[[], Awaitable[None]], owner: str, breath: float = BREATH_SECONDS
) -> AsyncIterator[None]:
    """Begin some work a moment later; at the end of the block it is given up."""

    async def begin() -> None:
        await asyncio.sleep(breath)
        await work()

    async with beside(begin(), owner):
        yield


@asynccontextmanager
async def preparing(
    prepare: Callable[[], None], breath: float = BREATH_SECONDS
) -> AsyncIterator[None]:
    """Prepare something in a thread while the block lasts; who needs it sooner has it prepared then.

    The end waits for what has begun; what has not is given up.
    """
    threads: list[asyncio.Task[None]] = []

    def begin() -> None:
        threads.append(asyncio.create_task(asyncio.to_thread(prepare)))

    if breath:
        timer = asyncio.get_running_loop().call_later(breath, begin)
    else:
        timer = None
        begin()
    try:
        yield
    finally:
        if timer:
            timer.cancel()
        await asyncio.gather(*threads, return_exceptions=True)
