"""A real file system without room: told as such, nothing damaged, and well again by itself."""

import asyncio
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StoreUnavailable
from bot.store.pulse import Trouble
from bot.store.tiny.store import tiny_store
from tests.store.mounting import mount
from tests.store.notes import NOTES, Note, put


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path))
    yield tmp_path
    subprocess.run(["/bin/umount", "-l", str(tmp_path)], check=True)


async def test_a_full_disk_is_noticed_and_outlived(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All saves are refused while there is no room, once there is some they work, without a restart."""
    monkeypatch.setattr("bot.store.pulse.TRY_SECONDS", 0.1)
    store = tiny_store(small_disk / "data", [NOTES])
    await store.open()
    told: list[tuple[str, bool]] = []
    over = asyncio.Event()

    def tell(trouble: Trouble, is_over: bool) -> None:
        told.append((trouble.cause, is_over))
        if is_over:
            over.set()

    store.pulse.tell = tell
    await store.update(NOTES, "5", put(Note(text="old")))
    with (small_disk / "ballast").open("wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(bytes(4096))
        except OSError:
            pass
    for key in ("5", "6", "7", "8"):
        with pytest.raises(StoreUnavailable, match="No space left"):
            await store.update(NOTES, key, put(Note(text="new")))
    assert await store.get(NOTES, "5") == Note(text="old")
    assert store.pulse.failing_seconds > 0
    (small_disk / "ballast").unlink()
    async with asyncio.timeout(30):
        await over.wait()
    await store.update(NOTES, "6", put(Note(text="new")))
    assert [is_over for _, is_over in told] == [False, True]
    assert store.pulse.failing_seconds == 0
    await store.close()
