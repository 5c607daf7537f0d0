"""The answers of an entry, one of them written anew, or the whole entry gone from the person. Pure.

An evaluation is corrected by its own screens; here it can only go.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.domain.coaching import correction, journal
from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.coaching import JournalEntry
from bot.domain.coaching.correction import AttemptPart, corrected, without_habit, without_try
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Evidence, Said
from bot.domain.coaching.journal import JournalPart
from bot.domain.evaluation.development_plan import DevelopmentPlan, PlanLine
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.history.entry import HistoryEntry, Tried
from bot.domain.person.person import Person


def answers(entry: HistoryEntry) -> dict[str, Said]:
    """Return the answers that were asked for, by their names, in their order."""
    told = entry.told
    if isinstance(told, Tried):
        said = ((part, correction.said_in(told.attempt, part)) for part in AttemptPart)
        return {part.value: one for part, one in said if one is not None}
    if isinstance(told, DevelopmentPlan):
        return {line.value: Said(words=told.lines.get(line, "")) for line in PlanLine}
    if isinstance(told, JournalEntry):
        return {part.value: journal.said_in(told, part) for part in JournalPart}
    return {}


def is_spoken(entry: HistoryEntry) -> bool:
    """Say whether the answers of an entry may also be voice notes."""
    return isinstance(entry.told, Tried | JournalEntry)


def rewritten(
    person: Person, entry: HistoryEntry, name: str, said: Said, *, count: int | None = None
) -> Person:
    """Return the person with one answer in other words, or emptied; ``count`` as in ``Showed``."""
    told = entry.told
    if name not in answers(entry):
        return person
    if isinstance(told, Tried):
        changed = corrected(
            person.coaching,
            told.cycle,
            told.number,
            lambda one: correction.rewritten(one, AttemptPart(name), said, count),
        )
        return replace(person, coaching=changed)
    if isinstance(told, DevelopmentPlan):
        plan = told.with_line(PlanLine(name), said.words)
        return replace(person, plans=tuple(plan if one is told else one for one in person.plans))
    if isinstance(told, JournalEntry):
        journalled = journal.journalled(person.coaching, told.at, JournalPart(name), said)
        return replace(person, coaching=journalled)
    return person


def levelled(person: Person, entry: HistoryEntry, level: int) -> Person:
    """Return the person with the level of a cycle as she sees it now."""
    told = entry.told
    if not isinstance(told, Tried) or told.cycle.level is None:
        return person
    cycle = replace(told.cycle, level=level)
    return replace(person, coaching=correction.with_cycle(person.coaching, told.cycle, cycle))


def on_day(person: Person, entry: HistoryEntry, day: date) -> Person:
    """Return the person with another day for a try that took place."""
    return _with_try(person, entry, lambda one: correction.on_day(one, day))


def with_pieces(person: Person, entry: HistoryEntry, pieces: tuple[Evidence, ...]) -> Person:
    """Return the person with more evidence of a try, also of one that is closed."""
    return _with_try(person, entry, lambda one: correction.with_evidence(one, pieces))


def without_piece(person: Person, entry: HistoryEntry, nth: int) -> Person:
    """Return the person without one piece of an entry's evidence, counted from 0."""
    return _with_try(person, entry, lambda one: correction.without_evidence(one, nth))


def _with_try(person: Person, entry: HistoryEntry, change: Callable[[Attempt], Attempt]) -> Person:
    told = entry.told
    if not isinstance(told, Tried):
        return person
    changed = corrected(person.coaching, told.cycle, told.number, change)
    return replace(person, coaching=changed)


def without(person: Person, entry: HistoryEntry) -> Person:
    """Return the person without an entry: nothing of it is left, and nothing else is touched."""
    told, coaching = entry.told, person.coaching
    match told:
        case Tried(cycle, number):
            return replace(person, coaching=without_try(coaching, cycle, number))
        case Cycle():
            return replace(person, coaching=without_habit(coaching, told))
        case JournalEntry():
            return replace(person, coaching=journal.without_journal(coaching, told.at))
        case Evaluation():
            left = tuple(one for one in person.evaluations if one is not told)
            return replace(person, evaluations=left)
        case DevelopmentPlan():
            return replace(person, plans=tuple(one for one in person.plans if one is not told))
