"""One world from its seed to its end: lives of the bot, one after another, and what they left.

`simulate` is all that others need.
"""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import Any
from unittest.mock import patch

from structlog.testing import capture_logs

from bot.delivery.dispatcher import Dispatcher
from bot.run.wiring import KINDS
from bot.store.base import Put
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from tests.delivery.schools import SCHOOL
from tests.delivery.teachers import put, teacher
from tests.shipped import shipped_world
from tests.simulation.disk import Place, VirtualDisk, store_on
from tests.simulation.ledger import LAST, Ledger
from tests.simulation.life import Life
from tests.simulation.loop import Killed, SimulatedLoop
from tests.simulation.moments import STARTS, Chance, Moments, reigning
from tests.simulation.plan import BUDI, MADE, RINI, SARI, SITI, Plan, plan_of
from tests.simulation.promises import TurnPromises
from tests.simulation.town import Town, found_town
from tests.simulation.wire import CAUSE, Wire

CALM_SECONDS = 12.0
"""How long the bot is left alone when all steps are done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one plan."""

    plan: Plan
    fingerprint: str
    faults: tuple[str, ...]
    trace: tuple[str, ...]
    lives: int
    seconds: float
    """How much virtual time has passed."""

    def __str__(self) -> str:
        last = "\n".join(self.trace[-LAST:])
        told = "\n".join(self.faults)
        return f"seed {self.plan.seed}: {told}\n--- plan\n{self.plan}\n--- trace\n{last}"


def simulate(plan: Plan | int) -> Outcome:
    """Carry out a plan, or that of a seed, and return what became of it."""
    plan = plan_of(plan) if isinstance(plan, int) else plan
    moments, chance = Moments(), Chance(plan.seed)
    with reigning(moments, chance), causes_noted(), capture_logs() as logs:
        run = Run(plan, moments, chance, logs)
        run.go()
    return Outcome(
        plan,
        run.ledger.fingerprint,
        tuple(run.ledger.faults),
        tuple(run.ledger.lines),
        run.lives,
        moments.true() - STARTS.timestamp(),
    )


class Run:
    """One world on its way."""

    def __init__(self, plan: Plan, moments: Moments, chance: Chance, logs: list[Any]) -> None:
        self.moments, self.logs = moments, logs
        self.ledger = Ledger(moments)
        self.disk = VirtualDisk(moments, chance, self.ledger, durable=dict(founded()))
        world = found_town(moments)
        self.wire = Wire(moments, chance, self.ledger, world)
        self.town = Town(plan, moments, chance, self.ledger, world, self.wire, self.disk)
        self.promises = TurnPromises(self.ledger, self.disk, world)
        self.wire.confirms = self.promises.confirms
        self.lives = 0

    def go(self) -> None:
        """Let the bot live until all steps are done and it has come to rest."""
        self.town.begin()
        while not self._lived():
            pass

    def _lived(self) -> bool:
        """Let one process live; say whether it was the last."""
        self.lives += 1
        self.ledger.note("life", self.lives)
        loop = SimulatedLoop(self.moments)
        loop.set_exception_handler(self._on_error)
        self.promises.born()
        life = Life(self.moments, self.disk, self.wire, self.promises.took)
        self.town.restart = life.stop.set
        try:
            loop.run_until_complete(self._end(life))
        except Killed:
            self._bury(loop)
            return False
        loop.close()
        return self.town.is_done

    async def _end(self, life: Life) -> None:
        living = asyncio.ensure_future(life.live())
        watching = asyncio.ensure_future(self._watch(life))
        await asyncio.wait({living, watching}, return_when=asyncio.FIRST_COMPLETED)
        if watching.done():
            watching.result()
        watching.cancel()
        await living

    async def _watch(self, life: Life) -> None:
        """Wait until all is done, then end the process in good order."""
        await self.town.done()
        self.town.disarm()
        await asyncio.sleep(CALM_SECONDS)
        life.stop.set()
        await asyncio.sleep(60.0)

    def _bury(self, loop: SimulatedLoop) -> None:
        self.ledger.note("killed")
        self.disk.crash(power=self.town.power)
        self.moments.forget_the_dead()
        self.wire.deaf = True
        loop.bury()
        self.moments.forget_the_dead()
        self.disk.crash(power=True)
        self.wire.forget_poll()
        self.wire.deaf = False
        self.moments.outlive(self.town.down)

    def _on_error(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.ledger.fault("no task fails", context.get("message"), repr(context.get("exception")))


@cache
def founded() -> dict[Place, bytes]:
    """Return the documents with which every world begins."""
    moments = Moments()
    disk = VirtualDisk(moments, Chance(0), Ledger(moments))
    loop = SimulatedLoop(moments)
    loop.run_until_complete(_found(disk))
    loop.close()
    return disk.durable


async def _found(disk: VirtualDisk) -> None:
    store = store_on(disk, KINDS)
    await store.open()
    await store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(SCHOOL), None))
    joined = STARTS - timedelta(days=14)
    for number in (SITI, BUDI, RINI):
        one = replace(teacher(number), school=SCHOOL.id, shown_name=f"Guru {number}")
        await put(store, shipped_world(), replace(one, joined_at=joined, school_terms=2))
    for number in (MADE, SARI):
        await put(store, shipped_world(), teacher(number))
    await store.count(PEOPLE)
    await store.close()


@contextmanager
def causes_noted() -> Iterator[None]:
    """Have every call the bot makes by itself bear the name of its reason."""
    post = Dispatcher._post

    async def told(self: Dispatcher, source: Any, message: Any, hand: Any) -> Any:
        mark = CAUSE.set(f"{source.name}|{message.key}")
        try:
            return await post(self, source, message, hand)
        finally:
            CAUSE.reset(mark)

    with ExitStack() as stack:
        stack.enter_context(patch.object(Dispatcher, "_post", told))
        yield
