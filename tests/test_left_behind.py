"""What a test leaves behind is seen."""

from pathlib import Path

from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import tiny_store
from tests.left_behind import writers


async def test_a_store_that_is_open_is_seen_until_it_is_closed(tmp_path: Path) -> None:
    """The writer of a store is found while it lives, and not once the store is closed."""
    store = tiny_store(tmp_path, KINDS)
    await store.open()
    assert len(writers()) == 1
    await store.close()
    assert not writers()
