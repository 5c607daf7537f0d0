"""Beside the updates: what hangs ends before the store is closed, and pauses outlive a restart."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.chat.model import Shown
from bot.chat.world import World
from bot.cluster.rate_limit import RateLimit
from bot.cluster.send_window import Limits
from bot.delivery.mailing import UNKNOWN_SECONDS, PauseKeeper, mailing
from bot.domain.broadcast.verdict import StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.store.base import Put
from bot.store.codec.broadcasts import LANE, PAUSES, StoredPause
from bot.store.tiny.store import TinyStore, memory_store
from tests.delivery.announcing import Office
from tests.delivery.mail import posting
from tests.delivery.teachers import HandClock


async def test_what_hangs_does_not_outlive_the_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Messages that never end are given up: no task of theirs is left to meet a closed store."""
    monkeypatch.setattr("bot.delivery.mailing.STOP_SECONDS", 0.1)
    office, begun = await Office(world, 8).open(), asyncio.Event()

    async def never(_person: PersonId, _shown: Shown, _wanted: StillDue) -> Verdict:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    hanging = posting(office.broadcaster, never)
    keeper = PauseKeeper(office.store, RateLimit(Limits()), office.clock)
    before = asyncio.all_tasks()
    async with mailing(hanging, keeper):
        await begun.wait()
        hanging.stop.set()
    assert asyncio.all_tasks() <= before


@pytest.fixture
async def store() -> AsyncIterator[TinyStore]:
    opened = memory_store([PAUSES])
    await opened.open()
    yield opened
    await opened.close()


async def left_after_a_restart(store: TinyStore, clock: HandClock) -> float:
    """The seconds for which a new process would be silent."""
    limiter = RateLimit(Limits())
    await PauseKeeper(store, limiter, clock).restore()
    return limiter.paused_for


async def demand(store: TinyStore, clock: HandClock, *pauses: float) -> None:
    """Have Telegram demand these pauses of a running process."""
    limiter = RateLimit(Limits())
    keeper = PauseKeeper(store, limiter, clock)
    await keeper.restore()
    for seconds in pauses:
        limiter.pause(seconds)
        await keeper.finish()


async def test_a_short_pause_does_not_replace_a_long_one(
    store: TinyStore, clock: HandClock
) -> None:
    """An answer that was on its way asks for a second; the hour before it holds after a restart."""
    await demand(store, clock, 3600, 1)
    assert await left_after_a_restart(store, clock) == pytest.approx(3600, abs=1)


async def test_a_pause_has_ended_when_the_clock_says_so(store: TinyStore, clock: HandClock) -> None:
    """Of a pause only the rest is kept."""
    await demand(store, clock, 3600)
    clock.move(minutes=50)
    assert await left_after_a_restart(store, clock) == pytest.approx(600, abs=1)
    clock.move(minutes=10)
    assert await left_after_a_restart(store, clock) == 0


@pytest.mark.parametrize("seconds", [30.0, None])
async def test_a_clock_set_back_does_not_make_a_pause_longer(
    store: TinyStore, clock: HandClock, seconds: float | None
) -> None:
    """Silence never lasts longer than Telegram asked (an hour if that is not known), and is logged."""
    pause = StoredPause(clock.now + timedelta(seconds=30), seconds)
    await store.update(PAUSES, LANE, lambda _: (Put(pause), None))
    clock.move(days=-2)
    with capture_logs() as logs:
        left = await left_after_a_restart(store, clock)
    assert left == pytest.approx(seconds or UNKNOWN_SECONDS, abs=1)
    assert logs[0]["event"] == "pause_longer_than_demanded"
    await demand(store, clock, 5)
    assert await left_after_a_restart(store, clock) == pytest.approx(5, abs=1)


async def test_a_pause_written_before_its_length_was_kept_is_read(
    store: TinyStore, clock: HandClock
) -> None:
    """A document of the first form still pauses."""
    pause = PAUSES.decode({"until": (clock.now + timedelta(minutes=5)).isoformat()})
    await store.update(PAUSES, LANE, lambda _: (Put(pause), None))
    assert await left_after_a_restart(store, clock) == pytest.approx(300, abs=1)
