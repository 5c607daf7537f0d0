"""Pengaturan: what a person told us about herself, each answer one tap from being changed."""

from collections.abc import Mapping

from bot.chat.model import Screen
from bot.chat.screens.account.questions import SETTINGS
from bot.chat.screens.reminders.reminders import next_message
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows


def show_main(s: TurnContext, _args: tuple[str, ...]) -> Screen:
    """Draw all answers and the buttons to change them."""
    person, texts = s.person, s.world.texts
    nothing = texts.say("settings-empty")
    text = s.say(
        "settings",
        address=s.address,
        level=texts.pick("level", person.level) if person.level else nothing,
        subject=person.subject or nothing,
        zone=texts.pick("zone", person.zone) if person.zone else nothing,
        weekday=texts.weekday(person.wishes.weekday),
        hour=texts.clock(person.wishes.hour),
        rhythm=texts.pick("rhythm", person.wishes.rhythm),
    )
    if coming := next_message(s):
        text += f"\n{coming}"
    return Screen(
        text,
        rows(
            (
                s.button("settings", "change-address", f"ask:open:address:{SETTINGS}"),
                s.button("settings", "change-level", f"ask:open:level:{SETTINGS}"),
            ),
            (
                s.button("settings", "change-subject", f"ask:open:subject:{SETTINGS}"),
                s.button("settings", "change-zone", f"ask:open:zone:{SETTINGS}"),
            ),
            (
                s.button("settings", "reminders", "remind:main"),
                s.button("settings", "privacy", "privacy:main"),
            ),
            s.button("settings", "school", "join:main"),
            s.menu_button(),
        ),
    )


def open_settings(s: TurnContext, _args: tuple[str, ...] = ()) -> Answer:
    """Go to the settings, or to the welcome when there is nothing to set yet."""
    if not s.person.may_be_stored:
        return s.go("welcome.hello", note=s.say("welcome-to-keep"))
    return s.go("settings.main")


SHOWS: Mapping[str, Show] = {"main": show_main}
VERBS: Mapping[str, Verb] = {"main": open_settings}
