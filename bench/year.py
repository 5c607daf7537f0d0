"""A year of reminders, lived through in minutes: `python -m bench.year --teachers 10000`.

Prints Markdown, and writes it to `bench/results-year.md`; exits with 1 if anything was found that
should not be there. `year_run` lives the year, `year_check` reads its diary.
"""

import argparse
import asyncio
import logging
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import structlog
import uvloop

from bench.processes import ROOT
from bench.year_calendar import QuietTimes
from bench.year_check import MOST, check
from bench.year_check_cycles import Wording
from bench.year_diary import Diary
from bench.year_findings import Findings
from bench.year_habits import DAYS, habits_of
from bench.year_run import BEGINS, DAY, Year
from bot.chat.world import World
from bot.run.settings import load_settings
from bot.run.wiring import build_world

RESULTS: Final = ROOT / "bench" / "results-year.md"
CALENDAR: Final = ROOT / "content" / "calendar_id.toml"
FAULTS: Final = (
    "in a quiet moment",
    "while paused or stopped",
    "while blocked",
    "second message of a day",
    "fifth message about an evaluation",
    "after finishing, or outside any window",
    "after skipping",
    "duplicates",
    "missed",
    "nudge within three days of a sign",
    "nudge though switched off",
    "nudged twice within two weeks of Ramadan",
    "second message in a week of reports",
    "slowed without saying so",
    "skipped outside a window",
    "buttons missing",
    "second check-back of a plan",
    "check-back about nothing that waits",
    "check-back before the promised day",
    "check-back late or missed",
    "asked though it rests",
    "rested without saying so",
    "nudge not about the active step",
    "reminded of a plan without a day",
    "day of a plan late or missed",
    "question not with a plan's last day",
)
SHOWN: Final = 5
MEMORY: Final = Path("/dev/shm")  # noqa: S108 - the folder made in it is private


@contextmanager
def data_folder() -> Iterator[Path]:
    """Make an empty directory, in memory if there is such a place: a year has a million fsyncs."""
    place = MEMORY if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        yield Path(folder)


async def live(
    data: Path, teachers: int, seed: int, world: World | None = None
) -> tuple[Diary, Findings]:
    """Live through a year on an empty data directory, and check it; ``world`` is what the content says."""
    world = world or build_world(load_settings(data_dir=data), BEGINS.date())
    diary = await Year(teachers, seed).run(data, world)
    wording = Wording(
        slower=world.texts.say("nudge-slower"),
        rests=world.texts.say("coach-check-rests"),
        plan_rests=world.texts.say("plan-rests"),
        steps={step.slug: f"Langkah {step.number} · {step.label}" for step in world.programme},
    )
    return diary, check(diary, QuietTimes(CALENDAR), wording)


def report(diary: Diary, findings: Findings, teachers: int, seed: int, seconds: float) -> str:
    """Return the table."""
    total = findings.evaluation + findings.nudges + findings.check_backs + findings.plan_days
    allowed = total - len(findings.faults.get("in a quiet moment", []))
    lines = [
        "# A year of reminders",
        "",
        f"`python -m bench.year --teachers {teachers} --seed {seed}`, {seconds:,.0f} seconds.",
        "",
        "| | |\n|---|---:|",
        f"| days, from {BEGINS + DAY:%Y-%m-%d} | {DAYS} |",
        f"| teachers | {teachers:,} |",
        f"| messages the bot began | {total:,} |",
        f"| … about the evaluation | {findings.evaluation:,} |",
        f"| … about a step | {findings.nudges:,} |",
        f"| … whether a plan was tried | {findings.check_backs:,} |",
        f"| … about a day of a development plan | {findings.plan_days:,} |",
        f"| nudges that asked so once more, and said that it rests | {findings.asked_again:,} |",
        f"| plans made | {findings.plans:,} |",
        f"| cycles closed | {findings.closed:,} |",
        f"| evaluations finished | {findings.finished:,} |",
        f"| teachers slowed to a monthly rhythm, and told | {findings.slowed:,} |",
        f"| share inside allowed moments | {allowed / max(total, 1):.2%} |",
        f"| most messages about one evaluation (at most {MOST}) | {max(findings.per_quarter)} |",
        *(f"| {what} | {len(findings.faults.get(what, []))} |" for what in FAULTS),
        "",
        "| messages about one evaluation | evaluations |\n|---:|---:|",
        *(f"| {said} | {times:,} |" for said, times in sorted(findings.per_quarter.items())),
        "",
        "| what the simulation did | |\n|---|---:|",
        *(f"| {what} | {times:,} |" for what, times in diary.told().items()),
        "",
        "| habit | teachers |\n|---|---:|",
        *(f"| {habit} | {times:,} |" for habit, times in _habits(diary, seed).most_common()),
    ]
    for what, found in findings.faults.items():
        lines += ["", f"{what}: {'; '.join(found[:SHOWN])}"]
    return "\n".join(lines) + "\n"


def _habits(diary: Diary, seed: int) -> Counter[str]:
    return Counter(habits_of(teacher, seed).habit.value for teacher in diary.entries)


def main() -> None:
    """Live, print, write down; exit 1 if anything was found."""
    parser = argparse.ArgumentParser(description="A year of reminders.")
    parser.add_argument("--teachers", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=13)
    options = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    started = time.monotonic()
    with (
        data_folder() as folder,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        diary, findings = runner.run(live(folder, options.teachers, options.seed))
    seconds = time.monotonic() - started
    table = report(diary, findings, options.teachers, options.seed, seconds)
    print(table)
    RESULTS.write_text(table, encoding="utf-8")
    if findings.faults:
        sys.exit(1)


if __name__ == "__main__":
    main()
