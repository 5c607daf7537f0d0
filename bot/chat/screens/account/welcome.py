"""Arriving: who we are, what is kept, and the consent without which nothing is stored."""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.model import Screen
from bot.chat.screens.account.menu import open_menu
from bot.chat.screens.account.questions import next_question
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.domain.person.person import CONSENT_VERSION, Consent
from bot.domain.school.school import Code


def show_hello(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Draw the first screen: greeting, what is stored, and three answers to choose from.

    The argument is the code of an invitation, carried along because nothing is stored yet.
    """
    code = f":{args[0]}" if args else ""
    text = s.say("welcome")
    if s.person.agreed_before and s.person.consent:
        day = s.world.texts.day(s.person.consent.given_at, s.person.zone)
        text = f"{s.say('welcome-changed', day=day)}\n\n{text}"
    return Screen(
        text,
        rows(
            s.button("welcome", "agree", f"welcome:agree{code}"),
            (
                s.button("welcome", "full", "welcome:full"),
                s.button("welcome", "later", "welcome:later"),
            ),
        ),
    )


def show_full(s: TurnContext, _args: tuple[str, ...]) -> Screen:
    """Draw the complete privacy text, with the way on for those who have not agreed yet."""
    if s.person.may_be_stored:
        return Screen(_full_text(s), rows(s.button("nav", "back", "privacy:main"), s.menu_button()))
    return Screen(
        _full_text(s),
        rows(
            s.button("welcome", "agree", "welcome:agree"),
            s.button("welcome", "later", "welcome:later"),
        ),
    )


def _full_text(s: TurnContext) -> str:
    if s.world.operator:
        return f"{s.say('privacy-full')}\n\n{s.say('operator', operator=s.world.operator)}"
    return s.say("privacy-full")


def agree(s: TurnContext, args: tuple[str, ...]) -> Answer:
    """Record the consent (version and moment) and go on with the first open question.

    Pressed again, for example by a double tap, it leads to where going home leads.
    """
    if s.person.may_be_stored:
        return open_menu(s)
    consent = Consent(version=CONSENT_VERSION, given_at=s.now)
    came_with = s.person.invited if s.person.agreed_before else None
    invited = args[0] if args and Code.parse(args[0]) else came_with
    return next_question(s.change(replace(s.person, consent=consent, invited=invited)))


def later(s: TurnContext, _args: tuple[str, ...]) -> Answer:
    """Let somebody who does not agree read the steps; nothing is stored."""
    return s.go(
        "steps.list", note=s.say("welcome-declined") if not s.person.may_be_stored else None
    )


def _to(screen: str) -> Verb:
    return lambda s, _args: s.go(screen)


SHOWS: Mapping[str, Show] = {"hello": show_hello, "full": show_full}
VERBS: Mapping[str, Verb] = {
    "hello": _to("welcome.hello"),
    "full": _to("welcome.full"),
    "agree": agree,
    "later": later,
}
