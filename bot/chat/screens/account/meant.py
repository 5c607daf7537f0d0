"""Asks what a doubtful word means, and leaves what is open when she wants that.

Must not read what was typed. No places: until she taps, she stays where she is.
"""

from collections.abc import Mapping

from bot.chat.guard import done
from bot.chat.model import Button
from bot.chat.screens.account import menu, questions
from bot.chat.screens.account.routes import (
    MEANT_LEAVE,
    MEANT_STAY,
    MEANT_STOP,
    MENU_MAIN,
    PRIVACY_ERASE,
    SETTINGS_MAIN,
)
from bot.chat.screens.reminders.routes import REMIND_MAIN
from bot.chat.screens.school.routes import JOIN_MAIN
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.chat.typed import asking
from bot.domain.person.person import Place


def ask(s: TurnContext) -> Answer:
    """Ask what a doubtful word means ("keluar", "cukup"); until she taps, nothing changes."""
    leaves: Button | None = None
    if asking.is_open(s.person):
        leaves = s.button("wish-doubt", "cancel", MEANT_LEAVE())
    return s.short(
        s.say("wish-doubt"),
        rows(
            s.button("wish-doubt", "stop", MEANT_STOP()),
            s.button("wish-doubt", "erase", PRIVACY_ERASE()),
            leaves,
            s.button("wish-doubt", "none", MEANT_STAY()),
        ),
    )


def leave(s: TurnContext) -> Answer:
    """Leave what is open without an answer; what is kept stays kept."""
    place = s.person.place
    is_open = asking.is_open(s.person)
    cancelled = s.say("note-cancelled" if is_open else "note-nothing-open")
    if place.screen.startswith("ask.") and place.args[:1] == (questions.SETTINGS,):
        return s.go(SETTINGS_MAIN(), note=cancelled)
    if place.screen.startswith("wish."):
        return s.go(REMIND_MAIN(), note=cancelled)
    if place.screen.startswith("ownname."):
        return s.go(JOIN_MAIN(), note=cancelled)
    if place.screen.startswith("sdata."):
        return s.go(Place("sdata.main", place.args[:1]), note=cancelled)
    if place.screen.startswith("teacher."):
        return s.go(Place("teacher.pick", place.args[:1]), note=cancelled)
    if place.screen.startswith("schedule."):
        return s.go(Place("schedule.main", place.args[:1]), note=cancelled)
    if place.screen.startswith("siar.") and place.args:
        return s.go(Place("siar.home", place.args[:1]), note=cancelled)
    if is_open and place.screen.startswith("evaluation.") and place.screen != "evaluation.share":
        return s.go(MENU_MAIN(), note=s.say("evaluation-kept"))
    if s.person.may_be_stored:
        return s.go(MENU_MAIN(), note=cancelled)
    return menu.open_menu(s)


def stay(s: TurnContext) -> Answer:
    """Show again what is open."""
    return s.stay()


SHOWS: Mapping[str, Show] = {}
VERBS: Mapping[str, Verb] = {
    "stay": done(MEANT_STAY, stay),
    "leave": done(MEANT_LEAVE, leave),
    "stop": done(MEANT_STOP, menu.stop),
}
