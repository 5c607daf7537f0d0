"""The texts are compared with the code beside a bot that serves already."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from bot.run.companion import PARENT
from bot.run.self_check import check, checking

ROOT = Path(__file__).parents[1]


def faulty(folder: Path) -> Path:
    """Give a copy of the content in which the code misses one text and one variable is unknown."""
    copytree(ROOT / "content", folder)
    texts = folder / "texts_id.ftl"
    words = texts.read_text("utf-8").replace("quiet-minggu =", "quiet-ahad =")
    texts.write_text(words.replace("{ $since }", "{ $sejak }", 1), "utf-8")
    return folder


async def test_a_text_the_code_misses_is_told_beside_the_bot(tmp_path: Path) -> None:
    """Whoever runs the bot is told how many problems the texts have, warnings or not."""
    told: list[int] = []
    await check(faulty(tmp_path / "content"), told.append)
    assert len(told) == 1
    assert told[0] >= 3  # one is missing, one is used nowhere, one has an unknown variable


async def test_nothing_is_told_of_good_content() -> None:
    """The content that is shipped makes no noise."""
    told: list[int] = []
    await check(ROOT / "content", told.append)
    assert told == []


async def test_a_check_that_cannot_run_ends_nothing(tmp_path: Path) -> None:
    """Without a process for the check the bot serves on, and nobody is told of problems."""
    told: list[int] = []
    await check(ROOT / "content", told.append, (str(tmp_path / "no-python"), "check"))
    assert told == []


async def test_a_check_is_given_up_when_the_bot_ends(tmp_path: Path) -> None:
    """No process of the check outlives the bot."""
    pipe = tmp_path / "pid"
    os.mkfifo(pipe)
    command = ("sh", "-c", f"echo $$ > {pipe}; exec sleep 1000")
    async with checking(ROOT / "content", lambda _: None, command, breath=0):
        pid = await asyncio.to_thread(pipe.read_text)
    status = Path(f"/proc/{pid.strip()}/status")
    assert not status.exists() or "State:\tZ" in status.read_text("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_a_check_ends_with_a_bot_that_is_killed() -> None:
    """Those of a bot that is killed and started again and again would take the cores from it."""
    child = (
        "from bot.run.companion import end_with_parent; end_with_parent();"
        "print('lives', flush=True); import time; time.sleep(60)"
    )
    parent = (
        f"import os, subprocess, sys; os.environ[{PARENT!r}] = str(os.getpid());"
        f"subprocess.run([sys.executable, '-c', {child!r}])"
    )
    with subprocess.Popen((sys.executable, "-c", parent), stdout=subprocess.PIPE, cwd=ROOT) as bot:
        assert bot.stdout
        assert bot.stdout.readline() == b"lives\n"
        bot.kill()
        rest, _ = bot.communicate(timeout=30)  # the pipe ends when nobody holds it any more
    assert rest == b""
