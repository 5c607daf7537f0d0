"""A turn decided and shown in one go, for tests of the pure conversation. Tests nothing."""

from dataclasses import dataclass, fields
from datetime import datetime

from bot.chat import router
from bot.chat.context import Context
from bot.chat.model import Change, Effect, Incoming, Screen, Turn
from bot.chat.world import World
from bot.domain.person.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTurn(Turn):
    """A turn with the screen that follows it."""

    screen: Screen | None

    @property
    def wishes(self) -> tuple[Change | Effect, ...]:
        """Everything it is to bring about besides the person and the screen."""
        return (*self.changes, *self.effects)


def take_turn(
    stored: Person | None,
    incoming: Incoming,
    world: World,
    now: datetime,
    known: Context = router.NOBODY,
) -> ShownTurn:
    """Decide a turn and draw its screen from the same knowledge."""
    turn = router.take_turn(stored, incoming, world, now, known)
    decided = {field.name: getattr(turn, field.name) for field in fields(Turn)}
    return ShownTurn(**decided, screen=router.show(turn, world, now, known))


def redraw(turn: Turn, world: World, now: datetime, known: Context) -> Screen:
    """Return the screen of a turn that shows something."""
    screen = router.show(turn, world, now, known)
    assert screen is not None
    return screen
