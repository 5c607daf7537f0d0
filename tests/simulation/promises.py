"""What must hold at every moment of a world: told of turns, calls and writes, it puts down what was broken.

Each rule says what the bot promises, not how it keeps it; the bot's own decisions are not asked.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.chat.model import Incoming, Reached
from bot.simulator.world import World
from tests.simulation.disk import VirtualDisk
from tests.simulation.ledger import Ledger
from tests.simulation.letters import document
from tests.simulation.life import Course

TURNS = ("message", "callback_query")
"""The kinds of updates that are somebody's turn."""


OTHERS = frozenset({"outbound", "wishes", "reachable"})
"""What of a person's document is changed by what the bot sends by itself, too."""


@dataclass(slots=True)
class Turn:
    """A turn that has come to its end."""

    person: int
    stored: bool
    """Whether anything was stored of her then."""


@dataclass(slots=True)
class TurnPromises:
    """Every turn is taken once and in order, and durable before Telegram hears of it."""

    ledger: Ledger
    disk: VirtualDisk
    world: World
    ended: dict[int, Turn] = field(default_factory=dict)
    """By update."""

    dropped: set[int] = field(default_factory=set)
    """Who has had her data deleted at some time."""

    _gone: set[int] = field(default_factory=set)

    on_end: Callable[[], None] = lambda: None
    """Told when a turn has ended."""

    _before: dict[int, dict[str, Any]] = field(default_factory=dict)
    _taking: dict[int, int] = field(default_factory=dict)
    _last: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ledger.watchers.append(self._wrote)

    def born(self) -> None:
        """Note that another process begins: what was not confirmed comes again."""
        self._taking.clear()
        self._last.clear()

    def took(self, incoming: Incoming, course: Course) -> None:
        """Look at a turn that begins, or has ended."""
        person, update = incoming.person, incoming.update
        self.ledger.note("turn", person, update, course)
        if course is Course.BEGUN:
            if person in self._taking:
                self.ledger.fault("one turn of a person at a time", person, update)
            if update <= self._last.get(person, 0):
                self.ledger.fault("one person's turns in order", person, update)
            self._taking[person] = self._last[person] = update
            self._before[person] = own(self.disk.shown("people", str(person)))
            return
        self._taking.pop(person, None)
        updates = self._updates(person) if course is Course.ENDED else None
        if isinstance(incoming.event, Reached):
            updates = None
        self.ended[update] = Turn(person, updates is not None)
        self.on_end()
        before = self._before.get(person, {})
        came_again = update in before.get("updates", ())
        if came_again and before != own(self.disk.shown("people", str(person))):
            self.ledger.fault("an update that comes again changes nothing", person, update)
        if updates is not None and update not in updates:
            self.ledger.fault("a turn is durable when it ends", person, update)

    def confirms(self, offset: int) -> None:
        """Look at what Telegram is about to forget."""
        for waiting in self.world.queue.pending():
            number, update = waiting.number, waiting.update
            if not isinstance(number, int) or number >= offset:
                break
            if not any(kind in update for kind in TURNS):
                continue
            turn = self.ended.get(number)
            if turn is None:
                self.ledger.fault("no update is confirmed before its turn is taken", number)
            elif turn.stored and turn.person not in self.dropped:
                updates = self._updates(turn.person)
                if updates is None or number not in updates:
                    self.ledger.fault("no acknowledged turn is lost", turn.person, number)

    def _updates(self, person: int) -> list[int] | None:
        """Return the updates a person's durable document knows of.

        None if there is none, or none may be kept because she has taken her consent back.
        """
        content = self.disk.shown("people", str(person))
        if content is None:
            return None
        stored = document(content)
        if (stored.get("consent") or {}).get("withdrawn_at"):
            return None
        found: list[int] = stored.get("updates", [])
        return found

    def _wrote(self, place: tuple[str, str], content: bytes | None) -> None:
        if place[0] != "people":
            return
        person = int(place[1])
        if content is None:
            self.dropped.add(person)
            self._gone.add(person)
        elif person in self._gone:
            self._gone.discard(person)
            if person not in self._taking:
                self.ledger.fault("who has been deleted stays so until she comes back", person)


def own(content: bytes | None) -> dict[str, Any]:
    """Return what only turns change of a person's document."""
    return {name: value for name, value in document(content).items() if name not in OTHERS}
