"""Data saya: what is stored, a copy of it, withdrawing the consent, deleting everything.

The rights are those of UU 27/2022. They are open to everybody about whom
something is stored, also after the consent was withdrawn.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import ExportOwnData, Screen
from bot.chat.moments.asked_at import asked_at, is_fresh
from bot.chat.screens.account import routes as to
from bot.chat.screens.account.menu import open_menu
from bot.chat.screens.account.routes import AskedAt
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.person.leaving import EraseOwnData, WithdrawConsent, left
from bot.domain.school.school import School

ERASE_WITHIN = timedelta(hours=1)
"""A confirmation button is good for this long after the question; later it is asked again."""


def show_main(s: TurnContext) -> Screen:
    """Draw what is stored and the rights that can be used by a tap."""
    consent = s.person.consent
    if consent is None:
        return Screen(
            s.say("privacy-nothing"),
            rows(s.button("welcome", "full", to.WELCOME_FULL()), s.menu_button()),
        )
    text = s.say("privacy", day=s.world.texts.day(consent.given_at, s.person.zone))
    text += as_coordinator(s)
    text += "\n" + s.say("privacy-copy")
    if s.world.operator:
        text += "\n" + s.say("operator", operator=s.world.operator)
    withdraw = None
    if s.person.may_be_stored:
        withdraw = s.button("privacy", "withdraw", to.PRIVACY_WITHDRAW())
    return Screen(
        text,
        rows(
            s.button("privacy", "download", to.PRIVACY_DOWNLOAD()),
            (withdraw, s.button("privacy", "erase", to.PRIVACY_ERASE())),
            (s.button("welcome", "full", to.WELCOME_FULL()), s.menu_button()),
        ),
    )


def as_coordinator(s: TurnContext) -> str:
    """Return what else ends with her data when she coordinates schools, as paragraphs of their own."""
    own = s.known.rights.schools_of(s.person.id)
    if not own:
        return ""
    told = s.say("privacy-coordinator", schools=_names(s, own))
    if alone := [school for school in own if len(school.coordinators) == 1]:
        told += "\n" + s.say("privacy-alone", schools=_names(s, alone))
    return f"\n\n{told}"


def _names(s: TurnContext, schools: Iterable[School]) -> str:
    return s.world.texts.listed(school.name for school in schools)


def show_erase(s: TurnContext, at: AskedAt) -> Screen:
    """Ask once more before everything is deleted."""
    asked = asked_at(s.now) if at.asked is None else at.asked
    return Screen(
        s.say("erase") + as_coordinator(s),
        rows(
            s.button("privacy", "download", to.PRIVACY_DOWNLOAD()),
            s.button("erase", "confirm", to.PRIVACY_ERASED(asked)),
            s.button("nav", "cancel", to.PRIVACY_MAIN()),
        ),
    )


def show_erased(s: TurnContext, _at: AskedAt) -> Screen:
    """Tell when everything was deleted."""
    when = s.world.texts.moment(s.now, s.person.zone)
    return Screen(s.say("erased", when=when), rows(s.button("erased", "again", to.WELCOME_HELLO())))


def show_withdrawn(s: TurnContext) -> Screen:
    """Tell what withdrawing means and how to go on."""
    return Screen(
        s.say("withdrawn"),
        rows(
            s.button("privacy", "download", to.PRIVACY_DOWNLOAD()),
            s.button("privacy", "erase", to.PRIVACY_ERASE()),
            s.button("withdrawn", "again", to.WELCOME_HELLO()),
        ),
    )


def open_privacy(s: TurnContext) -> Answer:
    """Go to the overview."""
    return s.go(to.PRIVACY_MAIN())


def download(s: TurnContext) -> Answer:
    """Send the person a copy of everything stored about her."""
    if s.person.consent is None:
        return s.go(to.PRIVACY_MAIN())
    overview = s.go(to.PRIVACY_MAIN())
    return Answer(person=overview.person, effects=(ExportOwnData(),))


def withdraw(s: TurnContext) -> Answer | None:
    """Withdraw the consent at once: from now on nothing more is recorded or sent unasked."""
    if not s.person.may_be_stored or s.person.consent is None:
        return None
    consent = replace(s.person.consent, withdrawn_at=s.now)
    person = replace(left(s.person), consent=consent, quiet=True)
    return Answer(
        person=s.change(person).go(to.PRIVACY_WITHDRAWN()).person,
        write="put",
        changes=(WithdrawConsent(),),
    )


def keep(s: TurnContext) -> Answer:
    """Take the word of somebody who was away for long that her data stay: she is here, that is enough."""
    home = open_menu(s) if s.person.may_be_stored else s.go(to.WELCOME_HELLO())
    return replace(home, note=s.say("lapse-kept"))


def ask_erase(s: TurnContext) -> Answer:
    """Go to the question whether everything is to be deleted."""
    if s.person.consent is None:
        return s.go(to.PRIVACY_MAIN())
    return s.go(to.PRIVACY_ERASE(asked_at(s.now)))


def erase(s: TurnContext, at: AskedAt) -> Answer | None:
    """Delete everything, if the confirmation belongs to a question asked just now."""
    if s.person.consent is None or at.asked is None:
        return None
    if not is_fresh(at.asked, s.now, ERASE_WITHIN):
        return s.go(to.PRIVACY_ERASE(asked_at(s.now)), note=s.say("erase-asked-again"))
    erased = s.go(to.PRIVACY_ERASED()).person
    return Answer(person=erased, write="drop", changes=(EraseOwnData(),))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.PRIVACY_MAIN, show_main),
    shown(to.PRIVACY_ERASE, show_erase),
    shown(to.PRIVACY_ERASED, show_erased),
    shown(to.PRIVACY_WITHDRAWN, show_withdrawn),
)
VERBS: tuple[Done, ...] = (
    done(to.PRIVACY_MAIN, open_privacy),
    done(to.PRIVACY_DOWNLOAD, download),
    done(to.PRIVACY_WITHDRAW, withdraw),
    done(to.PRIVACY_KEEP, keep),
    done(to.PRIVACY_ASK_ERASE, ask_erase),
    done(to.PRIVACY_ERASED, erase),
)
