"""Sending a broadcast: the test to herself, and the confirmation.

The button that sends carries the mark of exactly what the page shows: another draft, or another
list of people, needs another look.
"""

from dataclasses import replace

from bot.chat.model import Attachment, Button, Screen, ShowBeside
from bot.chat.routes import OfSchool
from bot.chat.screens.broadcast.draft import broadcast_of, drafted, found_for, held
from bot.chat.screens.broadcast.loud import CERTAIN, disturbed
from bot.chat.screens.broadcast.routes import (
    SIAR_DRAFT,
    SIAR_ONE,
    SIAR_SEE,
    SIAR_SURE,
    SendingMarked,
)
from bot.chat.screens.replies.messages import broadcast_message
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.broadcast.broadcast import Announced
from bot.domain.broadcast.posting import ConfirmBroadcast
from bot.domain.school.school import School


def test(s: TurnContext, school: School, _at: OfSchool) -> Answer:
    """Send the broadcast to herself, as the others would get it."""
    draft = held(s, school)
    if draft is None or draft.content.is_empty:
        return s.stay(s.say("broadcast-gone"))
    broadcast = broadcast_of(s, school, draft, "")
    shown = broadcast_message(broadcast, broadcast.sender, s.world)
    assert isinstance(shown, Screen | Attachment)  # noqa: S101 -- nothing else is a broadcast
    going = s.go(SIAR_DRAFT(school.id), note=s.say("broadcast-tested"))
    return replace(going, effects=(ShowBeside(replace(shown, rows=())),))


def send(s: TurnContext, school: School, at: SendingMarked) -> Answer:
    """Confirm exactly what the page showed.

    An important one that reaches people in quiet hours is asked once more.
    """
    draft = held(s, school)
    if draft is None or draft.content.is_empty:
        return s.stay(s.say("broadcast-gone"))
    found = found_for(s, draft)
    mark = draft.mark(found.recipients)
    if at.mark != mark or not found.recipients:
        return s.go(SIAR_DRAFT(school.id), note=s.say("broadcast-changed"))
    if draft.at and draft.at <= s.now:
        return drafted(s, replace(draft, at=None), note=s.say("broadcast-past"))
    woken = disturbed(s, draft)
    if woken and at.certain not in (CERTAIN, f"{CERTAIN}{woken}"):
        return s.go(SIAR_SURE(school.id, mark))
    loud_at = (draft.at or s.now) if woken else None
    broadcast = replace(broadcast_of(s, school, draft, mark), disturbed=woken, loud_at=loud_at)
    announced = Announced(broadcast=broadcast, recipients=found.recipients)
    without = s.change(replace(s.person, composing=None))
    going = without.go(SIAR_ONE(school.id, broadcast.id, s.message or None))
    return replace(going, changes=(ConfirmBroadcast(announced),))


def confirmed(s: TurnContext, broadcast: str) -> Announced | None:
    """Return a broadcast that she has confirmed just now."""
    found = (one.announced for one in s.changes if isinstance(one, ConfirmBroadcast))
    return next((one for one in found if one.broadcast.id == broadcast), None)


def show_taken(s: TurnContext, school: School, broadcast: str, home: tuple[Button, ...]) -> Screen:
    """Draw a broadcast that she has just confirmed."""
    waiting = confirmed(s, broadcast)
    if waiting is None:
        return Screen(s.say("broadcast-not-there"), rows(home))
    due, count = waiting.broadcast.due, len(waiting.recipients)
    if due and due > s.now:
        moment = s.world.texts.moment(due, s.person.zone)
        text = s.say("broadcast-planned", count=count, moment=moment)
    else:
        text = s.say("broadcast-taken", count=count)
    see = s.button("broadcast-one", "see", SIAR_SEE(school.id, broadcast))
    return Screen(text, rows(see, home))
