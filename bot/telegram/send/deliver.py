"""Replies on their way: one queue per chat, so that each chat sees them in order.

Nobody waits for a delivery: a turn is finished when it is saved. Knows nothing of updates, and
leaves to ``sending`` what an answer of Telegram means.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog
from telegram import Message

from bot.chat.model import File, Picture, Reaction, Screen, Shown
from bot.cluster.rate_limit import BULK, REPLY, RateLimiter
from bot.domain.broadcast.verdict import TOO_MANY, Gone, RetryAt, Sent, StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.telegram.send.chat_call import BULK_PATIENCE_SECONDS, Way
from bot.telegram.send.sending import Sending
from bot.telegram.send.working import Working

log = structlog.stdlib.get_logger(__name__)

MOST_UNDELIVERED = 2_000
"""Replies that may wait before no new updates are taken."""

SHARERS = 20
"""One chat may have this part of the room that is left for replies, so that however many flood the
bot, there is room for the next person.
"""

LEAST_SHARE = 2
"""Replies everybody may have waiting, however little room is left."""

_ACTIONS: dict[type, str] = {File: "upload_document", Picture: "upload_photo"}
"""What is said to go on while something large is on its way (Bot API: sendChatAction)."""

Unreachable = Callable[[PersonId], Awaitable[None]]
"""Told who can no longer be reached."""


@dataclass(frozen=True, slots=True)
class _Reply:
    shown: Shown | Reaction
    edits: int | None


class Deliver:
    """Delivers what turns want shown."""

    def __init__(self, sending: Sending, limiter: RateLimiter, unreachable: Unreachable) -> None:
        self._sending = sending
        self.working = Working(sending.bot)
        self._limiter = limiter
        self._unreachable = unreachable
        self._queues: dict[int, deque[_Reply]] = {}
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._undelivered = 0
        self._room = asyncio.Event()
        self._room.set()
        self._idle = asyncio.Event()
        self._idle.set()

    def show(
        self,
        chat: int,
        shown: Sequence[Shown | Reaction],
        *,
        pressed: int | None = None,
        wrote: int | None = None,
    ) -> None:
        """Queue things to show in a chat; the first screen takes the place of message ``pressed``.

        Of several waiting edits of one message only the newest is sent. A reaction goes under the
        message she ``wrote``.
        """
        for thing in shown:
            if isinstance(thing, Reaction):
                self._queues.setdefault(chat, deque()).append(_Reply(thing, wrote))
                self._count(1)
                continue
            edits = pressed if isinstance(thing, Screen) and not thing.apart else None
            if edits is not None:
                pressed = None
                self._supersede(chat, edits)
            self._queues.setdefault(chat, deque()).append(_Reply(thing, edits))
            self._count(1)
        if chat in self._queues and chat not in self._workers:
            self._workers[chat] = asyncio.create_task(self._work(chat))

    async def send(
        self,
        chat: int,
        shown: Shown,
        lane: int = REPLY,
        *,
        edits: int | None = None,
        wanted: StillDue | None = None,
    ) -> Verdict:
        """Send one thing now, past the chat's queue, and return what became of it.

        With ``edits`` it takes the place of that message. What is no longer ``wanted`` when its
        turn comes, however long that took, is held back. What is below all replies does not wait
        for one chat of which Telegram wants to be left alone.
        """
        wait = self._limiter.chat_paused_for(chat)
        if lane == BULK and wait > BULK_PATIENCE_SECONDS and not self._limiter.paused_for:
            return self._sending.later(wait)
        await self._limiter.enter(chat, lane)
        return await self._sending.show(chat, shown, edits=edits, way=Way(lane, wanted))

    def learn(self, message: Message) -> None:
        """Take note of what a pressed message shows, in case nothing is known of it."""
        self._sending.showing.learn(message)

    def share(self) -> int:
        """Return how many replies one chat may have waiting at the moment."""
        return max(LEAST_SHARE, (MOST_UNDELIVERED - self._undelivered) // SHARERS)

    def undelivered_to(self, chat: int) -> int:
        """Return how many replies this chat has yet to get."""
        return len(self._queues.get(chat, ()))

    @property
    def undelivered(self) -> int:
        """How many replies all chats together have yet to get."""
        return self._undelivered

    async def room(self) -> None:
        """Return when there is room for more replies."""
        await self._room.wait()

    async def finish(self) -> None:
        """Return when everything is delivered."""
        await self._idle.wait()

    async def stop(self) -> None:
        """Give up what is not delivered yet; the next touch of each person shows it again."""
        workers = list(self._workers.values())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        await self.working.stop()

    async def _work(self, chat: int) -> None:
        """Deliver a chat's queue until it is empty."""
        queue = self._queues[chat]
        try:
            while queue:
                # Only now is it settled what is sent: a newer edit may have come meanwhile.
                await self._limiter.enter(chat)
                reply = queue.popleft()
                try:
                    again = await self._attempt(chat, reply)
                finally:
                    self._count(-1)
                if again and not self._is_superseded(queue, reply):
                    queue.appendleft(reply)
                    self._count(1)
        finally:
            self._forget(queue)
            del self._queues[chat], self._workers[chat]

    async def _attempt(self, chat: int, reply: _Reply) -> bool:
        """Send one reply; say whether it is to be sent again when it may leave."""
        try:
            with self.working.shown(chat, _ACTIONS.get(type(reply.shown))):
                verdict = await self._sending.show(chat, reply.shown, edits=reply.edits)
            if isinstance(verdict, Gone):
                await self._lose(chat, verdict)
            elif isinstance(verdict, RetryAt) and verdict.reason == TOO_MANY:
                return True
            elif not isinstance(verdict, Sent):
                log.warning("reply_not_delivered", chat=chat, verdict=repr(verdict))
        except Exception as error:
            log.exception("delivery_failed", chat=chat, error=type(error).__name__)
        return False

    async def _lose(self, chat: int, verdict: Gone) -> None:
        """Drop what is waiting for somebody who cannot be reached, and have it recorded."""
        log.info("person_unreachable", chat=chat, reason=verdict.reason)
        self._forget(self._queues[chat])
        await self._unreachable(PersonId(chat))

    def _supersede(self, chat: int, message: int) -> None:
        """Drop the waiting edits of a message that is to be edited again."""
        queue = self._queues.get(chat)
        if queue and any(reply.edits == message for reply in queue):
            kept = [reply for reply in queue if reply.edits != message]
            self._forget(queue)
            queue.extend(kept)
            self._count(len(kept))

    @staticmethod
    def _is_superseded(queue: deque[_Reply], reply: _Reply) -> bool:
        """Say whether a newer edit of the same message is waiting."""
        return reply.edits is not None and any(each.edits == reply.edits for each in queue)

    def _forget(self, queue: deque[_Reply]) -> None:
        if queue:
            self._count(-len(queue))
            queue.clear()

    def _count(self, change: int) -> None:
        before, now = self._undelivered, self._undelivered + change
        self._undelivered = now
        if (now < MOST_UNDELIVERED) is not (before < MOST_UNDELIVERED):
            _turn(self._room, is_on=now < MOST_UNDELIVERED)
        if bool(now) is not bool(before):
            _turn(self._idle, is_on=not now)


def _turn(event: asyncio.Event, *, is_on: bool) -> None:
    if is_on:
        event.set()
    else:
        event.clear()
