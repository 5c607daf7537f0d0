"""Real processes on a real database while everything fails: `python -m bench.chaos --kills 1000 --seed 1`.

Prints a table and, for what was broken, the seed and what happened around it; exits with 1 then. With
`--write` the table goes to `results-chaos.md`. See decision 49.
"""

import argparse
import asyncio
import logging
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.chaos.host.fleet import faketime
from bench.chaos.plan import Deed, Scale, plan_of
from bench.chaos.run import Run, Wanted, running
from bench.chaos.verdict import Verdict

RESULTS: Final = Path(__file__).parents[1] / "results-chaos.md"
TOLD: Final = 5
"""So many of what was broken are told with all around them."""


def table(run: Run, verdict: Verdict) -> str:
    """Return what is written of a run."""
    ledger, counts = run.ledger, run.ledger.counts
    newer = sum(life.newer for life in run.fleet.lives)
    skew = "±5 min (libfaketime)" if faketime() and run.wanted.skewed else "none: no libfaketime"
    seconds = ledger.happenings[-1].at
    faults = [
        *((str(deed), f"{counts[deed]:,}") for deed in Deed if counts[deed]),
        ("processes born, of these of the newer release", f"{len(run.fleet.lives):,}, {newer:,}"),
        (
            "processes that ended by themselves (upgrade, no database)",
            f"{counts['ended by itself']:,}",
        ),
        ("clocks of processes", skew),
        ("most messages that Telegram took in any second", f"{run.seen['most in a second']}"),
        ("updates that a balancer gave up", f"{counts['not answered in time']:,}"),
        ("seconds, with the wait for rest", f"{seconds:,.0f}"),
    ]
    lines = [
        "# Real processes while everything fails",
        "",
        _head(run),
        "",
        "| What was done | Number |",
        "|---|---:|",
        *(f"| {name} | {number} |" for name, number in faults),
        "",
        "| Promise | Looked at | Broken |",
        "|---|---|---:|",
        *(f"| {promise} | {looked} | {broken} |" for promise, looked, broken in verdict.rows()),
    ]
    return "\n".join(lines) + "\n"


def _head(run: Run) -> str:
    command = f"`make chaos SEED={run.plan.seed} KILLS={run.plan.scale.kills}`"
    count = run.wanted.roles.count
    return f"{command}: {count('web')} `web`, {count('worker')} `worker`, PostgreSQL with fsync."


def failures(run: Run) -> str:
    """Return what was broken, with what happened around it."""
    faults = run.ledger.faults
    lines = [f"{len(faults)} broken, seed {run.plan.seed}, kills {run.plan.scale.kills}"]
    for fault in faults[:TOLD]:
        lines += [f"{fault.at:.3f} {fault.promise}: {fault.about}", *run.ledger.around(fault.at)]
    lines += [f"{one.at:.3f} {one.promise}: {one.about}" for one in faults[TOLD : TOLD * 10]]
    return "\n".join(lines)


async def live(seed: int, scale: Scale, wanted: Wanted, folder: Path) -> tuple[Run, Verdict]:
    """Live through one run."""
    plan = plan_of(seed, scale, wanted.weights)
    async with running(plan, wanted, folder) as run:
        return run, await run.live()


def main() -> None:
    """Live through a run, print its table, and tell of what was broken."""
    parser = argparse.ArgumentParser(description="Kill everything, again and again.")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pace", type=float, default=1.5, help="seconds between two kills")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    parser.add_argument("--keep", type=Path, help="keep the processes' logs in this folder")
    options = parser.parse_args()
    logging.getLogger("bot.simulator").setLevel(
        logging.ERROR
    )  # that nobody takes an update is no news
    scale = replace(Scale.of(options.kills), pace=options.pace)
    wanted = Wanted(
        broadcasts=max(3, options.kills // 10),
        due=max(30, options.kills // 2),
        writers=max(
            24, options.kills // 16
        ),  # more of them, slower: a document does not grow without end
        writing_pause=max(2.0, options.kills / 160),
    )
    began = time.monotonic()
    with TemporaryDirectory(prefix="langkah-chaos-") as temporary:
        folder = options.keep or Path(temporary)
        run, verdict = asyncio.run(live(options.seed, scale, wanted, folder))
    said = table(run, verdict)
    print(said)
    print(f"{time.monotonic() - began:.0f} s, {time.process_time():.0f} s of processor time here")
    if run.ledger.faults:
        print(failures(run))
        sys.exit(1)
    if options.write:
        RESULTS.write_text(said, encoding="utf-8")


if __name__ == "__main__":
    main()
