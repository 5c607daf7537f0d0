"""The whole bot behind a proxy that accepts everything and lets nothing through any more."""

import asyncio
from pathlib import Path

import pytest
from pydantic import SecretStr

from bench.black_hole import black_hole
from bot.cluster.clock import wall_clock
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from tests.shipped import served_world
from tests.test_whole_bot_proxy import telegram_of
from tests.test_whole_bot_trouble import ADMIN, SARI, TOKEN

POLL = "bot.telegram.receive.poll"
WATCHING = "bot.run.health.watching"
SILENT_SECONDS = 2.5
"""Two polls are given up meanwhile."""


async def test_a_bot_in_a_black_hole_notices_and_comes_back_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written meanwhile is answered over a new connection, and the admin is told once.

    All limits are a thirtieth of the real ones; ``bench/deafness.py`` measures those.
    """
    monkeypatch.setattr(f"{POLL}.POLL_SECONDS", 1)
    monkeypatch.setattr(f"{POLL}.ANSWER_SECONDS", 0.3)
    monkeypatch.setattr(f"{WATCHING}.LOOK_SECONDS", 0.3)
    monkeypatch.setattr(f"{WATCHING}.DEAF_SECONDS", 1.7)
    simulator = telegram_of(SARI, ADMIN)
    sari, admin = simulator.person(SARI), simulator.person(ADMIN)
    stop = asyncio.Event()
    async with simulator.serve() as server, black_hole(server) as proxy:
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=proxy.address,
            data_dir=tmp_path,
            admin_ids=frozenset({ADMIN}),
        )
        world = served_world(settings)
        serving = asyncio.create_task(
            serve_bot(settings, stop, wall_clock, health=False, world=world)
        )
        await sari.send("/start")
        await sari.next_message(timeout=20)
        proxy.fall_silent()
        await sari.send("/bantuan")
        await asyncio.sleep(SILENT_SECONDS)
        proxy.recover()
        await sari.next_message(timeout=20)
        assert "Telegram" in (await admin.next_message(timeout=20))["text"]
        stop.set()
        await asyncio.wait_for(serving, 6)
