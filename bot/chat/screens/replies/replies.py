"""Answering a broadcast, and the answer to that: a button, or Telegram's own reply.

The words, or a file with them, go to whoever wrote what is answered, under the name she is known by in the school;
nothing else of the writer goes with them.
"""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Media, Screen, Typed
from bot.chat.routes import place_of
from bot.chat.screens.account.menu import open_menu
from bot.chat.screens.broadcast.draft import content_of
from bot.chat.screens.replies import album
from bot.chat.screens.replies.routes import REPLY_CANCEL, REPLY_TO, REPLY_WRITE, Answering
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.broadcast.broadcast import (
    LETTER_CAPTION_ROOM,
    LETTER_ROOM,
    Content,
    Medium,
    Reply,
    fingerprint,
)
from bot.domain.broadcast.posting import SendReply
from bot.domain.broadcast.received import ANSWERED_KEPT, HeldReply
from bot.domain.school.access import Action
from bot.domain.school.school import SchoolId


def belongs(s: TurnContext, school: str) -> bool:
    """Say whether she may write to somebody of this school: a teacher or a coordinator of it."""
    found = s.known.rights.schools.get(SchoolId(school))
    return found is not None and (s.person.school == found.id or s.may(Action.BROADCAST, found.id))


def ask(s: TurnContext, at: Answering) -> Answer:
    """Ask for the words of the answer."""
    if not belongs(s, at.school):
        return s.stay(s.say("letter-not-open"))
    return s.go(REPLY_WRITE(at.school, at.broadcast))


def show_write(s: TurnContext, _at: Answering) -> Screen:
    """Draw the question, apart from the broadcast, which stays as it is."""
    return Screen(
        s.say("letter-write"), rows(s.button("nav", "cancel", REPLY_CANCEL())), apart=True
    )


def cancel(s: TurnContext) -> Answer:
    """Leave without an answer."""
    answer = open_menu(s)
    return Answer(person=answer.person, note=s.say("note-cancelled"))


def _replied_to(event: Typed | Media) -> Answering | None:
    """Return the message an event replies to, if that has the button to answer it."""
    read = (REPLY_TO.at(place_of(data)) for data in event.replies_to)
    return next((found for found in read if found), None)


def answered_by(s: TurnContext, event: Typed | Media) -> Answering | None:
    """Return the message an event answers: replied to, or asked about."""
    return _replied_to(event) or REPLY_WRITE.at(s.person.place)


def taken(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take an answer: where one is asked for, or as a reply to the message itself."""
    if target := _replied_to(event):
        return _send(s, target, event)
    target = REPLY_WRITE.at(s.person.place)
    return home(s, _send(s, target, event)) if target else None


def home(s: TurnContext, answer: Answer) -> Answer:
    """Return an answer that leads home once a letter is on its way."""
    if not answer.changes:
        return answer
    return replace(answer, person=open_menu(s.change(answer.person)).person)


def _send(s: TurnContext, target: Answering, event: Typed | Media) -> Answer:
    if not s.person.may_be_stored or not belongs(s, target.school):
        return s.stay(s.say("letter-not-open"))
    content = content_of(event)
    if content is None or content.is_empty:
        return s.stay(s.say("letter-medium"))
    room = LETTER_ROOM if content.medium is Medium.TEXT else LETTER_CAPTION_ROOM
    if len(content.plain) > room:
        return s.stay(s.say("ask-long", limit=room, length=len(content.plain)))
    posted = _posted(s, target.school, letter_of(s, content, target.broadcast))
    said = (posted.note, album.kept(s, event, "balasan"))
    return replace(posted, note=" ".join(filter(None, said)))


def letter_of(s: TurnContext, content: Content, answers: str) -> Reply:
    """Return the letter these words are; its id comes of the update, so that it counts once."""
    return Reply(
        id=fingerprint(str(s.person.id), str(s.person.updates[-1:]), answers),
        answers=answers,
        text=content.text,
        at=s.now,
        medium=content.medium,
        file=content.file,
    )


def _posted(s: TurnContext, school: SchoolId, letter: Reply) -> Answer:
    replied = (*s.person.replied, letter.answers)[-ANSWERED_KEPT:]
    person = replace(s.person, replied=replied, held=None)
    return Answer(person=person, note=s.say("letter-sent"), changes=(SendReply(school, letter),))


def post_held(s: TurnContext, held: HeldReply) -> Answer:
    """Send the words that waited for her."""
    if not belongs(s, held.school):
        return s.stay(s.say("letter-not-open"))
    return _posted(s, held.school, held.letter)


SHOWS: tuple[ShownPlace, ...] = (shown(REPLY_WRITE, show_write),)
VERBS: tuple[Done, ...] = (
    done(REPLY_TO, ask),
    done(REPLY_CANCEL, cancel),
)
