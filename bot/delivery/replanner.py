"""Plans a school's messages anew after its schedule changed, in the background: reminders, repeated broadcasts.

If the process dies meanwhile, a message planned for too early is put right when it is due, because
the sender checks again; one planned for too late is put right by the teacher's next sign.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import inf

import structlog

from bot.cluster.background import Background
from bot.delivery.planner import Planner
from bot.domain.broadcast.batch import LONGEST_HELD
from bot.domain.broadcast.broadcast import Broadcast, Phase
from bot.domain.broadcast.repetition import moved_turn
from bot.domain.person.person import Person
from bot.errors import BotError
from bot.store.base import Keep, Put, Store, Write
from bot.store.codec.broadcasts import BROADCAST_DUE, BROADCAST_SCHOOL, BROADCASTS
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL

log = structlog.stdlib.get_logger(__name__)

AT_ONCE = 4
"""Teachers planned at the same time, so that saves for replies need not wait behind a school's."""


@dataclass(frozen=True, slots=True)
class Replanner:
    """Walks through schools, one after the other, each at most once at a time."""

    store: Store
    planner: Planner
    clock: Callable[[], datetime]
    _waiting: dict[str | None, None] = field(default_factory=dict)
    """Schools in the order in which they come; None stands for everybody."""

    _background: Background = field(default_factory=lambda: Background("replanner"))

    def begin(self, school: str | None) -> None:
        """Begin to plan a school's teachers (None: everybody) anew and return at once."""
        self._waiting[school] = None
        if not self._background:
            self._background.begin(self._work())

    async def put_right(self) -> None:
        """Let go on what only a clock that ran ahead can have put off: between two ticks nobody notices one."""
        waiting = await self.store.find(BROADCASTS, BROADCAST_DUE.up_to(inf))
        for key in waiting:
            try:
                head = await self.store.get(BROADCASTS, key)
            except BotError:
                continue  # named in the log when it was found
            if head and _was_put_off(head, self.clock()):
                await self._move(key)

    async def finish(self) -> None:
        """Return when nothing is left to plan."""
        await self._background.finish()

    async def stop(self, seconds: float) -> None:
        """Finish what can be finished in this time and give the rest up; call before the store closes."""
        await self._background.stop(seconds)

    async def _work(self) -> None:
        while self._waiting:
            school = next(iter(self._waiting))
            del self._waiting[school]  # first, so that a change meanwhile is walked once more
            members = (PERSON_SCHOOL.equals(school),) if school else ()
            line = iter(await self.store.find(PEOPLE, *members))

            async def walk(line: Iterator[str] = line) -> None:
                for key in line:
                    await self._plan(key)

            await asyncio.gather(*(walk() for _ in range(AT_ONCE)))
            theirs = (BROADCAST_SCHOOL.equals(school),) if school else ()
            for key in tuple(await self.store.find(BROADCASTS, *theirs)):
                await self._move(key)

    async def _move(self, key: str) -> None:
        """Let a turn of a repeated broadcast that waits follow its school's schedule.

        One that only a clock that ran ahead can have put off goes on now.
        """

        def decide(head: Broadcast | None) -> tuple[Write[Broadcast], None]:
            now = self.clock()
            if head and _was_put_off(head, now):
                return Put(replace(head, due=now)), None
            school = self.planner.rights().schools.get(head.school) if head else None
            if head is None or school is None:
                return Keep(), None
            moved = moved_turn(head, school, self.planner.world.calendar, now)
            return (Put(replace(head, due=moved)) if moved else Keep()), None

        try:
            await self.store.update(BROADCASTS, key, decide)
        except BotError as error:
            log.warning("turn_not_moved", broadcast=key, error=str(error))

    async def _plan(self, key: str) -> None:
        def decide(person: Person | None) -> tuple[Write[Person], None]:
            if person is None:
                return Keep(), None
            planned = self.planner.with_due(person, self.clock())
            return (Keep() if planned is person else Put(planned)), None

        try:
            await self.store.update(PEOPLE, key, decide)
        except BotError as error:
            log.warning("not_planned_anew", person=key, error=str(error))


def _was_put_off(head: Broadcast, now: datetime) -> bool:
    """Say whether a clock that ran ahead has put a broadcast off.

    It is under way and held back for longer than that is possible, or was to begin at once, and that
    has not come yet.
    """
    if head.due is None or head.due <= now:
        return False
    if head.phase is Phase.WAITING:
        return head.due <= head.made_at
    return head.phase is Phase.SENDING and head.due > now + LONGEST_HELD
