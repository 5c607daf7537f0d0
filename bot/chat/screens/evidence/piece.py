"""One piece of evidence of the try under way: read in full, shown again, deleted."""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Attachment, Screen, ShowBeside
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.coaching.choose import gone
from bot.chat.screens.coaching.routes import (
    PIECE,
    PROOF,
    PROOF_AGAIN,
    UNPROVEN,
    Nth,
    OfPiece,
    OfTry,
)
from bot.chat.screens.coaching.words import cycle_of, head, kept, meant
from bot.chat.screens.evidence.sent_file import KINDS
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.coaching.evidence import Evidence


def _piece(s: TurnContext, at: OfPiece) -> Evidence | None:
    """Return the piece that is meant; None once it is gone, or another stands in its place."""
    attempt = meant(s, OfTry(at.step, at.number))
    there = attempt.evidence[at.nth - 1 : at.nth] if attempt and at.nth > 0 else ()
    return next((one for one in there if one.mark == at.mark), None)


def show_piece(s: TurnContext, at: OfPiece) -> Screen:
    """Draw a piece with its words in full."""
    cycle, piece = cycle_of(s, at.step), _piece(s, at)
    if cycle is None or piece is None:
        return gone(s)
    told = s.say(
        "coach-proof-one",
        nth=at.nth,
        kind=s.world.texts.pick("history-kind", piece.kind),
        day=s.world.texts.day(piece.at, s.person.zone),
        words=piece.words or "tanpa",
        kept="tidak" if piece.is_bare else "ya",
    )
    again = s.button("coach-proof", "again", PROOF_AGAIN(at.step, at.number, at.nth))
    drop = UNPROVEN(at.step, at.number, at.nth, at.mark)
    return Screen(
        f"{head(s, cycle)}\n\n{told}",
        rows(
            again if piece.files else None,
            s.button("coach-proof", "drop-one", drop),
            (s.button("nav", "back", PROOF(at.step, at.number)), s.menu_button()),
        ),
    )


def open_piece(s: TurnContext, at: OfPiece) -> Answer | None:
    """Go to a piece; back to the list once it is gone."""
    if meant(s, OfTry(at.step, at.number)) is None:
        return None
    there = PIECE(at.step, at.number, at.nth, at.mark)
    return s.go(there if _piece(s, at) else PROOF(at.step, at.number))


def show_again(s: TurnContext, at: Nth) -> Answer | None:
    """Send a piece of evidence to her again, by the id Telegram keeps it under."""
    attempt = meant(s, OfTry(at.step, at.number))
    if attempt is None or not 1 <= at.nth <= len(attempt.evidence):
        return None
    piece = attempt.evidence[at.nth - 1]
    files = _files_of(s, at, piece)
    if not files:
        back = s.button("aside", "back", MEANT_STAY())
        told = s.say("coach-proof-words", words=piece.words)
        return s.short(s.say("coach-proof-not-kept") if piece.is_bare else told, rows(back))
    return replace(s.stay(), effects=tuple(ShowBeside(one) for one in files))


def _files_of(s: TurnContext, at: Nth, piece: Evidence) -> tuple[Attachment, ...]:
    """Return the files of a piece as Telegram sends them again; the last bears the ways on.

    The first one tells what they are.
    """
    kind = next((medium for medium, known in KINDS.items() if known is piece.kind), None)
    if kind is None:
        return ()
    told = s.say(
        "coach-proof-shown",
        nth=at.nth,
        day=s.world.texts.day(piece.at, s.person.zone),
        words=piece.words or "tanpa",
    )
    drop = UNPROVEN(at.step, at.number, at.nth, piece.mark)
    back = s.button("nav", "back", PROOF(at.step, at.number))
    ways = rows(s.button("coach-proof", "drop-one", drop), (back, s.menu_button()))
    last = len(piece.files) - 1
    return tuple(
        Attachment(kind, file, told if nth == 0 else "", ways if nth == last else ())
        for nth, file in enumerate(piece.files)
    )


def drop_proof(s: TurnContext, at: OfPiece) -> Answer | None:
    """Take one piece of evidence out; pressed twice, nothing else goes."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, OfTry(at.step, at.number)) is None:
        return None
    there = PROOF(at.step, at.number)
    if _piece(s, at) is None:
        return s.go(there)

    after = kept(s, cycle.changed(lambda one: replace(one, evidence=_without(one.evidence, at))))
    return replace(after.go(there), toast=s.say("coach-proof-dropped"))


def _without(pieces: tuple[Evidence, ...], at: OfPiece) -> tuple[Evidence, ...]:
    return pieces[: at.nth - 1] + pieces[at.nth :]


SHOWS: tuple[ShownPlace, ...] = (shown(PIECE, show_piece, otherwise=gone),)
VERBS: tuple[Done, ...] = (
    done(PIECE, open_piece),
    done(PROOF_AGAIN, show_again),
    done(UNPROVEN, drop_proof),
)
