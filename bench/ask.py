"""What a question costs: `python -m bench.ask`.

Asks the questions of the tests, each once with cold words and then again, for the processor time of
finding the answer; made ready before, as by a bot that runs. Prints Markdown.
"""

import statistics
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import Final

from bench.processes import ROOT
from bot.content.library import load
from bot.content.search import Search

QUESTIONS: Final = ROOT / "tests" / "content" / "questions_id.tsv"
GOAL_MS: Final = 5.0
ROUNDS: Final = 5


def questions(path: Path) -> list[str]:
    """Return the questions of a file, without the answers they should find."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.partition("\t")[2] for line in lines if "\t" in line and line[0] != "#"]


def cost_ms(search: Search, question: str) -> float:
    """Return the processor time of one question."""
    began = process_time()
    search.ask(question)
    return (process_time() - began) * 1000


def main() -> None:
    """Measure and print."""
    search = load(ROOT / "content", datetime.now(UTC).date()).search
    began = process_time()
    search.prepare()
    ready = process_time() - began
    asked = questions(QUESTIONS)
    rounds = [[cost_ms(search, question) for question in asked] for _ in range(ROUNDS)]
    print(f"Made ready in {ready:.2f} s of processor time, beside the start.\n")
    print(f"| {len(asked)} questions | median | slowest | goal |\n|---|---|---|---|")
    for name, costs in (("first time", rounds[0]), ("again", [c for r in rounds[1:] for c in r])):
        median, slowest = statistics.median(costs), max(costs)
        print(f"| {name} | {median:.2f} ms | {slowest:.2f} ms | {GOAL_MS:g} ms |")


if __name__ == "__main__":
    main()
