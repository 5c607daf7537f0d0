"""Moves the clock the way time passes: with a stop at every moment at which something is due.

What is due is told by an agenda that whoever starts the simulator may hand in; without one the clock
jumps straight to its target. Must not know what the bot sends, nor why.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.simulator.clock import Clock

SHORTLY_BEFORE = timedelta(seconds=4)
"""How long before a message the clock stops, so that whoever looks sees it arrive."""

HORIZON = timedelta(days=366)
"""How far ahead a message is looked for."""

STOPS_MOST = 2_000
"""Stops of one journey; what never gets done must not hold the clock for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """The next moment at which something is due: when, for whom, and for whom it is a milestone."""

    moment: datetime
    people: frozenset[int] = frozenset()
    milestones: frozenset[int] = frozenset()

    def falls_to(self, people: frozenset[int], *, milestone: bool) -> bool:
        """Say whether one of these people gets something; with ``milestone`` only such a thing counts."""
        return bool(people & (self.milestones if milestone else self.people))


class Agenda(Protocol):
    """What whoever stands behind the bot knows of the time to come."""

    async def coming(self, after: datetime) -> Coming | None:
        """Return what is due next after a moment (aware, UTC); None when nothing is."""
        ...

    async def settle(self) -> None:
        """Return when everything that is due at the clock's moment has been done."""
        ...


@dataclass(frozen=True, slots=True)
class Journey:
    """Moves one clock along one agenda, one journey at a time."""

    clock: Clock
    agenda: Agenda | None = None
    _under_way: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def travel(self, to: datetime) -> None:
        """Go to a later moment and let everything happen that is due on the way."""
        async with self._under_way:
            if self.agenda is None:
                self.clock.set(to)
                return
            await self._pass_stops(self.agenda, to)
            self.clock.set(max(to, self.clock.now()))
            await self.agenda.settle()

    async def travel_to_message(
        self, people: frozenset[int], *, milestone: bool, otherwise: datetime
    ) -> None:
        """Go on until shortly before the next message to one of these people.

        With ``milestone`` only such a message counts; others arrive on the way. Where nothing comes
        within a year, or nothing is known, the target is ``otherwise``.
        """
        found: Coming | None = None
        async with self._under_way:
            if self.agenda:
                found = await self._pass_stops(
                    self.agenda, self.clock.now() + HORIZON, (people, milestone)
                )
        if found is None:
            await self.travel(max(otherwise, self.clock.now()))

    async def _pass_stops(
        self,
        agenda: Agenda,
        to: datetime,
        wanted: tuple[frozenset[int], bool] | None = None,
    ) -> Coming | None:
        """Stop wherever something is due before a moment; end shortly before what is wanted."""
        for _ in range(STOPS_MOST):
            coming = await agenda.coming(self.clock.now())
            if coming is None or coming.moment > to:
                return None
            if wanted and coming.falls_to(wanted[0], milestone=wanted[1]):
                self.clock.set(max(coming.moment - SHORTLY_BEFORE, self.clock.now()))
                return coming
            self.clock.set(max(coming.moment, self.clock.now()))
            await agenda.settle()
        return None
