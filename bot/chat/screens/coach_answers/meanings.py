"""What typed words mean at each place of the coach, as taps: the place's own words, then those of all places.

Must not take words about danger, nor what may be an answer in words.
"""

from collections.abc import Mapping

from bot.chat.family import TABLE, Asks, TypedAnswer
from bot.chat.screens.account import asides, keeping
from bot.chat.screens.coach_answers import choices, taps
from bot.chat.screens.coach_answers.claim import denied
from bot.chat.screens.coach_answers.phrases import means_one_of, opens, says
from bot.chat.screens.coach_answers.replanned import replanned
from bot.chat.screens.coaching.choose import other_task
from bot.chat.screens.coaching.routes import (
    AGAIN,
    AIDS,
    DAYS,
    GATE,
    GROUP,
    HABIT,
    LATER,
    LEVEL,
    LOOKS,
    MODEL,
    MODEL_OF,
    OWN,
    PRIVATE,
    PROOF,
    PUPILS,
    REFLECT,
    REHEARSE,
    SUMMARY,
    SWAP,
    TASKS,
    WAIT,
    WORDS,
)
from bot.chat.screens.coaching.words import this_try
from bot.chat.screens.steps.routes import STEPS_LIST
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.heard import GRAVE


def _anywhere(s: TurnContext, text: str) -> Answer | None:
    """Take what means the same at every question: another task, another step, no idea, pass it."""
    screen = s.person.place.screen
    cycle = s.person.coaching.active
    if cycle and cycle.current and not cycle.current.tried_on and _is_other(s, text):
        return other_task(s, this_try(cycle))
    if (answer := denied(s, text) or replanned(s, text)) is not None:
        return answer
    if screen in (PUPILS.name, PROOF.name, REFLECT.name, GATE.name) and opens(s, text, "moment"):
        return keeping.beside(s, text, s.short(s.say("coach-moment")))
    if says(s, text, "steps"):
        return s.go(STEPS_LIST())
    if says(s, text, "lost", asked=True):
        return asides.show_examples(s)
    if says(s, text, "pass", asked=True):
        return asides.skip(s) or asides.later(s)
    if TABLE.asks(s.person.place) & Asks.WORDS:
        return None
    if screen not in (WAIT.name, LATER.name, DAYS.name) and says(s, text, "onward"):
        return asides.skip(s) or s.stay()
    is_number = text.strip(" .!").isdecimal() and screen not in (WAIT.name, LATER.name)
    return asides.show_examples(s) if is_number else None


def _is_other(s: TurnContext, text: str) -> bool:
    return means_one_of(s, text, s.world.texts.words("coach-check", "other-words"))


def _first(own: TypedAnswer | None) -> TypedAnswer:
    """Return what takes words as one of a screen's buttons, else as what they mean everywhere."""

    def means(s: TurnContext, text: str) -> Answer | None:
        if s.world.hearing.heard(text) in GRAVE:
            return None
        answer = own(s, text) if own else None
        return answer or _anywhere(s, text)

    return means


def _finished(s: TurnContext, text: str) -> Answer | None:
    """Take "sudah" and "selesai" as going on: said aloud, or nothing more to say, they are no words of hers."""
    return asides.skip(s) if says(s, text, "onward") else None


OWN_MEANINGS: Mapping[str, TypedAnswer] = {
    SWAP.name: taps.at_swap,
    TASKS.name: choices.at_tasks,
    OWN.name: choices.at_own,
    MODEL.name: choices.at_model,
    MODEL_OF.name: choices.at_model,
    REHEARSE.name: _finished,
    LOOKS.name: taps.at_looks,
    DAYS.name: choices.at_days,
    GROUP.name: choices.at_group,
    WORDS.name: choices.at_words,
    AIDS.name: taps.at_aids,
    LATER.name: taps.at_later,
    PUPILS.name: choices.at_pupils,
    PROOF.name: choices.at_proof,
    GATE.name: taps.at_gate,
    PRIVATE.name: taps.at_private,
    REFLECT.name: _finished,
    AGAIN.name: taps.at_again,
    LEVEL.name: taps.at_level,
    SUMMARY.name: taps.at_summary,
    HABIT.name: taps.at_habit,
}


def means_at(place: str) -> TypedAnswer:
    """Return what takes words as taps at a place of the coach."""
    return _first(OWN_MEANINGS.get(place))
