"""100,000 updates that nobody should send, against the whole bot: `make fuzz`, `python -m bench.hostile.fuzz`.

Half of them by polling, half by webhook, with bodies slow, chunked, packed and pipelined, and attacks in
between. Prints Markdown; ends with 1 and the shortest update found when the bot crashed, left somebody
unanswered, was sent something again and again, or grew.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import uvloop

from bench.bots import SECRET, Bot, ours
from bench.hostile.driving import Refusals, poll, post, unserved
from bench.hostile.fuzzed import UpdateFuzzer
from bench.hostile.line import Line, Sent, request
from bench.hostile.memory import Growth, Memory
from bench.hostile.people import ADMIN, plant, presses
from bench.hostile.telegram import HostileTelegram
from bench.hostile.trial import CRASHES, trying
from bench.processes import Child

TEACHERS: Final = 400
MOST_TOLD: Final = 3


@dataclass(slots=True)
class Found:
    """What one course of updates brought to light."""

    way: str
    updates: int
    seconds: float = 0.0
    crashes: list[dict[str, Any]] = field(default_factory=list)
    stuck: list[int] = field(default_factory=list)
    standing: int | None = None  # the offset at which fetching stood still
    refusals: Refusals = field(default_factory=Refusals)
    growth: Growth = field(default_factory=Growth)

    @property
    def is_good(self) -> bool:
        """Whether nothing was found."""
        faults = (self.crashes, self.stuck, self.refusals.never, self.refusals.wrong)
        return not any(faults) and self.standing is None and self.growth.is_flat

    def row(self) -> str:
        """One line of the table."""
        again = len(self.refusals.never) + (self.standing is not None)
        return (
            f"| {self.way} | {self.updates:,} | {self.seconds:.0f} | {len(self.crashes)} "
            f"| {len(self.stuck)} | {again} | {self.refusals.wrong.total()} | {self.growth.row()} |"
        )


async def by_polling(
    bot: Bot, folder: Path, fuzzer: UpdateFuzzer, count: int, people: list[int]
) -> Found:
    """Have the bot fetch so many updates."""
    found, telegram = Found("polling", count), HostileTelegram()
    async with telegram.served() as api:
        with await asyncio.to_thread(bot.start, api, folder, folder / "data") as child:
            memory, began = Memory(child), time.perf_counter()
            try:
                await poll(telegram, fuzzer, range(1, count + 1), memory.seen)
                found.seconds = time.perf_counter() - began

                async def carry(number: int, body: bytes) -> None:
                    telegram.write(number, body)

                found.stuck = await unserved(telegram, people, count + 1, carry)
            except TimeoutError:
                found.standing = telegram.offset
            found.growth = memory.growth()
            await asyncio.to_thread(child.stop)
    found.crashes = crashes(folder)
    return found


async def by_webhook(
    bot: Bot, folder: Path, fuzzer: UpdateFuzzer, numbers: range, people: list[int]
) -> Found:
    """Send the bot so many updates."""
    found, telegram = Found("webhook", len(numbers)), HostileTelegram()
    async with telegram.served() as api:
        with await asyncio.to_thread(bot.start, api, folder, folder / "data") as child:
            url = await telegram.hook
            await _listening(url, child)
            memory, began = Memory(child), time.perf_counter()
            found.refusals = await post(url, SECRET, fuzzer, numbers, memory.seen)
            found.seconds = time.perf_counter() - began
            line = Line(url)

            async def carry(_: int, body: bytes) -> None:
                path = "/" + url.split("/", 3)[3]
                await line.send(Sent((request(path, body, SECRET),), (frozenset({200}),)))

            found.stuck = await unserved(telegram, people, numbers.stop, carry)
            line.close()
            found.growth = memory.growth()
            await asyncio.to_thread(child.stop)
    found.crashes = crashes(folder)
    return found


async def _listening(url: str, child: Child) -> None:
    """Return when the webhook takes connections."""
    while True:
        with suppress(OSError):
            await Line(url).send(Sent((b"",), (), leaves=True))
            return
        child.outlive(0.01)


def crashes(folder: Path) -> list[dict[str, Any]]:
    """Return what the bot has logged that must not be: a crash, or a line that is no log's."""
    found: list[dict[str, Any]] = []
    for line in (folder / "this-bot.log").read_text(errors="replace").splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            if "Traceback" not in line:  # what it says of its data directory as it starts
                continue
            told = {"event": line, "level": "critical"}
        if told.get("event") in CRASHES or told.get("level") in {"error", "critical"}:
            found.append(told)
    return found


async def shortest(fuzzer: UpdateFuzzer, number: int) -> str:
    """Return the shortest update found that fails as this one does, or the whole of it."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        await asyncio.to_thread(plant, data, TEACHERS)
        async with trying(data) as trial:
            return await trial.shortest(fuzzer.update(number))


def told_of(found: Found, fuzzer: UpdateFuzzer) -> str:
    """Say what was found, with the seed and the shortest update for each of the first crashes."""
    lines = [f"{found.way}, seed {fuzzer.seed}:"]
    lines += [f"- stands still at offset {found.standing}"] if found.standing is not None else []
    lines += [f"- never answered again: {found.stuck[:10]}"] if found.stuck else []
    lines += [f"- never taken: updates {found.refusals.never[:10]}"] if found.refusals.never else []
    lines += [f"- {count} times {what}" for what, count in found.refusals.wrong.items()]
    lines += [] if found.growth.is_flat else [f"- memory grew: {found.growth.row()}"]
    for crash in found.crashes[:MOST_TOLD]:
        lines.append(f"- {crash}")
        if isinstance(number := crash.get("update"), int):
            lines.append(f"  shortest: {uvloop.run(shortest(fuzzer, number))}")
    return "\n".join(lines)


def fuzzed(count: int, seed: int) -> Sequence[Found]:
    """Run both courses on a data directory each."""
    found = []
    for way in (by_polling, by_webhook):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            people = plant(folder / "data", TEACHERS)
            fuzzer = UpdateFuzzer(seed, people, presses(), numbered=way is by_polling)
            bot = ours(webhook=way is by_webhook, more=(("ADMIN_IDS", str(ADMIN)), JSON))
            if way is by_polling:
                one = uvloop.run(by_polling(bot, folder, fuzzer, count // 2, people))
            else:
                numbers = range(count // 2 + 1, count + 1)
                one = uvloop.run(by_webhook(bot, folder, fuzzer, numbers, people))
            found.append(one)
            if not one.is_good:
                print(told_of(one, fuzzer), file=sys.stderr)
    return found


JSON: Final = ("LOG_FORMAT", "json")


def report(found: Sequence[Found], seed: int) -> str:
    """Give the section of the report."""
    return "\n".join([
        "## Updates that nobody should send",
        "",
        f"`python -m bench.hostile.fuzz --updates {sum(one.updates for one in found)} --seed {seed}`.",
        "",
        "| by | updates | seconds | crashes | stuck | refused for ever | wrong answers | RSS MiB | growth |",
        "|---|---:|---:|---:|---:|---:|---:|---|---:|",
        *(one.row() for one in found),
    ])  # fmt: skip


def main() -> None:
    """Read the options, fuzz, print."""
    parser = argparse.ArgumentParser(description="Updates that nobody should send.")
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    found = fuzzed(options.updates, options.seed)
    print(report(found, options.seed))
    sys.exit(not all(one.is_good for one in found))


if __name__ == "__main__":
    main()
