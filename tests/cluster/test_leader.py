"""Only one of several graphs leads, and one that was paused beyond its lease is refused."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest

from bot.cluster.leader import LEASE, Leader, LocalLeader, Seat, standing, while_leading
from bot.cluster.postgres.leader import PostgresLeader
from bot.database.connections import Connections
from bot.store.postgres.schema import make_schema
from tests.delivery.teachers import OPENING, HandClock

MOMENT = timedelta(seconds=1)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(OPENING)


@pytest.fixture
async def pair(clock: HandClock, shared: str | None) -> AsyncIterator[tuple[Leader, Leader]]:
    if shared is None:
        seat = Seat()
        yield LocalLeader("a", clock, seat), LocalLeader("b", clock, seat)
        return
    await make_schema(shared, ())
    ways = Connections(shared), Connections(shared)
    for way in ways:
        await way.open()
    yield PostgresLeader(ways[0], "a", clock), PostgresLeader(ways[1], "b", clock)
    for way in ways:
        await way.close()


async def test_a_graph_alone_always_leads(clock: HandClock) -> None:
    """Who shares its seat with nobody leads by one epoch, also after it slept for a week."""
    leader = LocalLeader("a", clock)
    assert await leader.lead() == 1
    clock.now += timedelta(weeks=1)
    assert await leader.lead() == 1


async def test_only_one_of_two_leads(pair: tuple[Leader, Leader]) -> None:
    """While one holds the lease the other does not get it, however often either asks."""
    first, second = pair
    for _ in range(3):
        assert await first.lead() == 1
        assert await second.lead() is None


async def test_who_renews_in_time_goes_on(pair: tuple[Leader, Leader], clock: HandClock) -> None:
    """A lease that is renewed before its end never passes to the other."""
    first, second = pair
    for _ in range(10):
        assert await first.lead() == 1
        clock.now += LEASE - MOMENT
        assert await second.lead() is None


async def test_the_other_leads_once_the_lease_has_run_out(
    pair: tuple[Leader, Leader], clock: HandClock
) -> None:
    """After a leader that died silently nobody leads for longer than a lease."""
    first, second = pair
    await first.lead()
    clock.now += LEASE - MOMENT
    assert await second.lead() is None
    clock.now += MOMENT
    assert await second.lead() == 2


async def test_a_leader_that_was_paused_and_wakes_is_refused(
    pair: tuple[Leader, Leader], clock: HandClock
) -> None:
    """Who slept beyond its lease while another took over holds its epoch no more and does not lead."""
    first, second = pair
    epoch = await first.lead()
    assert epoch is not None
    assert await first.holds(epoch)
    clock.now += LEASE
    taken_over = await second.lead()
    assert taken_over is not None
    assert not await first.holds(epoch)
    assert not await first.holds(taken_over), "the epoch of another is no use"
    assert await first.lead() is None
    assert await second.holds(taken_over)


async def test_who_was_paused_is_refused_even_if_nobody_took_over(
    pair: tuple[Leader, Leader], clock: HandClock
) -> None:
    """A lease that has run out is not held: whoever woke cannot know that nobody acted meanwhile."""
    first, _ = pair
    epoch = await first.lead()
    assert epoch is not None
    clock.now += LEASE
    assert not await first.holds(epoch)
    assert await first.lead() == epoch


async def test_who_resigns_makes_room_at_once(
    pair: tuple[Leader, Leader],
) -> None:
    """A leader that ends in order is followed without waiting, by a higher epoch."""
    first, second = pair
    epoch = await first.lead()
    assert epoch is not None
    await first.resign()
    assert not await first.holds(epoch)
    assert await second.lead() == epoch + 1
    await first.resign()
    assert await second.holds(epoch + 1), "who does not lead cannot end another's lease"


async def test_a_clock_set_back_does_not_let_two_lead(
    pair: tuple[Leader, Leader], clock: HandClock
) -> None:
    """After a jump of the clock one of the two leads, and the epoch of the other is not held."""
    first, second = pair
    epoch = await first.lead()
    assert epoch is not None
    clock.now -= timedelta(hours=1)
    later = await second.lead()
    assert later == epoch + 1
    assert not await first.holds(epoch)
    assert await first.lead() is None


async def test_who_stands_renews_its_lease_and_lets_go_of_it_at_the_end(
    pair: tuple[Leader, Leader], clock: HandClock
) -> None:
    """While a block lasts its graph stays the leader; when it ends the other leads at once."""
    first, second = pair
    pauses: asyncio.Queue[float] = asyncio.Queue()
    goes_on = asyncio.Semaphore(0)

    async def sleep(seconds: float) -> None:
        clock.move(seconds=seconds)
        await pauses.put(seconds)
        await goes_on.acquire()

    async with standing(first, sleep):
        for _ in range(7):
            await pauses.get()
            assert await second.lead() is None
            goes_on.release()
    assert await second.lead() == 2


async def test_work_of_the_leader_passes_on_when_it_can_no_longer_lead(
    pair: tuple[Leader, Leader], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two who would do it one does; one that was stopped for too long ends, and one of them begins anew."""
    monkeypatch.setattr("bot.cluster.leader.STANDBY_SECONDS", 0.01)
    stop, heard = asyncio.Event(), asyncio.Queue[str]()

    def work_of(name: str) -> Callable[[asyncio.Event], Awaitable[None]]:
        async def work(ending: asyncio.Event) -> None:
            await heard.put(f"{name} begins")
            await ending.wait()
            await heard.put(f"{name} ends")

        return work

    first = asyncio.create_task(while_leading(pair[0], work_of("first"), stop))
    assert await heard.get() == "first begins"
    second = asyncio.create_task(while_leading(pair[1], work_of("second"), stop))
    clock.now += LEASE
    since = {await heard.get(), await heard.get()}
    stop.set()
    await asyncio.gather(first, second)
    (begun,) = since - {"first ends"}
    assert begun in {"first begins", "second begins"}
    assert await heard.get() == begun.replace("begins", "ends")
    assert heard.empty()
