"""Reminders: the one message of a day that the rules plan for a person, whatever it is about.

What is due comes from the stored people, never from timers in memory, so a restart, a second tick
or a day of downtime changes nothing but the moment. Must not send; see ``dispatcher``.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, assert_never

import structlog

from bot.chat.model import Screen
from bot.chat.screens.reminders.messages import message_screen
from bot.chat.screens.reminders.quotation import quarter_of, quotes
from bot.chat.world import World
from bot.delivery.dispatcher import Message, MessageOutcome
from bot.delivery.person_source import PersonSource
from bot.delivery.planner import Planner
from bot.delivery.sources.digest import DrawDigest, no_digest
from bot.domain.broadcast.verdict import Gone, RetryAt, Sent, was_held_back
from bot.domain.lease import CLAIM_LASTS, Claim
from bot.domain.person.person import Person
from bot.domain.reminders.outbound import Planned, Topic
from bot.domain.reminders.reminder import passed_by, recorded
from bot.domain.school.access import Rights
from bot.domain.school.school import School
from bot.errors import BotError
from bot.metrics import METER
from bot.store.base import Keep, Put, Write
from bot.store.codec.people import PEOPLE, PERSON_DUE

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Message):
    """A reminder as it was decided, with the facts it told of."""

    planned: Planned
    of: Person
    schools: tuple[School, ...]


@dataclass(frozen=True, kw_only=True)
class Reminders(PersonSource[str, Reminder]):
    """The reminders of one store. An item is the key of a person."""

    world: World
    rights: Callable[[], Rights] = Rights
    """Tells the schools as they stand now."""

    digest: DrawDigest = no_digest
    """Makes a coordinator's weekly digest."""

    name: ClassVar[str] = "reminder"
    _has_looked: asyncio.Event = field(default_factory=asyncio.Event)

    async def due(self, now: datetime) -> list[str]:
        """Return who is due; the first time also those whom an earlier process was writing to."""
        due = await self._due_by(now)
        if self._has_looked.is_set():
            return due
        self._has_looked.set()
        return due + await self._claimed(frozenset(due))

    async def _due_by(self, moment: datetime) -> list[str]:
        return await self.store.find(PEOPLE, PERSON_DUE.up_to(moment.timestamp()))

    async def _claimed(self, due: frozenset[str]) -> list[str]:
        """Return who is due when a claim ends: whoever made it may be known to be dead."""
        claimed: list[str] = []
        soon = await self._due_by(self.clock() + CLAIM_LASTS)
        for key in (one for one in soon if one not in due):
            try:
                person = await self.store.get(PEOPLE, key)
            except BotError:
                continue
            if person and person.outbound.claim:
                claimed.append(key)
        return claimed

    async def message(self, item: str) -> Reminder | None:
        """Return what one person is to be sent now, if anything."""
        decided = await self.store.update(PEOPLE, item, self._decide)
        if decided is None:
            return None
        person, planned = decided
        screen = await self._screen(person, planned)
        if screen is None:
            await self._pass_by(item, planned)
            return None
        schools = self.rights().schools_of(person.id)
        return Reminder(
            person=person.id,
            key=planned.key,
            shown=screen,
            planned=planned,
            of=person,
            schools=schools,
        )

    async def _screen(self, person: Person, planned: Planned) -> Screen | None:
        """Return what a message says; None if it turns out that there is nothing to say."""
        match planned.topic:
            case Topic.EVALUATION | Topic.CHECK_BACK | Topic.PLAN | Topic.NUDGE:
                return message_screen(person, planned, self.world, self.clock())
            case Topic.DIGEST:
                return await self.digest(person, self.clock())
            case _:
                assert_never(planned.topic)

    def still_due(self, message: Reminder, person: Person | None) -> bool:
        """Say whether a message that has waited is what the rules would send her now.

        Not if it has become night, nor if she, her school or her rights have changed the reason.
        """
        now, decided = self.clock(), message.planned
        planned = self._planner.plan(person, now) if person else None
        if person is None or planned is None or planned.moment > now:
            return False
        return (
            replace(planned, moment=decided.moment) == decided
            and decided.key not in person.outbound.recent
            and person.school == message.of.school
            and self.rights().schools_of(person.id) == message.schools
        )

    def claimed(self, person: Person, claim: Claim) -> Person:
        """Return her with a claim: she is due again when it ends, should it be left behind."""
        person = super().claimed(person, claim)
        return replace(person, outbound=replace(person.outbound, due_at=claim.lease.until))

    def _decide(self, person: Person | None) -> tuple[Write[Person], tuple[Person, Planned] | None]:
        """Check again what is due, at the very moment of sending; else put the date right."""
        if person is None:
            return Keep(), None
        now = self.clock()
        planned = self._planner.plan(person, now)
        if planned is None or planned.moment > now:
            changed = self._planner.with_due(person, now)
            return (Keep() if changed is person else Put(changed)), None
        if planned.key in person.outbound.recent:
            return Put(self._counted(person, planned, now)), None
        return Keep(), (person, planned)

    async def _pass_by(self, key: str, planned: Planned) -> None:
        """Leave out a message that has nothing to say; the next one is planned."""

        def decide(person: Person | None) -> tuple[Write[Person], None]:
            subject = self._planner.subject(person) if person else None
            if person is None or subject is None:
                return Keep(), None
            outbound = passed_by(subject, planned).outbound
            passed = replace(person, outbound=outbound)
            return Put(self._planner.with_due(passed, self.clock())), None

        await self.store.update(PEOPLE, key, decide)

    async def record(self, outcomes: Sequence[MessageOutcome[Reminder]]) -> None:
        """Write down what became of a message; only what was surely not sent stays due."""
        for outcome in outcomes:
            await self.record_for(outcome, self._after)
            verdict, message = outcome.verdict, outcome.message
            if isinstance(verdict, Sent) and (due_at := message.of.outbound.due_at):
                METER.took("due_lag_seconds", (self.clock() - due_at).total_seconds())
            if not isinstance(verdict, Sent) and not was_held_back(verdict):
                said = {"person": message.person, "key": message.key, "verdict": repr(verdict)}
                log.warning("reminder_not_sent", **said)

    def _after(self, person: Person, outcome: MessageOutcome[Reminder]) -> Person:
        now, planned = self.clock(), outcome.message.planned
        match outcome.verdict:
            case Gone():  # still due, once she can be reached
                return self._planner.with_due(replace(person, reachable=False), now)
            case RetryAt(held_back=True):
                return self._planner.with_due(person, now) if outcome.lease else person
            case RetryAt(moment):
                return replace(person, outbound=replace(person.outbound, due_at=moment))
        if planned.key in person.outbound.recent:
            return self._planner.with_due(person, now)
        return self._counted(person, planned, now)

    def _counted(self, person: Person, planned: Planned, now: datetime) -> Person:
        """Return her after a message was sent, or may have been.

        Also if she has stopped the bot meanwhile: what was sent counts when she returns.
        """
        awake = replace(person, quiet=False, reachable=True)
        subject = self._planner.subject(awake)
        if subject is not None:
            after = recorded(subject, planned, now)
            quoted = quarter_of(person, now) if quotes(person, planned, self.world, now) else ""
            outbound = replace(after.outbound, quoted=quoted or person.outbound.quoted)
            person = replace(person, wishes=after.wishes, outbound=outbound)
        return self._planner.with_due(person, now)

    @property
    def _planner(self) -> Planner:
        return Planner(self.world, self.rights)
