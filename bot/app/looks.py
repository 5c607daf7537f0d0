"""What a person may look at: everything that is read for somebody, with who asks as its first word.

Each is refused here and nowhere else, by the roles as the store has them now; chat and the web ask the
same. What she may change is in ``changes``. Must not draw a screen.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.app.access import looking, running
from bot.app.directory import Directory
from bot.app.health import health_of
from bot.app.views.exporter import Exporter
from bot.app.views.printer import Printer
from bot.app.views.school_reports import SchoolReports
from bot.chat.model import SendPortfolio, Shown
from bot.chat.world import World
from bot.delivery.broadcasts import of_school, report_of
from bot.domain.backup import BackupState
from bot.domain.broadcast.batch import DeliveryReport
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.health import Health
from bot.domain.roster.recap import Recap
from bot.domain.roster.roster import Roster
from bot.domain.school.access import AccessRefused, Action, OwnAct
from bot.domain.school.audit import AuditEntry
from bot.domain.school.school import School, SchoolId
from bot.reports.painter import Painter
from bot.store.base import Store
from bot.store.codec.people import INVITED, PEOPLE, PERSON_SCHOOL


@dataclass(frozen=True, slots=True)
class Joined:
    """How many teachers joined a school, and how many have not answered its invitation yet."""

    count: int
    pending: int


@dataclass(frozen=True, slots=True)
class Looks:
    """Answers for the people of one store."""

    store: Store
    world: World
    directory: Directory
    painter: Painter
    one_copy: asyncio.Lock
    """Held while somebody's data are copied."""

    backups: Callable[[], BackupState | None] = lambda: None
    """Says how the nightly backups stand."""

    async def joined(self, actor: int, school: SchoolId) -> Joined | AccessRefused:
        """Return how many teachers a school has; whoever runs the bot may know that, too."""
        found = await self._may(actor, Action.CORRECT_SCHOOL, school)
        if isinstance(found, AccessRefused):
            return found
        code = found.teacher_code
        pending = len(await self.store.find(PEOPLE, INVITED.equals(code))) if code else 0
        return Joined(len(await self.store.find(PEOPLE, PERSON_SCHOOL.equals(school))), pending)

    async def teachers(self, actor: int, school: SchoolId, now: datetime) -> Roster | AccessRefused:
        """Return a school's teachers by name."""
        found = await self._may(actor, Action.SEE_TEACHERS, school)
        if isinstance(found, AccessRefused):
            return found
        roster = await self.reports.roster(school, now)
        return roster or AccessRefused(actor, Action.SEE_TEACHERS, school)

    async def recap(self, actor: int, school: SchoolId, now: datetime) -> Recap | AccessRefused:
        """Return a school in numbers."""
        found = await self._may(actor, Action.EXPORT, school)
        if isinstance(found, AccessRefused):
            return found
        counted = await self.reports.count(school, now)
        return counted[1] if counted else AccessRefused(actor, Action.EXPORT, school)

    async def acts(
        self, actor: int, school: SchoolId, now: datetime
    ) -> tuple[AuditEntry, ...] | AccessRefused:
        """Return who did what in a school, newest first."""
        found = await self._may(actor, Action.READ_AUDIT, school)
        return found if isinstance(found, AccessRefused) else await self.directory.log(school, now)

    async def broadcasts(
        self, actor: int, school: SchoolId
    ) -> tuple[Broadcast, ...] | AccessRefused:
        """Return the broadcasts of a school, newest first."""
        found = await self._may(actor, Action.BROADCAST, school)
        return found if isinstance(found, AccessRefused) else await of_school(self.store, school)

    async def broadcast(
        self, actor: int, school: SchoolId, broadcast: str
    ) -> DeliveryReport | AccessRefused | None:
        """Return one broadcast of a school with its deliveries; None if there is none such."""
        found = await self._may(actor, Action.BROADCAST, school)
        if isinstance(found, AccessRefused):
            return found
        return await report_of(self.store, school, broadcast)

    async def invitation(
        self, actor: int, school: SchoolId, username: str
    ) -> list[Shown] | AccessRefused:
        """Return the page of a school's open invitation to print, and its picture."""
        found = await self._may(actor, Action.OPEN_INVITE, school)
        if isinstance(found, AccessRefused):
            return found
        return await Printer(self.world, self.painter).invitation(found, username)

    async def picture(self, actor: int, school: SchoolId, now: datetime) -> Shown | AccessRefused:
        """Return the picture of a school in numbers, or the words that there is none."""
        found = await self._may(actor, Action.EXPORT, school)
        return (
            found if isinstance(found, AccessRefused) else await self.reports.picture(school, now)
        )

    async def workbook(self, actor: int, school: SchoolId, now: datetime) -> Shown | AccessRefused:
        """Return the workbook of a school, noted in its log; or the words that there is none."""
        found = await self._may(actor, Action.EXPORT, school)
        if isinstance(found, AccessRefused):
            return found
        return await self.reports.workbook(school, actor, now)

    async def schools(self, actor: int) -> tuple[School, ...] | AccessRefused:
        """Return all schools, for whoever runs the bot."""
        rights = await self.directory.fresh()
        refused = running(rights, actor)
        return refused or tuple(rights.schools.values())

    async def health(self, actor: int, now: datetime) -> Health | AccessRefused:
        """Return how the bot fares, for whoever runs it."""
        refused = running(await self.directory.fresh(), actor)
        return refused or replace(await health_of(self.store, now), backup=self.backups())

    async def own_data(self, actor: int, now: datetime) -> list[Shown] | AccessRefused:
        """Return a copy of everything stored about the person who asks."""
        person = await self.store.get(PEOPLE, str(actor))
        if person is None:
            return AccessRefused(actor, OwnAct.EXPORT)
        exporter = Exporter(self.store, self.world, self.directory, self.painter, self.one_copy)
        return await exporter.files(person, now)

    async def portfolio(
        self, actor: int, wish: SendPortfolio, now: datetime
    ) -> Shown | AccessRefused:
        """Return the portfolio of the person who asks, or the words that there is none now."""
        person = await self.store.get(PEOPLE, str(actor))
        if person is None:
            return AccessRefused(actor, OwnAct.EXPORT)
        schools = (await self.directory.fresh()).schools
        school = schools.get(person.school) if person.school else None
        printer = Printer(self.world, self.painter)
        return await printer.portfolio(person, wish, school.name if school else "", now)

    @property
    def reports(self) -> SchoolReports:
        """Loads and counts a school's teachers; who asks has been let in."""
        return SchoolReports(self.store, self.world, self.directory, self.painter)

    async def _may(self, actor: int, action: Action, school: SchoolId) -> School | AccessRefused:
        return looking(await self.directory.fresh(), actor, action, school)
