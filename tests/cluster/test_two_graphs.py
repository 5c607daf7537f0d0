"""Two object graphs on one store in one process: as two processes on one database will be."""

from pathlib import Path

from bot.run.settings import load_settings
from bot.run.wiring import build
from tests.delivery.teachers import OPENING, HandClock
from tests.shipped import served_world


def test_two_graphs_share_a_store_and_nothing_else(tmp_path: Path) -> None:
    """A second graph on the store of a first has parts and a worker's name of its own."""
    settings, clock = load_settings(data_dir=tmp_path), HandClock(OPENING)
    first = build(settings, clock, world=served_world(settings))
    second = build(settings, clock, store=first.store, world=first.world)
    assert second.store is first.store
    assert second.worker_id != first.worker_id
    for part in ("turns", "directory", "notifier", "replanner", "alarm", "name"):
        assert getattr(second, part) is not getattr(first, part)
