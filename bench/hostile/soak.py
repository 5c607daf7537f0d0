"""Days of updates in one go, honest ones and some that nobody should send: `make soak`.

What the bot holds is read from outside: memory, open files, threads, and the tasks of its event loop from
`/metrics`. Prints Markdown; ends with 1 when something grew by more than a tenth after warming up.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import aiohttp
import uvloop

from bench.bots import free_port, ours
from bench.hostile.driving import poll, unserved
from bench.hostile.fuzz import JSON, crashes
from bench.hostile.fuzzed import FuzzedUpdate, UpdateFuzzer
from bench.hostile.honest import HonestTraffic
from bench.hostile.memory import held_by, writer_of
from bench.hostile.people import ADMIN, plant, presses
from bench.hostile.telegram import HostileTelegram
from bench.processes import Child, memory

TEACHERS: Final = 2_000
HOSTILE: Final = 20  # one update in so many is fuzzed
READINGS: Final = 8
WARM: Final = READINGS // 4 - 1  # the reading after a quarter: until then it warms up
MOST_GROWTH: Final = 0.10
SLACK: Final = 16  # files, threads, tasks: a connection more or less is no leak


@dataclass(frozen=True, slots=True)
class MixedTraffic:
    """Honest updates with fuzzed ones among them."""

    honest: HonestTraffic
    fuzzer: UpdateFuzzer

    def update(self, number: int) -> FuzzedUpdate:
        """Return the update of this number."""
        return (self.fuzzer if number % HOSTILE == 0 else self.honest).update(number)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a bot held after so many updates."""

    updates: int
    seconds: float
    bot: float
    writer: float
    files: int
    threads: int
    tasks: int

    def row(self) -> str:
        """One line of the table."""
        return (
            f"| {self.updates:,} | {self.seconds:.0f} | {self.bot:.1f} | {self.writer:.1f} "
            f"| {self.files} | {self.threads} | {self.tasks} |"
        )

    def has_grown_from(self, warm: "Reading") -> list[str]:
        """Return what is more than it was when warm, beyond what is allowed."""
        held, before = self.bot + self.writer, warm.bot + warm.writer
        found = (
            [f"memory {before:.0f} to {held:.0f} MiB"] if held > before * (1 + MOST_GROWTH) else []
        )
        for name in ("files", "threads", "tasks"):
            was, now = getattr(warm, name), getattr(self, name)
            found += [f"{name} {was} to {now}"] if now > was + SLACK else []
        return found


@dataclass(slots=True)
class Soak:
    """One course."""

    readings: list[Reading] = field(default_factory=list)
    stuck: list[int] = field(default_factory=list)
    crashes: int = 0

    def faults(self) -> list[str]:
        """Return what must not be."""
        found = self.readings[-1].has_grown_from(self.readings[WARM])
        found += [f"stuck: {self.stuck[:5]}"] if self.stuck else []
        return found + ([f"crashes: {self.crashes}"] if self.crashes else [])


async def soak(folder: Path, count: int, seed: int) -> Soak:
    """Let a bot live through so many updates."""
    people, port = await asyncio.to_thread(plant, folder / "data", TEACHERS), free_port()
    traffic = MixedTraffic(
        HonestTraffic(seed, people, presses()), UpdateFuzzer(seed, people, presses())
    )
    more = (("ADMIN_IDS", str(ADMIN)), JSON, ("PORT", str(port)), ("WEB_HOST", "127.0.0.1"))
    found, telegram = Soak(), HostileTelegram()
    async with telegram.served() as api:
        with await asyncio.to_thread(ours(more=more).start, api, folder, folder / "data") as child:
            began, part = time.perf_counter(), count // READINGS
            for start in range(1, count + 1, part):
                numbers = range(start, min(start + part, count + 1))
                await poll(telegram, traffic, numbers, lambda _: None)
                seconds = time.perf_counter() - began
                found.readings.append(await reading(child, port, numbers.stop - 1, seconds))
                print(found.readings[-1].row(), file=sys.stderr, flush=True)

            async def carry(number: int, body: bytes) -> None:
                telegram.write(number, body)

            found.stuck = await unserved(telegram, people, count + 1, carry)
            await asyncio.to_thread(child.stop)
    found.crashes = len(crashes(folder))
    return found


async def reading(child: Child, port: int, updates: int, seconds: float) -> Reading:
    """Read what a bot holds, once it has nothing to do for a moment."""
    await asyncio.sleep(2)
    writer = writer_of(child)
    return Reading(
        updates,
        seconds,
        held_by(child) - memory(writer, "VmRSS"),
        memory(writer, "VmRSS"),
        sum(_count(one, "fd") for one in (child.pid, writer)),
        _count(child.pid, "task"),
        await tasks(port),
    )


def _count(process: int, what: str) -> int:
    return sum(1 for _ in Path(f"/proc/{process}/{what}").iterdir())


async def tasks(port: int) -> int:
    """Return how many tasks the event loop of a bot has."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}/metrics") as response,
    ):
        lines = (await response.text()).splitlines()
    return int(
        float(next(line for line in lines if line.startswith("langkah_guru_tasks ")).split()[1])
    )


def report(found: Soak, count: int, seed: int) -> str:
    """Give the section of the report."""
    warm, end = found.readings[WARM], found.readings[-1]
    growth = ((end.bot + end.writer) / (warm.bot + warm.writer) - 1) * 100
    command = f"python -m bench.hostile.soak --updates {count} --seed {seed}"
    goal = "memory of bot and writer at most 10 % above that after a quarter"
    return "\n".join([
        f"## {count:,} updates in one go",
        "",
        f"`make soak` (`{command}`): {TEACHERS:,} teachers, and strangers; one update in {HOSTILE} is fuzzed.",
        f"Goal: {goal}; here {growth:+.1f} %.",
        "",
        "| updates | seconds | RSS of the bot: MiB | of the writer | open files | threads | tasks |",
        "|---:|---:|---:|---:|---:|---:|---:|",
        *(one.row() for one in found.readings),
        "",
        f"- turns that failed: {found.crashes}; people not answered afterwards: {len(found.stuck)}",
    ])  # fmt: skip


def main() -> None:
    """Read the options, soak, print."""
    parser = argparse.ArgumentParser(description="Many updates in one go.")
    parser.add_argument("--updates", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = uvloop.run(soak(Path(name), options.updates, options.seed))
    print(report(found, options.updates, options.seed))
    sys.exit("; ".join(found.faults()) or 0)


if __name__ == "__main__":
    main()
