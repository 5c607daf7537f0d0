"""Which steps are likely her strength, and which her focus, each with a reason. Pure.

Only puts them first: every step can still be chosen. Must not know how a reason is worded.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.programme.programme import Programme, StepSlug

LIKELY_MOST = 4
"""So many fit a phone's screen with their reasons and buttons."""

MOVED_MOST = 2
"""At most so many of them because they moved, so that the highest and the lowest have room."""


class LikelyReason(StrEnum):
    """Why a step is likely; each has words."""

    ROSE = "naik"
    HIGH = "tinggi"
    FELL = "turun"
    COACHED = "dijalani"
    LOW = "rendah"


@dataclass(frozen=True, slots=True)
class Likely:
    """A step with the reason that it stands first, and its levels where they say more."""

    step: StepSlug
    reason: LikelyReason
    level: int | None = None
    before: int | None = None


def likely_strengths(
    evaluation: Evaluation, before: Evaluation | None, programme: Programme
) -> tuple[Likely, ...]:
    """Return what rose most, then what stands highest; none where nothing was judged."""
    rose = [one for one in _moved(evaluation, before, programme) if _rise(one) > 0]
    rose.sort(key=lambda one: (-_rise(one), -(one.level or 0)))
    high = [
        Likely(step.slug, LikelyReason.HIGH, evaluation.known[step.slug])
        for step in programme
        if step.slug in evaluation.known
    ]
    high.sort(key=lambda one: -(one.level or 0))
    return _first(rose[:MOVED_MOST], high)


def likely_focus(
    evaluation: Evaluation,
    before: Evaluation | None,
    programme: Programme,
    coached: tuple[StepSlug, ...] = (),
) -> tuple[Likely, ...]:
    """Return what fell, what she is coached in, then what stands lowest; none if nothing was judged."""
    fell = [
        Likely(one.step, LikelyReason.FELL, one.level, one.before)
        for one in _moved(evaluation, before, programme)
        if _rise(one) < 0
    ]
    fell.sort(key=_rise)
    under_way = [
        Likely(slug, LikelyReason.COACHED, evaluation.known.get(slug))
        for slug in coached
        if programme.step(slug)
    ]
    low = [
        Likely(step.slug, LikelyReason.LOW, evaluation.known[step.slug])
        for step in programme
        if step.slug in evaluation.known
    ]
    low.sort(key=lambda one: one.level or 0)
    return _first(fell[:MOVED_MOST], under_way, low) if evaluation.known else ()


def _moved(evaluation: Evaluation, before: Evaluation | None, programme: Programme) -> list[Likely]:
    """Return the steps judged now and before. A level carried over has not moved."""
    old = before.known if before else {}
    return [
        Likely(step.slug, LikelyReason.ROSE, evaluation.levels[step.slug], old[step.slug])
        for step in programme
        if step.slug in evaluation.levels and step.slug in old
    ]


def _rise(one: Likely) -> int:
    return (one.level or 0) - (one.before or 0)


def _first(*kinds: list[Likely]) -> tuple[Likely, ...]:
    found: dict[StepSlug, Likely] = {}
    for one in (one for kind in kinds for one in kind):
        found.setdefault(one.step, one)
    return tuple(found.values())[:LIKELY_MOST]
