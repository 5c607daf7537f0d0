"""Draws the place where a person stands, and does what a button does.

Must not read what was typed.
"""

from bot.chat.context import Query
from bot.chat.model import Event, Press, Screen
from bot.chat.screens import OPEN_TO_GUESTS, PRESS_QUERIES, SHOWS, VERBS
from bot.chat.screens.account import menu
from bot.chat.screens.account.routes import WELCOME_HELLO
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.asking import CONFIRMING, is_stale


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
    family, _, rest = data.partition(":")
    name, *args = rest.split(":")
    verb = VERBS.get(f"{family}:{name}")
    if verb is None:
        return s.stay(s.say("note-old-button"))
    if not s.person.may_be_stored and family not in OPEN_TO_GUESTS:
        return s.go(WELCOME_HELLO(), note=s.say("welcome-to-keep"))
    if f"{family}:{name}" in CONFIRMING and is_stale(s):
        return s.stay(s.say("asked-long-ago"))
    return verb(s, tuple(args)) or s.stay(s.say("note-old-button"))


def queried_before(event: Event) -> tuple[Query, tuple[str, ...]] | None:
    """Return what must be loaded before an event can be acted on: the need and its arguments."""
    if not isinstance(event, Press):
        return None
    family, name, school, *rest = [*event.data.split(":"), "", "", ""]
    need = PRESS_QUERIES.get(f"{family}:{name}")
    return (need, (school, *rest)) if need and school else None
