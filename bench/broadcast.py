"""A broadcast to 3,000 while others ask: `python -m bench.broadcast [--quick]`.

The simulator enforces Telegram's limits and answers every call after 60 ms. Beside it the same in
python-telegram-bot with its AIORateLimiter. Each run is a fresh process. Prints Markdown.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.announcement import LATENCY, RECIPIENTS, SCHOOL, announcement, school_of
from bench.bots import RIVALS, RIVALS_PYTHON, TOKEN, ours
from bench.processes import Child
from bench.teachers import person_id, teacher
from bot.domain.broadcast.broadcast import Announced, Recipient
from bot.run.settings import load_settings
from bot.run.wiring import build
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.older_person import older
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import tiny_store

QUICK_RECIPIENTS: Final = 500
ALONE_SECONDS: Final = 60.0
QUICK_SECONDS: Final = 15.0
ASKING: Final = 50
STARTING_SECONDS: Final = 1.0
"""A bot that lacks something has ended by then, and nobody would ever answer."""


class Telegram(Child):
    """The pretend Telegram of this benchmark."""

    def __init__(self, folder: Path, recipients: int, seconds: float) -> None:
        options = [str(recipients), str(LATENCY), str(seconds)]
        command = [sys.executable, "-m", "bench.broadcast_telegram", *options]
        super().__init__(command, folder, "telegram", {})
        self.api = f"http://127.0.0.1:{self.ask(None)['port']}"

    def play(self) -> dict[str, Any]:
        """Let the scene begin; what was seen at its end."""
        return self.ask({})


Start = Callable[[str, Path, int], Child]


def start_ours(api: str, folder: Path, recipients: int) -> Child:
    """Start our bot with a broadcast that its coordinator has just confirmed."""
    asyncio.run(store_broadcast(folder / "data", recipients))
    return ours(limited=True).start(api, folder, folder / "data")


def start_rival(api: str, folder: Path, recipients: int) -> Child:
    """Start python-telegram-bot with the same to send."""
    numbers = (person_id(0), recipients, person_id(1) - person_id(0))
    script = str(RIVALS / "ptb_broadcast.py")
    command = [str(RIVALS_PYTHON), script, api, TOKEN, *map(str, numbers)]
    return Child(command, folder, "ptb-broadcast", {})


async def store_broadcast(data: Path, recipients: int) -> None:
    """Fill a data directory with the teachers of one school and what its coordinator has sent."""
    programme = build(load_settings(data_dir=data)).world.programme
    store = tiny_store(data, KINDS)
    await store.open()
    await store.update(SCHOOLS, SCHOOL, lambda _: (Put(school_of(recipients)), None))
    names = tuple(Recipient(person_id(n), f"Guru {n}") for n in range(recipients))
    broadcast = announcement(recipients, datetime.now(UTC))
    for number in range(recipients + 1 + ASKING):
        person = replace(teacher(number, programme), reachable=True)
        if number < recipients:
            person = replace(person, school=SCHOOL, shown_name=f"Guru {number}")
        if number == recipients and recipients:
            announced = Announced(broadcast=broadcast, recipients=names)
            person = older(person, announced=(announced,))
        await store.update(PEOPLE, str(person.id), lambda _, person=person: (Put(person), None))  # type: ignore[misc] # bound by its default
    await store.close()


@dataclass(slots=True)
class BroadcastLifecycle:
    """One way to run one bot, and what was seen."""

    label: str
    start: Start
    recipients: int
    seen: dict[str, Any]

    def run(self, folder: Path, seconds: float) -> None:
        """Start everything, play once, take note."""
        with (
            Telegram(folder, self.recipients, seconds) as telegram,
            self.start(telegram.api, folder, self.recipients) as bot,
        ):
            bot.outlive(STARTING_SECONDS)
            self.seen = telegram.play()

    def share(self, part: float) -> float:
        """Return a percentile of the answers, in milliseconds."""
        answers = self.seen["answers"]
        return float(answers[min(len(answers) - 1, int(part * len(answers)))]) * 1000

    def row(self) -> str:
        """One line of the table."""
        sent, seconds = self.seen["sent"], self.seen["seconds"]
        pace = f"{(sent - 1) / seconds:.1f}" if sent > 1 else "–"
        return (
            f"| {self.label} | {self.seen['people']:,} | {pace} | {self.seen['most']} "
            f"| {self.seen['refused']} | {self.share(0.5):.0f} | {self.share(0.95):.0f} "
            f"| {self.share(1):.0f} | {self.seen['unanswered']} |"
        )


def report(*, quick: bool) -> str:
    """Measure and give the section of the report."""
    recipients = QUICK_RECIPIENTS if quick else RECIPIENTS
    courses = [
        BroadcastLifecycle("this bot, nothing to send", start_ours, 0, {}),
        BroadcastLifecycle("this bot", start_ours, recipients, {}),
    ]
    if RIVALS_PYTHON.exists():
        courses += [
            BroadcastLifecycle("PTB, nothing to send", start_rival, 0, {}),
            BroadcastLifecycle("PTB with AIORateLimiter, 10 tasks", start_rival, recipients, {}),
        ]
    with tempfile.TemporaryDirectory() as folder:
        for index, course in enumerate(courses):
            course.run(Path(folder, str(index)), QUICK_SECONDS if quick else ALONE_SECONDS)
    return "\n".join(
        [
            f"## A broadcast to {recipients:,} while one person a second asks something",
            "",
            "| bot | got it | messages/s | most in a second | 429 | answer: median ms | p95 | slowest | unanswered |",
            "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
            *(course.row() for course in courses),
            "",
            f"- every call takes {LATENCY * 1000:.0f} ms; Telegram's limits are enforced",
        ]
    )


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description="A broadcast beside replies.")
    parser.add_argument("--quick", action="store_true")
    print(report(quick=parser.parse_args().quick))


if __name__ == "__main__":
    main()
