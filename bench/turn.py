"""What a plain turn costs, beside another version of this project: `python -m bench.turn --beside TREE`.

A typed /langkah and the press of a button that opens a page of a step, each by another teacher, through
the whole bot by webhook. Two figures: calls of functions a turn under cProfile, which no neighbour on the
machine can change, and processor time a turn of all its processes, both versions in turns. Each version
runs its own code, in its own environment (TREE/.venv), on teachers that its own code stored. Prints Markdown.
"""

import argparse
import pstats
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.bots import SECRET, TOKEN, free_port
from bench.processes import ROOT, Child, Failed, TelegramProcess
from bench.start import PREPARE
from bench.teachers import person_id

TURNS: Final = {"/langkah": "/langkah", "a press of a page": "@steps:page:murid:makna"}
WARM_UP: Final = 200
REST_SECONDS: Final = 1.5
WRITTEN_SECONDS: Final = 60.0

PROFILED: Final = """
import asyncio, cProfile, runpy, signal, sys, uvloop
profile, run, path, is_on = cProfile.Profile(), uvloop.run, sys.argv[1], []

def flip():
    if is_on:
        profile.disable()
        profile.dump_stats(is_on.pop())
    else:
        is_on.append(path)
        profile.enable()

def watched(main, **options):
    async def begin():
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR2, flip)
        return await main
    return run(begin(), **options)

uvloop.run = watched
sys.argv = ["bot", "run"]
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""


@dataclass(slots=True)
class Version:
    """One tree, its bot with a pretend Telegram, and what its rounds took."""

    name: str
    telegram: TelegramProcess
    bot: Child
    profile: Path
    costs: dict[str, list[float]] = field(default_factory=dict)
    calls: dict[str, float] = field(default_factory=dict)

    def play(self, text: str, people: list[int]) -> None:
        """Let everybody do it once."""
        self.telegram.play([(person, text) for person in people])

    def time(self, turn: str, people: list[int]) -> None:
        """Count the processor time of a round, in milliseconds a turn."""
        before = self.bot.cpu_seconds
        self.play(TURNS[turn], people)
        spent = (self.bot.cpu_seconds - before) * 1000 / len(people)
        self.costs.setdefault(turn, []).append(spent)

    def count(self, turn: str, people: list[int]) -> None:
        """Count the calls of a round, a turn."""
        self._flip()
        self.play(TURNS[turn], people)
        self.profile.unlink(missing_ok=True)
        self._flip()
        until = time.monotonic() + WRITTEN_SECONDS
        while not (self.profile.exists() and self.profile.stat().st_size):
            if time.monotonic() > until:
                raise Failed(f"{self.name} wrote no profile")
            time.sleep(0.2)
        time.sleep(1)
        stats: Any = pstats.Stats(str(self.profile))
        self.calls[turn] = stats.total_calls / len(people)

    def _flip(self) -> None:
        self.bot.send(signal.SIGUSR2)
        time.sleep(0.5)


def begin(name: str, tree: Path, teachers: int, folder: Path, stack: ExitStack) -> Version:
    """Store teachers with a tree's own code and start its bot on them."""
    data, profile = folder / "data", folder / "profile"
    own = tree / ".venv" / "bin" / "python"
    python = str(own) if own.exists() else sys.executable
    command = [python, "-c", PREPARE, str(data), str(teachers)]
    subprocess.run(command, cwd=tree, env={"PYTHONPATH": str(tree)}, check=True)  # noqa: S603 - our own command line
    telegram = stack.enter_context(TelegramProcess(sys.executable, "bench.lean", folder))
    port = str(free_port())
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.api,
        "DATA_DIR": str(data),
        "MESSAGES_PER_SECOND": "inf",
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "WEBHOOK_SECRET": SECRET,
        "PORT": port,
        "PYTHONPATH": str(tree),
    }
    script = [python, "-c", PROFILED, str(profile)]
    return Version(
        name, telegram, stack.enter_context(Child(script, folder, "bot", settings)), profile
    )


def measure(versions: list[Version], people: int, rounds: int) -> None:
    """Let the versions take turns: first untroubled by a profile, then with one."""
    for one in versions:
        for text in TURNS.values():
            one.play(text, [person_id(place) for place in range(WARM_UP)])
        one.bot.rest(REST_SECONDS)
    for number in range(rounds):
        for turn in TURNS:
            for one in versions:
                one.time(turn, _people(people, number))
    for turn in TURNS:
        for one in versions:
            one.count(turn, _people(people, rounds))


def _people(count: int, number: int) -> list[int]:
    """Return other people in every round: a page that is shown already is not drawn again."""
    return [person_id(WARM_UP + number * count + place) for place in range(count)]


def report(versions: list[Version], rounds: int) -> str:
    """Return the table."""
    lines = [
        f"| turn | version | calls a turn | CPU ms a turn, median of {rounds} | rounds |",
        "|---|---|---:|---:|---:|",
    ]
    for turn in TURNS:
        for one in versions:
            costs = one.costs[turn]
            lines.append(
                f"| {turn} | {one.name} | {one.calls[turn]:,.0f} | {statistics.median(costs):.2f} "
                f"| {min(costs):.2f} to {max(costs):.2f} |"
            )
    mine, other = versions[0], versions[-1]
    for turn in TURNS if mine is not other else ():
        pairs = [a / b for a, b in zip(mine.costs[turn], other.costs[turn], strict=True)]
        calls = mine.calls[turn] / other.calls[turn]
        lines.append(
            f"\n{turn}: this version ÷ {other.name}: calls {calls:.2f}, "
            f"processor time {statistics.median(pairs):.2f} (median of pairs)"
        )
    return "\n".join(lines)


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description="What a plain turn costs.")
    parser.add_argument("--beside", type=Path, help="a folder with another version")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--people", type=int, default=200)
    options = parser.parse_args()
    trees = {"this": ROOT}
    if options.beside:
        trees[options.beside.name] = options.beside.resolve()
    teachers = WARM_UP + (options.rounds + 1) * options.people
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        versions = [
            begin(name, tree, teachers, folder / name, stack) for name, tree in trees.items()
        ]
        measure(versions, options.people, options.rounds)
        print(report(versions, options.rounds))


if __name__ == "__main__":
    main()
