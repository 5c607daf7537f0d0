"""Public holidays and cuti bersama of Indonesia, as the ``holidays`` package knows them.

Asked in a process of its own: the package's tables would take some 10 MB of the bot's memory for
good, for a few dozen days that are read once. Must not correct what it says; ``content.calendar``
does, as its file asks.
"""

import os
import subprocess
import sys
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import orjson

PROJECT = Path(__file__).parents[3]
PATIENCE_SECONDS = 60


_ready: Final[list["subprocess.Popen[bytes]"]] = []


def prepare() -> None:
    """Start the process already: it loads its tables while we load what we need ourselves."""
    with suppress(OSError):  # whoever asks is told
        _ready.append(_process())


@lru_cache
def announced_holidays(years: tuple[int, ...]) -> dict[date, str]:
    """Return the days off of these years with their names, public and by government decree.

    Raises OSError or subprocess.SubprocessError when no process can be started.
    """
    with _ready.pop() if _ready else _process() as process:
        try:
            answer, _ = process.communicate(orjson.dumps(years), PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    days: dict[str, Any] = orjson.loads(answer)
    return {date.fromisoformat(day): str(name) for day, name in days.items()}


def _process() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "bot.content.calendar.holidays"]
    return subprocess.Popen(  # noqa: S603 -- our own module
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def main() -> None:
    """Print the days off of the years that are asked for on standard input, as JSON."""
    import holidays  # noqa: PLC0415 -- only here, see above

    if not (asked := sys.stdin.buffer.read()):  # whoever started us has ended
        return
    years = orjson.loads(asked)
    known = holidays.country_holidays(
        "ID", years=years, categories=("public", "government"), language="id"
    )
    days = {day.isoformat(): name for day, name in known.items() if day.year in years}
    with suppress(BrokenPipeError):
        os.write(sys.stdout.fileno(), orjson.dumps(days))


if __name__ == "__main__":
    main()
