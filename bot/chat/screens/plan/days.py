"""On which days she is reminded of her plan: one question, real dates to tap, at most three ahead."""

from dataclasses import replace
from datetime import date

from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.moments.day import LikelyDays
from bot.chat.moments.days import read_days
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.routes import OfQuarter, PlanDay
from bot.chat.screens.evaluation.words import quarter_words
from bot.chat.screens.plan.words import days_ahead, today, told_until
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.evaluation.development_plan import (
    DAYS_MOST,
    FURTHEST,
    DevelopmentPlan,
    plan_of,
    with_plan,
)
from bot.domain.reminders.plan_reminder import days_to_choose, school_day


def show_days(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for a day; those chosen can be taken back, and another one added."""
    plan = plan_of(s.person.plans, at.quarter)
    if plan is None:
        return gone(s)
    ahead = days_ahead(s, plan)
    text = s.say(
        "plan-days",
        quarter=quarter_words(s, at.quarter),
        chosen="ya" if ahead else "tidak",
        act=plan.act,
        most=DAYS_MOST,
    )
    kept = [_button(s, plan, day, is_chosen=True) for day in ahead]
    offered: list[Button] = []
    if len(ahead) < DAYS_MOST:
        choices = days_to_choose(plan, s.calendar, s.person.zone, s.now, told_until(s, plan))
        offered = [_button(s, plan, day, is_chosen=False) for day in choices]
    ends = s.button("plan-days", "done" if ahead else "none", to.EVALUATION_PLAN(at.quarter))
    pairs = (*side_by_side(kept, 2), *side_by_side(offered, 2))
    return Screen(text, rows(*pairs, (ends, s.menu_button())))


def _button(s: TurnContext, plan: DevelopmentPlan, day: date, *, is_chosen: bool) -> Button:
    label = s.world.texts.near_day(day)
    there = to.EVALUATION_DAY(plan.quarter, day, "off" if is_chosen else "on")
    return s.choice(label, there, is_current=is_chosen)


def open_days(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go to the choice of days."""
    plan = plan_of(s.person.plans, at.quarter)
    return s.go(to.EVALUATION_DAYS(at.quarter)) if plan and plan.says_something else None


def choose(s: TurnContext, at: PlanDay) -> Answer | None:
    """Put a day in or out, however often it is asked."""
    plan = plan_of(s.person.plans, at.quarter)
    if plan is None or not plan.says_something:
        return None
    if at.wish == "off":
        if at.day not in days_ahead(s, plan):
            return s.stay() if at.day not in plan.days else None
        return _kept(s, plan.without_day(at.day)).go(to.EVALUATION_DAYS(at.quarter))
    return add(s, plan, (at.day,))


def add(s: TurnContext, plan: DevelopmentPlan, days: tuple[date, ...]) -> Answer | None:
    """Take days: not past ones, none she was reminded of, at most three ahead."""
    here, until = today(s), told_until(s, plan)
    for day in days:
        if day < here or (until and day <= until):
            return s.go(to.EVALUATION_DAYS(plan.quarter), note=s.say("plan-days-past"))
        if day > here + FURTHEST:
            last = s.world.texts.near_day(here + FURTHEST)
            note = s.say("plan-days-far", day=last)
            return s.go(to.EVALUATION_DAYS(plan.quarter), note=note)
    if len({*days_ahead(s, plan), *days}) > DAYS_MOST:
        full = s.say("plan-days-most", most=DAYS_MOST)
        return replace(s.go(to.EVALUATION_DAYS(plan.quarter)), toast=full)
    for day in days:
        plan = plan if day in plan.days and not plan.went else plan.with_day(day)
    after = _kept(s, plan)
    return after.go(to.EVALUATION_PLAN(plan.quarter), note=_said_back(after, plan, days))


def _kept(s: TurnContext, plan: DevelopmentPlan) -> TurnContext:
    return s.change(replace(s.person, plans=with_plan(s.person.plans, plan)))


def _said_back(s: TurnContext, plan: DevelopmentPlan, days: tuple[date, ...]) -> str:
    """Return what she will hear on these days; of a quiet one also when the message comes instead."""
    texts, hour = s.world.texts, s.world.texts.clock(s.person.wishes.hour)
    names = texts.listed(texts.near_day(day) for day in days)
    lines = [
        s.say(
            "plan-days-kept",
            days=names,
            hour=hour,
            asks="ya" if plan.days[-1] in days else "tidak",
            count=len(days),
        )
    ]
    for day in days:
        later = school_day(s.calendar, s.person.zone, day)
        if later != day:
            lines.append(
                s.say("plan-days-quiet", day=texts.near_day(day), later=texts.near_day(later))
            )
    return "\n".join(lines)


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed days, "12 Januari" or "5 dan 19 Desember", also on the plan; None for what names none."""
    place = s.person.place
    at = to.EVALUATION_DAYS.at(place) or to.EVALUATION_PLAN.at(place)
    plan = plan_of(s.person.plans, at.quarter) if at else None
    if plan is None or not plan.says_something:
        return None
    found = read_days(s.world.texts, text, today(s))
    if isinstance(found, LikelyDays):
        return _which(s, plan, found) if found.days else None
    days = [first for first, last in found.runs if first == last]
    if found.unused or len(days) != len(found.runs):
        return None
    return add(s, plan, tuple(days))


def _which(s: TurnContext, plan: DevelopmentPlan, found: LikelyDays) -> Answer:
    """Ask which of several days is meant."""
    buttons = tuple(_button(s, plan, day, is_chosen=False) for day in found.days)
    return s.short(s.say("plan-days-which"), rows(*buttons))


def skip(s: TurnContext) -> Answer | None:
    """Go on without a day, or with those chosen so far."""
    at = to.EVALUATION_DAYS.at(s.person.place)
    return s.go(to.EVALUATION_PLAN(at.quarter)) if at else None


SHOWS: tuple[ShownPlace, ...] = (shown(to.EVALUATION_DAYS, show_days, otherwise=gone),)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_DAYS, open_days),
    done(to.EVALUATION_DAY, choose),
)
