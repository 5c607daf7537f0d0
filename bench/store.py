"""What a durable update costs, at any number of teachers: `python -m bench.store`.

Compares the store with plain TinyDB, SQLite and a bare loop of system calls in one run, a few
updates of each in turn, so that whatever else the machine does hits all alike; also commits over
several teachers. Then opens each population in a fresh process, with and without the index cache.
Prints Markdown.
"""

import argparse
import asyncio
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import orjson

from bench.contenders import Contender, Ours, PlainTinyDB, RawLoop, SQLite, Together
from bench.processes import cpu_seconds, family

TURN: Final = 20  # updates of one contender before the next has its turn
PLAIN_LIMIT: Final = 1_000  # beyond this, plain TinyDB gets one single sample
PLAIN_LARGEST: Final = 10_000
TOGETHER: Final = (1, 2, 3, 20)  # documents in one commit; 20 are a long broadcast's
GOAL_FLAT: Final = 1.5
GOAL_RAW: Final = 3.0


class BroadcastLifecycle:
    """One contender, with what its updates took."""

    def __init__(self, contender: Contender, turns: Callable[[int], int]) -> None:
        self.contender = contender
        self.milliseconds: list[float] = []
        self.processor = 0.0  # seconds of processor time, user and system
        self._turns = turns  # how many updates in this round

    async def run(self, number: int) -> None:
        """Do the updates of one round."""
        before = processor_seconds()
        for _ in range(self._turns(number)):
            started = time.perf_counter()
            await self.contender.update()
            self.milliseconds.append((time.perf_counter() - started) * 1000)
        self.processor += processor_seconds() - before

    @property
    def median(self) -> float:
        """The middle of all samples, in milliseconds."""
        return statistics.median(self.milliseconds)

    def row(self) -> str:
        """One line of the table."""
        ordered = sorted(self.milliseconds)
        p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
        processor = self.processor * 1000 / len(ordered)
        return (
            f"| {self.contender.name} | {self.contender.size:,} | {self.median:.2f} | {p99:.2f} "
            f"| {processor:.2f} | {len(ordered):,} |"
        )


def processor_seconds() -> float:
    """Give the processor time so far of this process and of our store's writers."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    _, *writers = family(os.getpid())
    return own.ru_utime + own.ru_stime + sum(map(cpu_seconds, writers))


def courses(folder: Path, sizes: list[int]) -> list[BroadcastLifecycle]:
    """Set up every contender at every size it can bear."""
    result = [BroadcastLifecycle(RawLoop(folder / "raw", 1_000), lambda _: TURN)]
    for together in TOGETHER:
        several = Together(folder / f"together-{together}", 1_000, together)
        result.append(BroadcastLifecycle(several, lambda _: TURN))
    for size in sizes:
        result.append(BroadcastLifecycle(Ours(folder / f"ours-{size}", size), lambda _: TURN))
        result.append(BroadcastLifecycle(SQLite(folder / f"sqlite-{size}", size), lambda _: TURN))
        if size <= PLAIN_LIMIT:
            result.append(
                BroadcastLifecycle(PlainTinyDB(folder / f"plain-{size}", size), lambda _: 1)
            )
        elif size <= PLAIN_LARGEST:
            plain = PlainTinyDB(folder / f"plain-{size}", size)
            result.append(BroadcastLifecycle(plain, lambda number: int(number == 0)))
    return result


async def measure(folder: Path, sizes: list[int], rounds: int) -> list[BroadcastLifecycle]:
    """Fill all contenders, then let them run in turn."""
    everybody = courses(folder, sizes)
    for course in everybody:
        await course.contender.fill()
    for number in range(rounds):
        for course in everybody:
            await course.run(number)
    for course in everybody:
        await course.contender.close()
    return everybody


def print_updates(everybody: list[BroadcastLifecycle]) -> None:
    """Print the table of updates and the two ratios that matter."""
    print("| durable update of one teacher | teachers | p50 ms | p99 ms | CPU ms | samples |")
    print("|---|---:|---:|---:|---:|---:|")
    for course in sorted(everybody, key=lambda course: course.contender.name):
        print(course.row())
    raw = next(course for course in everybody if isinstance(course.contender, RawLoop))
    ours = [course for course in everybody if type(course.contender) is Ours]
    small, large = ours[0], ours[-1]
    sizes = f"{large.contender.size:,} teachers ÷ {small.contender.size:,}"
    print(f"\n- cost at {sizes}: {large.median / small.median:.2f} (goal ≤ {GOAL_FLAT})")
    print(f"- cost at {large.contender.size:,} ÷ raw loop: ", end="")
    print(f"{large.median / raw.median:.2f} (goal ≤ {GOAL_RAW})\n")


def opening(folder: Path) -> dict[str, Any]:
    """Open a population in a fresh process."""
    command = [sys.executable, "-m", "bench.opening", str(folder)]
    output = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - ours
    result: dict[str, Any] = orjson.loads(output)
    return result


def print_openings(folder: Path, sizes: list[int]) -> None:
    """Print what opening takes at each size, with the index cache and without."""
    print("| opening | teachers | seconds | files read | RSS MiB | of which store | due: ms |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for size in sizes:
        data = folder / f"ours-{size}"
        shutil.rmtree(data / "index-cache")
        for name in ("no cache", "with cache"):
            if name == "with cache":
                time.sleep(2.5)  # files younger than their cache by less than 2 s are read again
                opening(data)
            found = opening(data)
            store = found["resident"] - found["before"]
            print(
                f"| {name} | {size:,} | {found['seconds']:.2f} | {found['read']:,} "
                f"| {found['resident']:.0f} | {store:.0f} | {found['due_ms']:.2f} ({found['due']:,}) |"
            )


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description="Compare durable updates.")
    parser.add_argument("--sizes", default="100,1000,10000,100000")
    parser.add_argument("--quick", action="store_true", help="sizes 100 and 1,000, few rounds")
    options = parser.parse_args()
    text = "100,1000" if options.quick else options.sizes
    sizes = sorted(int(size) for size in text.split(","))
    with tempfile.TemporaryDirectory() as folder:
        everybody = asyncio.run(measure(Path(folder), sizes, 5 if options.quick else 50))
        print_updates(everybody)
        print_openings(Path(folder), sizes)


if __name__ == "__main__":
    main()
