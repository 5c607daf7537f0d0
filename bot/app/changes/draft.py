"""The documents of one commit while it is decided: what was shown, and what is to be written.

A change reads what it needs and writes what it wants; what it was not shown is asked for. Must not
decide anything itself.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

import structlog

from bot.domain.person.farewell import FarewellMarks
from bot.domain.school.access import Rights
from bot.domain.school.audit import AuditEntry, AuditLog, log_key, month_of
from bot.domain.school.school import SchoolId
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Drop, Kind, More, Put, Ref, T, View, Write
from bot.store.codec.schools import AUDIT
from bot.store.facts import Where

log = structlog.stdlib.get_logger(__name__)


class Unseen(Exception):  # noqa: N818 -- nothing is wrong: the commit asks again with these documents
    """A change needs to see more documents."""

    def __init__(self, more: More) -> None:
        self.more = more
        super().__init__(more)


@dataclass(slots=True)
class CommitDraft:
    """What one commit has been shown, and what it will write."""

    view: View
    now: datetime
    rights: Rights
    """The roles of everybody as they were known before; a school of the commit counts as shown."""

    secret: Callable[[], str]
    """Gives the secret of a new link: the same one as often as the decision is repeated."""

    marks: FarewellMarks = field(default_factory=FarewellMarks)
    """Make what stands for somebody who leaves."""

    writes: dict[Ref[Any], Write[Any]] = field(default_factory=dict)
    unnoted: list[tuple[SchoolId, AuditEntry]] = field(default_factory=list)
    """Acts whose log cannot be read; they are done all the same."""

    fresh: str | None = None
    """The code of a one-time link just made."""

    undeliverable: bool = False
    """A letter is sent that can reach nobody."""

    def __getitem__(self, ref: Ref[T]) -> T | None:
        """Return a document as it will be; raises Unseen if the commit does not hold it yet."""
        self.need((ref,))
        match self.writes.get(ref):
            case Put(value):
                return cast("T", value)
            case Drop():
                return None
            case _:
                return self.view[ref]

    def need(self, refs: Iterable[Ref[Any]], *, optional: bool = False) -> None:
        """Raise Unseen unless all of these are shown; what is optional may be unreadable."""
        missing = tuple(ref for ref in refs if ref not in self.view)
        if missing:
            raise Unseen(More((), missing) if optional else More(missing))

    def fault(self, ref: Ref[Any]) -> DocumentDamaged | DocumentTooNew | None:
        """Return why an optional document cannot be read; None if it can."""
        return self.view.fault(ref)

    def find(self, kind: Kind[T], *where: Where[T]) -> list[str]:
        """Name documents as they are in the store now; what this commit writes is not among them yet."""
        return self.view.find(kind, *where)

    def put(self, ref: Ref[T], value: T) -> None:
        """Have a document written, if it is another than it was."""
        if self[ref] != value:
            self.writes[ref] = Put(value)

    def drop(self, ref: Ref[Any]) -> None:
        """Have a document deleted."""
        self.writes[ref] = Drop()

    def note(self, school: SchoolId, entry: AuditEntry) -> None:
        """Add an act to the school's log of this month; one that cannot be read keeps nothing back."""
        month = month_of(entry.at)
        ref = Ref(AUDIT, log_key(school, month))
        self.need((ref,), optional=True)
        if self.fault(ref):
            self.unnoted.append((school, entry))
            return
        known = self[ref] or AuditLog(school=school, month=month)
        self.writes[ref] = Put(known.noting(entry))

    def tell_unnoted(self) -> None:
        """Name in the bot's own log what a school's log could not be told."""
        for school, entry in self.unnoted:
            log.error(
                "act_not_noted",
                school=school,
                by=entry.by,
                action=str(entry.action),
                whom=entry.whom,
                count=entry.count,
            )

    def written(self, kind: Kind[T]) -> Mapping[Ref[T], T]:
        """Return the documents of a kind that will be written, as they will be."""
        return {
            ref: write.value
            for ref, write in self.writes.items()
            if ref.kind.name == kind.name and isinstance(write, Put)
        }
