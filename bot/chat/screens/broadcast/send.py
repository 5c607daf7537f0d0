"""Sending a broadcast: the test to herself, and the confirmation.

The button that sends carries the mark of exactly what the page shows: another draft, or another
list of people, needs another look.
"""

from dataclasses import replace

from bot.chat.model import Attachment, Screen, ShowBeside
from bot.chat.screens.broadcast.draft import broadcast_of, drafted, found_for, held
from bot.chat.screens.broadcast.loud import CERTAIN, disturbed
from bot.chat.screens.replies.messages import broadcast_message
from bot.chat.turn_context import Answer, TurnContext
from bot.domain.broadcast.broadcast import Announced
from bot.domain.school.school import School


def test(s: TurnContext, school: School, _args: tuple[str, ...]) -> Answer:
    """Send the broadcast to herself, as the others would get it."""
    draft = held(s, school)
    if draft is None or draft.content.is_empty:
        return s.stay(s.say("broadcast-gone"))
    broadcast = broadcast_of(s, school, draft, "")
    shown = broadcast_message(broadcast, broadcast.sender, s.world)
    assert isinstance(shown, Screen | Attachment)  # noqa: S101 -- nothing else is a broadcast
    going = s.go("siar.draft", school.id, note=s.say("broadcast-tested"))
    return replace(going, effects=(ShowBeside(replace(shown, rows=())),))


def send(s: TurnContext, school: School, args: tuple[str, ...]) -> Answer:
    """Confirm exactly what the page showed; the outbox takes it from her document.

    An important one that reaches people in quiet hours is asked once more.
    """
    draft = held(s, school)
    if draft is None or draft.content.is_empty or not args:
        return s.stay(s.say("broadcast-gone"))
    found = found_for(s, draft)
    mark = draft.mark(found.recipients)
    if args[0] != mark or not found.recipients:
        return s.go("siar.draft", school.id, note=s.say("broadcast-changed"))
    if draft.at and draft.at <= s.now:
        return drafted(s, replace(draft, at=None), note=s.say("broadcast-past"))
    woken = disturbed(s, draft)
    if woken and "".join(args[1:2]) not in (CERTAIN, f"{CERTAIN}{woken}"):
        return s.go("siar.sure", school.id, mark)
    loud_at = (draft.at or s.now) if woken else None
    broadcast = replace(broadcast_of(s, school, draft, mark), disturbed=woken, loud_at=loud_at)
    announced = Announced(broadcast=broadcast, recipients=found.recipients)
    person = replace(s.person, composing=None, announced=(*s.person.announced, announced))
    watched = (str(s.message),) if s.message else ()
    return s.change(person).go("siar.one", school.id, broadcast.id, *watched)
