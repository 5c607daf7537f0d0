"""Carries out coordinators' requests to remind: each teacher once, by the rules, and tells the result.

A request is a document of its own until it is finished. What was sent lies in each
teacher's document, under the request's key, so a second tick or a restart sends nothing twice. Must
not send; see ``dispatcher``.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.chat.model import Screen
from bot.chat.screens.roster.messages import OutcomeTold, asked_screen, result_screen
from bot.chat.screens.roster.words import NAMES_SHOWN
from bot.chat.turn_context import TurnContext
from bot.cluster.clock import Clock
from bot.delivery.dispatcher import Dispatcher, Message, MessageOutcome
from bot.delivery.hand import Hand
from bot.delivery.person_source import PersonMessages
from bot.delivery.planner import Planner
from bot.domain.broadcast.verdict import Gone, Refused, RetryAt, Verdict
from bot.domain.calendar.allowed import Hours, next_allowed
from bot.domain.calendar.calendar import NIGHT_ENDS
from bot.domain.calendar.quarter import local
from bot.domain.lease import Lease
from bot.domain.person.person import Person, PersonId
from bot.domain.reminders.reminder import with_recent
from bot.domain.roster.nudge_request import Dealt, NudgeRequest
from bot.domain.roster.roster import row_of
from bot.domain.roster.roster_group import passed_over
from bot.domain.school.access import Action
from bot.domain.school.audit import AuditEntry
from bot.domain.school.school import Coordinator, School, SchoolId
from bot.errors import BotError
from bot.store.base import Drop, Keep, Plan, Put, Ref, Store, View, Write
from bot.store.codec.people import PEOPLE
from bot.store.codec.requests import REQUESTS

log = structlog.stdlib.get_logger(__name__)

AT_A_TICK = 300
"""Teachers of one request written to at one tick, so that other messages find their place between."""

AHEAD = timedelta(hours=1)
"""A moment that lies further ahead was noted by a clock that was wrong."""

LATER = timedelta(minutes=5)
"""Whoever could not be looked at (a damaged document, a full disk) is tried again after this."""

Note = Callable[[SchoolId, AuditEntry], Awaitable[None]]
"""Adds an act to a school's log."""


@dataclass(frozen=True, kw_only=True)
class Requests:
    """The requests of all coordinators of one store."""

    store: Store
    planner: Planner
    clock: Clock
    note: Note
    name: str = "request"

    async def round(self, dispatcher: Dispatcher) -> Counter[str]:
        """Carry out all requests that are due, as far as one tick may."""
        tally: Counter[str] = Counter()
        for key in await self.store.find(REQUESTS):  # a handful, and gone within days
            try:
                found = await self.store.get(REQUESTS, key)
                ask = await self._right(found) if found else None
                if ask and ask.due_at <= self.clock() and not dispatcher.stop.is_set():
                    tally += await self._carry_out(dispatcher, ask)
            except BotError as error:
                log.error("request_failed", request=key, error=str(error))  # noqa: TRY400 -- our errors tell all in one line
        return tally

    async def _right(self, ask: NudgeRequest) -> NudgeRequest:
        """Return a request as it is by the clock of now: what one that ran ahead has made was made just now."""
        now = self.clock()
        if ask.asked_at <= now + AHEAD:
            return ask
        right = replace(ask, asked_at=now, due_at=now)
        await replace_request(self.store, ask, right)
        return right

    async def _carry_out(self, dispatcher: Dispatcher, ask: NudgeRequest) -> Counter[str]:
        rights, by = self.planner.rights(), PersonId(ask.by)
        school = rights.schools.get(ask.school)
        coordinator = school.coordinator(by) if school else None
        if not school or not coordinator or not rights.may(by, Action.REMIND, ask.school):
            await replace_request(self.store, ask, None)
            return Counter()
        if not ask.noted:
            count = len(ask.waiting)
            entry = AuditEntry(at=ask.asked_at, by=by, action=Action.REMIND, count=count)
            await self.note(ask.school, entry)
            ask = replace(ask, noted=True)
            await replace_request(self.store, ask, ask)
        asked = RequestMessages(
            store=self.store,
            clock=self.clock,
            planner=self.planner,
            ask=ask,
            school=school,
            coordinator=coordinator,
        )
        tally, ask = await asked.send(dispatcher)
        if ask.waiting:
            await replace_request(self.store, ask, ask)
            return tally
        result = Result(
            store=self.store, clock=self.clock, planner=self.planner, ask=ask, school=school
        )
        return tally + Counter((await dispatcher.send(result, [by])).values())


@dataclass(frozen=True, kw_only=True)
class RequestMessages(PersonMessages[Message]):
    """The messages of one request: whose it is, and in which school. An item is a teacher."""

    planner: Planner
    ask: NudgeRequest
    school: School
    coordinator: Coordinator
    outcomes: dict[int, Dealt] = field(default_factory=dict)
    moments: dict[int, datetime] = field(default_factory=dict)
    """When those can be tried again who could not be written to."""

    @property
    def name(self) -> str:
        """See ``Messages.name``."""
        return f"request {self.ask.id}"

    async def send(self, dispatcher: Dispatcher) -> tuple[Counter[str], NudgeRequest]:
        """Write to as many as one tick may; return the request with what became of them."""
        ended = await dispatcher.send(self, self.ask.waiting[:AT_A_TICK])
        for teacher, word in ended.items():
            if word == "failed":
                self._try_later(teacher, self.clock() + LATER)
        untouched = len(self.ask.waiting) > len(self.outcomes) + len(self.moments)
        due_at = self.clock() if untouched or not self.moments else min(self.moments.values())
        return Counter(ended.values()), self.ask.after(self.outcomes, self.moments, due_at)

    async def message(self, item: int) -> Message | None:
        """Return what one teacher is told, if it is right now; else put down what becomes of her."""
        person = await self.store.get(PEOPLE, str(item))
        decided = self._decide(person)
        if isinstance(decided, Screen):
            return Message(person=PersonId(item), key=self.ask.key(item), shown=decided)
        if isinstance(decided, Dealt):
            self.outcomes[item] = decided
        else:
            self._try_later(item, decided)
        return None

    def _try_later(self, teacher: int, moment: datetime) -> None:
        """Put a teacher off; a moment that comes too late for the request is none."""
        if self.ask.has_passed(moment):
            self.outcomes[teacher] = Dealt.QUIET
        else:
            self.moments[teacher] = moment

    def still_due(self, message: Message, person: Person | None) -> bool:
        """Say whether a message that has waited is what she would be told now."""
        by = PersonId(self.coordinator.id)
        if not self.planner.rights().may(by, Action.REMIND, self.ask.school):
            return False
        return self._decide(person) == message.shown

    def _decide(self, person: Person | None) -> Screen | Dealt | datetime:
        """Check everything again at the very moment of sending."""
        now, ask, school = self.clock(), self.ask, self.school
        if person is None or person.school != school.id:
            return Dealt.DONE
        if ask.key(person.id) in person.outbound.recent:
            return Dealt.SENT
        calendar = self.planner.calendar(person)
        row = row_of(person, school, self.planner.world.programme, calendar, now)
        reason = passed_over(row, ask.group, local(now, school.zone).date())
        if reason:
            return reason
        if self.planner.subject(person) is None:
            return Dealt.PAUSED
        moment = next_allowed(calendar, Hours(zone=person.zone, hour=NIGHT_ENDS), now).moment
        if moment > now:
            return moment
        s = TurnContext(person=person, world=self.planner.world, now=now)
        return asked_screen(s, ask.group, school, self.coordinator)

    async def record(self, outcomes: Sequence[MessageOutcome[Message]]) -> None:
        """Write down what became of a message: it counts as the one message of her day."""
        for outcome in outcomes:
            await self.record_for(outcome, self._after)
            teacher = int(outcome.message.person)
            if isinstance(outcome.verdict, RetryAt):
                self._try_later(teacher, outcome.verdict.moment)
            else:
                self.outcomes[teacher] = _dealt(outcome.verdict)

    def _after(self, person: Person, outcome: MessageOutcome[Message]) -> Person:
        key, now = outcome.message.key, self.clock()
        if isinstance(outcome.verdict, RetryAt) or key in person.outbound.recent:
            return person
        if isinstance(outcome.verdict, Gone):
            return replace(person, reachable=False)
        today = local(now, person.zone).date()
        outbound = replace(with_recent(person.outbound, key), written_on=today)
        return self.planner.with_due(replace(person, outbound=outbound), now)


def _dealt(verdict: Verdict) -> Dealt:
    if isinstance(verdict, Gone):
        return Dealt.UNREACHABLE
    return Dealt.REFUSED if isinstance(verdict, Refused) else Dealt.SENT


@dataclass(frozen=True, kw_only=True)
class Result(PersonMessages[Message]):
    """What became of everybody, for the coordinator; with it the request is finished."""

    planner: Planner
    ask: NudgeRequest
    school: School

    @property
    def name(self) -> str:
        """See ``Messages.name``."""
        return f"result {self.ask.id}"

    async def message(self, item: PersonId) -> Message | None:
        """Return the result as a message."""
        person = await self.store.get(PEOPLE, str(item))
        if person is None:
            return None
        s = TurnContext(person=person, world=self.planner.world, now=self.clock())
        screen = result_screen(s, self.ask, self.school, await self._told())
        return Message(person=item, key=f"result:{self.ask.id}", shown=screen)

    async def _told(self) -> Mapping[Dealt, OutcomeTold]:
        """Return the outcomes with the first names of each, of those still in the school."""
        told: dict[Dealt, OutcomeTold] = {}
        for teacher, outcome in self.ask.outcomes.items():
            known = told.get(outcome, OutcomeTold(0, ()))
            name = known.names
            if len(name) < NAMES_SHOWN:
                person = await self.store.get(PEOPLE, str(teacher))
                if person and person.school == self.ask.school:
                    name = (*name, person.shown_name or str(teacher))
            told[outcome] = OutcomeTold(known.count + 1, name)
        return told

    def still_due(self, message: Message, person: Person | None) -> bool:
        """Say whether she may still remind."""
        rights = self.planner.rights()
        return person is not None and rights.may(message.person, Action.REMIND, self.ask.school)

    async def claim(self, message: Message, hand: Hand) -> Lease | None:
        """Claim it in her document while the request is there: without one she has been told."""
        her, asked = Ref(PEOPLE, str(message.person)), Ref(REQUESTS, self.ask.document)

        def decide(view: View) -> Plan[Lease | None]:
            if view[asked] is None:
                return Plan({}, None)
            write, lease = self.claiming(message, hand, view[her])
            return Plan({her: write}, lease)

        return await self.store.commit((her, asked), decide)

    async def record(self, outcomes: Sequence[MessageOutcome[Message]]) -> None:
        """End the request, or try its result again at the moment Telegram names."""
        for outcome in outcomes:
            verdict = outcome.verdict
            later = verdict.moment if isinstance(verdict, RetryAt) else None
            left = replace(self.ask, due_at=later) if later else None
            # First, so that a crash between the two leaves a claim on nothing, and no second result.
            await replace_request(self.store, self.ask, left)
            await self.record_for(outcome, lambda person, _: person)


async def replace_request(store: Store, ask: NudgeRequest, new: NudgeRequest | None) -> None:
    """Write down how far a request has come; without a new one it is finished.

    Who has deleted her data meanwhile is not named again.
    """

    def decide(stored: NudgeRequest | None) -> tuple[Write[NudgeRequest], None]:
        if stored is None:
            return Keep(), None
        return (Put(new.among(stored)) if new else Drop()), None

    await store.update(REQUESTS, ask.document, decide)
