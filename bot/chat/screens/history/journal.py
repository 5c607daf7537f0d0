"""/refleksi: the free journal in four questions, one a message, in words or by voice, each skippable.

Every answer is kept as it comes, so that whoever leaves loses nothing.
"""

from dataclasses import replace
from datetime import datetime

from bot.chat.answers.refused import refused_line
from bot.chat.family import Done, ShownPlace, Taken, TypedAnswer
from bot.chat.guard import done, keeping, shown
from bot.chat.model import Media, MediaKind, Screen, Typed
from bot.chat.screens.coaching.rehearse import SAID_LENGTH
from bot.chat.screens.history import routes as to
from bot.chat.screens.history.hint import asks_first
from bot.chat.screens.history.routes import Journalling
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.asking import is_open
from bot.chat.typed.line import caption_of, clean_line
from bot.domain.coaching.evidence import Said
from bot.domain.coaching.journal import (
    PARTS,
    JournalPart,
    free_moment,
    journal_entry,
    journalled,
    said_in,
)
from bot.domain.history.entry import EntryKind
from bot.domain.person.person import MENU


@keeping
def begin(s: TurnContext) -> Answer:
    """Begin an entry with its first question; nothing is kept before she has said something."""
    return s.go(to.JOURNAL(free_moment(s.person.coaching, s.now), JournalPart.EVENT))


def show_part(s: TurnContext, at: Journalling) -> Screen:
    """Ask one question."""
    nth = PARTS.index(at.part)
    known = said_in(journal_entry(s.person.coaching, at.at), at.part)
    text = s.say(
        "journal",
        at=nth + 1,
        total=len(PARTS),
        name=s.world.texts.pick("journal-name", at.part),
        asked=s.world.texts.pick("journal-ask", at.part),
        first="ya" if nth == 0 else "tidak",
    )
    if known.words:
        text += "\n\n" + s.say("coach-said-now", words=known.words)
    skip = s.button("coach", "pass", to.JOURNAL_PASS(at.at, at.part))
    back = s.button("history", "open", to.LIST())
    return Screen(text, rows((back, skip) if nth == 0 else skip, s.menu_button()))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed words as the answer to the question on the screen; None elsewhere."""
    at = to.JOURNAL.at(s.person.place)
    if at is None:
        return None
    words = clean_line(text)
    refusal = refused_line(s, words, SAID_LENGTH)
    return refusal or asks_first(s, words) or _kept(s, at, Said(words=words))


def _kept(s: TurnContext, at: Journalling, said: Said) -> Answer:
    """Keep what she said; the next question does not show it, the entry does."""
    answer = _answered(s, at, said)
    return s.keeping(answer) if to.JOURNAL.at(answer.person.place) else answer


def spoken(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take a voice note as the answer to the question on the screen; None elsewhere."""
    at = to.JOURNAL.at(s.person.place) if isinstance(event, Media) else None
    if at is None or not isinstance(event, Media) or event.kind is not MediaKind.VOICE:
        return None
    if not event.file:
        return None
    words = caption_of(event)
    refusal = refused_line(s, words, SAID_LENGTH) if words else None
    said = Said(words=words, voice=event.file)
    return refusal or asks_first(s, words, event) or _kept(s, at, said)


def pass_part(s: TurnContext, at: Journalling) -> Answer | None:
    """Pass the question on the screen by; an answer that is there stays."""
    if to.JOURNAL.at(s.person.place) != at:
        return None
    return _answered(s, at, said_in(journal_entry(s.person.coaching, at.at), at.part))


def skip(s: TurnContext) -> Answer | None:
    """Pass the question that is open."""
    at = to.JOURNAL.at(s.person.place)
    return pass_part(s, at) if at else None


def _answered(s: TurnContext, at: Journalling, said: Said) -> Answer:
    coaching = journalled(s.person.coaching, at.at, at.part, said)
    after = s.change(replace(s.person, coaching=coaching))
    nth = PARTS.index(at.part) + 1
    if nth < len(PARTS):
        return after.go(to.JOURNAL(at.at, PARTS[nth]))
    return _finished(after, at.at)


def _finished(s: TurnContext, at: datetime) -> Answer:
    """Go to the entry as it is kept, or home where every question was passed by."""
    if journal_entry(s.person.coaching, at) is None:
        return s.go(MENU, note=s.say("journal-nothing"))
    key = str(int(at.timestamp()))
    return s.go(to.ENTRY(EntryKind.JOURNAL, key), note=s.say("journal-saved"))


def way_out(s: TurnContext, note: str) -> Answer | None:
    """Leave the journal, or a correction: home; what was said stays kept, a file at the gate is not."""
    del note
    if not is_open(s.person):
        return None
    is_waiting = s.person.place.screen == to.GATE.name
    return s.go(MENU, note=s.say("history-gate-left" if is_waiting else "evaluation-kept"))


SHOWS: tuple[ShownPlace, ...] = (shown(to.JOURNAL, show_part),)
VERBS: tuple[Done, ...] = (
    done(to.JOURNAL_BEGIN, begin),
    done(to.JOURNAL_PASS, pass_part),
)
TYPED: tuple[TypedAnswer, ...] = (typed,)
SENT: tuple[Taken, ...] = (spoken,)
