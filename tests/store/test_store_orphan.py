"""A writer that outlives its bot: the next start ends it, and never one that has a bot."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreBusy
from bot.store.writer.orphan import end_orphans
from tests.forked import FORKS
from tests.store.note_files import opened
from tests.store.notes import NOTES, Note, add_tag
from tests.store.resting import rest
from tests.store.test_store_writer import writer_of


@contextmanager
def process(words: list[str], **pipes: Any) -> Iterator["subprocess.Popen[str]"]:
    """Run a process; whatever happens, it is gone afterwards."""
    with subprocess.Popen(words, text=True, **pipes) as running:
        try:
            yield running
        finally:
            running.kill()


@contextmanager
def a_bot(data: Path) -> Iterator[tuple[ForkServerProcess, int]]:
    """Run a store in another process; give it and its writer's process id."""
    told, tells = Pipe(duplex=False)
    bot = FORKS.Process(target=rest, args=(data, tells))
    with told, tells:
        bot.start()
        tells.close()
        try:
            yield bot, told.recv()
        finally:
            bot.kill()
            bot.join()


async def test_a_start_takes_over_from_a_stopped_orphan(data: Path) -> None:
    """When a killed bot leaves a writer that cannot end, the next start ends it and finds all."""
    with a_bot(data) as (bot, writer):
        os.kill(writer, signal.SIGSTOP)
        bot.kill()
        bot.join()
        store, report = await opened(data)
        assert (report.documents, report.damaged) == (1, ())
        assert await store.update(NOTES, "5", add_tag) == 2
        await store.close()


async def test_a_writer_ends_with_its_bot(data: Path) -> None:
    """A writer that is not held up needs nobody to end it when its bot is killed."""
    with a_bot(data) as (bot, _):
        bot.kill()
        bot.join()
        store, _ = await opened(data)
        assert await store.get(NOTES, "5") == Note(text="tagged", tags=["t"])
        await store.close()


async def test_a_bot_that_is_stopped_keeps_its_data(data: Path) -> None:
    """As long as the bot is there, however still, nobody else takes its directory or its writer."""
    with a_bot(data) as (bot, writer):
        assert bot.pid
        for pid in (bot.pid, writer):
            os.kill(pid, signal.SIGSTOP)
        with pytest.raises(StoreBusy):
            await opened(data)
        for pid in (writer, bot.pid):
            os.kill(pid, signal.SIGCONT)
        assert bot.exitcode is None


async def test_only_who_holds_the_lock_is_ended(data: Path, tmp_path: Path) -> None:
    """A writer of another directory, and a stranger with the file open, are left alone."""
    store, _ = await opened(data)
    other = tmp_path / "LOCK"
    other.write_text("")
    with other.open() as file, process(["/bin/sleep", "60"], stdin=file) as stranger:
        assert end_orphans(other) == []
        assert stranger.poll() is None
    os.kill(writer_of(store), 0)
    await store.close()
