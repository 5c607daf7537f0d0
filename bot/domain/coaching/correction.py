"""Corrections of what is stored of a teacher's coaching: one answer anew, or a try gone. Pure.

Each changes what it names and nothing else; what is no longer there is left alone.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from bot.domain.coaching.attempt import Attempt, Showed
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Evidence, Said


class AttemptPart(StrEnum):
    """The answers of a try that can be written anew."""

    REHEARSAL = "latihan"
    GROUP = "kelas"
    WORDS = "jika"
    PUPILS = "murid"
    FIRST = "refleksi-1"
    SECOND = "refleksi-2"


_REFLECTIONS = {AttemptPart.FIRST: 0, AttemptPart.SECOND: 1}


def said_in(attempt: Attempt, part: AttemptPart) -> Said | None:
    """Return what she answered; SKIPPED where she passed it by, None where it was not asked yet."""
    promise = attempt.promise
    match part:
        case AttemptPart.REHEARSAL:
            return attempt.rehearsal
        case AttemptPart.GROUP:
            return _said(promise.group, promise.group_voice) if promise else None
        case AttemptPart.WORDS:
            return _said(promise.words, promise.voice) if promise else None
        case AttemptPart.PUPILS:
            showed = attempt.showed
            return Said(words=showed.words, voice=showed.voice) if showed else None
        case AttemptPart.FIRST | AttemptPart.SECOND:
            nth = _REFLECTIONS[part]
            return attempt.reflections[nth] if nth < len(attempt.reflections) else None


def _said(words: str | None, voice: str) -> Said | None:
    return None if words is None else Said(words=words, voice=voice)


def rewritten(attempt: Attempt, part: AttemptPart, said: Said, count: int | None = None) -> Attempt:
    """Return the try with one answer in other words, or emptied by SKIPPED.

    ``count`` is the number in words about pupils. What was not asked yet stays unasked.
    """
    if said_in(attempt, part) is None:
        return attempt
    promise = attempt.promise
    match part:
        case AttemptPart.REHEARSAL:
            return replace(attempt, rehearsal=said)
        case AttemptPart.GROUP:
            named = promise and replace(promise, group=said.words, group_voice=said.voice)
            return replace(attempt, promise=named)
        case AttemptPart.WORDS:
            meant = promise and replace(promise, words=said.words, voice=said.voice)
            return replace(attempt, promise=meant)
        case AttemptPart.PUPILS:
            return replace(attempt, showed=Showed(count=count, words=said.words, voice=said.voice))
        case AttemptPart.FIRST | AttemptPart.SECOND:
            return attempt.reflected(_REFLECTIONS[part], said)


def on_day(attempt: Attempt, day: date) -> Attempt:
    """Return the try with another day on which it took place; one that did not is left alone."""
    return replace(attempt, tried_on=day) if attempt.tried_on else attempt


def with_evidence(attempt: Attempt, pieces: tuple[Evidence, ...]) -> Attempt:
    """Return the try with more evidence."""
    return replace(attempt, evidence=(*attempt.evidence, *pieces))


def without_evidence(attempt: Attempt, nth: int) -> Attempt:
    """Return the try without its nth piece of evidence, from 0."""
    return replace(attempt, evidence=attempt.evidence[:nth] + attempt.evidence[nth + 1 :])


def with_cycle(coaching: Coaching, old: Cycle, new: Cycle | None) -> Coaching:
    """Return the coaching with one of its cycles, wherever it stands, replaced or (None) gone."""

    def put(cycles: tuple[Cycle, ...]) -> tuple[Cycle, ...]:
        others = ((new if one is old else one) for one in cycles)
        return tuple(one for one in others if one)

    return replace(
        coaching,
        active=new if coaching.active is old else coaching.active,
        put_off=put(coaching.put_off),
        history=put(coaching.history),
    )


def corrected(
    coaching: Coaching, cycle: Cycle, number: int, change: Callable[[Attempt], Attempt]
) -> Coaching:
    """Return the coaching with one try of one of its cycles changed."""
    tries = cycle.attempts
    changed = (*tries[:number], change(tries[number]), *tries[number + 1 :])
    return with_cycle(coaching, cycle, replace(cycle, attempts=changed))


def without_try(coaching: Coaching, cycle: Cycle, number: int) -> Coaching:
    """Return the coaching without one try; a closed cycle goes with its last one."""
    left = cycle.attempts[:number] + cycle.attempts[number + 1 :]
    is_over = cycle.closed_at is not None and not left
    return with_cycle(coaching, cycle, None if is_over else replace(cycle, attempts=left))


def without_habit(coaching: Coaching, cycle: Cycle) -> Coaching:
    """Return the coaching without the note that a step was closed as a habit; her tries stay."""
    return with_cycle(coaching, cycle, replace(cycle, habit=False) if cycle.attempts else None)
