"""Restores that are killed at one step after another: a process that is given a data directory and a backup.

Prints a line for each: the step, whether the restore had been decided, and what the data are afterwards.
Each restore is forked, all imports done, and kills itself as it makes, renames or removes its so many-th file.
"""

import asyncio
import os
import shutil
import signal
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.store.backup.unpack import Backup
from bot.store.tiny.copying.restoring import is_unfinished, restore
from bot.store.tiny.copying.taking import take_data
from bot.store.tiny.store import tiny_store
from tests.store.notes import NOTES, OTHERS

STEPS = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "open"})
FLAGS = 2
"""Where ``open`` says what for: who dies before a file is read leaves what was there before."""

MOST = 400
NOW = datetime(2026, 11, 30, tzinfo=UTC)


def _die_at(step: int) -> None:
    left = step

    def hook(event: str, words: tuple[Any, ...]) -> None:
        nonlocal left
        if event not in STEPS or (event == "open" and not words[FLAGS] & os.O_CREAT):
            return
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def _restore(data: Path, file: Path, step: int) -> bool:
    """Restore in a process that dies at this step; say whether it came to its end before."""
    child = os.fork()
    if not child:
        try:
            _die_at(step)
            lock = take_data(data)
            with file.open("rb") as stream:
                restore(data, Backup(stream), NOW)
            os.close(lock)
            os._exit(0)
        except BaseException:  # noqa: BLE001 -- nothing of the parent may run here
            traceback.print_exc()
            os._exit(1)
    status = os.waitpid(child, 0)[1]
    assert status == 0 or os.WIFSIGNALED(status)
    return status == 0


async def _texts(data: Path) -> list[str]:
    store = tiny_store(data, [NOTES, OTHERS])
    report = await store.open()
    texts = [f"{fault.kind} damaged" for fault in report.damaged]
    for kind in (NOTES, OTHERS):
        for key in await store.find(kind):
            note = await store.get(kind, key)
            texts.append(f"{kind.name}/{key}={note.text if note else None}")
    await store.close()
    return sorted(texts)


def main() -> None:
    """Kill at each step until a restore comes to its end."""
    before, file = Path(sys.argv[1]), Path(sys.argv[2])
    for step in range(1, MOST):
        data = before.with_name("data-of-the-dying")
        shutil.rmtree(data, ignore_errors=True)
        if before.is_dir():
            shutil.copytree(before, data)
        ended = _restore(data, file, step)
        decided = is_unfinished(data)
        texts = asyncio.run(_texts(data))
        left = [each.name for each in data.iterdir() if each.name.endswith("-work")]
        line = "|".join(map(str, (step, int(ended), int(decided), len(left), ";".join(texts))))
        sys.stdout.write(line + "\n")
        if ended:
            return
