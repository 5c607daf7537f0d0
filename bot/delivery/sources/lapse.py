"""Tells whoever has not been here for twelve months that her data go in thirty days.

Also those who stopped the bot's messages or agree no more: it is about their data, and it comes once.
Whom Telegram cannot reach counts as told; see decision 40. Must not delete anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, assert_never

import structlog

from bot.chat.screens.reminders.lapse_notice import lapse_screen
from bot.delivery.dispatcher import Message, MessageOutcome
from bot.delivery.person_source import PersonSource
from bot.delivery.planner import Planner
from bot.domain.broadcast.verdict import Gone, Refused, RetryAt, Sent, Unknown
from bot.domain.calendar.allowed import Hours, next_allowed
from bot.domain.calendar.quarter import local
from bot.domain.person.lapse import is_to_be_told
from bot.domain.person.person import Person
from bot.store.codec.people import LAPSES, PEOPLE

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseNotice(Message):
    """The word to somebody who was last here at a moment."""

    seen_at: datetime


@dataclass(frozen=True, kw_only=True)
class LapseNotices(PersonSource[str, LapseNotice]):
    """The notices of one store. An item is the key of a person."""

    planner: Planner
    name: ClassVar[str] = "lapse"

    async def due(self, now: datetime) -> list[str]:
        """Return who has been away for long; those who were told already are among them."""
        return await self.store.find(PEOPLE, LAPSES.up_to(now.timestamp()))

    async def message(self, item: str) -> LapseNotice | None:
        """Return what somebody is to be told now, at a moment at which she may be written to."""
        now, person = self.clock(), await self.store.get(PEOPLE, item)
        if person is None or not self._may_be_told(person, now):
            return None
        screen = lapse_screen(person, self.planner.world, self.planner.rights(), now)
        key = f"lapse:{local(now, person.zone).date()}:{person.id}"
        return LapseNotice(person=person.id, key=key, shown=screen, seen_at=person.seen_at)

    def _may_be_told(self, person: Person, now: datetime) -> bool:
        if not is_to_be_told(person, now):
            return False
        wishes, outbound = person.wishes, person.outbound
        hours = Hours(
            zone=person.zone,
            hour=wishes.hour,
            paused_until=wishes.paused_until,
            written_on=outbound.written_on,
        )
        return next_allowed(self.planner.calendar(person), hours, now).moment <= now

    def still_due(self, message: LapseNotice, person: Person | None) -> bool:
        """Say whether she has given no sign meanwhile, and may be written to."""
        now = self.clock()
        same = person is not None and person.seen_at == message.seen_at
        return person is not None and same and self._may_be_told(person, now)

    async def record(self, outcomes: Sequence[MessageOutcome[LapseNotice]]) -> None:
        """Write down who was told; what may not have arrived is tried again another day."""
        for outcome in outcomes:
            await self.record_for(outcome, self._after)
            if isinstance(outcome.verdict, Refused | Unknown):
                said = {"person": outcome.message.person, "verdict": repr(outcome.verdict)}
                log.warning("lapse_not_told", **said)

    def _after(self, person: Person, outcome: MessageOutcome[LapseNotice]) -> Person:
        now, outbound = self.clock(), person.outbound
        today = local(now, person.zone).date()
        match outcome.verdict:
            case RetryAt():
                return person
            case Sent():
                told = replace(outbound, lapse_told_at=now, written_on=today)
                return replace(person, outbound=told)
            case Gone():
                return replace(
                    person, reachable=False, outbound=replace(outbound, lapse_told_at=now)
                )
            case Refused() | Unknown():
                return replace(person, outbound=replace(outbound, written_on=today))
            case _:
                assert_never(outcome.verdict)
