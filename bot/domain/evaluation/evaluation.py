"""A teacher's own evaluation of all 13 steps in one quarter. Pure.

Formative: levels 1-4 are the bot's own scale, never a mark, never averaged, never compared between
people.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.calendar.quarter import Quarter
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import Programme, Step, StepSlug

LEVELS = (1, 2, 3, 4)
FOCUS_MOST = 2
"""At most so many steps to work on: more is no focus."""

NAMED_MOST = 3
"""At most so many steps she names for a short evaluation, beside those of her focus."""


class EvaluationPart(StrEnum):
    """The parts of an evaluation, in their order."""

    ITEMS = "butir"
    PUPILS = "murid"
    STRENGTH = "kekuatan"
    FOCUS = "fokus"
    INTENTION = "niat"
    SUMMARY = "ringkasan"


class IntentionOutcome(StrEnum):
    """What became of an intention, in her own view; ``PASSED`` where she would not say."""

    DONE = "terlaksana"
    PARTLY = "sebagian"
    NOT = "belum"
    PASSED = "dilewati"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Answers of one person in one quarter; moments in UTC.

    ``answered`` names the parts after the items that were answered or skipped. Unfinished while
    ``finished_at`` is None. One that was ``broken_off`` is kept to be read; it counts as no
    evaluation of its quarter, and ``finished_at`` is only when it was begun.

    A short one asks only the steps in ``asked``; the others stay as they were, in ``carried``.
    ``levels`` holds nothing but what she chose this time, so that whoever counts or compares
    levels never takes one that was carried over for an answer.
    """

    quarter: str
    begun_at: datetime
    finished_at: datetime | None = None
    levels: Mapping[StepSlug, int] = field(default_factory=dict)
    skipped: tuple[StepSlug, ...] = ()
    strength: StepSlug | None = None
    focus: tuple[StepSlug, ...] = ()
    intention: str | None = None
    answered: tuple[EvaluationPart, ...] = ()
    broken_off: bool = False
    asked: tuple[StepSlug, ...] = ()
    """The steps a short evaluation asks, () for all."""

    carried: Mapping[StepSlug, int] = field(default_factory=dict)
    """Levels of the steps it does not ask, as she last chose them."""

    pupils: str = ""
    """What her pupils can do now that they could not three months ago."""

    became: IntentionOutcome | None = None
    """What became of its intention, asked once the next evaluation begins; None before."""

    became_words: str = ""
    """One line about that."""

    @property
    def known(self) -> Mapping[StepSlug, int]:
        """Every level as it stands: those chosen this time, and those carried over."""
        return {**self.carried, **self.levels}

    @property
    def is_short(self) -> bool:
        """Whether it asks only some of the steps."""
        return bool(self.asked)

    def items(self, programme: Programme) -> tuple[Step, ...]:
        """Return the steps it asks, in the programme's order."""
        return tuple(s for s in programme if not self.asked or s.slug in self.asked)

    def position(self, step: Step, programme: Programme) -> tuple[int, int]:
        """Return which of the steps asked this one is, and of how many; for one not asked, of all."""
        asked = self.items(programme)
        if step in asked:
            return asked.index(step) + 1, len(asked)
        return step.number, len(programme)

    def next_item(self, programme: Programme) -> Step | None:
        """Return the first step asked that was neither judged nor skipped."""
        done = {*self.levels, *self.skipped}
        return next((s for s in self.items(programme) if s.slug not in done), None)

    def next_part(self, programme: Programme) -> EvaluationPart:
        """Return the part in which the first open question lies."""
        if self.next_item(programme):
            return EvaluationPart.ITEMS
        for part in self.closing_parts:
            if part not in self.answered and not self._came_later(part):
                return part
        return EvaluationPart.SUMMARY

    @property
    def closing_parts(self) -> tuple[EvaluationPart, ...]:
        """The questions after the items; a short one does not ask for a strength."""
        strength = () if self.is_short else (EvaluationPart.STRENGTH,)
        return (EvaluationPart.PUPILS, *strength, EvaluationPart.FOCUS, EvaluationPart.INTENTION)

    def _came_later(self, part: EvaluationPart) -> bool:
        """Say whether the question about pupils is one that an older release did not ask."""
        return part is EvaluationPart.PUPILS and EvaluationPart.STRENGTH in self.answered

    def judged(self, step: StepSlug, level: int | None) -> "Evaluation":
        """Return the evaluation with one step's level; None skips the step."""
        levels = {slug: value for slug, value in self.levels.items() if slug != step}
        carried = {slug: value for slug, value in self.carried.items() if slug != step}
        skipped = tuple(slug for slug in self.skipped if slug != step)
        if level is None:
            skipped = (*skipped, step)
        else:
            levels[step] = level
        return replace(self, levels=levels, carried=carried, skipped=skipped)

    def toggled(self, step: StepSlug, *, chosen: bool) -> "Evaluation":
        """Return the evaluation with a step in or out of the focus, however often it is asked."""
        others = tuple(slug for slug in self.focus if slug != step)
        return replace(self, focus=(*others, step) if chosen else others)

    def closed(self) -> "Evaluation":
        """Return the evaluation broken off as it stands, dated by its beginning.

        So that a new one can be begun in a later quarter without losing what was answered.
        """
        return replace(self, finished_at=self.begun_at, broken_off=True)

    def resumed(self) -> "Evaluation":
        """Return the evaluation to be gone on with after it was broken off."""
        return replace(self, finished_at=None, broken_off=False)

    def with_part(self, part: EvaluationPart) -> "Evaluation":
        """Return the evaluation with a part counted as answered."""
        return self if part in self.answered else replace(self, answered=(*self.answered, part))


def shortened(
    quarter: str, now: datetime, before: Evaluation, asked: tuple[StepSlug, ...]
) -> Evaluation:
    """Return an evaluation begun that asks these steps; all others, and the focus, stay as before.

    The focus is asked for all the same: it is only chosen beforehand.
    """
    carried = {slug: level for slug, level in before.known.items() if slug not in asked}
    return Evaluation(
        quarter=quarter, begun_at=now, asked=asked, carried=carried, focus=before.focus
    )


@dataclass(frozen=True, slots=True)
class LevelChange:
    """How one step's level moved between two evaluations; None where it was skipped."""

    step: StepSlug
    before: int | None
    after: int | None


def changes(
    before: Evaluation | None, after: Evaluation, programme: Programme
) -> tuple[LevelChange, ...]:
    """Return all steps with their level before and now, in the programme's order.

    One that was carried over was not judged now: it is no change, nor does it count as the same.
    """
    old = before.known if before else {}
    return tuple(
        LevelChange(step.slug, old.get(step.slug), after.levels.get(step.slug))
        for step in programme
    )


def by_level(evaluation: Evaluation, programme: Programme, *, best_first: bool) -> tuple[Step, ...]:
    """Return all steps by their level, equal ones in the programme's order, skipped ones last."""
    levels = evaluation.known
    sign = -1 if best_first else 1
    return tuple(
        sorted(programme, key=lambda s: (s.slug not in levels, sign * levels.get(s.slug, 0)))
    )


def previous(evaluations: tuple[Evaluation, ...], quarter: str) -> Evaluation | None:
    """Return the newest evaluation of an earlier quarter, or None."""
    earlier = [e for e in evaluations if Quarter.parse(e.quarter) < Quarter.parse(quarter)]
    return max(earlier, key=lambda e: Quarter.parse(e.quarter), default=None)


def to_close(evaluations: tuple[Evaluation, ...], quarter: str) -> Evaluation | None:
    """Return the last evaluation before a quarter if nobody asked yet what became of its intention."""
    last = previous(finished(evaluations), quarter)
    return last if last and last.intention and last.became is None else None


def of_quarter(evaluations: tuple[Evaluation, ...], quarter: str) -> Evaluation | None:
    """Return the evaluation kept of a quarter, finished or broken off, or None."""
    return next((e for e in evaluations if e.quarter == quarter), None)


def finished(evaluations: tuple[Evaluation, ...]) -> tuple[Evaluation, ...]:
    """Return the evaluations that count: those not broken off."""
    return tuple(e for e in evaluations if not e.broken_off)


def put(evaluations: tuple[Evaluation, ...], evaluation: Evaluation) -> tuple[Evaluation, ...]:
    """Return the evaluations with this one in place of any of its quarter, in order of time."""
    others = [e for e in evaluations if e.quarter != evaluation.quarter]
    return tuple(sorted([*others, evaluation], key=lambda e: Quarter.parse(e.quarter)))


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the rule of the next evaluation needs to know of a person; moments are aware."""

    registered: datetime
    evaluations: tuple[Evaluation, ...]
    zone: Zone | None = None
    spared: bool = False
    """Whether somebody new is left alone like one who has just evaluated: for reminders only."""

    @property
    def last_finished(self) -> datetime | None:
        """When the newest evaluation was finished, in UTC."""
        ends = (e.finished_at for e in finished(self.evaluations) if e.finished_at)
        return max(ends, default=None)

    @property
    def last_quarter(self) -> Quarter | None:
        """The latest quarter evaluated; it may lie ahead, after one begun early."""
        return max((Quarter.parse(e.quarter) for e in finished(self.evaluations)), default=None)
