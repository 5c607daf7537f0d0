"""Evidence: words, a link, a photo, a document, a voice note, or none. Kept by Telegram's id, hers alone."""

from dataclasses import replace
from re import compile as pattern

from bot.chat.family import Done, Shown, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Media, MediaKind, Screen
from bot.chat.screens.coaching.choose import gone, refused_line
from bot.chat.screens.coaching.private import asks_first
from bot.chat.screens.coaching.rehearse import SAID_LENGTH
from bot.chat.screens.coaching.routes import GATE, GATED, PROOF, PROVEN, UNPROVEN, Nth, OfTry
from bot.chat.screens.coaching.words import (
    cycle_of,
    guide_of,
    head,
    kept,
    meant,
    onward,
    sent_at,
    try_open,
    typed_at,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line
from bot.domain.broadcast.placeholder import plain
from bot.domain.coaching.evidence import FILE_BYTES_MOST, Evidence, EvidenceKind

EVIDENCE_MOST = 10
"""Pieces of evidence of one try: as many as Telegram puts into an album."""

KINDS = {
    MediaKind.PHOTO: EvidenceKind.PHOTO,
    MediaKind.DOCUMENT: EvidenceKind.DOCUMENT,
    MediaKind.VOICE: EvidenceKind.VOICE,
}

FILES, KIND, WORDS = "files", "kind", "words"
"""What the privacy gate holds until she has read it."""

MEGABYTE = 1024 * 1024

_LINK = pattern(r"https?://\S+")


def show_proof(s: TurnContext, at: OfTry) -> Screen:
    """Ask for evidence, and list what is kept of this try."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return gone(s)
    fits = guide_of(s, cycle).evidence
    text = f"{head(s, cycle)}\n\n{s.say('coach-proof', fits=fits or s.say('coach-proof-any'))}"
    lines = [
        s.say("coach-proof-kept", nth=nth, kind=one.kind.value, words=one.words[:60])
        for nth, one in enumerate(attempt.evidence, start=1)
    ]
    drops = tuple(
        s.button("coach-proof", "drop", UNPROVEN(at.step, at.number, nth), nth=nth)
        for nth in range(1, len(lines) + 1)
    )
    attribute = "onward" if lines else "none"
    return Screen(
        "\n".join((text, *lines)),
        rows(
            s.button("coach-proof", attribute, PROVEN(at.step, at.number)),
            drops[:5],
            drops[5:],
            s.menu_button(),
        ),
    )


def type_proof(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Keep typed words or a link as evidence."""
    if meant(s, at) is None:
        return None
    line = clean_line(text)
    if refusal := refused_line(s, line, SAID_LENGTH):
        return refusal
    if asked := asks_first(s, at, line):
        return asked
    kind = EvidenceKind.LINK if _LINK.search(line) else EvidenceKind.TEXT
    return _added(s, at, Evidence(kind=kind, at=s.now, words=line))


def send_proof(s: TurnContext, at: OfTry, event: Media) -> Answer | None:
    """Keep a file as evidence; before the first photo she reads what it may show."""
    kind = KINDS.get(event.kind)
    if meant(s, at) is None or kind is None or not event.file:
        return s.stay(s.say("coach-proof-kinds")) if meant(s, at) else None
    if event.size > FILE_BYTES_MOST:
        return s.stay(s.say("coach-proof-large", most=FILE_BYTES_MOST // MEGABYTE))
    words = clean_line(plain(event.html))[:SAID_LENGTH]
    files = (event.file, *event.others)
    shows_people = kind is not EvidenceKind.VOICE
    if shows_people and s.person.coaching.gate_at is None:
        draft = {KIND: kind.value, FILES: " ".join(files), WORDS: words}
        return Answer(person=s.at(GATE(at.step, at.number), draft))
    return _added(s, at, Evidence(kind=kind, at=s.now, words=words, files=files))


def show_gate(s: TurnContext, at: OfTry) -> Screen:
    """Draw what a photo of pupils may show, before the first one is kept."""
    return Screen(
        s.say("coach-gate"),
        rows(
            s.button("coach-gate", "keep", GATED(at.step, at.number)),
            (s.button("coach-gate", "drop", PROOF(at.step, at.number)), s.menu_button()),
        ),
    )


def pass_gate(s: TurnContext, at: OfTry) -> Answer | None:
    """Keep what waited at the gate; it is not shown again."""
    draft = s.person.place.draft
    if meant(s, at) is None or draft.get(KIND) not in set(EvidenceKind):
        return None
    evidence = Evidence(
        kind=EvidenceKind(draft[KIND]),
        at=s.now,
        words=draft.get(WORDS, ""),
        files=tuple(draft.get(FILES, "").split()),
    )
    coaching = replace(s.person.coaching, gate_at=s.now)
    return _added(s.change(replace(s.person, coaching=coaching)), at, evidence)


def _added(s: TurnContext, at: OfTry, evidence: Evidence) -> Answer | None:
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return None
    if len(attempt.evidence) >= EVIDENCE_MOST:
        return s.stay(s.say("coach-proof-full", most=EVIDENCE_MOST))
    after = kept(s, cycle.changed(lambda one: replace(one, evidence=(*one.evidence, evidence))))
    return after.go(PROOF(at.step, at.number), note=s.say("coach-proof-saved"))


def drop_proof(s: TurnContext, at: Nth) -> Answer | None:
    """Take one piece of evidence out."""
    one_try = OfTry(at.step, at.number)
    cycle, attempt = cycle_of(s, at.step), meant(s, one_try)
    if cycle is None or attempt is None or not 1 <= at.nth <= len(attempt.evidence):
        return None
    left = tuple(one for nth, one in enumerate(attempt.evidence, start=1) if nth != at.nth)
    after = kept(s, cycle.changed(lambda one: replace(one, evidence=left)))
    return after.go(PROOF(at.step, at.number), note=s.say("coach-proof-dropped"))


def proven(s: TurnContext, at: OfTry) -> Answer | None:
    """Go on with the evidence that is there, or without any."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return None
    return onward(kept(s, cycle.changed(lambda one: replace(one, evidence_done=True))))


SHOWS: tuple[Shown, ...] = (
    shown(PROOF, show_proof),
    shown(GATE, show_gate),
)
VERBS: tuple[Done, ...] = (
    try_open(PROOF),
    done(PROVEN, proven),
    done(UNPROVEN, drop_proof),
    done(GATED, pass_gate),
)
TYPED: tuple[TypedAnswer, ...] = (typed_at(PROOF, type_proof),)
SENT: tuple[Taken, ...] = (sent_at(PROOF, send_proof),)
