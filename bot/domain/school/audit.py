"""Who did what to whom and when, in one school, without the words of any message. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.broadcast.batch import NOBODY
from bot.domain.school.access import Action
from bot.domain.school.school import SchoolId


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One act. ``count`` tells how many people it concerned where that matters.

    ``about`` is the id of what was done where it may be done again after a crash, to note it once.
    """

    at: datetime
    by: int
    action: Action
    whom: int | None = None
    count: int | None = None
    about: str | None = None
    was: str | None = None
    became: str | None = None
    """What of a school's own data was corrected into what. Nothing of a teacher is kept here."""

    def without(self, person: int) -> "AuditEntry":
        """Return the act without the id of somebody who deleted her data."""
        by = NOBODY if self.by == person else self.by
        return replace(self, by=by, whom=NOBODY if self.whom == person else self.whom)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLog:
    """The acts of one school in one month, oldest first."""

    school: str
    month: str
    entries: tuple[AuditEntry, ...] = ()

    def noting(self, entry: AuditEntry) -> "AuditLog":
        """Return the log with one entry more; what is noted already is not noted again."""
        if entry.about and entry in self.entries:
            return self
        return replace(self, entries=(*self.entries, entry))

    def without(self, person: int) -> "AuditLog":
        """Return the log in which an act of hers, or towards her, is somebody's; that it was stays."""
        return replace(self, entries=tuple(entry.without(person) for entry in self.entries))


@dataclass(frozen=True, slots=True)
class NoteExport:
    """Note that a file with the names of a school's teachers is handed over."""

    school: SchoolId
    count: int


MONTHS_KEPT = 24
"""How long the log is kept: whole school years, so that last year can still be looked up."""


def month_of(moment: datetime) -> str:
    """Return the month a log is kept under, like ``2026-11`` (UTC)."""
    return f"{moment:%Y-%m}"


def log_key(school: str, month: str) -> str:
    """Return the key of a month's log."""
    return f"{school}-{month}"
