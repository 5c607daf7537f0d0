"""Notes in files: how the tests of the TinyDB store make them and get at them."""

from pathlib import Path

from bot.store.base import OpenReport
from bot.store.tiny.store import TinyStore, tiny_store
from tests.store.notes import NOTES, Note, put


async def opened(data: Path) -> tuple[TinyStore, OpenReport]:
    store = tiny_store(data, [NOTES])
    return store, await store.open()


async def store_notes(data: Path, notes: dict[str, Note]) -> None:
    store, _ = await opened(data)
    for key, note in notes.items():
        await store.update(NOTES, key, put(note))
    await store.close()


def files(data: Path, pattern: str) -> list[Path]:
    return sorted(data.glob(pattern))


def file_of(data: Path, key: str) -> Path:
    (path,) = files(data, f"notes/*/{key}.json")
    return path
