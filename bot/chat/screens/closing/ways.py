"""The ways through the questions after the items: on, back, and past one of them."""

from collections.abc import Callable
from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done
from bot.chat.model import Button, Rows
from bot.chat.routes import Route
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import (
    PART_PLACES,
    asked,
    find,
    go_on,
    is_reviewed,
    repeated,
)
from bot.chat.screens.evaluation.routes import OfPart, OfQuarter
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.evaluation.evaluation import Evaluation, EvaluationPart


def ways(
    s: TurnContext, evaluation: Evaluation, part: EvaluationPart, onward: Button | None = None
) -> Rows:
    """Return in one row the way on or past the question, back, and home."""
    if onward:
        return rows((onward, back(s, evaluation, part), s.menu_button()))
    leave = None
    if part in evaluation.answered and not is_reviewed(s, evaluation):
        leave = s.button("evaluation-item", "leave", to.EVALUATION_GO(evaluation.quarter))
    on = s.button(
        "evaluation-item",
        "empty" if value_of(evaluation, part) else "skip",
        to.EVALUATION_PASS(evaluation.quarter, part),
    )
    return rows(leave, (back(s, evaluation, part), on, s.menu_button()))


def value_of(evaluation: Evaluation, part: EvaluationPart) -> str | None:
    """Return what was answered in a part of one line or one step, None for nothing."""
    match part:
        case EvaluationPart.PUPILS:
            return evaluation.pupils or None
        case EvaluationPart.STRENGTH:
            return evaluation.strength
        case EvaluationPart.INTENTION:
            return evaluation.intention
        case _:
            return None


def back(s: TurnContext, evaluation: Evaluation, part: EvaluationPart) -> Button:
    """Return the way to the question before, or to the answers once all are there."""
    quarter = evaluation.quarter
    if is_reviewed(s, evaluation):
        return s.button("nav", "back", to.EVALUATION_EDIT(quarter))
    parts = evaluation.closing_parts
    earlier = parts[: parts.index(part)] if part in parts else ()
    if not earlier:
        last = evaluation.items(s.programme)[-1]
        return s.button("nav", "back", to.EVALUATION_ITEM(quarter, last.slug))
    return s.button("nav", "back", to.EVALUATION_PART(quarter, earlier[-1]))


def open_part(s: TurnContext, at: OfPart) -> Answer | None:
    """Go to a part that was answered, or to the open one."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None or at.part not in PART_PLACES:
        return None
    order = list(EvaluationPart)
    if order.index(at.part) > order.index(evaluation.next_part(s.programme)):
        return None
    return s.go(PART_PLACES[at.part](evaluation.quarter))


def pass_by(s: TurnContext, at: OfPart) -> Answer | None:
    """Go on without an answer to a question of one line or one step."""
    part = at.part
    if part not in (EvaluationPart.PUPILS, EvaluationPart.STRENGTH, EvaluationPart.INTENTION):
        return None
    evaluation, known = asked(s, at.quarter, part), find(s.person, at.quarter)
    if evaluation is None:
        empty = known is not None and part in known.answered
        return repeated(s, known, is_same=empty and known is not None and not value_of(known, part))
    return go_on(s, _emptied(evaluation, part).with_part(part))


def _emptied(evaluation: Evaluation, part: EvaluationPart) -> Evaluation:
    match part:
        case EvaluationPart.PUPILS:
            return replace(evaluation, pupils="")
        case EvaluationPart.STRENGTH:
            return replace(evaluation, strength=None)
        case _:
            return replace(evaluation, intention=None)


def passing(
    route: Route[[str], OfQuarter], also: Route[[str], OfQuarter] | None = None
) -> Callable[[TurnContext], Answer | None]:
    """Return what passes by the question of a place, and of another one about the same."""
    part = next(one for one, place in PART_PLACES.items() if place is route)

    def passed(s: TurnContext) -> Answer | None:
        place = s.person.place
        at = route.at(place) or (also.at(place) if also else None)
        return pass_by(s, OfPart(at.quarter, part)) if at else None

    return passed


SHOWS: tuple[ShownPlace, ...] = ()
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_PART, open_part),
    done(to.EVALUATION_PASS, pass_by),
)
