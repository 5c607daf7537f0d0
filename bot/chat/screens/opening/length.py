"""How long the evaluation is to be: some steps in five minutes, or all in twelve."""

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import go_on, quarter_now
from bot.chat.screens.evaluation.routes import OfQuarter
from bot.chat.screens.evaluation.words import belonging_now, quarter_words
from bot.chat.screens.opening.grown import grown_words
from bot.chat.screens.plan.words import looked_back, today
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.same import is_one_of
from bot.domain.calendar.quarter import Quarter
from bot.domain.evaluation.development_plan import DevelopmentPlan, newest_plan, plan_of
from bot.domain.evaluation.evaluation import (
    Evaluation,
    finished,
    of_quarter,
    previous,
    to_close,
)
from bot.domain.reminders.plan_reminder import is_to_close, said_of


def begin(s: TurnContext, quarter: str) -> Answer:
    """Go to what comes next before the first item; without an evaluation before there is nothing."""
    if s.person.evaluating:
        return go_on(s, s.person.evaluating)
    if last := to_close(s.person.evaluations, quarter):
        return s.go(to.EVALUATION_BECAME(last.quarter, "evaluasi"))
    if plan := _plan_to_close(s, quarter):
        return s.go(to.EVALUATION_PLANNED(plan.quarter))
    if earlier(s, quarter):
        return s.go(to.EVALUATION_LENGTH(quarter))
    return go_on(s, Evaluation(quarter=quarter, begun_at=s.now))


def _plan_to_close(s: TurnContext, quarter: str) -> DevelopmentPlan | None:
    """Return the plan of an earlier quarter of which she is to be asked how it went."""
    plan = newest_plan(s.person.plans)
    if plan is None or Quarter.parse(plan.quarter) >= Quarter.parse(quarter):
        return None
    return plan if is_to_close(s.person.outbound, plan, today(s)) else None


def earlier(s: TurnContext, quarter: str) -> Evaluation | None:
    """Return the last finished evaluation before a quarter: what a short one can carry over."""
    return previous(finished(s.person.evaluations), quarter)


def may_begin(s: TurnContext, quarter: str) -> bool:
    """Say whether an evaluation of this quarter can be begun now."""
    is_done = of_quarter(finished(s.person.evaluations), quarter) is not None
    return s.person.evaluating is None and quarter == str(quarter_now(s)) and not is_done


def show_length(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for the length; what has grown since the last one is said first, if it was not yet."""
    last = earlier(s, at.quarter)
    text = [
        s.say("evaluation-length", quarter=quarter_words(s, at.quarter), total=len(s.programme))
    ]
    plan = plan_of(s.person.plans, last.quarter) if last else None
    was_asked_now = bool(plan and plan.went and not said_of(s.person.outbound, plan).times)
    if last and last.became is None and not was_asked_now:
        planned = looked_back(s, last.quarter)
        text = [*grown_words(s, last), *([planned] if planned else []), *text]
    if belongs := belonging_now(s, Quarter.parse(at.quarter)):
        text.append(belongs)
    return Screen(
        "\n\n".join(text),
        rows(
            s.button("evaluation-length", "short", to.EVALUATION_NAME(at.quarter))
            if last
            else None,
            s.button("evaluation-length", "whole", to.EVALUATION_WHOLE(at.quarter)),
            (s.button("nav", "back", to.EVALUATION_OPEN()), s.menu_button()),
        ),
    )


def open_length(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go to the choice of the length."""
    return s.go(to.EVALUATION_LENGTH(at.quarter)) if may_begin(s, at.quarter) else None


def begin_whole(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Begin an evaluation of all steps; a second tap goes on with it."""
    begun = s.person.evaluating
    if begun and begun.quarter == at.quarter:
        return go_on(s, begun)
    if not may_begin(s, at.quarter):
        return None
    return go_on(s, Evaluation(quarter=at.quarter, begun_at=s.now))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed words as the length."""
    at, texts = to.EVALUATION_LENGTH.at(s.person.place), s.world.texts
    if at is None:
        return None
    if earlier(s, at.quarter) and is_one_of(
        s, text, texts.words("evaluation-length", "said-short")
    ):
        return s.go(to.EVALUATION_NAME(at.quarter))
    if is_one_of(s, text, texts.words("evaluation-length", "said-whole")):
        return begin_whole(s, at)
    return None


SHOWS: tuple[ShownPlace, ...] = (shown(to.EVALUATION_LENGTH, show_length),)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_LENGTH, open_length),
    done(to.EVALUATION_WHOLE, begin_whole),
)
