"""A real bot, killed again and again while 300 reminders are due: nobody is missed."""

import asyncio
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from bot.chat.world import World
from bot.cluster.clock import wall_clock
from bot.delivery.dispatcher import AT_ONCE
from bot.simulator.server import Profile, Simulator
from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import tiny_store
from tests.delivery.lives import TOKEN, Nursery
from tests.delivery.teachers import OPENING, put, teacher

TEACHERS = range(1_001, 1_301)
KILLS = 4
ANSWER_SECONDS = 0.05
"""How long Telegram takes to answer, so that a kill finds messages on their way."""

PATIENCE_SECONDS = 60.0


async def prepare(data: Path, world: World, people: Iterable[int] = TEACHERS) -> None:
    """Store teachers whose evaluation opens at this hour."""
    store = tiny_store(data, KINDS)
    await store.open()
    await asyncio.gather(*(put(store, world, teacher(number)) for number in people))
    await store.close()


class Received:
    """Counts what arrives in the chats, as it arrives."""

    def __init__(self, simulator: Simulator) -> None:
        self.events = simulator.world.events
        self.by_teacher: Counter[int] = Counter()
        self.heard = 0

    def listen(self) -> None:
        for number, event in self.events.since(self.heard) or ():
            self.heard = number
            if event["type"] == "message":
                self.by_teacher[event["person"]] += 1

    async def next_or(self, is_over: Callable[[], bool]) -> None:
        """Return when one more message has arrived, or nothing is left to come."""
        before = self.by_teacher.total()
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.by_teacher.total() == before and not is_over():
                await self.events.wait(self.heard, 0.05)
                self.listen()

    async def total_of(self, wanted: int) -> None:
        """Return when so many messages have arrived, or everyone has hers."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.by_teacher.total() < wanted and len(self.by_teacher) < len(TEACHERS):
                await self.events.wait(self.heard, PATIENCE_SECONDS)
                self.listen()


async def test_no_kill_loses_a_reminder(world: World, tmp_path: Path) -> None:
    """After four kills everyone has her message, and only what was on its way came twice."""
    data, chance = tmp_path / "data", random.Random(13)  # noqa: S311 -- when to kill, from a seed
    await prepare(data, world)
    simulator = Simulator(TOKEN, [Profile(id=number, first_name="Guru") for number in TEACHERS])
    simulator.world.faults.latency_seconds = ANSWER_SECONDS
    for human in simulator.world.people.values():
        human.started = True
    received, ahead = Received(simulator), OPENING - wall_clock()
    bots = Nursery(data)
    async with simulator.serve() as address:
        for _ in range(KILLS):
            async with bots.life(address, ahead):
                await received.total_of(received.by_teacher.total() + chance.randrange(1, 70))
            received.listen()
        assert len(received.by_teacher) < len(TEACHERS), "every kill hit the burst"
        async with bots.life(address, ahead):
            await received.total_of(sys.maxsize)
        received.listen()
    assert set(received.by_teacher) == set(TEACHERS)
    twice = received.by_teacher.total() - len(TEACHERS)
    assert twice <= KILLS * AT_ONCE
    assert max(received.by_teacher.values()) <= 2


async def test_ten_kills_in_a_row_cost_nobody_more_than_one_copy(
    world: World, tmp_path: Path
) -> None:
    """A bot that dies whenever a message has left writes to nobody three times, and misses nobody."""
    data, few = tmp_path / "data", TEACHERS[:6]
    await prepare(data, world, few)
    simulator = Simulator(TOKEN, [Profile(id=number, first_name="Guru") for number in few])
    simulator.world.faults.latency_seconds = ANSWER_SECONDS
    for human in simulator.world.people.values():
        human.started = True
    received, ahead = Received(simulator), OPENING - wall_clock()
    bots = Nursery(data)
    async with simulator.serve() as address:
        for _ in range(10):
            async with bots.life(address, ahead):
                await received.next_or(lambda: recorded(data) == len(few))
            received.listen()
        async with bots.life(address, ahead), asyncio.timeout(PATIENCE_SECONDS):
            while recorded(data) < len(few):  # noqa: ASYNC110 -- another process writes them
                await asyncio.sleep(0.05)
    received.listen()
    assert set(received.by_teacher) == set(few)
    assert max(received.by_teacher.values()) <= 2


def recorded(data: Path) -> int:
    """Count those whose documents say that they were written to, or may have been."""
    return sum("written_on" in path.read_text() for path in data.glob("people/*/*.json"))
