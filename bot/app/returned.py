"""Lets those leave once more whom a restored backup has brought back: they had deleted their data, or agreed no more.

Done before anybody is served. Must not tell them: they were told when they left.
"""

from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.app.changes.commit import Commits
from bot.chat.model import Turn
from bot.domain.person.farewell import Farewell, FarewellKind, farewell_key
from bot.domain.person.leaving import EraseOwnData, WithdrawConsent
from bot.domain.person.person import Person, PersonId, guest
from bot.domain.school.access import AccessRefused, Rights
from bot.errors import BotError
from bot.store.codec.farewells import FAREWELLS
from bot.store.codec.people import PEOPLE

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Returned:
    """Looks for them in one store, by the marks of its commits."""

    commits: Commits

    async def sweep(self, now: datetime) -> int:
        """Carry out again (now: UTC) what a restored backup has undone; say for how many people.

        Costs nothing while nobody has left lately. One whose documents cannot be written stays, and is named
        in the log.
        """
        store, marks = self.commits.store, self.commits.marks
        known = set(await store.find(FAREWELLS))
        if not known:
            return 0
        found = 0
        for key in await store.find(PEOPLE):
            mark = marks.of(int(key))
            for one in sorted(known & {farewell_key(mark, kind) for kind in FarewellKind}):
                try:
                    found += await self._again(PersonId(int(key)), one, now)
                except BotError as error:
                    log.error("not_left_again", person=key, reason=str(error))  # noqa: TRY400 -- our errors tell all in one line
        if found:
            log.warning("left_again", people=found)
        return found

    async def _again(self, person: PersonId, key: str, now: datetime) -> bool:
        farewell = await self.commits.store.get(FAREWELLS, key)
        if farewell is None:
            return False
        again = _Again(farewell, now)
        saved = await self.commits.take(person, again.decide, again.refuse, now)
        return bool(saved.turn.changes) and saved.refused is None


@dataclass(frozen=True, slots=True)
class _Again:
    """Decides one farewell anew."""

    farewell: Farewell
    now: datetime

    def decide(self, stored: Person | None, _: Rights) -> Turn:
        if stored is None or not self.farewell.is_undone_in(stored):
            return self._nothing(stored)
        if self.farewell.kind is FarewellKind.ERASED:
            return Turn(person=stored, write="drop", changes=(EraseOwnData(),))
        return Turn(person=stored, write="put", changes=(WithdrawConsent(),))

    def refuse(self, stored: Person | None, _: Rights, __: AccessRefused) -> Turn:
        return self._nothing(stored)

    def _nothing(self, stored: Person | None) -> Turn:
        return Turn(person=stored or guest(PersonId(0), self.now), write="keep")
