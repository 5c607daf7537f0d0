"""Choosing what to try: a task of the step, its small version, or one of her own in one line."""

from dataclasses import replace
from html import unescape

from bot.chat.answers.numbers import numbers_in
from bot.chat.answers.refused import refused_line
from bot.chat.answers.setting import setting_of
from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Button, Media, Screen
from bot.chat.routes import Route, button_to
from bot.chat.screens.coaching.begin import begin
from bot.chat.screens.coaching.routes import (
    ASIDE,
    DAYS,
    OTHER,
    OWN,
    SMALL,
    TASK,
    TASKS,
    TRY_TASK,
    OfTask,
    OfTry,
)
from bot.chat.screens.coaching.words import (
    cycle_of,
    kept,
    meant,
    onward,
    sent_at,
    step_of,
    step_open,
    this_try,
    typed_at,
)
from bot.chat.screens.evidence.sent_file import not_spoken
from bot.chat.screens.steps.routes import STEPS_STEP, OfStep
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import caption_of, clean_line
from bot.domain.coaching.attempt import Choice
from bot.domain.coaching.cycle import Cycle, chose, dropped
from bot.domain.programme.programme import Step, Task

OWN_LENGTH = 120
"""The longest task of her own, in characters: one line."""

NUMBER_WORDS = 2
"""Words with a meaning in a choice by number: "tugas 2"; more are about something else."""


def show_tasks(s: TurnContext, at: OfStep) -> Screen:
    """Draw the tasks of a step with their minutes."""
    step = step_of(s, at.step)
    if step is None or cycle_of(s, at.step) is None:
        return gone(s)
    setting = setting_of(s.world, s.person).value
    shorts = (one.minutes for task in step.tasks if (one := task.guide.small))
    text = s.say(
        "coach-tasks",
        number=step.number,
        label=step.label,
        setting=setting,
        longest=max(task.minutes for task in step.tasks),
        small=max(shorts, default=0),
    )
    return Screen(
        text,
        rows(
            *side_by_side([_whole(step, task) for task in step.tasks], 2),
            *(_small(s, step, task) for task in step.tasks),
            s.button("coach-tasks", "own", OWN(at.step)),
            (
                s.button("coach-tasks", "aside", ASIDE(at.step)),
                s.button("nav", "back", STEPS_STEP(at.step)),
                s.menu_button(),
            ),
        ),
    )


def _whole(step: Step, task: Task) -> Button:
    return button_to(unescape(task.title), TASK(step.slug, task.slug))


def _small(s: TurnContext, step: Step, task: Task) -> Button | None:
    there = TASK(step.slug, task.slug, 1)
    named = unescape(task.title)
    return s.button("coach-tasks", "small", there, title=named) if task.guide.small else None


def choose(s: TurnContext, at: OfTask) -> Answer | None:
    """Choose a task, or its small version."""
    cycle, step = cycle_of(s, at.step), step_of(s, at.step)
    if cycle is None or step is None or at.task not in {task.slug for task in step.tasks}:
        return None
    return _chosen(s, cycle, Choice(task=at.task, small=bool(at.small)))


def begin_with(s: TurnContext, at: OfTask) -> Answer | None:
    """Begin a step with this task; where another step is active, or a task is chosen, she goes on from there."""
    answer = begin(s, OfStep(at.step))
    if answer is None or not TASKS.at(answer.person.place):
        return answer
    return choose(s.change(answer.person), at) or answer


def _chosen(s: TurnContext, cycle: Cycle, choice: Choice) -> Answer:
    """Take a choice, unless the task under way has been carried out."""
    return over(s, this_try(cycle)) or onward(kept(s, chose(cycle, choice, s.now)))


def type_task(s: TurnContext, at: OfStep, text: str) -> Answer | None:
    """Take a typed number as the choice of that task, "2" or "nomor 2"; None for all else."""
    step, words = step_of(s, at.step), s.world.wording.bare(text)
    if step is None or not 1 <= len(words) <= NUMBER_WORDS:
        return None
    if words[:-1] and words[0] not in s.world.texts.words("coach-tasks", "numbered"):
        return None
    named = numbers_in(s.world.texts, s.world.wording, words[-1]).named
    if len(named) != 1 or not 1 <= named[0] <= len(step.tasks):
        return None
    return choose(s, OfTask(at.step, step.tasks[named[0] - 1].slug))


def show_own(s: TurnContext, at: OfStep) -> Screen:
    """Draw the question for her own task."""
    if cycle_of(s, at.step) is None:
        return gone(s)
    return Screen(
        s.say("coach-own"), rows((s.button("nav", "back", TASKS(at.step)), s.menu_button()))
    )


def type_own(s: TurnContext, at: OfStep, text: str) -> Answer | None:
    """Take a typed line as her own task."""
    cycle = cycle_of(s, at.step)
    if cycle is None:
        return None
    line = clean_line(text)
    if refusal := refused_line(s, line, OWN_LENGTH):
        return refusal
    return _chosen(s, cycle, Choice(own=line))


def say_own(s: TurnContext, at: OfStep, event: Media) -> Answer | None:
    """Take a voice note as her own task, with what is written below it."""
    cycle = cycle_of(s, at.step)
    if cycle is None:
        return None
    own = Choice(own=caption_of(event), voice=event.file)
    return not_spoken(s, event, OWN_LENGTH) or _chosen(s, cycle, own)


def other_task(s: TurnContext, at: OfTry) -> Answer | None:
    """Leave the task under way for another; what she wrote stays in the history."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None or over(s, at):
        return over(s, at)
    return replace(onward(kept(s, dropped(cycle, s.now))), toast=s.say("coach-left"))


def small_version(s: TurnContext, at: OfTry) -> Answer | None:
    """Make the task under way smaller; the day is asked anew."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return None
    if attempt.tried_on:
        return onward(s)
    smaller = chose(cycle, replace(attempt.choice, small=True), s.now)
    after = kept(s, smaller.changed(lambda one: one.unplanned()))
    return after.go(DAYS(at.step, at.number)) if attempt.promise else onward(after)


def over(s: TurnContext, at: OfTry) -> Answer | None:
    """Lead to where she is now, once: the button is of a plan she has carried out. None before that."""
    attempt = meant(s, at)
    return onward(s, note=s.say("note-old-button")) if attempt and attempt.tried_on else None


def plan_open(route: Route[..., OfTry]) -> Done:
    """Return the button that goes to a place of the plan, until that is carried out."""

    def opened(s: TurnContext, at: OfTry) -> Answer | None:
        there = s.go(route(at.step, at.number)) if meant(s, at) else None
        return over(s, at) or there

    return done(route, opened)


def gone(s: TurnContext) -> Screen:
    """Draw what is said where a cycle is no longer under way."""
    return Screen(s.say("coach-gone"), rows(s.menu_button()))


SHOWS: tuple[ShownPlace, ...] = (
    shown(TASKS, show_tasks),
    shown(OWN, show_own),
)
VERBS: tuple[Done, ...] = (
    step_open(TASKS),
    done(TASK, choose),
    done(TRY_TASK, begin_with),
    step_open(OWN),
    done(OTHER, other_task),
    done(SMALL, small_version),
)
TYPED: tuple[TypedAnswer, ...] = (typed_at(OWN, type_own), typed_at(TASKS, type_task))
SENT: tuple[Taken, ...] = (sent_at(OWN, say_own),)
