"""A real bot whose clock is ahead of the wall's by so many seconds: `python reminding.py SECONDS`.

Everything else comes from the environment, as for `python -m bot run`. To be killed.
"""

import asyncio
import sys
from datetime import datetime, timedelta

from bot.cluster.clock import wall_clock
from bot.run.serve import serve_bot
from bot.run.settings import load_settings


def main() -> None:
    """Serve until killed."""
    ahead = timedelta(seconds=float(sys.argv[1]))

    def clock() -> datetime:
        return wall_clock() + ahead

    asyncio.run(serve_bot(load_settings(), asyncio.Event(), clock, health=False))


if __name__ == "__main__":
    main()
