"""A development plan's days: one message on each, and with the last the question how it went. Pure.

Where that stays unanswered, the next nudge asks once more and says that it rests; after that nobody
asks. Must not know what is said, nor what becomes of the answer.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.calendar.allowed import Hours, next_allowed
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.evaluation.development_plan import FURTHEST, DevelopmentPlan
from bot.domain.person.zone import Zone
from bot.domain.reminders.check_back import AFTER_SIGN, SAME_DAY_UNTIL
from bot.domain.reminders.outbound import Outbound, Planned, PlanningFacts, PlanSaid, Topic

ASKED_MOST = 2
"""After so many questions how it went without an answer it rests, and she is told so."""

FIRST_AHEAD = (0, 1, 7, 14, 28, 56)
"""Days ahead of which the next school day is offered: to begin soon, in some weeks, in two months."""

MORE_AHEAD = (7, 14, 28, 42, 56, 70)
"""The same, counted from the last day chosen: to look at it in between, and at its end."""


def said_of(outbound: Outbound, plan: DevelopmentPlan) -> PlanSaid:
    """Return what was said about a plan; nothing yet for a new one."""
    known = outbound.plan_said
    return known if known and known.key == plan.key else PlanSaid(plan.key)


def next_day(plan: DevelopmentPlan, said: PlanSaid, today: date) -> date | None:
    """Return the day to remind her of next; of those that have passed unsaid only the last counts."""
    left = [day for day in plan.days if said.until is None or day > said.until]
    come = [day for day in left if day <= today]
    return next(iter(come[-1:] or left), None)


def plan_message(subject: PlanningFacts, calendar: Calendar, now: datetime) -> Planned | None:
    """Plan the message about a day of her plan; None without one, and once all were told."""
    plan = subject.plan
    if plan is None:
        return None
    day = next_day(plan, said_of(subject.outbound, plan), subject.day(now))
    if day is None:
        return None
    start = max(moment_at(day, time(0), subject.zone), subject.seen_at + AFTER_SIGN, now)
    moved = next_allowed(calendar, subject.hours, start)
    return Planned(
        moment=moved.moment,
        topic=Topic.PLAN,
        key=f"plan:{plan.key}:{day}:{subject.id}",
        reasons=moved.reasons,
        plan=plan,
        day=day,
    )


def is_asked(plan: DevelopmentPlan, day: date) -> bool:
    """Say whether the message of a day asks how it went: no day comes after it."""
    return day >= plan.days[-1]


def said(outbound: Outbound, planned: Planned, today: date) -> PlanSaid | None:
    """Return what is known to be said once the message about a day was sent on this one."""
    plan, day = planned.plan, planned.day
    if plan is None or day is None:
        return outbound.plan_said
    until = max((one for one in plan.days if one <= today), default=day)
    until = max(until, day)
    return PlanSaid(plan.key, until, int(is_asked(plan, until)))


def asks_again(outbound: Outbound, plan: DevelopmentPlan | None) -> bool:
    """Say whether the next nudge is the last word about a plan she was asked about once already."""
    if plan is None:
        return False
    known = said_of(outbound, plan)
    return known.times == 1 and known.until is not None and is_asked(plan, known.until)


def is_to_close(outbound: Outbound, plan: DevelopmentPlan, today: date) -> bool:
    """Say whether the next evaluation is to ask how a plan went.

    Not where she has said so, where a day of it is still to come, or where it rests: she was told then
    that nobody asks any more.
    """
    if not plan.says_something or plan.went is not None:
        return False
    ahead = any(day >= today for day in _left(outbound, plan))
    return not ahead and said_of(outbound, plan).times < ASKED_MOST


def put_to_rest(outbound: Outbound, plan: DevelopmentPlan) -> Outbound:
    """Return what is known to be said once she would not tell how a plan went: nobody asks any more."""
    known = said_of(outbound, plan)
    until = max((day for day in (known.until, *plan.days) if day), default=None)
    return replace(outbound, plan_said=PlanSaid(plan.key, until, ASKED_MOST))


def waits_for_answer(outbound: Outbound, plan: DevelopmentPlan | None) -> bool:
    """Say whether she was asked how it went and has not said so, also when nobody asks any more."""
    return plan is not None and said_of(outbound, plan).times > 0 and not _left(outbound, plan)


def _left(outbound: Outbound, plan: DevelopmentPlan) -> tuple[date, ...]:
    """Return the days that were not told yet."""
    until = said_of(outbound, plan).until
    return tuple(day for day in plan.days if until is None or day > until)


def was_asked_last(outbound: Outbound) -> bool:
    """Say whether the question about a plan came after any about a promise."""
    kinds = [key.partition(":")[0] for key in outbound.recent]
    return next((kind for kind in reversed(kinds) if kind in ("plan", "check")), "") == "plan"


def days_to_choose(
    plan: DevelopmentPlan, calendar: Calendar, zone: Zone | None, now: datetime, until: date | None
) -> tuple[date, ...]:
    """Return days to be reminded on: school days, no breaks, no quiet days, none chosen or told.

    The first are near and far; further ones lie behind the last that is still ahead.
    """
    here = local(now, zone)
    first = here.date() + timedelta(days=here.time() >= SAME_DAY_UNTIL)
    if until:
        first = max(first, until + timedelta(days=1))
    ahead = [day for day in plan.days if day >= first]
    start, steps = (ahead[-1], MORE_AHEAD) if ahead else (first, FIRST_AHEAD)
    furthest = here.date() + FURTHEST
    found: list[date] = []
    for days in steps:
        day = start + timedelta(days=days)
        if found and day <= found[-1]:
            if days > 1:
                continue
            day = found[-1] + timedelta(days=1)
        day = school_day(calendar, zone, day)
        if day <= furthest:
            found.append(day)
    return tuple(found)


def school_day(calendar: Calendar, zone: Zone | None, day: date) -> date:
    """Return a day, or the next one on which school is on."""
    hours = Hours(zone=zone, hour=time(12))
    return local(next_allowed(calendar, hours, moment_at(day, time(0), zone)).moment, zone).date()
