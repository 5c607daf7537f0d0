"""What she does at the gate before the first photo: passes it, lets go of what waits, or sends more.

Must not draw the gate; ``evidence`` does.
"""

from dataclasses import replace

from bot.chat.answers.refused import refused_line
from bot.chat.family import Done, Taken, TypedAnswer
from bot.chat.guard import done
from bot.chat.model import Media
from bot.chat.screens.coach_answers.phrases import mentions
from bot.chat.screens.coaching.evidence import added, holding, wait_at_gate, waiting, written
from bot.chat.screens.coaching.private import asks_first
from bot.chat.screens.coaching.rehearse import SAID_LENGTH
from bot.chat.screens.coaching.routes import GATE, GATED, PROOF, UNGATED, OfTry
from bot.chat.screens.coaching.words import meant, sent_at, typed_at
from bot.chat.screens.evidence.sent_file import piece_of, refused_file
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.line import clean_line

MOST_SAFE_WORDS = 12
"""In more words she tells more than that a photo is safe."""


def is_safe(s: TurnContext, text: str) -> bool:
    """Say whether a text tells that nobody is to be seen: "aman kok bu ga ada muka anak"."""
    texts, spelt = s.world.texts, s.world.wording.spelt
    if "?" in text or len(text.split()) > MOST_SAFE_WORDS or mentions(s, text, "unsafe"):
        return False
    before = {part for one in texts.words("coach-gate", "before") for part in spelt(one)}
    said = " ".join(word for word in spelt(text) if word not in before)
    safe = (" ".join(spelt(one)) for one in texts.words("coach-gate", "safe"))
    return any(f"{said} ".startswith(f"{one} ") for one in safe)


def send_more(s: TurnContext, at: OfTry, event: Media) -> Answer | None:
    """Let what is sent meanwhile wait, too; a caption that seems to name a pupil is asked about."""
    if meant(s, at) is None:
        return None
    if refusal := refused_file(s, event):
        return refusal
    piece, held = piece_of(s, event), waiting(s, at)
    if piece.words and (there := holding(s, at, held)):
        asked = asks_first(there, at, piece.words, event)
        if asked:
            return asked
    return wait_at_gate(s, at, (*held, piece))


def type_more(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Let words that are typed meanwhile wait with it."""
    line = clean_line(text)
    if meant(s, at) is None:
        return None
    if refusal := refused_line(s, line, SAID_LENGTH):
        return refusal
    there = holding(s, at, waiting(s, at))
    asked = asks_first(there, at, line) if there else None
    return asked or wait_at_gate(s, at, (*waiting(s, at), written(s, line)))


def pass_gate(s: TurnContext, at: OfTry) -> Answer | None:
    """Keep what waited at the gate; it is not shown again."""
    held = waiting(s, at)
    if not held:
        return None
    coaching = replace(s.person.coaching, gate_at=s.now)
    after = holding(s.change(replace(s.person, coaching=coaching)), at, ())
    return added(after, at, *held) if after else None


def drop_waiting(s: TurnContext, at: OfTry) -> Answer | None:
    """Let go of what waits at the gate, so that another photo can be sent."""
    after = holding(s, at, ())
    return after.go(PROOF(at.step, at.number)) if after else None


VERBS: tuple[Done, ...] = (done(GATED, pass_gate), done(UNGATED, drop_waiting))
TYPED: tuple[TypedAnswer, ...] = (typed_at(GATE, type_more),)
SENT: tuple[Taken, ...] = (sent_at(GATE, send_more),)
