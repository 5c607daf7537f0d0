"""What all sources share whose messages are claimed in the document of whoever gets them.

So nobody is ever sent two of these at the same moment. A new reason to write is a ``PersonSource``:
it says what is due, what is said, whether that is still right, and how it is recorded.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Generic

from bot.delivery.dispatcher import AT_ONCE, Dispatcher, Item, M, MessageOutcome
from bot.delivery.hand import Hand
from bot.domain.broadcast.verdict import RetryAt, Unknown
from bot.domain.lease import Claim, Lease
from bot.domain.person.person import Person
from bot.domain.reminders.outbound import Outbound
from bot.domain.reminders.reminder import RECENT_KEPT, with_recent
from bot.store.base import Keep, Put, Store, Write
from bot.store.codec.people import PEOPLE


@dataclass(frozen=True, kw_only=True)
class PersonMessages(ABC, Generic[M]):
    """Messages whose claims lie in people's documents."""

    store: Store
    clock: Callable[[], datetime]

    @abstractmethod
    def still_due(self, message: M, person: Person | None) -> bool:
        """Say whether a message that leaves now is right for her as she is stored; quickly."""

    async def claim(self, message: M, hand: Hand) -> Lease | None:
        """Claim a message in the document of whoever gets it; see ``Messages.claim``."""

        def decide(person: Person | None) -> tuple[Write[Person], Lease | None]:
            return self.claiming(message, hand, person)

        return await self.store.update(PEOPLE, str(message.person), decide)

    def claiming(
        self, message: M, hand: Hand, person: Person | None
    ) -> tuple[Write[Person], Lease | None]:
        """Decide on a claim: what becomes of her document, and the lease if it may leave."""
        if person is None or not self.still_due(message, person):
            return Keep(), None
        known = person.outbound.claim
        lease = hand.take(known)
        if lease is None or (known and known.lease == lease):
            return Keep(), lease
        return Put(self.claimed(person, Claim(message.key, lease))), lease

    def claimed(self, person: Person, claim: Claim) -> Person:
        """Return her with a claim. One that it takes the place of has perhaps been sent."""
        known, outbound = person.outbound.claim, person.outbound
        if known and known.key != claim.key:
            outbound = _with_unsure(with_recent(outbound, known.key), known.key)
        return replace(person, outbound=replace(outbound, claim=claim))

    async def record_for(
        self, outcome: MessageOutcome[M], after: Callable[[Person, MessageOutcome[M]], Person]
    ) -> None:
        """Write down in her document what became of a message: it is let go, then comes ``after``."""

        def decide(person: Person | None) -> tuple[Write[Person], None]:
            if person is None:
                return Keep(), None
            changed = after(released(person, outcome, self.clock()), outcome)
            return (Keep() if changed is person else Put(changed)), None

        await self.store.update(PEOPLE, str(outcome.message.person), decide)


@dataclass(frozen=True, kw_only=True)
class PersonSource(PersonMessages[M], Generic[Item, M]):
    """A source that sends all it finds due, a few at once."""

    at_once: ClassVar[int] = AT_ONCE

    @property
    @abstractmethod
    def name(self) -> str:
        """What it is called in the log."""

    @abstractmethod
    async def due(self, now: datetime) -> Iterable[Item]:
        """Return what may be due, the longest due first."""

    @abstractmethod
    async def message(self, item: Item) -> M | None:
        """See ``Messages.message``."""

    @abstractmethod
    async def record(self, outcomes: Sequence[MessageOutcome[M]]) -> None:
        """See ``Messages.record``."""

    async def round(self, dispatcher: Dispatcher) -> Counter[str]:
        """See ``Source.round``."""
        due = await self.due(self.clock())
        return Counter((await dispatcher.send(self, due, self.at_once)).values())


def released(person: Person, outcome: MessageOutcome[M], now: datetime) -> Person:
    """Return her without the claim under which a message may have left.

    Once its fate is settled no claim on it is left; of what was begun twice it stays known that she may
    have it twice. What goes on waiting may be another's by now;
    and that it was begun before, by one who died, stays known.
    """
    claim = person.outbound.claim
    if claim is None or claim.key != outcome.message.key:
        return person
    if isinstance(outcome.verdict, RetryAt):
        if claim.lease != outcome.lease:
            return person
        before = claim.lease.given_back(now)
        left = Claim(claim.key, before) if before else None
        return replace(person, outbound=replace(person.outbound, claim=left))
    outbound = replace(person.outbound, claim=None)
    if claim.lease.epoch > 1 or isinstance(outcome.verdict, Unknown):
        outbound = _with_unsure(outbound, claim.key)
    return replace(person, outbound=outbound)


def _with_unsure(outbound: Outbound, key: str) -> Outbound:
    return replace(outbound, unsure=(*outbound.unsure, key)[-RECENT_KEPT:])
