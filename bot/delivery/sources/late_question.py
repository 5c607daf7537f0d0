"""Asks the sender of a broadcast that is late, once, what is to become of it.

Must not decide what is late; see ``broadcast_lifecycle``. Must not send; see ``dispatcher``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.chat.model import Screen
from bot.chat.world import World
from bot.delivery.broadcasts import report_on
from bot.delivery.dispatcher import Message, MessageOutcome
from bot.delivery.hand import Hand
from bot.delivery.person_source import PersonMessages
from bot.domain.broadcast.batch import DeliveryReport
from bot.domain.broadcast.broadcast import Broadcast, Phase
from bot.domain.broadcast.verdict import RetryAt
from bot.domain.lease import Lease
from bot.domain.person.person import Person
from bot.store.base import Keep, Put, Write
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.people import PEOPLE


@dataclass(frozen=True, kw_only=True)
class LateQuestion(PersonMessages[Message]):
    """The question about one broadcast. An item is its sender."""

    world: World
    head: Broadcast
    draw: Callable[[Person, DeliveryReport], Screen]
    """Draws the page of a broadcast for somebody."""

    @property
    def name(self) -> str:
        """See ``Messages.name``."""
        return f"late {self.head.id}"

    async def message(self, item: int) -> Message | None:
        """Return the page of the broadcast; in her quiet hours, and to who is gone, nothing."""
        person, now = await self.store.get(PEOPLE, str(item)), self.clock()
        after = self.world.calendar.after_quiet_hours(now, person.zone if person else None)
        if person is None or not person.reachable or after > now:
            is_coming = person is not None and after > now
            await self._change(replace(self.head, due=after if is_coming else None))
            return None
        shown = self.draw(person, await report_on(self.store, self.head))
        return Message(person=person.id, key=f"late:{self.head.id}", shown=shown)

    def still_due(self, message: Message, person: Person | None) -> bool:
        """Say whether she may still be asked now."""
        del message
        now = self.clock()
        quiet = self.world.calendar.after_quiet_hours(now, person.zone if person else None) > now
        return person is not None and person.reachable and not quiet

    async def claim(self, message: Message, hand: Hand) -> Lease | None:
        """Claim the question, unless another graph has asked it meanwhile."""
        lease = await super().claim(message, hand)
        if lease is None or await self._is_open():
            return lease
        hand.lease = lease  # it is claimed, and given back when it is recorded
        return None

    async def _is_open(self) -> bool:
        head = await self.store.get(BROADCASTS, self.head.id)
        return head is not None and head.phase is Phase.LATE and head.due is not None

    async def record(self, outcomes: Sequence[MessageOutcome[Message]]) -> None:
        """Write down that she was asked, or when she can be."""
        for outcome in outcomes:
            if not isinstance(outcome.verdict, RetryAt):
                await self._change(replace(self.head, due=None))
            elif not outcome.verdict.held_back:
                await self._change(replace(self.head, due=outcome.verdict.moment))
            await self.record_for(outcome, lambda person, _: person)

    async def _change(self, asked: Broadcast) -> None:
        """Write down when the broadcast is looked at again, if it still waits for a word."""

        def decide(known: Broadcast | None) -> tuple[Write[Broadcast], None]:
            if known is None or known.phase is not Phase.LATE or known.due is None:
                return Keep(), None
            return Put(replace(known, due=asked.due)), None

        await self.store.update(BROADCASTS, self.head.id, decide)
