"""How step 8's plan went: asked before the next evaluation, unless she was asked on its days. Never blames."""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import quarter_now
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.routes import Going, OfQuarter
from bot.chat.screens.evaluation.words import quarter_words
from bot.chat.screens.opening.grown import grown_words
from bot.chat.screens.opening.length import begin, earlier
from bot.chat.screens.opening.outcome import TOLD, outcome_buttons, told_before
from bot.chat.screens.plan.went import with_line
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.same import is_one_of
from bot.domain.evaluation.development_plan import DevelopmentPlan, plan_of, with_plan
from bot.domain.evaluation.evaluation import IntentionOutcome
from bot.domain.reminders.plan_reminder import put_to_rest


def _plan(s: TurnContext, at: OfQuarter | None) -> DevelopmentPlan | None:
    """Return the plan that is looked back at, None where there is none."""
    plan = plan_of(s.person.plans, at.quarter) if at else None
    return plan if plan and plan.says_something else None


def show_planned(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask how the plan went, in her own words of then; what has grown is said first, if it was not yet."""
    plan = _plan(s, at)
    if plan is None:
        return gone(s)
    text = s.say(
        "evaluation-planned",
        before=told_before(s, at.quarter),
        quarter=quarter_words(s, at.quarter),
        act=plan.act,
    )
    last = earlier(s, str(quarter_now(s)))
    grown = grown_words(s, last) if last and last.became is None else ()
    return Screen(
        "\n\n".join((*grown, text)),
        outcome_buttons(s, lambda one: to.EVALUATION_PLANNED_WENT(at.quarter, one), plan.went),
    )


def open_planned(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go to the question."""
    return s.go(to.EVALUATION_PLANNED(at.quarter)) if _plan(s, at) else None


def take(s: TurnContext, at: Going) -> Answer | None:
    """Keep how it went, and ask for a line about that. Passed by, it is asked no more."""
    plan = _plan(s, at)
    if plan is None:
        return None
    if at.outcome is IntentionOutcome.PASSED:
        outbound = put_to_rest(s.person.outbound, plan)
        return begin(s.change(replace(s.person, outbound=outbound)), str(quarter_now(s)))
    plans = with_plan(s.person.plans, plan.ended(at.outcome))
    after = s.change(replace(s.person, plans=plans))
    return after.go(to.EVALUATION_PLANNED_HOW(at.quarter))


def show_how(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for one line about it."""
    plan = _plan(s, at)
    if plan is None or plan.went is None:
        return gone(s)
    text = s.world.texts.tell("plan-how", plan.went)
    if plan.went_words:
        text += "\n\n" + s.say("plan-now", words=plan.went_words)
    back = s.button("nav", "back", to.EVALUATION_PLANNED(at.quarter))
    skip_it = s.button("evaluation-item", "skip", to.EVALUATION_PLANNED_NO_HOW(at.quarter))
    return Screen(text, rows((back, skip_it, s.menu_button())))


def no_how(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go on to the evaluation without a line."""
    return begin(s, str(quarter_now(s))) if _plan(s, at) else None


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed words as how it went."""
    at = to.EVALUATION_PLANNED.at(s.person.place)
    if at is None:
        return None
    for outcome in TOLD:
        if is_one_of(s, text, s.world.texts.words("became-said", outcome)):
            return take(s, Going(at.quarter, outcome))
    return None


def typed_how(s: TurnContext, text: str) -> Answer | None:
    """Take typed words as the line; too much or nothing is asked for again."""
    at = to.EVALUATION_PLANNED_HOW.at(s.person.place)
    plan = _plan(s, at)
    if at is None or plan is None or plan.went is None:
        return None
    after = with_line(s, plan, text)
    if isinstance(after, Answer):
        return after
    return after.keeping(begin(after, str(quarter_now(s))))


def skip(s: TurnContext) -> Answer | None:
    """Pass by the question that is open."""
    if at := to.EVALUATION_PLANNED_HOW.at(s.person.place):
        return no_how(s, at)
    asked = to.EVALUATION_PLANNED.at(s.person.place)
    return take(s, Going(asked.quarter, IntentionOutcome.PASSED)) if asked else None


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.EVALUATION_PLANNED, show_planned, otherwise=gone),
    shown(to.EVALUATION_PLANNED_HOW, show_how, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_PLANNED, open_planned),
    done(to.EVALUATION_PLANNED_WENT, take),
    done(to.EVALUATION_PLANNED_NO_HOW, no_how),
)
