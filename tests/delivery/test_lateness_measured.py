"""How late messages leave is measured for whoever watches the bot."""

from datetime import timedelta

import pytest

from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher
from bot.metrics import Meter
from bot.store.tiny.store import TinyStore
from tests.delivery.teachers import HandClock, put, stored, teacher

SARI = 7


async def test_a_reminder_that_leaves_late_is_counted_by_how_late(
    store: TinyStore,
    world: World,
    sender: Dispatcher,
    clock: HandClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A reminder counts from the moment it was due to the moment it had been sent."""
    meter = Meter()
    monkeypatch.setattr("bot.delivery.sources.reminder.METER", meter)
    await put(store, world, teacher(SARI))
    due_at = (await stored(store, SARI)).outbound.due_at
    assert due_at
    clock.now += timedelta(minutes=10)
    assert await sender.send_due() == {"sent": 1}
    assert (
        meter.durations["due_lag_seconds"][()].total
        == (clock.now - due_at).total_seconds()
        >= 600.0
    )
