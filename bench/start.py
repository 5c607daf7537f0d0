"""How long a start takes until the first answer: `python -m bench.start [--beside TREE]`.

Launches `python -m bot run` of this tree, and of another one beside it, in turns against the
simulator in another process; 10,000 teachers lie ready, with the index cache and without. Another
tree is a folder with another version of this project; each prepares its teachers with its own code.
Prints Markdown.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.bots import TOKEN
from bench.processes import ROOT, Child, Failed, TelegramProcess
from bench.teachers import person_id

COMMAND: Final = "/langkah"
TEACHERS: Final = 10_000
GOAL_SECONDS: Final = 1.0
CACHE_REST_SECONDS: Final = 2.5  # files younger than their cache by less than 2 s are read again
REST_SECONDS: Final = 1.5
CACHE: Final = "index-cache"
SIMULATED: Final = "bench.simulated"

PREPARE: Final = """
import sys
from pathlib import Path
from bench.teachers import store_teachers
store_teachers(Path(sys.argv[1]), int(sys.argv[2]))
"""


@dataclass(slots=True)
class Starts:
    """One tree with or without its index cache, and what its starts took."""

    name: str
    tree: Path
    data: Path
    cached: bool
    walls: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def run(self, folder: Path, *, counts: bool) -> None:
        """Start the bot once and wait for its first answer."""
        if not self.cached:
            shutil.rmtree(self.data / CACHE, ignore_errors=True)
        with TelegramProcess(sys.executable, SIMULATED, folder, "0") as telegram:
            began = time.perf_counter()
            with self._bot(telegram.api, folder) as bot:
                telegram.play([(person_id(0), COMMAND)])
                wall, cost = time.perf_counter() - began, bot.cpu_seconds
                if not counts:
                    bot.rest(REST_SECONDS)  # the index cache knows a document once it is proved
        if counts:
            self.walls.append(wall)
            self.costs.append(cost)

    def _bot(self, api: str, folder: Path) -> Child:
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api,
            "DATA_DIR": str(self.data),
            "PYTHONPATH": str(self.tree),
        }
        return Child([sys.executable, "-m", "bot", "run"], folder, "bot", settings)

    def row(self) -> str:
        """One line of the table."""
        return (
            f"| {self.name} | {'yes' if self.cached else 'no'} "
            f"| {statistics.median(self.walls):.2f} "
            f"| {min(self.walls):.2f} to {max(self.walls):.2f} "
            f"| {statistics.median(self.costs):.2f} |"
        )


def measure(trees: dict[str, Path], *, teachers: int, runs: int) -> list[Starts]:
    """Prepare every tree's teachers, then let the trees take turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lanes = [
            Starts(tree, path, _prepared(path, folder / f"{tree}-{cached}", teachers), cached)
            for tree, path in trees.items()
            for cached in (True, False)
        ]
        for number in range(runs + 1):  # the first writes the caches, also those of the code
            for lane in lanes:
                lane.run(folder, counts=number > 0)
            if not number:
                time.sleep(CACHE_REST_SECONDS)
        return lanes


def _prepared(tree: Path, data: Path, teachers: int) -> Path:
    command = [sys.executable, "-c", PREPARE, str(data), str(teachers)]
    done = subprocess.run(  # noqa: S603 - our own code, of another version perhaps
        command,
        cwd=tree,
        env={"PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failed(done.stderr[-2_000:])
    return data


def report(trees: dict[str, Path], *, quick: bool) -> str:
    """Measure and give the section of the report."""
    lanes = measure(trees, teachers=TEACHERS, runs=3 if quick else 9)
    lines = [
        f"## From the launch to the first answer: {TEACHERS:,} teachers",
        "",
        "| bot | index cache | seconds | runs | CPU seconds |",
        "|---|---:|---:|---:|---:|",
        *(lane.row() for lane in lanes),
        "",
        f"- goal: at most {GOAL_SECONDS:.1f} s",
    ]
    return "\n".join(lines)


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description="From the launch to the first answer.")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--beside", type=Path, help="a folder with another version of the project")
    options = parser.parse_args()
    trees = {"this bot": ROOT}
    if options.beside:
        trees = {"the other version": options.beside.resolve(), **trees}
    print(report(trees, quick=options.quick))


if __name__ == "__main__":
    main()
