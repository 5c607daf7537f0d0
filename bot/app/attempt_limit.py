"""Counts who tries invitation codes, so that nobody can guess one. In memory: an hour is short."""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

TRIES = 5
WITHIN = timedelta(hours=1)
"""Somebody whose link is broken tries it a few times; whoever guesses needs very many."""

PEOPLE_KEPT = 10_000


@dataclass(slots=True)
class AttemptLimit:
    """Remembers the last tries of each person."""

    _tries: dict[int, deque[datetime]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=TRIES + 1))
    )

    def lets_try(self, person: int, now: datetime) -> bool:
        """Note a try and say whether it may be looked at."""
        tries = self._tries[person]
        while tries and now - tries[0] > WITHIN:
            tries.popleft()
        while tries and tries[-1] > now:  # noted by a clock that has been corrected since
            tries.pop()
        tries.append(now)
        if len(self._tries) > PEOPLE_KEPT:
            self._tries.pop(next(iter(self._tries)))
        return len(tries) <= TRIES
