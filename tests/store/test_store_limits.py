"""What grows with the data must not grow with what the system lends a process."""

import subprocess
import sys
from pathlib import Path

from tests.store.note_files import files

FEW: int = 96
"""Descriptors: 2 for each of the writer's 32 threads, and a little more. macOS begins with 256."""

FILL = """
import asyncio, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_NOFILE, ({few}, {few}))
from dataclasses import replace
from bot.store.tiny.store import tiny_store
from tests.store.notes import NOTES, Note, put

KINDS = [replace(NOTES, name="notes" + letter) for letter in "ab"]

async def fill():
    store = tiny_store(Path(sys.argv[1]), KINDS)
    await store.open()
    for kind in KINDS:
        await asyncio.gather(*(store.update(kind, str(n), put(Note())) for n in range(256)))
    assert [await store.count(kind) for kind in KINDS] == [256] * len(KINDS)
    await store.close()

asyncio.run(fill())
"""


def test_hundreds_of_folders_need_no_more_descriptors_than_one(data: Path) -> None:
    """A process that may open 96 files serves documents in 512 folders."""
    done = subprocess.run(
        [sys.executable, "-c", FILL.format(few=FEW), str(data)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(files(data, "notes?/*/*.json")) == 512
