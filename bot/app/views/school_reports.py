"""Loads a school's teachers, counts them, and has the picture and the workbook made.

Who may have it is decided in ``looks``; a file with names is noted in the log, by whoever still may
have it then, before it is handed over. Between two people the event loop is free for replies.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.app.changes.commit import Commits
from bot.app.directory import Directory
from bot.chat.model import File, Picture, Screen, Shown
from bot.chat.screens.school.recap_report import RecapReport
from bot.chat.world import World
from bot.domain.person.person import PersonId
from bot.domain.roster.recap import Recap, Tally
from bot.domain.roster.roster import Roster, Row, roster_of
from bot.domain.school.audit import NoteExport
from bot.domain.school.school import SchoolId
from bot.errors import DocumentDamaged, DocumentTooNew, PictureNotDrawn, StoreUnavailable
from bot.reports.painter import Painter
from bot.store.base import Store
from bot.store.teachers import teachers

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SchoolReports:
    """Makes reports of schools from a store."""

    store: Store
    world: World
    directory: Directory
    painter: Painter

    async def roster(self, school: SchoolId, now: datetime) -> Roster | None:
        """Return a school's teachers by name; None if there is no school."""
        counted = await self._counted(school, now)
        return counted[0] if counted else None

    async def count(self, school: SchoolId, now: datetime) -> tuple[Roster, Recap] | None:
        """Return a school's teachers by name and in numbers; None if there is no school.

        Levels are written down before they are told; where that fails none are.
        """
        counted = await self._counted(school, now)
        if counted is None:
            return None
        roster, tally = counted
        if untold := tally.untold():
            try:
                await self.directory.keep_levels(school, untold)
            except (StoreUnavailable, DocumentDamaged, DocumentTooNew) as error:
                log.warning("levels_not_kept", school=school, reason=str(error))
        return roster, tally.recap(self.directory.rights.schools.get(school))

    async def _counted(self, school: SchoolId, now: datetime) -> tuple[Roster, Tally] | None:
        found = self.directory.rights.schools.get(school)
        if found is None:
            return None
        calendar = found.calendar(self.world.calendar)
        tally = Tally(found, self.world.programme, calendar, now)
        rows: list[Row] = [tally.add(person) async for person in teachers(self.store, school)]
        return roster_of(rows, found, calendar, now), tally

    async def picture(self, school: SchoolId, now: datetime) -> Shown:
        """Return the picture of a school, or the words that there is none."""
        report = await self._report(school, now)
        if report is None:
            return self._refused()
        try:
            content = await self.painter.statuses(report.picture())
        except PictureNotDrawn as error:
            return self._failed(error)
        texts = self.world.texts
        caption = texts.say("recap-picture-caption", school=report.school.name, day=report.day)
        return Picture(report.file_name("png"), content, caption)

    async def workbook(self, school: SchoolId, by: int, now: datetime) -> Shown:
        """Return the workbook of a school for somebody, noted in the log; or words instead."""
        report = await self._report(school, now)
        if report is None:
            return self._refused()
        try:
            # Naming some 20,000 cells takes too long for those who wait for a reply.
            cells = await asyncio.to_thread(report.workbook)
            content = await self.painter.workbook(cells)
        except PictureNotDrawn as error:
            return self._failed(error)
        count = report.recap.teachers
        commits = Commits(self.store, self.directory)
        if await commits.act(PersonId(by), NoteExport(school, count), now):
            return self._refused()
        caption = self.world.texts.say(
            "recap-table-caption", school=report.school.name, day=report.day, count=count
        )
        return File(report.file_name("xlsx"), content, caption)

    async def _report(self, school: SchoolId, now: datetime) -> RecapReport | None:
        """Return the report as the school is now; None if there is none."""
        counted = await self.count(school, now)
        found = self.directory.rights.schools.get(school)
        if counted is None or found is None:
            return None
        roster, recap = counted
        return RecapReport(world=self.world, school=found, roster=roster, recap=recap, now=now)

    def _refused(self) -> Screen:
        return Screen(self.world.texts.say("no-right"))

    def _failed(self, error: PictureNotDrawn) -> Screen:
        log.warning("report_not_made", reason=error.reason)
        return Screen(self.world.texts.say("recap-failed"))
