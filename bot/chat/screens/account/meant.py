"""Asks what a doubtful word means, and leaves what is open when she wants that.

Must not read what was typed. No places: until she taps, she stays where she is.
"""

from dataclasses import replace

from bot.chat.family import TABLE, Done
from bot.chat.guard import done
from bot.chat.model import Button
from bot.chat.screens.account import menu
from bot.chat.screens.account import routes as to
from bot.chat.screens.reminders.routes import WISH_ASK, WISH_SET_RHYTHM
from bot.chat.screens.school.routes import SCHOOL_HOME
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed import asking
from bot.domain.person.person import MENU
from bot.domain.reminders.outbound import Rhythm
from bot.domain.school.access import Action


def ask(s: TurnContext) -> Answer:
    """Ask what a doubtful word means ("keluar", "cukup"); until she taps, nothing changes."""
    leaves: Button | None = None
    if asking.is_open(s.person):
        leaves = s.button("wish-doubt", "cancel", to.MEANT_LEAVE())
    return s.short(
        s.say("wish-doubt"),
        rows(
            s.button("wish-doubt", "stop", to.MEANT_STOP()),
            s.button("wish-doubt", "erase", to.PRIVACY_ERASE()),
            leaves,
            s.button("wish-doubt", "none", to.MEANT_STAY()),
        ),
    )


def ask_quiet(s: TurnContext) -> Answer:
    """Offer to switch off what invites her, or all that the bot begins, or only for a while."""
    return s.short(
        s.say("wish-quiet"),
        rows(
            (
                s.button("wish-quiet", "rhythm", WISH_SET_RHYTHM(Rhythm.OFF)),
                s.button("wish-quiet", "all", to.MEANT_STOP()),
            ),
            (s.button("wish-quiet", "pause", WISH_ASK("pause")), s.menu_button()),
        ),
    )


def leave(s: TurnContext) -> Answer:
    """Leave what is open without an answer; what is kept stays kept."""
    place = s.person.place
    is_open = asking.is_open(s.person)
    cancelled = s.say("note-cancelled" if is_open else "note-nothing-open")
    way_out = TABLE.ways_out.get(place.screen.partition(".")[0])
    if way_out and (answer := way_out(s, cancelled)) is not None:
        return answer
    if s.person.may_be_stored:
        return s.go(to.MENU_MAIN(), note=cancelled)
    return menu.open_menu(s)


def back(s: TurnContext) -> Answer:
    """Go back where the buttons are not known: out of a question, else to the school, from there home."""
    place = s.person.place
    way_out = TABLE.ways_out.get(place.screen.partition(".")[0])
    answer = way_out(s, "") if way_out else None
    if answer and answer.person.place.screen != place.screen:
        return replace(answer, note=None)
    at = SCHOOL_HOME.read(place.args)
    if at is None or place.screen == SCHOOL_HOME.name or not s.may(Action.SEE_TEACHERS, at.school):
        return s.go(MENU)
    return s.go(SCHOOL_HOME(at.school))


def stay(s: TurnContext) -> Answer:
    """Show again what is open."""
    return s.stay()


VERBS: tuple[Done, ...] = (
    done(to.MEANT_STAY, stay),
    done(to.MEANT_LEAVE, leave),
    done(to.MEANT_STOP, menu.stop),
)
