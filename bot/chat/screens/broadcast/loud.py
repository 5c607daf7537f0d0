"""An important broadcast in quiet hours asks once more, with how many it would reach in them."""

from dataclasses import replace

from bot.chat.model import Screen
from bot.chat.routes import OfSchool
from bot.chat.screens.broadcast.draft import drafted, found_for, held
from bot.chat.screens.broadcast.routes import (
    SIAR_DRAFT,
    SIAR_HOME,
    SIAR_SEND,
    SIAR_SOFT,
    SendingMarked,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.broadcast.broadcast import Draft
from bot.domain.broadcast.disturbance import count_disturbed
from bot.domain.school.school import School

CERTAIN = "ya"
"""Stands in the button of who sends all the same, followed by how many that disturbs.

Buttons of older releases do not say how many.
"""


def disturbed(s: TurnContext, draft: Draft) -> int:
    """Return how many of those it is meant for have quiet hours when it would reach them."""
    if not draft.important or s.known.roster is None:
        return 0
    moment = draft.at or s.now
    meant = {one.id for one in found_for(s, draft).recipients}
    return count_disturbed(meant, s.known.roster, s.world.calendar, moment)


def show_loud(s: TurnContext, school: School, at: SendingMarked) -> Screen:
    """Ask whether it is to reach them in their quiet hours."""
    draft = held(s, school)
    if draft is None:
        back = s.button("nav", "back", SIAR_HOME(school.id))
        return Screen(s.say("broadcast-gone"), rows((back, s.menu_button())))
    quiet = disturbed(s, draft)
    moment = s.world.texts.moment(draft.at or s.now, s.person.zone)
    text = s.say(
        "broadcast-loud",
        quiet=quiet,
        count=len(found_for(s, draft).recipients),
        moment=moment,
    )
    return Screen(
        text,
        rows(
            s.button("broadcast-loud", "send", SIAR_SEND(school.id, at.mark, f"{CERTAIN}{quiet}")),
            s.button("broadcast-loud", "wait", SIAR_SOFT(school.id)),
            s.button("nav", "back", SIAR_DRAFT(school.id)),
        ),
    )


def soft(s: TurnContext, school: School, _at: OfSchool) -> Answer:
    """Let it wait for the end of everybody's quiet hours; the page shows it once more."""
    draft = held(s, school)
    if draft is None:
        return s.stay(s.say("broadcast-gone"))
    return drafted(s, replace(draft, important=False), note=s.say("broadcast-softened"))
