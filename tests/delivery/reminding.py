"""Gives birth to one real bot for each line it reads, and says when it was born and has died.

A line holds, as JSON, the settings of that bot and by how many seconds its clock is ahead of the
wall's. Imports and content are shared by all of them, so that a bot is born in some milliseconds
and not in a second; from there on it does what `python -m bot run` does. To be killed. See `lives`.
"""

import asyncio
import json
import os
import sys
from datetime import datetime, timedelta
from typing import Any

from bot.chat.world import World
from bot.cluster.clock import wall_clock
from bot.run.serve import serve_bot
from bot.run.settings import load_settings
from bot.run.wiring import build_world


def live(world: World, wanted: dict[str, Any]) -> None:
    """Serve until killed, with a log where errors go."""
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    os.environ.update(wanted["settings"])
    ahead = timedelta(seconds=wanted["ahead"])

    def clock() -> datetime:
        return wall_clock() + ahead

    asyncio.run(serve_bot(load_settings(), asyncio.Event(), clock, health=False, world=world))


def main() -> None:
    """Serve those who ask until there are no more of them."""
    world = build_world(load_settings(), wall_clock().date())
    for line in sys.stdin:
        born = os.fork()
        if not born:
            try:
                live(world, json.loads(line))
            finally:
                os._exit(1)
        os.write(1, f"{born}\n".encode())
        os.waitpid(born, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
