"""Somebody who stays away, a clock that passes days, and all that follows from it. Decides nothing."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.app.directory import Directory
from bot.app.lapsing import Lapsing
from bot.app.retention import Expiry
from bot.app.turns import Turns
from bot.chat.model import Command, Event, Incoming, Press, Reached, Screen, UpdateId
from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planner import Planner
from bot.delivery.sources.lapse import LapseNotices
from bot.domain.broadcast.verdict import Verdict
from bot.domain.person.person import Person, PersonId
from bot.domain.school.school import School
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import memory_store
from tests.delivery.schools import SCHOOL
from tests.delivery.teachers import REGISTERED, HandClock, Letterbox, teacher

SARI = 7
TICKS = (7, 6, 6, 5)
"""Hours to the next: at 16.00, after the hour of most; at 22.00 and 04.00, in the night; at 09.00."""


@dataclass
class Away:
    """A bot with one teacher, who registered and was not seen since; its days pass by hand."""

    world: World
    who: Person = field(default_factory=lambda: teacher(SARI))
    school: School = SCHOOL
    clock: HandClock = field(default_factory=lambda: HandClock(REGISTERED))
    box: Letterbox = field(default_factory=Letterbox)
    told_admins: list[str] = field(default_factory=list)
    farewells: list[int] = field(default_factory=list)
    updates: int = 0

    async def open(self) -> "Away":
        """Open the store, and keep her and the school in it."""
        self.store = memory_store(KINDS)
        await self.store.open()
        await self.keep(self.who)
        await self.store.update(SCHOOLS, self.school.id, lambda _: (Put(self.school), None))
        directory = Directory(self.store, frozenset({99}))
        await directory.load()
        self.turns = Turns(self.store, self.world, self.clock, directory)
        self.start()
        return self

    def start(self) -> None:
        """Begin a new run of the process."""
        planner = Planner(self.world, self.turns.directory.snapshot)
        self.notices = LapseNotices(store=self.store, clock=self.clock, planner=planner)
        self.dispatcher = Dispatcher(clock=self.clock, post=self.box.post, stop=asyncio.Event())
        texts, tell = self.world.texts, self.told_admins.append
        lapsing = Lapsing(self.turns.commits, texts, tell, self.farewell)
        self.expiry = Expiry(self.store, self.clock, lapsing.sweep)

    async def farewell(self, person: int, _screen: Screen) -> None:
        """Remember who heard that her data are gone."""
        self.farewells.append(person)

    async def keep(self, person: Person) -> None:
        """Store a person as she is."""
        await self.store.update(PEOPLE, str(person.id), lambda _: (Put(person), None))

    async def tick(self) -> None:
        """Do what a trusted tick does about people who stay away."""
        await self.notices.round(self.dispatcher)
        await self.expiry.sweep()

    async def days(self, count: int) -> None:
        """Let days pass from 09.00 WIB on, with four ticks in each."""
        for hours in TICKS * count:
            self.clock.now += timedelta(hours=hours)
            await self.tick()

    async def jump(self, days: int) -> None:
        """Let time pass in which nothing is due, without its ticks."""
        self.clock.now += timedelta(days=days)
        await self.tick()

    async def does(self, event: Event, who: int = SARI) -> str:
        """Let somebody do something; return what she is shown."""
        self.updates += 1
        incoming = Incoming(update=UpdateId(self.updates), person=PersonId(who), event=event)
        shown = await self.turns.handle(incoming)
        return next((one.text for one in shown if isinstance(one, Screen)), "")

    async def sign(self) -> str:
        """Let her tap the button of the notice."""
        return await self.does(Press("privacy:keep"))

    async def block(self) -> None:
        """Let her block the bot."""
        await self.does(Reached(reachable=False))

    async def come_back(self) -> None:
        """Let her unblock the bot."""
        await self.does(Reached(reachable=True))

    async def stored(self) -> Person | None:
        """Return what is kept of her."""
        return await self.store.get(PEOPLE, str(self.who.id))

    def refuse(self, verdict: Verdict) -> None:
        """Have the next messages to her end so."""
        self.box.verdicts[self.who.id] = verdict

    async def stop(self) -> None:
        """Let her stop the bot's messages."""
        await self.does(Command("berhenti"))

    async def change(self, **fields: object) -> None:
        """Store her with some fields as they are given here."""
        known = await self.stored()
        assert known
        await self.keep(replace(known, **fields))  # type: ignore[arg-type] # as the tests give them
