"""What one update costs the whole bot, beside echo bots: `python -m bench.throughput`.

The headline is processor time, that of the bot's own processes together: a rate on a machine that
others use depends on them.

Every bot is a process of its own with a pretend Telegram of its own; all are started first and then
take turns, so that whatever else the machine does hits all alike. An update counts when its answer
has arrived at the Telegram. Prints Markdown.
"""

import argparse
import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from bench.bots import Bot, aiogram, ours, python_telegram_bot
from bench.processes import Child, TelegramProcess
from bench.teachers import person_id, store_teachers

COMMAND: Final = "/langkah"
WARM_UP: Final = 300
REST_SECONDS: Final = 1.5  # longer than our bot waits before it checks its texts
LEAN: Final = "bench.lean"
SIMULATED: Final = "bench.simulated"


class Lane:
    """One bot with its Telegram, and what its rounds took."""

    def __init__(self, bot: Bot, telegram: TelegramProcess, process: Child) -> None:
        self.bot = bot
        self.rates: list[float] = []
        self.costs: list[float] = []
        self.telegram_shares: list[float] = []
        self._telegram = telegram
        self._process = process

    def run(self, people: list[int], *, counts: bool = True) -> None:
        """Let everybody write once."""
        before, telegram = self._process.cpu_seconds, self._telegram.cpu_seconds
        answers = self._telegram.play([(person, COMMAND) for person in people])
        seconds = answers[-1].seconds
        if counts:
            self.rates.append(len(people) / seconds)
            self.costs.append((self._process.cpu_seconds - before) * 1000 / len(people))
            self.telegram_shares.append((self._telegram.cpu_seconds - telegram) / seconds)

    def rest(self) -> None:
        """Return when the bot has done what it does once after a start, beside the updates."""
        self._process.rest(REST_SECONDS)

    @property
    def cost(self) -> float:
        """Processor time for one update in milliseconds, the median of all rounds."""
        return statistics.median(self.costs)

    @property
    def rate(self) -> float:
        """Updates per second, the median of all rounds."""
        return statistics.median(self.rates)

    def row(self) -> str:
        """One line of the table."""
        way = "webhook" if self.bot.webhook else "polling"
        span = f"{min(self.rates):,.0f} to {max(self.rates):,.0f}"
        share = statistics.median(self.telegram_shares)
        return (
            f"| {self.bot.name} | {way} | {self.cost:.2f} | {min(self.costs):.2f} to "
            f"{max(self.costs):.2f} | {self.rate:,.0f} | {span} | {share:.0%} |"
        )


def measure(
    bots: list[Bot], *, teachers: int, people: int, rounds: int, module: str = LEAN
) -> list[Lane]:
    """Start all bots, then let them take turns."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        lanes = [
            _start(bot, stack, folder / str(number), teachers, module)
            for number, bot in enumerate(bots)
        ]
        for lane in lanes:
            lane.run(_people(WARM_UP, 0), counts=False)
        for lane in lanes:
            lane.rest()
        for number in range(rounds):
            for lane in lanes:
                lane.run(_people(people, number))
        return lanes


def _start(bot: Bot, stack: ExitStack, folder: Path, teachers: int, module: str) -> Lane:
    data = folder / "data"
    if bot.script is None:
        store_teachers(data, teachers)
    options = ("0",) if module == SIMULATED else ()
    telegram = stack.enter_context(TelegramProcess(sys.executable, module, folder, *options))
    return Lane(bot, telegram, stack.enter_context(bot.start(telegram.api, folder, data)))


def _people(count: int, turn: int) -> list[int]:
    """Different teachers in every round, as far as there are enough."""
    return [person_id(turn * count % 8_000 + number) for number in range(count)]


def report(*, quick: bool) -> str:
    """Measure and give the section of the report."""
    makers = (ours, python_telegram_bot, aiogram)
    bots = [make(webhook=webhook) for webhook in (False, True) for make in makers]
    people, rounds = (500, 2) if quick else (2_000, 5)
    lanes = measure(bots, teachers=10_000, people=people, rounds=rounds)
    lines = [
        f"## Processor time of an update: {COMMAND} of {people:,} teachers at once, 10,000 stored",
        "",
        "| bot | by | CPU ms per update | rounds | updates/s | rounds | the pretend Telegram's core |",
        "|---|---|---:|---:|---:|---:|---:|",
        *(lane.row() for lane in lanes),
        "",
    ]
    for webhook in (False, True):
        mine, rival = (
            lane for lane in lanes if lane.bot.webhook == webhook and lane.bot.name[:3] != "PTB"
        )
        way = "webhook" if webhook else "polling"
        lines.append(
            f"- {way}: this bot ÷ aiogram's echo: processor time {mine.cost / rival.cost:.2f} "
            f"(goal ≤ 1), updates/s {mine.rate / rival.rate:.2f}"
        )
    return "\n".join(lines)


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description="What one update costs the whole bot.")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--simulator", action="store_true", help="polling, on the simulator")
    options = parser.parse_args()
    if options.simulator:
        bots = [ours(), aiogram()]
        lanes = measure(bots, teachers=10_000, people=500, rounds=3, module=SIMULATED)
        print("\n".join(lane.row() for lane in lanes))
        return
    print(report(quick=options.quick))


if __name__ == "__main__":
    main()
