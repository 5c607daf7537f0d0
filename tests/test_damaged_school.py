"""A school whose document cannot be read: nobody is told that it, or she in it, does not exist."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.model import Command, Press
from bot.chat.world import World
from bot.store.codec.people import PEOPLE
from tests.delivery.schools import MADE, SCHOOL
from tests.delivery.teachers import HandClock
from tests.errand_desk import ZUBAIDAH, Desk


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await Desk(world, clock, tmp_path).open()
    next(opened.data.glob("schools/*/*.json")).write_bytes(b"{")
    await opened.start()
    yield opened
    await opened.store.close()


async def test_its_teacher_is_not_told_that_she_is_in_none(desk: Desk) -> None:
    """She stays where she is, and reads that the school's document needs repair."""
    assert "tetap tercatat" in await desk.do(ZUBAIDAH, Press("join:main"))
    stored = await desk.store.get(PEOPLE, str(ZUBAIDAH))
    assert stored is not None
    assert stored.school == SCHOOL.id


async def test_its_coordinator_is_not_told_that_she_has_none(desk: Desk) -> None:
    """Nobody can know whether she coordinates it, so she is asked to try again later."""
    assert "perlu diperbaiki" in await desk.do(MADE, Command("koordinator"))


async def test_a_school_damaged_while_the_bot_runs_is_named_at_a_change(
    world: World, clock: HandClock, tmp_path: Path
) -> None:
    """What was to be changed is told as not done, whoever asked; nothing else is touched."""
    desk = await Desk(world, clock, tmp_path).open()
    next(desk.data.glob("schools/*/*.json")).write_bytes(b"{")
    text = await desk.do(MADE, Press(f"school:open:{SCHOOL.id}"))
    assert "belum dapat dilakukan" in text
    await desk.store.close()
