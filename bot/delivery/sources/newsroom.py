"""Tells people of a school what happened there without them: each once, in nobody's night.

What is to be told lies with the school, so a restart forgets nothing; after a crash between sending
and writing down, that one is told again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from bot.chat.screens.school.news_message import news_screen
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.delivery.sources.reminders import Clock, Post
from bot.domain.broadcast.verdict import RetryAt
from bot.domain.person.person import Person
from bot.domain.school.access import Rights
from bot.domain.school.news import LIFE, News
from bot.domain.school.school import School, SchoolId
from bot.errors import BotError
from bot.store.base import Store
from bot.store.codec.people import PEOPLE

log = structlog.stdlib.get_logger(__name__)

Told = Callable[[SchoolId, str, int], Awaitable[None]]
"""Writes down that somebody was told of something."""


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Tells the news of all schools of one store."""

    store: Store
    world: World
    rights: Callable[[], Rights]
    told: Told
    clock: Clock
    post: Post
    stop: asyncio.Event
    _sent: set[tuple[str, int]] = field(default_factory=set)
    """What was sent while the store could not write: not sent again."""

    async def tell(self) -> None:
        """Tell everything that may be told now."""
        for school in tuple(self.rights().schools.values()):
            for news in school.news:
                for person in news.waiting:
                    if self.stop.is_set():
                        return
                    try:
                        await self._tell(school, news, person)
                    except BotError as error:
                        log.warning("news_not_told", school=school.id, reason=str(error))

    async def _tell(self, school: School, news: News, person: int) -> None:
        key = (f"{school.id}:{news.key}", person)
        if key not in self._sent and not await self._is_done(school, news, person):
            return
        self._sent.add(key)
        await self.told(school.id, news.key, person)
        self._sent.discard(key)

    async def _is_done(self, school: School, news: News, number: int) -> bool:
        """Send the news if it may be sent now; say whether there is no more to do for this person."""
        now = self.clock()
        person = await self.store.get(PEOPLE, str(number))
        if person is None or now - news.at > LIFE or not _may_be_told(person):
            return True
        if self.world.calendar.after_quiet_hours(now, person.zone) > now:
            return False
        screen = news_screen(TurnContext(person=person, world=self.world, now=now), news, school)

        async def wanted() -> bool:
            known = self.rights().schools.get(school.id)
            return known is not None and any(
                one.key == news.key and number in one.waiting for one in known.news
            )

        verdict = await self.post(person.id, screen, wanted)
        return not isinstance(verdict, RetryAt)


def _may_be_told(person: Person) -> bool:
    return person.may_be_stored and person.reachable and not person.quiet
