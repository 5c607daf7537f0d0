"""What the whole bot takes to start, and the memory it then holds: `python -m bench.footprint`.

A fresh process on a directory of teachers, first without the index cache, as after a restored
backup, then with it. Prints Markdown.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.bots import ours
from bench.processes import TelegramProcess
from bench.teachers import person_id, store_teachers
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import tiny_store

COMMAND: Final = "/langkah"
TURNS: Final = 200  # before memory is read: what an idle process holds is not the whole truth
OPEN_GOAL: Final = 1.0  # seconds, at OPEN_SIZE
OPEN_SIZE: Final = 10_000
MEMORY_GOALS: Final = {100: 120, 100_000: 250}  # teachers: MiB
CACHE_REST_SECONDS: Final = 2.5  # files younger than their cache by less than 2 s are read again


@dataclass(frozen=True, slots=True)
class Start:
    """What one start took."""

    teachers: int
    cached: bool
    open_seconds: float
    answer_seconds: float
    resident: float
    peak: float

    def row(self) -> str:
        """One line of the table."""
        return (
            f"| {self.teachers:,} | {'yes' if self.cached else 'no'} | {self.open_seconds:.2f} "
            f"| {self.answer_seconds:.2f} | {self.resident:.0f} | {self.peak:.0f} |"
        )


def starts(folder: Path, teachers: int) -> list[Start]:
    """Start the bot without the index cache and with it."""
    data = folder / "data"
    store_teachers(data, teachers)
    found = [_start(folder, data, teachers, cached=False)]
    time.sleep(CACHE_REST_SECONDS)
    asyncio.run(_opened(data))  # writes a cache that knows what the last turns changed
    return [*found, _start(folder, data, teachers, cached=True)]


def _start(folder: Path, data: Path, teachers: int, *, cached: bool) -> Start:
    opening = asyncio.run(_opened(data))
    if not cached:
        for cache in (data / "index-cache").glob("*"):
            cache.unlink()
    with TelegramProcess(sys.executable, "bench.lean", folder) as telegram:
        began = time.perf_counter()
        with ours().start(telegram.api, folder, data) as bot:
            telegram.play([(person_id(0), COMMAND)])
            answered = time.perf_counter() - began
            telegram.play([(person_id(number % teachers), COMMAND) for number in range(TURNS)])
            return Start(teachers, cached, opening, answered, bot.resident, bot.peak)


async def _opened(data: Path) -> float:
    """Open the store alone, in this process, and give the seconds."""
    store = tiny_store(data, [PEOPLE])
    began = time.perf_counter()
    await store.open()
    seconds = time.perf_counter() - began
    await store.close()
    return seconds


def report(*, quick: bool) -> str:
    """Measure and give the section of the report."""
    sizes = (100, 10_000) if quick else (100, 10_000, 100_000)
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found += starts(Path(folder), size)
    lines = [
        "## Start and memory of the whole process",
        "",
        "| teachers | index cache | store open: s | first answer: s | RSS MiB | peak MiB |",
        "|---:|---|---:|---:|---:|---:|",
        *(start.row() for start in found),
        "",
    ]
    for start in found:
        if start.teachers in MEMORY_GOALS and start.cached:
            goal = MEMORY_GOALS[start.teachers]
            lines.append(f"- RSS with {start.teachers:,}: {start.resident:.0f} MiB (goal ≤ {goal})")
        if start.teachers == OPEN_SIZE and not start.cached:
            lines.append(
                f"- store open at {OPEN_SIZE:,} without cache: {start.open_seconds:.2f} s "
                f"(goal ≤ {OPEN_GOAL:.0f})"
            )
    return "\n".join(lines)


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description="Start and memory of the whole bot.")
    parser.add_argument("--quick", action="store_true")
    print(report(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
