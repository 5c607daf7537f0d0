"""Who was sent what by a person lately: so that a plain text can be offered as the answer to it.

In memory only, at most one entry a person, none older than an answer may be: it costs a broadcast no
write. All of it stands in the chunks, and is read from there after a restart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.broadcast.batch import Delivery, Fate
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.broadcast.received import ANSWERED_WITHIN, Received

SWEEP = timedelta(hours=1)

ARRIVED = frozenset({Fate.SENT, Fate.UNKNOWN})


@dataclass(slots=True)
class Arrivals:
    """The newest message of a person to each, as far as it can still be answered."""

    is_read: bool = False
    """Whether what was sent before the start has been read."""

    _swept: datetime | None = None
    """When those too old were last let go."""

    _latest: dict[int, Received] = field(default_factory=dict)

    def note(self, head: Broadcast, deliveries: Iterable[Delivery], at: datetime) -> None:
        """Keep what has arrived."""
        self._sweep(at)
        received = Received(head.id, head.school, head.school_name, head.sender, at)
        for one in deliveries:
            known = self._latest.get(one.person)
            if one.outcome in ARRIVED and (known is None or known.at <= at):
                self._latest[one.person] = received

    def latest(self, person: int, now: datetime) -> Received | None:
        """Return the newest message that may be answered now."""
        found = self._latest.get(person)
        if found is None or now - found.at <= ANSWERED_WITHIN:
            return found
        del self._latest[person]
        return None

    def forget(self, person: int) -> None:
        """Let go of what somebody was sent: she deleted her data."""
        self._latest.pop(person, None)

    def _sweep(self, now: datetime) -> None:
        """Let go of what is too old, now and then, so that it does not grow for ever."""
        if self._swept is not None and timedelta() <= now - self._swept < SWEEP:
            return
        self._swept = now
        for person in tuple(self._latest):
            self.latest(person, now)
