"""A coordinator who has asked for reminders, and what carries her wishes out. Tests nothing."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher, Post
from bot.delivery.planner import Planner
from bot.delivery.sources.request import Requests
from bot.domain.person.person import Person
from bot.domain.roster.nudge_request import NudgeRequest, TeacherGroup
from bot.domain.school.access import Rights
from bot.domain.school.audit import AuditEntry
from bot.domain.school.school import SchoolId
from bot.store.codec.requests import REQUESTS
from bot.store.tiny.store import TinyStore
from tests.delivery.schools import MADE, RIGHTS, keep, keep_wish, wish
from tests.delivery.teachers import HandClock, Letterbox, stored, teacher


@dataclass
class Desk:
    """Everything a test of wishes needs."""

    store: TinyStore
    world: World
    clock: HandClock
    box: Letterbox = field(default_factory=Letterbox)
    entries: list[tuple[SchoolId, AuditEntry]] = field(default_factory=list)
    rights: Rights = RIGHTS

    def nudges(self, post: Post | None = None) -> Dispatcher:
        """Return what a new process would carry out wishes with."""
        planner = Planner(self.world, lambda: self.rights)
        requests = Requests(store=self.store, clock=self.clock, planner=planner, note=self.note)
        return Dispatcher(
            clock=self.clock,
            post=post or self.box.post,
            stop=asyncio.Event(),
            sources=(requests,),
        )

    async def note(self, school: SchoolId, entry: AuditEntry) -> None:
        self.entries.append((school, entry))

    async def ask(self, *people: Person, group: TeacherGroup = TeacherGroup.NOT_BEGUN) -> None:
        """Store these teachers and a wish to remind them."""
        for person in people:
            await keep(self.store, person)
        asked = wish(self.clock.now, tuple(person.id for person in people), group)
        await keep(self.store, teacher(MADE))
        await keep_wish(self.store, asked)

    async def asked(self) -> tuple[NudgeRequest, ...]:
        """Return the wishes that are not finished."""
        found: tuple[NudgeRequest, ...] = ()
        for key in await self.store.find(REQUESTS):
            if one := await self.store.get(REQUESTS, key):
                found = (*found, one)
        return found

    async def change(self, number: int, change: Callable[[Person], Person]) -> None:
        """Change a stored person."""
        changed = change(await stored(self.store, number))
        await keep(self.store, changed)

    @property
    def result(self) -> str:
        """What the coordinator was told last."""
        return [screen.text for person, screen in self.box.letters if person == MADE][-1]
