"""Two schools with everybody who may have to do with them, for the matrix of rights. Tests nothing."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.app.directory import Directory
from bot.app.looks import Looks
from bot.app.turns import Turns
from bot.chat.model import Event, Incoming, UpdateId
from bot.chat.world import World
from bot.domain.broadcast.batch import Batch, Delivery, Fate, chunk_key
from bot.domain.broadcast.broadcast import (
    Announced,
    Broadcast,
    Content,
    Phase,
    Recipient,
    fingerprint,
)
from bot.domain.broadcast.order import Order
from bot.domain.person.person import Person, PersonId
from bot.domain.person.zone import Zone
from bot.domain.school.school import Coordinator, Handover, Invite, School, SchoolId, fingerprint_of
from bot.reports.painter import Painter
from bot.store.base import Kind, Put, Store, T
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.collection import Collection
from bot.store.tiny.memory import DocumentMemories
from bot.store.tiny.store import TinyStore
from bot.store.writer.process import WriterProcess
from tests.delivery.teachers import teacher

NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
ONE, TWO = SchoolId("aaaaaaaa"), SchoolId("bbbbbbbb")
FIRST = {ONE: 10, TWO: 20}
"""The first id of the people of a school."""

ADMIN, NOBODY, GUEST = 1, 91, 92
SECRET = "x" * 14

ROLES = {
    "nobody": NOBODY,
    "guest": GUEST,
    "teacher": 14,
    "coordinator": 11,
    "former coordinator": 13,
    "admin": ADMIN,
    "teacher of another school": 24,
    "coordinator of another school": 21,
}
"""Who acts, as she is called in the first school."""

OTHER_SIDE = {
    "teacher": "teacher of another school",
    "coordinator": "coordinator of another school",
    "former coordinator": "former coordinator of another school",
    "teacher of another school": "teacher",
    "coordinator of another school": "coordinator",
}
"""What she is called in the second school."""

PHASES = {
    Order.NOW: Phase.LATE,
    Order.AT: Phase.LATE,
    Order.PAUSE: Phase.SENDING,
    Order.CONTINUE: Phase.PAUSED,
    Order.STOP: Phase.SENDING,
    Order.FAILED_AGAIN: Phase.DONE,
    Order.UNSURE_AGAIN: Phase.DONE,
}
"""How far a broadcast is that takes an order."""


def role_in(school: SchoolId, role: str) -> str:
    """Return what somebody is called as seen from a school."""
    return role if school == ONE else OTHER_SIDE.get(role, role)


def second_coordinator(school: SchoolId) -> int:
    """Return who else coordinates a school."""
    return FIRST[school] + 2


def target(school: SchoolId) -> int:
    """Return a teacher of a school to whom something is done."""
    return FIRST[school] + 5


def handover(school: SchoolId) -> Handover:
    """Return the open one-time link of a school."""
    return Handover(
        fingerprint=fingerprint_of(SECRET + school),
        made_by=second_coordinator(school),
        made_at=NOW - timedelta(days=1),
        expires_at=NOW + timedelta(days=6),
    )


def head_id(school: SchoolId, order: Order) -> str:
    """Return the id of the broadcast that takes an order."""
    return fingerprint(school, order)


def _school(school: SchoolId) -> School:
    first = FIRST[school]
    return School(
        id=school,
        name=f"SDN {first}",
        zone=Zone.WIB,
        npsn=f"201000{first}",
        coordinators=(Coordinator(first + 1, "Made"), Coordinator(first + 2, "Yosef")),
        former=(Coordinator(first + 3, "Dewi"),),
        invite=Invite(secret="s" * 22, made_at=NOW - timedelta(days=30)),
        handovers=(handover(school),),
    )


def _people() -> list[Person]:
    found = [teacher(ADMIN)]
    for school, first in FIRST.items():
        found += [teacher(first + number) for number in (1, 2, 3)]
        found += [
            replace(
                teacher(first + number), school=school, shown_name=f"Guru {number}", joined_at=NOW
            )
            for number in (4, 5)
        ]
    guest = teacher(GUEST)
    assert guest.consent
    found.append(replace(guest, consent=replace(guest.consent, withdrawn_at=NOW)))
    return found


def _broadcast(school: SchoolId, order: Order) -> tuple[Broadcast, Batch]:
    key, failed = head_id(school, order), order is Order.FAILED_AGAIN
    outcome = Fate.REFUSED if failed else Fate.UNKNOWN
    return Broadcast(
        id=key,
        school=school,
        school_name="SDN",
        by=FIRST[school] + 1,
        sender="Made",
        content=Content(text="Rapat Senin"),
        made_at=NOW - timedelta(days=1),
        phase=PHASES[order],
        chunks=1,
        total=3,
    ), Batch(
        broadcast=key,
        number=0,
        deliveries=(
            Delivery(person=target(school), name="Guru 5", outcome=outcome),
            *(
                Delivery(person=FIRST[school] + number, name="Lain", outcome=Fate.SENT)
                for number in (1, 4)
            ),
        ),
    )


def announced(school: SchoolId, by: int, to: Recipient, shares: str | None = None) -> Announced:
    """Return a new message of somebody's to one person; with ``shares`` it shows an evaluation."""
    head = Broadcast(
        id=fingerprint(school, str(by), "new"),
        school=school,
        school_name="SDN",
        by=by,
        sender="Made",
        content=Content(text="Rapat Selasa"),
        made_at=NOW,
        due=NOW,
        shares=shares,
    )
    return Announced(broadcast=head, recipients=(to,))


_FILLED: dict[str, dict[str, bytes]] = {}
"""What the stores of all worlds keep at first, by its kind, once the first of them is filled."""


@dataclass
class RightsWorld:
    """Both schools in a store in memory, with everything that acts on them."""

    world: World
    updates: "count[int]" = field(default_factory=lambda: count(1))

    async def open(self) -> "RightsWorld":
        """Fill the store."""
        self.kept = {kind.name: DocumentMemories() for kind in KINDS}
        for name, contents in _FILLED.items():
            self.kept[name]._contents.update(contents)
        collections = [Collection(kind, self.kept[kind.name]) for kind in KINDS]
        self.store: Store = TinyStore(None, collections, WriterProcess(), 0.0)
        await self.store.open()
        if not _FILLED:
            await self._fill()
            _FILLED.update({name: dict(kept._contents) for name, kept in self.kept.items()})
        directory = Directory(self.store, frozenset({ADMIN}))
        await directory.load()
        self.turns = Turns(self.store, self.world, lambda: NOW, directory, lambda: "bot")
        no_painter = Painter(most_waiting=0)
        self.looks = Looks(self.store, self.world, directory, no_painter, asyncio.Lock())
        return self

    async def _fill(self) -> None:
        for school in FIRST:
            await self.put(SCHOOLS, school, _school(school))
            for order in Order:
                head, chunk = _broadcast(school, order)
                await self.put(BROADCASTS, head.id, head)
                await self.put(CHUNKS, chunk_key(head.id, 0), chunk)
        for person in _people():
            await self.put(PEOPLE, str(person.id), person)

    async def put(self, kind: Kind[T], key: str, value: T) -> None:
        """Store a document."""
        await self.store.update(kind, key, lambda _: (Put(value), None))

    def documents(self, but: int | None = None) -> dict[tuple[str, str], bytes]:
        """Return everything stored, as it is kept, without the document of somebody."""
        return {
            (name, key): content
            for name, kept in self.kept.items()
            for key, content in kept._contents.items()
            if (name, key) != (PEOPLE.name, str(but))
        }

    def incoming(self, person: PersonId, event: Event) -> Incoming:
        """Return an event as it comes from Telegram."""
        return Incoming(update=UpdateId(next(self.updates)), person=person, event=event)

    async def stand(self, person: int, screen: str, *args: str, **kept: str) -> None:
        """Have somebody stand at a place, where she is stored."""
        known = await self.store.get(PEOPLE, str(person))
        if known:
            draft = {"asked": str(int(NOW.timestamp())), **kept}
            standing = known.at(screen, *args, draft=draft)
            await self.put(PEOPLE, str(person), replace(standing, seen_at=NOW))

    async def invite(self, person: int, code: str) -> None:
        """Have somebody come by a link."""
        known = await self.store.get(PEOPLE, str(person))
        if known:
            await self.put(PEOPLE, str(person), replace(known, invited=code))


def person_id(role: str) -> PersonId:
    """Return who plays a role."""
    return PersonId(ROLES[role])
