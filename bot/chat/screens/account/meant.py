"""Asks what a doubtful word means, and leaves what is open when she wants that.

Must not read what was typed. No places: until she taps, she stays where she is.
"""

from collections.abc import Mapping

from bot.chat.model import Button
from bot.chat.screens.account import menu, questions
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.chat.typed import asking


def ask(s: TurnContext) -> Answer:
    """Ask what a doubtful word means ("keluar", "cukup"); until she taps, nothing changes."""
    leaves: Button | None = None
    if asking.is_open(s.person):
        leaves = s.button("wish-doubt", "cancel", "meant:leave")
    return s.short(
        s.say("wish-doubt"),
        rows(
            s.button("wish-doubt", "stop", "meant:stop"),
            s.button("wish-doubt", "erase", "privacy:erase"),
            leaves,
            s.button("wish-doubt", "none", "meant:stay"),
        ),
    )


def leave(s: TurnContext, _args: tuple[str, ...] = ()) -> Answer:
    """Leave what is open without an answer; what is kept stays kept."""
    place = s.person.place
    is_open = asking.is_open(s.person)
    cancelled = s.say("note-cancelled" if is_open else "note-nothing-open")
    if place.screen.startswith("ask.") and place.args[:1] == (questions.SETTINGS,):
        return s.go("settings.main", note=cancelled)
    if place.screen.startswith("wish."):
        return s.go("remind.main", note=cancelled)
    if place.screen.startswith("ownname."):
        return s.go("join.main", note=cancelled)
    if place.screen.startswith("sdata."):
        return s.go("sdata.main", *place.args[:1], note=cancelled)
    if place.screen.startswith("teacher."):
        return s.go("teacher.pick", *place.args[:1], note=cancelled)
    if place.screen.startswith("schedule."):
        return s.go("schedule.main", *place.args[:1], note=cancelled)
    if place.screen.startswith("siar.") and place.args:
        return s.go("siar.home", place.args[0], note=cancelled)
    if is_open and place.screen.startswith("evaluation.") and place.screen != "evaluation.share":
        return s.go("menu.main", note=s.say("evaluation-kept"))
    if s.person.may_be_stored:
        return s.go("menu.main", note=cancelled)
    return menu.open_menu(s)


def stay(s: TurnContext, _args: tuple[str, ...]) -> Answer:
    """Show again what is open."""
    return s.stay()


SHOWS: Mapping[str, Show] = {}
VERBS: Mapping[str, Verb] = {"stay": stay, "leave": leave, "stop": menu.stop}
