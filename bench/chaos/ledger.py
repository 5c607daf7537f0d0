"""What happened in one run, in its order and at its moment, and what was broken. Judges nothing by itself."""

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, NamedTuple

AROUND_SECONDS: Final = 20.0
"""So much before and after a fault is told with it."""

TOLD_AROUND: Final = 40
QUIET: Final = frozenset({"took", "sent"})
"""What happens all the time, and is not told around a fault."""


class Happening(NamedTuple):
    """One thing that happened; ``at`` in seconds since the beginning."""

    at: float
    what: str
    about: str


class Acknowledged(NamedTuple):
    """An update that a process answered with 200."""

    at: float
    update: int
    person: int
    key: str
    """The message's number or the press's id, as whoever wrote it knows it."""

    slot: int


class Arrival(NamedTuple):
    """A message that the bot put into a chat."""

    at: float
    slot: int
    life: int
    chat: int
    text: str


class Fault(NamedTuple):
    """A promise that was broken."""

    at: float
    promise: str
    about: str


@dataclass(slots=True)
class Ledger:
    """The diary of one run."""

    began: float = field(default_factory=time.monotonic)
    happenings: list[Happening] = field(default_factory=list)
    acknowledged: list[Acknowledged] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def begin(self) -> None:
        """Count time from now."""
        self.began = time.monotonic()

    @property
    def now(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self.began

    def note(self, what: str, about: object = "") -> None:
        """Put down one thing that happened."""
        self.happenings.append(Happening(self.now, what, str(about)))
        self.counts[what] += 1

    def fault(self, promise: str, about: object, at: float | None = None) -> None:
        """Put down a promise that was broken, now or at a moment."""
        self.faults.append(Fault(self.now if at is None else at, promise, str(about)))

    def broken(self, promise: str) -> int:
        """Return how often a promise was broken."""
        return sum(fault.promise == promise for fault in self.faults)

    def around(self, moment: float) -> list[str]:
        """Return what happened around a moment, a line each."""
        near = [
            one
            for one in self.happenings
            if abs(one.at - moment) <= AROUND_SECONDS and one.what not in QUIET
        ]
        near.sort(key=lambda one: abs(one.at - moment))
        shown = sorted(near[:TOLD_AROUND])
        return [f"  {one.at:9.3f}  {one.what}  {one.about}" for one in shown]
