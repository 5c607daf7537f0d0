"""One event becomes one Turn, and a Turn one screen: the only way into the conversation.

Decides which screen answers; the screens decide the rest. A turn is decided from what is stored
before it and shown from what is stored after it. Pure.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import reduce

from bot.chat.context import Context, QueryAbout
from bot.chat.family import TABLE
from bot.chat.model import (
    Command,
    Event,
    Incoming,
    Media,
    OwnWrite,
    Press,
    Reached,
    Screen,
    Turn,
    Typed,
)
from bot.chat.pressing import draw, press
from bot.chat.screens import used_up
from bot.chat.screens.account import keeping, menu
from bot.chat.screens.bringing_back import brought_back
from bot.chat.screens.replies import album, offers
from bot.chat.screens.school import join
from bot.chat.screens.steps import steps as steps_screens
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed import asking, pasted, plain, plain_text
from bot.chat.typed.heard import GRAVE
from bot.chat.typed.wished import wished
from bot.chat.way_on import what_to_propose
from bot.chat.world import CommandId, World
from bot.domain.changed_copy import changed
from bot.domain.person.lapse import told_at
from bot.domain.person.leaving import GiveSign
from bot.domain.person.person import Person, guest
from bot.domain.reminders.reminder import with_due
from bot.domain.reminders.still_planned import still_planned
from bot.domain.school.access import AccessRefused, Action, OwnAct
from bot.domain.school.school import Code

REFUSED: Mapping[Action | OwnAct, str] = {
    OwnAct.TAKE_LINK: "join-not-open",
    OwnAct.ANSWER: "letter-not-open",
}
"""What is told who may not do it; all else is ``no-right``."""

NOBODY = Context()
"""No roles and no schools: a bot on its own."""


def take_turn(
    stored: Person | None, incoming: Incoming, world: World, now: datetime, known: Context = NOBODY
) -> Turn:
    """Decide what one event means for a person; ``now`` is aware and in UTC.

    An update that was handled before shows the screen again and changes nothing. What is shown is
    drawn by ``show``, once the turn is saved.
    """
    if isinstance(incoming.event, Reached):
        person = stored or guest(incoming.person, now)
        return _reached(stored, person, now, reachable=incoming.event.reachable)
    if stored and all(one in stored.updates for one in (*incoming.parts, incoming.update)):
        return Turn(person=stored, write="keep", first_name=incoming.first_name)
    s = _context(stored, incoming, world, now, known)
    return _turn(s, stored, incoming, used_up.within(s, _answer(s, incoming.event)))


def refuse_turn(
    stored: Person | None,
    incoming: Incoming,
    world: World,
    now: datetime,
    known: Context,
    *,
    refused: AccessRefused,
) -> Turn:
    """Decide the turn of somebody who may not do what her event means: she stays and is told so."""
    s = _context(stored, incoming, world, now, known)
    return _turn(s, stored, incoming, s.stay(s.say(REFUSED.get(refused.action, "no-right"))))


def _context(
    stored: Person | None, incoming: Incoming, world: World, now: datetime, known: Context
) -> TurnContext:
    person, updates = stored or guest(incoming.person, now), (*incoming.parts, incoming.update)
    return TurnContext(
        person=reduce(lambda one, update: one.after(update, now), updates, person),
        world=world,
        now=now,
        first_name=incoming.first_name,
        message=incoming.message,
        known=known,
        last_seen=stored.seen_at if stored else None,
    )


def _turn(s: TurnContext, stored: Person | None, incoming: Incoming, answer: Answer) -> Turn:
    """Return the turn of an answer, with the person's next message planned anew."""
    answer = _with_next_message(s, stored, answer)
    person = answer.person if answer.instead is not None else asking.dated(answer.person, s.now)
    pressed = isinstance(incoming.event, Press)
    return Turn(
        person=person,
        write=_write(answer),
        changes=(*answer.changes, *_sign(stored, answer)),
        effects=answer.effects,
        note=answer.note or answer.toast,
        instead=answer.instead,
        over_chat=pressed and answer.note is None and answer.toast is not None,
        emoji=None if pressed else answer.emoji,
        apart=pressed and TABLE.leaves_result(s.person.place, person.place),
        uses=used_up.uses(incoming.event, answer) - s.known.used_up.keys(),
        first_name=incoming.first_name,
    )


def show(turn: Turn, world: World, now: datetime, known: Context = NOBODY) -> Screen | None:
    """Return the screen of a turn that is saved, from what is known by then; None if it has none."""
    if turn.silent:
        return None
    s = TurnContext(
        person=turn.person,
        world=world,
        now=now,
        first_name=turn.first_name,
        known=known,
        changes=turn.changes,
    )
    is_signed = turn.over_chat or turn.emoji is not None
    screen = turn.instead or draw(s).noting(None if is_signed else turn.note)
    return changed(screen, apart=True) if turn.apart else screen


def needed(turn: Turn) -> QueryAbout | None:
    """Return what must be loaded before a turn can be shown."""
    stands = turn.person.place
    place = TABLE.shows.get(stands.screen)
    return place.needs(stands.args) if place and place.needs and turn.is_place else None


def tries_code(event: Event, world: World, username: str) -> bool:
    """Say whether an event tries what may be the code of an invitation; see ``join.arrive``."""
    if isinstance(event, Command) and world.words.get(event.word) is not CommandId.MENU:
        return False
    return Code.parse(pasted.code_of(event, username) or "") is not None


def _with_next_message(s: TurnContext, stored: Person | None, answer: Answer) -> Answer:
    """Return the answer with the person's next message planned anew: she has given a sign."""
    if not answer.person.may_be_stored:
        return answer
    coordinates = bool(s.known.rights.schools_of(answer.person.id))
    if stored and not coordinates and still_planned(stored, answer.person):
        return answer
    after = s.change(answer.person)
    person = with_due(
        answer.person,
        after.school,
        after.calendar,
        s.now,
        has_step=what_to_propose(answer.person, s.world) is not None,
        has_digest=coordinates,
        sign=True,
    )
    return changed(answer, person=person)


def _write(answer: Answer) -> OwnWrite:
    if answer.write:
        return answer.write
    return "put" if answer.person.may_be_stored else "keep"


def _sign(stored: Person | None, answer: Answer) -> tuple[GiveSign, ...]:
    """Return that she is here where her turn is not kept, if she was told that her data go."""
    is_told = stored is not None and told_at(stored) is not None
    return (GiveSign(),) if is_told and _write(answer) == "keep" else ()


def _reached(stored: Person | None, person: Person, now: datetime, *, reachable: bool) -> Turn:
    is_news = stored is not None and stored.reachable != reachable
    if reachable and is_news:
        person = changed(person, seen_at=now)  # who comes back has given a sign
    return Turn(
        person=changed(person, reachable=reachable),
        write="put" if is_news else "keep",
        silent=True,
    )


def _answer(s: TurnContext, event: Event) -> Answer:
    match event:
        case Command(word, argument):
            return _command(s, word, argument)
        case Press(data):
            return press(s, data)
        case Typed(forwarded=True):
            taken = TABLE.passed_on(s, event) or plain_text.invited(s, event)
            return taken or plain_text.grave(s, event) or s.stay(s.say("note-forwarded"))
        case Typed():
            heard = wished(s, event) or plain_text.typed(s, event)
            return heard if _is_grave(s, event.text) else brought_back(s, heard)
        case Media():
            answer = plain_text.grave(s, event) or wished(s, event)
            if answer is not None:
                return answer
            if (answer := used_up.not_kept(s, event)) is not None:
                return answer
            if asking.is_stale(s) and not event.replies_to:
                return offers.offer_old(s, event) or s.stay(s.say("asked-long-ago"))
            taken = (
                TABLE.taken(s, event)
                or plain_text.invited(s, event)
                or offers.unread_media(s, event)
            )
            note = album.note_of(s, event)
            noted = taken or plain_text.captioned(s, event, note) or album.noted(s, event, note)
            return brought_back(s, keeping.caption_too(s, event, noted))
        case _:
            return s.stay(s.say("note-edited"))


def _is_grave(s: TurnContext, text: str) -> bool:
    return s.world.hearing.heard(text) in GRAVE


def _command(s: TurnContext, word: str, argument: str) -> Answer:
    command = s.world.words.get(word)
    if command is None:
        return s.stay(s.say("note-command", word=word[:32]))
    if command is CommandId.MENU and argument:
        code = pasted.code_of(Command(word, argument), s.known.username) or ""
        return join.arrive(s, code) if pasted.is_code_like(code) else plain_text.done(s, command)
    if command is CommandId.MENU and word in s.world.texts.words("stopped", "wakes"):
        return menu.wake(s)
    if command is CommandId.STEPS and argument:
        return plain.step_in(s, argument) or steps_screens.open_list(s)
    return plain_text.done(s, command)
