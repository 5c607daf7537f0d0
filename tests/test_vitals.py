"""What the pages for watchers tell of the real parts: every family of numbers."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from bot.chat.world import World
from bot.metrics import METER
from bot.run.delivery import build_delivery
from bot.run.edge import build_edge
from bot.run.health.vitals import LAGS, BotVitals
from bot.run.settings import Settings
from bot.run.wiring import build
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import memory_store
from bot.web.metrics import PREFIX, exposition
from tests.delivery.announcing import broadcast
from tests.delivery.teachers import OPENING, HandClock
from tests.delivery.test_expiry import put

WANTED = {
    "updates": ("updates", "turn_seconds"),
    "calls": ("api_calls", "api_seconds"),
    "deliveries by outcome": ("messages", "claims"),
    "deliveries by age": tuple(
        f"{what}due_for_{lag}_seconds" for lag in LAGS for what in ("", "broadcasts_")
    ),
    "lateness": ("due_lag_seconds", "rate_limit_wait_seconds", "unticked_seconds"),
    "the store": ("store_seconds", "not_saving_seconds", "unreadable", "people", "broadcasts"),
    "backups": ("backup_age_seconds",),
    "Telegram": ("unheard_seconds",),
}


async def test_every_number_a_watcher_needs_is_there(world: World, tmp_path: Path) -> None:
    """From the real parts; what is late is counted by how late it is, and a backup by its age."""
    token = SecretStr("123456:a-token-that-is-no-token-at-all")
    settings = Settings(telegram_bot_token=token, data_dir=tmp_path, backup_dir=tmp_path)
    parts = build(settings, HandClock(OPENING), store=memory_store(KINDS), world=world)
    await parts.store.open()
    late = replace(broadcast(), due=OPENING - timedelta(minutes=10))
    await put(parts.store, BROADCASTS, late.id, late)
    parts.backups.state = replace(parts.backups.state, made_at=OPENING - timedelta(hours=5))  # type: ignore[type-var] # a folder is set
    edge = build_edge(settings, parts, asyncio.Event())
    vitals = BotVitals(parts, edge, build_delivery(settings, parts, edge).worker)
    page = exposition(await vitals.gauges(), METER).decode()
    found = {one.name: one.samples for one in text_string_to_metric_families(page)}
    wanted = {f"{PREFIX}{name}" for names in WANTED.values() for name in names}
    assert wanted - found.keys() == set()
    ages = [found[f"{PREFIX}broadcasts_due_for_{lag}_seconds"][0].value for lag in LAGS]
    assert ages == [1, 1, 1, 0, 0]
    assert found[f"{PREFIX}backup_age_seconds"][0].value == timedelta(hours=5).total_seconds()
    await parts.store.close()
