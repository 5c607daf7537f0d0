"""Loads what a turn may know of others before it is decided, and what its screen asks for after it.

Must not decide what is done with it, nor change anything but what is told of a school's levels.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.app.attempt_limit import AttemptLimit
from bot.app.directory import Directory
from bot.app.health import health_of
from bot.app.views.school_reports import SchoolReports
from bot.chat.context import Context, Query
from bot.chat.model import Incoming
from bot.chat.pressing import queried_before
from bot.chat.router import tries_code
from bot.cluster.notifier import Notifier
from bot.delivery.broadcasts import of_school, report_of
from bot.domain.school.access import Action
from bot.domain.school.school import SchoolId
from bot.store.base import Store, Where
from bot.store.codec.people import PEOPLE


@dataclass(frozen=True, slots=True)
class Queries:
    """Answers them from one store."""

    store: Store
    directory: Directory
    reports: SchoolReports
    attempt_limit: AttemptLimit
    notifier: Notifier
    username: Callable[[], str]

    async def before(self, incoming: Incoming, now: datetime) -> Context:
        """Return what the turn may know of others; a code that is tried counts as a try."""
        rights = await self.directory.fresh()
        has_teachers = any(
            self.store.find(PEOPLE, Where(school=school.id))
            for school in rights.schools_of(incoming.person)
        )
        known = Context(
            rights=rights,
            username=self.username(),
            has_teachers=has_teachers,
            unreadable_schools=self.directory.unreadable,
            received=self.notifier.arrivals.latest(incoming.person, now),
        )
        if before := queried_before(incoming.event):
            query, args = before
            if known.rights.may(incoming.person, Action.SEE_TEACHERS, args[0]):
                return await self.answered(known, query, args, now)
        if tries_code(incoming.event, self.reports.world, self.username()):
            opens = self.attempt_limit.lets_try(incoming.person, now)
            return replace(known, doors_closed=not opens)
        return known

    async def after(
        self, known: Context, query: Query | None, args: tuple[str, ...], now: datetime
    ) -> Context:
        """Return what the screen of a turn may know: schools and rights as they are once it is saved."""
        rights = await self.directory.fresh()
        known = replace(known, rights=rights, unreadable_schools=self.directory.unreadable)
        return await self.answered(known, query, args, now)

    async def answered(
        self, known: Context, query: Query | None, args: tuple[str, ...], now: datetime
    ) -> Context:
        """Return what is known with the answer to a query of a place with these arguments."""
        if query is Query.HEALTH:
            return replace(known, health=await health_of(self.store, now))
        if query is None or not args:
            return known
        school = SchoolId(args[0])
        match query:
            case Query.COUNT:
                count = len(self.store.find(PEOPLE, Where(school=school)))
                found = self.directory.rights.schools.get(school)
                code = found.teacher_code if found else None
                pending = len(self.store.find(PEOPLE, Where(invited=code))) if code else 0
                return replace(known, count=count, pending=pending)
            case Query.ROSTER:
                return replace(known, roster=await self.reports.roster(school, now))
            case Query.RECAP:
                counted = await self.reports.count(school, now)
                return replace(known, recap=counted[1] if counted else None)
            case Query.AUDIT:
                return replace(known, audit=await self.directory.log(school, now))
            case Query.BROADCAST:
                found_one = await report_of(self.store, school, args[1]) if args[1:] else None
                return replace(known, broadcast=found_one)
            case Query.BROADCAST_TO:
                known = await self.answered(known, Query.BROADCAST, args, now)
                return await self.answered(known, Query.ROSTER, args, now)
            case Query.BROADCASTS:
                return replace(known, broadcasts=await of_school(self.store, school))
            case _:
                assert_never(query)
