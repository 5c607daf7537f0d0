"""One run: everything started, the plan carried out, all brought to rest, and the verdict."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final

from bench.bots import SECRET, TOKEN
from bench.chaos import telegram
from bench.chaos.host import balancer
from bench.chaos.host.database import SETTINGS, Database
from bench.chaos.host.fleet import Fleet, Station, faketime, free_port, nurseries
from bench.chaos.host.release import newer_release
from bench.chaos.ledger import Ledger
from bench.chaos.people import Announcer, Streets, Writer
from bench.chaos.plan import CLAIM_SECONDS, Deed, Plan, Step
from bench.chaos.removal import Removals
from bench.chaos.town import ADMIN, BEGINS, Town, found
from bench.chaos.verdict import NAMED, Verdict
from bench.processes import cpu_seconds
from bot.store.tiny.store import CACHE_NAME
from tests.postgres.server import own_server

WEIGHTS: Final = {"web": 2, "worker": 1}
"""Who answers is killed more often than who sends: nobody leads for 13 s after a leader's death."""

SKEW: Final = 300
REST_SECONDS: Final = 420.0
"""The longest that is waited for all to come to rest: some claims of the dead, one after another."""

DATA: Final = Path("data")
"""Where a process keeps what it has read of the content, so that those after it need not read it again."""

REST: Final = """SELECT (SELECT count(*) FROM documents_broadcasts WHERE due_float_1 IS NOT NULL),
 (SELECT count(*) FROM documents_people WHERE key = ANY(%s) AND NOT document->'outbound' ? 'recent')"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a run is to be."""

    roles: tuple[str, ...] = ("web", "web", "web", "worker", "worker")
    writers: int = 24
    members: int = 60
    due: int = 120
    broadcasts: int = 10
    writing_pause: float = 2.0
    skewed: bool = True
    hurried: bool = False
    """Whether the database's clock is set ahead at the end, so that nobody waits for claims of the dead."""

    @property
    def weights(self) -> tuple[int, ...]:
        """How often each is meant, relative to the others."""
        return tuple(WEIGHTS[role] for role in self.roles)


@dataclass(slots=True)
class Run:
    """A run under way, and what came of it."""

    plan: Plan
    wanted: Wanted
    ledger: Ledger
    database: Database
    fleet: Fleet
    streets: Streets
    town: Town
    writers: list[Writer]
    announcer: Announcer
    removals: Removals
    seen: Counter[str] = field(default_factory=Counter)
    release: Deed | None = None
    _tasks: set[asyncio.Task[object]] = field(default_factory=set)

    async def live(self) -> Verdict:
        """Carry out the plan while people live, wait for rest, and look."""
        people: list[Writer | Announcer] = [*self.writers, self.announcer]
        living = [asyncio.create_task(one.live()) for one in people]
        for step in self.plan.steps:
            await asyncio.sleep(max(0.0, step.at - self.ledger.now))
            self._begin(step)
        await asyncio.gather(*self._tasks)
        self.ledger.note("no more faults")
        self.streets.over.set()
        for broken in await asyncio.gather(*living, return_exceptions=True):
            if broken:
                self.ledger.fault("everybody goes on to the end", repr(broken))
        await self._rest()
        await self.fleet.close()
        verdict = Verdict(
            self.ledger, self.database, self.fleet, self.town, self.writers, self.announcer,
            self.removals, self.seen,
        )  # fmt: skip
        await verdict.look()
        return verdict

    def is_newer(self, slot: int) -> bool:
        """Say of which release a process is to be that starts now."""
        if self.release is Deed.MIX:
            return self.streets.random.random() < 0.5
        del slot
        return self.release is Deed.UPGRADE

    def _begin(self, step: Step) -> None:
        task = asyncio.create_task(self._do(step))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _do(self, step: Step) -> None:
        try:
            await self._carry_out(step)
        except Exception as error:  # noqa: BLE001 - whatever it is, the run goes on and tells it at the end
            self.ledger.fault("each step can be carried out", f"{step.deed}: {error!r}")

    async def _carry_out(self, step: Step) -> None:
        note, slot = self.ledger.note, step.slot
        match step.deed:
            case Deed.KILL:
                if self.fleet.kill(slot):
                    note(step.deed, f"slot {slot}")
            case Deed.STOP:
                note(step.deed, f"slot {slot} for {step.amount:.0f} s")
                await self.fleet.stop(slot, step.amount)
            case Deed.RESTART | Deed.CRASH:
                note(step.deed)
                await self.database.restart("fast" if step.deed is Deed.RESTART else "immediate")
                note("database is back")
            case Deed.CUT:
                note(step.deed, await self.database.cut(step.amount))
            case Deed.FILL:
                note(step.deed, f"for {step.amount:.0f} s")
                note("connections given back", await self.database.fill(step.amount))
            case Deed.REMOVE:
                await self.removals.remove_next()
            case Deed.MIX | Deed.UPGRADE:
                note(step.deed)
                self.release = step.deed
                for station in self.fleet.stations if step.deed is Deed.UPGRADE else ():
                    await self.fleet.replace(station.slot)

    async def _rest(self) -> None:
        """Return when nothing is due any more."""
        if self.wanted.hurried:
            await self.database.move_clock(timedelta(seconds=CLAIM_SECONDS + 5))
        keys = [str(person) for person in self.town.reminded]
        for _ in range(round(REST_SECONDS)):
            [(broadcasts, people)] = await self.database.ask(REST, keys)
            if not (broadcasts or people):
                self.ledger.note("at rest")
                return
            await asyncio.sleep(1.0)
        self.ledger.fault(NAMED, f"no rest: {broadcasts} broadcasts, {people} reminders")


@asynccontextmanager
async def running(plan: Plan, wanted: Wanted, folder: Path) -> AsyncIterator[Run]:
    """Start everything; end it with the block."""
    random, ledger = Random(plan.seed), Ledger()
    database_town, skews = _town(plan, wanted), _skews(wanted)
    placed = enumerate(wanted.roles)
    stations = tuple(Station(slot, role, skews[slot % len(skews)]) for slot, role in placed)
    async with AsyncExitStack() as stack:
        database = Database(stack.enter_context(own_server(SETTINGS)))
        newer = newer_release(folder) if plan.scale.upgrades else None
        (folder / DATA / CACHE_NAME).mkdir(parents=True)
        born = stack.enter_context(nurseries(folder, sys.executable, set(skews), newer))
        await database.make(BEGINS)
        stack.push_async_callback(database.close)
        await found(database.url, database_town)
        port = free_port()
        fleet = Fleet(ledger, stations, born, folder, Environment(database.url, port))
        town = await stack.enter_async_context(
            telegram.serving(ledger, fleet.life_at, [one.door for one in stations])
        )
        for person in database_town.everybody:
            town.admit(person)
        front = await stack.enter_async_context(
            balancer.balancing(ledger, fleet.doors, random, port)
        )
        streets = Streets(town, front, database, ledger, random)
        run = Run(
            plan, wanted, ledger, database, fleet, streets, database_town,
            [Writer(streets, one, wanted.writing_pause) for one in database_town.writing],
            Announcer(streets, plan.scale.seconds / wanted.broadcasts, wanted.broadcasts),
            Removals(streets, fleet, list(database_town.hands)),
        )  # fmt: skip
        fleet.is_newer = run.is_newer
        fleet.start()
        stack.push_async_callback(fleet.close)
        await _first(database)
        ledger.begin()
        yield run
        for child in born.values():
            with suppress(OSError):
                run.seen["cpu"] += round(cpu_seconds(child.pid))


def _town(plan: Plan, wanted: Wanted) -> Town:
    return Town(
        members=wanted.members,
        writers=wanted.writers,
        due=wanted.due,
        removed=plan.scale.removals,
        seconds=plan.scale.seconds,
    )


def _skews(wanted: Wanted) -> tuple[int, ...]:
    """Return how wrong the clocks are: five minutes either way, where that can be arranged."""
    return (0, SKEW, -SKEW) if wanted.skewed and faketime() else (0,)


async def _first(database: Database) -> None:
    """Return when somebody leads, so that all have begun."""
    while not await database.ask("SELECT 1 FROM leases"):  # noqa: ASYNC110 - nobody tells of it
        await asyncio.sleep(0.1)


@dataclass(frozen=True, slots=True)
class Environment:
    """What each process is told."""

    database: str
    port: int

    def __call__(self, station: Station) -> dict[str, str]:
        """Return the settings of one."""
        return {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": f"http://127.0.0.1:{station.door}",
            "DATABASE_URL": self.database,
            "WEBHOOK_URL": f"http://127.0.0.1:{self.port}/telegram",
            "WEBHOOK_SECRET": SECRET,
            "WEB_HOST": "127.0.0.1",
            "PORT": str(station.port),
            "ADMIN_IDS": str(ADMIN),
            "TICK_SECONDS": "1",
            "DATA_DIR": str(DATA),
            "CHECK_AT_START": "false",
        }
