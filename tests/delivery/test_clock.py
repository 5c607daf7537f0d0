"""The clock jumps: ticks go on, it is told once, nothing is sent twice and nothing is deleted."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from structlog.testing import capture_logs

from bot.chat.world import World
from bot.delivery.clock_watch import DOUBT, Alarms, ClockWatch
from bot.delivery.planner import Planner
from bot.delivery.replanner import Replanner
from bot.delivery.ticker import MISSED_AFTER, Worker, ticking
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.people import LAST_TICK, PEOPLE, TICKS, Tick
from bot.store.tiny.store import TinyStore, memory_store
from tests.delivery.teachers import (
    OPENING,
    HandClock,
    Letterbox,
    Looking,
    new_sender,
    put,
    stored,
    teacher,
)

SARI, PEOPLE_ASKED = 7, range(1, 9)
YEAR = timedelta(days=365)
MINUTE = timedelta(minutes=1)


@dataclass
class Room:
    """A worker with two clocks moved by hand, and what it told."""

    store: TinyStore
    world: World
    clock: HandClock = field(default_factory=lambda: HandClock(OPENING))
    box: Letterbox = field(default_factory=Letterbox)
    elapsed: float = 1_000.0
    gaps: list[tuple[datetime, datetime]] = field(default_factory=list)
    jumps: list[tuple[datetime, datetime]] = field(default_factory=list)
    days: list[datetime] = field(default_factory=list)

    def worker(self) -> Worker:
        """A new run of the process."""
        sender = new_sender(self.store, self.world, self.clock, self.box.post)
        replanner = Replanner(self.store, Planner(self.world), self.clock)

        async def missed(since: datetime, until: datetime) -> None:
            self.gaps.append((since, until))

        async def jumped(was: datetime, now: datetime) -> None:
            self.jumps.append((was, now))
            replanner.begin(None)
            await replanner.finish()

        async def daily(*, trusted: bool) -> None:
            if trusted:
                self.days.append(self.clock())

        return Worker(
            self.store,
            sender,
            self.clock,
            missed,
            jumped=jumped,
            elapsed=lambda: self.elapsed,
            daily=daily,
        )

    def passes(self, time: timedelta = MINUTE) -> None:
        """Let time pass, on both clocks."""
        self.clock.now += time
        self.elapsed += time.total_seconds()

    def letters(self) -> dict[int, int]:
        return {number: self.box.to(number) for number in PEOPLE_ASKED}


@pytest.fixture
async def room(world: World) -> AsyncIterator[Room]:
    store = memory_store([PEOPLE, TICKS, BROADCASTS])
    await store.open()
    yield Room(store, world)
    await store.close()


JUMPS = [
    timedelta(days=1),
    timedelta(days=-1),
    timedelta(hours=2),
    timedelta(hours=-2),
    10 * YEAR,
    -10 * YEAR / 20,
]


@pytest.mark.parametrize("jump", JUMPS, ids=str)
async def test_a_large_jump_is_told_once_and_is_no_gap(room: Room, jump: timedelta) -> None:
    """Ticks were not missed, the clock moved: that is said, with both ends, one time."""
    worker = room.worker()
    await worker.tick()
    room.passes()
    room.clock.now += jump
    with capture_logs() as logs:
        for _ in range(3):
            await worker.tick()
            room.passes()
    assert room.gaps == []
    assert room.jumps == [(OPENING + MINUTE, OPENING + MINUTE + jump)]
    assert [one["event"] for one in logs].count("clock_jumped") == 1


@pytest.mark.parametrize("seconds", [-3500, -90, -1, 1, 90, 3500])
async def test_a_correction_of_the_clock_is_nothing_to_tell(room: Room, seconds: int) -> None:
    """Time servers put clocks right by seconds, and a summer time that is not ours by minutes."""
    worker = room.worker()
    await worker.tick()
    room.passes()
    room.clock.now += timedelta(seconds=seconds)
    await worker.tick()
    assert (room.gaps, room.jumps) == ([], [])


@pytest.mark.parametrize("wall", [timedelta(0), timedelta(days=-1), timedelta(days=400)])
async def test_missed_ticks_are_told_by_the_time_that_passed(room: Room, wall: timedelta) -> None:
    """A process that slept for 20 minutes says so, whatever the wall clock did meanwhile."""
    worker = room.worker()
    await worker.tick()
    room.passes(MISSED_AFTER + 5 * MINUTE)
    room.clock.now += wall
    await worker.tick()
    assert [until - since for since, until in room.gaps] == [MISSED_AFTER + 5 * MINUTE]


@pytest.mark.parametrize("ahead", [timedelta(days=1), timedelta(days=40), 10 * YEAR], ids=str)
@pytest.mark.parametrize("restarts", [False, True])
async def test_a_clock_ahead_for_a_while_costs_nobody_a_message_and_doubles_none(
    room: Room, ahead: timedelta, restarts: bool
) -> None:
    """Who was reminded by the wrong clock is not reminded of the same again; all others are."""
    for number in PEOPLE_ASKED:
        await put(room.store, room.world, teacher(number))
    room.clock.now = OPENING - timedelta(hours=2)
    worker = room.worker()
    await worker.tick()
    assert set(room.letters().values()) == {0}
    room.clock.now += ahead
    room.passes()
    await worker.tick()
    early = room.letters()
    room.clock.now -= ahead
    worker = room.worker() if restarts else worker
    keys = {number: (await stored(room.store, number)).outbound.recent for number in PEOPLE_ASKED}
    for _ in range(24 * 3):
        room.passes(timedelta(hours=1))
        await worker.tick()
    for number in PEOPLE_ASKED:
        after = (await stored(room.store, number)).outbound.recent
        assert len(after) == len(set(after)), "one message of each kind"
        assert set(keys[number]) <= set(after)
        assert room.letters()[number] == len(after)
        assert room.letters()[number] >= 1
    assert max(room.letters().values()) <= max(early.values()) + 2


async def test_a_board_that_starts_in_1970_sends_and_notes_nothing(room: Room) -> None:
    """Until its clock is set it plans for nobody; then what is due comes, once."""
    await put(room.store, room.world, teacher(SARI))
    await room.worker().tick()
    before = await room.store.get(TICKS, LAST_TICK)
    assert room.box.to(SARI) == 1
    await put(room.store, room.world, teacher(SARI + 1))
    room.clock.now = datetime(1970, 1, 1, tzinfo=UTC)
    worker = room.worker()
    for _ in range(3):
        await worker.tick()
        room.passes()
    assert await room.store.get(TICKS, LAST_TICK) == before
    assert room.days == [OPENING]
    room.clock.now = OPENING + timedelta(minutes=5)
    await worker.tick()
    await worker.tick()
    assert (room.box.to(SARI), room.box.to(SARI + 1)) == (1, 1)
    assert len(room.jumps) == 1


@pytest.mark.parametrize("jump", JUMPS, ids=str)
async def test_nothing_is_deleted_for_a_week_after_a_jump(room: Room, jump: timedelta) -> None:
    """Retention waits until whoever was told had time to look, over restarts too."""
    worker = room.worker()
    await worker.tick()
    room.clock.now += jump
    for _ in range(6):
        room.days.clear()
        room.passes(timedelta(days=1))
        await worker.tick()
        assert room.days == []
        worker = room.worker()
    room.passes(timedelta(days=1, minutes=1))
    await worker.tick()
    room.passes(timedelta(days=1))
    await worker.tick()
    assert room.days


def test_a_clock_put_right_does_not_leave_a_doubt_for_years() -> None:
    """The doubt begun ten years ahead is begun anew when the clock is set back."""
    watch = ClockWatch()
    ahead = Tick(OPENING + 10 * YEAR, OPENING + 10 * YEAR + DOUBT)
    assert watch.look(ahead, OPENING, 0.0).doubtful_until == OPENING + DOUBT


def test_a_tick_of_an_older_version_is_read() -> None:
    """A document without a doubt has none, and one is written only where there is one."""
    assert TICKS.decode({"at": OPENING.isoformat()}) == Tick(OPENING)
    assert TICKS.encode(Tick(OPENING)) == {"at": OPENING.isoformat()}
    doubtful = Tick(OPENING, OPENING + DOUBT)
    assert TICKS.decode(TICKS.encode(doubtful)) == doubtful


class ShiftedTime(datetime):
    """What ``datetime.now`` gives while somebody sets the clock."""

    shift = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override] # a plain one is enough
        """The moment the wall clock would show."""
        return datetime.now(tz) + cls.shift


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> type[ShiftedTime]:
    """The wall clock of scheduler and worker, to be set."""
    ShiftedTime.shift = timedelta()
    for module in ("apscheduler.schedulers.base", "bot.delivery.ticker"):
        monkeypatch.setattr(f"{module}.datetime", ShiftedTime)
    monkeypatch.setattr("bot.delivery.ticker.SLACK_SECONDS", 0.05)
    return ShiftedTime


@dataclass
class Beats:
    """Counts ticks and lets a test wait for the next."""

    ticked: asyncio.Queue[datetime] = field(default_factory=asyncio.Queue)

    def looked(self) -> None:
        self.ticked.put_nowait(ShiftedTime.now(UTC))

    async def next(self) -> datetime:
        return await asyncio.wait_for(self.ticked.get(), 10)


@pytest.mark.parametrize(
    "shifts",
    [
        (timedelta(days=1), timedelta(0)),
        (timedelta(days=-1), timedelta(0)),
        (10 * YEAR, timedelta(0)),
        (timedelta(hours=1), timedelta(days=-400), 5 * YEAR, timedelta(0)),
    ],
)
async def test_ticks_go_on_however_the_clock_is_set(
    room: Room, wall: type[ShiftedTime], shifts: tuple[timedelta, ...]
) -> None:
    """A clock set right after being ahead stops no tick, and one set forward lists no missed ones."""
    beats = Beats()
    worker = room.worker()
    looking = replace(worker.dispatcher, sources=(Looking(beats.looked),))
    worker = replace(worker, dispatcher=looking)
    async with ticking(worker, 0.05):
        await beats.next()
        for shift in shifts:
            wall.shift = shift
            for _ in range(3):
                await beats.next()


async def test_missed_ticks_are_told_once_a_day(world: World) -> None:
    """A machine that sleeps every hour writes one message a day; the log names each time."""
    told: list[str] = []
    alarms = Alarms(world.texts, told.append, lambda: None)
    for hours in (0, 1, 2, 24, 25):
        until = OPENING + timedelta(hours=hours)
        await alarms.missed(until - timedelta(minutes=20), until)
    assert len(told) == 2
