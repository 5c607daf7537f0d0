"""The course of an evaluation: where its answers are kept, and which question comes next.

Shared by the evaluation's screens; draws nothing itself.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.family import TypedAnswer
from bot.chat.routes import Route
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.routes import OfQuarter
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.line import comparable
from bot.domain.calendar.calendar import Window
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.evaluation.evaluation import Evaluation, EvaluationPart, History, of_quarter, put
from bot.domain.evaluation.window import next_window, quarter_to_evaluate
from bot.domain.person.person import Person, Place
from bot.domain.programme.programme import Step

PART_PLACES: Mapping[EvaluationPart, Route[[str], OfQuarter]] = {
    EvaluationPart.PUPILS: to.EVALUATION_PUPILS,
    EvaluationPart.STRENGTH: to.EVALUATION_STRENGTH,
    EvaluationPart.FOCUS: to.EVALUATION_FOCUS,
    EvaluationPart.INTENTION: to.EVALUATION_INTENTION,
    EvaluationPart.SUMMARY: to.EVALUATION_SUMMARY,
}


def find(person: Person, quarter: str) -> Evaluation | None:
    """Return a quarter's evaluation, begun or finished, or None."""
    begun = person.evaluating
    if begun and begun.quarter == quarter:
        return begun
    return of_quarter(person.evaluations, quarter)


def keep(person: Person, evaluation: Evaluation) -> Person:
    """Return the person with this evaluation in place of any of its quarter."""
    if evaluation.finished_at:
        return replace(person, evaluations=put(person.evaluations, evaluation))
    return replace(person, evaluating=evaluation)


def is_reviewed(s: TurnContext, evaluation: Evaluation) -> bool:
    """Say whether every question has an answer, so that changes lead back to the summary."""
    return evaluation.finished_at is not None or (
        evaluation.next_part(s.programme) is EvaluationPart.SUMMARY
    )


def next_place(s: TurnContext, evaluation: Evaluation) -> Place:
    """Return the place of the first open question, or of all answers when there is none."""
    if evaluation.finished_at:
        return to.EVALUATION_VIEW(evaluation.quarter)
    if step := evaluation.next_item(s.programme):
        return to.EVALUATION_ITEM(evaluation.quarter, step.slug)
    return PART_PLACES[evaluation.next_part(s.programme)](evaluation.quarter)


def go_on(s: TurnContext, evaluation: Evaluation) -> Answer:
    """Keep an evaluation and go to its next question."""
    return Answer(person=replace(keep(s.person, evaluation), place=next_place(s, evaluation)))


def is_asked(s: TurnContext, evaluation: Evaluation, place: Place) -> bool:
    """Say whether a question is the one on the screen or the first open one.

    Buttons of other questions are old: they must not undo a later answer.
    """
    here = s.person.place
    on_screen = (here.screen, here.args) == (place.screen, place.args)
    return on_screen or next_place(s, evaluation) == place


def beside_commands(take: TypedAnswer) -> TypedAnswer:
    """Return what takes a typed line, which may be anything but the words of a command."""

    def taken(s: TurnContext, text: str) -> Answer | None:
        return None if comparable(text) in s.world.phrases else take(s, text)

    return taken


def item_place(evaluation: Evaluation, step: Step) -> Place:
    """Return the place of one item."""
    return to.EVALUATION_ITEM(evaluation.quarter, step.slug)


def asked(s: TurnContext, quarter: str, part: EvaluationPart) -> Evaluation | None:
    """Return a quarter's evaluation if this part of it may be answered now, else None."""
    evaluation = find(s.person, quarter)
    if evaluation is None:
        return None
    return evaluation if is_asked(s, evaluation, PART_PLACES[part](quarter)) else None


def repeated(s: TurnContext, evaluation: Evaluation | None, *, is_same: bool) -> Answer | None:
    """Answer a button of a question already passed: quietly if it is a second tap, else None."""
    if evaluation is None or evaluation.finished_at or not is_same:
        return None
    return s.stay() if s.person.place == next_place(s, evaluation) else None


def _history(s: TurnContext) -> History:
    consent = s.person.consent
    return History(
        registered=consent.given_at if consent else s.now,
        evaluations=s.person.evaluations,
        zone=s.person.zone,
    )


def quarter_now(s: TurnContext) -> Quarter:
    """Return the quarter an evaluation begun now belongs to."""
    here = local(s.now, s.person.zone)
    return quarter_to_evaluate(_history(s), s.school, s.calendar, here)


def window_next(s: TurnContext) -> Window:
    """Return the evaluation's window that is open now or comes next."""
    return next_window(_history(s), s.school, s.calendar, local(s.now, s.person.zone))
