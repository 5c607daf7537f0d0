"""Public holidays and cuti bersama of Indonesia, as the ``holidays`` package knows them.

Asked in a process of its own: the package's tables would take some 10 MB of the bot's memory for
good, for a few dozen days that are read once. Must not correct what it says; ``content.calendar``
does, as its file asks.
"""

import subprocess
import sys
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

PROJECT = Path(__file__).parents[3]
PATIENCE_SECONDS = 60


@lru_cache
def announced_holidays(years: tuple[int, ...]) -> dict[date, str]:
    """Return the days off of these years with their names, public and by government decree.

    Raises OSError or subprocess.SubprocessError when no process can be started.
    """
    asked = [sys.executable, "-m", "bot.content.calendar.holidays", *map(str, years)]
    answer = subprocess.run(  # noqa: S603 -- our own module and whole numbers
        asked, cwd=PROJECT, stdout=subprocess.PIPE, check=True, timeout=PATIENCE_SECONDS
    )
    days: dict[str, Any] = orjson.loads(answer.stdout)
    return {date.fromisoformat(day): str(name) for day, name in days.items()}


def main() -> None:
    """Print the days off of the years named on the command line, as JSON."""
    import holidays  # noqa: PLC0415 -- only here, see above

    years = [int(year) for year in sys.argv[1:]]
    known = holidays.country_holidays(
        "ID", years=years, categories=("public", "government"), language="id"
    )
    days = {day.isoformat(): name for day, name in known.items() if day.year in years}
    sys.stdout.buffer.write(orjson.dumps(days))


if __name__ == "__main__":
    main()
