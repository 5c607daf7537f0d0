"""Makes a coordinator's weekly digest at the moment it is sent, from her teachers as they are now."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.chat.model import Screen
from bot.chat.screens.roster.messages import digest_screen
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.person.person import Person
from bot.domain.roster.roster import Roster, row_of
from bot.domain.roster.roster import roster_of as listed
from bot.domain.roster.weekly_digest import week_of
from bot.domain.school.access import Rights
from bot.domain.school.school import School
from bot.store.base import Store
from bot.store.teachers import teachers

DrawDigest = Callable[[Person, datetime], Awaitable[Screen | None]]
"""Returns the digest of a coordinator, None when there is nothing to tell."""


async def no_digest(_person: Person, _now: datetime) -> Screen | None:
    """Tell nothing: for a bot without schools."""
    return None


def digest_of(store: Store, world: World, rights: Callable[[], Rights]) -> DrawDigest:
    """Return what makes the digests of a store."""

    async def digest(person: Person, now: datetime) -> Screen | None:
        schools = rights().schools_of(person.id)
        rosters = [await roster_of(store, world, school, now) for school in schools]
        week = week_of(rosters)
        s = TurnContext(person=person, world=world, now=now)
        return digest_screen(s, schools, week) if week.teachers else None

    return digest


async def roster_of(store: Store, world: World, school: School, now: datetime) -> Roster:
    """Return the teachers of a school by name, as far as its coordinator may know of them."""
    calendar = school.calendar(world.calendar)
    rows = [
        row_of(person, school, world.programme, calendar, now)
        async for person in teachers(store, school.id)
    ]
    return listed(rows, school, calendar, now)
