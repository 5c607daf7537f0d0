"""Carries over what people of older releases hold for others: broadcasts, letters, requests to remind.

Those releases kept it in the person's own document until the outbox took it (``older_person``). Now a
turn writes it at once, so only a start finds any, and each person's goes in one commit. Also finds whom a repeated
broadcast goes to. Must not send anything.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import structlog

from bot.delivery.broadcasts import chunks_in
from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.batch import chunk_key
from bot.domain.broadcast.broadcast import Announced, Broadcast, Recipient, Reply
from bot.domain.broadcast.erasing import stopped
from bot.domain.broadcast.posting import Published, name_in, published, receiver_of, reply_from
from bot.domain.person.person import Person
from bot.domain.roster.nudge_request import NudgeRequest, document_of
from bot.domain.roster.roster import Roster
from bot.domain.school.access import Rights
from bot.domain.school.audit import AuditEntry, AuditLog, log_key, month_of
from bot.domain.school.school import SchoolId
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Plan, Put, Ref, Store, View, Write
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.older_person import OlderPerson, older
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL
from bot.store.codec.requests import REQUESTS
from bot.store.codec.schools import AUDIT, SCHOOLS

log = structlog.stdlib.get_logger(__name__)

FindRoster = Callable[[SchoolId, datetime], Awaitable[Roster | None]]
Writes = dict[Ref[Any], Write[Any]]


@dataclass(frozen=True, slots=True)
class Relay:
    """Writes what older documents hold for others into documents of its own."""

    store: Store
    rights: Callable[[], Rights]
    roster: FindRoster
    clock: Callable[[], datetime]
    names: Callable[[Roster], Mapping[int, str]] = lambda _: {}
    """How teachers are named where some have one name; others by their own."""

    async def take_from(self, writer: int) -> bool:
        """Carry over everything a person holds; say whether all of it could go on its way."""
        ref: Ref[Person] = Ref(PEOPLE, str(writer))
        person = await self.store.get(PEOPLE, ref.key)
        if not isinstance(person, OlderPerson):
            return True
        letters = [await self._posted(person, letter) for letter in person.letters]
        sent = [one for one in letters if one] + list(person.announced)
        found = [await self._named(one) for one in sent]
        outbox = [published(one.broadcast, one.recipients) for one in found]
        taken = {one.broadcast.id for one in sent} | {one.id for one in person.letters}

        def decide(view: View) -> Plan[bool]:
            known = view[ref]
            if not isinstance(known, OlderPerson):  # deleted meanwhile, or taken by another
                return Plan({}, False)
            held = {one.broadcast.id for one in known.announced} | {one.id for one in known.letters}
            mine = [_published(view, one) for one in found if one.broadcast.id in held]
            writes = _written(view, mine if known.stands_by_consent else map(self._ended, mine))
            announced = tuple(one for one in known.announced if one.broadcast.id not in taken)
            waiting = tuple(one for one in known.letters if one.id not in taken)
            for ask in known.asks if known.stands_by_consent else ():
                at = _asked(writer, ask)
                if at in view and view[at] is None:
                    writes[at] = Put(replace(ask, by=writer))
            asks = tuple(ask for ask in known.asks if _asked(writer, ask) not in view)
            after = older(known, announced=announced, letters=waiting, asks=asks)
            return Plan({**writes, ref: Put(after)}, True)

        requests = [_asked(writer, ask) for ask in person.asks]
        if await self.store.commit((ref, *_refs(outbox), *requests), decide, _beside(outbox)):
            log.info("outbox_carried_over", writer=writer, broadcasts=len(outbox))
        return None not in letters

    async def expand(self, announced: Announced) -> None:
        """Write a broadcast with its deliveries, unless it is there."""
        outbox = [published(announced.broadcast, announced.recipients)]

        def decide(view: View) -> Plan[None]:
            return Plan(_written(view, [_published(view, announced)]), None)

        await self.store.commit(_refs(outbox), decide, _beside(outbox))

    def _ended(self, one: Published) -> Published:
        """Return a broadcast of whoever agrees no more: it goes no further."""
        head = one.head
        return one if head.is_letter else replace(one, head=stopped(head, self.clock()))

    async def _named(self, announced: Announced) -> Announced:
        """Return a letter with its writer named as its reader knows her, apart from her namesakes."""
        letter = announced.broadcast
        school = self.rights().schools.get(letter.school)
        if not letter.is_letter or school is None or school.coordinator(letter.by):
            return announced
        roster = await self.roster(letter.school, self.clock())
        name = self.names(roster).get(letter.by, letter.sender) if roster else letter.sender
        return replace(announced, broadcast=replace(letter, sender=name))

    async def _posted(self, writer: Person, letter: Reply) -> Announced | None:
        """Make a broadcast to one person of an answer; None if she may not be answered any more."""
        answered = None
        # What she answered may be lost; her next letter is not.
        with suppress(DocumentDamaged, DocumentTooNew):
            answered = await self.store.get(BROADCASTS, letter.answers)
        school = self.rights().schools.get(answered.school) if answered else None
        name = name_in(school, writer) if school else None
        if answered and school and name and await self._got(answered, writer.id):
            by = await self.store.get(PEOPLE, str(answered.by))
            if receiver := receiver_of(answered, school, by):
                head = reply_from(writer.id, name, letter, answered, school)
                return Announced(broadcast=head, recipients=(receiver,))
        log.warning("letter_not_taken", writer=writer.id, answers=letter.answers)
        return None

    async def _got(self, answered: Broadcast, writer: int) -> bool:
        chunks = await chunks_in(self.store, answered)
        return any(one.person == writer for chunk in chunks for one in chunk.deliveries)

    async def find_recipients(self, broadcast: Broadcast) -> None:
        """Give a repeated broadcast its deliveries to those who are meant by now, once."""
        roster = await self.roster(broadcast.school, self.clock())
        found = selected(broadcast.audience, roster).recipients if roster else ()
        head: Ref[Broadcast] = Ref(BROADCASTS, broadcast.id)
        at = broadcast.due or self.clock()

        def dated(sent: Published) -> Published:
            return replace(sent, entries=tuple(replace(one, at=at) for one in sent.entries[:1]))

        def decide(view: View) -> Plan[None]:
            known = view[head]
            if known is None or known.chunks is not None:
                return Plan({}, None)
            members = view.find(PEOPLE, PERSON_SCHOOL.equals(broadcast.school))
            sent = dated(published(known, _among(members, found)))
            return Plan({**_written(view, [sent], heads=False), head: Put(sent.head)}, None)

        outbox = [dated(published(broadcast, found))]
        await self.store.commit(_refs(outbox), decide, _beside(outbox))


def _published(view: View, announced: Announced) -> Published:
    """Return a broadcast with deliveries to those who are there by now.

    Whoever deletes her data holds her school as well, so nobody is named after that.
    """
    everybody = view.find(PEOPLE)
    return published(announced.broadcast, _among(everybody, announced.recipients))


def _asked(coordinator: int, ask: NudgeRequest) -> Ref[NudgeRequest]:
    return Ref(REQUESTS, document_of(coordinator, ask.id))


def _among(keys: Iterable[str], recipients: Iterable[Recipient]) -> tuple[Recipient, ...]:
    there = set(keys)
    return tuple(one for one in recipients if str(one.id) in there)


def _refs(outbox: Iterable[Published]) -> list[Ref[Any]]:
    """Name the documents of broadcasts."""
    refs: list[Ref[Any]] = []
    for one in outbox:
        refs.append(Ref(BROADCASTS, one.head.id))
        refs += [Ref(CHUNKS, chunk_key(each.broadcast, each.number)) for each in one.batches]
    return refs


def _beside(outbox: Iterable[Published]) -> list[Ref[Any]]:
    """Name the schools of broadcasts and the logs that tell of them; they may be unreadable."""
    refs: list[Ref[Any]] = []
    for one in outbox:
        refs.append(Ref(SCHOOLS, one.head.school))
        refs += [_log_of(one.head.school, entry) for entry in one.entries]
    return refs


def _log_of(school: SchoolId, entry: AuditEntry) -> Ref[AuditLog]:
    return Ref(AUDIT, log_key(school, month_of(entry.at)))


def _written(view: View, outbox: Iterable[Published], *, heads: bool = True) -> Writes:
    """Return what is written of broadcasts, each unless it is there; a log that cannot be read is left.

    Without ``heads`` they are there already, and only get deliveries.
    """
    writes: Writes = {}
    for one in outbox:
        head: Ref[Broadcast] = Ref(BROADCASTS, one.head.id)
        if heads and view[head] is not None:
            continue
        if heads:
            writes[head] = Put(one.head)
        for batch in one.batches:
            at = Ref(CHUNKS, chunk_key(batch.broadcast, batch.number))
            if view[at] is None:
                writes[at] = Put(batch)
        for entry in one.entries:
            ref = _log_of(one.head.school, entry)
            before = writes.get(ref)
            known = before.value if isinstance(before, Put) else view[ref]
            known = known or AuditLog(school=one.head.school, month=month_of(entry.at))
            writes[ref] = Put(known.noting(entry))
    return writes
