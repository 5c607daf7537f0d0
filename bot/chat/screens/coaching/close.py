"""The end of a cycle: her own level, a summary to correct, and what stays of it.

Praise is made of what she did and of nothing else.
"""

from dataclasses import replace
from itertools import pairwise

from bot.chat.button import Style
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.screens.coaching.begin import begin
from bot.chat.screens.coaching.choose import gone
from bot.chat.screens.coaching.promise import hear_button, voice_words
from bot.chat.screens.coaching.routes import (
    BEGIN,
    CHOSEN_LEVEL,
    CLOSE,
    DAYS,
    DONE,
    HABIT,
    IS_HABIT,
    LEVEL,
    PROOF,
    PUPILS,
    REFLECT,
    REHEARSE,
    SUMMARY,
    Nth,
)
from bot.chat.screens.coaching.words import (
    cycle_of,
    head,
    kept,
    onward,
    praise,
    step_of,
    step_open,
    this_try,
)
from bot.chat.screens.portfolio.routes import COPY_CYCLE
from bot.chat.screens.steps.routes import STEPS_LIST, STEPS_STEP, OfStep
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.coaching.attempt import QUESTIONS, Attempt
from bot.domain.coaching.coaching import finished
from bot.domain.coaching.cycle import Cycle, ending
from bot.domain.coaching.progress import Status, mark, status_of, suggestion
from bot.domain.evaluation.evaluation import LEVELS

PROVEN_FROM = 3
"""From this level on an example of evidence stands beside the statement."""


def show_level(s: TurnContext, at: OfStep) -> Screen:
    """Ask where she sees herself, by the statements of the step's rubric."""
    cycle, step = cycle_of(s, at.step), step_of(s, at.step)
    if cycle is None or step is None:
        return gone(s)
    lines = []
    for level, words in zip(LEVELS, step.rubric, strict=True):
        lines.append(s.say("evaluation-level", level=level, statement=Html(words.statement)))
        if level >= PROVEN_FROM and words.proof:
            lines.append(s.say("coach-level-proof", proof=Html(words.proof)))
    number = this_try(cycle).number
    buttons = tuple(
        s.button(
            "evaluation-item",
            "chosen" if cycle.level == level else "open",
            CHOSEN_LEVEL(at.step, number, level),
            level=level,
        )
        for level in LEVELS
    )
    text = "\n".join((s.say("coach-level", number=step.number, label=step.label), *lines))
    return Screen(text, rows(buttons, s.menu_button()))


def choose_level(s: TurnContext, at: Nth) -> Answer | None:
    """Take her level; the summary comes next."""
    cycle = cycle_of(s, at.step)
    if cycle is None or at.nth not in LEVELS or at.number != this_try(cycle).number:
        return None
    return onward(kept(s, replace(cycle, level=at.nth)))


def show_summary(s: TurnContext, at: OfStep) -> Screen:
    """Draw what she wrote in this cycle, each answer with the way to change it."""
    cycle = cycle_of(s, at.step)
    attempt = cycle.current if cycle else None
    if cycle is None or attempt is None:
        return gone(s)
    before = [
        s.say("coach-summary-before", praise=praise(s, cycle, one))
        for one in cycle.tried
        if one is not attempt
    ]
    said = answers(s, cycle, attempt)
    text = "\n".join((s.say("coach-summary", head=head(s, cycle)), *before, *said))
    change = tuple(_change_buttons(s, cycle))
    pairs = tuple(tuple(pair) for pair in pairwise((*change, None)))[::2]
    return Screen(
        text,
        rows(
            s.button("coach-summary", "close", CLOSE(at.step)),
            *(tuple(one for one in pair if one) for pair in pairs),
            hear_button(s, this_try(cycle), attempt),
            s.menu_button(),
        ),
    )


def answers(s: TurnContext, cycle: Cycle, attempt: Attempt) -> tuple[str, ...]:
    """Return what she wrote in a try, a line each; nothing for what she passed by."""
    promise, showed, rehearsal = attempt.promise, attempt.showed, attempt.rehearsal
    said: list[tuple[str, str]] = []
    if rehearsal and not rehearsal.is_skipped:
        said.append(("latihan", rehearsal.words or voice_words(s, rehearsal.voice)))
    if promise:
        said.append(("hari", s.world.texts.long_day(attempt.tried_on or promise.day)))
        said += _spoken(s, "kelas", promise.group or "", promise.group_voice)
        said += _spoken(s, "jika", promise.words or "", promise.voice)
    if showed:
        said += _spoken(s, "murid", showed.words, showed.voice)
    if attempt.evidence:
        said.append(("bukti", s.say("coach-pieces", count=len(attempt.evidence))))
    said += [
        ("refleksi", one.words or voice_words(s, one.voice))
        for one in attempt.reflections
        if not one.is_skipped
    ]
    if cycle.level:
        said.append(("tingkat", str(cycle.level)))
    texts = s.world.texts
    return tuple(
        s.say("coach-answer", name=texts.pick("coach-name", name), words=words)
        for name, words in said
    )


def _spoken(s: TurnContext, name: str, words: str, voice: str) -> list[tuple[str, str]]:
    """Return an answer as it is told, nothing for one that was passed by."""
    told = words or (voice_words(s, voice) if voice else "")
    return [(name, told)] if told else []


def _change_buttons(s: TurnContext, cycle: Cycle) -> list[Button]:
    at = this_try(cycle)
    places = {
        "latihan": REHEARSE(at.step, at.number),
        "hari": DAYS(at.step, at.number),
        "murid": PUPILS(at.step, at.number),
        "bukti": PROOF(at.step, at.number),
        **{f"refleksi-{n + 1}": REFLECT(at.step, at.number, n) for n in range(QUESTIONS)},
        "tingkat": LEVEL(cycle.step),
    }
    if cycle.current and cycle.current.tried_on:
        del places["hari"]  # it has taken place
    return [s.button("coach-change", name, place) for name, place in places.items()]


def close(s: TurnContext, at: OfStep) -> Answer | None:
    """Close the cycle and mark the step as done."""
    cycle = cycle_of(s, at.step)
    if cycle is None or not cycle.tried:
        return None
    return _closed(s, at, level=cycle.level, habit=False)


def _closed(s: TurnContext, at: OfStep, *, level: int | None, habit: bool) -> Answer:
    coaching = finished(s.person.coaching, at.step, s.now, level=level, habit=habit)
    progress = mark(s.person.progress, at.step, Status.DONE, s.now)
    bookmark = s.person.bookmark
    if bookmark and bookmark.step == at.step:
        bookmark = None
    person = replace(s.person, coaching=coaching, progress=progress, bookmark=bookmark)
    return s.change(person).go("coach.done", at.step)


def show_done(s: TurnContext, at: OfStep) -> Screen:
    """Draw what stays of the cycle closed last, and the next step with its reason."""
    step = step_of(s, at.step)
    closed = [one for one in s.person.coaching.history if one.step == at.step]
    if step is None or not closed:
        return gone(s)
    cycle = closed[-1]
    said = [praise(s, cycle, one) for one in cycle.tried]
    text = s.say(
        "coach-done",
        number=step.number,
        label=step.label,
        praise=Html("\n".join(said) if said else s.say("coach-usual-noted")),
    )
    following = suggestion(s.person.progress, s.programme, s.person.focus)
    onward_button = None
    if following and following.slug != at.step:
        reason = "fokus" if following.slug in s.person.focus else "urut"
        text += "\n\n" + s.say(
            "coach-next", number=following.number, label=following.label, reason=reason
        )
        following_step = STEPS_STEP(following.slug)
        button = s.button("done", "next", following_step, number=following.number)
        onward_button = replace(button, style=Style.PRIMARY)
    return Screen(
        text,
        rows(
            onward_button,
            replace(s.button("coach-done", "repeat", BEGIN(at.step)), style=None),
            s.button("copying", "open", COPY_CYCLE(at.step, cycle.begun_at)),
            (s.button("step", "list", STEPS_LIST()), s.menu_button()),
        ),
    )


def ask_habit(s: TurnContext, at: OfStep) -> Answer | None:
    """Ask whether a step is closed without a try; one with a try is summed up instead."""
    if step_of(s, at.step) is None:
        return None
    return _tried_already(s, at) or s.go(HABIT(at.step))


def _tried_already(s: TurnContext, at: OfStep) -> Answer | None:
    """Return the way on with a step that was tried: it is summed up, also after it was put off."""
    cycle = s.person.coaching.open_cycle(at.step)
    if cycle is None or not cycle.tried:
        return None
    if cycle_of(s, at.step) is None:
        return begin(s, at)
    ended = kept(s, ending(cycle, s.now))
    return ended.go((LEVEL if cycle.level is None else SUMMARY)(at.step))


def show_habit(s: TurnContext, at: OfStep) -> Screen:
    """Draw that question."""
    step = step_of(s, at.step)
    if step is None:
        return gone(s)
    return Screen(
        s.say("coach-habit", number=step.number, label=step.label),
        rows(
            s.button("coach-habit", "yes", IS_HABIT(at.step)),
            s.button("coach-habit", "try", BEGIN(at.step)),
            (s.button("nav", "back", STEPS_STEP(at.step)), s.menu_button()),
        ),
    )


def is_habit(s: TurnContext, at: OfStep) -> Answer | None:
    """Close a step as something she does anyway; the history says so."""
    if step_of(s, at.step) is None:
        return None
    if (answer := _tried_already(s, at)) is not None:
        return answer
    is_open = s.person.coaching.open_cycle(at.step) is not None
    if status_of(s.person.progress, at.step) is Status.DONE and not is_open:
        return s.go(DONE(at.step))
    return _closed(s, at, level=None, habit=True)


SHOWS: tuple[ShownPlace, ...] = (
    shown(LEVEL, show_level),
    shown(SUMMARY, show_summary),
    shown(DONE, show_done),
    shown(HABIT, show_habit),
)
VERBS: tuple[Done, ...] = (
    step_open(LEVEL),
    done(CHOSEN_LEVEL, choose_level),
    step_open(SUMMARY),
    done(CLOSE, close),
    done(HABIT, ask_habit),
    done(IS_HABIT, is_habit),
)
