"""One event becomes one Turn: the only way into the conversation.

Decides which screen answers; the screens decide the rest. Pure.
"""

from dataclasses import replace
from datetime import datetime

from bot.chat import commands, labels, pasted, plain
from bot.chat.known import Known, Need
from bot.chat.model import (
    Command,
    Event,
    Incoming,
    Media,
    Press,
    Reached,
    Screen,
    Turn,
    Typed,
    Write,
)
from bot.chat.screens import (
    NEEDS,
    OPEN_TO_GUESTS,
    PRESS_NEEDS,
    SHOWS,
    VERBS,
    admin,
    broadcast,
    evaluation,
    join,
    letters,
    listening,
    meant,
    menu,
    own_name,
    questions,
    reminder_wishes,
    roster_teacher,
    schedule,
    school_data,
)
from bot.chat.screens import help as help_screens
from bot.chat.screens import steps as steps_screens
from bot.chat.situation import Answer, Situation
from bot.chat.typed import comparable
from bot.chat.way_on import what_to_propose
from bot.chat.wording import Wish
from bot.chat.world import CommandId, World
from bot.domain.person import Person, guest
from bot.domain.placeholder import plain as plain_words
from bot.domain.reminder import still_planned, with_due
from bot.domain.school import Code

NOBODY = Known()
"""No roles and no schools: a bot on its own."""


def take_turn(
    stored: Person | None, incoming: Incoming, world: World, now: datetime, known: Known = NOBODY
) -> Turn:
    """Decide what one event means for a person; ``now`` is aware and in UTC.

    An update that was handled before shows the screen again and changes nothing.
    """
    person = stored or guest(incoming.person, now)
    if isinstance(incoming.event, Reached):
        return _reached(stored, person, reachable=incoming.event.reachable)
    s = Situation(
        person=person.after(incoming.update, now),
        world=world,
        now=now,
        first_name=incoming.first_name,
        message=incoming.message,
        known=known,
    )
    if stored and incoming.update in stored.updates:
        return Turn(person=stored, write="keep", screen=draw(s))
    answer = _with_next_message(s, stored, _answer(s, incoming.event))
    screen = answer.instead or draw(s.change(answer.person)).noting(answer.note)
    return Turn(
        person=answer.person,
        write=_write(answer),
        screen=screen,
        effects=answer.effects,
        note=answer.note,
        is_place=answer.instead is None,
    )


def needed(person: Person) -> Need | None:
    """Return what must be loaded before the place of a person can be drawn."""
    return NEEDS.get(person.place.screen)


def needed_before(event: Event) -> tuple[Need, str] | None:
    """Return what must be loaded before an event can be acted on, and of which school."""
    if not isinstance(event, Press):
        return None
    family, name, school, *_ = [*event.data.split(":"), "", "", ""]
    need = PRESS_NEEDS.get(f"{family}:{name}")
    return (need, school) if need and school else None


def tries_code(event: Event, world: World, username: str) -> bool:
    """Say whether an event tries what may be the code of an invitation; see ``join.arrive``."""
    if isinstance(event, Command) and world.words.get(event.word) is not CommandId.MENU:
        return False
    return Code.parse(pasted.code_of(event, username) or "") is not None


def redraw(turn: Turn, world: World, now: datetime, known: Known) -> Screen:
    """Return a turn's screen with what was not known when the turn was taken."""
    s = Situation(person=turn.person, world=world, now=now, known=known)
    return draw(s).noting(turn.note)


def _with_next_message(s: Situation, stored: Person | None, answer: Answer) -> Answer:
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
    return replace(answer, person=person)


def draw(s: Situation) -> Screen:
    """Return the screen of the place where the person stands; unknown places lead home."""
    place = s.person.place
    show = SHOWS.get(place.screen)
    if show is None:
        home = menu.open_menu(s).person
        return SHOWS[home.place.screen](s.change(home), home.place.args)
    return show(s, place.args)


def _write(answer: Answer) -> Write:
    if answer.write:
        return answer.write
    return "put" if answer.person.may_be_stored else "keep"


def _reached(stored: Person | None, person: Person, *, reachable: bool) -> Turn:
    changed = stored is not None and stored.reachable != reachable
    return Turn(
        person=replace(person, reachable=reachable),
        write="put" if changed else "keep",
        screen=None,
    )


def _answer(s: Situation, event: Event) -> Answer:
    match event:
        case Command(word, argument):
            return _command(s, word, argument)
        case Press(data):
            return _press(s, data)
        case Typed(forwarded=True):
            taken = broadcast.passed_on(s, event) or _invited(s, event)
            return taken or s.stay(s.say("note-forwarded"))
        case Typed():
            return _wished(s, event) or _typed(s, event)
        case Media(kind):
            if (answer := _wished(s, event)) is not None:
                return answer
            taken = letters.taken(s, event) or broadcast.composed(s, event) or _invited(s, event)
            note = s.say("note-media", kind=kind.value)
            return taken or (s.short(note) if s.person.is_registered else s.stay(note))
        case _:
            return s.stay(s.say("note-edited"))


def _command(s: Situation, word: str, argument: str) -> Answer:
    command = s.world.words.get(word)
    if command is None:
        return s.stay(s.say("note-command", word=word[:32]))
    if command is CommandId.MENU and argument:
        return join.arrive(s, pasted.code_of(Command(word, argument), s.known.username) or argument)
    if command is CommandId.STEPS and argument:
        return plain.step_in(s, argument) or steps_screens.open_list(s)
    return commands.do(s, command)


def _invited(s: Situation, event: Event) -> Answer | None:
    """Take a pasted link, or a bare code, as the link itself; None for anything else."""
    code = pasted.code_of(event, s.known.username)
    return join.arrive(s, code) if code else None


def _press(s: Situation, data: str) -> Answer:
    family, _, rest = data.partition(":")
    name, *args = rest.split(":")
    verb = VERBS.get(f"{family}:{name}")
    if verb is None:
        return s.stay(s.say("note-old-button"))
    if not s.person.may_be_stored and family not in OPEN_TO_GUESTS:
        return s.go("welcome.hello", note=s.say("welcome-to-keep"))
    return verb(s, tuple(args)) or s.stay(s.say("note-old-button"))


def _wished(s: Situation, event: Typed | Media) -> Answer | None:
    """Do what comes first wherever she stands: stop, delete, withdraw, cancel; None for all else.

    What is put as a question, or could just as well be meant for whoever is answered, is asked about.
    """
    text = event.text if isinstance(event, Typed) else plain_words(event.html)
    wish = s.world.wording.wish(text)
    if wish is None:
        return None
    is_doubtful = "?" in text or (wish is Wish.CANCEL and event.replies_to)
    return meant.ask(s) if is_doubtful else commands.carry_out(s, wish)


def _typed(s: Situation, event: Typed) -> Answer:
    """Answer plain text: a label, the open question, then commands, steps, greetings, a search."""
    text = event.text
    words = comparable(text)
    if not event.replies_to and (answer := _label(s, text)) is not None:
        return answer
    if s.world.wording.wish(text, (Wish.DOUBT,)):
        return meant.ask(s)
    if (answer := letters.taken(s, event) or broadcast.composed(s, event)) is not None:
        return answer
    if (answer := _invited(s, event)) is not None:
        return answer
    command = s.world.phrases.get(words) or plain.command_in(s.world, words)
    if command is None and (answer := _heard(s, text, words)) is not None:
        return answer
    for answers in (
        questions.typed,
        reminder_wishes.typed,
        evaluation.typed,
        join.typed,
        admin.typed,
        schedule.typed,
        school_data.typed,
        roster_teacher.typed,
        own_name.typed,
    ):
        if (answer := answers(s, text)) is not None:
            return answer
    if command is not None:
        return commands.do(s, command)
    if (answer := plain.step_in(s, words)) is not None:
        return answer
    return help_screens.look_up(s, text)


def _heard(s: Situation, text: str, words: str) -> Answer | None:
    """Answer what is said rather than asked or answered: thanks, tiredness, danger to a child."""
    place = s.person.place.screen
    is_asked = place.startswith(listening.ASKING)
    greeting = None if place == "wish.hour" else plain.greeting_for(s, words)
    return listening.courtesy(s, text, greeting, is_asked=is_asked) or listening.answer(
        s, text, is_asked=place in labels.WRITTEN
    )


def _label(s: Situation, text: str) -> Answer | None:
    """Take a label of the screen typed in words as a tap on it; None if it is none.

    Not on screens that need more than the person to be drawn: their buttons are not known here.
    """
    place, leaves = s.person.place.screen, labels.leaves(s.world.texts, text)
    if place in NEEDS or (place in labels.OPEN and not leaves):
        return None
    data = labels.meant(draw(s), text)
    if data is not None and needed_before(Press(data)) is None:
        return _press(s, data)
    return s.stay(s.say("ask-write")) if leaves and place in labels.WRITTEN else None
