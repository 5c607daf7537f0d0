"""The bot on PostgreSQL at a size: `python -m bench.scale [--quick]` writes `bench/results-scale.md`.

One server of its own with its shipped durability, and all processes of the bot, share the machine's cores; a
quarter of an hour. Each part tells its goal (issue 14).
"""

import argparse
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import structlog

from bench.processes import ROOT
from bench.scale import broadcasts, country, documents, machine, scans, turns
from bench.scale.planting import plant
from bench.scale.server import DatabaseServer, server
from bench.teachers import store_teachers
from bot.run.moving import move

RESULTS: Final = ROOT / "bench" / "results-scale.md"
SIZES: Final = {"small": 100_000, "large": 1_000_000}
QUICK: Final = {"small": 2_000, "large": 20_000}


def main() -> None:
    """Measure, print each part as it comes, write all down at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small, to see that all parts run")
    quick = parser.parse_args().quick
    if "TEST_DATABASE_URL" in os.environ:
        sys.exit("it starts a server of its own: unset TEST_DATABASE_URL")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    parts = []
    for part in sections(quick=quick):
        print(part, end="\n\n", flush=True)
        parts.append(part)
    if not quick:
        RESULTS.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def sections(*, quick: bool) -> Iterator[str]:
    """Measure, and give one section of the report after another."""
    began, sizes = time.monotonic(), QUICK if quick else SIZES
    yield f"# The bot on PostgreSQL at a size\n\n- {machine.row()}"
    with server() as database, tempfile.TemporaryDirectory() as folder:
        yield _of_turns(database, sizes, Path(folder), quick=quick)
        yield _of_scans(database, sizes)
        yield _of_broadcasts(database, Path(folder), quick=quick)
        yield _of_moves(database, 1_000 if quick else 100_000, Path(folder))
        yield f"## A teacher's document after a year\n\n{documents.measure(database).table()}"
    yield country.report(100 if quick else country.SAMPLE)
    yield f"- {machine.row()}\n- measured in {time.monotonic() - began:,.0f} seconds"


def _of_turns(database: DatabaseServer, sizes: dict[str, int], folder: Path, *, quick: bool) -> str:
    planted = time.monotonic()
    for name, teachers in sizes.items():
        plant(database, name, teachers)
    planted = time.monotonic() - planted
    wish = turns.Wish(turns=400, rounds=1, paced=2.0) if quick else turns.Wish()
    return turns.report(turns.measure(database, sizes, folder, wish), wish, planted)


def _of_scans(database: DatabaseServer, sizes: dict[str, int]) -> str:
    return "\n".join(
        [
            "## Who is due: goal 10 ms",
            "",
            "| teachers | due | found in: median ms | slowest ms |\n|---:|---:|---:|---:|",
            *(scans.find_due(database, name, teachers) for name, teachers in sizes.items()),
        ]
    )


def _of_broadcasts(database: DatabaseServer, folder: Path, *, quick: bool) -> str:
    free, paid, idle = (100, 500, 4.0) if quick else (3_000, 20_000, 30.0)
    sent = [
        broadcasts.measure(database, folder, free, paid=False, idle=idle),
        broadcasts.measure(database, folder, paid, paid=True, idle=idle),
    ]
    return f"{broadcasts.HEAD}\n" + "\n".join(one.row() for one in sent)


def _of_moves(database: DatabaseServer, teachers: int, folder: Path) -> str:
    url, data = database.make("moved"), folder / "moving"
    store_teachers(data, teachers)
    works: dict[str, Callable[[], object]] = {
        "into the database": lambda: move.into_database(data, url),
        "into files": lambda: move.into_files(url, folder / "back"),
    }
    rows = []
    for name, work in works.items():
        began, cpu = time.monotonic(), time.process_time() + database.cpu_seconds
        work()
        cpu = time.process_time() + database.cpu_seconds - cpu
        rows.append(f"| {name} | {teachers:,} | {time.monotonic() - began:.0f} | {cpu:.0f} |")
    head = "| a move | teachers | seconds | of processor time |\n|---|---:|---:|---:|"
    return "\n".join(["## Moving: goal 120 s, every document compared", "", head, *rows])


if __name__ == "__main__":
    main()
