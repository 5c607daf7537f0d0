"""Sends what is due, once each: decide, send, record.

What is due comes from the stored people, never from timers in memory, so a restart, a second tick
or a day of downtime changes nothing but the moment. The reason is checked again right before each
message is posted, and once more when it leaves, which may be a minute later. After a crash between
sending and recording that one message is sent again; nobody is missed. Must not know how a message
reaches a person.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never

import structlog

from bot.chat.model import Screen
from bot.chat.screens.reminders.messages import message_screen
from bot.chat.world import World
from bot.delivery.planner import Planner
from bot.delivery.sources.digest import Digest, no_digest
from bot.domain.broadcast.verdict import Gone, RetryAt, Sent, StillDue, Unknown, Verdict
from bot.domain.person.person import Person, PersonId
from bot.domain.reminders.outbound import Planned, Topic
from bot.domain.reminders.reminder import passed_by, recorded
from bot.domain.school.access import Rights
from bot.domain.school.school import School
from bot.errors import BotError, DocumentUnwritable, StoreUnavailable
from bot.store.base import Keep, Put, Store, Where, Write
from bot.store.codec.people import PEOPLE

log = structlog.stdlib.get_logger(__name__)

AT_ONCE = 8
"""Messages on their way at the same time. The pace is set by whoever sends them; a few at once
keep it when each answer takes a while, and few are uncertain after a crash.
"""

Post = Callable[[PersonId, Screen, StillDue], Awaitable[Verdict]]
"""Sends one screen to one person, below all replies, unless it is no longer wanted when it is its
turn; says what became of it.
"""

Clock = Callable[[], datetime]
"""Gives the present moment, aware, in UTC."""


@dataclass(frozen=True, slots=True)
class _Message:
    """A message as it was decided, with the facts it told of."""

    person: Person
    planned: Planned
    screen: Screen | None
    schools: tuple[School, ...]


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends the messages that are due, against one store."""

    store: Store
    world: World
    clock: Clock
    post: Post
    stop: asyncio.Event
    """Set when the process ends: what is on its way is finished, nothing more is begun."""

    rights: Callable[[], Rights] = Rights
    """Tells the schools as they stand now."""

    digest: Digest = no_digest
    """Makes a coordinator's weekly digest."""

    _under_way: set[str] = field(default_factory=set)
    _unrecorded: dict[str, tuple[Planned, Verdict]] = field(default_factory=dict)
    """What was sent while the store could not write: recorded first, never sent again."""

    async def send_due(self) -> Counter[str]:
        """Send everything that is due now and return how each message ended, by verdict.

        May run twice at once: a person being written to is left alone by the second run.
        """
        due = self.store.find(PEOPLE, Where(due_by=self.clock().timestamp(), reachable=True))
        waiting = [
            key for key in dict.fromkeys([*self._unrecorded, *due]) if key not in self._under_way
        ]
        self._under_way.update(waiting)
        tally: Counter[str] = Counter()
        line = iter(waiting)

        async def work() -> None:
            for key in line:
                if self.stop.is_set():
                    return
                try:
                    tally[await self._serve(key)] += 1
                finally:
                    self._under_way.discard(key)

        try:
            async with asyncio.TaskGroup() as workers:
                for _ in range(min(AT_ONCE, len(waiting))):
                    workers.create_task(work())
        finally:
            self._under_way.difference_update(waiting)
        return tally

    async def _serve(self, key: str) -> str:
        """Write to one person if she is really due; return what became of it in a word.

        Whatever goes wrong with one person, the others get their messages.
        """
        try:
            if key not in self._unrecorded:
                message = await self._message(key)
                if message is None or message.screen is None:
                    return "not_due"
                verdict = await self._post(key, message, message.screen)
                if isinstance(verdict, RetryAt) and verdict.held_back:
                    return "held_back"  # nothing was sent: the next tick decides again
                self._unrecorded[key] = message.planned, verdict
            planned, verdict = self._unrecorded[key]
            await self._record(key, planned, verdict)
        except BotError as error:
            log.error("reminder_failed", person=key, error=str(error))  # noqa: TRY400 -- our errors tell all in one line
            if not isinstance(error, StoreUnavailable | DocumentUnwritable):
                self._unrecorded.pop(key, None)
            return "failed"
        except Exception:
            log.exception("reminder_failed", person=key)
            return "failed"
        del self._unrecorded[key]
        return type(verdict).__name__.lower()

    async def _message(self, key: str) -> _Message | None:
        """Return what one person is to be sent now, if anything."""
        message = await self.store.update(PEOPLE, key, self._decide)
        if message is None or message.screen:
            return message
        screen = await self.digest(message.person, self.clock())
        if screen is None:
            await self._pass_by(key, message.planned)
            return None
        return replace(message, screen=screen)

    async def _post(self, key: str, message: _Message, screen: Screen) -> Verdict:
        """Send a message; after an error nobody knows whether it arrived."""
        try:
            return await self.post(PersonId(int(key)), screen, lambda: self._still(key, message))
        except Exception as error:
            log.exception("reminder_not_confirmed", person=key)
            return Unknown(type(error).__name__)

    async def _still(self, key: str, message: _Message) -> bool:
        """Say whether a message that has waited is what the rules would send her now.

        Not if it has become night, nor if she, her school or her rights have changed the reason.
        """
        try:
            person = await self.store.get(PEOPLE, key)
        except BotError:
            return False
        now = self.clock()
        planned = self._planner.plan(person, now) if person else None
        if person is None or planned is None or planned.moment > now:
            return False
        return (
            replace(planned, moment=message.planned.moment) == message.planned
            and person.school == message.person.school
            and self.rights().schools_of(person.id) == message.schools
        )

    def _decide(self, person: Person | None) -> tuple[Write[Person], _Message | None]:
        """Check again what is due, at the very moment of sending; else put the date right."""
        if person is None:
            return Keep(), None
        now = self.clock()
        planned = self._planner.plan(person, now)
        if planned is None or planned.moment > now:
            changed = self._planner.with_due(person, now)
            return (Keep() if changed is person else Put(changed)), None
        schools = self.rights().schools_of(person.id)
        return Keep(), _Message(person, planned, self._screen(person, planned, now), schools)

    def _screen(self, person: Person, planned: Planned, now: datetime) -> Screen | None:
        """Return what a message says; None for a digest, which is made from the documents of others."""
        match planned.topic:
            case Topic.EVALUATION | Topic.NUDGE:
                return message_screen(person, planned, self.world, now)
            case Topic.DIGEST:
                return None
            case _:
                assert_never(planned.topic)

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

    async def _record(self, key: str, planned: Planned, verdict: Verdict) -> None:
        """Write down what became of a message; only what was surely not sent stays due."""

        def decide(person: Person | None) -> tuple[Write[Person], None]:
            if person is None:
                return Keep(), None
            return Put(self._after(person, planned, verdict)), None

        await self.store.update(PEOPLE, key, decide)
        if not isinstance(verdict, Sent):
            log.warning("reminder_not_sent", person=key, verdict=repr(verdict), key=planned.key)

    def _after(self, person: Person, planned: Planned, verdict: Verdict) -> Person:
        match verdict:
            case Gone():
                return replace(person, reachable=False)  # still due, once she can be reached
            case RetryAt(moment):
                return replace(person, outbound=replace(person.outbound, due_at=moment))
        now = self.clock()
        # Also if she has stopped the bot meanwhile: what was sent counts when she returns.
        awake = replace(person, quiet=False, reachable=True)
        subject = self._planner.subject(awake)
        if subject is None or planned.key in person.outbound.recent:
            return self._planner.with_due(person, now)
        subject = recorded(subject, planned, now)
        person = replace(person, wishes=subject.wishes, outbound=subject.outbound)
        return self._planner.with_due(person, now)

    @property
    def _planner(self) -> Planner:
        return Planner(self.world, self.rights)
