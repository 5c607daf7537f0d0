"""Carries out coordinators' wishes to remind: each teacher once, by the rules, and tells the result.

A wish lies in the coordinator's own document until it is finished. What was sent lies in each
teacher's document, under the wish's key, so a second tick or a restart sends nothing twice; after a
crash between sending and recording those few messages are sent again, and nobody is missed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.chat.model import Screen
from bot.chat.screens.roster.messages import Told, asked_screen, result_screen
from bot.chat.screens.roster.words import NAMES_SHOWN
from bot.chat.turn_context import TurnContext
from bot.delivery.planner import Planner
from bot.delivery.sources.reminders import AT_ONCE, Clock, Post
from bot.domain.broadcast.verdict import Gone, Refused, RetryAt, Verdict
from bot.domain.calendar.allowed import Hours, next_allowed
from bot.domain.calendar.calendar import NIGHT_ENDS
from bot.domain.calendar.quarter import local
from bot.domain.person.person import Person, PersonId
from bot.domain.reminders.reminder import RECENT_KEPT
from bot.domain.roster.nudge_request import Dealt, NudgeRequest
from bot.domain.roster.roster import row_of
from bot.domain.roster.roster_group import passed_over
from bot.domain.school.access import Action
from bot.domain.school.audit import Entry
from bot.domain.school.school import Coordinator, School, SchoolId
from bot.errors import BotError
from bot.store.base import Keep, Put, Store, Where, Write
from bot.store.codec.people import PEOPLE

log = structlog.stdlib.get_logger(__name__)

AT_A_TICK = 300
"""Teachers of one wish written to at one tick, so that other messages find their place between."""

LATER = timedelta(minutes=5)
"""Whoever could not be looked at (a damaged document, a full disk) is tried again after this."""

Note = Callable[[SchoolId, Entry], Awaitable[None]]
"""Adds an act to a school's log."""


@dataclass(frozen=True, slots=True)
class _Sending:
    """One wish being carried out: whose it is, and in which school."""

    ask: NudgeRequest
    school: School
    coordinator: Coordinator


@dataclass(frozen=True, slots=True)
class Nudges:
    """Carries out what coordinators asked for, against one store."""

    store: Store
    planner: Planner
    clock: Clock
    post: Post
    stop: asyncio.Event
    note: Note
    _posted: dict[str, Verdict] = field(default_factory=dict)
    """What was sent while the store could not write: recorded next time, not sent again."""

    async def send_asked(self) -> None:
        """Carry out all wishes that are due, as far as one tick may."""
        for key in self.store.find(PEOPLE, Where(due_by=self.clock().timestamp())):
            try:
                person = await self.store.get(PEOPLE, key)
                for ask in person.asks if person else ():
                    if person and ask.due_at <= self.clock() and not self.stop.is_set():
                        await self._carry_out(person, ask)
            except BotError as error:
                log.error("ask_failed", person=key, error=str(error))  # noqa: TRY400 -- our errors tell all in one line

    async def _carry_out(self, person: Person, ask: NudgeRequest) -> None:
        rights = self.planner.rights()
        school = rights.schools.get(ask.school)
        coordinator = school.coordinator(person.id) if school else None
        if not school or not coordinator or not rights.may(person.id, Action.REMIND, ask.school):
            await self._replace(person, ask, None)
            return
        if not ask.noted:
            count = len(ask.waiting)
            entry = Entry(at=ask.asked_at, by=person.id, action=Action.REMIND, count=count)
            await self.note(ask.school, entry)
            ask = replace(ask, noted=True)
            await self._replace(person, ask, ask)
        ask = await self._send(_Sending(ask, school, coordinator))
        if ask.waiting or await self._tell(person, ask, school):
            await self._replace(person, ask, ask if ask.waiting else None)

    async def _send(self, sending: _Sending) -> NudgeRequest:
        """Write to as many as one tick may; return the wish with what became of them."""
        line = iter(sending.ask.waiting[:AT_A_TICK])
        outcomes: dict[int, Dealt] = {}
        moments: dict[int, datetime] = {}

        async def work() -> None:
            for teacher in line:
                if self.stop.is_set():
                    return
                outcome = await self._serve(sending, teacher)
                if isinstance(outcome, Dealt):
                    outcomes[teacher] = outcome
                else:
                    moments[teacher] = outcome

        async with asyncio.TaskGroup() as workers:
            for _ in range(AT_ONCE):
                workers.create_task(work())
        untouched = len(sending.ask.waiting) > len(outcomes) + len(moments)
        due_at = self.clock() if untouched or not moments else min(moments.values())
        return sending.ask.after(outcomes, moments, due_at)

    async def _serve(self, sending: _Sending, teacher: int) -> Dealt | datetime:
        """Write to one teacher if it is right now; return what became of it, or when to try."""
        key, now = str(teacher), self.clock()
        ask_key = sending.ask.key(teacher)
        try:
            if ask_key not in self._posted:
                decided = await self.store.update(
                    PEOPLE, key, lambda person: (Keep(), self._decide(sending, person))
                )
                if not isinstance(decided, Screen):
                    return self._in_time(sending.ask, decided)
                self._posted[ask_key] = await self.post(
                    PersonId(teacher), decided, lambda: self._still(sending, teacher, decided)
                )
            verdict = self._posted[ask_key]
            if isinstance(verdict, RetryAt):
                del self._posted[ask_key]
                return self._in_time(sending.ask, verdict.moment)
            outcome = await self._record(key, ask_key, verdict)
        except BotError as error:
            log.error("ask_failed", person=key, error=str(error))  # noqa: TRY400 -- our errors tell all in one line
            return self._in_time(sending.ask, now + LATER)
        self._posted.pop(ask_key, None)
        return outcome

    async def _still(self, sending: _Sending, teacher: int, screen: Screen) -> bool:
        """Say whether a message that has waited is what she would be told now."""
        by = PersonId(sending.coordinator.id)
        if not self.planner.rights().may(by, Action.REMIND, sending.ask.school):
            return False
        try:
            person = await self.store.get(PEOPLE, str(teacher))
        except BotError:
            return False
        return self._decide(sending, person) == screen

    def _in_time(self, ask: NudgeRequest, decided: Dealt | datetime) -> Dealt | datetime:
        late = isinstance(decided, datetime) and ask.has_passed(decided)
        return Dealt.QUIET if late else decided

    def _decide(self, sending: _Sending, person: Person | None) -> Screen | Dealt | datetime:
        """Check everything again at the very moment of sending."""
        now, ask, school = self.clock(), sending.ask, sending.school
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
        return asked_screen(s, ask.group, school, sending.coordinator)

    async def _record(self, key: str, ask_key: str, verdict: Verdict) -> Dealt:
        """Write down what became of a message: it counts as the one message of her day."""

        def decide(person: Person | None) -> tuple[Write[Person], None]:
            if person is None or ask_key in person.outbound.recent:
                return Keep(), None
            if isinstance(verdict, Gone):
                return Put(replace(person, reachable=False)), None
            now = self.clock()
            outbound = replace(
                person.outbound,
                written_on=local(now, person.zone).date(),
                recent=(*person.outbound.recent, ask_key)[-RECENT_KEPT:],
            )
            return Put(self.planner.with_due(replace(person, outbound=outbound), now)), None

        await self.store.update(PEOPLE, key, decide)
        if isinstance(verdict, Gone):
            return Dealt.UNREACHABLE
        return Dealt.REFUSED if isinstance(verdict, Refused) else Dealt.SENT

    async def _tell(self, person: Person, ask: NudgeRequest, school: School) -> bool:
        """Tell the coordinator what became of everybody; False if that must be tried again."""
        s = TurnContext(person=person, world=self.planner.world, now=self.clock())
        told = await self._told(ask)

        async def still() -> bool:
            return self.planner.rights().may(person.id, Action.REMIND, ask.school)

        verdict = await self.post(person.id, result_screen(s, ask, school, told), still)
        if not isinstance(verdict, RetryAt):
            return True
        await self._replace(person, ask, replace(ask, due_at=verdict.moment))
        return False

    async def _told(self, ask: NudgeRequest) -> dict[Dealt, Told]:
        """Return the outcomes with the first names of each, of those still in the school."""
        told: dict[Dealt, Told] = {}
        for teacher, outcome in ask.outcomes.items():
            known = told.get(outcome, Told(0, ()))
            name = known.names
            if len(name) < NAMES_SHOWN:
                person = await self.store.get(PEOPLE, str(teacher))
                if person and person.school == ask.school:
                    name = (*name, person.shown_name or str(teacher))
            told[outcome] = Told(known.count + 1, name)
        return told

    async def _replace(self, person: Person, old: NudgeRequest, new: NudgeRequest | None) -> None:
        """Write down how far a wish has come; without a new one it is finished."""

        def decide(stored: Person | None) -> tuple[Write[Person], None]:
            if stored is None:
                return Keep(), None
            others = tuple(one for one in stored.asks if one.id != old.id)
            return Put(replace(stored, asks=(*others, new) if new else others)), None

        await self.store.update(PEOPLE, str(person.id), decide)
