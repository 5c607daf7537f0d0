"""Evidence: words, a link, a photo, a document, a voice note, or none. Kept by Telegram's id, hers alone.

Before the first photo she reads what it may show: what was sent waits at that gate, and what is sent
meanwhile waits with it.
"""

from dataclasses import replace
from re import compile as pattern

from bot.chat.family import Done, Shown, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Attachment, Media, MediaKind, Screen, ShowBeside
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.coaching.choose import gone, refused_line
from bot.chat.screens.coaching.private import asks_first
from bot.chat.screens.coaching.rehearse import SAID_LENGTH
from bot.chat.screens.coaching.routes import (
    GATE,
    GATED,
    PROOF,
    PROOF_AGAIN,
    PROVEN,
    UNPROVEN,
    Nth,
    OfPiece,
    OfTry,
)
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

MEGABYTE = 1024 * 1024

KINDS = {
    MediaKind.PHOTO: EvidenceKind.PHOTO,
    MediaKind.DOCUMENT: EvidenceKind.DOCUMENT,
    MediaKind.VOICE: EvidenceKind.VOICE,
}


BRIEF = 60
"""Characters of a piece's words in the list of all."""

_LINK = pattern(r"https?://\S+")


KIND, FILES, WORDS = "kind", "files", "words"
"""What the place holds of each piece, with its number before it."""


def show_proof(s: TurnContext, at: OfTry) -> Screen:
    """Ask for evidence, and list what is kept of this try."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return gone(s)
    fits = guide_of(s, cycle).evidence
    text = f"{head(s, cycle)}\n\n{s.say('coach-proof', fits=fits or s.say('coach-proof-any'))}"
    lines = [
        s.say(
            "coach-proof-kept",
            nth=nth,
            kind=one.kind.value,
            count=len(one.files),
            words=_brief(one.words) or "tanpa",
        )
        for nth, one in enumerate(attempt.evidence, start=1)
    ]
    pairs = tuple(
        (
            s.button("coach-proof", "show", PROOF_AGAIN(at.step, at.number, nth), nth=nth),
            s.button("coach-proof", "drop", UNPROVEN(at.step, at.number, nth, one.mark), nth=nth),
        )
        for nth, one in enumerate(attempt.evidence, start=1)
    )
    attribute = "onward" if lines else "none"
    return Screen(
        "\n".join((text, *(("", *lines) if lines else ()))),
        rows(
            s.button("coach-proof", attribute, PROVEN(at.step, at.number)),
            *pairs,
            s.menu_button(),
        ),
    )


def _brief(words: str) -> str:
    return words if len(words) <= BRIEF else f"{words[: BRIEF - 1]}…"


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
    if meant(s, at) is None:
        return None
    if refusal := _refused(s, event):
        return refusal
    piece = _piece_of(s, event)
    if piece.words and (asked := asks_first(s, at, piece.words, event)):
        return asked
    shows_people = piece.kind is not EvidenceKind.VOICE
    if shows_people and s.person.coaching.gate_at is None:
        return _hold(s, at, piece)
    return _added(s, at, piece)


def show_again(s: TurnContext, at: Nth) -> Answer | None:
    """Send a piece of evidence to her again, by the id Telegram keeps it under."""
    attempt = meant(s, OfTry(at.step, at.number))
    if attempt is None or not 1 <= at.nth <= len(attempt.evidence):
        return None
    piece = attempt.evidence[at.nth - 1]
    files = _files_of(s, piece, at.nth)
    if not files:
        back = s.button("aside", "back", MEANT_STAY())
        return s.short(s.say("coach-proof-words", words=piece.words), rows(back))
    return replace(s.stay(), effects=tuple(ShowBeside(one) for one in files))


def drop_proof(s: TurnContext, at: OfPiece) -> Answer | None:
    """Take one piece of evidence out."""
    one_try = OfTry(at.step, at.number)
    cycle, attempt = cycle_of(s, at.step), meant(s, one_try)
    if cycle is None or attempt is None:
        return None
    if not any(one.mark == at.mark for one in attempt.evidence[at.nth - 1 : at.nth]):
        return s.go(PROOF(at.step, at.number))
    left = tuple(one for nth, one in enumerate(attempt.evidence, start=1) if nth != at.nth)
    after = kept(s, cycle.changed(lambda one: replace(one, evidence=left)))
    return after.go(PROOF(at.step, at.number), note=s.say("coach-proof-dropped"))


def proven(s: TurnContext, at: OfTry) -> Answer | None:
    """Go on with the evidence that is there, or without any."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return None
    return onward(kept(s, cycle.changed(lambda one: replace(one, evidence_done=True))))


def _refused(s: TurnContext, event: Media) -> Answer | None:
    """Return what is said to a file that cannot be kept as evidence; None for one that can."""
    if event.kind not in KINDS or not event.file:
        return s.stay(s.say("coach-proof-kinds"))
    if event.size > FILE_BYTES_MOST:
        return s.stay(s.say("coach-proof-large", most=FILE_BYTES_MOST // MEGABYTE))
    return None


def _piece_of(s: TurnContext, event: Media) -> Evidence:
    """Return a file, or an album, as one piece of evidence."""
    return Evidence(
        kind=KINDS[event.kind],
        at=s.now,
        words=clean_line(plain(event.html))[:SAID_LENGTH],
        files=(event.file, *event.others),
    )


def _added(s: TurnContext, at: OfTry, *pieces: Evidence) -> Answer | None:
    """Keep pieces of evidence, as many as have room."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return None
    there = PROOF(at.step, at.number)
    room = EVIDENCE_MOST - len(attempt.evidence)
    full = s.say("coach-proof-full", most=EVIDENCE_MOST)
    if room <= 0:
        return s.go(there, note=full)
    after = kept(
        s, cycle.changed(lambda one: replace(one, evidence=(*one.evidence, *pieces[:room])))
    )
    return after.go(there, note=full if len(pieces) > room else s.say("coach-proof-saved"))


def _files_of(s: TurnContext, piece: Evidence, nth: int) -> tuple[Attachment, ...]:
    """Return the files of a piece as Telegram sends them again; the first one tells what they are."""
    kind = next((medium for medium, known in KINDS.items() if known is piece.kind), None)
    if kind is None:
        return ()
    told = s.say(
        "coach-proof-shown",
        nth=nth,
        day=s.world.texts.day(piece.at, s.person.zone),
        words=piece.words or "tanpa",
    )
    return tuple(
        Attachment(kind, file, told if at == 0 else "") for at, file in enumerate(piece.files)
    )


def _hold(s: TurnContext, at: OfTry, piece: Evidence) -> Answer:
    """Show the gate and let a piece of evidence wait at it."""
    return _wait(s, at, (piece,))


def _wait(s: TurnContext, at: OfTry, pieces: tuple[Evidence, ...]) -> Answer:
    draft: dict[str, str] = {}
    for nth, piece in enumerate(pieces):
        draft[f"{nth}{KIND}"] = piece.kind.value
        draft[f"{nth}{FILES}"] = " ".join(piece.files)
        draft[f"{nth}{WORDS}"] = piece.words
    return Answer(person=s.at(GATE(at.step, at.number), draft))


def _held(s: TurnContext) -> tuple[Evidence, ...]:
    draft = s.person.place.draft
    found: list[Evidence] = []
    while kind := draft.get(f"{len(found)}{KIND}"):
        files = tuple(draft.get(f"{len(found)}{FILES}", "").split())
        words = draft.get(f"{len(found)}{WORDS}", "")
        found.append(Evidence(kind=EvidenceKind(kind), at=s.now, words=words, files=files))
    return tuple(found)


def show_gate(s: TurnContext, at: OfTry) -> Screen:
    """Draw what a photo of pupils may show, before the first one is kept."""
    if meant(s, at) is None or not _held(s):
        return gone(s)
    return Screen(
        s.say("coach-gate"),
        rows(
            s.button("coach-gate", "keep", GATED(at.step, at.number)),
            (
                s.button("coach-gate", "drop", PROOF(at.step, at.number)),
                s.button("coach-gate", "none", PROVEN(at.step, at.number)),
            ),
            s.menu_button(),
        ),
    )


def send_more(s: TurnContext, at: OfTry, event: Media) -> Answer | None:
    """Let what is sent meanwhile wait, too."""
    attempt = meant(s, at)
    if attempt is None:
        return None
    if refusal := _refused(s, event):
        return refusal
    return _wait(s, at, (*_held(s), _piece_of(s, event)))


def pass_gate(s: TurnContext, at: OfTry) -> Answer | None:
    """Keep what waited at the gate; it is not shown again."""
    if meant(s, at) is None or GATE.at(s.person.place) != at or not _held(s):
        return None
    coaching = replace(s.person.coaching, gate_at=s.now)
    return _added(s.change(replace(s.person, coaching=coaching)), at, *_held(s))


SHOWS: tuple[Shown, ...] = (
    shown(PROOF, show_proof),
    shown(GATE, show_gate),
)
VERBS: tuple[Done, ...] = (
    try_open(PROOF),
    done(PROVEN, proven),
    done(UNPROVEN, drop_proof),
    done(GATED, pass_gate),
    done(PROOF_AGAIN, show_again),
)
TYPED: tuple[TypedAnswer, ...] = (typed_at(PROOF, type_proof),)
SENT: tuple[Taken, ...] = (sent_at(PROOF, send_proof), sent_at(GATE, send_more))
