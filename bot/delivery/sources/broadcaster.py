"""Sends the broadcasts: claim a few, send them, write down what became of each.

A few hands work on each broadcast that is under way. A claim is durable before its messages
leave, and every claim reads the broadcast again, so a pause or a stop holds within a second. After
a crash what had been claimed is claimed anew (``chunk``). Must not know how a message reaches a
person.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.chat.model import Screen, Shown
from bot.chat.screens.replies.messages import broadcast_message
from bot.chat.world import World
from bot.cluster.notifier import Notifier
from bot.delivery.broadcasts import read_arrivals
from bot.delivery.sources.broadcast_lifecycle import BroadcastLifecycle
from bot.domain.broadcast.batch import Batch, Delivery, Outcome, chunk_key
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.broadcast.verdict import RetryAt, StillDue, Unknown, Verdict
from bot.domain.person.person import PersonId
from bot.errors import BotError, DocumentDamaged, DocumentTooNew, StoreUnavailable
from bot.store.base import Keep, Put, Store, Where, Write
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.people import PEOPLE
from bot.store.unreachable import mark_unreachable

log = structlog.stdlib.get_logger(__name__)

WORKERS = 3
"""Claims of one broadcast under way at the same time."""

CLAIM = 4
"""Messages in a claim. With an API that answers in 60 ms two on their way would keep the pace; the
others absorb a slow answer, and 12 are the most that can arrive twice after a crash.
"""

ROUND_SECONDS = 1.0
"""How often the outbox is looked at when nothing rings."""

FINISH_SECONDS = 4.0
"""How long what is on its way is waited for when the process stops."""

RETRY_SECONDS = 1.0
"""Between two attempts to write down what was sent."""

Post = Callable[[PersonId, Shown, StillDue], Awaitable[Verdict]]
"""Sends one thing to one person, below all replies, unless it is no longer wanted when it is its
turn; says what became of it.
"""


@dataclass(slots=True)
class _Line:
    """Where the hands of one broadcast are: all chunks before this one are claimed."""

    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcaster:
    """Carries the broadcasts of one store to their end."""

    store: Store
    world: World
    course: BroadcastLifecycle
    post: Post
    notifier: Notifier
    stop: asyncio.Event
    clock: Callable[[], datetime]
    run: str = field(default_factory=lambda: secrets.token_hex(4))
    """The name of this run of the process, in every claim it makes."""

    _under_way: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _held: set[tuple[str, int]] = field(default_factory=set)
    """Broadcast and person of what is claimed, and not written down yet."""

    async def serve(self) -> None:
        """Work until the process stops; then finish what is on its way, but not for ever."""
        for key in self.store.find(PEOPLE, Where(outgoing=True)):
            self.notifier.writers.add(int(key))
        while not self.stop.is_set():
            try:
                await self.look()
            except Exception:
                log.exception("outbox_failed")
            await self.notifier.rung(ROUND_SECONDS)
        await self.finish(FINISH_SECONDS)

    async def look(self) -> None:
        """Take what people have for the outbox, and set going what is due."""
        if not self.notifier.arrivals.is_read:
            await read_arrivals(self.store, self.notifier.arrivals, self.clock())
        for writer in tuple(self.notifier.writers):
            if await self._take_from(writer):
                self.notifier.writers.discard(writer)
        for key in self.store.find(BROADCASTS, Where(due_by=self.clock().timestamp())):
            if key not in self._under_way:
                task = asyncio.create_task(self._carry(key))
                self._under_way[key] = task
                task.add_done_callback(lambda _, key=key: self._under_way.pop(key, None))  # type: ignore[misc] # bound by its default

    async def _tell_not_sent(self, writer: PersonId) -> None:
        """Tell somebody that her answer goes nowhere: what she answered is gone, or whoever wrote it."""
        await self.course.show(writer, Screen(self.world.texts.say("letter-not-sent")), None)

    async def _take_from(self, writer: int) -> bool:
        """Take what one person has for the outbox; False if that must be tried again."""
        try:
            if not await self.course.expander.take_from(writer):
                await self._tell_not_sent(PersonId(writer))
        except BotError as error:
            log.warning("outgoing_not_taken", writer=writer, reason=str(error))
            # Nobody repairs a damaged document while the bot runs; a full disk gets room again.
            return isinstance(error, DocumentDamaged | DocumentTooNew)
        return True

    async def finish(self, seconds: float | None = None) -> None:
        """Return when nothing is under way any more; give up after so many seconds."""
        while tasks := set(self._under_way.values()):
            _, late = await asyncio.wait(tasks, timeout=seconds)
            for task in late:
                task.cancel()

    async def give_up(self) -> None:
        """End what is under way at once; the next run of the process claims it anew."""
        tasks = tuple(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _carry(self, key: str) -> None:
        """Send one broadcast as far as it goes now. Whatever goes wrong, the others go on."""
        try:
            head = await self.course.begin(key)
            if head is None:
                return
            line = _Line()
            async with self.course.telling(head):
                async with asyncio.TaskGroup() as hands:
                    for _ in range(WORKERS):
                        hands.create_task(self._work(head, line))
                if not self.stop.is_set():
                    await self.course.settle(key)
        except* BotError as errors:
            log.error("broadcast_interrupted", broadcast=key, errors=repr(errors.exceptions))  # noqa: TRY400 -- our errors tell all in one line
        except* Exception:
            log.exception("broadcast_interrupted", broadcast=key)

    async def _work(self, head: Broadcast, line: _Line) -> None:
        """Be one of the hands: claim, send, write down, until there is nothing to claim."""
        while not self.stop.is_set():
            try:
                found = (
                    await self._claim(head, line) if await self.course.goes_on(head.id) else None
                )
            except BotError as error:
                # This hand rests and the others finish what they hold; the next look goes on.
                log.warning("claim_failed", broadcast=head.id, reason=str(error))
                await asyncio.sleep(RETRY_SECONDS)
                return
            if found is None:
                return
            number, claimed = found
            ended = await asyncio.gather(*(self._deliver(head, one) for one in claimed))
            await self._record(head, number, ended)
            self.notifier.arrivals.note(head, ended, self.clock())
            self._held.difference_update((head.id, one.person) for one in claimed)

    async def _claim(self, head: Broadcast, line: _Line) -> tuple[int, tuple[Delivery, ...]] | None:
        """Claim the next few that wait; None when there are none left."""
        while line.number < (head.chunks or 0):
            number = line.number
            try:
                taken = await self._claim_in(head, number)
            except (DocumentDamaged, DocumentTooNew) as error:
                log.error("chunk_unreadable", broadcast=head.id, reason=str(error))  # noqa: TRY400 -- as above
                taken = ()
            if taken:
                return number, taken
            line.number = max(line.number, number + 1)
        return None

    async def _claim_in(self, head: Broadcast, number: int) -> tuple[Delivery, ...]:
        """Claim some of one chunk. From the decision on they are held, unless the claim fails."""
        now = self.clock()
        mine: set[tuple[str, int]] = set()

        def decide(chunk: Batch | None) -> tuple[Write[Batch], tuple[Delivery, ...]]:
            self._held.difference_update(mine)
            mine.clear()
            if chunk is None:
                return Keep(), ()
            held = {person for broadcast, person in self._held if broadcast == head.id}
            after, taken = chunk.claimed(self.run, CLAIM, now, held)
            mine.update((head.id, one.person) for one in taken)
            self._held.update(mine)
            return (Put(after) if taken else Keep()), taken

        try:
            return await self.store.update(CHUNKS, chunk_key(head.id, number), decide)
        except BaseException:
            self._held.difference_update(mine)
            raise

    async def _deliver(self, head: Broadcast, one: Delivery) -> Delivery:
        """Send one message and return the delivery as it is then."""
        try:
            return await self._attempt(head, one)
        except Exception as error:
            # Nobody knows whether it arrived; the others get theirs.
            log.exception("delivery_not_confirmed", broadcast=head.id, person=one.person)
            return one.ended(Unknown(type(error).__name__), self.clock())

    async def _attempt(self, head: Broadcast, one: Delivery) -> Delivery:
        try:
            person = await self.store.get(PEOPLE, str(one.person))
        except (DocumentDamaged, DocumentTooNew):
            return replace(one, outcome=Outcome.REFUSED, reason="document unreadable")
        except StoreUnavailable as error:
            # Surely not sent: queued again, like what Telegram could not take.
            return one.ended(RetryAt(self.clock(), error.cause), self.clock())
        if otherwise := self.course.otherwise(head, one, person):
            return otherwise
        message = broadcast_message(head, one.name, self.world, person)
        verdict = await self.post(PersonId(one.person), message, lambda: self._still(head, one))
        ended = one.ended(verdict, self.clock())
        if ended.outcome is Outcome.GONE:
            await self._mark_unreachable(one.person)
        return ended

    async def _still(self, head: Broadcast, one: Delivery) -> bool:
        """Say whether a message that has waited may leave: not paused, and still right for her."""
        try:
            person = await self.store.get(PEOPLE, str(one.person))
        except BotError:
            return False
        if head.id in self.notifier.halted or self.stop.is_set():
            return False
        return self.course.otherwise(head, one, person) is None

    async def _record(self, head: Broadcast, number: int, ended: list[Delivery]) -> None:
        """Write down what became of a claim; tried until it succeeds, because it was sent."""

        def decide(chunk: Batch | None) -> tuple[Write[Batch], None]:
            return (Put(chunk.with_ended(ended)) if chunk else Keep()), None

        while True:
            try:
                await self.store.update(CHUNKS, chunk_key(head.id, number), decide)
            except StoreUnavailable:
                log.warning("deliveries_not_recorded", broadcast=head.id)
                await asyncio.sleep(RETRY_SECONDS)
            except (DocumentDamaged, DocumentTooNew) as error:
                log.error("chunk_unreadable", broadcast=head.id, reason=str(error))  # noqa: TRY400 -- as above
                return
            else:
                return

    async def _mark_unreachable(self, person: int) -> None:
        try:
            await mark_unreachable(self.store, person)
        except BotError as error:  # the next message finds out anew
            log.warning("not_marked_unreachable", person=person, reason=str(error))
