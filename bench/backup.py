"""What a backup costs, what others feel of it, and whether damage is named: `python -m bench.backup`.

10,000 teachers in files. While the bot's own process makes a backup and tries it, teachers go on sending
`/langkah`, one after the other, each turn saved; the same with nothing beside it, in turns. Then the backup is
restored by the command, and damage of every kind is planted into one of 200 teachers. Prints Markdown.
"""

import argparse
import asyncio
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import uvloop

from bench.planting import plant
from bench.processes import ROOT
from bench.readers import Readers
from bench.teachers import person_id, store_teachers
from bot.run.backup.keeper import COMMAND
from bot.run.backup.making import make_backup
from bot.run.settings import load_settings
from bot.run.wiring import build
from bot.store.backup.unpack import FILE, Backup

TEACHERS: Final = 10_000
DAMAGED: Final = 100
IDLE_SECONDS: Final = 5.0
MOST_SECONDS: Final = 10.0
MOST_FELT: Final = 1.5
MOST_RESTORING: Final = 30.0
ENVIRONMENT: Final = {**os.environ, "PYTHONPATH": str(ROOT), "BACKUP_RECIPIENT": ""}


@dataclass(frozen=True, slots=True)
class Felt:
    """What turns took while something else was done: milliseconds of a turn, seconds of the other."""

    meanwhile: str
    seconds: float
    median: float
    late: float
    """Of twenty turns one took longer."""

    turns: int


async def felt(data: Path, file: Path, teachers: int, rounds: int) -> tuple[Felt, Felt]:
    """Answer beside nothing and beside a backup, in turns; give what was felt of each."""
    parts = build(load_settings(data_dir=data), lambda: datetime.now(UTC))
    await parts.store.open()
    await parts.directory.load()

    async def back_up() -> None:
        process = await asyncio.create_subprocess_exec(
            *COMMAND, str(data), str(file), env=ENVIRONMENT
        )
        assert await process.wait() == 0

    works: dict[str, Callable[[], Awaitable[object]]] = {
        "nothing": lambda: asyncio.sleep(IDLE_SECONDS),
        "a backup": back_up,
    }
    readers = Readers(parts.turns, lambda number: person_id(number * 7 % teachers))
    taken: dict[str, list[float]] = {name: [] for name in works}
    turns: dict[str, list[float]] = {name: [] for name in works}
    try:
        for _ in range(rounds):
            for name, work in works.items():
                seconds, meanwhile = await readers.during(work)
                taken[name].append(seconds)
                turns[name] += meanwhile
    finally:
        await parts.store.close()
    idle, beside = (_felt(name, taken[name], turns[name]) for name in works)
    return idle, beside


def _felt(name: str, taken: list[float], turns: list[float]) -> Felt:
    median, late = statistics.median(turns) * 1000, statistics.quantiles(turns, n=20)[-1] * 1000
    return Felt(name, max(taken), median, late, len(turns))


def _row(felt_by: Felt) -> str:
    return (
        f"| {felt_by.meanwhile} | {felt_by.seconds:.2f} | {felt_by.median:.1f} |"
        f" {felt_by.late:.1f} | {felt_by.turns} |"
    )


def restored(file: Path, data: Path) -> float:
    """Restore by the command and give the seconds."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "bot", "restore", str(file)]
    environment = {**ENVIRONMENT, "DATA_DIR": str(data)}
    subprocess.run(command, check=True, env=environment, cwd=file.parent, capture_output=True)  # noqa: S603 - ours
    return time.perf_counter() - started


def named(content: bytes, damaged: int) -> list[str]:
    """Plant damage of every kind and give what was not named as it should be."""
    unnamed = []
    for seed in range(damaged):
        planted = plant(content, seed)
        backup = Backup(io.BytesIO(planted.content))
        for _ in backup:
            pass
        names = {problem.name for problem in backup.problems}
        if not names or (planted.names and not planted.names & (names - {FILE})):
            unnamed.append(f"{seed}: {planted.how}")
    return unnamed


def report(*, quick: bool) -> tuple[str, list[str]]:
    """Measure; give a section of Markdown, and what was not as it should be."""
    teachers, rounds = (1_000, 1) if quick else (TEACHERS, 3)
    with tempfile.TemporaryDirectory() as folder:
        data, file = Path(folder, "data"), Path(folder, "b.tar.gz")
        store_teachers(data, teachers)
        idle, beside = uvloop.run(felt(data, file, teachers, rounds))
        seconds, size = restored(file, Path(folder, "restored")), file.stat().st_size / 1e6
        store_teachers(Path(folder, "small"), 200)
        make_backup(Path(folder, "small"), Path(folder, "s.tar.gz"), None)
        unnamed = named(Path(folder, "s.tar.gz").read_bytes(), DAMAGED)
    wanted = (
        ("backed up in seconds", beside.seconds, MOST_SECONDS),
        ("p95 of a turn beside it, times that beside nothing", beside.late / idle.late, MOST_FELT),
        ("restored in seconds", seconds, MOST_RESTORING),
        ("planted damage not named, of 100", float(len(unnamed)), 0.0),
    )
    lines = (
        f"## A backup of {teachers:,} teachers ({size:.1f} MB)\n",
        "| meanwhile | seconds | turn p50 ms | p95 ms | turns |\n|---|--:|--:|--:|--:|",
        *map(_row, (idle, beside)),
        "\n| what | measured | at most |\n|---|--:|--:|",
        *(f"| {what} | {figure:.2f} | {most:g} |" for what, figure, most in wanted),
    )
    missed = [f"{what}: {figure:.2f}" for what, figure, most in wanted if figure > most]
    return "\n".join(lines), [*missed, *unnamed]


def main() -> None:
    """Measure and print; exit 1 if anything is not as it should be."""
    parser = argparse.ArgumentParser(description="Backups; see bench/README.md.")
    parser.add_argument("--quick", action="store_true")
    section, missed = report(quick=parser.parse_args().quick)
    print(section)
    if missed:
        sys.exit("\n".join(missed))


if __name__ == "__main__":
    main()
