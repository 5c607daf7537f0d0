"""Broadcasts beside the updates: what does not end in time is ended before the store is closed."""

import asyncio
from dataclasses import replace

import pytest

from bot.chat.model import Shown
from bot.chat.world import World
from bot.domain.delivery import Verdict, Wanted
from bot.domain.person import PersonId
from bot.service.mailing import PauseKeeper, mailing
from bot.telegram.lanes import Lanes, Limits
from tests.outbox.announcing import Office


async def test_what_hangs_does_not_outlive_the_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Messages that never end are given up: no task of theirs is left to meet a closed store."""
    monkeypatch.setattr("bot.service.mailing.STOP_SECONDS", 0.1)
    office, begun = await Office(world, 8).open(), asyncio.Event()

    async def never(_person: PersonId, _shown: Shown, _wanted: Wanted) -> Verdict:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    hanging = replace(office.broadcaster, post=never)
    keeper = PauseKeeper(office.store, Lanes(Limits()), office.clock)
    before = asyncio.all_tasks()
    async with mailing(hanging, keeper):
        await begun.wait()
        hanging.stop.set()
    assert asyncio.all_tasks() <= before
