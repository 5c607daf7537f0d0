"""More evidence for a try that took place, also of a cycle that is closed.

Goes through the same gate and the same hint as in a cycle; what waits there is not kept yet.
"""

from dataclasses import replace
from re import compile as pattern

from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.answers.refused import refused_line
from bot.chat.family import Done, ShownPlace, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Media, Screen, Typed
from bot.chat.screens.coaching.private import HELD
from bot.chat.screens.coaching.rehearse import SAID_LENGTH
from bot.chat.screens.evidence.sent_file import (
    EVIDENCE_MOST,
    gate_text,
    held,
    kept_line,
    must_pass_gate,
    piece_of,
    refused_file,
    waiting,
)
from bot.chat.screens.history import routes as to
from bot.chat.screens.history.day import tried_day
from bot.chat.screens.history.entry import entry_at, gone
from bot.chat.screens.history.hint import asked_at, asks_first
from bot.chat.screens.history.routes import OfEntry
from bot.chat.screens.history.words import tried_name
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line
from bot.domain.coaching.evidence import Evidence, EvidenceKind
from bot.domain.history.entry import Tried
from bot.domain.history.rewriting import with_pieces

_LINK = pattern(r"https?://\S+")


def _tried(s: TurnContext, at: OfEntry) -> Tried | None:
    """Return the try that took place and is meant."""
    entry = entry_at(s, at)
    told = entry.told if entry and tried_day(entry) else None
    return told if isinstance(told, Tried) else None


def show_adding(s: TurnContext, at: OfEntry) -> Screen:
    """Ask for more evidence, and list what is there."""
    tried, entry = _tried(s, at), entry_at(s, at)
    if tried is None or entry is None:
        return gone(s)
    lines = [kept_line(s, nth, one) for nth, one in enumerate(tried.attempt.evidence, start=1)]
    text = s.say("history-add", task=tried_name(s, tried), day=s.world.texts.long_day(entry.day))
    ready = s.button("history-add", "ready", to.ENTRY(at.kind, at.key))
    return Screen("\n".join((text, *(("", *lines) if lines else ()))), rows(ready, s.menu_button()))


def open_adding(s: TurnContext, at: OfEntry) -> Answer | None:
    """Go to the question for more evidence."""
    return s.go(to.ADD(at.kind, at.key)) if _tried(s, at) else None


def typed(s: TurnContext, text: str) -> Answer | None:
    """Keep typed words or a link as evidence of the try on the screen; None elsewhere."""
    at = to.ADD.at(s.person.place)
    if at is None or _tried(s, at) is None:
        return None
    line = clean_line(text)
    if refusal := refused_line(s, line, SAID_LENGTH) or asks_first(s, line):
        return refusal
    kind = EvidenceKind.LINK if _LINK.search(line) else EvidenceKind.TEXT
    return _added(s, at, Evidence(kind=kind, at=s.now, words=line))


def sent(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Keep a file as evidence; one that may show pupils, or whose caption names one, waits at the gate."""
    place = s.person.place
    at = to.ADD.at(place) or to.GATE.at(place) or to.ADD.at(asked_at(s))
    if at is None or not isinstance(event, Media) or _tried(s, at) is None:
        return None
    if refusal := refused_file(s, event):
        return refusal
    piece, before = piece_of(s, event), held(s) or _at_the_hint(s)
    if before or must_pass_gate(s, piece) or names_a_pupil(s.world.texts, piece.words):
        return Answer(person=s.at(to.GATE(at.kind, at.key), waiting((*before, piece))))
    return _added(s, at, piece)


def _at_the_hint(s: TurnContext) -> tuple[Evidence, ...]:
    """Return the words that wait at the hint about a pupil's name, as a piece of evidence."""
    words = s.person.place.draft.get(HELD, "")
    return (Evidence(kind=EvidenceKind.TEXT, at=s.now, words=words),) if words else ()


def show_gate(s: TurnContext, at: OfEntry) -> Screen:
    """Draw what a photo of pupils may show, before what waits is kept."""
    if _tried(s, at) is None or not held(s):
        return gone(s)
    keep = s.button("coach-gate", "keep", to.GATED(at.kind, at.key))
    other = s.button("coach-gate", "drop", to.ADD(at.kind, at.key))
    none = s.button("coach-gate", "none", to.ENTRY(at.kind, at.key))
    return Screen(gate_text(s, held(s)), rows(keep, (other, none), s.menu_button()))


def pass_gate(s: TurnContext, at: OfEntry) -> Answer | None:
    """Keep what waited at the gate that is on the screen."""
    if to.GATE.at(s.person.place) != at or not held(s) or _tried(s, at) is None:
        return None
    coaching = replace(s.person.coaching, gate_at=s.person.coaching.gate_at or s.now)
    return _added(s.change(replace(s.person, coaching=coaching)), at, *held(s))


def _added(s: TurnContext, at: OfEntry, *pieces: Evidence) -> Answer | None:
    """Keep pieces of evidence, as many as have room."""
    entry, tried = entry_at(s, at), _tried(s, at)
    if entry is None or tried is None:
        return None
    room = EVIDENCE_MOST - len(tried.attempt.evidence)
    after = s.change(with_pieces(s.person, entry, pieces[:room])) if room > 0 else s
    there = after.go(to.ADD(at.kind, at.key))
    if len(pieces) > room:
        return replace(there, toast=s.say("coach-proof-full", most=EVIDENCE_MOST))
    return s.keeping(there, s.say("coach-proof-saved"))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.ADD, show_adding, otherwise=gone),
    shown(to.GATE, show_gate, otherwise=gone),
)
VERBS: tuple[Done, ...] = (done(to.ADD, open_adding), done(to.GATED, pass_gate))
TYPED: tuple[TypedAnswer, ...] = (typed,)
SENT: tuple[Taken, ...] = (sent,)
