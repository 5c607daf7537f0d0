"""What a turn costs with a hundred thousand and with a million teachers, by one, two and four processes.

Each turn is one typed command by webhook, saved durably before it is answered. Two databases stand on one
server, with four processes each; of them one, two or four get updates. They take turns, so that
whatever else the machine does hits all alike. Beside them the bare loop of psycopg. The headline is
processor time, of bot and server together: a rate on a machine that others use depends on them.
"""

import statistics
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from bench.scale import bare
from bench.scale.bots import Cluster, TelegramChild, cluster
from bench.scale.server import DatabaseServer
from bench.scale.telegram import Scene
from bench.teachers import person_id

PROCESSES: Final = (1, 2, 4)
PACE: Final = 100.0
CHATS: Final = 64
"""As many turns as the bot takes at a time."""


@dataclass(slots=True)
class Lane:
    """One bot of so many processes on one database, and what its rounds took."""

    teachers: int
    database: str
    bots: Cluster
    processes: int
    server: DatabaseServer
    rates: list[float] = field(default_factory=list)
    of_bot: list[float] = field(default_factory=list)
    of_server: list[float] = field(default_factory=list)
    logged: list[float] = field(default_factory=list)
    """Bytes of the server's log for a turn."""

    took: list[float] = field(default_factory=list)

    @property
    def cpu(self) -> float:
        """Milliseconds of bot and server for a turn, the median of all rounds."""
        return statistics.median(map(sum, zip(self.of_bot, self.of_server, strict=True)))

    def flood(self, people: list[int], *, counts: bool = True) -> None:
        """Let everybody write at once."""
        bot, server, log = self.bots.cpu_seconds, self.server.cpu_seconds, self.server.written
        seen = self.bots.telegram.play(Scene(people=people, hooks=self.processes))
        if counts:
            each = 1000 / len(people)
            self.rates.append(len(people) / seen["seconds"])
            self.of_bot.append((self.bots.cpu_seconds - bot) * each)
            self.of_server.append((self.server.cpu_seconds - server) * each)
            self.logged.append((self.server.written - log) / len(people))

    def pace(self, people: list[int], seconds: float) -> None:
        """Let them write one after another."""
        scene = Scene(people=people, hooks=self.processes, pace=PACE, seconds=seconds)
        self.took += self.bots.telegram.play(scene)["took"]

    def row(self) -> str:
        """One line of the table."""
        p50, p99 = (statistics.quantiles(self.took, n=100)[at] * 1000 for at in (49, 98))
        return (
            f"| {self.teachers:,} | {self.processes} | {self.cpu:.2f} | "
            f"{statistics.median(self.of_bot):.2f} | {statistics.median(self.of_server):.2f} | "
            f"{2000 / self.cpu:,.0f} | {statistics.median(self.rates):,.0f} | {p50:.1f} | {p99:.1f} |"
        )


class People:
    """Teachers of one database, always others."""

    def __init__(self, teachers: int) -> None:
        self._teachers = teachers
        self._next = 0

    def take(self, count: int) -> list[int]:
        """Give so many who have not written lately, all over the table."""
        numbers = range(self._next, self._next + count)
        self._next += count
        return [person_id(number * 7919 % self._teachers) for number in numbers]


@dataclass(frozen=True, slots=True)
class Wish:
    """How much is measured."""

    turns: int = 3_000
    rounds: int = 3
    paced: float = 8.0


class Measured(NamedTuple):
    """What was seen: lanes, loops of psycopg, memory (MiB) of the processes at the larger size."""

    lanes: list[Lane]
    loops: list[bare.Loop]
    resident: list[float]


HEAD: Final = """\
| teachers | processes | CPU ms a turn | of these the bot | the server | so many a second on two cores | as measured, \
a second | p50 ms | p99 ms |
|---:|---:|---:|---:|---:|---:|---:|---:|---:|"""


def report(measured: Measured, wish: Wish, planted: float) -> str:
    """Return the section."""
    lanes, loops, resident = measured
    loop = statistics.median(one.cpu for one in loops)
    small, large = lanes[: len(PROCESSES)], lanes[len(PROCESSES) :]
    ratios = [f"{b.cpu / a.cpu:.2f}" for a, b in zip(small, large, strict=True)]
    beside = [f"{one.cpu / loop:.2f}" for one in large]
    return "\n".join(
        [
            f"## Turns: {wish.turns:,} at once by webhook, then {PACE:.0f} a second for p50 and p99",
            "",
            HEAD,
            *(lane.row() for lane in lanes),
            "",
            f"- at {large[0].teachers:,} ÷ at {small[0].teachers:,}: {', '.join(ratios)} (goal at most 1.5)",
            f"- bare loop of psycopg: {loop:.2f} ms of processor time; a turn ÷ it: {', '.join(beside)} (goal at most 2.5)",
            "- goal: at least 1,000 turns a second on two cores, the server included; the pretend Telegram runs beside",
            f"- the server's log grows by {statistics.median(large[0].logged) / 1024:.1f} KiB a turn",
            f"- memory of a process: {min(resident):.0f} to {max(resident):.0f} MiB (goal at most 150)",
            f"- both databases were filled in {planted:.0f} s",
        ]
    )


def measure(server: DatabaseServer, sizes: dict[str, int], folder: Path, wish: Wish) -> Measured:
    """Start all processes, let them take turns."""
    with ExitStack() as stack:
        lanes, loops, people = list[Lane](), list[bare.Loop](), dict[str, People]()
        for database, teachers in sizes.items():
            place = folder / database
            people[database] = People(teachers)
            telegram = stack.enter_context(TelegramChild(place))
            roles, url = ["web"] * max(PROCESSES), server.address(database)
            bots = stack.enter_context(cluster(url, place, roles, telegram))
            lanes += [Lane(teachers, database, bots, number, server) for number in PROCESSES]
        for lane in reversed(lanes):
            if lane.processes == max(PROCESSES):
                lane.flood(people[lane.database].take(1_000), counts=False)
                lane.bots.rest()
        for _ in range(wish.rounds):
            for lane in lanes:
                lane.flood(people[lane.database].take(wish.turns))
            largest = lanes[-1].database
            loops.append(bare.measure(server, largest, people[largest].take(wish.turns), CHATS))
        for lane in lanes:
            lane.pace(people[lane.database].take(wish.turns), wish.paced)
        resident = [process.resident for process in lanes[-1].bots.processes]
    return Measured(lanes, loops, resident)
