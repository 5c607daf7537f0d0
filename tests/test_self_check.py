"""The texts are compared with the code beside a bot that serves already."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from bot.demo.school import ADMIN
from bot.run.companion import PARENT
from bot.run.self_check import check, checking
from tests.forked import process
from tests.free_port import free_port
from tests.shipped import ROOT
from tests.test_cli import TOKEN, Page

COUNTED = re.compile(r"menemukan (\d+) masalah")


def faulty(folder: Path) -> Path:
    """Give a copy of the content in which the code misses one text and one variable is unknown."""
    copytree(ROOT / "content", folder)
    texts = folder / "texts_id.ftl"
    words = texts.read_text("utf-8").replace("quiet-minggu =", "quiet-ahad =")
    texts.write_text(words.replace("{ $since }", "{ $sejak }", 1), "utf-8")
    return folder


def test_a_bot_serves_while_its_texts_are_compared_with_the_code(tmp_path: Path) -> None:
    """A text that one screen lacks keeps nobody waiting, and is told with its place in the log.

    Whoever runs the bot is told how many problems the texts have, warnings or not.
    """
    folder, port = faulty(tmp_path / "content"), free_port()
    page = Page(port)
    with process("simulate", "--port", str(port), cwd=tmp_path, TELEGRAM_BOT_TOKEN=TOKEN):
        page.until(lambda: page.call("/sim/state"))
        page.call(f"/sim/people/{ADMIN}/send", {"text": "/start"})  # the bot may write to her
        with process(
            "run",
            cwd=tmp_path,
            ADMIN_IDS=str(ADMIN),
            CONTENT_DIR=str(folder),
            CHECK_AT_START="true",
            TELEGRAM_BOT_TOKEN=TOKEN,
            TELEGRAM_API_URL=f"http://127.0.0.1:{port}",
        ) as running:
            assert running.stdout
            lines = iter(running.stdout.readline, "")
            assert any("bot_connected" in line for line in lines)
            assert any("'quiet-minggu' is missing" in line for line in lines)
            assert running.poll() is None
            (count,) = page.until(lambda: told(page))
    assert int(count) >= 3  # one is missing, one is used nowhere, one has an unknown variable


def told(page: Page) -> list[str]:
    """Return the numbers of problems that the administrator was told of."""
    messages = page.call(f"/sim/people/{ADMIN}/chat")["messages"]
    return [found[1] for each in messages if (found := COUNTED.search(each["text"]))]


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
