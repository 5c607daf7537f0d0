"""Step 8's development plan, offered after an evaluation: three lines to tap or type, each may be skipped."""

from dataclasses import replace

from bot.chat.answers.refused import refused_line
from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.routes import Route
from bot.chat.screens.account.routes import ASIDE_TAKE
from bot.chat.screens.closing.suggestions import plan_examples
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.review import focus_button
from bot.chat.screens.evaluation.routes import OfLine, OfQuarter
from bot.chat.screens.evaluation.words import ahead_words, quarter_words
from bot.chat.screens.plan.words import asks_now, days_ahead, days_words, went_words
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line
from bot.domain.evaluation.development_plan import (
    DevelopmentPlan,
    PlanLine,
    plan_of,
    with_plan,
)
from bot.domain.evaluation.evaluation import IntentionOutcome, of_quarter

LINE_LENGTH = 200
"""The longest line of a plan, in characters: one or two sentences."""


def show_line(s: TurnContext, at: OfLine) -> Screen:
    """Ask for one line."""
    quarter, line = at.quarter, at.line
    plan = plan_of(s.person.plans, quarter)
    words = plan.lines.get(line) if plan else None
    order = list(PlanLine)
    evaluation = of_quarter(s.person.evaluations, quarter)
    ahead = ahead_words(s, evaluation) if evaluation else ""
    text = s.say(
        "plan-line",
        quarter=quarter_words(s, quarter),
        at=order.index(line) + 1,
        total=len(order),
        asked=s.world.texts.pick("plan-ask", line, ahead=ahead),
    )
    examples = plan_examples(s, evaluation, line)
    lines = [
        s.say("aside-line", number=nth, words=one) for nth, (_, one) in enumerate(examples, start=1)
    ]
    takes = tuple(
        s.choice(
            s.world.texts.label("aside", "take-short", number=nth),
            ASIDE_TAKE(quarter, line, name),
            is_current=words == one,
        )
        for nth, (name, one) in enumerate(examples, start=1)
    )
    if words:
        lines.append(s.say("plan-now", words=words))
    pass_by = s.button(
        "evaluation-item", "empty" if words else "skip", to.EVALUATION_NOLINE(quarter, line)
    )
    back = s.button("nav", "back", _back_to(plan, line)(quarter))
    return Screen("\n\n".join((text, *lines)), rows(takes, (back, pass_by, s.menu_button())))


def _back_to(plan: DevelopmentPlan | None, line: PlanLine) -> Route[[str], OfQuarter]:
    """Return the way back: to the plan when it is complete, else to the evaluation."""
    is_open = plan is None or plan.next_line or line not in plan.lines
    return to.EVALUATION_ANSWERS if is_open else to.EVALUATION_PLAN


def show_plan(s: TurnContext, at: OfQuarter) -> Screen:
    """Draw the plan of a quarter, each line with the way to change it."""
    quarter = at.quarter
    plan = plan_of(s.person.plans, quarter)
    evaluation = of_quarter(s.person.evaluations, quarter)
    if plan is None:
        return gone(s)
    lines = [
        s.say(
            "plan-written",
            name=s.world.texts.pick("plan-name", line),
            words=plan.lines.get(line) or s.say("evaluation-none"),
        )
        for line in PlanLine
    ]
    text = s.say("plan", quarter=quarter_words(s, quarter))
    lines += _days_lines(s, plan)
    back = s.button("evaluation-view", "answers", to.EVALUATION_ANSWERS(quarter))
    changes = tuple(_change_button(s, quarter, line) for line in PlanLine)
    return Screen(
        "\n".join((text, *lines)),
        rows(
            _days_button(s, plan),
            (*_went_buttons(s, plan), focus_button(s, evaluation) if evaluation else None),
            *side_by_side(changes, len(changes)),
            (back, s.menu_button()) if evaluation else s.menu_button(),
        ),
    )


def _days_lines(s: TurnContext, plan: DevelopmentPlan) -> list[str]:
    """Return on which days she is reminded, and how it went or the question about it."""
    lines: list[str] = []
    if plan.days:
        lines.append(s.say("plan-days-written", days=days_words(s, plan)))
    elif plan.says_something and plan.went is None:
        lines.append(s.say("plan-days-missing"))
    if became := went_words(s, plan):
        lines.append(became)
    elif asks_now(s) == plan:
        lines.append(s.say("plan-asked"))
    return lines


def _days_button(s: TurnContext, plan: DevelopmentPlan) -> Button | None:
    if not plan.says_something or plan.went is IntentionOutcome.DONE:
        return None
    which = "choose" if not plan.days else "add" if days_ahead(s, plan) else "move"
    return s.button("plan", which, to.EVALUATION_DAYS(plan.quarter))


def _went_buttons(s: TurnContext, plan: DevelopmentPlan) -> tuple[Button, ...]:
    """Return how it went to tap, once there is something to say about it."""
    if not plan.days or not plan.says_something:
        return ()
    is_over = plan.went is not None or asks_now(s) == plan
    outcomes = (
        (IntentionOutcome.DONE, IntentionOutcome.PARTLY, IntentionOutcome.NOT)
        if is_over
        else (IntentionOutcome.DONE,)
    )
    return tuple(
        s.choice(
            s.world.texts.pick("plan-outcome", one),
            to.EVALUATION_WENT(plan.quarter, one),
            is_current=plan.went is one,
        )
        for one in outcomes
    )


def _change_button(s: TurnContext, quarter: str, line: PlanLine) -> Button:
    name = s.world.texts.pick("plan-name", line)
    return s.button("plan", "change", to.EVALUATION_LINE(quarter, line), name=name)


def open_plan(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go to the first line not asked yet, or to the plan."""
    known = of_quarter(s.person.evaluations, at.quarter)
    return _go_on(s, at.quarter) if known else None


def _go_on(s: TurnContext, quarter: str) -> Answer:
    plan = plan_of(s.person.plans, quarter)
    line = plan.next_line if plan else PlanLine.GOAL
    return s.go(to.EVALUATION_LINE(quarter, line)) if line else s.go(to.EVALUATION_PLAN(quarter))


def open_line(s: TurnContext, at: OfLine) -> Answer | None:
    """Go to a line to change it."""
    known = plan_of(s.person.plans, at.quarter)
    return s.go(to.EVALUATION_LINE(at.quarter, at.line)) if known else None


def skip_line(s: TurnContext, at: OfLine) -> Answer | None:
    """Leave a line empty, if it is the one asked."""
    return _put(s, at, "") if to.EVALUATION_LINE.at(s.person.place) == at else None


def skip(s: TurnContext) -> Answer | None:
    """Leave the line that is asked empty."""
    at = to.EVALUATION_LINE.at(s.person.place)
    return skip_line(s, at) if at else None


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed text as the line that is asked; too much or nothing is asked for again."""
    at = to.EVALUATION_LINE.at(s.person.place)
    if at is None:
        return None
    line = clean_line(text)
    if refusal := refused_line(s, line, LINE_LENGTH):
        return refusal
    answer = _put(s, at, line)
    if answer is None or to.EVALUATION_PLAN.at(answer.person.place):
        return answer
    return s.keeping(answer)


def _put(s: TurnContext, at: OfLine, words: str) -> Answer | None:
    quarter = at.quarter
    if of_quarter(s.person.evaluations, quarter) is None:
        return None
    plan = plan_of(s.person.plans, quarter) or DevelopmentPlan(quarter=quarter, made_at=s.now)
    changed = plan.with_line(at.line, words)
    after = s.change(replace(s.person, plans=with_plan(s.person.plans, changed)))
    is_complete = plan.next_line is not None and changed.next_line is None
    if is_complete and changed.says_something and not changed.days:
        return after.go(to.EVALUATION_DAYS(quarter))
    return _go_on(after, quarter)


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.EVALUATION_LINE, show_line, otherwise=gone),
    shown(to.EVALUATION_PLAN, show_plan, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_PLAN, open_plan),
    done(to.EVALUATION_LINE, open_line),
    done(to.EVALUATION_NOLINE, skip_line),
)
