"""A process that opens a store, changes one document and rests: the one that dies and leaves its writer. Tests nothing."""

import asyncio
from multiprocessing.connection import Connection
from pathlib import Path

from bot.store.tiny.store import tiny_store
from tests.store.notes import NOTES, add_tag


def rest(data: Path, told: Connection) -> None:
    """Rest until killed; tell of the process id of its writer."""
    asyncio.run(_rest(data, told))


async def _rest(data: Path, told: Connection) -> None:
    store = tiny_store(data, [NOTES])
    await store.open()
    await store.update(NOTES, "5", add_tag)
    line = store._writer._line
    assert line is not None
    told.send(line._process.get_pid())
    await asyncio.Event().wait()
