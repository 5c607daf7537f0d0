"""Whole worlds from their seeds: `python -m bench.simulate --seeds 2000`. See decision 42 and `tests/simulation`.

Writes a table to `results-simulate.md` and exits with 1 when a promise was broken; then the seed is told with
the shortest plan and trace found. `--from` begins at another seed, `--processes` shares the work.
"""

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.run.start.startup import spare_the_turns
from tests.simulation.plan import Deed
from tests.simulation.run import Outcome, simulate
from tests.simulation.shrink import shortest

RESULTS = Path(__file__).with_name("results-simulate.md")
PART = 50
"""Seeds that one process lives through at once."""


@dataclass(frozen=True, slots=True)
class Share:
    """What came of some seeds."""

    counts: Counter[str]
    seconds: float
    """Virtual."""

    cpu: float
    failed: tuple[int, ...]


def share(first: int, end: int) -> Share:
    """Live through the worlds of some seeds."""
    began, counts, seconds, failed = time.process_time(), Counter[str](), 0.0, []
    for seed in range(first, end):
        outcome = simulate(seed)
        counts.update(told(outcome))
        seconds += outcome.seconds
        if outcome.faults:
            failed.append(seed)
    spare_the_turns()
    return Share(counts, seconds, time.process_time() - began, tuple(failed))


def told(outcome: Outcome) -> Counter[str]:
    """Count what happened in one world."""
    words = [line.split(" ", 2)[1] for line in outcome.trace]
    seen = Counter(words)
    counts = Counter({f"deed {one.deed}": 0 for one in outcome.plan.steps})
    counts.update(f"deed {step.deed}" for step in outcome.plan.steps)
    counts["lives"] = outcome.lives
    for word in ("call", "disk", "killed", "refused"):
        counts[word] = seen[word]
    counts["turns"] = sum(line.endswith(" ended") for line in outcome.trace)
    counts["letters"] = sum(" done " in line and "|" in line for line in outcome.trace)
    return counts


def table(seeds: range, shares: list[Share]) -> str:
    """Return what is written of all worlds."""
    counts = sum((one.counts for one in shares), Counter[str]())
    failed = [seed for one in shares for seed in one.failed]
    days = timedelta(seconds=sum(one.seconds for one in shares)) / timedelta(days=1)
    cpu = sum(one.cpu for one in shares)
    rows = [
        ("worlds", len(seeds)),
        ("worlds in which a promise was broken", len(failed)),
        ("virtual days", round(days)),
        ("lives of the bot", counts["lives"]),
        ("kills", counts["killed"]),
        ("turns", counts["turns"]),
        ("messages begun by the bot that arrived", counts["letters"]),
        ("calls of the Bot API", counts["call"]),
        ("writes that became durable", counts["disk"]),
        ("mishaps ordered", counts[f"deed {Deed.MISHAP}"]),
        ("clocks moved", counts[f"deed {Deed.JUMP}"]),
        ("milliseconds of one processor per world", round(1000 * cpu / len(seeds))),
    ]
    lines = [f"| {name} | {number:,} |" for name, number in rows]
    head = f"# Whole worlds from their seeds\n\n`make simulate`, seeds {seeds.start} to {seeds.stop - 1}.\n"
    return "\n".join([head, "| What | Number |", "|---|---:|", *lines]) + "\n"


def main() -> None:
    """Live through all worlds, write the table, and tell of what failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=2_000)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--processes", type=int, default=2)
    wanted = parser.parse_args()
    seeds = range(wanted.first, wanted.first + wanted.seeds)
    parts = [(first, min(first + PART, seeds.stop)) for first in seeds[::PART]]
    with ProcessPoolExecutor(wanted.processes) as pool:
        shares = list(pool.map(share, *zip(*parts, strict=True)))
    said = table(seeds, shares)
    print(said)
    failed = [seed for one in shares for seed in one.failed]
    if failed:
        print(shortest(simulate(failed[0])))
        print(f"failed: {failed}")
        sys.exit(1)
    RESULTS.write_text(said, encoding="utf-8")


if __name__ == "__main__":
    main()
