"""A coordinator's wish to remind some teachers of hers, until all of them have been dealt with.

A document of its own, written with her turn. Values only.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import reduce

from bot.domain.school.school import SchoolId

ASK_LIFE = timedelta(days=3)
"""Whoever could not be written to within this (a long break, say) is passed over and named."""

ASKS_AT_ONCE = 5
"""As many wishes of one coordinator may be under way."""


class TeacherGroup(StrEnum):
    """Which teachers a coordinator looks at; each has a word, ``group-<value>``."""

    ALL = "semua"
    NOT_BEGUN = "belum-mulai"
    STUCK = "berhenti"
    UNEVALUATED = "evaluasi"
    UNREACHABLE = "tak-sampai"
    INACTIVE = "tidak-aktif"


REMINDABLE = (
    TeacherGroup.UNEVALUATED,
    TeacherGroup.NOT_BEGUN,
    TeacherGroup.STUCK,
    TeacherGroup.INACTIVE,
)
"""Groups somebody can be reminded of, what ends first at the head; the others lack nothing, or cannot be reached."""


class Dealt(StrEnum):
    """What became of one teacher; each has a word, ``outcome-<value>``."""

    SENT = "terkirim"
    DONE = "sudah"
    NOT_OPEN = "tidak-dibuka"
    """Asked for an evaluation that is not open, or not any more."""

    NOT_DUE = "belum-waktunya"
    """Asked for an evaluation that is not for her this quarter."""

    PAUSED = "jeda"
    WRITTEN = "hari-ini"
    QUIET = "masa-tenang"
    UNREACHABLE = "tak-terjangkau"
    REFUSED = "ditolak"


@dataclass(frozen=True, slots=True, kw_only=True)
class NudgeRequest:
    """A coordinator's request to remind some teachers. ``waiting`` are the teachers still to be dealt with, by name."""

    id: str
    school: SchoolId
    group: TeacherGroup
    asked_at: datetime
    due_at: datetime
    """When the next of them can be written to; UTC."""

    waiting: tuple[int, ...]
    by: int = 0
    """The coordinator; 0 in documents of older releases, where it lay in hers."""

    outcomes: Mapping[int, Dealt] = field(default_factory=dict)
    noted: bool = False
    """Whether it stands in the audit log."""

    @property
    def document(self) -> str:
        """The key of its document: two coordinators may wish the same."""
        return document_of(self.by, self.id)

    def key(self, person: int) -> str:
        """Return the key of the message to one teacher; it goes out once."""
        return f"ask:{self.id}:{person}"

    def after(
        self, outcomes: Mapping[int, Dealt], later: Collection[int], due_at: datetime
    ) -> "NudgeRequest":
        """Return the wish after some were dealt with and others put off to the end of the line."""
        left = [one for one in self.waiting if one not in outcomes]
        return replace(
            self,
            waiting=tuple(sorted(left, key=lambda one: one in later)),
            outcomes={**self.outcomes, **outcomes},
            due_at=due_at,
        )

    def without(self, person: int) -> "NudgeRequest":
        """Return the wish without a word of somebody who deleted her data."""
        return replace(
            self,
            waiting=tuple(one for one in self.waiting if one != person),
            outcomes={one: dealt for one, dealt in self.outcomes.items() if one != person},
        )

    def among(self, stored: "NudgeRequest") -> "NudgeRequest":
        """Return the wish about those only who stand in it as it is stored."""
        named = {*stored.waiting, *stored.outcomes}
        gone = {*self.waiting, *self.outcomes} - named
        return reduce(NudgeRequest.without, gone, self)

    def has_passed(self, moment: datetime) -> bool:
        """Say whether a moment comes too late for this wish."""
        return is_too_late(self.asked_at, moment)


@dataclass(frozen=True, slots=True)
class RequestNudges:
    """Have these teachers of a school reminded."""

    request: NudgeRequest


def is_too_late(asked_at: datetime, moment: datetime) -> bool:
    """Say whether what is asked for now would not be done any more at a moment."""
    return moment - asked_at > ASK_LIFE


def document_of(coordinator: int, wish: str) -> str:
    """Return the key of a wish's document."""
    return f"{coordinator}-{wish}"
