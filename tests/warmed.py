"""What a forked command does, and the imports it is spared; see `forked`. Tests nothing."""

import os
import sys
from collections.abc import Callable
from datetime import date
from multiprocessing.connection import Connection

from bot.chat.world import World
from bot.cli import main
from bot.run import wiring
from bot.run.settings import Settings
from bot.run.start import startup

STDOUT, STDERR = 1, 2

Reads = Callable[[Settings, date], World]


def lend(reads: Reads) -> None:
    """Have bots that are forked from here ask this for what the content says."""
    vars(wiring)["build_world"] = reads


def command(
    words: tuple[str, ...],
    cwd: str,
    environment: dict[str, str],
    stdout: Connection,
    stderr: Connection,
) -> None:
    """Run `python -m bot` with these words, there, with these settings and nothing else of ours."""
    assert "tests.warming" in sys.modules, "forked too early: this costs a second each time"
    os.dup2(stdout.fileno(), STDOUT)
    os.dup2(stderr.fileno(), STDERR)
    stdout.close()
    stderr.close()
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    startup.spare_the_start()
    main(words, prog_name="python -m bot")
