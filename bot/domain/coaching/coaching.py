"""All that one teacher's coaching holds: the cycle under way, those put off, those closed, a journal.

One step is active at a time. Must not know the programme's contents.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.coaching.cycle import Cycle, closed
from bot.domain.coaching.evidence import Said
from bot.domain.programme.programme import StepSlug


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One entry of her free journal (4P: peristiwa, perasaan, pembelajaran, penerapan)."""

    at: datetime
    parts: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coaching:
    """The cycles of one teacher. Of every step at most one cycle is open, active or put off."""

    active: Cycle | None = None
    put_off: tuple[Cycle, ...] = ()
    history: tuple[Cycle, ...] = ()
    journal: tuple[JournalEntry, ...] = ()
    counted: int = 0
    """Tries begun so far; no number is used twice, also when a try that says nothing is dropped."""

    gate_at: datetime | None = None
    """When she read what a photo of pupils may show, before the first one was kept."""

    def open_cycle(self, step: StepSlug) -> Cycle | None:
        """Return the open cycle of a step, whether active or put off."""
        opened = (self.active, *self.put_off)
        return next((one for one in opened if one and one.step == step), None)


def began(coaching: Coaching, step: StepSlug, now: datetime) -> Coaching:
    """Return the coaching with a step made the active one; what was active is put off.

    A step that was put off goes on where it stopped; one that was closed begins a new cycle.
    """
    active = coaching.active
    if active and active.step == step:
        return coaching
    cycle = coaching.open_cycle(step) or Cycle(step=step, begun_at=now)
    others = tuple(one for one in coaching.put_off if one.step != step)
    return replace(coaching, active=cycle, put_off=(*others, active) if active else others)


def put_aside(coaching: Coaching) -> Coaching:
    """Return the coaching without an active step: the one that was is put off."""
    if coaching.active is None:
        return coaching
    return replace(coaching, active=None, put_off=(*coaching.put_off, coaching.active))


def with_active(coaching: Coaching, cycle: Cycle) -> Coaching:
    """Return the coaching with its active cycle replaced; a closed one goes into the history.

    A try that is new gets its number.
    """
    last = cycle.attempts[-1] if cycle.attempts else None
    if last and last.number is None:
        numbered = replace(last, number=coaching.counted)
        cycle = replace(cycle, attempts=(*cycle.attempts[:-1], numbered))
        coaching = replace(coaching, counted=coaching.counted + 1)
    if cycle.closed_at:
        return replace(coaching, active=None, history=(*coaching.history, cycle))
    return replace(coaching, active=cycle)


def finished(
    coaching: Coaching,
    step: StepSlug,
    now: datetime,
    *,
    level: int | None = None,
    habit: bool = False,
) -> Coaching:
    """Return the coaching with a step closed, also one that was never begun here."""
    cycle = coaching.open_cycle(step) or Cycle(step=step, begun_at=now)
    done = closed(cycle, now, level=level, habit=habit)
    active = coaching.active
    return replace(
        coaching,
        active=None if active and active.step == step else active,
        put_off=tuple(one for one in coaching.put_off if one.step != step),
        history=(*coaching.history, done),
    )


def taken_back(coaching: Coaching, step: StepSlug) -> Coaching:
    """Return the coaching after a step's mark was taken back: nothing of hers is lost by that.

    An active step is put off; one that was closed as a mere habit is not closed any more.
    """
    active = coaching.active
    left = put_aside(coaching) if active and active.step == step else coaching
    last = next((one for one in reversed(left.history) if one.step == step), None)
    if last is None or not last.habit or last.attempts:
        return left
    return replace(left, history=tuple(one for one in left.history if one is not last))
