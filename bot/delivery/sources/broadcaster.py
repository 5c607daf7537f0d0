"""Carries the broadcasts and letters of one store to their end: who begins, who works, what is left.

Some workers send each that is under way, a few messages each. Their messages are ``broadcast``'s and
``reply``'s, their heads ``broadcast_lifecycle``'s. Must not send; see ``dispatcher``.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from bot.chat.model import Screen
from bot.chat.world import World
from bot.cluster.background import Background
from bot.cluster.clock import Clock
from bot.cluster.notifier import Notifier
from bot.delivery.broadcasts import read_arrivals
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.sources.breach import BreachMessages
from bot.delivery.sources.broadcast import CLAIM, BroadcastMessages
from bot.delivery.sources.broadcast_lifecycle import BroadcastLifecycle
from bot.delivery.sources.reply import ReplyMessages
from bot.domain.breach import is_breach
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.person.person import PersonId
from bot.errors import BotError
from bot.store.base import Store
from bot.store.codec.broadcasts import BROADCAST_DUE, BROADCASTS
from bot.store.codec.people import OUTGOING, PEOPLE

log = structlog.stdlib.get_logger(__name__)

WORKERS = 3
"""Who work on one broadcast at the same time; each has a few messages on their way."""

ROUND_SECONDS = 1.0
"""How often the outbox is looked at when nothing rings."""

FINISH_SECONDS = 4.0
"""How long what is on its way is waited for when the process stops."""

Refresh = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcaster:
    """Carries the broadcasts of one store to their end."""

    store: Store
    world: World
    course: BroadcastLifecycle
    dispatcher: Dispatcher
    notifier: Notifier
    stop: asyncio.Event
    clock: Clock
    refresh: Refresh | None = None
    """Called before each look: by a school as it was, a broadcast would end for want of a right."""

    few: int = CLAIM
    """How many messages one worker has on their way."""

    _under_way: set[str] = field(default_factory=set)
    _background: Background = field(default_factory=lambda: Background("broadcasts"))

    async def serve(self) -> None:
        """Work until the process stops; then finish what is on its way, but not for ever."""
        while not self.stop.is_set():
            try:
                await self.look()
            except Exception:
                log.exception("outbox_failed")
            await self.notifier.rung(ROUND_SECONDS)
        await self.finish(FINISH_SECONDS)

    async def look(self) -> None:
        """Take what older documents hold for others, and set going what is due."""
        if self.refresh:
            await self.refresh()
        if not self.notifier.arrivals.is_read:
            await read_arrivals(self.store, self.notifier.arrivals, self.clock())
        for key in await self.store.find(PEOPLE, OUTGOING.equals(1)):
            await self._take_from(int(key))
        for key in await self.store.find(BROADCASTS, BROADCAST_DUE.up_to(self.clock().timestamp())):
            if key not in self._under_way:
                self._under_way.add(key)
                self._background.begin(self._carry(key))

    async def _tell_not_sent(self, writer: PersonId) -> None:
        """Tell somebody that her answer goes nowhere: what she answered is gone, or whoever wrote it."""
        await self.course.show(writer, Screen(self.world.texts.say("letter-not-sent")), None)

    async def _take_from(self, writer: int) -> None:
        """Take what one person holds for others; when that fails she is found at the next look."""
        try:
            if not await self.course.expander.take_from(writer):
                await self._tell_not_sent(PersonId(writer))
        except BotError as error:
            log.warning("outgoing_not_taken", writer=writer, reason=str(error))

    async def finish(self, seconds: float | None = None) -> None:
        """Return when nothing is under way any more; give up after so many seconds."""
        if seconds is None:
            await self._background.finish()
        else:
            await self._background.stop(seconds)

    async def give_up(self) -> None:
        """End what is under way at once; the next process takes over what it had claimed."""
        await self._background.stop()

    async def _carry(self, key: str) -> None:
        """Send one broadcast as far as it goes now. Whatever goes wrong, the others go on."""
        try:
            head = await self.course.begin(key)
            if head is None:
                return
            messages = self._messages(head)
            async with self.course.telling(head) as watch:
                await self.dispatcher.record_left(messages)
                await self.dispatcher.work(messages, messages.pick, WORKERS)
                if not self.stop.is_set():
                    watch.has_ended = await self.course.settle(key)
        except* BotError as errors:
            log.error("broadcast_interrupted", broadcast=key, errors=repr(errors.exceptions))  # noqa: TRY400 -- our errors tell all in one line
        except* Exception:
            log.exception("broadcast_interrupted", broadcast=key)
        finally:
            self._under_way.discard(key)

    def _messages(self, head: Broadcast) -> BroadcastMessages:
        """Return what is left to send of one: of a broadcast, or of a letter."""
        messages = ReplyMessages if head.is_letter else BroadcastMessages
        if is_breach(head):
            messages = BreachMessages
        return messages(
            store=self.store,
            world=self.world,
            rights=self.course.expander.rights,
            clock=self.clock,
            notifier=self.notifier,
            course=self.course,
            head=head,
            dispatcher=self.dispatcher,
            few=self.few,
        )
