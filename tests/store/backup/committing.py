"""A process that commits over several documents without end: the one whose data are copied meanwhile.

Every commit of a group gives all its documents the same number, or deletes them all.
"""

import asyncio
import os
import sys
from functools import partial
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


async def _commit_for_ever(store: TinyStore, group: int) -> None:
    number = 0
    while True:
        number += 1
        write: Write[Note] = Drop() if number % 9 == 0 else Put(Note(text=str(number)))
        writes: dict[Ref[Any], Write[Any]] = dict.fromkeys(refs(group), write)
        await store.commit(writes, partial(_whole, Plan(writes, None)))
        os.write(1, b".")


async def _main(data: Path) -> None:
    store = tiny_store(data, [NOTES, OTHERS], cache_seconds=0.05)
    await store.open()
    await asyncio.gather(*(_commit_for_ever(store, group) for group in range(GROUPS)))


if __name__ == "__main__":
    asyncio.run(_main(Path(sys.argv[1])))
