"""Two graphs that both send, on one store: every message leaves once."""

import asyncio

import pytest

from bot.chat.world import World
from tests.cluster.graphs import WAYS, pair_of_graphs
from tests.delivery.teachers import HandClock, put, teacher

TEACHERS = 30


@pytest.mark.parametrize(("shared", "hear"), WAYS, indirect=["shared"])
async def test_each_reminder_leaves_once(
    world: World, clock: HandClock, hear: bool, shared: str | None
) -> None:
    """Thirty are due and both tick: nobody gets two, also when both believe that they lead."""
    people = list(range(1, TEACHERS + 1))
    async with pair_of_graphs(world, clock, people, hear=hear, database=shared) as pair:
        for one in people:
            await put(pair.store, world, teacher(one))
        workers = pair.first.delivery.worker, pair.second.delivery.worker
        await asyncio.gather(*(worker.tick() for worker in workers))
        await asyncio.gather(*(worker.tick() for worker in workers))
        assert pair.messages() == dict.fromkeys(people, 1)
