"""Sends what the bot begins by itself: claim, check again, send, record. One mechanism for all of it.

A *source* (``sources/``) knows one reason to write: what is due, what it says, whether that is still
right, where claim and outcome are kept. The claim is durable before a message leaves, so a crash
costs at most one copy more, however many there are; after that the message counts as ``Unknown``.
What was sent while the store could not write is recorded first, and never sent again. Must not know
any reason, nor how a message reaches a person.
"""

import asyncio
import secrets
from collections import Counter
from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

import structlog

from bot.chat.model import Shown
from bot.cluster.clock import Clock
from bot.cluster.living import THIS_PROCESS, Living
from bot.delivery.group import together
from bot.delivery.hand import Hand
from bot.domain.broadcast.verdict import (
    HELD_BACK,
    RetryAt,
    StillDue,
    Unknown,
    Verdict,
    was_held_back,
)
from bot.domain.lease import Lease
from bot.domain.person.person import PersonId
from bot.errors import BotError, DocumentUnwritable, StoreUnavailable
from bot.metrics import METER

log = structlog.stdlib.get_logger(__name__)

AT_ONCE = 8
"""Messages of one source on their way at the same time. The pace is set by whoever sends them; a few
at once keep it when each answer takes a while, and few are uncertain after a crash.
"""

SPENT = "begun twice and never recorded"
"""The reason of a message that crashes have left unknown."""

Post = Callable[[PersonId, Shown, StillDue], Awaitable[Verdict]]
"""Sends one thing to one person, below all replies, if it may still leave when it is its turn; says
what became of it. It must ask each time before it sends: asking is what claims the message.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as it was decided. ``key`` stands for exactly this message, also after a restart."""

    person: PersonId
    key: str
    shown: Shown


Item = TypeVar("Item", bound=Hashable)
Item_contra = TypeVar("Item_contra", bound=Hashable, contravariant=True)
M = TypeVar("M", bound=Message)


@dataclass(frozen=True, slots=True)
class MessageOutcome(Generic[M]):
    """What became of a message, and under which lease it may have left (None: it never could)."""

    message: M
    verdict: Verdict
    lease: Lease | None


class Messages(Protocol[Item_contra, M]):
    """The messages of one source. Its items are what it has to deal with one by one."""

    @property
    def name(self) -> str:
        """What it is called in the log; the same for the same items, also in another round."""

    async def message(self, item: Item_contra) -> M | None:
        """Decide what is to be sent now; None for nothing, after putting right what was wrong."""

    async def claim(self, message: M, hand: Hand) -> Lease | None:
        """Claim a message that leaves now, durably, if it is still right; see ``Hand.take``.

        Asked again each time it may leave, as after a pause; then it is claimed already.
        """

    async def record(self, outcomes: Sequence[MessageOutcome[M]]) -> None:
        """Write down what became of messages, and let go of their claims."""


class Source(Protocol):
    """One reason to write to people."""

    @property
    def name(self) -> str:
        """What it is called in the log."""

    async def round(self, dispatcher: "Dispatcher") -> Counter[str]:
        """Have everything sent that is due now; return how it ended, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatcher:
    """Sends the messages of all sources."""

    clock: Clock
    post: Post
    stop: asyncio.Event
    """Set when the process ends: what is on its way is finished, nothing more is begun."""

    sources: tuple[Source, ...] = ()
    """Those that are looked at at every tick, in this order."""

    owner: str = field(default_factory=lambda: secrets.token_hex(4))
    """The ``worker_id`` in every claim."""

    living: Living = THIS_PROCESS

    _under_way: set[tuple[str, Hashable]] = field(default_factory=set)
    _unrecorded: dict[tuple[str, Hashable], MessageOutcome[Any]] = field(default_factory=dict)
    """By the name of its source and its item, what was sent while the store could not write."""

    _again: asyncio.Lock = field(default_factory=asyncio.Lock)
    _unsent: set[str] = field(default_factory=set)
    """Keys under which a claim of ours may be stored although nothing was sent."""

    async def send_due(self) -> Counter[str]:
        """Send everything that is due now; return how each message ended, by verdict.

        May run twice at once. Whatever goes wrong with one source, the others have their round.
        """
        tally: Counter[str] = Counter()
        for source in self.sources:
            try:
                tally += await source.round(self)
            except BotError as error:
                log.error("source_failed", source=source.name, error=str(error))  # noqa: TRY400 -- our errors tell all in one line
            except Exception:
                log.exception("source_failed", source=source.name)
        return tally

    async def send(
        self, source: Messages[Item, M], items: Iterable[Item], at_once: int = AT_ONCE
    ) -> dict[Item, str]:
        """Deal with these items, a few at once; return how each ended. One under way is left alone."""
        free = [item for item in dict.fromkeys(items) if self.is_free(source, item)]
        waiting, ended = iter(free), await self.record_left(source)

        async def take() -> Sequence[Item]:
            return [item for item in (next(waiting, None),) if item is not None]

        return ended | (await self.work(source, take, min(at_once, len(free))) if free else {})

    def is_free(self, source: Messages[Item, M], item: Item) -> bool:
        """Say whether an item is neither under way nor sent and waiting to be recorded."""
        mark = (source.name, item)
        return mark not in self._under_way and mark not in self._unrecorded

    async def work(
        self,
        source: Messages[Item, M],
        take: Callable[[], Awaitable[Sequence[Item]]],
        at_once: int = AT_ONCE,
    ) -> dict[Item, str]:
        """Deal with what ``take`` gives, so many groups at once, until it gives nothing.

        The messages of a group leave together and are recorded together.
        """
        ended: dict[Item, str] = {}

        async def be_worker() -> None:
            while not self.stop.is_set():
                if not (items := await take()):
                    return
                free = [item for item in items if self.is_free(source, item)]
                ended.update(await self._deal_with(source, free))

        async with asyncio.TaskGroup() as workers:
            for _ in range(at_once):
                workers.create_task(be_worker())
        return ended

    async def record_left(self, source: Messages[Item, M]) -> dict[Item, str]:
        """Write down what could not be written when it was sent; return what was."""
        left = {
            item: outcome for (name, item), outcome in self._unrecorded.items()
            if name == source.name and (name, item) not in self._under_way
        }  # fmt: skip
        return await self._record(source, left) if left else {}  # type: ignore[arg-type] # its items

    async def _deal_with(self, source: Messages[Item, M], items: Sequence[Item]) -> dict[Item, str]:
        marks = {(source.name, item) for item in items}
        self._under_way.update(marks)
        hands: dict[Item, Hand] = {}
        try:
            works = {one: self._send(source, one, hands) for one in items}
            found = await together(works, lambda known: self._record(source, _left(known)))
            ended = {item: one for item, one in found.items() if isinstance(one, str)}
            ended |= await self._record(source, _left(found))
            for item, one in ended.items():
                word = hands[item].counted(one) if item in hands else one
                METER.count("messages", source.name.partition(" ")[0], word)
            return ended
        finally:
            self._under_way.difference_update(marks)
            for item, hand in hands.items():
                if (source.name, item) not in self._unrecorded:
                    self.living.let_go(self.owner, hand.key)

    async def _send(
        self, source: Messages[Item, M], item: Item, hands: dict[Item, Hand]
    ) -> MessageOutcome[M] | str:
        """Send what an item has to say, and return what became of it, or why it says nothing."""
        try:
            message = await source.message(item)
            if message is None:
                return "not_due"
            key = message.key
            hand = hands[item] = self._hand(key)
            try:
                verdict = await self._post(source, message, hand)
            finally:
                hand.let_next()
        except BotError as error:
            log.error("message_failed", source=source.name, item=item, error=str(error))  # noqa: TRY400 -- as above
            return "failed"
        except Exception:
            log.exception("message_failed", source=source.name, item=item)
            return "failed"
        if hand.error:
            self._unsent.add(key)
            log.error("message_not_claimed", source=source.name, item=item, error=str(hand.error))
            return "failed"
        return MessageOutcome(message, verdict, hand.lease)

    def _hand(self, key: str) -> Hand:
        was_unsent = key in self._unsent
        return Hand(
            key, self.owner, self.clock, self.living, was_unsent=was_unsent, again=self._again
        )

    async def _post(self, source: Messages[Item, M], message: M, hand: Hand) -> Verdict:
        """Send a message; after an error nobody knows whether it arrived, unless it could not leave."""

        async def leaves() -> bool:
            return await hand.leaves(lambda: source.claim(message, hand))

        self.living.hold(self.owner, hand.key)
        try:
            verdict = await self.post(message.person, message.shown, leaves)
        except Exception as error:
            if hand.was_refused:
                verdict = RetryAt(self.clock(), HELD_BACK)
            else:
                log.exception("message_not_confirmed", source=source.name, person=message.person)
                verdict = Unknown(type(error).__name__)
        return Unknown(SPENT) if hand.is_spent else verdict

    async def _record(
        self, source: Messages[Item, M], sent: dict[Item, MessageOutcome[M]]
    ) -> dict[Item, str]:
        """Write down what became of messages; what cannot be written now is kept until it can."""
        outcomes: dict[tuple[str, Hashable], MessageOutcome[Any]] = {
            (source.name, item): outcome for item, outcome in sent.items()
        }
        self._unrecorded.update(outcomes)
        try:
            await source.record([*sent.values()])
        except (StoreUnavailable, DocumentUnwritable) as error:
            log.warning("messages_not_recorded", source=source.name, reason=str(error))
            return dict.fromkeys(sent, "failed")
        except BotError as error:
            log.error("messages_not_recordable", source=source.name, error=str(error))  # noqa: TRY400 -- as above
            self._forget(outcomes)
            return dict.fromkeys(sent, "failed")
        self._forget(outcomes)
        for outcome in sent.values():
            self._unsent.discard(outcome.message.key)
        return {item: _word(outcome.verdict) for item, outcome in sent.items()}

    def _forget(self, outcomes: dict[tuple[str, Hashable], MessageOutcome[Any]]) -> None:
        for mark, outcome in outcomes.items():
            self._unrecorded.pop(mark, None)
            self.living.let_go(self.owner, outcome.message.key)


def _left(found: Mapping[Item, MessageOutcome[M] | str]) -> dict[Item, MessageOutcome[M]]:
    """Return those that had something to send, with what became of it."""
    return {item: one for item, one in found.items() if isinstance(one, MessageOutcome)}


def _word(verdict: Verdict) -> str:
    """Return what became of a message in a word."""
    return "held_back" if was_held_back(verdict) else type(verdict).__name__.lower()
