"""One strength and at most two steps to work on: the four likeliest with a reason, then all others."""

from dataclasses import replace

from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Rows, Screen
from bot.chat.screens.closing.named_steps import named_steps
from bot.chat.screens.closing.ways import ways
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import PART_PLACES, asked, find, go_on, keep, repeated
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.routes import Focusing, OfPart, OfQuarter, QuarterStep
from bot.chat.screens.evaluation.words import ahead_words, head, span_words
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.evaluation.evaluation import (
    FOCUS_MOST,
    Evaluation,
    EvaluationPart,
    by_level,
    previous,
)
from bot.domain.evaluation.likely import Likely, likely_focus, likely_strengths
from bot.domain.person.person import Place
from bot.domain.programme.programme import Step, StepSlug

ALL = "semua"
"""In the draft of a place: she asked for all steps, beside the likeliest."""


def show_strength(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for one strength; what rose and what stands highest comes first, with the reason."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None:
        return gone(s)
    before = previous(s.person.evaluations, at.quarter)
    likely = likely_strengths(evaluation, before, s.programme)
    steps = _offered(s, evaluation, likely, EvaluationPart.STRENGTH)
    buttons = [
        _choice(s, step, data, chosen=step.slug == evaluation.strength)
        for step in steps
        for data in (to.EVALUATION_TAKE_STRENGTH(evaluation.quarter, step.slug),)
    ]
    question = s.say("evaluation-strength", span=span_words(s, evaluation))
    return Screen(
        "\n\n".join((head(s, evaluation), question, *_reasons(s, likely))),
        rows(*side_by_side(buttons, 2)) + _rest(s, evaluation, steps, EvaluationPart.STRENGTH),
    )


def show_focus(s: TurnContext, at: OfQuarter) -> Screen:
    """Ask for at most two steps to work on; what fell and what stands lowest comes first."""
    evaluation = find(s.person, at.quarter)
    if evaluation is None:
        return gone(s)
    before = previous(s.person.evaluations, at.quarter)
    likely = likely_focus(evaluation, before, s.programme, _coached(s))
    steps = _offered(s, evaluation, likely, EvaluationPart.FOCUS)
    buttons = []
    for step in steps:
        chosen = step.slug in evaluation.focus
        data = to.EVALUATION_TOGGLE_FOCUS(evaluation.quarter, step.slug, "off" if chosen else "on")
        buttons.append(_choice(s, step, data, chosen=chosen))
    text = [s.say("evaluation-focus", most=FOCUS_MOST, ahead=ahead_words(s, evaluation))]
    text += _reasons(s, likely)
    confirm = s.button(
        "evaluation-focus",
        "confirm" if evaluation.focus else "none",
        to.EVALUATION_FOCUSED(evaluation.quarter),
    )
    return Screen(
        "\n\n".join((head(s, evaluation), *text)),
        rows(*side_by_side(buttons, 2))
        + _rest(s, evaluation, steps, EvaluationPart.FOCUS, confirm),
    )


def _coached(s: TurnContext) -> tuple[StepSlug, ...]:
    active = s.person.coaching.active
    return (active.step,) if active else ()


def _offered(
    s: TurnContext, evaluation: Evaluation, likely: tuple[Likely, ...], part: EvaluationPart
) -> tuple[Step, ...]:
    """Return the steps to choose from: the likeliest and the chosen, or all once asked for."""
    best_first = part is EvaluationPart.STRENGTH
    every = by_level(evaluation, s.programme, best_first=best_first)
    if not likely or ALL in s.person.place.draft:
        return every
    chosen = (evaluation.strength,) if best_first else evaluation.focus
    slugs = dict.fromkeys((*(one.step for one in likely), *chosen))
    return tuple(step for slug in slugs if slug and (step := s.programme.step(slug)))


def _reasons(s: TurnContext, likely: tuple[Likely, ...]) -> tuple[str, ...]:
    """Return why the likeliest stand first, one a line; nothing where there are none, or all are shown."""
    if ALL in s.person.place.draft:
        return ()
    lines = [
        s.say(
            "evaluation-likely",
            number=step.number,
            label=step.label,
            reason=s.world.texts.pick(
                "likely", one.reason, level=one.level or "", before=one.before or ""
            ),
        )
        for one in likely
        if (step := s.programme.step(one.step))
    ]
    return ("\n".join(lines),) if lines else ()


def _choice(s: TurnContext, step: Step, data: Place, *, chosen: bool) -> Button:
    name = "chosen" if chosen else "open"
    return s.button("evaluation-focus", name, data, number=step.number, label=step.label)


def _rest(
    s: TurnContext,
    evaluation: Evaluation,
    steps: tuple[Step, ...],
    part: EvaluationPart,
    onward: Button | None = None,
) -> Rows:
    """Return the way to all other steps, where they are not shown, and the ways through."""
    more = None
    if len(steps) < len(s.programme):
        more = s.button(
            "evaluation-focus", "others", to.EVALUATION_OTHERS(evaluation.quarter, part)
        )
    return rows(more) + ways(s, evaluation, part, onward)


def open_others(s: TurnContext, at: OfPart) -> Answer | None:
    """Show all steps to choose from."""
    if (
        at.part not in (EvaluationPart.STRENGTH, EvaluationPart.FOCUS)
        or asked(s, at.quarter, at.part) is None
    ):
        return None
    return Answer(person=s.at(PART_PLACES[at.part](at.quarter), {ALL: "ya"}))


def set_strength(s: TurnContext, at: QuarterStep) -> Answer | None:
    """Take the strength."""
    step = s.programme.step(at.step)
    if step is None:
        return None
    if evaluation := asked(s, at.quarter, EvaluationPart.STRENGTH):
        return go_on(s, replace(evaluation, strength=step.slug).with_part(EvaluationPart.STRENGTH))
    known = find(s.person, at.quarter)
    return repeated(s, known, is_same=known is not None and known.strength == step.slug)


def toggle_focus(s: TurnContext, at: Focusing) -> Answer | None:
    """Put a step in or out of the focus."""
    evaluation, step = asked(s, at.quarter, EvaluationPart.FOCUS), s.programme.step(at.step)
    if evaluation is None or step is None:
        return None
    changed = evaluation.toggled(step.slug, chosen=at.wish == "on")
    if len(changed.focus) > FOCUS_MOST:
        most = s.say("evaluation-focus-most", most=FOCUS_MOST)
        return replace(_at_focus(s, at.quarter), toast=most)
    return _at_focus(s.change(keep(s.person, changed)), at.quarter)


def _at_focus(s: TurnContext, quarter: str) -> Answer:
    """Answer with the choice of the focus, with all steps if she asked for them."""
    here = to.EVALUATION_FOCUS(quarter)
    kept = {ALL: "ya"} if ALL in s.person.place.draft else {}
    return Answer(person=s.at(here, kept))


def confirm_focus(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go on with the chosen steps, or without any."""
    known = find(s.person, at.quarter)
    if known is None:
        return None
    if asked(s, known.quarter, EvaluationPart.FOCUS):
        return go_on(s, known.with_part(EvaluationPart.FOCUS))
    return repeated(s, known, is_same=EvaluationPart.FOCUS in known.answered)


def no_focus(s: TurnContext) -> Answer | None:
    """Pass by the choice of the focus."""
    at = to.EVALUATION_FOCUS.at(s.person.place)
    return confirm_focus(s, at) if at else None


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take typed numbers or short titles as taps on those steps; other words are not ours."""
    strength, focus = (
        to.EVALUATION_STRENGTH.at(s.person.place),
        to.EVALUATION_FOCUS.at(s.person.place),
    )
    at = strength or focus
    evaluation = find(s.person, at.quarter) if at else None
    if evaluation is None:
        return None
    steps, is_sure = named_steps(s, text)
    is_strength = strength is not None
    most = 1 if is_strength else FOCUS_MOST
    if not steps and is_sure:
        return None
    if not is_sure or len(steps) > most:
        return s.stay(s.say("ask-choose"))
    if is_strength:
        return set_strength(s, QuarterStep(evaluation.quarter, steps[0].slug))
    if len(steps) > 1:
        return _two(s, evaluation.quarter, steps)
    is_off = steps[0].slug in evaluation.focus
    wish = Focusing(evaluation.quarter, steps[0].slug, "off" if is_off else "on")
    return toggle_focus(s, wish)


def _two(s: TurnContext, quarter: str, steps: list[Step]) -> Answer | None:
    """Choose several steps at once, those alone."""
    evaluation = asked(s, quarter, EvaluationPart.FOCUS)
    if evaluation is None:
        return None
    chosen = replace(evaluation, focus=tuple(step.slug for step in steps))
    return s.change(keep(s.person, chosen)).go(to.EVALUATION_FOCUS(quarter))


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.EVALUATION_STRENGTH, show_strength, otherwise=gone),
    shown(to.EVALUATION_FOCUS, show_focus, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_OTHERS, open_others),
    done(to.EVALUATION_TAKE_STRENGTH, set_strength),
    done(to.EVALUATION_TOGGLE_FOCUS, toggle_focus),
    done(to.EVALUATION_FOCUSED, confirm_focus),
)
