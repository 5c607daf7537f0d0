"""Where the bot's processes are born: each is forked from here, and then does what `python -m bot` does.

A process that is driven by lines of JSON on standard input; everything is imported beforehand.
A thousand starts would else cost an hour of importing, and minutes of reading the content. What is forked has
settings, files, sockets, signals and an exit status of its own; it dies with its nursery.
"""

import ctypes
import gc
import os
import signal
import sys
from datetime import UTC, date, datetime
from typing import Any, Final, NoReturn

import orjson

from bot.chat.world import World
from bot.cli import main
from bot.cluster.postgres import cluster
from bot.run import serve, wiring
from bot.run.settings import Settings, load_settings
from bot.run.start import startup
from bot.store.postgres import store

IMPORTED: Final = (serve, cluster, store)
DIE_WITH_PARENT: Final = 1  # prctl(2): PR_SET_PDEATHSIG


def read_once() -> None:
    """Read the content, and have whoever is born here find it read and ready on the same day."""
    read, read_on, read_for = wiring.build_world, datetime.now(UTC).date(), load_settings()
    world = read(read_for, read_on)
    world.prepare()

    def lent(settings: Settings, today: date) -> World:
        names = ("content_dir", "operator")
        is_same = all(getattr(settings, name) == getattr(read_for, name) for name in names)
        return world if is_same and today == read_on else read(settings, today)

    vars(wiring)["build_world"] = lent


def bear(wish: dict[str, Any]) -> NoReturn:
    """Be the bot with these words and settings, and end as it ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    log = os.open(wish["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for end, target in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(end, target)
    os.environ.update(wish["settings"])
    startup.spare_the_start()
    status: Any = 1
    try:
        main(wish["words"], prog_name="python -m bot")
    except SystemExit as end:
        status = end.code
    finally:
        sys.stdout.flush()
        os._exit(status if isinstance(status, int) else 0 if status is None else 1)


def say(words: dict[str, Any]) -> None:
    """Answer with one line."""
    sys.stdout.buffer.write(orjson.dumps(words) + b"\n")
    sys.stdout.buffer.flush()


def serve_wishes() -> None:
    """Bear what is wished until standard input ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those who die
    read_once()
    gc.freeze()
    say({"ready": os.getpid()})
    while line := sys.stdin.buffer.readline():
        wish = orjson.loads(line)
        if not (pid := os.fork()):
            bear(wish)
        say({"pid": pid})
