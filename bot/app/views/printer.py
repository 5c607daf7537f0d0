"""What is drawn for a turn beside its screen: a school's invitation, the picture of an evaluation.

When something cannot be drawn there are words instead. Must not decide who may have it.
"""

from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.chat.context import Context
from bot.chat.files.fields import Teller
from bot.chat.files.one_page import papers
from bot.chat.files.portfolio import LIMIT
from bot.chat.model import DrawChanges, File, Picture, Screen, SendPortfolio, Shown
from bot.chat.world import World
from bot.domain.calendar.quarter import local
from bot.domain.person.person import Person
from bot.domain.school.school import School
from bot.errors import PictureNotDrawn
from bot.reports.painter import Painter
from bot.reports.poster import PosterWords

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Printer:
    """Draws with the words of a world, for schools."""

    world: World
    painter: Painter

    async def invitation(self, school: School, username: str) -> list[Shown]:
        """Return the invitation's page to print and its picture; nothing while it is closed."""
        code = school.teacher_code
        if code is None:
            return []
        texts = self.world.texts
        words = PosterWords(
            title=texts.say("poster-title"),
            school=school.name,
            steps=tuple(texts.say(f"poster-{n}") for n in ("1", "2", "3")),
            link=Context(username=username).link(code),
        )
        try:
            pages = await self.painter.poster(words)
        except PictureNotDrawn as error:
            log.warning("poster_not_drawn", reason=error.reason)
            return [Screen(texts.say("poster-failed"))]
        caption = texts.say("poster-caption", school=school.name)
        name = texts.label("poster-caption", "file")
        return [
            Picture(f"{name}.png", pages.png, caption),
            File(f"{name}.pdf", pages.pdf, caption),
        ]

    async def portfolio(
        self, person: Person, wish: SendPortfolio, school: str, now: datetime
    ) -> Shown:
        """Return a paper of somebody's as pages, dated by her own clock; or the words that there is none."""
        texts = self.world.texts
        pages = papers(Teller(self.world, person), wish, now, school)
        if not pages:
            return Screen(texts.say("copying-gone"))
        try:
            content = await self.painter.fitting(pages, LIMIT)
        except PictureNotDrawn as error:
            log.warning("portfolio_not_drawn", reason=error.reason)
            return Screen(texts.say("portfolio-failed"))
        day = f"{local(now, person.zone):%Y-%m-%d}"
        name = texts.label(f"paper-{wish.paper}", "file", day=day)
        return File(f"{name}.pdf", content, texts.say(f"paper-{wish.paper}"))

    async def picture(self, wish: DrawChanges) -> Shown:
        """Return the picture, or the words that there is none now."""
        try:
            content = await self.painter.levels(wish.drawing)
        except PictureNotDrawn as error:
            log.warning("picture_not_drawn", reason=error.reason)
            return Screen(wish.failure, wish.rows)
        return Picture(wish.name, content, wish.caption, wish.rows)
