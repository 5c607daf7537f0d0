"""Arriving: who we are, what is kept, and the consent without which nothing is stored."""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Rows, Screen
from bot.chat.screens.account import routes as to
from bot.chat.screens.account.menu import open_menu
from bot.chat.screens.account.questions import next_question
from bot.chat.screens.account.routes import Came
from bot.chat.screens.steps.routes import STEPS_LIST
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.same import says_only
from bot.chat.typed.wording import Wish
from bot.domain.person.person import CONSENT_VERSION, Consent
from bot.domain.school.school import Code

NAMES_EVIDENCE = 2
"""The version of the consent that named evidence first."""


def show_hello(s: TurnContext, at: Came) -> Screen:
    """Draw the first screen: greeting, what is stored, and three answers to choose from.

    The code of an invitation is carried along, because nothing is stored yet.
    """
    text = s.say("welcome")
    if s.person.agreed_before and s.person.consent:
        day = s.world.texts.day(s.person.consent.given_at, s.person.zone)
        evidence = "ya" if s.person.consent.version < NAMES_EVIDENCE else "tidak"
        changed = s.say("welcome-changed", day=day, evidence=evidence)
        # What she has read before folds away, so that what is new and the buttons are one view.
        text = f"{changed}\n\n<blockquote expandable>{text}</blockquote>"
    if school := s.coordinating(at.code):
        text = f"{s.say('welcome-coordinator', school=school.name)}\n\n{text}"
    return Screen(text, _choices(s, at))


def _choices(s: TurnContext, at: Came) -> Rows:
    full = s.button("welcome", "full", to.WELCOME_FULL(at.code))
    later = s.button("welcome", "later", to.WELCOME_LATER())
    return rows(s.button("welcome", "agree", to.WELCOME_AGREE(at.code)), (full, later))


def show_full(s: TurnContext, at: Came) -> Screen:
    """Draw the complete privacy text, with the way on for those who have not agreed yet, and the code she came with."""
    if s.person.may_be_stored:
        return Screen(
            _full_text(s), rows((s.button("nav", "back", to.PRIVACY_MAIN()), s.menu_button()))
        )
    return Screen(
        _full_text(s),
        rows(
            (
                s.button("welcome", "agree", to.WELCOME_AGREE(at.code)),
                s.button("welcome", "later", to.WELCOME_LATER()),
            )
        ),
    )


def _full_text(s: TurnContext) -> str:
    if s.world.operator:
        return f"{s.say('privacy-full')}\n\n{s.say('operator', operator=s.world.operator)}"
    return s.say("privacy-full")


def agree(s: TurnContext, at: Came) -> Answer:
    """Record the consent (version and moment) and go on with the first open question.

    Pressed again, for example by a double tap, it leads to where going home leads.
    """
    if s.person.may_be_stored:
        return open_menu(s)
    consent = Consent(version=CONSENT_VERSION, given_at=s.now)
    came_with = s.person.invited if s.person.agreed_before else None
    invited = at.code if at.code and Code.parse(at.code) else came_with
    return next_question(s.change(replace(s.person, consent=consent, invited=invited, quiet=False)))


def means(s: TurnContext, text: str) -> Answer | None:
    """Answer whoever agrees, declines or wants to join in her own words; None for all else.

    Consent is recorded by the button alone: where a guest stands is not known, so nobody can tell whether
    "ok" is said to the text above it.
    """
    if s.person.may_be_stored:
        return None
    texts = s.world.texts
    beside = texts.words("welcome", "beside")
    if says_only(s, text, texts.words("welcome", "join-said"), beside):
        return hello(s)
    if _declines(s, text):
        return later(s)
    if not says_only(s, text, texts.words("welcome", "agree-said"), beside):
        return None
    return s.short(s.say("welcome-tap"), _choices(s, Came()))


def _declines(s: TurnContext, text: str) -> bool:
    if "?" in text or s.world.hearing.heard(text) is not None:
        return False
    return s.world.wording.wish(text, (Wish.DECLINE, Wish.LATER)) is not None


def later(s: TurnContext) -> Answer:
    """Let somebody who does not agree read the steps; nothing is stored."""
    return s.go(
        STEPS_LIST(), note=s.say("welcome-declined") if not s.person.may_be_stored else None
    )


def hello(s: TurnContext) -> Answer:
    """Go to the first screen."""
    return s.go(to.WELCOME_HELLO())


def full(s: TurnContext, at: Came) -> Answer:
    """Go to the complete privacy text."""
    return s.go(to.WELCOME_FULL(at.code))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.WELCOME_HELLO, show_hello),
    shown(to.WELCOME_FULL, show_full),
)
VERBS: tuple[Done, ...] = (
    done(to.WELCOME_OPEN, hello),
    done(to.WELCOME_FULL, full),
    done(to.WELCOME_AGREE, agree),
    done(to.WELCOME_LATER, later),
)
