"""Registered teachers, a clock moved by hand and a post that remembers, for tests of the outbox.

Must not decide what is right; the tests do.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.chat.model import Screen, Shown
from bot.chat.way_on import what_to_propose
from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher, Post
from bot.delivery.sources.digest import DrawDigest, no_digest
from bot.delivery.sources.reminder import Reminders
from bot.domain.broadcast.verdict import HELD_BACK, RetryAt, Sent, StillDue, Verdict
from bot.domain.person.person import CONSENT_VERSION, Address, Consent, Person, PersonId
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import SchoolLevel
from bot.domain.reminders.outbound import Rhythm, Wishes
from bot.domain.reminders.reminder import with_due
from bot.domain.school.access import Rights
from bot.store.base import Keep, Put, Store
from bot.store.codec.people import PEOPLE

REGISTERED = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)
"""Monday, 3 August 2026, 09.00 WIB: the evaluation opens on 3 November, with a word on 31 October."""

OPENING = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
"""Tuesday, 3 November 2026, 15.30 WIB: the opening day, and the hour of everyone who kept it."""

OFF = Wishes(rhythm=Rhythm.OFF)
"""Only the evaluation's messages."""


def teacher(number: int, wishes: Wishes = OFF) -> Person:
    """A teacher who registered and did nothing since."""
    return Person(
        id=PersonId(number),
        consent=Consent(version=CONSENT_VERSION, given_at=REGISTERED),
        seen_at=REGISTERED,
        address=Address.MADAM,
        level=SchoolLevel.SD,
        zone=Zone.WIB,
        wishes=wishes,
    )


async def put(store: Store, world: World, person: Person, now: datetime = REGISTERED) -> None:
    """Store a person with the moment of her next message, as a turn does."""
    has_step = what_to_propose(person, world) is not None
    planned = with_due(person, None, world.calendar, now, has_step=has_step)
    await store.update(PEOPLE, str(person.id), lambda _: (Put(planned), None))


async def stored(store: Store, number: int) -> Person:
    """Return the person as she is stored."""
    person = await store.update(PEOPLE, str(number), lambda person: (Keep(), person))
    assert person is not None
    return person


@dataclass(slots=True)
class HandClock:
    """A clock that stands still until it is moved."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Move by days, hours or minutes, also backwards."""
        self.now += timedelta(**by)


@dataclass(slots=True)
class Letterbox:
    """Takes every message, remembers it, and gives the verdict that lies ready for the person."""

    verdicts: dict[int, Verdict] = field(default_factory=dict)
    errors: dict[int, Exception] = field(default_factory=dict)
    letters: list[tuple[int, Screen]] = field(default_factory=list)

    async def post(self, person: PersonId, screen: Shown, wanted: StillDue) -> Verdict:
        """Remember one message, if it is still wanted."""
        assert isinstance(screen, Screen)
        if not await wanted():
            return RetryAt(OPENING, HELD_BACK)
        self.letters.append((person, screen))
        if person in self.errors:
            raise self.errors[person]
        return self.verdicts.get(person, Sent(len(self.letters)))

    def to(self, person: int) -> int:
        """Count the messages to one person."""
        return sum(receiver == person for receiver, _ in self.letters)


@dataclass(frozen=True, slots=True)
class Dying:
    """A post that takes the message, and then the process ends before anything is recorded."""

    box: Letterbox

    async def post(self, person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        """Take one message, and die."""
        verdict = await self.box.post(person, shown, wanted)
        if isinstance(verdict, Sent):
            raise asyncio.CancelledError
        return verdict


def new_sender(
    store: Store,
    world: World,
    clock: HandClock,
    post: Post,
    *,
    stop: asyncio.Event | None = None,
    rights: Callable[[], Rights] = Rights,
    digest: DrawDigest = no_digest,
) -> Dispatcher:
    """Return what a new process would send reminders with."""
    reminders = Reminders(store=store, clock=clock, world=world, rights=rights, digest=digest)
    return Dispatcher(clock=clock, post=post, stop=stop or asyncio.Event(), sources=(reminders,))


@dataclass(frozen=True, slots=True)
class Looking:
    """A source that has nothing to send, and tells when it is looked at."""

    looked: Callable[[], None]
    name: str = "looking"

    async def round(self, dispatcher: Dispatcher) -> Counter[str]:
        """Tell of it."""
        del dispatcher
        self.looked()
        return Counter()
