"""Restores: all or nothing, whatever kills them when."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store.base import Put
from bot.store.tiny.store import tiny_store
from tests.store.backup.test_backup import made
from tests.store.notes import NOTES, OTHERS, Note

ROOT = Path(__file__).parents[3]

DYING = """from bot.run.start.startup import spare_the_start
spare_the_start()
from tests.store.backup.dying import main
main()"""

OLD = "notes/5=old;notes/9=old"
NEW = "notes/5=new;notes/6=new;others/7=new"


async def _store(data: Path, text: str, *places: str) -> None:
    store = tiny_store(data, [NOTES, OTHERS])
    await store.open()
    for place in places:
        kind, _, key = place.partition("/")
        kinds = {"notes": NOTES, "others": OTHERS}
        await store.update(kinds[kind], key, lambda _: (Put(Note(text=text)), None))
    await store.close()


@pytest.mark.parametrize("is_new", [True, False], ids=["new directory", "other data"])
async def test_a_restore_that_is_killed_at_any_step_is_done_or_has_never_begun(
    tmp_path: Path, is_new: bool
) -> None:
    """Killed at each file it makes, renames or removes, the next start finds all of it or nothing."""
    await _store(tmp_path / "source", "new", "notes/5", "notes/6", "others/7")
    made(tmp_path / "source", tmp_path / "b.tar.gz")
    old = ""
    if not is_new:
        await _store(tmp_path / "data", "old", "notes/5", "notes/9")
        old = OLD
    command = [sys.executable, "-c", DYING, tmp_path / "data", tmp_path / "b.tar.gz"]
    done = await _output(command)
    lives = [line.split("|") for line in done.splitlines() if "|" in line]  # beside logs
    assert len(lives) > 30
    assert {texts for *_, texts in lives} == {old, NEW}
    assert lives[-1][1:] == ["1", "0", "0", NEW]
    assert {texts for _, _, decided, _, texts in lives if decided == "1"} == {NEW}
    assert sum(decided == "1" for _, _, decided, _, _ in lives) > 5
    assert {left for _, _, _, left, _ in lives} == {"0"}


async def _output(command: list[object]) -> str:
    running = await asyncio.create_subprocess_exec(
        *map(str, command), cwd=ROOT, stdout=subprocess.PIPE
    )
    out, _ = await running.communicate()
    assert running.returncode == 0
    return out.decode()
