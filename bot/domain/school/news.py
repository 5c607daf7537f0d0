"""What people of a school are told about it without having asked: who came, who went, by whom. Pure.

News lies with the school until everybody whom it concerns was told (``outbox/news``).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

MOST = 40
"""News waiting at one school; the oldest go first, because the log has them all."""

LIFE = timedelta(days=7)
"""After so long nobody is told any more."""


class NewsKind(StrEnum):
    """What happened; each has a text for those around, ``news-<value>``."""

    JOINED = "koordinator-baru"
    REPLACED = "diganti"
    REMOVED = "dicabut"
    LEFT = "berhenti"
    TEACHER_REMOVED = "guru-keluar"
    TEACHER_RENAMED = "guru-nama"


OF_TEACHER = (NewsKind.TEACHER_REMOVED, NewsKind.TEACHER_RENAMED)
"""What concerns one teacher and is told to her alone."""

OWN = (NewsKind.REPLACED, NewsKind.REMOVED, NewsKind.TEACHER_REMOVED, NewsKind.TEACHER_RENAMED)
"""What is told with words of its own, ``news-own-<value>``, to the one it happened to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing to tell: who did it, to whom, and who has not been told yet.

    Names are those at that moment; an empty one is told without.
    """

    at: datetime
    kind: NewsKind
    by: int
    by_name: str = ""
    whom: int | None = None
    whom_name: str = ""
    waiting: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """What makes it the same news when it is told of twice."""
        return f"{self.kind}:{self.by}:{self.whom}:{self.at.isoformat()}"

    def without(self, person: int) -> "News | None":
        """Return it without a person; None if it is about her, or nobody is left to tell."""
        if person in (self.by, self.whom):
            return None
        return self.told(person)

    def told(self, person: int) -> "News | None":
        """Return it after a person was told; None if nobody is left."""
        waiting = tuple(one for one in self.waiting if one != person)
        return replace(self, waiting=waiting) if waiting else None


def adding(known: tuple[News, ...], *more: News) -> tuple[News, ...]:
    """Return what is waiting with more of it; what concerns nobody is left out."""
    return (*known, *(one for one in more if one.waiting))[-MOST:]
