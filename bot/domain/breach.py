"""A word to everybody whose data may have got into wrong hands (UU 27/2022, article 46). Pure.

It travels as a broadcast of no school, so that it is resumed and counted like any other. Must not know
where it is written nor how it is sent.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from bot.domain.broadcast.batch import NOBODY, Fate
from bot.domain.broadcast.broadcast import Broadcast, Content, fingerprint
from bot.domain.school.school import SchoolId

NO_SCHOOL: Final = SchoolId("")
"""The school of what is sent to people as such; no school has this id."""

WITHIN: Final = timedelta(hours=72)
"""From when it became known until people and the authority must have been told (article 46: 3 x 24 hours)."""

PER_SECOND: Final = 30
"""Messages Telegram takes from a bot in a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachNotice:
    """What people are told, in words of whoever runs the bot, and who is meant.

    ``known_at`` is aware. Meant is everybody, one school with its coordinators, or these ``people``.
    """

    known_at: datetime
    when: str
    what: str
    cause: str
    handled: str
    advice: str
    contact: str
    correction: str = ""
    """What was wrong in an earlier notice; that one is stopped, and whoever got it is meant as well."""

    school: SchoolId | None = None
    people: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """What stands for exactly this notice to exactly these people: it is sent once."""
        return fingerprint(repr(self))

    def is_late(self, now: datetime) -> bool:
        """Say whether the time the law gives is over."""
        return now > self.known_at + WITHIN


@dataclass(frozen=True, slots=True)
class BreachState:
    """A notice that was sent, or is on its way, and how many deliveries are how far."""

    made_at: datetime
    fates: Counter[Fate]
    is_stopped: bool = False


def breach_head(notice: BreachNotice, text: str, sender: str, now: datetime) -> Broadcast:
    """Return a notice as the broadcast it is: ``text`` is Telegram HTML, ``sender`` who runs the bot."""
    return Broadcast(
        id=notice.id,
        school=NO_SCHOOL,
        school_name="",
        by=NOBODY,
        sender=sender,
        content=Content(text=text),
        made_at=now,
        due=now,
        important=True,
    )


def is_breach(head: Broadcast) -> bool:
    """Say whether a broadcast is such a notice."""
    return head.school == NO_SCHOOL


def minutes_for(people: int) -> int:
    """Return how many minutes sending takes, at the pace Telegram allows."""
    return ceil(people / PER_SECOND / 60)
