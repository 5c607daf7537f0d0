"""The message on a day of her plan, the question how it went, and its answers. Never blames."""

from dataclasses import replace
from datetime import date

from bot.chat.answers.refused import refused_line
from bot.chat.family import TABLE, Asks, Done, ShownPlace, Taken
from bot.chat.guard import done, shown
from bot.chat.model import Button, Media, Screen, Typed
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.routes import Going, OfQuarter
from bot.chat.screens.plan.days import open_days
from bot.chat.screens.plan.words import asks_now, today
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line
from bot.chat.typed.same import is_one_of
from bot.domain.evaluation.development_plan import (
    DevelopmentPlan,
    open_plan,
    plan_of,
    with_plan,
)
from bot.domain.evaluation.evaluation import IntentionOutcome
from bot.domain.reminders.plan_reminder import is_asked, waits_for_answer, was_asked_last

WENT_LENGTH = 200
"""The longest line about it, in characters: one or two sentences."""


def day_message(s: TurnContext, plan: DevelopmentPlan, day: date) -> Screen:
    """Draw the one message of a day: what she planned, and on the last day how it went."""
    asks = is_asked(plan, day)
    lines = [_planned_words(s, plan, day)]
    if asks:
        lines.append(s.say("plan-asked"))
        return Screen("\n\n".join(lines), rows(_answers(s, plan), _move(s, plan)))
    opens = s.button("plan-went", "open", to.EVALUATION_PLAN(plan.quarter))
    return Screen("\n\n".join(lines), rows((opens, _move(s, plan))))


def asked_again(s: TurnContext) -> Screen | None:
    """Draw the question for the last time, as it takes the place of a nudge; None without a plan."""
    plan = open_plan(s.person.plans)
    if plan is None:
        return None
    lines = (_planned_words(s, plan, plan.days[-1]), s.say("plan-asked"), s.say("plan-rests"))
    return Screen("\n\n".join(lines), rows(_answers(s, plan), _move(s, plan)))


def _planned_words(s: TurnContext, plan: DevelopmentPlan, day: date) -> str:
    return s.say(
        "plan-today",
        when="kini" if day == today(s) else "lalu",
        address=s.address,
        day=s.world.texts.near_day(day),
        act=plan.act,
    )


def _answers(s: TurnContext, plan: DevelopmentPlan) -> tuple[Button, ...]:
    return (
        s.button("plan-went", "done", to.EVALUATION_WENT(plan.quarter, IntentionOutcome.DONE)),
        s.button("plan-went", "not", to.EVALUATION_WENT(plan.quarter, IntentionOutcome.NOT)),
    )


def _move(s: TurnContext, plan: DevelopmentPlan) -> Button:
    return s.button("plan-went", "move", to.EVALUATION_DAYS(plan.quarter))


def question(s: TurnContext) -> tuple[str, tuple[Button, ...]] | None:
    """Return the question with its buttons for a screen she opens herself; None where none is due."""
    plan = asks_now(s)
    if plan is None:
        return None
    text = f"{_planned_words(s, plan, plan.days[-1])}\n\n{s.say('plan-asked')}"
    return text, (*_answers(s, plan), _move(s, plan))


def take(s: TurnContext, at: Going) -> Answer | None:
    """Keep how it went. What was not done may have another day; it never counts against her."""
    plan = plan_of(s.person.plans, at.quarter)
    if plan is None or not plan.says_something or at.outcome is IntentionOutcome.PASSED:
        return None
    ended = plan.ended(at.outcome)
    after = s.change(replace(s.person, plans=with_plan(s.person.plans, ended)))
    if at.outcome is IntentionOutcome.NOT:
        return after.go(to.EVALUATION_DAYS(at.quarter), note=s.say("plan-not-yet"))
    return after.go(to.EVALUATION_WENT_HOW(at.quarter))


def show_how(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for one line about it."""
    plan = plan_of(s.person.plans, at.quarter)
    if plan is None or plan.went is None:
        return gone(s)
    text = s.world.texts.tell("plan-how", plan.went)
    if plan.went_words:
        text += "\n\n" + s.say("plan-now", words=plan.went_words)
    skip_it = s.button("evaluation-item", "skip", to.EVALUATION_NO_WENT(at.quarter))
    return Screen(text, rows((skip_it, s.menu_button())))


def no_how(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go on without a line."""
    if plan_of(s.person.plans, at.quarter) is None:
        return None
    return s.go(to.EVALUATION_PLAN(at.quarter), note=s.say("evaluation-became-kept"))


def typed_how(s: TurnContext, text: str) -> Answer | None:
    """Take typed words as the line; too much or nothing is asked for again."""
    at = to.EVALUATION_WENT_HOW.at(s.person.place)
    plan = plan_of(s.person.plans, at.quarter) if at else None
    if at is None or plan is None or plan.went is None:
        return None
    after = with_line(s, plan, text)
    return after if isinstance(after, Answer) else no_how(after, at)


def with_line(s: TurnContext, plan: DevelopmentPlan, text: str) -> TurnContext | Answer:
    """Return her with the line of how a plan went, or what asks for it again."""
    line = clean_line(text)
    if refusal := refused_line(s, line, WENT_LENGTH):
        return refusal
    told = replace(plan, went_words=line)
    return s.change(replace(s.person, plans=with_plan(s.person.plans, told)))


def skip(s: TurnContext) -> Answer | None:
    """Pass the line by."""
    at = to.EVALUATION_WENT_HOW.at(s.person.place)
    return no_how(s, at) if at else None


def said(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take "sudah", "belum" or "ubah tanggal" as a tap where she was asked how her plan went."""
    plan, outbound = open_plan(s.person.plans), s.person.outbound
    if plan is None or not isinstance(event, Typed) or event.replies_to:
        return None
    is_asked_here = s.person.place == to.EVALUATION_PLAN(plan.quarter) and asks_now(s)
    was_asked = waits_for_answer(outbound, plan) and was_asked_last(outbound)
    if TABLE.asks(s.person.place) & Asks.WAITS or not (is_asked_here or was_asked):
        return None
    texts = s.world.texts
    for outcome in (IntentionOutcome.DONE, IntentionOutcome.PARTLY, IntentionOutcome.NOT):
        if is_one_of(s, event.text, texts.words("became-said", outcome)):
            return take(s, Going(plan.quarter, outcome))
    moves = is_one_of(s, event.text, texts.words("plan-went", "move-words"))
    return open_days(s, OfQuarter(plan.quarter)) if moves else None


SHOWS: tuple[ShownPlace, ...] = (shown(to.EVALUATION_WENT_HOW, show_how, otherwise=gone),)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_WENT, take),
    done(to.EVALUATION_NO_WENT, no_how),
)
SENT: tuple[Taken, ...] = (said,)
