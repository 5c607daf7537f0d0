"""Intentions to begin from: of her focus steps first, then of those that stand lowest."""

from bot.chat.turn_context import TurnContext
from bot.domain.evaluation.evaluation import Evaluation, by_level

SUGGESTED = 3
"""So many can be read at a glance."""

KINDS = ("", "-2", "-3")
"""What stands behind a step's name in ``intention-example-<name>``: three of each step."""


def suggestions(s: TurnContext, evaluation: Evaluation) -> tuple[tuple[str, str], ...]:
    """Return three intentions, each with its name, taking turns among the steps of her focus."""
    lowest = tuple(step.slug for step in by_level(evaluation, s.programme, best_first=False))
    known = s.world.texts.family("intention-example")
    steps = evaluation.focus or lowest[:SUGGESTED]
    names = (f"{slug}{kind}" for kind in KINDS for slug in steps)
    found = [name for name in names if name in known][:SUGGESTED]
    return tuple((name, s.world.texts.pick("intention-example", name)) for name in found)
