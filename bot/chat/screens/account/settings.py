"""Pengaturan: what a person told us about herself, each answer one tap from being changed."""

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, keeping, shown
from bot.chat.model import Screen
from bot.chat.screens.account.questions import SETTINGS
from bot.chat.screens.account.routes import ASK_OPEN, PRIVACY_MAIN, SETTINGS_MAIN
from bot.chat.screens.reminders.reminders import next_message
from bot.chat.screens.reminders.routes import REMIND_MAIN
from bot.chat.screens.school.routes import JOIN_MAIN
from bot.chat.turn_context import Answer, TurnContext, rows


def show_main(s: TurnContext) -> Screen:
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
                s.button("settings", "change-address", ASK_OPEN("address", SETTINGS)),
                s.button("settings", "change-level", ASK_OPEN("level", SETTINGS)),
            ),
            (
                s.button("settings", "change-subject", ASK_OPEN("subject", SETTINGS)),
                s.button("settings", "change-zone", ASK_OPEN("zone", SETTINGS)),
            ),
            (
                s.button("settings", "reminders", REMIND_MAIN()),
                s.button("settings", "privacy", PRIVACY_MAIN()),
            ),
            s.button("settings", "school", JOIN_MAIN()),
            s.menu_button(),
        ),
    )


@keeping
def open_settings(s: TurnContext) -> Answer:
    """Go to the settings, or to the welcome when there is nothing to set yet."""
    return s.go(SETTINGS_MAIN())


SHOWS: tuple[ShownPlace, ...] = (shown(SETTINGS_MAIN, show_main),)
VERBS: tuple[Done, ...] = (done(SETTINGS_MAIN, open_settings),)
