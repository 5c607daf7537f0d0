"""The gentle hint before words are kept in the journal, or in a correction, that seem to name a pupil.

Only asks: what she then keeps is hers.
"""

from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.family import TABLE, Done, ShownPlace, Taken
from bot.chat.guard import done, shown
from bot.chat.model import Media, MediaKind, Screen, Typed
from bot.chat.screens.coaching.private import BACK, FILES, HELD, MEDIUM, SURE, file_of
from bot.chat.screens.history import routes as to
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.coaching.attempt import Hinted
from bot.domain.person.person import Place


def asks_first(s: TurnContext, words: str, event: Media | None = None) -> Answer | None:
    """Hold words that seem to name a pupil, with the file that bears them, and ask; None without need."""
    place = s.person.place
    if SURE in place.draft or not names_a_pupil(s.world.texts, words):
        return None
    draft = {HELD: words, BACK: ":".join((place.screen, *place.args))}
    if event and event.file:
        draft |= {MEDIUM: event.kind.value, FILES: " ".join((event.file, *event.others))}
    return Answer(person=s.at(to.HINT(), draft))


def show_hint(s: TurnContext) -> Screen:
    """Draw the hint, with her words as she wrote them."""
    words = s.person.place.draft.get(HELD, "")
    return Screen(
        s.say("coach-private", words=words),
        rows(s.button("coach-private", "keep", to.KEEP()), s.menu_button()),
    )


def keep(s: TurnContext) -> Answer | None:
    """Keep words that were held back for a second look."""
    words = _held(s)
    return _again(s, words, sure=True) if words else None


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take other words in place of those held back, also below a held file; None elsewhere."""
    return _again(s, text, sure=False) if _held(s) else None


def sent(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take a voice note in place of the words held back; None elsewhere."""
    if not isinstance(event, Media) or not _held(s):
        return None
    if event.kind is MediaKind.VOICE and event.file:
        return TABLE.taken(s.change(s.at(asked_at(s), {})), event)
    return s.short(s.say("coach-voice-only"))


def asked_at(s: TurnContext) -> Place:
    """Return the place of the question whose answer waits at the hint."""
    screen, *args = s.person.place.draft.get(BACK, "").split(":")
    return Place(screen, tuple(args))


def _held(s: TurnContext) -> str:
    place = s.person.place
    return place.draft.get(HELD, "") if place.screen == to.HINT.name else ""


def _again(s: TurnContext, words: str, *, sure: bool) -> Answer | None:
    draft = s.person.place.draft
    there = s.change(s.at(asked_at(s), {SURE: "ya"} if sure else {}))
    files = tuple(draft.get(FILES, "").split())
    held = Hinted(words=words, asked="", medium=draft.get(MEDIUM, ""), files=files)
    file = file_of(held, words)
    return TABLE.taken(there, file) if file else TABLE.typed(there, words)


SHOWS: tuple[ShownPlace, ...] = (shown(to.HINT, show_hint),)
VERBS: tuple[Done, ...] = (done(to.KEEP, keep),)
TYPED = (typed,)
SENT: tuple[Taken, ...] = (sent,)
