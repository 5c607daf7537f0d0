"""What the screens of a cycle share: which try is meant, what it is called, where it goes on.

Must not change a cycle.
"""

from collections.abc import Callable
from dataclasses import astuple, replace
from datetime import date
from html import escape
from typing import TypeVar

from bot.chat.family import Done, Taken, TypedAnswer
from bot.chat.guard import done
from bot.chat.model import Media, MediaKind, Typed
from bot.chat.routes import Route
from bot.chat.screens.coaching.routes import (
    AGAIN,
    AIDS,
    DAYS,
    DONE,
    GATE,
    GROUP,
    LEVEL,
    LOOKS,
    MODEL,
    PRIVATE,
    PROOF,
    PUPILS,
    REFLECT,
    REHEARSE,
    SUMMARY,
    TASKS,
    WAIT,
    WORDS,
    OfTry,
)
from bot.chat.screens.steps.routes import STEPS_LIST, OfStep
from bot.chat.turn_context import Answer, TurnContext
from bot.content.texts import Html
from bot.domain.calendar.quarter import local
from bot.domain.coaching.attempt import Act, Attempt
from bot.domain.coaching.coaching import with_active
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.promise import Promise, PromisePart
from bot.domain.person.person import Person, Place
from bot.domain.programme.guide import NO_GUIDE, Guide
from bot.domain.programme.programme import Step, StepSlug, Task

A = TypeVar("A")


def cycle_of(s: TurnContext, step: StepSlug) -> Cycle | None:
    """Return the active cycle if it is of this step."""
    active = s.person.coaching.active
    return active if active and active.step == step else None


def meant(s: TurnContext, at: OfTry) -> Attempt | None:
    """Return the try under way if it is the one meant; None for a button of an earlier one."""
    cycle = cycle_of(s, at.step)
    current = cycle.current if cycle else None
    return current if current and (current.number or 0) == at.number else None


def this_try(cycle: Cycle) -> OfTry:
    """Return the try under way as routes carry it."""
    number = cycle.current.number if cycle.current else None
    return OfTry(cycle.step, number or 0)


def kept(s: TurnContext, cycle: Cycle) -> TurnContext:
    """Return the situation with the active cycle changed."""
    coaching = with_active(s.person.coaching, cycle)
    return s.change(replace(s.person, coaching=coaching))


def onward(s: TurnContext, note: str | None = None) -> Answer:
    """Answer by going where the active cycle goes on; without one to the steps."""
    active = s.person.coaching.active
    return s.go(place_of(active) if active else STEPS_LIST(), note=note)


def signed(s: TurnContext, answer: Answer, note: str | None = None) -> Answer:
    """Return an answer that keeps her words, with the sign of it; the summary shows them itself."""
    if SUMMARY.at(answer.person.place):
        return replace(answer, note=note)
    return s.keeping(answer, note)


_OF_STEP = {Act.TASK: TASKS, Act.LEVEL: LEVEL, Act.SUMMARY: SUMMARY, Act.CLOSED: DONE}
_OF_TRY = {
    Act.MODEL: MODEL,
    Act.TRY: WAIT,
    Act.PUPILS: PUPILS,
    Act.EVIDENCE: PROOF,
    Act.AGAIN: AGAIN,
}


def place_of(cycle: Cycle) -> Place:
    """Return the place of a cycle's next act."""
    act, at, current = cycle.next_act, this_try(cycle), cycle.current
    if current and current.hinted:
        return PRIVATE(at.step, at.number)
    if route := _OF_STEP.get(act):
        return route(at.step)
    if current and act is Act.REHEARSAL:
        return (LOOKS if current.rehearsal else REHEARSE)(at.step, at.number)
    if current and act is Act.PLAN:
        return planning(at, current.promise)
    if current and act is Act.EVIDENCE and current.waiting:
        return GATE(at.step, at.number)
    if current and act is Act.REFLECTION:
        return REFLECT(at.step, at.number, len(current.reflections))
    return _OF_TRY[act](at.step, at.number)


def planning(at: OfTry, promise: Promise | None) -> Place:
    """Return the place of a promise's next question."""
    match promise.next_part if promise else PromisePart.DAY:
        case PromisePart.GROUP:
            return GROUP(at.step, at.number)
        case PromisePart.WORDS:
            return WORDS(at.step, at.number)
        case PromisePart.AIDS:
            return AIDS(at.step, at.number)
        case PromisePart.DAY:
            return DAYS(at.step, at.number)
        case None:
            return WAIT(at.step, at.number)


def where(person: Person) -> Place | None:
    """Return the place at which her active step goes on; None without one."""
    active = person.coaching.active
    return place_of(active) if active else None


def step_of(s: TurnContext, slug: StepSlug) -> Step | None:
    """Return a step in the words for her."""
    return s.programme.step(slug)


def task_of(s: TurnContext, cycle: Cycle) -> Task | None:
    """Return the task of the try under way; None for one of her own."""
    step = step_of(s, cycle.step)
    choice = cycle.current.choice if cycle.current else None
    if step is None or choice is None:
        return None
    return next((task for task in step.tasks if task.slug == choice.task), None)


def guide_of(s: TurnContext, cycle: Cycle) -> Guide:
    """Return what accompanies the task under way."""
    task = task_of(s, cycle)
    return task.guide if task else NO_GUIDE


def task_name(s: TurnContext, cycle: Cycle) -> Html:
    """Return how the task under way is called: its title, or her own line."""
    task = task_of(s, cycle)
    choice = cycle.current.choice if cycle.current else None
    if task is None:
        own = choice.own if choice else ""
        return Html(escape(own or s.say("coach-own-voice"), quote=False))
    name = Html(task.title)
    return Html(s.say("coach-small-name", name=name)) if choice and choice.small else name


def head(s: TurnContext, cycle: Cycle) -> Html:
    """Return the line that says which step and task a screen is about."""
    step = step_of(s, cycle.step)
    number = step.number if step else 0
    return Html(s.say("coach-head", number=number, task=task_name(s, cycle)))


def next_words(s: TurnContext, cycle: Cycle) -> str:
    """Return what a cycle asks for next, in a few words."""
    promise = cycle.current.open_promise if cycle.current else None
    is_ahead = promise is not None and promise.day >= today(s)
    day = s.world.texts.long_day(promise.day) if promise and is_ahead else "kapan saja"
    return s.say("coach-following", act=cycle.next_act.value, day=day)


def today(s: TurnContext) -> date:
    """Return today by her own clock."""
    return local(s.now, s.person.zone).date()


def brief_day(s: TurnContext, day: date) -> str:
    """Return a day as a button names it: "hari ini", "besok", or its weekday and date."""
    ahead = (day - today(s)).days
    near = {0: "hari-ini", 1: "besok"}.get(ahead)
    return s.world.texts.pick("coach-near", near) if near else s.world.texts.near_day(day)


def promise_said(s: TurnContext, cycle: Cycle) -> Html:
    """Return her promise in one sentence, in her own words."""
    promise = cycle.current.promise if cycle.current else None
    if promise is None:
        return Html("")
    group, where = promise.group or "", "suara" if promise.group_voice else "tanpa"
    said = s.say(
        "coach-promise",
        day=s.world.texts.own_day(promise.day, s.person.zone),
        task=task_name(s, cycle),
        where="kelas" if group else where,
        group=group,
        how="jika" if promise.words else ("suara" if promise.voice else "tanpa"),
        words=promise.words or "",
    )
    return Html(said)


def praise(s: TurnContext, cycle: Cycle, attempt: Attempt) -> Html:
    """Return what she did in a try, in one sentence, and what pupils showed."""
    day = s.world.texts.long_day(attempt.tried_on) if attempt.tried_on else ""
    promise = attempt.promise
    group = promise.group if promise and promise.group else ""
    where = "suara" if promise and promise.group_voice else "tanpa"
    name = task_name(s, replace(cycle, closed_at=None, attempts=(replace(attempt, left_at=None),)))
    text = s.say(
        "coach-praise",
        task=name,
        day=day,
        where="kelas" if group else where,
        group=group,
        how="suara" if promise and promise.voice else "tanpa",
    )
    if attempt.showed and attempt.showed.words:
        words = attempt.showed.words.rstrip(" .")
        text += " " + s.say("coach-praise-pupils", words=words, how="teks")
    elif attempt.showed and attempt.showed.voice:
        text += " " + s.say("coach-praise-pupils", words="", how="suara")
    return Html(text)


def step_open(route: Route[[StepSlug], OfStep]) -> Done:
    """Return the button that goes to a place of the active step."""

    def opened(s: TurnContext, at: OfStep) -> Answer | None:
        return s.go(route(at.step)) if cycle_of(s, at.step) else None

    return done(route, opened)


def try_open(route: Route[..., A]) -> Done:
    """Return the button that goes to a place of the try under way."""

    def opened(s: TurnContext, at: A) -> Answer | None:
        step, number, *rest = astuple(at)  # type: ignore[call-overload] # what routes carry is a dataclass
        return s.go(route(step, number, *rest)) if meant(s, OfTry(step, number)) else None

    return done(route, opened)


def typed_at(
    route: Route[..., A], take: Callable[[TurnContext, A, str], Answer | None]
) -> TypedAnswer:
    """Return what takes typed words at a place."""

    def typed(s: TurnContext, text: str) -> Answer | None:
        at = route.at(s.person.place)
        return None if at is None else take(s, at, text)

    return typed


def taking(answers: tuple[TypedAnswer, ...]) -> TypedAnswer:
    """Return what takes words by the first of these whose place is open."""

    def taken(s: TurnContext, text: str) -> Answer | None:
        found = (answer(s, text) for answer in answers)
        return next((answer for answer in found if answer is not None), None)

    return taken


def skip_at(
    route: Route[..., A], act: Callable[[TurnContext, A], Answer | None]
) -> Callable[[TurnContext], Answer | None]:
    """Return what passes the question of a place by."""

    def skip(s: TurnContext) -> Answer | None:
        at = route.at(s.person.place)
        return None if at is None else act(s, at)

    return skip


def sent_at(route: Route[..., A], take: Callable[[TurnContext, A, Media], Answer | None]) -> Taken:
    """Return what takes a file or a voice note at a place; a sticker only where evidence is asked for."""

    def sent(s: TurnContext, event: Typed | Media) -> Answer | None:
        if (at := route.at(s.person.place)) is None or not isinstance(event, Media):
            return None
        is_proof = event.kind is not MediaKind.STICKER or route.name in (PROOF.name, GATE.name)
        return take(s, at, event) if is_proof else None

    return sent
