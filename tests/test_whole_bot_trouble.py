"""The whole bot while Telegram, or a proxy before it, is against it: it goes on, or ends cleanly."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bench.broadcast import store_broadcast
from bench.teachers import person_id
from bot.chat.world import World
from bot.cluster.clock import Clock, wall_clock
from bot.delivery.broadcasts import chunks_in
from bot.domain.broadcast.batch import Fate
from bot.domain.broadcast.broadcast import fingerprint
from bot.errors import PollingConflict, TokenRefused
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from bot.simulator.server import Limits, Profile, Simulator
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS, LANE, PAUSES, StoredPause
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import LAST_TICK, PEOPLE, TICKS, Tick
from bot.store.tiny.store import TinyStore, tiny_store
from tests.delivery.teachers import OPENING, put, teacher
from tests.free_port import free_port
from tests.shipped import served_world

TOKEN = "123456:a-pretend-token-of-the-tests"
ADMIN, SARI = 1, 101


@dataclass
class Serving:
    """A bot being served, the Telegram it talks to, and how to stop it."""

    simulator: Simulator
    task: asyncio.Task[None]
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def called(self, method: str, times: int = 1) -> None:
        """Return when the bot has called a method so often; the simulator tells nobody of calls."""
        async with asyncio.timeout(10):
            while sum(name == method for name, _ in self.simulator.calls) < times:  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    def sent(self) -> int:
        return sum(name == "sendMessage" for name, _ in self.simulator.calls)


@asynccontextmanager
async def serving(
    simulator: Simulator, data: Path, clock: Clock = wall_clock
) -> AsyncIterator[Serving]:
    """Run the real bot by polling; whatever it is doing, it must stop within 6 seconds."""
    stop = asyncio.Event()
    async with simulator.serve() as address:
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=address,
            data_dir=data,
            admin_ids=frozenset({ADMIN}),
            tick_seconds=0.2,
        )
        task = asyncio.create_task(
            serve_bot(settings, stop, clock, health=False, world=served_world(settings))
        )
        try:
            yield Serving(simulator, task, stop)
            stop.set()
            await asyncio.wait_for(task, 6)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def stored(data: Path) -> AsyncIterator[TinyStore]:
    store = tiny_store(data, KINDS)
    await store.open()
    try:
        yield store
    finally:
        await store.close()


async def test_word_to_the_admins_holds_up_neither_start_nor_stop(tmp_path: Path) -> None:
    """With a damaged file and an hour of 429 left the bot takes updates, and stops when told."""
    until = wall_clock() + timedelta(hours=1)
    async with stored(tmp_path) as store:
        await store.update(PEOPLE, str(SARI), lambda _: (Put(teacher(SARI)), None))
        await store.update(PAUSES, LANE, lambda _: (Put(StoredPause(until)), None))
    next(tmp_path.glob("people/*/101.json")).write_bytes(b"{")
    simulator = Simulator(TOKEN, [Profile(id=ADMIN, first_name="Admin")])
    async with serving(simulator, tmp_path) as bot:
        await bot.called("getUpdates")
    assert bot.sent() == 0


async def test_missed_ticks_are_told_beside_the_ticks(tmp_path: Path) -> None:
    """While the word about a gap waits for the end of a 429, the next ticks come."""
    simulator = Simulator(TOKEN, [])
    simulator.world.admit(Profile(id=ADMIN, first_name="Admin")).started = True
    began = wall_clock()
    async with stored(tmp_path) as store:
        tick, pause = Tick(began - timedelta(days=1)), StoredPause(began + timedelta(hours=1))
        await store.update(TICKS, LAST_TICK, lambda _: (Put(tick), None))
        await store.update(PAUSES, LANE, lambda _: (Put(pause), None))
    async with serving(simulator, tmp_path) as bot:
        await bot.called("getUpdates")
        polled = wall_clock()
        await asyncio.sleep(1)
    assert bot.sent() == 0
    async with stored(tmp_path) as store:
        last = await store.get(TICKS, LAST_TICK)
    assert last is not None
    assert last.at > polled + timedelta(seconds=0.5)


async def test_a_conflict_ends_the_broadcasts_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When another process takes over, nothing is begun any more and nothing outlives the store."""
    monkeypatch.setattr("bot.telegram.api.doubt.PATIENCE_SECONDS", 0)
    people = 200
    await store_broadcast(tmp_path, people)
    simulator = Simulator(TOKEN, limits=Limits())
    simulator.world.faults.latency_seconds = 0.06
    for number in range(people + 1):
        simulator.world.admit(Profile(id=person_id(number), first_name="Guru")).started = True
    with pytest.raises(PollingConflict):  # noqa: PT012 -- it comes out at the end of the block
        async with serving(simulator, tmp_path) as bot:
            await bot.called("sendMessage", 10)
            fault = {"method": "getUpdates", "status": 409, "times": 9}
            simulator.world.faults.order({"errors": [fault]})
            await simulator.person(person_id(people)).send("/mulai")  # ends the long poll
            before = bot.sent()
            await asyncio.wait({bot.task}, timeout=6)
    assert bot.sent() - before < 40  # those on their way and, at most, a second of others
    left = [task.get_coro() for task in asyncio.all_tasks()]
    assert not [each for each in left if "Broadcaster" in getattr(each, "__qualname__", "")]
    async with stored(tmp_path) as store:
        head = await store.get(BROADCASTS, fingerprint("bench"))
        assert head is not None
        chunks = await chunks_in(store, head)
    outcomes = {one.outcome for chunk in chunks for one in chunk.deliveries}
    assert outcomes == {Fate.SENT, Fate.QUEUED}


async def test_a_token_revoked_while_serving_by_webhook_ends_the_process(
    tmp_path: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A 401 that stays is said clearly, and no reminder counts as sent that was not."""
    monkeypatch.setattr("bot.telegram.api.doubt.PATIENCE_SECONDS", 0)
    async with stored(tmp_path) as store:
        for number in range(SARI, SARI + 4):
            await put(store, world, teacher(number))
    simulator = Simulator(TOKEN, [])
    for number in range(SARI, SARI + 4):
        simulator.world.admit(Profile(id=number, first_name="Guru")).started = True
    refused = {"status": 401, "description": "Unauthorized", "times": 99}
    simulator.world.faults.order({"errors": [{"method": "sendMessage", **refused}]})
    port = free_port()
    async with simulator.serve() as address:
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=address,
            data_dir=tmp_path,
            webhook_url=f"http://127.0.0.1:{port}",
            webhook_secret=SecretStr("a-secret-of-the-tests"),
            port=port,
            tick_seconds=0.2,
        )
        task = asyncio.create_task(
            serve_bot(settings, asyncio.Event(), lambda: OPENING, world=served_world(settings))
        )
        await Serving(simulator, task).called("sendMessage")
        simulator.world.faults.order({"errors": [{"method": "getMe", **refused}]})
        with pytest.raises(TokenRefused):
            await asyncio.wait_for(task, 10)
    async with stored(tmp_path) as store:
        for number in range(SARI, SARI + 4):
            person = await store.get(PEOPLE, str(number))
            assert person is not None
            assert person.outbound.written_on is None
            assert person.outbound.due_at is not None
