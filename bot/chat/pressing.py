"""Draws the place where a person stands, and does what a button does.

Must not read what was typed.
"""

from bot.chat import guard
from bot.chat.context import QueryAbout
from bot.chat.model import Event, Press, Screen
from bot.chat.screens import SHOWS, VERBS
from bot.chat.screens.account import menu
from bot.chat.turn_context import Answer, TurnContext


def draw(s: TurnContext) -> Screen:
    """Return the screen of the place where the person stands; unknown places lead home."""
    place = s.person.place
    show = SHOWS.get(place.screen)
    if show is None:
        home = menu.open_menu(s).person
        return SHOWS[home.place.screen](s.change(home), home.place.args)
    return show(s, place.args)


def press(s: TurnContext, data: str) -> Answer:
    """Do what a button with this data does here; one that no longer fits says so."""
    name, args = _read(data)
    return guard.acted(s, name, args)


def queried_before(event: Event) -> QueryAbout | None:
    """Return what must be loaded before an event can be acted on."""
    if not isinstance(event, Press):
        return None
    name, args = _read(event.data)
    button = VERBS.get(name)
    return button.needs(args) if button and button.needs else None


def _read(data: str) -> tuple[str, tuple[str, ...]]:
    family, _, rest = data.partition(":")
    name, *args = rest.split(":")
    return f"{family}:{name}", tuple(args)
