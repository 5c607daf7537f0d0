"""Asks before words are kept that seem to name a pupil: a name, a number of an identity card, a phone.

Only asks: what she then keeps is hers.
"""

from html import escape

from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.family import TABLE, Done, Shown, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Media, MediaKind, Screen
from bot.chat.screens.coaching.choose import gone
from bot.chat.screens.coaching.routes import KEEP_PRIVATE, PRIVATE, REWRITE, OfTry
from bot.chat.screens.coaching.words import meant, typed_at
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.person.person import Place

HELD, BACK, SURE = "words", "back", "sure"
"""What the place keeps until she says so: her words, the place that asked for them; then that she did."""

MEDIUM, FILES = "medium", "files"
"""The file whose caption is held."""


def asks_first(s: TurnContext, at: OfTry, words: str, event: Media | None = None) -> Answer | None:
    """Hold words that seem to name a pupil and ask; None where there is nothing to ask."""
    place = s.person.place
    if SURE in place.draft or not names_a_pupil(s.world.texts, words):
        return None
    draft = {HELD: words, BACK: ":".join((place.screen, *place.args))}
    if event:
        files = " ".join((event.file, *event.others))
        draft |= {MEDIUM: event.kind.value, FILES: files}
    return Answer(person=s.at(PRIVATE(at.step, at.number), draft))


def show_private(s: TurnContext, at: OfTry) -> Screen:
    """Draw the hint, with her words as she wrote them."""
    words = s.person.place.draft.get(HELD, "")
    if not words:
        return gone(s)
    return Screen(
        s.say("coach-private", words=words),
        rows(
            s.button("coach-private", "keep", KEEP_PRIVATE(at.step, at.number)),
            (s.button("coach-private", "rewrite", REWRITE(at.step, at.number)), s.menu_button()),
        ),
    )


def keep(s: TurnContext, at: OfTry) -> Answer | None:
    """Keep words that were held back for a second look."""
    words = s.person.place.draft.get(HELD)
    asked = _asked(s, at)
    if asked is None or not words:
        return None
    there = s.change(s.at(asked, {SURE: "ya"}))
    file = _file(s)
    return TABLE.taken(there, file) if file else TABLE.typed(there, words)


def _asked(s: TurnContext, at: OfTry) -> Place | None:
    """Return the place that asked, None where this hint is not open any more."""
    screen, *args = s.person.place.draft.get(BACK, "").split(":")
    is_open = at == PRIVATE.at(s.person.place) and meant(s, at) is not None
    return Place(screen, tuple(args)) if is_open and screen else None


def _file(s: TurnContext) -> Media | None:
    draft = s.person.place.draft
    first, *others = draft.get(FILES, "").split() or ("",)
    if not first or draft.get(MEDIUM) not in set(MediaKind):
        return None
    html = escape(draft.get(HELD, ""), quote=False)
    return Media(MediaKind(draft[MEDIUM]), first, html, others=tuple(others))


def rewrite(s: TurnContext, at: OfTry) -> Answer | None:
    """Go back to the question; what was held is let go of."""
    asked = _asked(s, at)
    return s.go(asked) if asked else None


def retype(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Take what is typed at the hint as the answer to its question; a held file bears it as its caption."""
    asked = _asked(s, at)
    if asked is None:
        return None
    there = s.change(s.at(asked, {}))
    file = _file(s)
    if file:
        html = escape(text, quote=False)
        return TABLE.taken(there, Media(file.kind, file.file, html, others=file.others))
    return TABLE.typed(there, text)


SHOWS: tuple[Shown, ...] = (shown(PRIVATE, show_private),)
VERBS: tuple[Done, ...] = (done(KEEP_PRIVATE, keep), done(REWRITE, rewrite))
TYPED: tuple[TypedAnswer, ...] = (typed_at(PRIVATE, retype),)
