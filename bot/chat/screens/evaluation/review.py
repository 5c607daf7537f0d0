"""All answers of one evaluation: before saving, right after it, and whenever it is read again."""

from datetime import datetime

from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import find, is_reviewed, next_place, window_next
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.picture import picture_button
from bot.chat.screens.evaluation.routes import OfQuarter, Viewing
from bot.chat.screens.evaluation.share import share_button
from bot.chat.screens.evaluation.words import (
    answers,
    belonging,
    change_words,
    closing_answers,
    levels,
    quarter_words,
    short_quarter_words,
    step_words,
)
from bot.chat.screens.portfolio.routes import COPY_QUARTER
from bot.chat.screens.steps.routes import STEPS_STEP
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.calendar.quarter import local
from bot.domain.coaching.progress import Status, status_of
from bot.domain.evaluation.evaluation import Evaluation, EvaluationPart, of_quarter
from bot.domain.evaluation.window import WEEKEND

EDIT_COLUMNS = 7
"""So many short labels fit one row of a narrow phone."""

PART_COLUMNS = 3
"""The answers beside the levels, and the ways out, stand so many in a row."""


def show_summary(s: TurnContext, at: OfQuarter) -> Screen:
    """Draw all answers, to be saved or changed."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None:
        return gone(s)
    quarter = quarter_words(s, evaluation.quarter)
    text = s.say("evaluation-summary", quarter=quarter)
    if belongs := belonging(s, evaluation):
        text += "\n" + belongs
    return Screen(
        f"{text}\n\n{answers(s, evaluation, new_only=True)}",
        rows(
            (
                s.button("evaluation-summary", "save", to.EVALUATION_SAVE(evaluation.quarter)),
                s.button("evaluation-summary", "change", to.EVALUATION_EDIT(evaluation.quarter)),
                s.menu_button(),
            ),
        ),
    )


def show_edit(s: TurnContext, at: OfQuarter) -> Screen:
    """Draw a button for every answer."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None:
        return gone(s)
    quarter = evaluation.quarter
    items = [
        s.button(
            "evaluation-edit",
            "item",
            to.EVALUATION_ITEM(quarter, step.slug),
            number=step.number,
        )
        for step in s.programme
    ]
    text = s.say("evaluation-edit", quarter=short_quarter_words(s, quarter))
    back = s.button("nav", "back", to.EVALUATION_ANSWERS(quarter))
    lines = side_by_side(items, EDIT_COLUMNS)
    return Screen(
        f"{text}\n{levels(s, evaluation)}",
        rows(
            *lines, *side_by_side((*_part_buttons(s, quarter), back, s.menu_button()), PART_COLUMNS)
        ),
    )


def _part_buttons(s: TurnContext, quarter: str) -> tuple[Button, ...]:
    return (
        s.button("evaluation-edit", "pupils", to.EVALUATION_PART(quarter, EvaluationPart.PUPILS)),
        s.button(
            "evaluation-edit", "strength", to.EVALUATION_PART(quarter, EvaluationPart.STRENGTH)
        ),
        s.button("evaluation-edit", "focus", to.EVALUATION_PART(quarter, EvaluationPart.FOCUS)),
        s.button(
            "evaluation-edit", "intention", to.EVALUATION_PART(quarter, EvaluationPart.INTENTION)
        ),
    )


def show_view(s: TurnContext, at: Viewing) -> Screen:
    """Draw a finished evaluation to be read, with the ways to correct and compare it."""
    evaluation = of_quarter(s.person.evaluations, at.quarter)
    if evaluation is None or evaluation.finished_at is None:
        return gone(s)
    quarter = evaluation.quarter
    text = (
        f"{_ended(s, evaluation, evaluation.finished_at)}\n\n"
        f"<blockquote expandable>{s.say('evaluation-scale')}\n{levels(s, evaluation)}</blockquote>\n"
        f"{closing_answers(s, evaluation)}"
    )
    if evaluation == s.person.evaluations[-1]:
        text += f"\n\n{next_words(s)}"
    several = len(s.person.evaluations) > 1
    compare = s.button("evaluation-view", "compare", to.EVALUATION_COMPARE(quarter))
    plan = s.button("evaluation-view", "plan", to.EVALUATION_PLAN(quarter))
    whole = not evaluation.broken_off
    small = (
        s.button("evaluation-summary", "edit", to.EVALUATION_EDIT(quarter)),
        compare if several else None,
        picture_button(s, evaluation) if whole else None,
        s.button("evaluation", "history", to.EVALUATION_HISTORY()),
        s.menu_button(),
    )
    return Screen(
        text,
        rows(
            plan if whole else None,
            share_button(s, evaluation) if whole else None,
            *side_by_side([button for button in small if button], 2),
        ),
    )


def _ended(s: TurnContext, evaluation: Evaluation, day: datetime) -> str:
    """Return when an evaluation was finished, or how far it came before it was broken off."""
    quarter = quarter_words(s, evaluation.quarter)
    if not evaluation.broken_off:
        return s.say("evaluation-view", quarter=quarter, day=s.world.texts.day(day, s.person.zone))
    done = len(evaluation.levels) + len(evaluation.skipped)
    total = len(evaluation.items(s.programme))
    rest = "tidak" if evaluation.next_item(s.programme) else "ya"
    return s.say("evaluation-broken-off", quarter=quarter, done=done, total=total, full=rest)


def show_done(s: TurnContext, at: OfQuarter) -> Screen:
    """Draw what a saved evaluation shows, when the next one is, and the ways on."""
    evaluation = of_quarter(s.person.evaluations, at.quarter)
    if evaluation is None:
        return gone(s)
    text = s.say("evaluation-done", quarter=quarter_words(s, evaluation.quarter), address=s.address)
    parts = [text, change_words(s, evaluation)]
    if evaluation.strength:
        strength = step_words(s, evaluation.strength)
        parts.append(s.say("evaluation-done-strength", step=strength))
    parts.append(f"{next_words(s)} {s.say('evaluation-done-plan')}")
    return Screen(
        "\n\n".join(parts),
        rows(
            s.button("evaluation-view", "plan", to.EVALUATION_PLAN(evaluation.quarter)),
            focus_buttons(s, evaluation),
            (
                picture_button(s, evaluation),
                s.button("evaluation-view", "answers", to.EVALUATION_ANSWERS(evaluation.quarter)),
            ),
            (s.button("copying", "open", COPY_QUARTER(evaluation.quarter)), s.menu_button()),
        ),
    )


def focus_buttons(s: TurnContext, evaluation: Evaluation) -> tuple[Button, ...]:
    """Return the way to each step of the focus."""
    chosen = [step for slug in evaluation.focus if (step := s.programme.step(slug))]
    return tuple(
        s.button("evaluation-view", "to-focus", STEPS_STEP(step.slug), number=step.number)
        for step in chosen
    )


def focus_button(s: TurnContext, evaluation: Evaluation) -> Button | None:
    """Return the way on to the first step of the focus not done yet, else to its first."""
    chosen = [step for slug in evaluation.focus if (step := s.programme.step(slug))]
    if not chosen:
        return None
    open_ones = (one for one in chosen if status_of(s.person.progress, one.slug) != Status.DONE)
    step = next(open_ones, chosen[0])
    data = STEPS_STEP(step.slug)
    return s.button("evaluation-view", "to-focus", data, number=step.number)


def next_words(s: TurnContext, *, why: bool = True) -> str:
    """Return the sentence that says when the next evaluation is, and why it was moved."""
    window = window_next(s)
    day = s.world.texts.own_day(window.first, s.person.zone)
    is_open = window.first <= local(s.now, s.person.zone).date()
    text = s.say("evaluation-next", day=day, open="ya" if is_open else "tidak")
    if not why or window.due is None or window.moved is None or window.moved.quiet in WEEKEND:
        return text
    reason = s.world.texts.pick("quiet", window.moved.quiet, name=window.moved.name)
    due = s.world.texts.long_day(window.due)
    return f"{text} {s.say('evaluation-moved', day=due, reason=reason)}"


def open_answers(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go to all answers of an evaluation, or on with it while it is not complete."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None:
        return None
    return s.go(next_place(s, evaluation))


def open_edit(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go to the choice of the answer to change."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None or not is_reviewed(s, evaluation):
        return None
    return s.go(to.EVALUATION_EDIT(evaluation.quarter))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.EVALUATION_SUMMARY, show_summary, otherwise=gone),
    shown(to.EVALUATION_EDIT, show_edit, otherwise=gone),
    shown(to.EVALUATION_VIEW, show_view, otherwise=gone),
    shown(to.EVALUATION_DONE, show_done, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_ANSWERS, open_answers),
    done(to.EVALUATION_EDIT, open_edit),
)
