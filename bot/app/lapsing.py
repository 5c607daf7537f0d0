"""Deletes the data of whoever was told that they go, and has given no sign for thirty days.

All of it goes as if she had asked for it herself, in one commit that looks once more whether she is
still away. Must not decide who is told.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.app.changes.commit import Commits
from bot.chat.model import Screen, Turn
from bot.content.texts import Texts
from bot.domain.person.lapse import is_to_be_erased
from bot.domain.person.leaving import EraseOwnData
from bot.domain.person.person import Person, PersonId, guest
from bot.domain.school.access import AccessRefused, Rights
from bot.errors import BotError
from bot.store.codec.people import LAPSES, PEOPLE

log = structlog.stdlib.get_logger(__name__)

TellGone = Callable[[int, Screen], Awaitable[object]]
"""Sends a last word to somebody, below all replies; whether it arrives changes nothing."""


async def untold(_person: int, _screen: Screen) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Lapsing:
    """Deletes the data of those who stayed away, in one store."""

    commits: Commits
    texts: Texts
    tell_admins: Callable[[str], None] = lambda _: None
    tell: TellGone = untold

    async def sweep(self, now: datetime) -> int:
        """Delete what is due now (UTC) and say of how many; what fails is tried the next day."""
        erased = 0
        for key in await self.commits.store.find(PEOPLE, LAPSES.up_to(now.timestamp())):
            try:
                erased += await self._erase(PersonId(int(key)), now)
            except BotError as error:
                log.warning("lapsed_not_erased", person=key, reason=str(error))
        if erased:
            log.info("lapsed_erased", people=erased)
        return erased

    async def _erase(self, person: PersonId, now: datetime) -> bool:
        before = await self.commits.store.get(PEOPLE, str(person))
        if before is None or not is_to_be_erased(before, now):
            return False
        schools = self.commits.directory.rights.schools_of(person)
        saved = await self.commits.take(person, decide_at(now), _refuse_at(now), now)
        if saved.turn.write != "drop":
            return False
        for school in schools:
            if len(school.coordinators) == 1:
                self.tell_admins(self.texts.say("admin-lapsed-alone", school=school.name))
        if before.reachable:
            when = self.texts.moment(now, before.zone)
            await self.tell(person, Screen(self.texts.say("lapse-erased", when=when)))
        return True


def decide_at(now: datetime) -> Callable[[Person | None, Rights], Turn]:
    """Return what decides a deletion: nothing for whoever has given a sign meanwhile."""

    def decide(stored: Person | None, _: Rights) -> Turn:
        if stored is None or not is_to_be_erased(stored, now):
            return Turn(person=stored or guest(PersonId(0), now), write="keep")
        return Turn(person=stored, write="drop", changes=(EraseOwnData(),))

    return decide


def _refuse_at(now: datetime) -> Callable[[Person | None, Rights, AccessRefused], Turn]:
    def refuse(stored: Person | None, _: Rights, __: AccessRefused) -> Turn:
        return Turn(person=stored or guest(PersonId(0), now), write="keep")

    return refuse
