"""A promise: in which class, on which day and how a teacher means to try something.

Must not know when she is asked about it: that is the check-back's rule.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain.programme.guide import Aid


class PromisePart(StrEnum):
    """The questions of a promise, in their order."""

    DAY = "hari"
    GROUP = "kelas"
    WORDS = "jika"
    AIDS = "siap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What she means to do; ``day`` is by her own clock, ``made_at`` in UTC.

    ``words`` are her "Jika …, maka saya …". What was passed by is empty, what was not asked yet None.
    ``group_voice`` and ``voice`` are Telegram's ids of voice notes in their place.
    ``brings`` is what else she prepares, in her own words.
    ``is_settled`` tells that she has looked through what to prepare.
    """

    made_at: datetime
    day: date
    group: str | None = None
    words: str | None = None
    aids: frozenset[Aid] = field(default_factory=frozenset[Aid])
    is_settled: bool = False
    group_voice: str = ""
    voice: str = ""
    brings: str = ""

    @property
    def key(self) -> str:
        """What names this promise among all of hers, and outlives a restart."""
        return f"{int(self.made_at.timestamp())}-{self.day}"

    @property
    def next_part(self) -> PromisePart | None:
        """The first question not asked yet, None when all were."""
        if self.group is None:
            return PromisePart.GROUP
        if self.words is None:
            return PromisePart.WORDS
        return None if self.is_settled else PromisePart.AIDS

    def toggled(self, aid: Aid, *, chosen: bool) -> "Promise":
        """Return the promise with something to prepare in or out, however often it is asked."""
        others = self.aids - {aid}
        return replace(self, aids=others | {aid} if chosen else others)
