"""Tells the demo's clock what the bot has to do next, and does what is due when the clock stops there.

For a handful of pretend people: it reads all of them each time. Must not decide what is sent.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.sources.broadcaster import Broadcaster
from bot.delivery.ticker import Worker
from bot.domain.reminders.outbound import Topic
from bot.run.wiring import Wiring
from bot.simulator.journey import HORIZON, Coming
from bot.store.codec.broadcasts import BROADCAST_DUE, BROADCASTS
from bot.store.codec.people import PEOPLE, PERSON_DUE, PERSON_SCHOOL
from bot.store.codec.requests import REQUEST_DUE, REQUESTS

FINISH_SECONDS = 10.0
"""How long broadcasts that are due are waited for at one stop of the clock."""

MILESTONES = frozenset({Topic.EVALUATION, Topic.CHECK_BACK, Topic.PLAN})
"""What "Triwulan berikut" stops at: the quarter's evaluation, and what somebody planned herself."""


@dataclass(slots=True)
class DemoAgenda:
    """What is due in the demo. Without a running bot nothing is."""

    parts: Wiring | None = None
    worker: Worker | None = None
    broadcaster: Broadcaster | None = None

    async def coming(self, after: datetime) -> Coming | None:
        """Return what is due next after a moment, everything of that very moment together."""
        if self.parts is None:
            return None
        found = [one async for one in self._all(self.parts, after) if one.moment > after]
        if not found:
            return None
        first = min(one.moment for one in found)
        together = [one for one in found if one.moment == first]
        return Coming(
            moment=first,
            people=frozenset[int]().union(*(one.people for one in together)),
            milestones=frozenset[int]().union(*(one.milestones for one in together)),
        )

    async def settle(self) -> None:
        """Do what is due now: reminders, coordinators' requests, broadcasts."""
        if self.worker:
            await self.worker.tick()
        if self.broadcaster:
            await self.broadcaster.look()
            await self.broadcaster.finish(FINISH_SECONDS)

    async def _all(self, parts: Wiring, after: datetime) -> AsyncIterator[Coming]:
        until = (after + HORIZON).timestamp()
        for key in await parts.store.find(PEOPLE, PERSON_DUE.up_to(until)):
            person = await parts.store.get(PEOPLE, key)
            if person is None:
                continue
            due_at = person.outbound.due_at
            planned = parts.planner.plan(person, due_at) if due_at else None
            if due_at is None or planned is None:
                continue
            # A date that the rules would move means no message: the clock stops, nobody is named.
            leaves = planned.moment <= due_at
            people = frozenset({int(person.id)}) if leaves else frozenset[int]()
            yield Coming(
                moment=due_at,
                people=people,
                milestones=people if planned.topic in MILESTONES else frozenset(),
            )
        for key in await parts.store.find(REQUESTS, REQUEST_DUE.up_to(until)):
            if ask := await parts.store.get(REQUESTS, key):
                yield Coming(moment=ask.due_at, people=frozenset(ask.waiting))
        for key in await parts.store.find(BROADCASTS, BROADCAST_DUE.up_to(until)):
            broadcast = await parts.store.get(BROADCASTS, key)
            if broadcast and broadcast.due:
                teachers = await parts.store.find(PEOPLE, PERSON_SCHOOL.equals(broadcast.school))
                yield Coming(moment=broadcast.due, people=frozenset(map(int, teachers)))
