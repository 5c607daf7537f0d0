"""What whoever runs the bot is told of its clock and its ticks.

Must not send: it is handed what does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.content.texts import Texts


@dataclass(frozen=True, slots=True)
class Alarms:
    """Words the alarms of the worker for the admins."""

    texts: Texts
    tell: Callable[[str], None]
    replan: Callable[[], None]

    async def missed(self, since: datetime, until: datetime) -> None:
        """Tell that no tick ran between two moments."""
        said = self._said
        self.tell(self.texts.say("admin-ticks-missed", since=said(since), until=said(until)))

    async def jumped(self, was: datetime, now: datetime) -> None:
        """Tell that the clock jumped, and have everybody planned anew."""
        self.replan()
        said = self._said
        self.tell(self.texts.say("admin-clock-jumped", was=said(was), now=said(now)))

    def _said(self, moment: datetime) -> str:
        return self.texts.moment(moment, None)
