"""A bot in this process, against the hostile Telegram; and whether one update makes it fail.

For a few updates in a test, and for finding the shortest that fails; what the bot logs is read from
structlog. Must not know how an update was made.
"""

import asyncio
import json
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import SecretStr
from structlog.testing import capture_logs

from bench.bots import SECRET, TOKEN, free_port
from bench.hostile.driving import greeting
from bench.hostile.fuzzed import FuzzedUpdate
from bench.hostile.people import ADMIN
from bench.hostile.shrink import shrunk
from bench.hostile.telegram import HostileTelegram
from bot.chat.world import World
from bot.run.serve import serve_bot
from bot.run.settings import Settings

CRASHES: Final = frozenset({"update_failed", "turn_failed"})
ANSWER_SECONDS: Final = 5.0


@dataclass(slots=True)
class Trial:
    """One bot, and updates for it one after the other."""

    telegram: HostileTelegram
    logs: list[Any]
    _number: int = 1 << 30  # beyond all others

    @property
    def crashes(self) -> list[Any]:
        """What the bot has logged that must not be."""
        return [line for line in self.logs if line["event"] in CRASHES]

    async def fails(self, told: Any, person: int) -> bool:
        """Whether the bot crashes at an update, or does not answer its sender after it."""
        del self.logs[:]
        self._number += 2
        if isinstance(told, dict):
            told = {**told, "update_id": self._number}
        before = self.telegram.answered[person]
        self.telegram.write(self._number, json.dumps(told).encode())
        self.telegram.write(self._number + 1, greeting(self._number + 1, person))
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self.telegram.confirmed()
                await self.telegram.heard({person: before})
        except TimeoutError:
            return True
        return bool(self.crashes)

    async def shortest(self, update: FuzzedUpdate) -> str:
        """Return the shortest update found that fails as this one does, or the whole of it."""
        person = update.person
        if update.told is None or not await self.fails(update.told, person):
            return f"(by itself it does not fail) {update.body[:2_000]!r}"

        async def fails(told: Any) -> bool:
            return await self.fails(told, person)

        return json.dumps(await shrunk(update.told, fails))


@asynccontextmanager
async def trying(
    data: Path, *, webhook: bool = False, world: World | None = None
) -> AsyncIterator[Trial]:
    """Run a bot on a data directory while the block lasts, by polling or by webhook."""
    telegram, stop = HostileTelegram(), asyncio.Event()
    async with telegram.served() as api:
        with capture_logs() as logs:
            settings = settings_of(api, data, webhook=webhook)
            bot = asyncio.create_task(serve_bot(settings, stop, health=False, world=world))
            try:
                yield Trial(telegram, logs)
            finally:
                stop.set()
                await bot


def settings_of(api: str, data: Path, *, webhook: bool) -> Settings:
    """Return the settings of such a bot."""
    port = free_port() if webhook else 0
    return Settings(
        telegram_bot_token=SecretStr(TOKEN),
        telegram_api_url=api,
        data_dir=data,
        admin_ids=frozenset({ADMIN}),
        messages_per_second=math.inf,
        web_host="127.0.0.1",
        port=port,
        webhook_url=f"http://127.0.0.1:{port}/telegram" if webhook else None,
        webhook_secret=SecretStr(SECRET) if webhook else None,
    )
