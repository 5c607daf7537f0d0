"""What somebody was sent by a person, and her words about it that wait for her to decide. Pure values."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.broadcast.broadcast import Reply
from bot.domain.school.school import SchoolId

ANSWERED_WITHIN = timedelta(hours=48)
"""So long after a broadcast or a letter a plain text may well be meant as the answer to it."""

HELD_FOR = timedelta(hours=6)
"""So long her words wait for her word whether they are to be sent; as long as an open question."""

ANSWERED_KEPT = 20
"""Messages she answered that are remembered, so that no second answer is offered."""


@dataclass(frozen=True, slots=True)
class Received:
    """A broadcast or a letter that reached her: from whom, of which school, and when."""

    broadcast: str
    school: SchoolId
    school_name: str
    sender: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReply:
    """Her words as the letter they would be, until she says whether to send them."""

    letter: Reply
    school: SchoolId
    words: str = ""
    """What she wrote, without its form; to be looked up if it was a question after all."""

    before: str = ""
    """What waited until then, to be sent along if she says so."""

    def is_fresh(self, now: datetime) -> bool:
        """Say whether they still wait."""
        return timedelta() <= now - self.letter.at <= HELD_FOR
