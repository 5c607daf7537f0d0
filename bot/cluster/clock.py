"""Time as the parts are given it: an argument, so that tests and the demo can hand in their own.

Must not sleep, and must not be read by ``domain`` or ``chat``: they are told the moment.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present moment, aware, in UTC."""

Sleep = Callable[[float], Awaitable[None]]
"""Waits for so many seconds."""


def wall_clock() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class SecondsOf:
    """Seconds that pass as a clock shows them: for a clock that somebody moves on purpose."""

    clock: Clock

    def __call__(self) -> float:
        """Return seconds since 1970."""
        return self.clock().timestamp()
