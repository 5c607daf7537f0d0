"""Asks before words are kept that seem to name a pupil: a name, a number of an identity card, a phone.

Only asks: what she then keeps is hers.
"""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.family import TABLE, Done, ShownPlace, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Media, MediaKind, Screen
from bot.chat.screens.coaching.choose import gone
from bot.chat.screens.coaching.routes import (
    GATE,
    KEEP_PRIVATE,
    PRIVATE,
    PROOF,
    PUPILS,
    REFLECT,
    REWRITE,
    OfTry,
)
from bot.chat.screens.coaching.words import cycle_of, kept, meant, sent_at, try_open, typed_at
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.coaching.attempt import Hinted
from bot.domain.person.person import Place

HELD, BACK, SURE = "words", "back", "sure"
"""What a place keeps until she says so: her words, the place that asked for them; then that she did.

Of a try the first two stand in the try itself; the places of an earlier release hold them.
"""

TAKEN = frozenset({MediaKind.PHOTO, MediaKind.DOCUMENT, MediaKind.VOICE})
"""What may be an answer, or evidence."""

EVIDENCE_ASKED = frozenset({PROOF.name, GATE.name})
EVIDENCE_TOO = frozenset({PUPILS.name, REFLECT.name})
"""Places that ask for evidence, and those that take a photo or a document as evidence."""

MEDIUM, FILES = "medium", "files"
"""The file whose caption was held by an earlier release."""


def asks_first(s: TurnContext, at: OfTry, words: str, event: Media | None = None) -> Answer | None:
    """Hold words that seem to name a pupil and ask; None where there is nothing to ask."""
    place, cycle = s.person.place, cycle_of(s, at.step)
    if SURE in place.draft or cycle is None or not names_a_pupil(s.world.texts, words):
        return None
    hinted = Hinted(
        words=words,
        asked=":".join((place.screen, *place.args)),
        medium=event.kind.value if event else "",
        files=(event.file, *event.others) if event else (),
    )
    after = kept(s, cycle.changed(lambda one: replace(one, hinted=hinted)))
    return after.go(PRIVATE(at.step, at.number))


def hinted_at(s: TurnContext, at: OfTry) -> Hinted | None:
    """Return the words that wait at the hint, also those an earlier release kept in the place."""
    attempt, draft = meant(s, at), s.person.place.draft
    if attempt is None or attempt.hinted or PRIVATE.at(s.person.place) != at:
        return attempt.hinted if attempt else None
    if not draft.get(HELD) or not draft.get(BACK):
        return None
    files = tuple(draft.get(FILES, "").split())
    return Hinted(words=draft[HELD], asked=draft[BACK], medium=draft.get(MEDIUM, ""), files=files)


def show_private(s: TurnContext, at: OfTry) -> Screen:
    """Draw the hint, with her words as she wrote them."""
    held = hinted_at(s, at)
    if held is None:
        return gone(s)
    return Screen(
        s.say("coach-private", words=held.words),
        rows(
            s.button("coach-private", "keep", KEEP_PRIVATE(at.step, at.number)),
            (s.button("coach-private", "rewrite", REWRITE(at.step, at.number)), s.menu_button()),
        ),
    )


def keep(s: TurnContext, at: OfTry) -> Answer | None:
    """Keep words that were held back for a second look."""
    held, there = hinted_at(s, at), _asked(s, at, {SURE: "ya"})
    if held is None or there is None:
        return None
    file = file_of(held, held.words)
    return TABLE.taken(there, file) if file else TABLE.typed(there, held.words)


def _asked(s: TurnContext, at: OfTry, draft: Mapping[str, str]) -> TurnContext | None:
    """Return the situation at the place that asked, with nothing held any more; None without a hint."""
    held, cycle = hinted_at(s, at), cycle_of(s, at.step)
    if held is None or cycle is None:
        return None
    after = kept(s, cycle.changed(lambda one: replace(one, hinted=None)))
    screen, *args = held.asked.split(":")
    return after.change(after.at(Place(screen, tuple(args)), draft))


def file_of(held: Hinted, words: str) -> Media | None:
    """Return the file that waits at a hint, with these words below it; None where there is none."""
    first, *others = held.files or ("",)
    if not first or held.medium not in set(MediaKind):
        return None
    html = escape(words, quote=False)
    return Media(MediaKind(held.medium), first, html, others=tuple(others))


def rewrite(s: TurnContext, at: OfTry) -> Answer | None:
    """Go back to the question; what was held is let go of."""
    there = _asked(s, at, {})
    return there.stay() if there else None


def retype(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Take what is typed at the hint as the answer to its question; a held file bears it as its caption."""
    held, there = hinted_at(s, at), _asked(s, at, {})
    if held is None or there is None:
        return None
    file = file_of(held, text)
    return TABLE.taken(there, file) if file else TABLE.typed(there, text)


def send(s: TurnContext, at: OfTry, event: Media) -> Answer | None:
    """Take a voice note as the answer in place of the words; beside what is evidence another file waits too."""
    held, there = hinted_at(s, at), _asked(s, at, {})
    if held is None or there is None or event.kind not in TAKEN:
        return None
    asked, is_spoken = there.person.place.screen, event.kind is MediaKind.VOICE
    if not held.files and asked not in EVIDENCE_ASKED:
        if is_spoken:
            return TABLE.taken(there, event)
        if asked not in EVIDENCE_TOO:
            return s.short(s.say("coach-voice-only"))
    second = TABLE.taken(there.change(there.at(there.person.place, {SURE: "ya"})), event)
    attempt = meant(there.change(second.person), at) if second else None
    cycle = cycle_of(there.change(second.person), at.step) if second else None
    if second is None or attempt is None or cycle is None:
        return None
    after = kept(there.change(second.person), cycle.changed(lambda one: replace(one, hinted=held)))
    return after.go(PRIVATE(at.step, at.number), note=second.note or s.say("coach-waits-too"))


SHOWS: tuple[ShownPlace, ...] = (shown(PRIVATE, show_private),)
VERBS: tuple[Done, ...] = (try_open(PRIVATE), done(KEEP_PRIVATE, keep), done(REWRITE, rewrite))
TYPED: tuple[TypedAnswer, ...] = (typed_at(PRIVATE, retype),)
SENT: tuple[Taken, ...] = (sent_at(PRIVATE, send),)
