"""A family of screens as a value, and the table of all families, by which the rest of chat finds them.

Must not import a family; ``bot.chat.screens`` puts them in.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Flag, auto

from bot.chat.context import QueryAbout
from bot.chat.model import Media, Screen, Typed
from bot.chat.turn_context import Answer, Show, TurnContext, Verb
from bot.chat.world import CommandId
from bot.domain.person.person import Place


class Asks(Flag):
    """What a place asks for, as far as it matters to whoever reads plain text."""

    OPEN = auto()
    """Something is begun here that can be left."""

    OPEN_IF_BEGUN = auto()
    """The same, while an evaluation is under way."""

    WAITS = auto()
    """An answer in words is waited for."""

    OUTWARD = auto()
    """The answer reaches others: after some hours it is asked for again."""

    WORDS = auto()
    """Words of her own, which could be anything."""

    NAME = auto()
    """A name; where it is shown to others it is shown back first."""

    RENAME = auto()
    """Another name in place of one."""

    CHOICE = auto()
    """A step or a level; what is typed beside that moves nothing."""

    TIME = auto()
    """A day or an hour."""

    LINE = auto()
    """A few words: a label that leaves a question is no answer here, though the screen may lack it."""

    FREE = auto()
    """A text that may equal a label by chance: only labels that leave a question count."""

    TOLD = auto()
    """Words about her own class, which are taken as they are unless put as a question."""

    SPOKEN = auto()
    """What pupils are to hear: a question is an answer, too."""

    FELT = auto()
    """What she thinks or feels may be the answer, whatever else it lets one hear."""

    HELP = auto()
    """Something she may ask to see an example of."""


NOTHING_ASKED = Asks(0)
"""Of nearly all places. Python makes a flag in several steps, so it is told apart by being this one."""


TypedAnswer = Callable[[TurnContext, str], Answer | None]
"""Takes a text as the answer to the question that is open; None where it is none of its own."""

Taken = Callable[[TurnContext, Typed | Media], Answer | None]
"""Takes what is written or sent, whatever it is; None where nothing of the kind is asked for."""

PassedOn = Callable[[TurnContext, Typed], Answer | None]

WayOut = Callable[[TurnContext, str], Answer | None]
"""Leaves what is open with this remark; None where that leads home."""


Needs = Callable[[tuple[str, ...]], QueryAbout | None]
"""What must be loaded for a place or button that carries this; None where it carries nothing readable."""


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """How a place is drawn, and what must be loaded for that."""

    name: str
    draw: Show
    needs: Needs | None = None

    def __call__(self, s: TurnContext, args: tuple[str, ...]) -> Screen:
        """Draw the place."""
        return self.draw(s, args)


@dataclass(frozen=True, slots=True)
class Done:
    """What a button does, what must be loaded before that, and whether it is good for hours only."""

    name: str
    act: Verb
    needs: Needs | None = None
    fresh: bool = False
    """It makes visible to others what was typed before: as good as its question."""

    def __call__(self, s: TurnContext, args: tuple[str, ...]) -> Answer | None:
        """Act, whatever ``fresh`` says."""
        return self.act(s, args)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a place asks, and what else than an answer can be done there."""

    asks: Asks
    longest: int = 0
    """Characters of an answer that may be taken by a tap."""

    take: TypedAnswer | None = None
    """Takes words as the answer that were shown back, or that an example offers."""

    means: TypedAnswer | None = None
    """Takes words as a tap on one of its buttons, as their labels are taken, before all else."""

    surely: Callable[[TurnContext, str], bool] | None = None
    """Says whether words have the form of an answer, whatever else they let one hear."""

    skip: Callable[[TurnContext], Answer | None] | None = None
    later: Callable[[TurnContext], Answer | None] | None = None
    """Leaves the question for later; without it, it is left as everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenFamily:
    """The table of contents of a folder of screens.

    ``guests`` are the first parts of the names of buttons that also work for somebody about whom nothing
    is stored; they lead to the welcome by themselves where something would have to be kept.
    """

    shows: tuple[ShownPlace, ...] = ()
    verbs: tuple[Done, ...] = ()
    typed: tuple[TypedAnswer, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    """By the name of the place."""

    replied: tuple[Taken, ...] = ()
    """Takes what replies to a message, wherever she stands."""

    taken: tuple[Taken, ...] = ()
    passed_on: tuple[PassedOn, ...] = ()
    """Takes somebody else's words."""

    ways_out: Mapping[str, WayOut] = field(default_factory=dict)
    """By the first part of a place's name."""

    guests: frozenset[str] = frozenset()
    is_result: Callable[[Place], bool] | None = None
    """Says whether a place shows the result of what she did: it stays in the conversation."""

    commands: Mapping[CommandId, Callable[[TurnContext], Answer]] = field(default_factory=dict)


@dataclass(slots=True)
class Table:
    """All families, by what is looked for."""

    shows: dict[str, ShownPlace] = field(default_factory=dict)
    verbs: dict[str, Done] = field(default_factory=dict)
    families: list[ScreenFamily] = field(default_factory=list)
    guests: set[str] = field(default_factory=set)
    ways_out: dict[str, WayOut] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    commands: dict[CommandId, Callable[[TurnContext], Answer]] = field(default_factory=dict)

    def fill(self, families: Iterable[ScreenFamily]) -> None:
        """Put in these families in place of all others."""
        for held in (self.shows, self.verbs, self.families, self.guests, self.ways_out):
            held.clear()
        self.questions.clear()
        self.commands.clear()
        for family in families:
            self.families.append(family)
            self.shows |= {one.name: one for one in family.shows}
            self.verbs |= {one.name.replace(".", ":", 1): one for one in family.verbs}
            self.guests |= family.guests
            self.ways_out |= family.ways_out
            self.questions |= family.questions
            self.commands |= family.commands

    def leaves_result(self, before: Place, after: Place) -> bool:
        """Say whether going from one place to another leaves a result behind."""
        told = (family.is_result(before) for family in self.families if family.is_result)
        return before != after and any(told)

    def asks(self, place: Place) -> Asks:
        """Return what a place asks for."""
        question = self.questions.get(place.screen)
        return question.asks if question else NOTHING_ASKED

    def asking(self, what: Asks) -> tuple[str, ...]:
        """Return the names of the places that ask for something of this."""
        return tuple(name for name, question in self.questions.items() if question.asks & what)

    def needs(self, place: str) -> bool:
        """Say whether a place needs more to be drawn than the person and the schools."""
        return place in self.shows and self.shows[place].needs is not None

    def typed(self, s: TurnContext, text: str) -> Answer | None:
        """Take a text as the answer to the question that is open; None where none is."""
        answers = (answer(s, text) for family in self.families for answer in family.typed)
        return next((answer for answer in answers if answer is not None), None)

    def taken(self, s: TurnContext, event: Typed | Media) -> Answer | None:
        """Take what replies to a message, else what the place asks for; None for all else."""
        takers = [one for family in self.families for one in family.replied]
        takers += [one for family in self.families for one in family.taken]
        answers = (taker(s, event) for taker in takers)
        return next((answer for answer in answers if answer is not None), None)

    def passed_on(self, s: TurnContext, event: Typed) -> Answer | None:
        """Take somebody else's words where they are asked for."""
        answers = (taker(s, event) for family in self.families for taker in family.passed_on)
        return next((answer for answer in answers if answer is not None), None)


TABLE = Table()
