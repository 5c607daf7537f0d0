"""What a teacher sends as evidence: what can be kept, how it waits at the gate, its line in a list.

Shared by the cycle and the history; must not know where a piece is kept.
"""

from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.model import Media, MediaKind
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.line import caption_of
from bot.domain.coaching.evidence import FILE_BYTES_MOST, Evidence, EvidenceKind

EVIDENCE_MOST = 10
"""Pieces of evidence of one try: as many as Telegram puts into an album."""

MEGABYTE = 1024 * 1024

KINDS = {
    MediaKind.PHOTO: EvidenceKind.PHOTO,
    MediaKind.DOCUMENT: EvidenceKind.DOCUMENT,
    MediaKind.VOICE: EvidenceKind.VOICE,
}

PIECE_MOST = 24
"""Characters of a piece's words in the list of all: with its kind it is one line of a phone."""

KIND, FILES, WORDS = "kind", "files", "words"
"""What a place holds of each waiting piece, with its number before it."""


def refused_file(s: TurnContext, event: Media) -> Answer | None:
    """Return what is said to a file that cannot be kept as evidence; None for one that can."""
    if event.kind not in KINDS or not event.file:
        return s.stay(s.say("coach-proof-kinds"))
    if event.size > FILE_BYTES_MOST:
        return s.stay(s.say("coach-proof-large", most=FILE_BYTES_MOST // MEGABYTE))
    return None


def not_spoken(s: TurnContext, event: Media, longest: int) -> Answer | None:
    """Return what is said to something that is no voice note where one is taken; None for one.

    ``longest`` is the most that may be written below it, in characters.
    """
    line = caption_of(event)
    if event.kind is not MediaKind.VOICE or not event.file:
        return s.short(s.say("coach-voice-only"))
    if len(line) > longest:
        return s.stay(s.say("ask-long", limit=longest, length=len(line)))
    return None


def piece_of(s: TurnContext, event: Media) -> Evidence:
    """Return a file, or an album, as one piece of evidence."""
    return Evidence(
        kind=KINDS[event.kind],
        at=s.now,
        words=caption_of(event),
        files=(event.file, *event.others),
    )


def must_pass_gate(s: TurnContext, piece: Evidence) -> bool:
    """Say whether a piece may show people, and she has not read yet what it may show."""
    return piece.kind in {EvidenceKind.PHOTO, EvidenceKind.DOCUMENT} and (
        s.person.coaching.gate_at is None
    )


def waiting(pieces: tuple[Evidence, ...]) -> dict[str, str]:
    """Return what a place keeps of pieces that wait at the gate."""
    draft: dict[str, str] = {}
    for nth, piece in enumerate(pieces):
        draft[f"{nth}{KIND}"] = piece.kind.value
        draft[f"{nth}{FILES}"] = " ".join(piece.files)
        draft[f"{nth}{WORDS}"] = piece.words
    return draft


def held(s: TurnContext) -> tuple[Evidence, ...]:
    """Return the pieces that wait where she stands."""
    draft = s.person.place.draft
    found: list[Evidence] = []
    while kind := draft.get(f"{len(found)}{KIND}"):
        files = tuple(draft.get(f"{len(found)}{FILES}", "").split())
        words = draft.get(f"{len(found)}{WORDS}", "")
        found.append(Evidence(kind=EvidenceKind(kind), at=s.now, words=words, files=files))
    return tuple(found)


def gate_text(s: TurnContext, pieces: tuple[Evidence, ...]) -> str:
    """Return what a photo of pupils may show, until she has read it, and which captions seem to name one."""
    named = [
        s.say("coach-gate-named", words=one.words)
        for one in pieces
        if names_a_pupil(s.world.texts, one.words)
    ]
    is_new = s.person.coaching.gate_at is None or not named
    return "\n\n".join((*([s.say("coach-gate", count=len(pieces))] if is_new else ()), *named))


def kept_line(s: TurnContext, nth: int, piece: Evidence) -> str:
    """Return a piece in one line of a phone."""
    words = piece.words
    brief = words if len(words) <= PIECE_MOST else f"{words[: PIECE_MOST - 1].rstrip()}…"
    return s.say(
        "coach-proof-kept",
        nth=nth,
        kind=s.world.texts.pick("history-kind", piece.kind),
        count=len(piece.files),
        words=brief or "tanpa",
    )
