"""Public holidays and cuti bersama of Indonesia, as the ``holidays`` package knows them.

Asked in a process of its own: the package's tables would take some 10 MB of the bot's memory for
good, for a few dozen days that are read once. What it says is kept until the package or the years are others.
Must not correct it; ``content.calendar`` does, as its file asks.
"""

import os
import subprocess
import sys
from contextlib import suppress
from datetime import date
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import orjson

from bot.content import derived

NAME: Final = "holidays"
PROJECT = Path(__file__).parents[3]
PATIENCE_SECONDS = 60


_ready: Final[list["subprocess.Popen[bytes]"]] = []


def prepare(keeps: Path | None = None) -> None:
    """Start the process already, unless what it would say is kept: it loads its tables while we load ours."""
    if derived.load(keeps or derived.place(NAME), _mark()) is None:
        with suppress(OSError):  # whoever asks is told
            _ready.append(_process())


@lru_cache
def announced_holidays(years: tuple[int, ...]) -> dict[date, str]:
    """Return the days off of these years with their names, public and by government decree.

    Raises OSError or subprocess.SubprocessError when no process can be started.
    """
    return holidays_kept(years, derived.place(NAME))


def holidays_kept(years: tuple[int, ...], keeps: Path) -> dict[date, str]:
    """Return the same, from the file ``keeps`` if they stand there, else asked for and kept there."""
    mark = _mark()
    kept = derived.load(keeps, mark)
    if kept is None or tuple(kept["years"]) != years:
        kept = {"years": years, "days": _asked(years)}
        derived.save(keeps, mark, kept)
    return {date.fromisoformat(day): str(name) for day, name in kept["days"].items()}


def _mark() -> bytes:
    """Return what tells this release of the package, and of what asks it, from every other."""
    spec = find_spec("holidays")
    if spec is None or spec.origin is None:
        return b""  # whoever asks is told
    package = Path(spec.origin).parent
    releases = package.parent.glob("holidays-*.dist-info/METADATA")
    tables = package / "countries" / "indonesia.py"
    ours = derived.mark_of(PROJECT, [Path(__file__)])
    return ours + derived.mark_of(package.parent, [tables, *sorted(releases)])


def _asked(years: tuple[int, ...]) -> dict[str, Any]:
    with _ready.pop() if _ready else _process() as process:
        try:
            answer, _ = process.communicate(orjson.dumps(years), PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    days: dict[str, Any] = orjson.loads(answer)
    return days


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
