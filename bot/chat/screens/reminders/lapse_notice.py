"""The word to somebody who has not been here for long: when her data go, and how they stay.

No place: nobody stands on it. Must not decide who is told, nor when.
"""

from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Screen
from bot.chat.screens.account.privacy import as_coordinator
from bot.chat.screens.account.routes import PRIVACY_ASK_ERASE, PRIVACY_DOWNLOAD, PRIVACY_KEEP
from bot.chat.turn_context import TurnContext, rows
from bot.chat.world import World
from bot.domain.person.lapse import GRACE, LAPSE_MONTHS
from bot.domain.person.person import Person
from bot.domain.school.access import Rights


def lapse_screen(person: Person, world: World, rights: Rights, now: datetime) -> Screen:
    """Return what somebody is told now (UTC) whose data go in thirty days."""
    s = TurnContext(person=person, world=world, now=now, known=Context(rights=rights))
    day = world.texts.day(now + GRACE, person.zone)
    text = s.say("lapse", address=s.address, months=LAPSE_MONTHS, day=day)
    return Screen(
        text + as_coordinator(s),
        rows(
            s.button("lapse", "keep", PRIVACY_KEEP()),
            s.button("privacy", "download", PRIVACY_DOWNLOAD()),
            s.button("privacy", "erase", PRIVACY_ASK_ERASE()),
        ),
    )
