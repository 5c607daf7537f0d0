"""After a change of a school's schedule every teacher's next message is planned anew."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.world import World
from bot.delivery.planner import Planner
from bot.delivery.replanner import Replanner
from bot.domain.evaluation.evaluation import History
from bot.domain.reminders.outbound import EvaluationMessages, Outbound, PlanningFacts, Wishes
from bot.domain.reminders.reminder import as_of
from bot.domain.school.access import Rights
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import TinyStore, memory_store
from tests.delivery.announcing import ID, broadcast
from tests.delivery.schools import SCHOOL, keep, member
from tests.delivery.teachers import OPENING, HandClock, Letterbox, new_sender, put, stored, teacher

SARI = 7
NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
SHIFTED = replace(SCHOOL, shifts={"2026-Q4": 7})


@pytest.fixture
async def store() -> AsyncIterator[TinyStore]:
    opened = memory_store([PEOPLE, BROADCASTS])
    await opened.open()
    yield opened
    await opened.close()


async def test_every_teacher_is_planned_by_the_new_window(store: TinyStore, world: World) -> None:
    """The heads-up moves with the window, three days before it; people of others stay as they are."""
    rights = [Rights(schools={SCHOOL.id: SCHOOL})]
    planner = Planner(world, lambda: rights[0])
    for number in range(1, 21):
        await keep(store, planner.with_due(member(number, NOW), NOW))
    alone = planner.with_due(replace(member(50, NOW), school=None), NOW)
    await keep(store, alone)
    assert (await stored(store, 1)).outbound.due_at == datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
    rights[0] = Rights(schools={SCHOOL.id: SHIFTED})
    replanner = Replanner(store, planner, HandClock(NOW))
    replanner.begin(SCHOOL.id)
    replanner.begin(SCHOOL.id)
    await replanner.finish()
    dues = {(await stored(store, number)).outbound.due_at for number in range(1, 21)}
    assert dues == {datetime(2026, 12, 4, 8, 30, tzinfo=UTC)}
    assert await stored(store, 50) == alone


async def test_a_change_meanwhile_is_not_lost(store: TinyStore, world: World) -> None:
    """A second change while the first is still being walked through ends with the second's dates."""
    rights = [Rights(schools={SCHOOL.id: SHIFTED})]
    planner = Planner(world, lambda: rights[0])
    for number in range(1, 21):
        await keep(store, member(number, NOW))
    replanner = Replanner(store, planner, HandClock(NOW))
    replanner.begin(SCHOOL.id)
    await asyncio.sleep(0)
    rights[0] = Rights(schools={SCHOOL.id: SCHOOL})
    replanner.begin(SCHOOL.id)
    await replanner.finish()
    dues = {(await stored(store, number)).outbound.due_at for number in range(1, 21)}
    assert dues == {datetime(2026, 11, 27, 8, 30, tzinfo=UTC)}


async def test_nothing_to_plan_is_finished_at_once(store: TinyStore, world: World) -> None:
    """A school without teachers, or no change at all, holds nothing up."""
    replanner = Replanner(store, Planner(world), HandClock(NOW))
    await replanner.finish()
    replanner.begin("bbbbbbbb")
    await replanner.finish()


async def test_a_clock_that_was_a_year_ahead_silences_nobody(
    store: TinyStore, world: World, box: Letterbox
) -> None:
    """Once it is right, and all are planned anew, the messages of the quarter come as if nothing was."""
    counts = []
    for wrong in (timedelta(0), timedelta(days=365)):
        clock = HandClock(OPENING - timedelta(days=30))
        sender = new_sender(store, world, clock, box.post)
        await put(store, world, teacher(SARI, Wishes()), clock())
        clock.now += wrong
        await sender.send_due()
        clock.now -= wrong
        replanner = Replanner(store, Planner(world), clock)
        replanner.begin(None)
        await replanner.finish()
        box.letters.clear()
        for _ in range(24 * 60):
            await sender.send_due()
            clock.move(hours=1)
        counts.append(box.to(SARI))
    assert counts[0] > 5
    assert abs(counts[1] - counts[0]) <= 1


def test_what_has_not_happened_yet_is_not_counted() -> None:
    """Days noted by a clock that ran ahead are left out one by one; those of the past stay."""
    later, earlier = NOW + timedelta(days=300), NOW - timedelta(days=3)
    outbound = Outbound(
        written_on=later.date(),
        nudged_on=earlier.date(),
        digested_on=later.date(),
        cycle=EvaluationMessages(quarter="2026-Q4", last_sent=later),
    )
    history = History(registered=earlier, evaluations=(), zone=None)
    subject = PlanningFacts(
        id=1, zone=None, history=history, seen_at=later, has_step=True, outbound=outbound
    )
    assert as_of(subject, NOW) == replace(
        subject,
        seen_at=NOW,
        outbound=Outbound(nudged_on=earlier.date(), cycle=EvaluationMessages(quarter="2026-Q4")),
    )
    past = replace(subject, seen_at=NOW, outbound=Outbound(written_on=NOW.date()))
    assert as_of(past, NOW) is past


async def test_a_repeated_broadcast_follows_the_new_window(store: TinyStore, world: World) -> None:
    """Its next turn moves as soon as the window does, also to an earlier day; others stay."""
    first, due = datetime(2026, 12, 1, 2, tzinfo=UTC), datetime(2027, 3, 29, 2, tzinfo=UTC)
    turn = replace(broadcast(), first_at=first, due=due, repeats=True)
    once = replace(broadcast(), id="b" * 12, due=due)
    await store.update(BROADCASTS, turn.id, lambda _: (Put(turn), None))
    await store.update(BROADCASTS, once.id, lambda _: (Put(once), None))
    school = replace(SCHOOL, shifts={"2027-Q1": -7})
    planner = Planner(world, lambda: Rights(schools={SCHOOL.id: school}))
    replanner = Replanner(store, planner, HandClock(datetime(2026, 12, 20, tzinfo=UTC)))
    replanner.begin(SCHOOL.id)
    await replanner.finish()
    moved, stays = await store.get(BROADCASTS, ID), await store.get(BROADCASTS, "b" * 12)
    assert moved == replace(turn, due=datetime(2027, 3, 22, 2, tzinfo=UTC))
    assert stays == once
