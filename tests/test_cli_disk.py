"""A real process whose writer hangs: it stops when told, and the next one takes over after a kill."""

import os
import signal
from pathlib import Path

import pytest

from bench.processes import family
from tests.forked import process
from tests.free_port import free_port
from tests.test_cli import Page


def begin(page: Page) -> None:
    """Register the first teacher and open a page."""
    page.wait().say("/start")
    for data in ("welcome:agree", "ask:set:address:ibu:daftar", "ask:set:level:slb:daftar"):
        page.tap(data)
    page.tap("ask:skip:daftar")
    page.tap("ask:set:zone:WIT:daftar")
    page.tap("steps:page:ptk:rubrik")


@pytest.mark.parametrize("asked", [False, True])
def test_a_process_whose_writer_hangs_stops_when_told(tmp_path: Path, *, asked: bool) -> None:
    """SIGTERM ends it in good order within its 5 seconds, with a turn waiting or none."""
    port = free_port()
    page, settings = Page(port), {"DATA_DIR": str(tmp_path / "data"), "PORT": str(port)}
    with process("demo", cwd=tmp_path, **settings) as running:
        begin(page)
        for writer in family(running.pid)[1:]:
            os.kill(writer, signal.SIGSTOP)
        if asked:
            page.call("/sim/people/101/send", {"text": "/mulai"})
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=8) == 0  # 5 s, and what a crowded machine adds


def test_a_start_takes_over_from_the_stopped_writer_of_a_killed_bot(tmp_path: Path) -> None:
    """After kill -9 with a writer that cannot end, the next start serves everybody as before."""
    port = free_port()
    page, settings = Page(port), {"DATA_DIR": str(tmp_path / "data"), "PORT": str(port)}
    with process("demo", cwd=tmp_path, **settings) as running:
        begin(page)
        for writer in family(running.pid)[1:]:
            os.kill(writer, signal.SIGSTOP)
        running.send_signal(signal.SIGKILL)
        running.wait()
    with process("demo", cwd=tmp_path, **settings):
        menu = page.wait().say("/mulai")
        button = menu["reply_markup"]["inline_keyboard"][0][0]
        assert button["callback_data"] == "steps:page:ptk:rubrik"
