"""The messages the bot begins: one line, at most one quotation of her own words, and buttons.

Built when they are due; they are no places, because nobody stands on them.
"""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.chat.model import Rows, Screen
from bot.chat.screens.coaching.promise import check_back
from bot.chat.screens.coaching.routes import GO_ON
from bot.chat.screens.coaching.words import next_words, task_name
from bot.chat.screens.evaluation.words import quarter_words, steps_words
from bot.chat.screens.plan.went import asked_again, day_message
from bot.chat.screens.reminders import routes as to
from bot.chat.screens.reminders.evaluate_button import evaluate_button
from bot.chat.screens.reminders.quotation import plan_rests, quoted_by, rests
from bot.chat.screens.steps.routes import STEPS_PAGE
from bot.chat.turn_context import TurnContext, rows
from bot.chat.way_on import task_of_week, what_to_propose
from bot.chat.world import World
from bot.content.texts import Html
from bot.domain.calendar.calendar import Window
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.evaluation.evaluation import Evaluation, finished, previous
from bot.domain.history.entry import Tried, entries
from bot.domain.person.person import Person
from bot.domain.reminders.evaluation_reminder import EVALUATION_MOST, cycle_of
from bot.domain.reminders.outbound import Planned, Rhythm, Stage, Topic
from bot.domain.reminders.reminder import slows

VARIANTS = 3
"""Wordings of each message; they take turns, because a known text loses its effect."""


def message_screen(person: Person, planned: Planned, world: World, now: datetime) -> Screen:
    """Return the message that is due for a person, of those that need to know only her."""
    s = TurnContext(person=person, world=world, now=now)
    match planned.topic:
        case Topic.EVALUATION:
            assert planned.window  # noqa: S101 -- every message about an evaluation has one
            assert planned.stage  # noqa: S101 -- the same
            return _evaluation_message(s, planned, planned.window, planned.stage)
        case Topic.CHECK_BACK:
            return check_back(s)
        case Topic.PLAN:
            assert planned.plan  # noqa: S101 -- every message about a plan has one
            assert planned.day  # noqa: S101 -- the same
            return day_message(s, planned.plan, planned.day)
        case Topic.NUDGE:
            return _nudge(s, planned)
        case Topic.DIGEST:
            raise ValueError("a digest tells of others: sources/digest.py makes it")
        case _:
            assert_never(planned.topic)


def _variant(s: TurnContext, turn: int) -> int:
    """Return which wording to use: another one each turn, another one for each person."""
    return (turn + s.person.id) % VARIANTS


def _evaluation_message(s: TurnContext, planned: Planned, window: Window, stage: Stage) -> Screen:
    sent = len(cycle_of(s.person.outbound, window).sent)
    is_last = sent + 1 >= EVALUATION_MOST
    today = local(s.now, s.person.zone).date()
    text = s.world.texts.tell(
        "reminder",
        stage.value,
        variant=_variant(s, window.quarter.year + window.quarter.number + sent),
        address=s.address,
        first=s.world.texts.long_day(window.first),
        last=s.world.texts.own_day(
            window.last if today <= window.last else window.until, s.person.zone
        ),
        minutes=s.say("reminder-minutes", short="ya" if _may_be_short(s, window) else "tidak"),
    )
    if is_last:
        text += "\n" + s.say("reminder-last")
    begun = s.person.evaluating
    if begun and begun.quarter == str(window.quarter):
        left = begun.next_item(s.programme)
        text += "\n" + s.say("reminder-begun", items="ya" if left else "tidak")
    if target := _target(s, planned, window.quarter):
        text += "\n\n" + target
    return Screen(
        text,
        rows(
            evaluate_button(s.world.texts, s.person),
            *_later(s, window.quarter, is_last=is_last),
        ),
    )


def _may_be_short(s: TurnContext, window: Window) -> bool:
    """Say whether she may choose the short evaluation: with one to carry over, none begun."""
    before = previous(finished(s.person.evaluations), str(window.quarter))
    begun = s.person.evaluating
    return begun.is_short if begun else before is not None


def _later(s: TurnContext, quarter: Quarter, *, is_last: bool) -> Rows:
    """Return the choices of a later moment; the last message has none, for nothing would come."""
    skip = s.button("reminder", "skip", to.REMIND_SKIP(str(quarter)))
    if is_last:
        return ((skip,),)
    return (
        (
            s.button("reminder", "hour", to.REMIND_SNOOZE(str(quarter), "1jam")),
            s.button("reminder", "tomorrow", to.REMIND_SNOOZE(str(quarter), "besok")),
        ),
        (s.button("reminder", "week", to.REMIND_SNOOZE(str(quarter), "pekan")),),
        (skip,),
    )


def _target(s: TurnContext, planned: Planned, quarter: Quarter) -> str:
    """Return what she set out to do in the evaluation before, in her own words once a quarter.

    Other messages tell how often she has tried something since, or of her focus.
    """
    before = previous(s.person.evaluations, str(quarter))
    if before is None:
        return ""
    is_last = Quarter.parse(before.quarter) == quarter.shifted(-1)
    when, known = "lalu" if is_last else "lama", quarter_words(s, before.quarter)
    if quoted_by(s, planned):
        intention = before.intention or ""
        return s.say("reminder-target", before=when, quarter=known, intention=intention)
    if before.intention and (tried := _tried_since(s, before)):
        return s.say("reminder-tried", count=tried)
    if not before.focus:
        return ""
    steps = steps_words(s, before.focus)
    return s.say("reminder-focus", before=when, quarter=known, steps=steps)


def _tried_since(s: TurnContext, before: Evaluation) -> int:
    """Return how often she has tried something since an evaluation."""
    first = local(before.finished_at or before.begun_at, s.person.zone).date()
    told = (entry.told for entry in entries(s.person) if entry.day >= first)
    return sum(isinstance(one, Tried) and one.attempt.tried_on is not None for one in told)


def _nudge(s: TurnContext, planned: Planned) -> Screen:
    """Return a nudge; the one that makes the rhythm monthly says so, whatever it is about."""
    screen = _nudge_about(s, planned)
    if not slows(s.person.wishes, s.person.outbound):
        return screen
    often = s.button("nudge", "weekly", to.WISH_SET_RHYTHM(Rhythm.WEEKLY))
    text = screen.text + "\n\n" + s.say("nudge-slower")
    return replace(screen, text=text, rows=(*screen.rows[:1], (often,), *screen.rows[1:]))


def _nudge_about(s: TurnContext, planned: Planned) -> Screen:
    active = s.person.coaching.active
    if active and rests(s.person):
        return check_back(s, rests=True)
    if plan_rests(s.person) and (asked := asked_again(s)):
        return asked
    step = what_to_propose(s.person, s.world)
    task = task_of_week(s.person, step, s.now) if step else None
    if step is None or task is None:
        return Screen(s.say("menu-all-done"), rows(s.menu_button()))
    week = (local(s.now, s.person.zone).date().toordinal() - 1) // 7
    going = active if active and active.current else None
    text = s.say(
        "nudge-active" if going else "nudge",
        variant=_variant(s, week),
        address=s.address,
        number=step.number,
        label=step.label,
        task=task_name(s, going) if going else Html(task.title),
        minutes=task.minutes,
        following=next_words(s, going) if going else "",
    )
    newest = s.person.evaluations[-1] if s.person.evaluations else None
    if newest and step.slug in newest.focus:
        text += "\n\n" + _focused(s, planned)
    opens = GO_ON() if active else STEPS_PAGE(step.slug, step.task_page(s.person.level, task))
    onward = s.button("nudge", "go-on" if active else "open", opens)
    settings = s.button("reminder", "settings", to.REMIND_MAIN())
    return Screen(text, rows(onward, (s.button("nudge", "later", to.REMIND_LATER()), settings)))


def _focused(s: TurnContext, planned: Planned) -> str:
    """Return the reminder that she chose this step herself, in her own words once a quarter."""
    quoted = quoted_by(s, planned)
    if quoted and quoted.intention:
        return s.say("nudge-target", intention=quoted.intention)
    return s.say("nudge-focus")
