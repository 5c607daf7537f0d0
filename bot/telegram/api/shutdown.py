"""Why the process must end, when whoever finds out is not who runs it.

A token that is refused shows in the middle of other work. Must not end anything itself: ``run`` does.
Turns that cannot be saved end nothing (decision 16).
"""

import asyncio
from dataclasses import dataclass

from bot.errors import BotError


@dataclass(slots=True)
class Shutdown:
    """Why and when the process ends: ``stop`` is set when it is to end, ``error`` when something forces it."""

    stop: asyncio.Event
    error: BotError | None = None

    def because(self, error: BotError) -> None:
        """End because of an error; the first one is kept."""
        self.error = self.error or error
        self.stop.set()
