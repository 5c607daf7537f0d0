"""Counts what happens in this process, for whoever watches it: numbers by kind, of nobody in particular.

The cheapest thing that can be counted with on the way of every turn; how it is shown is ``web.metrics``'
business. No label may name a person, a school or what somebody wrote.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 90.0, 600.0, 3600.0, 86_400.0)
"""The bounds between which durations are counted: from a turn in memory to a reminder a day late."""

Labels = tuple[str, ...]


@dataclass(slots=True)
class Durations:
    """How often something took how long."""

    buckets: list[int] = field(default_factory=lambda: [0] * (len(SECONDS) + 1))
    total: float = 0.0


@dataclass(slots=True)
class Meter:
    """All counts of a process since it began."""

    counts: dict[str, dict[Labels, int]] = field(default_factory=dict)
    durations: dict[str, dict[Labels, Durations]] = field(default_factory=dict)

    def count(self, name: str, *labels: str) -> None:
        """Count one more of this kind."""
        kinds = self.counts.setdefault(name, {})
        kinds[labels] = kinds.get(labels, 0) + 1

    def took(self, name: str, seconds: float, *labels: str) -> None:
        """Count how long something of this kind took."""
        kinds = self.durations.setdefault(name, {})
        if labels not in kinds:
            kinds[labels] = Durations()
        told = kinds[labels]  # counted here: every turn does so four times
        told.buckets[bisect_left(SECONDS, seconds)] += 1
        told.total += seconds


METER = Meter()
"""That of this process: what is counted is the process's, whichever object graph does it."""
