"""The end of a world: nothing more goes wrong, days pass, everybody is answered; and what is left on the disk.

Also what must hold at every start: no half of a commit.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.broadcast.batch import chunk_key
from bot.simulator.people_side import acts
from bot.simulator.world import World
from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import TinyStore
from tests.simulation.disk import Place, VirtualDisk, store_on
from tests.simulation.ledger import Ledger
from tests.simulation.letters import document
from tests.simulation.life import Life
from tests.simulation.loop import SimulatedLoop
from tests.simulation.moments import Chance, Moments
from tests.simulation.plan import PEOPLE, SILENCE
from tests.simulation.town import Town

MORNINGS = 2
CALM_SECONDS = 6.0
"""How long the bot is watched each morning."""

SILENT_SECONDS = 30.0
"""Longer than any silence that Telegram wants: a machine that sleeps does not wait."""

ANSWER_SECONDS = 60
"""A poll whose answer is lost is given up after forty."""

MORNING = timedelta(hours=2, minutes=10)
"""Ten past nine in WIB, after midnight in UTC."""

OF_A_DISK = frozenset(
    {
        "not_saving",
        "tick_failed",
        "message_not_claimed",
        "broadcast_interrupted",
        "turn_not_saved",
        "message_failed",
        "delivery_failed",
    }
)
"""What may be logged as an error while nothing can be saved."""


@dataclass(slots=True)
class Ending:
    """Brings one world to its end."""

    ledger: Ledger
    disk: VirtualDisk
    world: World
    moments: Moments
    town: Town
    is_over: bool = False
    under_way: list[dict[Place, bytes | None]] = field(default_factory=list)
    """What the commits wanted that had not ended when their process did."""

    _facts: dict[str, set[Any]] = field(default_factory=dict)
    """What the index of the last life knew."""

    async def come(self, life: Life) -> None:
        """Wait until all steps are done; then let days pass, ask for an answer, and end the process."""
        await self.town.done()
        self.town.disarm()
        for person in PEOPLE:
            acts.block(self.world, person, blocked=False)
        was_silenced = any(step.what == SILENCE for step in self.town.plan.steps)
        await asyncio.sleep(SILENT_SECONDS if was_silenced else 0.0)
        for _ in range(MORNINGS):
            self._sleep_till_morning()
            await asyncio.sleep(CALM_SECONDS)
        await self._ask_everybody()
        self.is_over = True
        life.stop.set()
        await asyncio.sleep(60.0)

    def _sleep_till_morning(self) -> None:
        now = datetime.fromtimestamp(self.moments.true(), UTC)
        morning = datetime(now.year, now.month, now.day, tzinfo=UTC) + MORNING
        morning += timedelta(days=1) if morning <= now else timedelta()
        self.moments.sleep((morning - now).total_seconds())

    async def _ask_everybody(self) -> None:
        before = {person: len(self.world.chat(person).log) for person in PEOPLE}
        for person in PEOPLE:
            acts.say(self.world, person, "/bantuan")
        self.town.wire.wake()
        for _ in range(ANSWER_SECONDS):
            await asyncio.sleep(1.0)
            silent = [one for one in PEOPLE if not self._answered(one, before[one])]
            if not silent:
                return
        self.ledger.fault("everybody is answered in the end", *silent)

    def _answered(self, person: int, before: int) -> bool:
        log = list(self.world.chat(person).log)[before:]
        return any(kind != "sent" for kind, _ in log)

    def closed(self, life: Life) -> None:
        """Note what a process knew when it ended in good order."""
        self._facts = facts_of(life.store)

    def whole(self) -> None:
        """Look for halves of commits: of those that were under way, and in what is stored."""
        while self.under_way:
            wanted = self.under_way.pop()
            made = {self._says(*place) == document(content) for place, content in wanted.items()}
            if len(made) > 1:
                self.ledger.fault("a commit is whole or nothing", *wanted)
        for key in self.disk.keys("broadcasts"):
            head = document(self.disk.shown("broadcasts", key))
            for number in range(head.get("chunks") or 0):
                if self.disk.shown("chunks", chunk_key(key, number)) is None:
                    self.ledger.fault("a commit is whole or nothing", key, number)

    def _says(self, kind: str, key: str) -> dict[str, Any]:
        return document(self.disk.shown(kind, key))

    @asynccontextmanager
    async def committing(self, changes: list[Any]) -> AsyncIterator[None]:
        """Note what a commit wants while it is being carried out."""
        wanted = {(one.kind.name, change.key): change.content for one, change in changes}
        self.under_way.append(wanted)
        yield
        self.under_way.remove(wanted)

    def reopened(self) -> None:
        """Look whether another process finds what the last one knew."""
        disk = copy(self.disk)
        disk.ledger = Ledger(self.moments)
        loop, chance = SimulatedLoop(self.moments), Chance(0)
        store = store_on(replace(disk, chance=chance), KINDS)
        report = loop.run_until_complete(store.open())
        loop.run_until_complete(store.close())
        loop.close()
        if report.damaged or report.too_new:
            self.ledger.fault("every document can be read", *report.damaged, *report.too_new)
        for kind, facts in facts_of(store).items():
            if different := facts ^ self._facts.get(kind, set()):
                self.ledger.fault(
                    "the index says what the documents say", kind, *sorted(map(str, different))
                )

    def read(self, logs: list[Any]) -> None:
        """Look for failures in what was logged."""
        had_trouble = any(one["event"] == "not_saving" for one in logs)
        for one in logs:
            is_of_disk = had_trouble and one["event"] in OF_A_DISK
            if one["log_level"] in {"error", "critical"} and not is_of_disk:
                self.ledger.fault(
                    "nothing fails", *(f"{name}={value}" for name, value in one.items())
                )


def facts_of(store: TinyStore) -> dict[str, set[Any]]:
    """Return what a store's index knows, by kind."""
    return {
        name: {(entry.key, entry.facts) for entry in collection.index.entries()}
        for name, collection in store._collections.items()
        if name != "ticks"
    }
