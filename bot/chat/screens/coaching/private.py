"""Asks before words are kept that seem to name a pupil: a name, a number of an identity card, a phone.

Only asks: what she then keeps is hers. Must not search for anything else.
"""

from itertools import pairwise
from re import compile as pattern

from bot.chat.family import TABLE, Done, Shown
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.coaching.routes import KEEP_PRIVATE, PRIVATE, OfTry
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.person.person import Place

HELD, BACK, SURE = "words", "back", "sure"
"""What the place keeps until she says so: her words, the place that asked for them; then that she did."""

_NUMBER = pattern(r"(?<!\d)(?:\+62|0)8[\d\s.-]{7,13}\d|(?<!\d)\d{10}(?!\d)|(?<!\d)\d{16}(?!\d)")
"""A mobile number, a pupil's national number (NISN, 10 digits), an identity number (NIK, 16)."""

_WORD = pattern(r"[^\W\d_]+")


def names_a_pupil(s: TurnContext, text: str) -> bool:
    """Say whether words seem to carry a pupil's name or number: "murid saya Budi", "siswa bernama …"."""
    if _NUMBER.search(text):
        return True
    texts = s.world.texts
    markers = frozenset(texts.words("coach-private", "named"))
    pupils = frozenset(texts.words("coach-private", "pupil"))
    known = frozenset(texts.words("coach-private", "capital"))
    words = _WORD.findall(text)
    for before, word in pairwise(words):
        is_name = word[0].isupper() and not word.isupper() and word.casefold() not in known
        if before.casefold() in markers and word.casefold() not in known:
            return True
        if before.casefold() in pupils and is_name:
            return True
    return False


def asks_first(s: TurnContext, at: OfTry, words: str) -> Answer | None:
    """Hold words that seem to name a pupil and ask; None where there is nothing to ask."""
    place = s.person.place
    if SURE in place.draft or not names_a_pupil(s, words):
        return None
    draft = {HELD: words, BACK: ":".join((place.screen, *place.args))}
    return Answer(person=s.at(PRIVATE(at.step, at.number), draft))


def show_private(s: TurnContext, at: OfTry) -> Screen:
    """Draw the hint, with her words as she wrote them."""
    words = s.person.place.draft.get(HELD, "")
    return Screen(
        s.say("coach-private", words=words),
        rows(s.button("coach-private", "keep", KEEP_PRIVATE(at.step, at.number)), s.menu_button()),
    )


def keep(s: TurnContext, at: OfTry) -> Answer | None:
    """Keep words that were held back for a second look."""
    draft = s.person.place.draft
    screen, *args = draft.get(BACK, "").split(":")
    words = draft.get(HELD)
    if at != PRIVATE.at(s.person.place) or not words:
        return None
    asked = s.at(Place(screen, tuple(args)), {SURE: "ya"})
    return TABLE.typed(s.change(asked), words)


SHOWS: tuple[Shown, ...] = (shown(PRIVATE, show_private),)
VERBS: tuple[Done, ...] = (done(KEEP_PRIVATE, keep),)
