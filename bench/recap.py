"""What a recap of a large school costs, and what others feel of it: `python -m bench.recap`.

A school of 2,000 teachers in files; while its numbers, its picture and its workbook are made,
teachers go on sending `/langkah`, one after the other, and their turns are timed. Prints Markdown.
"""

import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import uvloop

from bench.processes import ROOT
from bench.readers import Readers
from bench.teachers import NOW, teacher
from bot.app.views.school_reports import SchoolReports
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import Programme
from bot.domain.school.school import Coordinator, School, SchoolId
from bot.run.settings import load_settings
from bot.run.wiring import build
from bot.store.base import Put, Store
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS

SCHOOL: Final = SchoolId("bench001")
COORDINATOR: Final = 1
READERS: Final = 50
GOAL_SECONDS: Final = 3.0


def member(number: int, programme: Programme) -> Person:
    """Give one teacher of the school, with evaluations of two quarters."""
    evaluations = tuple(
        Evaluation(
            quarter=quarter,
            begun_at=NOW,
            finished_at=NOW,
            levels={step.slug: (number + at) % 4 + 1 for at, step in enumerate(programme)},
        )
        for quarter in ("2026-Q2", "2026-Q3")
    )
    person = teacher(number, programme)
    return replace(person, school=SCHOOL, shown_name=f"Guru {number}", evaluations=evaluations)


async def fill(store: Store, programme: Programme, teachers: int) -> None:
    """Store the school and its teachers."""
    school = School(
        id=SCHOOL,
        name="SDN Besar",
        zone=Zone.WIB,
        coordinators=(Coordinator(COORDINATOR, "Made"),),
    )
    await store.update(SCHOOLS, school.id, lambda _: (Put(school), None))

    async def put(person: Person) -> None:
        await store.update(PEOPLE, str(person.id), lambda _: (Put(person), None))

    people = [member(number, programme) for number in range(teachers)]
    for start in range(0, teachers, 100):
        await asyncio.gather(*(put(person) for person in people[start : start + 100]))


async def measure(folder: Path, teachers: int, rounds: int) -> str:
    """Make every report some times and give the table."""
    parts = build(load_settings(data_dir=folder), lambda: NOW)
    await parts.store.open()
    await fill(parts.store, parts.world.programme, teachers)
    await parts.directory.load()
    reporter = SchoolReports(parts.store, parts.world, parts.directory, parts.turns.painter)
    works: dict[str, Callable[[], Awaitable[object]]] = {
        "nothing": lambda: asyncio.sleep(2),
        "the numbers": lambda: reporter.count(SCHOOL, NOW),
        "the picture": lambda: reporter.picture(SCHOOL, NOW),
        "the workbook": lambda: reporter.workbook(SCHOOL, COORDINATOR, NOW),
    }
    readers = Readers(parts.turns, lambda number: 9_000_000_000 + number % READERS)
    lines = [
        "| made meanwhile | seconds | `/langkah` p50 ms | p95 ms | turns |",
        "|---|--:|--:|--:|--:|",
    ]
    try:
        for name, work in works.items():
            taken: list[float] = []
            turns: list[float] = []
            for _ in range(rounds):
                seconds, felt = await readers.during(work)
                taken.append(seconds)
                turns += felt
            lines.append(_row(name, taken, turns))
    finally:
        await parts.store.close()
    return "\n".join(lines)


def _row(name: str, taken: list[float], turns: list[float]) -> str:
    median, late = statistics.median(turns) * 1000, statistics.quantiles(turns, n=20)[-1] * 1000
    return f"| {name} | {max(taken):.2f} | {median:.1f} | {late:.1f} | {len(turns)} |"


def report(*, quick: bool) -> str:
    """Measure and give the section of the report."""
    # Whatever makes a file loads the main module again: here it is as small as the bot's own.
    script = f"from bench.recap import run; run({1 if quick else 5})"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603 - ours
    return (
        f"## Recap of a school of 2,000 teachers\n\n{done.stdout.strip()}\n\n"
        f"Seconds are those of the slowest round (goal: at most {GOAL_SECONDS:.0f})."
    )


def run(rounds: int) -> None:
    """Measure in this process and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        print(uvloop.run(measure(Path(folder), 2_000, rounds)))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Recaps of a large school; see bench/README.md.")
    parser.add_argument("--quick", action="store_true")
    print(report(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
