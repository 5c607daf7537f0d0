"""Lives of a real bot in a process of its own, each ended by SIGKILL. Tests nothing."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.delivery.reminding import live
from tests.forked import FORKS

TOKEN = "123456:a-pretend-token-of-the-tests"
AT_THE_WALL = timedelta()
SETTINGS = {"TELEGRAM_BOT_TOKEN": TOKEN, "TICK_SECONDS": "0.2", "MESSAGES_PER_SECOND": "inf"}


@dataclass(frozen=True, slots=True)
class Nursery:
    """Where the bots of one data directory come from; what they log is kept beside their data."""

    data: Path

    @asynccontextmanager
    async def life(
        self, address: str, ahead: timedelta = AT_THE_WALL, **settings: str
    ) -> AsyncIterator[None]:
        """Let a bot live while the block lasts, and kill it without a word."""
        places = {"TELEGRAM_API_URL": address, "DATA_DIR": str(self.data)}
        wanted = (SETTINGS | places | settings, ahead, self.data.parent / "bot.log")
        bot = FORKS.Process(target=live, args=wanted)
        bot.start()
        assert bot.pid
        try:
            yield
        finally:
            os.kill(bot.pid, signal.SIGKILL)
            await asyncio.to_thread(bot.join)
        assert bot.exitcode == -signal.SIGKILL, "it died before"
