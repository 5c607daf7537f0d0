"""After the items: one strength, at most two steps to work on, and one line of intention."""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.answers.numbers import numbers_in
from bot.chat.model import Button, Rows, Screen
from bot.chat.screens.evaluation.course import (
    PART_SCREENS,
    asked,
    find,
    go_on,
    is_reviewed,
    keep,
    repeated,
)
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.words import ahead_words, head, span_words, steps_words
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.chat.typed.line import clean_line
from bot.domain.evaluation.evaluation import FOCUS_MOST, Evaluation, Part, by_level
from bot.domain.programme.programme import Step

INTENTION_LENGTH = 200
"""The longest intention, in characters: one or two sentences."""


def show_strength(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask for one strength; the steps judged highest stand first."""
    evaluation = _evaluation(s, args)
    if evaluation is None:
        return gone(s)
    buttons = [
        _choice(s, step, data, chosen=step.slug == evaluation.strength)
        for step in by_level(evaluation, s.programme, best_first=True)
        for data in (f"evaluation:strength:{evaluation.quarter}:{step.slug}",)
    ]
    question = s.say("evaluation-strength", span=span_words(s, evaluation))
    return Screen(
        f"{head(s, evaluation)}\n\n{question}",
        rows(*buttons) + _ways(s, evaluation, Part.STRENGTH, filled=bool(evaluation.strength)),
    )


def show_focus(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask for at most two steps to work on; the steps judged lowest stand first."""
    evaluation = _evaluation(s, args)
    if evaluation is None:
        return gone(s)
    buttons = []
    for step in by_level(evaluation, s.programme, best_first=False):
        chosen = step.slug in evaluation.focus
        wish = "off" if chosen else "on"
        data = f"evaluation:focus:{evaluation.quarter}:{step.slug}:{wish}"
        buttons.append(_choice(s, step, data, chosen=chosen))
    names = steps_words(s, evaluation.focus)
    text = s.say("evaluation-focus", most=FOCUS_MOST, ahead=ahead_words(s, evaluation))
    if names:
        text += "\n\n" + s.say("evaluation-focus-chosen", steps=names)
    confirm = s.button(
        "evaluation-focus",
        "confirm" if names else "none",
        f"evaluation:focused:{evaluation.quarter}",
    )
    return Screen(
        f"{head(s, evaluation)}\n\n{text}",
        rows(*buttons, (_back(s, evaluation, Part.FOCUS), confirm), s.menu_button()),
    )


def show_intention(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask for one line of intention, to be typed."""
    evaluation = _evaluation(s, args)
    if evaluation is None:
        return gone(s)
    text = s.say("evaluation-intention", ahead=ahead_words(s, evaluation))
    if evaluation.intention:
        text += "\n\n" + s.say("evaluation-intention-now", intention=evaluation.intention)
    return Screen(
        f"{head(s, evaluation)}\n\n{text}",
        _ways(s, evaluation, Part.INTENTION, filled=bool(evaluation.intention)),
    )


def _choice(s: TurnContext, step: Step, data: str, *, chosen: bool) -> Button:
    name = "chosen" if chosen else "open"
    return s.button("evaluation-focus", name, data, number=step.number, label=step.label)


def _evaluation(s: TurnContext, args: tuple[str, ...]) -> Evaluation | None:
    return find(s.person, args[0]) if args else None


def _ways(s: TurnContext, evaluation: Evaluation, part: Part, *, filled: bool) -> Rows:
    """The way on without a change, the way back, and the way past the question."""
    leave = None
    if part in evaluation.answered and not is_reviewed(s, evaluation):
        leave = s.button("evaluation-item", "leave", f"evaluation:go:{evaluation.quarter}")
    pass_by = s.button(
        "evaluation-item",
        "empty" if filled else "skip",
        f"evaluation:pass:{evaluation.quarter}:{part}",
    )
    return rows(leave, (_back(s, evaluation, part), pass_by), s.menu_button())


def _back(s: TurnContext, evaluation: Evaluation, part: Part) -> Button:
    quarter = evaluation.quarter
    if is_reviewed(s, evaluation):
        return s.button("nav", "back", f"evaluation:edit:{quarter}")
    before = {Part.FOCUS: Part.STRENGTH, Part.INTENTION: Part.FOCUS}.get(part)
    if before is None:
        last = s.programme.steps[-1]
        return s.button("nav", "back", f"evaluation:item:{quarter}:{last.slug}")
    return s.button("nav", "back", f"evaluation:part:{quarter}:{before}")


def open_part(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go to a part that was answered, or to the open one; args are quarter and part."""
    evaluation = _evaluation(s, args)
    if evaluation is None or len(args) != 2 or args[1] not in PART_SCREENS:  # noqa: PLR2004 -- quarter, part
        return None
    part = Part(args[1])
    order = list(Part)
    if order.index(part) > order.index(evaluation.next_part(s.programme)):
        return None
    return s.go(PART_SCREENS[part], evaluation.quarter)


def set_strength(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take the strength; args are quarter and slug."""
    step = s.programme.step(args[1]) if len(args) == 2 else None  # noqa: PLR2004 -- quarter, slug
    if step is None:
        return None
    if evaluation := asked(s, args[0], Part.STRENGTH):
        return go_on(s, replace(evaluation, strength=step.slug).with_part(Part.STRENGTH))
    known = find(s.person, args[0])
    return repeated(s, known, is_same=known is not None and known.strength == step.slug)


def toggle_focus(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Put a step in or out of the focus; args are quarter, slug and on or off."""
    if len(args) != 3 or args[2] not in {"on", "off"}:  # noqa: PLR2004 -- quarter, slug, wish
        return None
    evaluation, step = asked(s, args[0], Part.FOCUS), s.programme.step(args[1])
    if evaluation is None or step is None:
        return None
    changed = evaluation.toggled(step.slug, chosen=args[2] == "on")
    here = PART_SCREENS[Part.FOCUS]
    if len(changed.focus) > FOCUS_MOST:
        return s.go(here, args[0], note=s.say("evaluation-focus-most", most=FOCUS_MOST))
    return s.change(keep(s.person, changed)).go(here, args[0])


def confirm_focus(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go on with the chosen steps, or without any; args are the quarter."""
    known = _evaluation(s, args)
    if known is None:
        return None
    if asked(s, known.quarter, Part.FOCUS):
        return go_on(s, known.with_part(Part.FOCUS))
    return repeated(s, known, is_same=Part.FOCUS in known.answered)


def pass_by(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go on without a strength or an intention; args are quarter and part."""
    if len(args) != 2 or args[1] not in {Part.STRENGTH, Part.INTENTION}:  # noqa: PLR2004 -- quarter, part
        return None
    part = Part(args[1])
    evaluation, known = asked(s, args[0], part), find(s.person, args[0])
    if evaluation is None:
        empty = known is not None and part in known.answered
        value = known and (known.strength if part is Part.STRENGTH else known.intention)
        return repeated(s, known, is_same=empty and value is None)
    if part is Part.STRENGTH:
        return go_on(s, replace(evaluation, strength=None).with_part(part))
    return go_on(s, replace(evaluation, intention=None).with_part(part))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed text as the intention; too much or nothing is asked for again."""
    evaluation = _evaluation(s, s.person.place.args)
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
    evaluation = _evaluation(s, s.person.place.args)
    if evaluation is None:
        return None
    steps, is_sure = _named_steps(s, text)
    is_strength = s.person.place.screen == PART_SCREENS[Part.STRENGTH]
    most = 1 if is_strength else FOCUS_MOST
    if not steps and is_sure:
        return None
    if not is_sure or len(steps) > most:
        return s.stay(s.say("ask-choose"))
    if is_strength:
        return set_strength(s, (evaluation.quarter, steps[0].slug))
    if len(steps) > 1:
        return _two(s, evaluation.quarter, steps)
    wish = "off" if steps[0].slug in evaluation.focus else "on"
    return toggle_focus(s, (evaluation.quarter, steps[0].slug, wish))


def _two(s: TurnContext, quarter: str, steps: list[Step]) -> Answer | None:
    """Choose several steps at once, those alone."""
    evaluation = asked(s, quarter, Part.FOCUS)
    if evaluation is None:
        return None
    chosen = replace(evaluation, focus=tuple(step.slug for step in steps))
    return s.change(keep(s.person, chosen)).go(PART_SCREENS[Part.FOCUS], quarter)


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


SHOWS: Mapping[str, Show] = {
    "strength": show_strength,
    "focus": show_focus,
    "intention": show_intention,
}
VERBS: Mapping[str, Verb] = {
    "part": open_part,
    "strength": set_strength,
    "focus": toggle_focus,
    "focused": confirm_focus,
    "pass": pass_by,
}
