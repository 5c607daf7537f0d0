"""How far a teacher has come in each step, and which step to suggest next.

Must not score or rank: a step is untouched, under way or done, as the teacher says herself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.programme.programme import Programme, Step, StepSlug


class Status(StrEnum):
    """What a teacher says about a step."""

    UNTOUCHED = "belum"
    UNDERWAY = "sedang"
    DONE = "selesai"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepProgress:
    """A teacher's progress in one step; moments in UTC.

    What was done when is not erased by a repetition: ``started_at`` stays the first start.
    """

    status: Status = Status.UNTOUCHED
    started_at: datetime | None = None
    done_at: datetime | None = None


Progress = Mapping[StepSlug, StepProgress]

NOTHING = StepProgress()


def status_of(progress: Progress, slug: StepSlug) -> Status:
    """Return the status of a step, untouched when nothing is recorded."""
    return progress.get(slug, NOTHING).status


def before_done(progress: Progress, slug: StepSlug) -> Status:
    """Return the status a step marked as done goes back to: untouched if it was done at once."""
    entry = progress.get(slug, NOTHING)
    return Status.UNTOUCHED if entry.started_at == entry.done_at else Status.UNDERWAY


def mark(progress: Progress, slug: StepSlug, status: Status, now: datetime) -> Progress:
    """Return the progress with one step marked; marking it as it already is changes nothing."""
    before = progress.get(slug, NOTHING)
    if before.status is status:
        return progress
    after = replace(before, status=status)
    if status is not Status.UNTOUCHED and before.started_at is None:
        after = replace(after, started_at=now)
    if status is Status.DONE:
        after = replace(after, done_at=now)
    elif status is Status.UNTOUCHED:
        after = StepProgress()
    elif before.status is Status.DONE:
        after = replace(after, done_at=None)
    return {**progress, slug: after}


def done_count(progress: Progress, programme: Programme) -> int:
    """Return how many steps of the programme are done."""
    return len(_all_of(progress, programme, Status.DONE))


def underway(progress: Progress, programme: Programme) -> tuple[Step, ...]:
    """Return the steps under way, in the programme's order."""
    return tuple(_all_of(progress, programme, Status.UNDERWAY))


def _all_of(progress: Progress, programme: Programme, status: Status) -> list[Step]:
    """Return the steps of this status; untouched ones are not looked for so."""
    marked = {slug for slug, one in progress.items() if one.status is status}
    return [step for step in programme if step.slug in marked] if marked else []


def chosen(
    progress: Progress,
    programme: Programme,
    focus: tuple[StepSlug, ...],
    focus_chosen_at: datetime | None,
) -> Step | None:
    """Return the step she chose herself, else the first not done; None when all are done.

    What she began last, unless she chose a focus after that; within the focus what is under way
    goes first.
    """
    going = sorted(
        (step for step in underway(progress, programme) if progress[step.slug].started_at),
        key=lambda step: (progress[step.slug].started_at, -step.number),
    )
    open_focus = [
        step
        for slug in focus
        if (step := programme.step(slug)) and status_of(progress, slug) is not Status.DONE
    ]
    begun_at = progress[going[-1].slug].started_at if going else None
    if going and not (open_focus and focus_chosen_at and begun_at and begun_at < focus_chosen_at):
        return going[-1]
    begun_focus = (step for step in open_focus if step in going)
    return next(begun_focus, None) or suggestion(
        {slug: one for slug, one in progress.items() if one.status is not Status.UNDERWAY},
        programme,
        focus,
    )


def suggestion(
    progress: Progress, programme: Programme, focus: tuple[StepSlug, ...] = ()
) -> Step | None:
    """Return the step to suggest, None when all are done.

    The first under way, else the first of the evaluation's focus that is not done, else the first
    not done.
    """
    going = underway(progress, programme)
    if going:
        return going[0]
    for slug in focus:
        step = programme.step(slug)
        if step and status_of(progress, slug) is not Status.DONE:
            return step
    return next((s for s in programme if status_of(progress, s.slug) is not Status.DONE), None)
