"""One event to its end: lock, load, decide, save, effects, and what to show.

Knows the store and the conversation, not Telegram. Everything in the outcome may be shown at
once: what it tells is already on disk.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.chat.model import (
    DrawChanges,
    ExportOwnData,
    File,
    Incoming,
    Picture,
    Press,
    Screen,
    Shown,
    Turn,
)
from bot.chat.router import take_turn
from bot.chat.world import World
from bot.domain.person import Person, PersonId
from bot.errors import DocumentDamaged, DocumentTooNew, PictureNotDrawn
from bot.reports.painter import Painter
from bot.store.base import Drop, Keep, Put, Store, Write
from bot.store.codec import PEOPLE, export_person

log = structlog.stdlib.get_logger(__name__)

Clock = Callable[[], datetime]
"""Gives the present moment, aware, in UTC."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Carries out turns against a store, with the time of a clock."""

    store: Store
    world: World
    clock: Clock
    painter: Painter = field(default_factory=Painter)

    async def handle(self, incoming: Incoming) -> tuple[Shown, ...]:
        """Take one event to its end and return what to show, in order; durable when it returns.

        Raises StoreUnavailable when the turn could not be saved; then nothing has changed.
        """
        now = self.clock()

        def decide(stored: Person | None) -> tuple[Write[Person], Turn]:
            turn = take_turn(stored, incoming, self.world, now)
            return _write(turn), turn

        try:
            turn = await self.store.update(PEOPLE, str(incoming.person), decide)
        except (DocumentDamaged, DocumentTooNew):
            return (self._unreadable(incoming, now),)
        shown: list[Shown] = [turn.screen] if turn.screen else []
        for effect in turn.effects:
            match effect:
                case ExportOwnData():
                    shown.insert(0, self._own_data(turn.person, now))
                case DrawChanges():
                    shown.append(await self._picture(effect))
        return tuple(shown)

    def _unreadable(self, incoming: Incoming, now: datetime) -> Screen:
        """Return what somebody sees whose document cannot be read: she may still read the steps.

        Nothing of this is saved, and she is not taken for somebody new.
        """
        event = incoming.event
        if isinstance(event, Press) and event.data.startswith("steps:"):
            turn = take_turn(None, incoming, self.world, now)
            if turn.screen and turn.person.place.screen.startswith("steps."):
                return turn.screen
        return self.world.damaged_screen()

    async def mark_unreachable(self, person_id: PersonId) -> None:
        """Record that Telegram no longer delivers to this person. Unknown people are left alone."""

        def decide(stored: Person | None) -> tuple[Write[Person], None]:
            if stored is None or not stored.reachable:
                return Keep(), None
            return Put(replace(stored, reachable=False)), None

        await self.store.update(PEOPLE, str(person_id), decide)

    async def _picture(self, wish: DrawChanges) -> Shown:
        """Return the picture, or the words that there is none now."""
        try:
            content = await self.painter.levels(wish.drawing)
        except PictureNotDrawn as error:
            log.warning("picture_not_drawn", reason=error.reason)
            return Screen(wish.failure, wish.rows)
        return Picture(wish.name, content, wish.caption, wish.rows)

    def _own_data(self, person: Person, now: datetime) -> File:
        caption = self.world.texts.say("privacy-file")
        return File(f"langkah-guru-{now:%Y-%m-%d}.json", export_person(person), caption)


def _write(turn: Turn) -> Write[Person]:
    match turn.write:
        case "put":
            return Put(turn.person)
        case "drop":
            return Drop()
        case "keep":
            return Keep()
