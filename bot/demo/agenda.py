"""Tells the demo's clock what the bot has to do next, and does what is due when the clock stops there.

For a handful of pretend people: it reads all of them each time. Must not decide what is sent.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter

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
        found = [one async for one in self._due(self.parts, after) if one.moment > after]
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

    async def _due(self, parts: Wiring, after: datetime) -> AsyncIterator[Coming]:
        until = (after + HORIZON).timestamp()
        async for one in self._to_people(parts, after, until):
            yield one
        for key in await parts.store.find(REQUESTS, REQUEST_DUE.up_to(until)):
            if ask := await parts.store.get(REQUESTS, key):
                yield Coming(moment=ask.due_at, people=frozenset(ask.waiting))
        for key in await parts.store.find(BROADCASTS, BROADCAST_DUE.up_to(until)):
            broadcast = await parts.store.get(BROADCASTS, key)
            if broadcast and broadcast.due:
                teachers = await parts.store.find(PEOPLE, PERSON_SCHOOL.equals(broadcast.school))
                yield Coming(moment=broadcast.due, people=frozenset(map(int, teachers)))

    async def _to_people(
        self, parts: Wiring, after: datetime, until: float
    ) -> AsyncIterator[Coming]:
        """Yield the first messages to single people; what comes after them need not be planned yet."""
        keys = await parts.store.find(PEOPLE, PERSON_DUE.up_to(until))
        people = [person for key in keys if (person := await parts.store.get(PEOPLE, key))]
        dated = [(due, one) for one in people if (due := one.outbound.due_at) and due > after]
        first: datetime | None = None
        for due_at, person in sorted(dated, key=itemgetter(0)):
            if first and due_at > first:
                return
            if planned := parts.planner.plan(person, due_at):
                first = due_at
                # A date that the rules would move means no message: the clock stops, nobody is named.
                leaves = planned.moment <= due_at
                named = frozenset({int(person.id)}) if leaves else frozenset[int]()
                is_milestone = planned.topic in MILESTONES
                yield Coming(
                    moment=due_at,
                    people=named,
                    milestones=named if is_milestone else frozenset(),
                )
