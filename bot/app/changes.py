"""What a turn changes outside the person's own document: schools, broadcasts, what is kept of her.

All of it is carried out before her document is saved, because only that save confirms the update:
what was cut off in between is done again with the update, or with her next tap, and twice is once
(decision 11). Only a one-time link is made anew each time, and nobody has seen the one before.
Must not decide anything.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.app.broadcasts import BroadcastOrders
from bot.app.directory import Directory
from bot.chat.model import ChangeSchool, OrderBroadcast, Turn
from bot.chat.screens.school.join import left
from bot.cluster.notifier import Notifier
from bot.delivery.erasure import forget, step_down, unasked
from bot.domain.person.person import Person
from bot.domain.school.school import COORDINATOR_CODE, Code, SchoolId
from bot.domain.school.school_change import OfTeacher, RemoveTeacher
from bot.store.base import Keep, Put, Store, Write
from bot.store.codec.people import PEOPLE


@dataclass(frozen=True, slots=True)
class Changes:
    """Carries out what turns change elsewhere in one store."""

    store: Store
    directory: Directory
    notifier: Notifier

    async def do(self, turn: Turn, now: datetime, done: Turn | None = None) -> str | None:
        """Do a turn's errands but those of a turn done; return the code of a one-time link made.

        Raises StoreUnavailable when something was not done; all may be done again.
        """
        person = turn.person.id
        fresh: str | None = None
        announcer = BroadcastOrders(self.store, self.directory, self.notifier)
        for change in turn.changes:
            match change:
                case _ if done and change in done.changes:
                    continue
                case ChangeSchool(school, of_school):
                    secret = await self.directory.change(school, of_school, person, now)
                    if secret:
                        fresh = str(Code(COORDINATOR_CODE, school, secret))
                    if isinstance(of_school, OfTeacher):
                        await self._change_teacher(school, of_school)
                    await announcer.ended_with(school, now)
                case OrderBroadcast():
                    await announcer.order(change, person, now)
                case _:
                    assert_never(change)
        if done and done.write == turn.write:
            return fresh
        if turn.write == "drop":
            await self.directory.forget(person, now)
            await unasked(self.store, self._coordinators(), person)
            await forget(self.store, self.notifier, person, now)
        elif _withdraws(turn, now):
            await self.directory.forget(person, now)
            await step_down(self.store, self.notifier, person, now)
        return fresh

    async def _change_teacher(self, school: SchoolId, change: OfTeacher) -> None:
        """Change a teacher's own document as her school was changed, if she is (still) in it."""

        def decide(person: Person | None) -> tuple[Write[Person], None]:
            if person is None or person.school != school:
                return Keep(), None
            if isinstance(change, RemoveTeacher):
                return Put(left(person)), None
            return Put(replace(person, shown_name=change.name)), None

        await self.store.update(PEOPLE, str(change.person), decide)

    def _coordinators(self) -> set[int]:
        schools = self.directory.rights.schools.values()
        return {one.id for school in schools for one in school.coordinators}

    async def finish(self, turn: Turn, now: datetime) -> None:
        """Take back what the outbox was just taking from her while her data were deleted."""
        if turn.write == "drop" and (turn.person.letters or turn.person.announced):
            await forget(self.store, self.notifier, turn.person.id, now)


def has_changes(turn: Turn, now: datetime) -> bool:
    """Say whether a turn changes anything but the person's own document."""
    return bool(turn.changes) or turn.write == "drop" or _withdraws(turn, now)


def _withdraws(turn: Turn, now: datetime) -> bool:
    """Say whether she withdraws her consent in this very turn."""
    consent = turn.person.consent
    return turn.write == "put" and consent is not None and consent.withdrawn_at == now
