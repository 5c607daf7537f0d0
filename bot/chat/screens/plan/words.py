"""A development plan in words: its days and how it went. Returns Telegram HTML unless it says otherwise.

Other families tell of plans with these; must not know any screen.
"""

from datetime import date

from bot.chat.turn_context import TurnContext
from bot.domain.calendar.quarter import local
from bot.domain.evaluation.development_plan import DevelopmentPlan, newest_plan, plan_of
from bot.domain.reminders.plan_reminder import next_day, said_of


def today(s: TurnContext) -> date:
    """Return the day by her own clock."""
    return local(s.now, s.person.zone).date()


def told_until(s: TurnContext, plan: DevelopmentPlan) -> date | None:
    """Return the last day of a plan that she was reminded of, None before."""
    return said_of(s.person.outbound, plan).until


def days_ahead(s: TurnContext, plan: DevelopmentPlan) -> tuple[date, ...]:
    """Return the days of a plan on which she will be reminded."""
    until, here = told_until(s, plan), today(s)
    return tuple(day for day in plan.days if day >= here and (until is None or day > until))


def days_words(s: TurnContext, plan: DevelopmentPlan) -> str:
    """Return all days of a plan as one plain line, "" for none."""
    return " · ".join(s.world.texts.near_day(day) for day in plan.days)


def went_words(s: TurnContext, plan: DevelopmentPlan) -> str:
    """Return how a plan went, in her own view; "" before she has said."""
    if plan.went is None:
        return ""
    return s.say(
        "plan-became",
        became=plan.went.value,
        how="ya" if plan.went_words else "tidak",
        words=plan.went_words,
    )


def looked_back(s: TurnContext, quarter: str) -> str:
    """Return what became of the plan of a quarter, with its words; "" without one, or before she said."""
    plan = plan_of(s.person.plans, quarter)
    if plan is None or plan.went is None or not plan.act:
        return ""
    return s.say(
        "plan-looked-back",
        act=plan.act,
        became=plan.went.value,
        how="ya" if plan.went_words else "tidak",
        words=plan.went_words,
    )


def asks_now(s: TurnContext) -> DevelopmentPlan | None:
    """Return the plan whose last day has come without a word from her, None while there is none."""
    plan = newest_plan(s.person.plans)
    if plan is None or not plan.is_open or days_ahead(s, plan):
        return None
    return plan


def standing(s: TurnContext) -> str:
    """Return where her newest plan stands: how it went, or the next day of it; "" for neither."""
    plan = newest_plan(s.person.plans)
    if plan is None:
        return ""
    if plan.went:
        return looked_back(s, plan.quarter)
    day = next_day(plan, said_of(s.person.outbound, plan), today(s))
    if day is None or day < today(s):
        return ""
    return s.say("plan-standing", act=plan.act, day=s.world.texts.near_day(day))
