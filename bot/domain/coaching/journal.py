"""The free journal in four parts (4P), each said or passed by. Pure.

What is passed by everywhere is no entry.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.coaching.coaching import Coaching, JournalEntry
from bot.domain.coaching.evidence import SKIPPED, Said


class JournalPart(StrEnum):
    """The parts of an entry, in their order (peristiwa, perasaan, pembelajaran, penerapan)."""

    EVENT = "peristiwa"
    FEELING = "perasaan"
    LEARNING = "pembelajaran"
    USE = "penerapan"


PARTS = tuple(JournalPart)


def journal_entry(coaching: Coaching, at: datetime) -> JournalEntry | None:
    """Return the entry begun at a moment, None before anything of it is kept."""
    return next((one for one in coaching.journal if one.at == at), None)


def free_moment(coaching: Coaching, now: datetime) -> datetime:
    """Return the second at which an entry begun now can be found again: no other was begun at it."""
    at = now.replace(microsecond=0)
    while journal_entry(coaching, at):
        at += timedelta(seconds=1)
    return at


def said_in(entry: JournalEntry | None, part: JournalPart) -> Said:
    """Return what she said in a part."""
    nth = PARTS.index(part)
    return entry.parts[nth] if entry and nth < len(entry.parts) else SKIPPED


def journalled(coaching: Coaching, at: datetime, part: JournalPart, said: Said) -> Coaching:
    """Return the coaching with one part of the entry begun at a moment; an empty entry is none."""
    entry, nth = journal_entry(coaching, at), PARTS.index(part)
    before = entry or JournalEntry(at=at)
    known = [*before.parts, *[SKIPPED] * (nth + 1 - len(before.parts))]
    known[nth] = said
    if all(one.is_skipped for one in known):
        return without_journal(coaching, at)
    after = replace(before, parts=tuple(known))
    if entry is None:
        return replace(coaching, journal=(*coaching.journal, after))
    journal = tuple(after if one is entry else one for one in coaching.journal)
    return replace(coaching, journal=journal)


def without_journal(coaching: Coaching, at: datetime) -> Coaching:
    """Return the coaching without the entry begun at a moment."""
    return replace(coaching, journal=tuple(one for one in coaching.journal if one.at != at))
