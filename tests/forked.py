"""Commands of the bot in processes of their own that need not import it first. Tests nothing.

Each is forked from one that has imported everything (`warmed`), and does from there on what
`python -m bot` does: real arguments, settings, files, signals and exit statuses. That a command which
is typed outright does so too is shown by some of `test_cli.py`, and by `test_hosts.py`.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired
from tempfile import TemporaryFile
from threading import Thread
from typing import IO

from bot.reports.painter import Painter
from tests.shipped import ROOT

PATIENCE = 30.0
"""Seconds; no command that ends by itself takes as long."""

FORKS = get_context("forkserver")
"""Begins processes by forking them from one that has imported everything."""

FORKS.set_forkserver_preload(["tests.sparing", "tests.warmed", "tests.warming"])

_OURS = forkserver._forkserver
_FOUND_BY = ("_forkserver_address", "_forkserver_authkey")


def environment(**settings: str) -> dict[str, str]:
    """Return what a command finds in its environment.

    Nobody waits for Telegram's limit of a message a second in one chat: the small Telegram has none. Nor are
    the texts compared with the code beside each bot, which takes two seconds.
    """
    names = ("PATH", "HOME", "TMPDIR", "SSL_CERT_FILE")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    spared = {"MESSAGES_PER_SECOND": "inf", "CHECK_AT_START": "false"}
    return {**kept, "PYTHONPATH": str(ROOT), **spared, **settings}


def nursery() -> dict[str, str | bytes | None]:
    """Begin the process that others are forked from; return what `adopt` needs of it."""
    forkserver.ensure_running()
    return {name: vars(_OURS).get(name) for name in _FOUND_BY}


def adopt(found: dict[str, str | bytes | None]) -> None:
    """Have this process of the tests fork from that of another one, which outlives it.

    Each would else import everything and read all content once more: six seconds of work.
    """
    _, alive = os.pipe()  # what ours would be ended by; each child inherits it
    vars(_OURS).update(found, _forkserver_alive_fd=alive, ensure_running=lambda: None)


def draw_by_forks() -> None:
    """Have pictures drawn by forks as soon as there can be any; until then each begins as a bot's does.

    The process they are forked from needs some seconds, which is more than a test waits for a picture.
    """

    def wait() -> None:
        born = FORKS.Process(target=int)
        born.start()
        born.join()
        Painter.context = FORKS

    Thread(target=wait, daemon=True).start()


class Running:
    """A command that runs, as far as a test needs it; like ``subprocess.Popen``."""

    def __init__(self, process: ForkServerProcess, stdout: IO[str]) -> None:
        assert process.pid
        self.pid = process.pid
        self.stdout = stdout
        self._process = process

    def poll(self) -> int | None:
        """Return the exit status, None while it runs."""
        return self._process.exitcode

    def wait(self, timeout: float = PATIENCE) -> int:
        """Return the exit status at the end. Raises TimeoutExpired."""
        self._process.join(timeout)
        if (status := self.poll()) is None:
            raise TimeoutExpired(str(self.pid), timeout)
        return status

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)


def bot(*words: str, cwd: Path, **settings: str) -> "CompletedProcess[str]":
    """Run one command to its end."""
    with TemporaryFile("w+") as out, TemporaryFile("w+") as err:
        with _run(words, cwd, settings, (out, err)) as running:
            status = running.wait()
        told = []
        for stream in (out, err):
            stream.seek(0)
            told.append(stream.read())
    return CompletedProcess(words, status, *told)


@contextmanager
def process(*words: str, cwd: Path, **settings: str) -> Iterator[Running]:
    """Run a command in the background; whatever happens, it is gone afterwards."""
    reads, writes = os.pipe()
    with (
        os.fdopen(reads) as told,
        os.fdopen(writes, "w") as both,
        _run(words, cwd, settings, (both, both), told) as running,
    ):
        both.close()
        yield running


@contextmanager
def _run(
    words: tuple[str, ...],
    cwd: Path,
    settings: dict[str, str],
    streams: tuple[IO[str], IO[str]],
    told: IO[str] | None = None,
) -> Iterator[Running]:
    from tests.warmed import command  # noqa: PLC0415 -- imports the bot, for those alone who run it

    ends = [Connection(os.dup(stream.fileno()), readable=False) for stream in streams]
    wanted = (words, str(cwd), environment(**settings), *ends)
    born = FORKS.Process(target=command, args=wanted)
    born.start()
    for end in ends:
        end.close()
    try:
        yield Running(born, told or streams[0])
    finally:
        born.kill()
        born.join()
