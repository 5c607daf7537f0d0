"""Tells people of a school what happened there without them: each once, in nobody's night.

What is to be told lies with the school, so a restart forgets nothing. Must not send; see
``dispatcher``.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from bot.chat.screens.school.news_message import news_screen
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.delivery.dispatcher import Message, MessageOutcome
from bot.delivery.person_source import PersonSource
from bot.domain.broadcast.verdict import RetryAt
from bot.domain.person.person import Person
from bot.domain.school.access import Rights
from bot.domain.school.news import LIFE, News
from bot.domain.school.school import School, SchoolId
from bot.store.codec.people import PEOPLE

TellNews = Callable[[SchoolId, str, int], Awaitable[None]]
"""Writes down that somebody was told of something."""

NewsItem = tuple[SchoolId, str, int]
"""A school, the key of a piece of its news, and who is to be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Message):
    """A piece of news for one person."""

    item: NewsItem


@dataclass(frozen=True, kw_only=True)
class SchoolNews(PersonSource[NewsItem, Word]):
    """The news of all schools of one store."""

    world: World
    rights: Callable[[], Rights]
    told: TellNews
    name: ClassVar[str] = "news"
    at_once: ClassVar[int] = 1
    """It is rare, and what happened first is told first."""

    async def due(self, now: datetime) -> list[NewsItem]:
        """Return everything that waits to be told, whenever it may be."""
        del now
        return [
            (school.id, news.key, person)
            for school in self.rights().schools.values()
            for news in school.news
            for person in news.waiting
        ]

    async def message(self, item: NewsItem) -> Word | None:
        """Return what somebody is to be told now; what she is not to be told is waiting no more."""
        school_id, key, number = item
        if (found := self._found(item)) is None:
            return None
        school, news = found
        now, person = self.clock(), await self.store.get(PEOPLE, str(number))
        if person is None or now - news.at > LIFE or not _may_be_told(person):
            await self.told(school_id, key, number)
            return None
        if self.world.calendar.after_quiet_hours(now, person.zone) > now:
            return None
        screen = news_screen(TurnContext(person=person, world=self.world, now=now), news, school)
        return Word(
            person=person.id, key=f"news:{school_id}:{key}:{number}", shown=screen, item=item
        )

    def _found(self, item: NewsItem) -> tuple[School, News] | None:
        """Return a piece of news with its school, if this person still waits for it."""
        school_id, key, number = item
        school = self.rights().schools.get(school_id)
        known = school.news if school else ()
        news = next((one for one in known if one.key == key and number in one.waiting), None)
        return (school, news) if school and news else None

    def still_due(self, message: Word, _person: Person | None) -> bool:
        """Say whether she has not been told meanwhile."""
        return self._found(message.item) is not None

    async def record(self, outcomes: Sequence[MessageOutcome[Word]]) -> None:
        """Write down who was told; what was surely not sent goes on waiting."""
        for outcome in outcomes:
            if not isinstance(outcome.verdict, RetryAt):
                await self.told(*outcome.message.item)
            await self.record_for(outcome, lambda person, _: person)


def _may_be_told(person: Person) -> bool:
    return person.may_be_stored and person.reachable and not person.quiet
