"""The whole bot on PostgreSQL against the simulator: what was stored in a database is there again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.domain.person.person import Person
from bot.run.role import ProcessRole
from bot.run.serve import serve_bot
from bot.simulator.server import Profile, Simulator
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import LAST_TICK, PEOPLE, TICKS
from bot.store.postgres.store import postgres_store
from tests.free_port import free_port
from tests.shipped import served_world
from tests.test_whole_bot import SARI, TOKEN, register, say, settings_for, tap


@asynccontextmanager
async def bot_running(
    simulator: Simulator,
    address: str,
    data: Path,
    database: str,
    *,
    webhook: str | None = None,
    role: ProcessRole = ProcessRole.RUN,
) -> AsyncIterator[None]:
    """Run the real bot on a database while the block lasts."""
    settings = settings_for(address, data, webhook).model_copy(
        update={"database_url": SecretStr(database), "tick_seconds": 0.05}
    )
    stop, world = asyncio.Event(), served_world(settings)
    bot = asyncio.create_task(
        serve_bot(settings, stop, simulator.clock.now, health=False, world=world, role=role)
    )
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(bot, 10)


async def stored(database: str, person: int) -> Person | None:
    """Read a person the way another process would."""
    store = postgres_store(database, KINDS)
    await store.open()
    try:
        return await store.get(PEOPLE, str(person))
    finally:
        await store.close()


async def test_a_teacher_goes_on_where_she_stopped(tmp_path: Path, database: str) -> None:
    """Nothing is stored before she agrees; after a restart she is where she was, and no file was made."""
    simulator = Simulator(TOKEN, [Profile(id=SARI, first_name="Sari")])
    data = tmp_path / "data"
    async with simulator.serve() as address:
        sari = simulator.person(SARI)
        async with bot_running(simulator, address, data, database):
            await say(sari, "/start")
            assert await stored(database, SARI) is None
            message_id = await register(sari)
            page = await tap(sari, message_id, "steps:page:rancang:makna")
        async with bot_running(simulator, address, data, database):
            menu = await say(sari, "/mulai")
            first_button = menu["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
            again = await tap(sari, menu["message_id"], first_button)
            assert again["text"] == page["text"]
    assert not data.exists()


async def test_of_two_that_poll_one_does_and_the_other_takes_over(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two bots on one database never ask Telegram at the same time; when one ends the other goes on."""
    monkeypatch.setattr("bot.cluster.leader.STANDBY_SECONDS", 0.05)
    simulator = Simulator(TOKEN, [Profile(id=SARI, first_name="Sari")])
    async with simulator.serve() as address:
        sari = simulator.person(SARI)
        with capture_logs() as lines:
            async with AsyncExitStack() as first:
                await first.enter_async_context(bot_running(simulator, address, tmp_path, database))
                message_id = await register(sari)
                async with bot_running(simulator, address, tmp_path, database):
                    await tap(sari, message_id, "steps:page:rancang:makna")
                    await first.aclose()
                    await tap(sari, message_id, "steps:page:rancang:contoh")
    events = [line["event"] for line in lines]
    assert "telegram_refuses" not in events
    assert events.count("bot_connected") == 2


async def test_web_takes_updates_while_worker_works_by_the_clock(
    tmp_path: Path, database: str
) -> None:
    """Two that take the webhook are nobody's clock; the worker beside them ticks, and asks for no updates."""
    simulator = Simulator(TOKEN, [Profile(id=SARI, first_name="Sari")])
    hook, store = f"http://127.0.0.1:{free_port()}", postgres_store(database, KINDS)
    async with simulator.serve() as address, AsyncExitStack() as serving:
        web = bot_running(
            simulator, address, tmp_path, database, webhook=hook, role=ProcessRole.WEB
        )
        await serving.enter_async_context(web)
        await register(simulator.person(SARI))
        await store.open()
        assert await store.get(TICKS, LAST_TICK) is None
        worker = bot_running(
            simulator, address, tmp_path, database, webhook=hook, role=ProcessRole.WORKER
        )
        async with worker, asyncio.timeout(30):
            while await store.get(TICKS, LAST_TICK) is None:  # noqa: ASYNC110 -- nobody tells of it
                await asyncio.sleep(0.02)
        await say(simulator.person(SARI), "/mulai")
        await store.close()
    assert "getUpdates" not in {name for name, _ in simulator.calls}
