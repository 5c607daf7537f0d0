"""The gentle hint before words are kept in the journal, or in a correction, that seem to name a pupil.

Only asks: what she then keeps is hers.
"""

from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.family import TABLE, Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.coaching.private import BACK, HELD, SURE
from bot.chat.screens.history import routes as to
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.person.person import Place


def asks_first(s: TurnContext, words: str) -> Answer | None:
    """Hold words that seem to name a pupil and ask; None where there is nothing to ask."""
    place = s.person.place
    if SURE in place.draft or not names_a_pupil(s.world.texts, words):
        return None
    draft = {HELD: words, BACK: ":".join((place.screen, *place.args))}
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
    """Take other words in place of those held back; None elsewhere."""
    return _again(s, text, sure=False) if _held(s) else None


def _held(s: TurnContext) -> str:
    place = s.person.place
    return place.draft.get(HELD, "") if place.screen == to.HINT.name else ""


def _again(s: TurnContext, words: str, *, sure: bool) -> Answer | None:
    screen, *args = s.person.place.draft.get(BACK, "").split(":")
    asked = s.at(Place(screen, tuple(args)), {SURE: "ya"} if sure else {})
    return TABLE.typed(s.change(asked), words)


SHOWS: tuple[ShownPlace, ...] = (shown(to.HINT, show_hint),)
VERBS: tuple[Done, ...] = (done(to.KEEP, keep),)
TYPED = (typed,)
