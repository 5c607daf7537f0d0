"""Which levels a coordinator is told: two halves of a school, once a quarter, or nothing. Pure.

The only way in which levels leave their teachers' documents; words, pictures and files take them
from here (decision 18). Must not know a name.
"""

from collections.abc import Iterable, Mapping

from bot.domain.programme.programme import StepSlug

CELL = 3
"""Fewest teachers in either half. Whoever knows the answers of two others cannot tell on which side
anybody else stands, because at least one teacher she does not know stands on each."""

HIGH = 3
"""From this level on an answer belongs to the upper half."""

Halves = tuple[int, int]
"""How many teachers chose level 1 or 2, and how many level 3 or 4."""

ToldLevels = Mapping[StepSlug, Halves]
"""What is told of a quarter; a step that is not in it is told nothing of, for whatever reason."""


def told(levels: Iterable[int]) -> Halves | None:
    """Return what is told of the answers to one step, None where too few stand on either side.

    Few answers and answers that agree are told alike: not at all.
    """
    upper = [level >= HIGH for level in levels]
    high = sum(upper)
    low = len(upper) - high
    return (low, high) if min(low, high) >= CELL else None


def told_of(answers: Mapping[StepSlug, Iterable[int]]) -> ToldLevels:
    """Return what is told of a quarter's answers, step by step."""
    found = {step: told(levels) for step, levels in answers.items()}
    return {step: halves for step, halves in found.items() if halves}
