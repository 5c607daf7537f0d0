"""The sender: what is due is sent once, whenever and however often it is asked."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.chat.model import Shown
from bot.chat.world import World
from bot.delivery.dispatcher import AT_ONCE, Dispatcher
from bot.domain.broadcast.verdict import Sent, StillDue, Verdict
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person, PersonId
from bot.domain.reminders.outbound import Stage, Wishes
from bot.store.base import Put
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import TinyStore
from tests.delivery.teachers import OPENING, HandClock, Letterbox, new_sender, put, stored, teacher

SARI = 7
CHANGES: dict[str, Callable[[Person], Person]] = {
    "stopped the bot": lambda person: replace(person, quiet=True),
    "blocked the bot": lambda person: replace(person, reachable=False),
    "paused": lambda person: replace(
        person, wishes=replace(person.wishes, paused_until=OPENING + timedelta(days=90))
    ),
    "finished": lambda person: replace(
        person,
        evaluations=(Evaluation(quarter="2026-Q4", begun_at=OPENING, finished_at=OPENING),),
    ),
    "moved her hour": lambda person: replace(
        person, wishes=replace(person.wishes, hour=time(19, 0))
    ),
}


async def test_what_is_due_is_sent_once(
    store: TinyStore, world: World, sender: Dispatcher, box: Letterbox
) -> None:
    """A second tick at the same moment sends nothing."""
    await put(store, world, teacher(SARI))
    assert await sender.send_due() == {"sent": 1}
    assert await sender.send_due() == {}
    assert box.to(SARI) == 1
    cycle = (await stored(store, SARI)).outbound.cycle
    assert cycle is not None
    assert cycle.sent == (Stage.OPENING,)


async def test_nothing_is_sent_before_it_is_due(
    store: TinyStore, world: World, sender: Dispatcher, clock: HandClock, box: Letterbox
) -> None:
    """A minute before her hour nobody is written to."""
    clock.now = datetime(2026, 10, 30, 8, 29, tzinfo=UTC)
    await put(store, world, teacher(SARI))
    assert await sender.send_due() == {}
    assert not box.letters


async def test_two_ticks_at_once_send_once(
    store: TinyStore, world: World, sender: Dispatcher, box: Letterbox
) -> None:
    """Whoever is being written to by one tick is left alone by another."""
    for number in range(1, 31):
        await put(store, world, teacher(number))
    tallies = await asyncio.gather(sender.send_due(), sender.send_due(), sender.send_due())
    assert sum(tally["sent"] for tally in tallies) == 30
    assert sorted(person for person, _ in box.letters) == list(range(1, 31))


async def test_a_restart_sends_nothing_twice(
    store: TinyStore, world: World, sender: Dispatcher, clock: HandClock, box: Letterbox
) -> None:
    """A new sender on the same data knows what was sent."""
    await put(store, world, teacher(SARI))
    await sender.send_due()
    assert await new_sender(store, world, clock, box.post).send_due() == {}
    assert box.to(SARI) == 1


@pytest.mark.parametrize("back", [timedelta(minutes=1), timedelta(days=1), timedelta(days=40)])
async def test_a_clock_set_back_sends_nothing_twice(
    store: TinyStore,
    world: World,
    sender: Dispatcher,
    clock: HandClock,
    *,
    box: Letterbox,
    back: timedelta,
) -> None:
    """The days that come a second time bring no message a second time."""
    await put(store, world, teacher(SARI))
    await sender.send_due()
    said = box.letters[0][1].text
    clock.now -= back
    while clock.now <= OPENING + timedelta(hours=3):
        await sender.send_due()
        clock.move(hours=1)
    assert [screen.text for _, screen in box.letters].count(said) == 1


@pytest.mark.parametrize("change", CHANGES)
async def test_the_reason_is_checked_again_when_it_is_sent(
    store: TinyStore, world: World, sender: Dispatcher, box: Letterbox, change: str
) -> None:
    """Who stopped, blocked, paused or finished since it was planned gets nothing."""
    await put(store, world, teacher(SARI))
    await store.update(PEOPLE, str(SARI), lambda person: (Put(_changed(person, change)), None))
    tally = await sender.send_due()
    assert tally["sent"] == 0
    assert not box.letters


def _changed(person: Person | None, change: str) -> Person:
    assert person is not None
    return CHANGES[change](person)


async def test_a_stop_finishes_what_is_under_way_and_begins_nothing(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """After the stop only the messages already on their way go out, and they are recorded."""
    stop, on_the_way, released = asyncio.Event(), asyncio.Semaphore(0), asyncio.Event()

    async def post(person: PersonId, screen: Shown, wanted: StillDue) -> Verdict:
        on_the_way.release()
        await released.wait()
        return await box.post(person, screen, wanted)

    for number in range(1, 41):
        await put(store, world, teacher(number))
    sending = asyncio.create_task(new_sender(store, world, clock, post, stop=stop).send_due())
    for _ in range(AT_ONCE):
        await on_the_way.acquire()
    stop.set()
    released.set()
    assert await sending == {"sent": AT_ONCE}
    assert len(box.letters) == AT_ONCE
    await new_sender(store, world, clock, box.post).send_due()
    assert sorted(person for person, _ in box.letters) == list(range(1, 41))


async def test_a_backlog_leaves_a_few_at_a_time(
    store: TinyStore, world: World, clock: HandClock
) -> None:
    """Never more messages are on their way than AT_ONCE."""
    now, most = 0, 0

    async def post(_person: PersonId, _screen: Shown, _wanted: StillDue) -> Verdict:
        nonlocal now, most
        now, most = now + 1, max(most, now + 1)
        await asyncio.sleep(0)
        now -= 1
        return Sent(1)

    for number in range(1, 101):
        await put(store, world, teacher(number))
    assert await new_sender(store, world, clock, post).send_due() == {"sent": 100}
    assert 1 < most <= AT_ONCE


async def test_a_nudge_is_sent_and_counted_as_unanswered(
    store: TinyStore, world: World, sender: Dispatcher, clock: HandClock, box: Letterbox
) -> None:
    """The weekly message about her step goes out on her day and counts until she gives a sign."""
    await put(store, world, teacher(SARI, Wishes()))
    clock.now = datetime(2026, 8, 11, 8, 30, tzinfo=UTC)
    await sender.send_due()
    assert box.to(SARI) == 1
    assert (await stored(store, SARI)).outbound.unanswered == 1
