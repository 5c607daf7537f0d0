"""Two workers on one store: only the leader's ticks do anything, and a paused one is refused."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

import pytest
from structlog.testing import capture_logs

from bot.chat.model import Shown
from bot.chat.world import World
from bot.cluster.clock import SecondsOf
from bot.cluster.leader import LEASE, LocalLeader, Seat
from bot.delivery.dispatcher import Post
from bot.delivery.ticker import Worker
from bot.domain.broadcast.verdict import StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.store.codec.people import PEOPLE, TICKS
from bot.store.tiny.store import TinyStore, memory_store
from tests.delivery.teachers import HandClock, Letterbox, Looking, new_sender, put, teacher

SARI = 7


@dataclass
class Asked:
    """Counts how often a worker came to what coordinators asked for."""

    times: int = 0

    def __call__(self) -> None:
        self.times += 1


@dataclass
class Stopped:
    """Sends, and while it sends the process is stopped for as long as a lease lasts."""

    box: Letterbox
    clock: HandClock
    meanwhile: Callable[[], Awaitable[None]] | None = None

    async def post(self, person: PersonId, screen: Shown, wanted: StillDue) -> Verdict:
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile:
            self.clock.now += LEASE
            await meanwhile()
        return await self.box.post(person, screen, wanted)


@pytest.fixture
async def store() -> AsyncIterator[TinyStore]:
    opened = memory_store([PEOPLE, TICKS])
    await opened.open()
    yield opened
    await opened.close()


async def unheard(_since: datetime, _until: datetime) -> None:
    """Tell nobody."""


def worker_of(
    store: TinyStore, world: World, post: Post, clock: HandClock, leader: LocalLeader
) -> tuple[Worker, Asked]:
    asked = Asked()
    sender = new_sender(store, world, clock, post)
    sender = replace(sender, sources=(*sender.sources, Looking(asked)))
    worker = Worker(store, sender, clock, unheard, elapsed=SecondsOf(clock), leader=leader)
    return worker, asked


@pytest.fixture
def stopped(box: Letterbox, clock: HandClock) -> Stopped:
    return Stopped(box, clock)


@pytest.fixture
def pair(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox, stopped: Stopped
) -> tuple[tuple[Worker, Asked], tuple[Worker, Asked]]:
    seat = Seat()
    return (
        worker_of(store, world, stopped.post, clock, LocalLeader("a", clock, seat)),
        worker_of(store, world, box.post, clock, LocalLeader("b", clock, seat)),
    )


Pair = tuple[tuple[Worker, Asked], tuple[Worker, Asked]]


async def test_only_the_leader_ticks(
    store: TinyStore, world: World, pair: Pair, box: Letterbox
) -> None:
    """Of two workers that tick at the same moment one sends, and the other does nothing at all."""
    await put(store, world, teacher(SARI))
    (first, asked), (second, other) = pair
    await asyncio.gather(first.tick(), second.tick())
    await second.tick()
    assert box.to(SARI) == 1
    assert (asked.times, other.times) == (1, 0)


async def test_the_other_goes_on_after_a_leader_that_died(
    store: TinyStore, world: World, pair: Pair, clock: HandClock, box: Letterbox
) -> None:
    """When the lease of a leader that ticks no more has run out, the other sends what is due."""
    (first, _), (second, other) = pair
    await first.tick()
    clock.now += LEASE
    await put(store, world, teacher(SARI))
    await second.tick()
    assert box.to(SARI) == 1
    assert other.times == 1


async def test_a_worker_paused_within_a_tick_does_no_more_of_it(
    store: TinyStore, world: World, pair: Pair, stopped: Stopped
) -> None:
    """Who is stopped while it sends, and wakes when another leads, gives the rest of its tick up."""
    (first, asked), (second, other) = pair
    await put(store, world, teacher(SARI))
    stopped.meanwhile = second.tick
    with capture_logs() as lines:
        await first.tick()
    assert "tick_given_up" in [line["event"] for line in lines]
    assert (asked.times, other.times) == (0, 1)
