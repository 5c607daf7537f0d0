"""Who has not been here for twelve months: told, and thirty days later deleted. Pure.

Any sign of hers ends it: what was told counts only as long as it is younger than the last sign. Must
not know how she is told, nor what deleting means.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final

from bot.domain.calendar.quarter import months_later
from bot.domain.person.person import Person

LAPSE_MONTHS: Final = 12
"""Without a sign; konten-guru's proposal, which people agree to. The law names no number."""

GRACE: Final = timedelta(days=30)
"""From the word that reached her, or could not because she blocked the bot or is gone from Telegram."""

DAY: Final = timedelta(days=1)

DAYS_KEPT: Final = 512
"""Days of a last sign for which the day is kept: every turn asks for it, and most people were here lately."""


def told_at(person: Person) -> datetime | None:
    """Return when she was told (UTC), None if she was not, or has given a sign since."""
    return _counting(person.outbound.lapse_told_at, person.seen_at)


def lapses_at(person: Person) -> datetime:
    """Return when the next step is due (UTC): the word to her, or the deletion."""
    return _next_step(person.seen_at, person.outbound.lapse_told_at)


def looked_at_on(seen_at: datetime, lapse_told_at: datetime | None) -> date:
    """Return the day (UTC) after which it is worth a look: from her last sign, and the last word of it.

    A sign on the same day changes nothing about it, so that a turn need not touch the index.
    """
    if _counting(lapse_told_at, seen_at) is None:
        return _day_after(seen_at.astimezone(UTC).date())
    return _next_step(seen_at, lapse_told_at).date() + DAY


@lru_cache(DAYS_KEPT)
def _day_after(seen: date) -> date:
    return months_later(seen, LAPSE_MONTHS) + DAY


def _next_step(seen_at: datetime, lapse_told_at: datetime | None) -> datetime:
    if told := _counting(lapse_told_at, seen_at):
        return told + GRACE
    seen = seen_at.astimezone(UTC)
    return datetime.combine(months_later(seen.date(), LAPSE_MONTHS), seen.time(), UTC)


def _counting(lapse_told_at: datetime | None, seen_at: datetime) -> datetime | None:
    return lapse_told_at if lapse_told_at and lapse_told_at > seen_at else None


def is_to_be_told(person: Person, now: datetime) -> bool:
    """Say whether she is to be told now (UTC) that her data will be deleted."""
    return told_at(person) is None and lapses_at(person) <= now


def is_to_be_erased(person: Person, now: datetime) -> bool:
    """Say whether her data go now (UTC): she was told, and thirty days have passed without a sign."""
    told = told_at(person)
    return told is not None and told + GRACE <= now
