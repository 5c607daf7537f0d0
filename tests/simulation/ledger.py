"""What happened in one world: the trace, and every promise that was broken. Judges nothing by itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b

from tests.simulation.moments import Moments

LAST = 60
"""Lines of the trace that are shown with a failure."""

Wrote = Callable[[tuple[str, str], bytes | None], None]


@dataclass(slots=True)
class Ledger:
    """The trace of one world."""

    moments: Moments
    lines: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    watchers: list[Wrote] = field(default_factory=list)
    """Told of everything that has become durable."""

    listeners: list[Wrote] = field(default_factory=list)
    """Told of everything that is asked to become durable."""

    def note(self, what: str, *more: object) -> None:
        """Put down one thing that happened."""
        said = " ".join(map(str, more))
        self.lines.append(f"{self.moments.true():.6f} {what} {said}")

    def fault(self, promise: str, *more: object) -> None:
        """Put down a promise that was broken."""
        said = f"{promise}: {' '.join(map(str, more))}"
        if said not in self.faults:
            self.faults.append(said)
            self.note("FAULT", said)

    def asked(self, place: tuple[str, str], content: bytes | None) -> None:
        """Tell whoever listens of a write that is asked for."""
        for listen in self.listeners:
            listen(place, content)

    def wrote(self, place: tuple[str, str], content: bytes | None) -> None:
        """Tell whoever watches of a write."""
        for watch in self.watchers:
            watch(place, content)

    @property
    def fingerprint(self) -> str:
        """Return a short name of everything that happened, in its order and at its moment."""
        return blake2b("\n".join(self.lines).encode(), digest_size=8).hexdigest()
