"""Intentions and lines of a plan to begin from: of her focus steps first, then of those that stand lowest."""

from collections.abc import Iterable, Mapping

from bot.chat.turn_context import TurnContext
from bot.domain.evaluation.development_plan import PlanLine
from bot.domain.evaluation.evaluation import Evaluation, by_level
from bot.domain.programme.programme import StepSlug

SUGGESTED = 3
"""So many can be read at a glance."""

KINDS = ("", "-2", "-3")
"""What stands behind a step's name in ``intention-example-<name>``: three of each step."""

FOR_ALL: Mapping[PlanLine, tuple[str, ...]] = {
    PlanLine.GOAL: (),
    PlanLine.SOURCE: ("rekan", "kkg", "buku"),
    PlanLine.APPLICATION: ("pekan", "unit", "senin"),
}
"""Examples of a line that fit any step; their names outlive a release, as those of steps do."""


def suggestions(s: TurnContext, evaluation: Evaluation) -> tuple[tuple[str, str], ...]:
    """Return three intentions, each with its name, taking turns among the steps of her focus."""
    names = (f"{slug}{kind}" for kind in KINDS for slug in _steps(s, evaluation))
    return _found(s, "intention-example", names)


def plan_examples(
    s: TurnContext, evaluation: Evaluation | None, line: PlanLine
) -> tuple[tuple[str, str], ...]:
    """Return three examples of a line, each with its name: of her focus, then such as fit any step."""
    steps = _steps(s, evaluation) if evaluation else ()
    names = [f"{line}-{slug}{kind}" for kind in KINDS for slug in steps]
    names += [f"{line}-{one}" for one in FOR_ALL[line]]
    if evaluation and line is PlanLine.GOAL:
        names += [f"{line}-{slug}" for slug in _lowest(s, evaluation) if slug not in steps]
    return _found(s, "plan-example", names)


def _steps(s: TurnContext, evaluation: Evaluation) -> tuple[StepSlug, ...]:
    return evaluation.focus or _lowest(s, evaluation)[:SUGGESTED]


def _lowest(s: TurnContext, evaluation: Evaluation) -> tuple[StepSlug, ...]:
    return tuple(step.slug for step in by_level(evaluation, s.programme, best_first=False))


def _found(s: TurnContext, family: str, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    known = s.world.texts.family(family)
    found = [name for name in names if name in known][:SUGGESTED]
    return tuple((name, s.world.texts.pick(family, name)) for name in found)
