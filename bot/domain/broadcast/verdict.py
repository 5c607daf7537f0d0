"""What became of one message to one person. A value, not an exception: the sender records it.

Must not know how Telegram words its answers; ``telegram.send.verdicts`` translates them.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

HELD_BACK = "held back"
"""The reason of a message that was not sent because nobody wanted it any more when its turn came."""

TOO_MANY = "too many requests"
"""The reason of a message that Telegram asked to hold back."""

StillDue = Callable[[], Awaitable[bool]]
"""Asked at the moment a message leaves, after any wait: is it still right?"""


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram accepted the message and gave it this id."""

    message_id: int


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Nothing was sent; it may be tried again from this moment (UTC) on."""

    moment: datetime
    reason: str

    @property
    def held_back(self) -> bool:
        """Whether it was not wanted any more: whoever wanted it decides again."""
        return self.reason == HELD_BACK


@dataclass(frozen=True, slots=True)
class Gone:
    """The person cannot be reached: blocked the bot, deleted the account, never started it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram refuses this message and would refuse it again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The answer was lost: the message may or may not have arrived, so it is not sent again."""

    reason: str


Verdict = Sent | RetryAt | Gone | Refused | Unknown
"""What became of a message: a value, not an exception."""


def was_held_back(verdict: Verdict) -> bool:
    """Say whether a message was not wanted any more when it could have left."""
    return isinstance(verdict, RetryAt) and verdict.held_back
