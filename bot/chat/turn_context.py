"""What a screen is given and what it answers.

The words of the contract between ``router`` and the screens, and a few short ways to say them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.chat.button import Emoji, fit_beside, side_by_side
from bot.chat.context import Context
from bot.chat.model import Button, Change, Effect, OwnWrite, Rows, Screen
from bot.chat.routes import button_to
from bot.chat.world import World
from bot.domain.calendar.calendar import Calendar
from bot.domain.changed_copy import changed
from bot.domain.person.person import MENU, Address, Person, Place
from bot.domain.programme.programme import Programme
from bot.domain.school.access import Action
from bot.domain.school.school import Code, School, handover_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a screen decides: the person afterwards, a remark for the next screen, changes, effects.

    ``write`` overrides the rule that a person with a valid consent is saved and others are not.
    """

    person: Person
    note: str | None = None
    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    write: OwnWrite | None = None
    instead: Screen | None = None
    """Shown instead of drawing the place again: a short word that moves nothing."""

    emoji: Emoji | None = None
    """What may stand under her message instead of that word, if nothing else is to be said.

    Beside a place it says that what she wrote or sent is kept; the remark, if any, says so in words.
    """

    searched: bool = False
    """Whether the texts were searched for it."""

    toast: str | None = None
    """A remark over the chat when she pressed a button, and on the screen when she did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnContext:
    """What a screen is given: one event and all it may know. ``person`` already counts as seen and reachable."""

    person: Person
    world: World
    now: datetime
    first_name: str = ""
    message: int | None = None
    """The message whose button was pressed."""

    known: Context = field(default_factory=Context)
    changes: tuple[Change, ...] = ()
    """What the turn has changed whose screen is drawn."""

    last_seen: datetime | None = None
    """When she was here before this event; None for somebody new."""

    def go(self, place: Place | str, *args: str, note: str | None = None) -> Answer:
        """Answer by moving the person to another place."""
        there = place if isinstance(place, Place) else Place(place, args)
        return Answer(person=changed(self.person, place=there), note=note)

    def at(self, place: Place, draft: Mapping[str, str]) -> Person:
        """Return the person at a place whose question keeps something until it is answered."""
        return changed(self.person, place=replace(place, draft=draft))

    def stay(self, note: str | None = None) -> Answer:
        """Answer by showing the same place again."""
        return Answer(person=self.person, note=note)

    def short(self, text: str, rows: Rows = ()) -> Answer:
        """Answer with a short line of its own; the place and the screen above stay as they are."""
        return Answer(person=self.person, instead=Screen(text, rows, apart=True))

    def toast(self, text: str) -> Answer:
        """Answer by a line over the chat; the place and the screen stay as they are."""
        return Answer(person=self.person, toast=text)

    def react(self, emoji: Emoji, text: str) -> Answer:
        """Answer by an emoji under her message, or by a short line where there can be none."""
        return replace(self.short(text), emoji=emoji)

    def keeping(self, answer: Answer, note: str | None = None) -> Answer:
        """Return an answer that keeps her words or files, with the sign of it: the next screen lacks them.

        Where there can be no emoji, as after a press, ``note`` says it.
        """
        return replace(answer, emoji=Emoji.HEARD, note=note)

    def change(self, person: Person) -> "TurnContext":
        """Return the same situation with a changed person."""
        return changed(self, person=person)

    def say(self, key: str, **arguments: str | int) -> str:
        """Return a text as Telegram HTML."""
        return self.world.texts.say(key, **arguments)

    def button(self, key: str, attribute: str, to: Place, **arguments: str | int) -> Button:
        """Return a button whose label is an attribute of a message."""
        return button_to(self.world.texts.label(key, attribute, **arguments), to)

    def choice(self, label: str, to: Place, *, is_current: bool) -> Button:
        """Return a button for one of several values; the current one is marked."""
        label = self.world.texts.label("nav", "current", label=label) if is_current else label
        return button_to(label, to)

    def may(self, action: Action, school: str | None = None) -> bool:
        """Say whether the person may do this, as roles stand now."""
        return self.known.rights.may(self.person.id, action, school)

    @property
    def school(self) -> School | None:
        """The school the person belongs to as a teacher."""
        return self.known.rights.schools.get(self.person.school) if self.person.school else None

    def coordinating(self, link: str | None) -> School | None:
        """Return the school that a link asks the person to coordinate; None for any other link."""
        code = Code.parse(link or "")
        school = self.known.rights.schools.get(code.school) if code else None
        if code is None or school is None:
            return None
        return school if handover_for(school, code, self.person.id, self.now) else None

    @property
    def asked_as(self) -> str:
        """For whom a question about her is worded: whoever came to coordinate may teach nobody."""
        return "koordinator" if self.coordinating(self.person.invited) else "guru"

    @property
    def calendar(self) -> Calendar:
        """The calendar that holds for the person, with what her school and she have of their own."""
        return self.person.calendar(self.school, self.world.calendar)

    @property
    def programme(self) -> Programme:
        """The programme in the words for the person."""
        return self.world.programme_for(self.person)

    def menu_button(self) -> Button:
        """Return the way home."""
        return self.button("nav", "menu", MENU)

    @property
    def address(self) -> str:
        """How to address the person: "Ibu", "Bapak/Ibu", or the nickname she chose."""
        if self.person.address is Address.NICKNAME and self.person.nickname:
            return self.person.nickname
        return self.world.texts.pick("addressed", self.person.address or Address.EITHER)

    @property
    def own_names(self) -> tuple[str, ...]:
        """The names she bears already: of Telegram, as she is called, as her school knows her."""
        names = (self.first_name, self.person.nickname, self.person.shown_name)
        return tuple(name for name in names if name)


Verb = Callable[[TurnContext, tuple[str, ...]], Answer | None]
"""What a button does. None means that the button no longer fits."""

Show = Callable[[TurnContext, tuple[str, ...]], Screen]
"""Draws a place from its arguments."""


def rows(*lines: Button | tuple[Button | None, ...] | None) -> Rows:
    """Return rows of buttons; a single button is a row, None is left out.

    A row whose labels a phone would cut becomes several.
    """
    shown: list[tuple[Button, ...]] = []
    for line in lines:
        if isinstance(line, Button):
            shown.append((line,))
        elif line and (row := tuple(filter(None, line))):
            shown += _whole(row)
    return tuple(shown)


def _whole(line: tuple[Button, ...]) -> Rows:
    if len(line) == 1 or fit_beside([button.label for button in line]):
        return (line,)
    return side_by_side(line, len(line))
