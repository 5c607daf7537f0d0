"""Loads what a turn may know of others before it is decided, and what its screen asks for after it.

Must not decide what is done with it, nor change anything but what is told of a school's levels.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.app.directory import Directory
from bot.app.looks import Joined, Looks
from bot.app.personal_limits import PersonalLimits
from bot.chat.context import Context, Query, QueryAbout
from bot.chat.model import Incoming, Turn
from bot.chat.pressing import queried_before
from bot.chat.router import needed, tries_code
from bot.cluster.notifier import Notifier
from bot.domain.allowance import LimitedUse
from bot.domain.school.access import AccessRefused
from bot.domain.school.school import SchoolId
from bot.store.base import Store, T
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL
from bot.store.codec.requests import REQUEST_BY, REQUESTS


@dataclass(frozen=True, slots=True)
class Queries:
    """Answers them from one store."""

    store: Store
    directory: Directory
    looks: Looks
    limits: PersonalLimits
    notifier: Notifier
    username: Callable[[], str]

    async def before(self, incoming: Incoming, now: datetime) -> Context:
        """Return what the turn may know of others; a code that is tried counts as a try."""
        rights = await self.directory.fresh()
        schools = rights.schools_of(incoming.person)
        members = [await self.store.find(PEOPLE, PERSON_SCHOOL.equals(one.id)) for one in schools]
        known = Context(
            rights=rights,
            username=self.username(),
            has_teachers=any(members),
            unreadable_schools=self.directory.unreadable,
            received=self.notifier.arrivals.latest(incoming.person, now),
            used_up=self.limits.used_up(incoming.person, now),
            requests=await self._requests(incoming.person) if schools else frozenset(),
        )
        if before := queried_before(incoming.event):
            return await self.answered(known, before, incoming.person, now)
        if tries_code(incoming.event, self.looks.world, self.username()):
            opens = self.limits.take(incoming.person, LimitedUse.CODE, now)
            return replace(known, doors_closed=not opens)
        return known

    async def _requests(self, coordinator: int) -> frozenset[str]:
        """Return the keys of what a coordinator has asked for, as the index knows it."""
        return frozenset(await self.store.find(REQUESTS, REQUEST_BY.equals(coordinator)))

    async def after(self, known: Context, turn: Turn, now: datetime) -> Context:
        """Return what the screen of a turn may know: schools and rights as they are once it is saved."""
        rights, unreadable = await self.directory.fresh(), self.directory.unreadable
        if rights is not known.rights or unreadable != known.unreadable_schools:
            known = replace(known, rights=rights, unreadable_schools=unreadable)
        return await self.answered(known, needed(turn), turn.person.id, now)

    async def answered(
        self, known: Context, asked: QueryAbout | None, actor: int, now: datetime
    ) -> Context:
        """Return what is known with the answer to a query; what is refused stays unknown."""
        if asked is None:
            return known
        if asked.query is Query.HEALTH:
            return replace(known, health=_granted(await self.looks.health(actor, now)))
        return (
            await self._of_school(known, asked, asked.school, actor, now) if asked.school else known
        )

    async def _of_school(
        self, known: Context, asked: QueryAbout, school: SchoolId, actor: int, now: datetime
    ) -> Context:
        match asked.query:
            case Query.COUNT:
                joined = _granted(await self.looks.joined(actor, school)) or Joined(0, 0)
                return replace(known, count=joined.count, pending=joined.pending)
            case Query.ROSTER:
                return replace(
                    known, roster=_granted(await self.looks.teachers(actor, school, now))
                )
            case Query.RECAP:
                return replace(known, recap=_granted(await self.looks.recap(actor, school, now)))
            case Query.AUDIT:
                acts = _granted(await self.looks.acts(actor, school, now))
                return replace(known, audit=acts or ())
            case Query.BROADCAST:
                one = await self.looks.broadcast(actor, school, asked.broadcast)
                return replace(known, broadcast=_granted(one))
            case Query.BROADCAST_TO:
                for query in (Query.BROADCAST, Query.ROSTER):
                    known = await self.answered(known, replace(asked, query=query), actor, now)
                return known
            case Query.BROADCASTS:
                broadcasts = _granted(await self.looks.broadcasts(actor, school))
                return replace(known, broadcasts=broadcasts or ())
            case Query.HEALTH:
                return known
            case _:
                assert_never(asked.query)


def _granted(answer: T | AccessRefused | None) -> T | None:
    """Return what somebody may know; None for what she is refused."""
    return None if isinstance(answer, AccessRefused) else answer
