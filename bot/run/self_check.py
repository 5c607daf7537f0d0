"""Has the texts compared with the code while the bot serves: ``python -m bot check`` beside it.

Reading our own source takes longer than all else of a start, so a start does not wait for it. Must
not change anything: what is found is logged, and told to whoever runs the bot.
"""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

import structlog

from bot.run import companion
from bot.run.start.later import BREATH_SECONDS, later

log = structlog.stdlib.get_logger(__name__)

PACKAGES = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", companion.__name__, "check")

NICENESS = 19
"""The least a process can be given: people are being answered on the same cores."""

FAULTY = 1
"""What the check ends with when the content has problems; see ``cli``."""

MOST_LOGGED = 20
"""Problems that are logged one by one; the check itself prints them all."""

Tell = Callable[[int], None]
"""Told how many problems there are, if there are any."""


@asynccontextmanager
async def checking(
    folder: Path, tell: Tell, command: Sequence[str] = COMMAND, breath: float = BREATH_SECONDS
) -> AsyncIterator[None]:
    """Check the content in this folder while the block lasts; at its end the check is given up."""
    async with later(partial(check, folder, tell, command), "self check", breath):
        yield


async def check(folder: Path, tell: Tell, command: Sequence[str] = COMMAND) -> None:
    """Check the content in this folder once, log its problems and tell how many there are."""
    try:
        process = await _started(folder, command)
    except OSError as error:
        log.warning("content_not_checked", reason=str(error))
        return
    try:
        words, _ = await process.communicate()
    finally:
        with suppress(ProcessLookupError):  # it has ended
            process.kill()
        await process.wait()
    if process.returncode == FAULTY:
        problems = words.decode(errors="replace").splitlines()
        for problem in problems[:MOST_LOGGED]:
            log.error("content_faulty", problem=problem)
        tell(len(problems))
    elif process.returncode:
        log.warning("content_not_checked", status=process.returncode)


async def _started(folder: Path, command: Sequence[str]) -> Process:
    paths = (str(PACKAGES), os.environ.get("PYTHONPATH"))
    process = await asyncio.create_subprocess_exec(
        *command,
        env={
            **os.environ,
            companion.PARENT: str(os.getpid()),
            "CONTENT_DIR": str(folder),
            "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        },
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=DEVNULL,
    )
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
    return process
