"""A real bot to be killed, in a process of its own. Tests nothing.

It is forked from one that has imported everything and read the content (`tests.forked`), so that it is
born in some milliseconds and not in a second; from there on it does what `python -m bot run` does.
"""

import asyncio
import os
from datetime import datetime, timedelta
from pathlib import Path

from bot.cluster.clock import wall_clock
from bot.run.serve import serve_bot
from bot.run.settings import load_settings
from tests.shipped import ROOT, served_world

STREAMS = (1, 2)
"""Standard output and the stream for errors."""


def live(wanted: dict[str, str], ahead: timedelta, log: Path) -> None:
    """Serve with these settings until killed, so far ahead of the clock on the wall."""
    with log.open("ab") as kept:
        for stream in STREAMS:
            os.dup2(kept.fileno(), stream)
    os.chdir(log.parent)
    path = os.environ["PATH"]
    os.environ.clear()
    os.environ.update(wanted, PATH=path, PYTHONPATH=str(ROOT))

    def clock() -> datetime:
        return wall_clock() + ahead

    settings = load_settings()
    world = served_world(settings)
    asyncio.run(serve_bot(settings, asyncio.Event(), clock, health=False, world=world))
