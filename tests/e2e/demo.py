"""The demo as ``make demo`` serves it, for tests in a browser: a simulator with the real bot behind it."""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import SecretStr

from bot.demo.serve import TOKEN
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from bot.simulator.server import Simulator
from tests.shipped import served_world


@asynccontextmanager
async def demo(
    simulator: Simulator, data: Path, port: int, *, tick_seconds: float = 60
) -> AsyncIterator[str]:
    """Serve both while the block lasts; yield the address of the page."""
    async with simulator.serve(port=port) as address:
        stop = asyncio.Event()
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=address,
            data_dir=data,
            messages_per_second=math.inf,
            tick_seconds=tick_seconds,
        )
        world = served_world(settings)
        bot = asyncio.create_task(
            serve_bot(settings, stop, simulator.clock.now, health=False, world=world)
        )
        yield address
        stop.set()
        await asyncio.wait_for(bot, 10)
