"""How long the edge waits: between two tries of a call, and for the next part of an act.

Only the numbers that a test may want smaller; what they are for is said where they are used.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.telegram.api.outage import PAUSES
from bot.telegram.receive.gather import HOLD_SECONDS

FIRST_PAUSES = (0.5, 1.0, 2.0)
"""Seconds between tries while the first call is refused."""

BREATH_SECONDS = 1.0
"""After the bot is connected, for those who have waited for it: then it says how it introduces itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Seconds of each kind."""

    tries: Sequence[float] = PAUSES
    """Between two tries while Telegram cannot be reached, or refuses; the last one is repeated."""

    first: Sequence[float] = FIRST_PAUSES
    part: float = HOLD_SECONDS
    """How long after a part of an act the next one is waited for."""

    breath: float = BREATH_SECONDS
    """Before the profile is compared and set."""
