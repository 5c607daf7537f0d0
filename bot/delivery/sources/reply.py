"""The one message of a letter: an answer to a broadcast, or an evaluation that a teacher shares.

It travels as a broadcast to one; here stands what differs. Must not send; see ``dispatcher``.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.delivery.sources.broadcast import BroadcastMessages
from bot.domain.broadcast.batch import SkipReason
from bot.domain.broadcast.posting import name_in
from bot.domain.person.person import Person
from bot.domain.school.school import School


@dataclass(kw_only=True)
class ReplyMessages(BroadcastMessages):
    """What is left to send of one letter."""

    @property
    def name(self) -> str:
        """See ``Messages.name``."""
        return f"reply {self.head.id}"

    def is_meant(self, person: Person, school: School) -> bool:
        """Say whether she may get it: a letter also goes to the coordinators of the school."""
        return name_in(school, person) is not None

    def unwanted(self, person: Person, school: School, now: datetime) -> SkipReason | None:
        """Want it always: it is meant for her alone, and a pause ends no conversation."""
        del person, school, now
        return None
