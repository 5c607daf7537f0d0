"""The worker: ticks at start and regularly, tells of missed ones, and outlives what goes wrong."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.chat.model import Shown
from bot.chat.world import World
from bot.delivery.dispatcher import Post, Source
from bot.delivery.ticker import MISSED_AFTER, Worker, ticking
from bot.domain.broadcast.verdict import Sent, StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.store.base import Store
from bot.store.codec.people import LAST_TICK, PEOPLE, TICKS
from bot.store.tiny.store import TinyStore, memory_store, tiny_store
from tests.delivery.disks import BadDisk, sound
from tests.delivery.teachers import OPENING, HandClock, Letterbox, Looking, new_sender, put, teacher

SARI = 7
NEVER_AGAIN = 3600.0
"""Seconds between two ticks in tests that want the first one only."""


@dataclass
class Told:
    """What the administrators were told of missed ticks."""

    gaps: list[tuple[datetime, datetime]] = field(default_factory=list)
    error: Exception | None = None

    async def __call__(self, since: datetime, until: datetime) -> None:
        self.gaps.append((since, until))
        if self.error:
            raise self.error


@pytest.fixture
async def store() -> AsyncIterator[TinyStore]:
    opened = memory_store([PEOPLE, TICKS])
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def worker(store: TinyStore, world: World, clock: HandClock, told: Told, box: Letterbox) -> Worker:
    return worker_of(store, world, clock, told, box.post)


def worker_of(store: Store, world: World, clock: HandClock, told: Told, post: Post) -> Worker:
    sender = new_sender(store, world, clock, post)
    return Worker(store, sender, clock, told, elapsed=lambda: clock().timestamp())


async def test_a_tick_sends_what_is_due(
    store: TinyStore, world: World, worker: Worker, box: Letterbox
) -> None:
    """One tick sends, the next one finds nothing more."""
    await put(store, world, teacher(SARI))
    await worker.tick()
    await worker.tick()
    assert box.to(SARI) == 1


async def test_the_first_tick_ever_misses_nothing(worker: Worker, told: Told) -> None:
    """A new bot has no ticks behind it that could be missing."""
    await worker.tick()
    assert told.gaps == []


@pytest.mark.parametrize(
    "gap", [timedelta(minutes=16), timedelta(days=1, minutes=2), timedelta(days=30)]
)
async def test_missed_ticks_are_told_once(
    worker: Worker, clock: HandClock, told: Told, gap: timedelta
) -> None:
    """After a gap its two ends are told, with its length in minutes; the next tick is silent."""
    await worker.tick()
    clock.now += gap
    with capture_logs() as logs:
        await worker.tick()
        clock.move(minutes=1)
        await worker.tick()
    assert told.gaps == [(OPENING, OPENING + gap)]
    minutes = [entry["minutes"] for entry in logs if entry["event"] == "ticks_missed"]
    assert minutes == [gap.total_seconds() // 60]


@pytest.mark.parametrize("gap", [timedelta(minutes=1), MISSED_AFTER, timedelta(days=-1)])
async def test_a_usual_gap_is_not_told(
    worker: Worker, clock: HandClock, told: Told, gap: timedelta
) -> None:
    """A late tick, and a clock set back, are no gap to tell."""
    await worker.tick()
    clock.now += gap
    await worker.tick()
    assert told.gaps == []


async def test_a_restart_knows_the_last_tick(
    store: TinyStore, world: World, worker: Worker, clock: HandClock, told: Told
) -> None:
    """Downtime is noticed because the last tick is stored."""
    await worker.tick()
    clock.move(hours=9)
    await worker_of(store, world, clock, told, Letterbox().post).tick()
    assert told.gaps == [(OPENING, OPENING + timedelta(hours=9))]


async def test_an_error_in_a_tick_does_not_stop_the_rest(
    world: World, worker: Worker, clock: HandClock, told: Told, box: Letterbox
) -> None:
    """What fails in a tick is named in the log; everything else of the tick is done."""
    await put(worker.store, world, teacher(SARI))
    clock.move(hours=-2)
    await worker.tick()
    clock.move(hours=2)
    told.error = RuntimeError("no way to the administrators")
    with capture_logs() as logs:
        await worker.tick()
    assert [entry["event"] for entry in logs if entry["log_level"] == "error"] == ["tick_failed"]
    assert box.to(SARI) == 1


async def test_a_damaged_record_of_ticks_stops_no_message(
    world: World, clock: HandClock, told: Told, box: Letterbox, tmp_path: Path
) -> None:
    """Whether the last tick can be read or not: what is due is sent."""
    store = tiny_store(tmp_path, [PEOPLE, TICKS])
    await store.open()
    await put(store, world, teacher(SARI))
    clock.move(hours=-2)
    await worker_of(store, world, clock, told, box.post).tick()
    clock.move(hours=2)
    next(tmp_path.glob("ticks/*/last.json")).write_bytes(b"")
    await worker_of(store, world, clock, told, box.post).tick()
    assert box.to(SARI) == 1
    await store.close()


@pytest.mark.parametrize(
    ("ahead", "replans"), [(timedelta(days=365), 1), (timedelta(minutes=1), 0)]
)
async def test_a_clock_that_was_ahead_is_told(
    worker: Worker, clock: HandClock, ahead: timedelta, replans: int
) -> None:
    """A last tick in the future means that plans were made by a wrong clock; seconds mean nothing."""
    calls: list[None] = []
    worker = replace(worker, clock_was_ahead=lambda: calls.append(None))
    clock.now += ahead
    await worker.tick()
    clock.now -= ahead
    for _ in range(3):
        await worker.tick()
        clock.move(minutes=1)
    assert len(calls) == replans


async def test_the_first_tick_comes_at_once(
    store: TinyStore, world: World, clock: HandClock, told: Told
) -> None:
    """After a start nobody waits a minute for what is due."""
    sent = asyncio.Event()

    async def post(_person: PersonId, _screen: Shown, _wanted: StillDue) -> Verdict:
        sent.set()
        return Sent(1)

    await put(store, world, teacher(SARI))
    async with ticking(worker_of(store, world, clock, told, post), NEVER_AGAIN):
        await asyncio.wait_for(sent.wait(), 10)


async def test_ticks_come_again_and_again(
    store: TinyStore, world: World, clock: HandClock, told: Told
) -> None:
    """What becomes due later is sent by a later tick."""
    sent: asyncio.Queue[int] = asyncio.Queue()

    async def post(person: PersonId, _screen: Shown, _wanted: StillDue) -> Verdict:
        sent.put_nowait(person)
        return Sent(1)

    await put(store, world, teacher(1))
    async with ticking(worker_of(store, world, clock, told, post), 0.05):
        assert await asyncio.wait_for(sent.get(), 10) == 1
        await put(store, world, teacher(2))
        assert await asyncio.wait_for(sent.get(), 10) == 2


async def test_the_end_waits_for_a_tick_under_way(
    store: TinyStore, world: World, clock: HandClock, told: Told
) -> None:
    """A message on its way when the process ends is recorded before the store is closed."""
    on_its_way, released = asyncio.Event(), asyncio.Event()

    async def post(_person: PersonId, _screen: Shown, _wanted: StillDue) -> Verdict:
        on_its_way.set()
        await released.wait()
        return Sent(1)

    await put(store, world, teacher(SARI))
    async with ticking(worker_of(store, world, clock, told, post), NEVER_AGAIN):
        await on_its_way.wait()
        asyncio.get_running_loop().call_soon(released.set)
    person = await store.get(PEOPLE, str(SARI))
    assert person is not None
    assert person.outbound.written_on == OPENING.date()
    last = await store.get(TICKS, LAST_TICK)
    assert last is not None
    assert last.at == OPENING.astimezone(UTC)


async def test_a_tick_looks_once_at_every_source(
    store: TinyStore, world: World, clock: HandClock, told: Told
) -> None:
    """Each tick looks once at the wishes of coordinators, and at whatever else there is."""
    looked: list[datetime] = []
    worker = worker_of(store, world, clock, told, Letterbox().post)
    sources: tuple[Source, ...] = (Looking(lambda: looked.append(clock())),)
    worker = replace(worker, dispatcher=replace(worker.dispatcher, sources=sources))
    await worker.tick()
    assert looked == [OPENING]


def full(kind: str, key: str, *, writing: bool) -> bool:
    """A disk on which nothing has room any more."""
    del kind, key
    return writing


async def test_on_a_full_disk_nothing_is_sent_that_could_not_be_noted(
    world: World, clock: HandClock, told: Told, box: Letterbox, tmp_path: Path
) -> None:
    """However often the process is started anew, nobody gets one message again and again."""
    store = BadDisk(tiny_store(tmp_path, [PEOPLE, TICKS]))
    await store.open()
    await put(store, world, teacher(SARI))
    store.broken = full
    for _ in range(3):
        await worker_of(store, world, clock, told, box.post).tick()
        clock.move(minutes=1)
    store.broken = sound
    assert box.to(SARI) == 0
    await worker_of(store, world, clock, told, box.post).tick()
    assert box.to(SARI) == 1
    await store.close()
