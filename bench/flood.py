"""One person floods the bot, twenty others want an answer: `python -m bench.flood`.

On the simulator, which answers every call after a delay as a distant Telegram does. The flood waits
in the queue first, the others behind it: the worst that can happen. Each run is a fresh process.
Prints Markdown.
"""

import argparse
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

from bench.bots import Bot, ours, python_telegram_bot
from bench.processes import Answer, TelegramProcess
from bench.teachers import person_id, store_teachers

FLOOD: Final = 400
OTHERS: Final = 20
MESSAGES: Final = 3  # of each of the others
LATENCY: Final = 0.05  # seconds until the simulator answers a call
QUICK_LATENCY: Final = 0.02
LINGER: Final = 1.0  # seconds in which late answers are still heard
FLOODER: Final = person_id(0)
PEOPLE: Final = [person_id(number) for number in range(1, OTHERS + 1)]
MARK: Final = "uji"  # an unknown command: every bot's answer names it


@dataclass(slots=True)
class BroadcastLifecycle:
    """One way to run one bot, and what was heard in all its runs."""

    bot: Bot
    label: str
    flooded: bool
    firsts: list[float] = field(default_factory=list)
    disordered: int = 0
    flood_answers: list[int] = field(default_factory=list)

    def run(self, folder: Path, latency: float) -> None:
        """Start everything, play once, take note."""
        data = folder / "data"
        store_teachers(data, 100)
        with (
            TelegramProcess(sys.executable, "bench.simulated", folder, str(latency)) as telegram,
            self.bot.start(telegram.api, folder, data),
        ):
            linger = LINGER if self.flooded else 0.0
            self._hear(telegram.play(_writes(self.flooded), watched=PEOPLE, linger=linger))

    def _hear(self, answers: list[Answer]) -> None:
        for person in PEOPLE:
            self.firsts.append(min(each.seconds for each in answers if each.person == person))
        self.disordered += sum(_disordered(answers, person) for person in (FLOODER, *PEOPLE))
        self.flood_answers.append(sum(each.person == FLOODER for each in answers))

    def row(self) -> str:
        """One line of the table."""
        ordered = sorted(self.firsts)
        answered = f"{statistics.median(self.flood_answers):.0f}" if self.flooded else "–"
        return (
            f"| {self.label} | {'yes' if self.flooded else 'no'} "
            f"| {statistics.median(ordered) * 1000:,.0f} | {ordered[-1] * 1000:,.0f} "
            f"| {self.disordered} | {answered} |"
        )


def _writes(flooded: bool) -> list[tuple[int, str]]:
    flood = [(FLOODER, _marked(number)) for number in range(FLOOD if flooded else 0)]
    others = [(person, _marked(number)) for number in range(MESSAGES) for person in PEOPLE]
    return flood + others


def _marked(number: int) -> str:
    return f"/{MARK}{number:04d}"


def _disordered(answers: list[Answer], person: int) -> int:
    """Count the answers to a person that came after the answer to a later message of hers."""
    numbers = [
        int(each.text.partition(MARK)[2][:4])
        for each in answers
        if each.person == person and MARK in each.text
    ]
    return sum(after < before for before, after in pairwise(numbers))


def report(*, quick: bool) -> str:
    """Measure and give the section of the report."""
    rounds, latency = (1, QUICK_LATENCY) if quick else (3, LATENCY)
    mine, limited = ours(), ours(limited=True)
    in_turn, at_once = python_telegram_bot(), python_telegram_bot(concurrent=True)
    many = [
        BroadcastLifecycle(mine, "this bot", flooded=False),
        BroadcastLifecycle(mine, "this bot", flooded=True),
        BroadcastLifecycle(limited, "this bot, within Telegram's limits", flooded=True),
    ]
    once = [
        BroadcastLifecycle(in_turn, "PTB echo, concurrent_updates(False)", flooded=True),
        BroadcastLifecycle(at_once, "PTB echo, concurrent_updates(True)", flooded=True),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            for index, course in enumerate(many if number else many + once):
                course.run(Path(folder, f"{number}-{index}"), latency)
    return "\n".join(
        [
            f"## {OTHERS} people behind one who floods with {FLOOD} messages",
            "",
            "| bot, polling | flood | first answer: median ms | slowest ms | out of order | flooder got |",
            "|---|---|---:|---:|---:|---:|",
            *(course.row() for course in many + once),
            "",
            (
                f"- every call of the Bot API takes {latency * 1000:.0f} ms; "
                f"the others write {MESSAGES} messages each"
            ),
        ]
    )


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description="Latency and order beside a flood.")
    parser.add_argument("--quick", action="store_true")
    print(report(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
