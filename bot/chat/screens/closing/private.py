"""Asks before a line about pupils is kept that seems to name one of them.

Only asks: what she then keeps is hers. Nothing is kept before she says so.
"""

from dataclasses import replace

from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import find, go_on
from bot.chat.screens.evaluation.routes import OfQuarter
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.evaluation.evaluation import EvaluationPart

HELD_WORDS = "words"
"""Where the place keeps her words until she says so."""


def asks_first(s: TurnContext, at: OfQuarter, words: str) -> Answer | None:
    """Hold words that seem to name a pupil and ask; None where there is nothing to ask."""
    if not names_a_pupil(s.world.texts, words):
        return None
    return Answer(person=s.at(to.EVALUATION_PRIVATE(at.quarter), {HELD_WORDS: words}))


def show_private(s: TurnContext, at: OfQuarter) -> Screen:
    """Draw the hint, with her words as she wrote them."""
    words = s.person.place.draft.get(HELD_WORDS, "")
    back = s.button("nav", "back", to.EVALUATION_PART(at.quarter, EvaluationPart.PUPILS))
    keep_it = s.button("coach-private", "keep", to.EVALUATION_KEEP(at.quarter))
    return Screen(s.say("coach-private", words=words), rows(keep_it, (back, s.menu_button())))


def keep(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Keep words that were held back for a second look."""
    words, evaluation = s.person.place.draft.get(HELD_WORDS), find(s.person, at.quarter)
    if at != to.EVALUATION_PRIVATE.at(s.person.place) or not words or evaluation is None:
        return None
    return go_on(s, replace(evaluation, pupils=words).with_part(EvaluationPart.PUPILS))


SHOWS: tuple[ShownPlace, ...] = (shown(to.EVALUATION_PRIVATE, show_private),)
VERBS: tuple[Done, ...] = (done(to.EVALUATION_KEEP, keep),)
