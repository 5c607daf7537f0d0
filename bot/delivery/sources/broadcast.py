"""The messages of one broadcast: to whom one may leave now, what it says, what became of it.

Reads and writes its batches only; its head is ``broadcast_lifecycle``'s. What differs for a letter
stands in ``reply``. Must not send; see ``dispatcher``.
"""

import asyncio
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.chat.screens.replies.messages import broadcast_message
from bot.chat.world import World
from bot.cluster.notifier import Notifier
from bot.delivery.dispatcher import Dispatcher, Message, MessageOutcome
from bot.delivery.hand import Hand
from bot.delivery.picking import BatchWay
from bot.delivery.sources.batch_claims import BatchClaims
from bot.delivery.sources.broadcast_lifecycle import BroadcastLifecycle
from bot.domain.broadcast.batch import SIZE, Batch, Delivery, Ended, Fate, SkipReason, chunk_key
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.broadcast.disturbance import allowed_from
from bot.domain.broadcast.verdict import RetryAt
from bot.domain.lease import Lease
from bot.domain.person.person import Person, PersonId
from bot.domain.roster.roster import Evaluated, is_silent, row_of
from bot.domain.school.access import Rights
from bot.domain.school.school import School
from bot.errors import (
    BotError,
    DocumentDamaged,
    DocumentTooNew,
    DocumentUnwritable,
    StoreUnavailable,
)
from bot.store.base import Keep, Put, Store, Write
from bot.store.codec.broadcasts import CHUNKS
from bot.store.codec.people import PEOPLE
from bot.store.unreachable import mark_unreachable

log = structlog.stdlib.get_logger(__name__)

CLAIM = 4
"""Messages that one worker has on their way. With an API that answers in 60 ms two would keep the
pace; the others absorb a slow answer.
"""

MOST_CLAIMED = SIZE
"""The same where messages are paid for, and a thousand may leave in a second: a batch is read once then."""


def claimed_at(per_second: float) -> int:
    """Return how many messages one worker has on their way when so many may leave in a second."""
    return CLAIM if math.isinf(per_second) else max(CLAIM, min(MOST_CLAIMED, int(per_second) // 20))


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastMessage(Message):
    """One delivery as it was decided, and the number of its batch."""

    number: int
    delivery: Delivery


@dataclass(kw_only=True)
class BroadcastMessages:
    """What is left to send of one broadcast. An item is a person."""

    store: Store
    world: World
    rights: Callable[[], Rights]
    clock: Callable[[], datetime]
    notifier: Notifier
    course: BroadcastLifecycle
    head: Broadcast
    dispatcher: Dispatcher
    few: int = CLAIM
    """How many one worker has on their way."""

    _claims: BatchClaims = field(init=False)
    _picked: dict[int, tuple[int, Delivery]] = field(default_factory=dict)
    _skipped: dict[int, tuple[int, Ended]] = field(default_factory=dict)
    _picking: BatchWay = field(init=False)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Whose turn it is to pick: two at once would read the same batches."""

    _recorded: set[int] = field(default_factory=set)
    """Those whose delivery was recorded since a batch began to be read: what was read may be older."""

    _rests: bool = False
    """Whether the store cannot be read or written: the next look goes on."""

    def __post_init__(self) -> None:
        """Claim in the batches of this broadcast, on a way of our own."""
        self._claims = BatchClaims(self.store, self.head.id)
        self._picking = BatchWay(
            owner=self.dispatcher.owner,
            broadcast=self.head.id,
            living=self.dispatcher.living,
            chunks=self.head.chunks or 0,
            few=self.few,
        )

    @property
    def name(self) -> str:
        """See ``Messages.name``."""
        return f"broadcast {self.head.id}"

    async def pick(self) -> Sequence[int]:
        """Return the next few who wait for it; nobody when none are left, or it goes on no more.

        Each time the head is read again, so that a pause holds at once.
        """
        try:
            async with self._turn:
                return await self._pick()
        except (StoreUnavailable, DocumentDamaged, DocumentTooNew) as error:
            log.warning("claim_failed", broadcast=self.head.id, reason=str(error))
        return ()

    async def _pick(self) -> Sequence[int]:
        number, step = self._picking.batch, self._picking.step
        while not self._rests and number is not None:
            self._recorded.clear()
            # Asked together they are one message to the database.
            goes_on, batch = await asyncio.gather(
                self.course.goes_on(self.head.id), self._batch(number)
            )
            if not goes_on:
                break
            if people := self._pick_from(batch):
                return people
            self._picking.go_on(step)
            number, step = self._picking.batch, self._picking.step
        return ()

    async def _batch(self, number: int) -> Batch | None:
        try:
            return await self.store.get(CHUNKS, chunk_key(self.head.id, number))
        except (DocumentDamaged, DocumentTooNew) as error:
            log.error("chunk_unreadable", broadcast=self.head.id, reason=str(error))  # noqa: TRY400 -- our errors tell all in one line
            return None

    def _pick_from(self, batch: Batch | None) -> list[int]:
        if batch is None:
            return []
        few = self._picking.pick(batch, self.clock(), self._is_free)
        self._picked.update({one.person: (batch.number, one) for one in few})
        return [one.person for one in few]

    def _is_free(self, person: int) -> bool:
        return person not in self._recorded and self.dispatcher.is_free(self, person)

    def _key(self, person: int) -> str:
        return f"{self.head.id}:{person}"

    async def message(self, item: int) -> BroadcastMessage | None:
        """Return what she is sent now; if nothing is, what becomes of her delivery is put down."""
        number, one = self._picked[item]
        try:
            person = await self.store.get(PEOPLE, str(item))
        except (DocumentDamaged, DocumentTooNew):
            skipped = replace(one, outcome=Fate.REFUSED, reason="document unreadable")
        except StoreUnavailable as error:
            # Surely not sent: queued again, like what Telegram could not take.
            now = self.clock()
            skipped = _unclaimed(one, self._key(item)).ended(RetryAt(now, error.cause), now)
        else:
            if (otherwise := self.otherwise(one, person)) is None:
                return self.told(number, one, person)
            skipped = otherwise
        is_queued = skipped.outcome is Fate.QUEUED
        lease = _unclaimed(one, self._key(item)).lease if is_queued else None
        self._skipped[item] = number, Ended(one, replace(skipped, lease=lease))
        return None

    def told(self, number: int, one: Delivery, person: Person | None) -> BroadcastMessage:
        """Return what one person is sent."""
        shown = broadcast_message(self.head, one.name, self.world, person)
        who, key = PersonId(one.person), self._key(one.person)
        return BroadcastMessage(person=who, key=key, shown=shown, number=number, delivery=one)

    def otherwise(self, one: Delivery, person: Person | None) -> Delivery | None:
        """Return the delivery if nothing is to be sent to this person now; None to send."""
        school = self.rights().schools.get(self.head.school)
        if person is None:
            return replace(one, outcome=Fate.SKIPPED, reason=SkipReason.LEFT, name="")
        if school is None or not self.is_meant(person, school):
            return replace(one, outcome=Fate.SKIPPED, reason=SkipReason.LEFT)
        now = self.clock()
        if why := self.unwanted(person, school, now):
            return replace(one, outcome=Fate.SKIPPED, reason=why)
        if not person.reachable:
            return replace(one, outcome=Fate.GONE, reason="unreachable")
        after = allowed_from(self.head, self.world.calendar, person.zone, now)
        return replace(one, outcome=Fate.QUEUED, after=after) if after > now else None

    def is_meant(self, person: Person, school: School) -> bool:
        """Say whether she may get it: a broadcast goes to the teachers of the school."""
        return person.school == school.id

    def unwanted(self, person: Person, school: School, now: datetime) -> SkipReason | None:
        """Return why she is not to get it now, None if she is."""
        if is_silent(person, now):
            return SkipReason.SILENT
        return self._asked_in_vain(person, school, now) if self.head.asks_to_evaluate else None

    def _asked_in_vain(self, person: Person, school: School, now: datetime) -> SkipReason | None:
        row = row_of(person, school, self.world.programme, self.world.calendar, now)
        if row.waits or person.school != school.id:
            return None
        return SkipReason.DONE if row.evaluated is Evaluated.DONE else SkipReason.NOT_DUE

    async def claim(self, message: BroadcastMessage, hand: Hand) -> Lease | None:
        """Claim a delivery that leaves now: not paused, and still right for her."""
        person = await self.store.get(PEOPLE, str(message.person))
        if self._is_halted() or self.otherwise(message.delivery, person) is not None:
            return None
        try:
            lease = await self._claims.take(message.number, message.person, hand)
        except (StoreUnavailable, DocumentUnwritable):
            self._rests = True
            raise
        if lease is None:
            self._picking.leave(message.number)
        elif self._is_halted():
            hand.lease = lease  # it is claimed, and given back when it is recorded
            return None
        return lease

    def _is_halted(self) -> bool:
        return self.head.id in self.notifier.halted or self.dispatcher.stop.is_set()

    async def record(self, outcomes: Sequence[MessageOutcome[BroadcastMessage]]) -> None:
        """Write down what became of deliveries, those of a batch in one write."""
        ended = [(one.message.number, _ended(one, self.clock())) for one in outcomes]
        people = {one.message.person for one in outcomes}
        ended += [self._skipped.pop(person) for person in tuple(self._skipped)]
        for number in sorted({number for number, _ in ended}):
            await self._write(number, [one for its, one in ended if its == number])
        self._recorded.update(one.before.person for _, one in ended)
        after = [one.after for _, one in ended]
        self.arrived(after)
        for one in after:
            if one.outcome is Fate.GONE and one.person in people:
                await self._mark_unreachable(one.person)

    def arrived(self, after: Sequence[Delivery]) -> None:
        """Keep who was sent it: a plain text of hers may well be the answer."""
        self.notifier.arrivals.note(self.head, after, self.clock())

    async def _write(self, number: int, ended: list[Ended]) -> None:
        def decide(batch: Batch | None) -> tuple[Write[Batch], None]:
            after = batch.with_ended(ended) if batch else None
            return (Put(after) if after and after != batch else Keep()), None

        try:
            await self.store.update(CHUNKS, chunk_key(self.head.id, number), decide)
        except (StoreUnavailable, DocumentUnwritable):
            self._rests = True
            raise

    async def _mark_unreachable(self, person: int) -> None:
        try:
            await mark_unreachable(self.store, person)
        except BotError as error:  # the next message finds out anew
            log.warning("not_marked_unreachable", person=person, reason=str(error))


def _ended(outcome: MessageOutcome[BroadcastMessage], now: datetime) -> Ended:
    """Return a delivery before and after Telegram's answer."""
    one, lease = outcome.message.delivery, outcome.lease
    if lease:
        claimed = one.claimed(lease)
        return Ended(claimed, claimed.ended(outcome.verdict, now))
    return Ended(one, _unclaimed(one, outcome.message.key).ended(outcome.verdict, now))


def _unclaimed(one: Delivery, key: str) -> Delivery:
    """Return a delivery that was not claimed now; that it was begun by one who died stays known."""
    claim = one.claim(key)
    return replace(one, outcome=Fate.QUEUED, lease=claim.lease if claim else None)
