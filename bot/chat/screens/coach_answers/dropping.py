"""What she says at her evidence to have a piece taken out: "hapus aja", "itu bukan bukti", "hapus nomor 2".

Must not take out what she did not mean: of an older piece she is asked by its own page.
"""

from datetime import timedelta
from re import compile as pattern

from bot.chat.screens.coach_answers.phrases import mentions
from bot.chat.screens.coaching.routes import PIECE, PROOF, OfPiece
from bot.chat.screens.coaching.words import meant
from bot.chat.screens.evidence.piece import drop_proof, open_piece
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.same import says_only

JUST_NOW = timedelta(minutes=15)
"""So long a piece she sent last is what she speaks of."""

MOST_WORDS = 7
"""In more words than so many she tells something."""

_NUMBER = pattern(r"\b\d+\b")


def drop_said(s: TurnContext, text: str) -> Answer | None:
    """Take out the piece she means, or open its page to be sure; None where she says something else."""
    is_wrong = not _means_to_drop(s, text)
    if is_wrong and not _says_it_is_wrong(s, text):
        return None
    if at := PIECE.at(s.person.place):
        return s.stay() if is_wrong else drop_proof(s, at)
    there = PROOF.at(s.person.place)
    attempt = meant(s, there) if there else None
    if there is None or attempt is None or not attempt.evidence:
        return None
    numbers = [int(number) for number in _NUMBER.findall(text)]
    nth = numbers[0] if len(numbers) == 1 else len(attempt.evidence)
    if not 1 <= nth <= len(attempt.evidence):
        return s.stay()
    piece = attempt.evidence[nth - 1]
    at = OfPiece(there.step, there.number, nth, piece.mark)
    is_sure = bool(numbers) or s.now - piece.at <= JUST_NOW
    return drop_proof(s, at) if is_sure and not is_wrong else open_piece(s, at)


def _says_it_is_wrong(s: TurnContext, text: str) -> bool:
    """Say whether a text is no more than that something is wrong: "salah foto bu", "bukan itu"."""
    texts = s.world.texts
    beside = texts.words("coach-proof", "drop-beside")
    return says_only(s, text, texts.words("coach-proof", "wrong"), beside)


def _means_to_drop(s: TurnContext, text: str) -> bool:
    """Say whether a text asks for nothing but to take something out, or says that it is no evidence."""
    texts, words = s.world.texts, _NUMBER.sub("", text)
    beside = texts.words("coach-proof", "drop-beside")
    if "?" in text or len(text.split()) > MOST_WORDS:
        return False
    return says_only(s, words, texts.words("coach-proof", "drops"), beside) or mentions(
        s, text, "not-proof"
    )
