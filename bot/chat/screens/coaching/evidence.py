"""Evidence: words, a link, a photo, a document, a voice note, or none. Kept by Telegram's id, hers alone.

Before the first photo she reads what it may show: what was sent waits in her try until she has passed
that gate, also when she leaves it, and what is sent meanwhile waits with it.
"""

from dataclasses import replace
from re import compile as pattern

from bot.chat.answers.refused import refused_line
from bot.chat.family import Done, ShownPlace, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Media, Screen
from bot.chat.screens.coaching.choose import gone
from bot.chat.screens.coaching.private import asks_first
from bot.chat.screens.coaching.rehearse import SAID_LENGTH
from bot.chat.screens.coaching.routes import (
    GATE,
    GATED,
    PIECE,
    PROOF,
    PROVEN,
    UNGATED,
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
    signed,
    try_open,
    typed_at,
)
from bot.chat.screens.evidence.sent_file import (
    EVIDENCE_MOST,
    gate_text,
    held,
    kept_line,
    must_pass_gate,
    piece_of,
    refused_file,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line
from bot.domain.coaching.evidence import Evidence, EvidenceKind

IN_A_ROW = 5
"""So many numbers stand beside each other below the list."""

_LINK = pattern(r"https?://\S+")


def show_proof(s: TurnContext, at: OfTry) -> Screen:
    """Ask for evidence, and list what is kept of this try; what waits at the gate is asked about first."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return gone(s)
    if attempt.waiting:
        return show_gate(s, at)
    fits = guide_of(s, cycle).evidence
    text = f"{head(s, cycle)}\n\n{s.say('coach-proof', fits=fits or s.say('coach-proof-any'))}"
    lines = [kept_line(s, nth, one) for nth, one in enumerate(attempt.evidence, start=1)]
    numbers = tuple(
        s.button("coach-proof", "show", PIECE(at.step, at.number, nth, one.mark), nth=nth)
        for nth, one in enumerate(attempt.evidence, start=1)
    )
    attribute = "onward" if lines else "none"
    return Screen(
        "\n".join((text, *(("", *lines) if lines else ()))),
        rows(
            s.button("coach-proof", attribute, PROVEN(at.step, at.number)),
            numbers[:IN_A_ROW],
            numbers[IN_A_ROW:],
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
    return added(s, at, written(s, line))


def written(s: TurnContext, line: str) -> Evidence:
    """Return typed words as a piece of evidence."""
    kind = EvidenceKind.LINK if _LINK.search(line) else EvidenceKind.TEXT
    return Evidence(kind=kind, at=s.now, words=line)


def send_proof(s: TurnContext, at: OfTry, event: Media) -> Answer | None:
    """Keep a file as evidence; before the first photo she reads what it may show."""
    if meant(s, at) is None:
        return None
    if refusal := refused_file(s, event):
        return refusal
    piece = piece_of(s, event)
    if piece.words and (asked := asks_first(s, at, piece.words, event)):
        return asked
    if must_pass_gate(s, piece):
        return wait_at_gate(s, at, (*waiting(s, at), piece))
    return added(s, at, piece)


def send_beside(s: TurnContext, at: OfPiece, event: Media) -> Answer | None:
    """Keep a file that is sent while another piece is read."""
    return send_proof(s, OfTry(at.step, at.number), event)


def proven(s: TurnContext, at: OfTry) -> Answer | None:
    """Go on with the evidence that is there, or without any."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return None
    return onward(kept(s, cycle.changed(lambda one: replace(one, evidence_done=True, waiting=()))))


def added(s: TurnContext, at: OfTry, *pieces: Evidence) -> Answer | None:
    """Keep pieces of evidence, as many as have room; a photo sent later on leads back there from the gate."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return None
    there = PROOF(at.step, at.number)
    room = EVIDENCE_MOST - len(attempt.evidence)
    full = s.say("coach-proof-full", most=EVIDENCE_MOST)
    if room <= 0:
        return replace(s.go(there), toast=full)
    after = kept(
        s, cycle.changed(lambda one: replace(one, evidence=(*one.evidence, *pieces[:room])))
    )
    if len(pieces) > room:
        return replace(after.go(there), toast=full)
    is_later = attempt.evidence_done and GATE.at(s.person.place) is not None
    goes_on = attempt.showed is None or is_later
    note = s.say("coach-proof-saved")
    return signed(s, onward(after) if goes_on else after.go(there), note)


def wait_at_gate(s: TurnContext, at: OfTry, pieces: tuple[Evidence, ...]) -> Answer | None:
    """Show the gate and let pieces of evidence wait at it."""
    after = holding(s, at, pieces)
    return after.go(GATE(at.step, at.number)) if after else None


def holding(s: TurnContext, at: OfTry, pieces: tuple[Evidence, ...]) -> TurnContext | None:
    """Return the situation with these pieces waiting in the try; None where it is not under way."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return None
    return kept(s, cycle.changed(lambda one: replace(one, waiting=pieces[:EVIDENCE_MOST])))


def waiting(s: TurnContext, at: OfTry) -> tuple[Evidence, ...]:
    """Return what waits in a try, or in the place an earlier release kept it in."""
    attempt = meant(s, at)
    if attempt and attempt.waiting:
        return attempt.waiting
    return held(s) if GATE.at(s.person.place) == at else ()


def show_gate(s: TurnContext, at: OfTry) -> Screen:
    """Draw what a photo of pupils may show, before the first one is kept."""
    pieces = waiting(s, at)
    if meant(s, at) is None or not pieces:
        return gone(s)
    return Screen(
        gate_text(s, pieces),
        rows(
            s.button("coach-gate", "keep", GATED(at.step, at.number)),
            (
                s.button("coach-gate", "drop", UNGATED(at.step, at.number)),
                s.button("coach-gate", "none", PROVEN(at.step, at.number)),
            ),
            s.menu_button(),
        ),
    )


SHOWS: tuple[ShownPlace, ...] = (
    shown(PROOF, show_proof),
    shown(GATE, show_gate),
)
VERBS: tuple[Done, ...] = (
    try_open(PROOF),
    try_open(GATE),
    done(PROVEN, proven),
)
TYPED: tuple[TypedAnswer, ...] = (typed_at(PROOF, type_proof),)
SENT: tuple[Taken, ...] = (sent_at(PROOF, send_proof), sent_at(PIECE, send_beside))
