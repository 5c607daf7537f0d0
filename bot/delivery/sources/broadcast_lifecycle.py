"""The course of one broadcast: may it begin, may it go on, has it ended, who watches it.

Reads and writes heads only; the deliveries are ``broadcast``'s.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.chat.context import Context
from bot.chat.model import Screen
from bot.chat.pressing import draw
from bot.chat.screens.broadcast.routes import SIAR_ONE
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.delivery.broadcasts import chunks_in, report_on
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.relay import Relay
from bot.delivery.sources.late_question import LateQuestion
from bot.domain.breach import is_breach
from bot.domain.broadcast.batch import Batch, DeliveryReport, Fate, SkipReason
from bot.domain.broadcast.broadcast import Broadcast, Phase
from bot.domain.broadcast.lateness import is_stale
from bot.domain.broadcast.repetition import coming_again, moved_turn
from bot.domain.broadcast.verdict import Verdict
from bot.domain.person.person import Person, PersonId
from bot.domain.school.access import Action
from bot.errors import BotError
from bot.store.base import Keep, Put, Store, Write
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.people import PEOPLE

log = structlog.stdlib.get_logger(__name__)

TELL_SECONDS = 3.0
"""Between two edits of the message that shows the progress."""

WATCHED = timedelta(minutes=10)
"""So long after she has confirmed it a coordinator looks at its progress; later an edit is not noticed."""

ShowTo = Callable[[PersonId, Screen, int | None], Awaitable[Verdict]]
"""Shows a screen in place of a message, or as a new one (None)."""


@dataclass(slots=True)
class ProgressWatch:
    """What is known of a broadcast while its progress is told."""

    has_ended: bool = False
    """Whether it was brought to its end here, and not by another graph that tells of it, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastLifecycle:
    """The heads of the broadcasts in one store."""

    store: Store
    world: World
    expander: Relay
    show: ShowTo
    clock: Callable[[], datetime]
    dispatcher: Dispatcher
    tell_seconds: float = TELL_SECONDS

    async def begin(self, key: str) -> Broadcast | None:
        """Return a broadcast that is to be sent now, with its deliveries; else None."""
        head = await self.store.get(BROADCASTS, key)
        if head is None or head.phase not in (Phase.WAITING, Phase.LATE, Phase.SENDING):
            return None
        if not self._allowed(head):
            await self._change(key, lambda known: known.ended(Phase.WITHOUT_SENDER, self.clock()))
            log.warning("broadcast_stopped_without_right", broadcast=key)
            return None
        if await self._is_held(head):
            return None
        if head.chunks is None:
            await self.expander.find_recipients(head)
        now = self.clock()
        return await self._change(
            key, lambda known: known.begun(now) if known.phase is Phase.WAITING else known
        )

    async def _is_held(self, head: Broadcast) -> bool:
        """Say whether it may not begin now: it moved, or it is late and waits for its sender's word."""
        school, now = self.expander.rights().schools.get(head.school), self.clock()
        if school is None:
            return False
        if head.phase is Phase.LATE:
            await self._ask(head)
            return True
        moved = moved_turn(head, school, self.world.calendar, now)
        if moved:
            await self._change(head.id, lambda known: replace(known, due=moved), head.phase)
            return True
        if not is_stale(head, school.zone, now):
            return False
        await self._change(head.id, lambda known: known.late(now), head.phase)
        log.warning("broadcast_late", broadcast=head.id, due=str(head.due))
        return True

    async def _ask(self, head: Broadcast) -> None:
        """Ask the sender of a late broadcast what is to become of it."""
        question = LateQuestion(
            store=self.store, clock=self.clock, world=self.world, head=head, draw=self._drawn
        )
        await self.dispatcher.send(question, [head.by])

    def _drawn(self, person: Person, report: DeliveryReport) -> Screen:
        """Return the page of a broadcast as it is drawn for somebody."""
        head = report.broadcast
        standing = replace(person, place=SIAR_ONE(head.school, head.id))
        known = Context(rights=self.expander.rights(), broadcast=report)
        return draw(TurnContext(person=standing, world=self.world, now=self.clock(), known=known))

    async def goes_on(self, key: str) -> bool:
        """Say whether the next claim may be made: not paused, not stopped, still allowed."""
        head = await self.store.get(BROADCASTS, key)
        return head is not None and head.phase is Phase.SENDING and self._allowed(head)

    async def settle(self, key: str) -> bool:
        """Put down how far a broadcast is after its workers have rested, and plan its repetition.

        Say whether this has brought it to its end.
        """
        head = await self.store.get(BROADCASTS, key)
        if head is None or head.phase is not Phase.SENDING:
            return False
        report = DeliveryReport.of(head, await chunks_in(self.store, head))
        now = self.clock()
        if report.open:
            due = report.next_after or now
            await self._change(key, lambda known: replace(known, due=due), Phase.SENDING)
            return False
        if head.repeats and self._allowed(head):
            school = self.expander.rights().schools.get(head.school)
            if school:
                coming = coming_again(head, school, self.world.calendar, now)
                await self.store.update(
                    BROADCASTS, coming.id, lambda known: (Keep() if known else Put(coming), None)
                )
        stopped = any(one.reason == SkipReason.STOPPED for one in report.deliveries)
        phase = Phase.STOPPED if stopped else Phase.DONE  # sent again, but not to everybody
        ended = await self._end(key, phase, now)
        if ended:
            counts = {str(k): n for k, n in report.counts.items()}
            log.info("broadcast_done", broadcast=key, **counts)
        return ended

    async def _end(self, key: str, phase: Phase, now: datetime) -> bool:
        """End a broadcast that is being sent; say whether nobody else has."""

        def decide(known: Broadcast | None) -> tuple[Write[Broadcast], bool]:
            if known is None or known.phase is not Phase.SENDING:
                return Keep(), False
            return Put(known.ended(phase, now)), True

        return await self.store.update(BROADCASTS, key, decide)

    @asynccontextmanager
    async def telling(self, head: Broadcast) -> AsyncIterator[ProgressWatch]:
        """Keep the progress in the coordinator's sight while the block lasts, and tell its end."""
        watch = ProgressWatch()
        if head.is_letter or is_breach(head):
            yield watch
            return
        teller = asyncio.create_task(self._tell_often(head))
        try:
            yield watch
        finally:
            teller.cancel()
            with suppress(asyncio.CancelledError):
                await teller
        await self._tell(head, watch)

    async def _tell_often(self, head: Broadcast) -> None:
        while True:
            await asyncio.sleep(self.tell_seconds)
            await self._tell(head, ProgressWatch())

    async def _tell(self, head: Broadcast, watch: ProgressWatch) -> None:
        """Edit the message on which she watches; if she watches none, tell her only the end."""
        try:
            person = await self.store.get(PEOPLE, str(head.by))
            now_head = await self.store.get(BROADCASTS, head.id)
            if person is None or now_head is None or not person.reachable:
                return
            watched = SIAR_ONE.at(person.place)
            message = watched.message if watched and watched.broadcast == head.id else None
            is_over = watch.has_ended or now_head.phase is Phase.STOPPED
            if message is None and not is_over:
                return
            chunks = await chunks_in(self.store, now_head)
            if message is None and not _came_to_its_end(now_head, chunks):
                return
            report = await report_on(self.store, now_head)
            screen = self._drawn(person, report)
            if message or not _reached_nobody(report):
                await self.show(person.id, screen, message)
            if watch.has_ended and _reached_nobody(report):
                first = self.world.texts.say("broadcast-reached-nobody")
                await self.show(person.id, replace(screen, text=f"{first}\n\n{screen.text}"), None)
        except BotError as error:
            log.warning("progress_not_told", broadcast=head.id, reason=str(error))

    def _allowed(self, head: Broadcast) -> bool:
        """Say whether its sender may still send it. A letter was checked when it was taken.

        A notice of a breach comes from whoever runs the bot, outside any school.
        """
        if head.is_letter or is_breach(head):
            return True
        return self.expander.rights().may(head.by, Action.BROADCAST, head.school)

    async def _change(
        self,
        key: str,
        change: Callable[[Broadcast], Broadcast],
        only: Phase | None = None,
    ) -> Broadcast | None:
        """Change a head (only in this phase); return it as it is then."""

        def decide(known: Broadcast | None) -> tuple[Write[Broadcast], Broadcast | None]:
            if known is None or (only and known.phase is not only):
                return Keep(), known
            after = change(known)
            return (Put(after) if after != known else Keep()), after

        return await self.store.update(BROADCASTS, key, decide)


def _reached_nobody(report: DeliveryReport) -> bool:
    """Say whether a broadcast has ended without anybody's having it, long after it was confirmed."""
    head = report.broadcast
    if head.phase is not Phase.DONE or head.ended_at is None:
        return False
    waited = head.ended_at - head.made_at > WATCHED
    return waited and not any(report.counts[one] for one in (Fate.SENT, Fate.UNKNOWN))


def _came_to_its_end(head: Broadcast, chunks: list[Batch]) -> bool:
    """Say whether nothing was left to send; who stops a broadcast herself knows."""
    left = (Fate.QUEUED, Fate.SENDING)
    if head.phase is Phase.STOPPED:
        return not any(one.outcome in left for chunk in chunks for one in chunk.deliveries)
    return head.phase is Phase.DONE
