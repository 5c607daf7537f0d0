"""The processes of one bot: started, killed, stopped for a while, and started again by whoever hosts them.

Knows what a process is told by its environment, and nothing of what it does.
"""

import asyncio
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.chaos.ledger import Ledger
from bench.processes import Child

AGAIN_SECONDS: Final = 0.2
"""So soon a host starts again what has ended."""

ENDING_SECONDS: Final = 15.0
NURSERY: Final = """from bot.run.start.startup import spare_the_start
spare_the_start()
from bench.chaos.host.nursery import serve_wishes
serve_wishes()"""
FAKETIME: Final = "faketime/libfaketimeMT.so.1"


PORTS: Final = iter(range(21_000 + os.getpid() % 5_000, 32_000))
"""Below those that connections outwards are given: a process that is started again finds its own free."""


def free_port() -> int:
    """Give a port of the loopback that nobody listens on, and that nobody is given by chance."""
    for port in PORTS:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("no port is free")


def faketime() -> Path | None:
    """Return the library that sets a process's clock wrong (Debian: libfaketime), if it is there."""
    return next(Path("/usr/lib").glob(f"*/{FAKETIME}"), None)


@dataclass(frozen=True, slots=True)
class Station:
    """What stays the same of one process over all its lives; ``skew`` is how wrong its machine's clock is."""

    slot: int
    role: str
    skew: int
    port: int = field(default_factory=free_port)
    door: int = field(default_factory=free_port)
    """Where it finds Telegram."""


@dataclass(slots=True)
class Life:
    """One life of a process; moments as in the ledger."""

    slot: int
    number: int
    pid: int
    began: float
    newer: bool
    ended: float | None = None
    stops: list[tuple[float, float]] = field(default_factory=list)
    was_killed: bool = False
    is_stopped: bool = False


Nurseries = dict[tuple[int, bool], Child]
"""Where processes are born, by the skew of their clock and whether they are of the newer release."""


@contextmanager
def nurseries(
    folder: Path, python: str, skews: set[int], newer: Path | None
) -> Iterator[Nurseries]:
    """Have them while the block lasts."""
    made: Nurseries = {}
    library = faketime()
    try:
        for skew in skews:
            wrong = {
                "LD_PRELOAD": str(library),
                "FAKETIME": f"{skew:+d}s",
            }
            for is_newer, place in ((False, None), (True, newer)):
                if is_newer and place is None:
                    continue
                settings = wrong if skew else {}
                if place:
                    root = Path(__file__).parents[3]
                    settings = {**settings, "PYTHONPATH": f"{place}:{root}"}
                name = f"nursery{skew:+d}{'-newer' if is_newer else ''}"
                command = [python, "-c", NURSERY]
                made[skew, is_newer] = Child(command, folder, name, settings)
        for child in made.values():
            child.ask(None)
        yield made
    finally:
        for child in made.values():
            child.stop()


@dataclass(slots=True)
class Fleet:
    """All processes of one run."""

    ledger: Ledger
    stations: tuple[Station, ...]
    nurseries: Nurseries
    folder: Path
    settings: Callable[[Station], dict[str, str]]
    is_newer: Callable[[int], bool] = lambda _: False
    """Says of which release the process of a slot is to be, when it starts next."""

    lives: list[Life] = field(default_factory=list)
    _now: dict[int, Life] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _bearing: asyncio.Lock = field(default_factory=asyncio.Lock)
    _is_closing: bool = False

    def start(self) -> None:
        """Start all, and start again whatever ends."""
        for station in self.stations:
            task = asyncio.create_task(self._host(station))
            self._tasks.add(task)

    def doors(self) -> list[tuple[int, int]]:
        """Return where updates are taken: slot and port of each that runs, though it may be stopped."""
        return [
            (one.slot, one.port)
            for one in self.stations
            if one.role == "web" and one.slot in self._now
        ]

    def awake(self) -> list[tuple[int, int]]:
        """Return the same of those that are not stopped."""
        return [door for door in self.doors() if not self._now[door[0]].is_stopped]

    def life_at(self, door: int) -> tuple[int, int]:
        """Return which process knocks at a door of Telegram: its slot and the number of its life."""
        slot = next((one.slot for one in self.stations if one.door == door), -1)
        life = self._now.get(slot)
        return slot, life.number if life else sum(one.slot == slot for one in self.lives)

    def kill(self, slot: int) -> bool:
        """Kill a process without a word; whether there was one."""
        life = self._now.get(slot)
        if life is None or not _tell(life, signal.SIGKILL):
            return False
        life.was_killed = True
        return True

    async def stop(self, slot: int, seconds: float) -> None:
        """Stop a process for so long, unless it is killed meanwhile."""
        life = self._now.get(slot)
        if life is None or life.is_stopped or not _tell(life, signal.SIGSTOP):
            return
        began, life.is_stopped = self.ledger.now, True
        await asyncio.sleep(seconds)
        life.stops.append((began, self.ledger.now))
        life.is_stopped = False
        if self._now.get(slot) is life and _tell(life, signal.SIGCONT):
            self.ledger.note("goes on", f"slot {slot} after {seconds:.0f} s")

    async def replace(self, slot: int) -> None:
        """End a process in good order; it is started again."""
        life = self._now.get(slot)
        if life and _tell(life, signal.SIGTERM):
            await _ended(life.pid)

    async def close(self) -> None:
        """End all in good order, and start none again."""
        self._is_closing = True
        for life in self._now.values():
            for number in (signal.SIGCONT, signal.SIGTERM):
                _tell(life, number)
        await asyncio.wait(self._tasks, timeout=ENDING_SECONDS)
        for life in self._now.values():
            self.ledger.fault("a process ends when it is told to", f"slot {life.slot}")
            _tell(life, signal.SIGKILL)

    def log(self, slot: int) -> Path:
        """Return where a process writes its log, over all its lives."""
        return self.folder / f"slot{slot}.log"

    async def _host(self, station: Station) -> None:
        while not self._is_closing:
            life = await self._bear(station)
            await _ended(life.pid)
            del self._now[station.slot]
            life.ended = self.ledger.now
            if not life.was_killed:
                self.ledger.note("ended by itself", f"slot {station.slot}")
            await asyncio.sleep(AGAIN_SECONDS)

    async def _bear(self, station: Station) -> Life:
        newer = self.is_newer(station.slot)
        wish = {
            "words": [station.role],
            "settings": self.settings(station),
            "log": str(self.log(station.slot)),
        }
        nursery = self.nurseries[station.skew, newer]
        async with self._bearing:  # a nursery answers one wish after another
            answer = await asyncio.to_thread(nursery.ask, wish)
        number = sum(one.slot == station.slot for one in self.lives) + 1
        life = Life(station.slot, number, answer["pid"], self.ledger.now, newer)
        self._now[station.slot] = life
        self.lives.append(life)
        return life


def _tell(life: Life, number: signal.Signals) -> bool:
    """Send a signal; False when the process has just ended."""
    try:
        os.kill(life.pid, number)
    except ProcessLookupError:
        return False
    return True


async def _ended(pid: int) -> None:
    """Return when a process has ended."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    over, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_reader(watched, over.set)
    try:
        await over.wait()
    finally:
        loop.remove_reader(watched)
        os.close(watched)
