"""Lives of a real bot in a process of its own, each ended by SIGKILL. Tests nothing."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.shipped import ROOT

TOKEN = "123456:a-pretend-token-of-the-tests"
AT_THE_WALL = timedelta()
SETTINGS = {"TELEGRAM_BOT_TOKEN": TOKEN, "TICK_SECONDS": "0.2", "MESSAGES_PER_SECOND": "inf"}


@dataclass(frozen=True, slots=True)
class Nursery:
    """Where the bots of one data directory come from; see `reminding`."""

    nurse: Process
    data: Path

    @asynccontextmanager
    async def life(
        self, address: str, ahead: timedelta = AT_THE_WALL, **settings: str
    ) -> AsyncIterator[None]:
        """Let a bot live while the block lasts, and kill it without a word."""
        places = {"TELEGRAM_API_URL": address, "DATA_DIR": str(self.data)}
        wanted = {"ahead": ahead.total_seconds(), "settings": SETTINGS | places | settings}
        assert self.nurse.stdin
        self.nurse.stdin.write(json.dumps(wanted).encode() + b"\n")
        born = int(await self._said())
        try:
            yield
        finally:
            os.kill(born, signal.SIGKILL)
            assert await self._said() == b"dead\n"

    async def _said(self) -> bytes:
        assert self.nurse.stdout
        return await self.nurse.stdout.readline()


@asynccontextmanager
async def nursery(data: Path) -> AsyncIterator[Nursery]:
    """Keep a nurse while the block lasts; what the bots log is kept beside their data."""
    with (data.parent / "bot.log").open("ab") as log:
        nurse = await asyncio.create_subprocess_exec(
            sys.executable,
            str(Path(__file__).with_name("reminding.py")),
            cwd=data.parent,
            stdin=PIPE,
            stdout=PIPE,
            stderr=log,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        )
    try:
        yield Nursery(nurse, data)
    finally:
        await nurse.communicate(b"")  # closes what she reads from
    assert nurse.returncode == 0
