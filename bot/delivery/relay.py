"""From a person's document into the outbox: confirmed broadcasts and letters become deliveries.

Every step may be repeated after a crash: chunks and heads are written only if they are not there,
and the head comes last, because it makes the broadcast exist. Only then the person's document
lets go of it.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.cluster.notifier import Notifier
from bot.delivery.broadcasts import chunks_in
from bot.delivery.erasure import forget, step_down
from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.batch import Batch, chunk_key, chunks_of
from bot.domain.broadcast.broadcast import Announced, Broadcast, Content, Recipient, Reply
from bot.domain.person.person import Person
from bot.domain.roster.roster import Roster
from bot.domain.school.access import Action, Rights
from bot.domain.school.audit import Entry
from bot.domain.school.school import School, SchoolId
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Keep, Put, Store, Write
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.people import PEOPLE

log = structlog.stdlib.get_logger(__name__)

QUOTED = 200
"""Characters of a broadcast that stand above the answer to it."""

FindRoster = Callable[[SchoolId, datetime], Awaitable[Roster | None]]
Note = Callable[[SchoolId, Entry], Awaitable[None]]
"""Adds an act to the audit log of a school."""


@dataclass(frozen=True, slots=True)
class Relay:
    """Fills the outbox of one store."""

    store: Store
    rights: Callable[[], Rights]
    roster: FindRoster
    note: Note
    clock: Callable[[], datetime]
    notifier: Notifier = field(default_factory=Notifier)
    names: Callable[[Roster], Mapping[int, str]] = lambda _: {}
    """How teachers are named where some have one name; others by their own."""

    async def take_from(self, writer: int) -> bool:
        """Take everything a person has for the outbox; say whether all of it could go on its way."""
        person = await self.store.get(PEOPLE, str(writer))
        if person is None or not (person.announced or person.letters):
            return True
        for announced in person.announced:
            await self.expand(announced)
        posted = [await self._post(person, letter) for letter in person.letters]
        taken = {one.broadcast.id for one in person.announced} | {one.id for one in person.letters}

        def decide(known: Person | None) -> tuple[Write[Person], Person | None]:
            if known is None:
                return Keep(), None
            announced = tuple(one for one in known.announced if one.broadcast.id not in taken)
            letters = tuple(one for one in known.letters if one.id not in taken)
            return Put(replace(known, announced=announced, letters=letters)), known

        known = await self.store.update(PEOPLE, str(writer), decide)
        if known is None:  # deleted meanwhile, so what was just written is taken back
            await forget(self.store, self.notifier, writer, self.clock())
        elif not known.may_be_stored:
            await step_down(self.store, self.notifier, writer, self.clock())
        return all(posted)

    async def expand(self, announced: Announced) -> None:
        """Write the deliveries of a broadcast and then its head, unless it is there."""
        broadcast = announced.broadcast
        if await self.store.get(BROADCASTS, broadcast.id):
            return
        if broadcast.is_letter:
            broadcast = replace(broadcast, sender=await self._named(broadcast))
        head = await self._with_chunks(broadcast, announced.recipients, broadcast.made_at)
        if broadcast.disturbed:
            await self.note(broadcast.school, _loud(broadcast))
        await self.store.update(
            BROADCASTS, head.id, lambda known: (Keep() if known else Put(head), None)
        )
        log.info("broadcast_taken", broadcast=head.id, recipients=head.total)

    async def _named(self, letter: Broadcast) -> str:
        """Return how the writer of a letter is named to its reader, told apart from her namesakes."""
        school = self.rights().schools.get(letter.school)
        roster = await self.roster(letter.school, self.clock())
        if school is None or roster is None or school.coordinator(letter.by):
            return letter.sender
        return self.names(roster).get(letter.by, letter.sender)

    async def find_recipients(self, broadcast: Broadcast) -> Broadcast:
        """Return a repeated broadcast with the deliveries to those who are meant by now."""
        roster = await self.roster(broadcast.school, self.clock())
        found = selected(broadcast.audience, roster).recipients if roster else ()
        return await self._with_chunks(broadcast, found, broadcast.due or self.clock())

    async def _with_chunks(
        self, broadcast: Broadcast, recipients: tuple[Recipient, ...], at: datetime
    ) -> Broadcast:
        """Write its chunks, and one line in the log whose moment is the same however often it runs."""
        chunks = chunks_of(broadcast.id, recipients)
        for chunk in chunks:
            await self._add(chunk)
        if not broadcast.is_letter:
            entry = Entry(
                at=at,
                by=broadcast.by,
                action=Action.BROADCAST,
                count=len(recipients),
                about=broadcast.id,
            )
            await self.note(broadcast.school, entry)
        return replace(broadcast, chunks=len(chunks), total=len(recipients))

    async def _add(self, chunk: Batch) -> None:
        key = chunk_key(chunk.broadcast, chunk.number)
        await self.store.update(CHUNKS, key, lambda known: (Keep() if known else Put(chunk), None))

    async def _post(self, writer: Person, letter: Reply) -> bool:
        """Make a broadcast to one person of an answer; say whether she may still be answered."""
        answered = None
        # What she answered may be lost; her next letter is not.
        with suppress(DocumentDamaged, DocumentTooNew):
            answered = await self.store.get(BROADCASTS, letter.answers)
        school = self.rights().schools.get(answered.school) if answered else None
        if answered is None or school is None or not await self._got(answered, writer.id):
            log.warning("letter_not_taken", writer=writer.id, answers=letter.answers)
            return False
        name = name_in(school, writer)
        receiver = await self._receiver(answered, school)
        if name is None or receiver is None:
            log.warning("letter_not_taken", writer=writer.id, answers=letter.answers)
            return False
        head = Broadcast(
            id=letter.id,
            school=school.id,
            school_name=school.name,
            by=writer.id,
            sender=name,
            content=Content(medium=letter.medium, text=letter.text, file=letter.file),
            made_at=letter.at,
            due=letter.at,
            important=True,
            answers=letter.answers,
            quote=answered.content.plain[:QUOTED],
        )
        await self.expand(Announced(broadcast=head, recipients=(receiver,)))
        return True

    async def _got(self, answered: Broadcast, writer: int) -> bool:
        chunks = await chunks_in(self.store, answered)
        return any(one.person == writer for chunk in chunks for one in chunk.deliveries)

    async def _receiver(self, answered: Broadcast, school: School) -> Recipient | None:
        """Return who wrote what is answered; for a coordinator who left, another one."""
        person = await self.store.get(PEOPLE, str(answered.by))
        name = name_in(school, person) if person else None
        if person and name:
            return Recipient(person.id, name)
        if not answered.is_letter and school.coordinators:
            return Recipient(school.coordinators[0].id, school.coordinators[0].name)
        return None


def _loud(broadcast: Broadcast) -> Entry:
    """Return the line of the log on how many a broadcast was confirmed to reach in quiet hours."""
    return Entry(
        at=broadcast.made_at,
        by=broadcast.by,
        action=Action.DISTURB,
        count=broadcast.disturbed,
        about=broadcast.id,
    )


def name_in(school: School, person: Person) -> str | None:
    """Return the name under which somebody is known in a school; None if she is not in it."""
    if known := school.coordinator(person.id):
        return known.name
    return (person.shown_name or str(person.id)) if person.school == school.id else None
