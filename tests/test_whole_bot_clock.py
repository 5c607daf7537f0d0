"""The whole bot on a machine whose clock is set: it goes on, and whoever runs it is told once."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store.codec.people import LAST_TICK, TICKS
from tests.delivery.test_clock import ShiftedTime, wall
from tests.test_whole_bot_proxy import telegram_of
from tests.test_whole_bot_trouble import ADMIN, serving, stored

__all__ = ["wall"]

SOME_TICKS = 1.0
"""Seconds in which several ticks come."""


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (timedelta(days=1), timedelta(0)),
        (timedelta(days=3650), timedelta(0)),
        (timedelta(0), timedelta(days=3650)),
        (timedelta(days=-20_000), timedelta(0)),
        (timedelta(0), timedelta(hours=3)),
        (timedelta(0), timedelta(hours=-3)),
    ],
    ids=str,
)
async def test_a_clock_that_is_set_stops_nothing(
    tmp_path: Path, wall: type[ShiftedTime], first: timedelta, then: timedelta
) -> None:
    """However far it is set, either way, ticks go on by the new time and the admin is told once."""
    wall.shift = first
    simulator = telegram_of(ADMIN)
    admin = simulator.person(ADMIN)
    async with serving(simulator, tmp_path, lambda: ShiftedTime.now(UTC)) as bot:
        await bot.called("getUpdates")
        await asyncio.sleep(SOME_TICKS)
        wall.shift = then
        told = await admin.next_message(timeout=10)
        await asyncio.sleep(SOME_TICKS)
    assert told["text"].startswith("Jam server berubah")
    assert len(admin.messages) == 1
    async with stored(tmp_path) as store:
        last = await store.get(TICKS, LAST_TICK)
    assert last is not None
    assert abs(datetime.now(UTC) + then - last.at) < timedelta(minutes=1)
