"""Reminders as the jobs of a queue: two graphs on one database, each with a way to it of its own.

Must not decide what is right; the tests do.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

from bot.chat.world import World
from bot.domain.lease import CLAIM_LASTS
from bot.store.codec.people import PEOPLE
from tests.cluster.graphs import Graph, Pair, pair_of_graphs
from tests.delivery.teachers import HandClock, put, teacher
from tests.postgres.cable import Cable, cable

TEACHERS = list(range(1, 13))


@dataclass(frozen=True)
class Jobs:
    """Twelve teachers who are due, and two workers."""

    pair: Pair
    line: Cable
    """The way of the first worker to the database."""

    clock: HandClock

    def messages(self) -> Counter[int]:
        """Count the messages that each was sent."""
        return self.pair.messages()

    async def left_over(self) -> list[int]:
        """Return those of whom it is not written down that she was sent hers, or whose claim still stands."""
        found = []
        for number in TEACHERS:
            person = await self.pair.second.parts.store.get(PEOPLE, str(number))
            if person and (not person.outbound.recent or person.outbound.claim):
                found.append(number)
        return found

    def hold_answers(self, seconds: float = 3600) -> None:
        """Let nobody hear what Telegram has taken."""
        self.pair.telegram.world.faults.latency_seconds = seconds

    def claims_run_out(self) -> None:
        """Let so much time pass that no claim, and no lead, made before is valid."""
        self.clock.now += CLAIM_LASTS + timedelta(seconds=1)


@asynccontextmanager
async def jobs_on(world: World, clock: HandClock, database: str) -> AsyncIterator[Jobs]:
    """Have twelve reminders due and two workers for them; the first one's way can be cut."""
    async with AsyncExitStack() as stack:
        line = await stack.enter_async_context(cable(database))
        pair = await stack.enter_async_context(
            pair_of_graphs(world, clock, TEACHERS, database=database, first=line.url)
        )
        for one in TEACHERS:
            await put(pair.second.parts.store, world, teacher(one))
        yield Jobs(pair, line, clock)


async def until(happened: Callable[[], object]) -> None:
    """Return when something has happened that nobody tells of."""
    async with asyncio.timeout(30):
        while not happened():  # noqa: ASYNC110 -- see above
            await asyncio.sleep(0.005)


def tick(graph: Graph) -> "asyncio.Task[None]":
    """Begin a tick of a worker."""
    return asyncio.create_task(graph.delivery.worker.tick())


async def kill(ticking: "asyncio.Task[None]", jobs: Jobs) -> None:
    """End the first worker in the middle of its tick: it does nothing more, and reaches nobody."""
    jobs.line.is_pulled = True
    jobs.line.cut()
    jobs.pair.first.parts.store.hurry()
    ticking.cancel()
    with suppress(asyncio.CancelledError):
        await ticking
