"""After the items: one strength, at most two steps to work on, and one line of intention."""

from dataclasses import replace

from bot.chat.answers.numbers import numbers_in
from bot.chat.family import Done, Shown
from bot.chat.guard import done, shown
from bot.chat.model import Button, Rows, Screen
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import (
    PART_PLACES,
    asked,
    find,
    go_on,
    is_reviewed,
    keep,
    repeated,
)
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.routes import Focusing, Item, OfPart, OfQuarter
from bot.chat.screens.evaluation.words import ahead_words, head, span_words, steps_words
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line
from bot.domain.evaluation.evaluation import FOCUS_MOST, Evaluation, Part, by_level
from bot.domain.person.person import Place
from bot.domain.programme.programme import Step

INTENTION_LENGTH = 200
"""The longest intention, in characters: one or two sentences."""


def show_strength(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for one strength; the steps judged highest stand first."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None:
        return gone(s)
    buttons = [
        _choice(s, step, data, chosen=step.slug == evaluation.strength)
        for step in by_level(evaluation, s.programme, best_first=True)
        for data in (to.EVALUATION_TAKE_STRENGTH(evaluation.quarter, step.slug),)
    ]
    question = s.say("evaluation-strength", span=span_words(s, evaluation))
    return Screen(
        f"{head(s, evaluation)}\n\n{question}",
        rows(*buttons) + _ways(s, evaluation, Part.STRENGTH, filled=bool(evaluation.strength)),
    )


def show_focus(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for at most two steps to work on; the steps judged lowest stand first."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None:
        return gone(s)
    buttons = []
    for step in by_level(evaluation, s.programme, best_first=False):
        chosen = step.slug in evaluation.focus
        data = to.EVALUATION_TOGGLE_FOCUS(evaluation.quarter, step.slug, "off" if chosen else "on")
        buttons.append(_choice(s, step, data, chosen=chosen))
    names = steps_words(s, evaluation.focus)
    text = s.say("evaluation-focus", most=FOCUS_MOST, ahead=ahead_words(s, evaluation))
    if names:
        text += "\n\n" + s.say("evaluation-focus-chosen", steps=names)
    confirm = s.button(
        "evaluation-focus",
        "confirm" if names else "none",
        to.EVALUATION_FOCUSED(evaluation.quarter),
    )
    return Screen(
        f"{head(s, evaluation)}\n\n{text}",
        rows(*buttons, (_back(s, evaluation, Part.FOCUS), confirm), s.menu_button()),
    )


def show_intention(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for one line of intention, to be typed."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None:
        return gone(s)
    text = s.say("evaluation-intention", ahead=ahead_words(s, evaluation))
    if evaluation.intention:
        text += "\n\n" + s.say("evaluation-intention-now", intention=evaluation.intention)
    return Screen(
        f"{head(s, evaluation)}\n\n{text}",
        _ways(s, evaluation, Part.INTENTION, filled=bool(evaluation.intention)),
    )


def _choice(s: TurnContext, step: Step, data: Place, *, chosen: bool) -> Button:
    name = "chosen" if chosen else "open"
    return s.button("evaluation-focus", name, data, number=step.number, label=step.label)


def _ways(s: TurnContext, evaluation: Evaluation, part: Part, *, filled: bool) -> Rows:
    """The way on without a change, the way back, and the way past the question."""
    leave = None
    if part in evaluation.answered and not is_reviewed(s, evaluation):
        leave = s.button("evaluation-item", "leave", to.EVALUATION_GO(evaluation.quarter))
    pass_by = s.button(
        "evaluation-item",
        "empty" if filled else "skip",
        to.EVALUATION_PASS(evaluation.quarter, part),
    )
    return rows(leave, (_back(s, evaluation, part), pass_by), s.menu_button())


def _back(s: TurnContext, evaluation: Evaluation, part: Part) -> Button:
    quarter = evaluation.quarter
    if is_reviewed(s, evaluation):
        return s.button("nav", "back", to.EVALUATION_EDIT(quarter))
    before = {Part.FOCUS: Part.STRENGTH, Part.INTENTION: Part.FOCUS}.get(part)
    if before is None:
        last = s.programme.steps[-1]
        return s.button("nav", "back", to.EVALUATION_ITEM(quarter, last.slug))
    return s.button("nav", "back", to.EVALUATION_PART(quarter, before))


def open_part(s: TurnContext, at: OfPart) -> Answer | None:
    """Go to a part that was answered, or to the open one."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None or at.part not in PART_PLACES:
        return None
    order = list(Part)
    if order.index(at.part) > order.index(evaluation.next_part(s.programme)):
        return None
    return s.go(PART_PLACES[at.part](evaluation.quarter))


def set_strength(s: TurnContext, at: Item) -> Answer | None:
    """Take the strength."""
    step = s.programme.step(at.step)
    if step is None:
        return None
    if evaluation := asked(s, at.quarter, Part.STRENGTH):
        return go_on(s, replace(evaluation, strength=step.slug).with_part(Part.STRENGTH))
    known = find(s.person, at.quarter)
    return repeated(s, known, is_same=known is not None and known.strength == step.slug)


def toggle_focus(s: TurnContext, at: Focusing) -> Answer | None:
    """Put a step in or out of the focus."""
    evaluation, step = asked(s, at.quarter, Part.FOCUS), s.programme.step(at.step)
    if evaluation is None or step is None:
        return None
    changed = evaluation.toggled(step.slug, chosen=at.wish == "on")
    here = to.EVALUATION_FOCUS(at.quarter)
    if len(changed.focus) > FOCUS_MOST:
        return s.go(here, note=s.say("evaluation-focus-most", most=FOCUS_MOST))
    return s.change(keep(s.person, changed)).go(here)


def confirm_focus(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go on with the chosen steps, or without any."""
    known = find(s.person, at.quarter)
    if known is None:
        return None
    if asked(s, known.quarter, Part.FOCUS):
        return go_on(s, known.with_part(Part.FOCUS))
    return repeated(s, known, is_same=Part.FOCUS in known.answered)


def pass_by(s: TurnContext, at: OfPart) -> Answer | None:
    """Go on without a strength or an intention."""
    part = at.part
    if part not in (Part.STRENGTH, Part.INTENTION):
        return None
    evaluation, known = asked(s, at.quarter, part), find(s.person, at.quarter)
    if evaluation is None:
        empty = known is not None and part in known.answered
        value = known and (known.strength if part is Part.STRENGTH else known.intention)
        return repeated(s, known, is_same=empty and value is None)
    if part is Part.STRENGTH:
        return go_on(s, replace(evaluation, strength=None).with_part(part))
    return go_on(s, replace(evaluation, intention=None).with_part(part))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed text as the intention; too much or nothing is asked for again."""
    at = to.EVALUATION_INTENTION.at(s.person.place)
    evaluation = find(s.person, at.quarter) if at else None
    if evaluation is None:
        return None
    line = clean_line(text)
    if not line:
        return s.stay(s.say("ask-empty"))
    if len(line) > INTENTION_LENGTH:
        return s.stay(s.say("ask-long", limit=INTENTION_LENGTH, length=len(line)))
    return go_on(s, replace(evaluation, intention=line).with_part(Part.INTENTION))


def typed_step(s: TurnContext, text: str) -> Answer | None:
    """Take typed numbers or short titles as taps on those steps; other words are not ours."""
    strength, focus = (
        to.EVALUATION_STRENGTH.at(s.person.place),
        to.EVALUATION_FOCUS.at(s.person.place),
    )
    at = strength or focus
    evaluation = find(s.person, at.quarter) if at else None
    if evaluation is None:
        return None
    steps, is_sure = _named_steps(s, text)
    is_strength = strength is not None
    most = 1 if is_strength else FOCUS_MOST
    if not steps and is_sure:
        return None
    if not is_sure or len(steps) > most:
        return s.stay(s.say("ask-choose"))
    if is_strength:
        return set_strength(s, Item(evaluation.quarter, steps[0].slug))
    if len(steps) > 1:
        return _two(s, evaluation.quarter, steps)
    is_off = steps[0].slug in evaluation.focus
    wish = Focusing(evaluation.quarter, steps[0].slug, "off" if is_off else "on")
    return toggle_focus(s, wish)


def _two(s: TurnContext, quarter: str, steps: list[Step]) -> Answer | None:
    """Choose several steps at once, those alone."""
    evaluation = asked(s, quarter, Part.FOCUS)
    if evaluation is None:
        return None
    chosen = replace(evaluation, focus=tuple(step.slug for step in steps))
    return s.change(keep(s.person, chosen)).go(to.EVALUATION_FOCUS(quarter))


def _named_steps(s: TurnContext, text: str) -> tuple[list[Step], bool]:
    """Return the steps a text names by number or short title, and whether that is beyond doubt."""
    wording, texts = s.world.wording, s.world.texts
    passed = texts.words("numbers", "chosen")
    said = " ".join(word for word in wording.bare(text) if word not in passed)
    for step in s.world.programme:
        label = " ".join(wording.spelt(step.label))
        if said and (said in (label, step.slug) or label.startswith(f"{said} ")):
            return [step], True
    line = " ".join(word for word in text.casefold().split() if word not in passed)
    numbers = numbers_in(texts, wording, line)
    found = [s.world.programme.numbered(number) for number in dict.fromkeys(numbers.named)]
    steps = [step for step in found if step is not None]
    return steps, len(steps) == len(found) and not numbers.doubtful


SHOWS: tuple[Shown, ...] = (
    shown(to.EVALUATION_STRENGTH, show_strength, otherwise=gone),
    shown(to.EVALUATION_FOCUS, show_focus, otherwise=gone),
    shown(to.EVALUATION_INTENTION, show_intention, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_PART, open_part),
    done(to.EVALUATION_TAKE_STRENGTH, set_strength),
    done(to.EVALUATION_TOGGLE_FOCUS, toggle_focus),
    done(to.EVALUATION_FOCUSED, confirm_focus),
    done(to.EVALUATION_PASS, pass_by),
)
