"""A process that commits over several documents without end: the one whose data are copied meanwhile.

Every commit of a group gives all its documents the same number, or deletes them all.
"""

import asyncio
import os
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bot.store.base import Drop, Plan, Put, Ref, View, Write
from bot.store.tiny.store import TinyStore, tiny_store
from tests.store.notes import NOTES, OTHERS, Note

GROUPS, SIZE = 12, 6


def refs(group: int) -> list[Ref[Note]]:
    """The documents of a group, of two kinds and in several folders."""
    keys = range(group * SIZE, (group + 1) * SIZE)
    return [Ref(OTHERS if key % 2 else NOTES, str(key * 37)) for key in keys]


def _whole(plan: Plan[None], _: View) -> Plan[None]:
    return plan


async def _commit_for_ever(store: TinyStore, group: int, told: Connection) -> None:
    number = 0
    while True:
        number += 1
        write: Write[Note] = Drop() if number % 9 == 0 else Put(Note(text=str(number)))
        writes: dict[Ref[Any], Write[Any]] = dict.fromkeys(refs(group), write)
        await store.commit(writes, partial(_whole, Plan(writes, None)))
        os.write(told.fileno(), b".")


async def _main(data: Path, told: Connection) -> None:
    store = tiny_store(data, [NOTES, OTHERS], cache_seconds=0.05)
    await store.open()
    await asyncio.gather(*(_commit_for_ever(store, group, told) for group in range(GROUPS)))


def commit_until_killed(data: Path, told: Connection) -> None:
    """Commit in a session of its own, for those who kill the writer too; tell of each commit by a dot."""
    os.setsid()
    asyncio.run(_main(data, told))
