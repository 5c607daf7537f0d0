"""A broadcast confirmed through one graph, sent by the other, or by both together."""

import asyncio
from dataclasses import replace

import pytest

from bot.chat.model import Typed
from bot.chat.world import World
from bot.cluster.background import beside
from bot.delivery.broadcasts import follow_arrivals
from bot.domain.broadcast.broadcast import Draft
from bot.store.base import Put
from bot.store.codec.schools import SCHOOLS
from tests.cluster.graphs import WAYS, Pair, pair_of_graphs
from tests.delivery.schools import MADE, SCHOOL, keep, member
from tests.delivery.teachers import OPENING, HandClock, teacher

TEACHERS = list(range(1_001, 1_054))  # more than one batch holds


async def confirm(pair: Pair) -> None:
    """Let Made write to all her teachers and confirm it, through the first graph."""
    await pair.store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(SCHOOL), None))
    made = teacher(MADE).at("siar.write", SCHOOL.id)
    draft = Draft(school=SCHOOL.id, important=True)
    await keep(pair.store, replace(made, composing=draft, seen_at=OPENING))
    for one in TEACHERS:
        await keep(pair.store, member(one, OPENING))
    check = await pair.first.do(MADE, Typed("Rapat besok jam 10"))
    sure = await pair.first.tap(MADE, check, "siar:send")
    if any(button.data.startswith("siar:send") for row in sure.rows for button in row):
        await pair.first.tap(MADE, sure, "siar:send")


def to_teachers(pair: Pair) -> dict[int, int]:
    """Count the messages that each teacher got."""
    return {one: number for one, number in pair.messages().items() if one != MADE}


@pytest.mark.parametrize(("shared", "hear"), WAYS, indirect=["shared"])
async def test_what_one_confirms_the_other_sends(
    world: World, clock: HandClock, hear: bool, shared: str | None
) -> None:
    """The graph that took the confirmation may end: another one sends it, whether it was told or not."""
    async with pair_of_graphs(world, clock, [MADE, *TEACHERS], hear=hear, database=shared) as pair:
        await confirm(pair)
        await pair.second.pump()
        assert to_teachers(pair) == dict.fromkeys(TEACHERS, 1)


async def test_what_one_sent_can_be_answered_through_the_other(
    world: World, clock: HandClock, shared: str | None
) -> None:
    """A process that sends nothing learns what reached whom, so that a plain text is an answer to it."""
    async with pair_of_graphs(world, clock, [MADE, *TEACHERS], database=shared) as pair:
        parts, looks = pair.first.parts, asyncio.Queue[float](1)
        following = follow_arrivals(parts.store, parts.notifier.arrivals, clock, looks.put)
        async with beside(following, "tests"):
            await looks.get()
            await confirm(pair)
            await pair.second.pump()
            while parts.notifier.arrivals.latest(TEACHERS[0], clock()) is None:
                await looks.get()
        assert parts.notifier.arrivals.latest(TEACHERS[-1], clock()) is not None


@pytest.mark.parametrize(("shared", "hear"), WAYS, indirect=["shared"])
async def test_two_that_send_one_broadcast_send_it_once(
    world: World, clock: HandClock, hear: bool, shared: str | None
) -> None:
    """Two batches of recipients, both graphs at work at the same time: everybody gets one message."""
    async with pair_of_graphs(world, clock, [MADE, *TEACHERS], hear=hear, database=shared) as pair:
        await confirm(pair)
        await asyncio.gather(pair.first.pump(), pair.second.pump())
        await asyncio.gather(pair.first.pump(), pair.second.pump())
        assert to_teachers(pair) == dict.fromkeys(TEACHERS, 1)
