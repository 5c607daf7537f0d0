"""One world from its seed to its end: lives of the bot, one after another, and what they left.

`simulate` is all that others need.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from structlog.testing import capture_logs

from bot.chat.model import Incoming
from bot.delivery.dispatcher import Dispatcher
from bot.store.tiny.commit.commits import JointCommits
from tests.simulation.disk import VirtualDisk
from tests.simulation.ending import Ending
from tests.simulation.founding import founded
from tests.simulation.ledger import LAST, Ledger
from tests.simulation.letters import LetterPromises, OrderPromises
from tests.simulation.life import Course, Life
from tests.simulation.loop import Killed, SimulatedLoop
from tests.simulation.moments import STARTS, Chance, Moments, reigning
from tests.simulation.plan import Deed, Plan, plan_of
from tests.simulation.promises import TurnPromises
from tests.simulation.town import Town, found_town
from tests.simulation.wire import CAUSE, Wire

MOST_LIVES = 60


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
    with reigning(moments, chance), capture_logs() as logs:
        run = Run(plan, moments, chance)
        with noted(run.ending):
            run.go(logs)
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

    def __init__(self, plan: Plan, moments: Moments, chance: Chance) -> None:
        self.moments = moments
        self.ledger = Ledger(moments)
        self.disk = VirtualDisk(moments, chance, self.ledger, durable=dict(founded()))
        self.world = found_town(moments)
        self.wire = Wire(moments, chance, self.ledger, self.world)
        self.town = Town(plan, moments, chance, self.ledger, self.world, self.wire, self.disk)
        self.turns = TurnPromises(self.ledger, self.disk, self.world)
        self.letters = LetterPromises(self.ledger, self.disk, moments)
        self.letters.clock_was_moved = any(one.deed is Deed.JUMP for one in plan.steps)
        self.orders = OrderPromises(self.ledger, self.disk)
        self.ending = Ending(self.ledger, self.disk, self.world, moments, self.town)
        self.lives = 0
        self._listen()

    def _listen(self) -> None:
        self.wire.confirms = self.turns.confirms
        self.wire.leaves.append(self.letters.leaves)
        self.wire.arrives.append(self.letters.arrives)
        self.wire.answers.append(self.letters.answered)
        self.turns.on_end = self.orders.turn_ended
        self.ledger.watchers += [self.orders.wrote, self.letters.wrote]
        self.ledger.listeners.append(self.orders.asked)

    def go(self, logs: list[Any]) -> None:
        """Let the bot live until all steps are done and it has come to rest."""
        self.town.begin()
        while not self._lived():
            if self.lives > MOST_LIVES:
                self.ledger.fault("it starts again", self.lives)
                return
        self.letters.settled()
        self.ending.reopened()
        self.ending.read(logs)

    def _lived(self) -> bool:
        """Let one process live; say whether it was the last."""
        self.lives += 1
        self.ledger.note("life", self.lives)
        self.turns.born()
        self.disk.was_full = False
        self.ending.whole()
        loop = SimulatedLoop(self.moments)
        loop.set_exception_handler(self._on_error)
        life = Life(self.moments, self.disk, self.wire, self._took)
        self.town.restart = life.stop.set
        self.town.alive = True
        try:
            loop.run_until_complete(self._end(life))
        except Killed:
            edge = getattr(life, "edge", None)
            self.letters.killed(int(edge.limiter.paused_for) if edge else 0)
            self._bury(loop)
            life.store._release()
            return False
        self.ending.closed(life)
        self.letters.ended()
        self._left(loop)
        self.moments.forget_the_dead()
        self.wire.forget_poll()
        return self.ending.is_over

    def _left(self, loop: SimulatedLoop) -> None:
        """Look for tasks that nobody has ended."""
        if (
            self.disk.was_full
        ):  # what could not be written down went with the process, as in a crash
            self.letters.kills += 1
        for task in () if self.disk.was_full else asyncio.all_tasks(loop):
            self.ledger.fault(
                "nothing outlives the process", getattr(task.get_coro(), "__qualname__", "?")
            )
        loop.bury()

    async def _end(self, life: Life) -> None:
        living = asyncio.ensure_future(life.live())
        watching = asyncio.ensure_future(self.ending.come(life))
        await asyncio.wait({living, watching}, return_when=asyncio.FIRST_COMPLETED)
        if watching.done():
            watching.result()
        watching.cancel()
        await living

    def _bury(self, loop: SimulatedLoop) -> None:
        self.ledger.note("killed")
        self.town.alive = False
        self.disk.crash(power=self.town.power)
        self.moments.forget_the_dead()
        self.wire.deaf = True
        loop.bury()
        self.moments.forget_the_dead()
        self.disk.crash(power=True)
        self.wire.forget_poll()
        self.wire.deaf = False
        self.moments.outlive(self.town.down)

    def _took(self, incoming: Incoming, course: Course) -> None:
        self.letters.took(incoming, course)
        self.turns.took(incoming, course)

    def _on_error(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.ledger.fault("no task fails", context.get("message"), repr(context.get("exception")))


@contextmanager
def noted(ending: Ending) -> Iterator[None]:
    """Have every call the bot makes by itself bear the name of its reason, and every commit told of."""
    post, carry_out = Dispatcher._post, JointCommits._carry_out

    async def carried_out(self: JointCommits, changes: list[Any]) -> None:
        async with ending.committing(changes):
            await carry_out(self, changes)

    async def told(self: Dispatcher, source: Any, message: Any, hand: Any) -> Any:
        mark = CAUSE.set(f"{source.name}|{message.key}|{message.person}")
        try:
            return await post(self, source, message, hand)
        finally:
            CAUSE.reset(mark)

    with (
        patch.object(Dispatcher, "_post", told),
        patch.object(JointCommits, "_carry_out", carried_out),
    ):
        yield
