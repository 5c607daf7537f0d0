"""Virtual time and seeded chance: when things happen outside the process, and what they draw.

Nothing here knows what happens. Every draw has a name and comes from the seed, the name and how often that
name was drawn: so what one act draws stays the same when another is left out of a plan.
"""

import heapq
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from unittest.mock import patch

STARTS = datetime(2026, 10, 30, 1, 0, tzinfo=UTC)
"""Friday, 30 October 2026, 08.00 WIB: four days before the evaluation of whoever began on 3 August opens."""

_FIRST = 1_000.0
"""What the monotonic clock shows at the beginning."""

STEP_SECONDS = 20e-6
"""What one round of the event loop takes: whoever waits for nothing must not stop the world."""


@dataclass(slots=True)
class Chance:
    """Draws from a seed, each under a name."""

    seed: int
    _drawn: Counter[str] = field(default_factory=Counter)

    def draw(self, name: str) -> float:
        """Return the next number of this name, from 0 to just below 1."""
        number = self._drawn[name]
        self._drawn[name] += 1
        return int.from_bytes(self._bytes(f"{name}:{number}", 7)) / (1 << 56)

    def secret(self, length: int) -> bytes:
        """Return the next bytes of a secret."""
        number = self._drawn["secret"]
        self._drawn["secret"] += 1
        return b"".join(
            self._bytes(f"secret:{number}:{part}", 32) for part in range(length // 32 + 1)
        )[:length]

    def _bytes(self, what: str, length: int) -> bytes:
        return blake2b(f"{self.seed}:{what}".encode(), digest_size=length).digest()


@dataclass(slots=True, order=True)
class Happening:
    """Something outside the process, due at a monotonic moment. With ``dies`` it ends with the process."""

    due: float
    number: int
    act: Callable[[], None] = field(compare=False)
    dies: bool = field(compare=False, default=False)


@dataclass(slots=True)
class Moments:
    """All clocks of one world, and what is to happen in it."""

    now: float = _FIRST
    """The monotonic clock; stands still while the machine sleeps."""

    asleep: float = 0.0
    """Seconds the machine has slept."""

    jumped: float = 0.0
    """How far the machine's wall clock is ahead of the true time."""

    moved_at: float = 0.0
    """The monotonic moment at which somebody last moved the clock, or put the machine to sleep."""

    jumps: int = 0
    """How often the clock was set."""

    _agenda: list[Happening] = field(default_factory=list)
    _number: int = 0

    def true(self) -> float:
        """Return the true time, in seconds since 1970."""
        return STARTS.timestamp() + self.now - _FIRST + self.asleep

    def wall(self) -> float:
        """Return what the machine's wall clock shows."""
        return self.true() + self.jumped

    def clock(self) -> datetime:
        """Return the same as a moment in UTC."""
        return datetime.fromtimestamp(self.wall(), UTC)

    def elapsed(self) -> float:
        """Return the seconds that have passed, those asleep too."""
        return self.now + self.asleep

    def sleep(self, seconds: float) -> None:
        """Let the machine sleep."""
        self.asleep += seconds
        self.moved_at = self.now

    def jump(self, seconds: float) -> None:
        """Set the machine's clock, so that it is ahead of the true time by so much."""
        self.jumped = seconds
        self.jumps += 1
        self.moved_at = self.now

    def after(self, seconds: float, act: Callable[[], None], *, dies: bool = False) -> None:
        """Have something happen later."""
        self._number += 1
        heapq.heappush(self._agenda, Happening(self.now + seconds, self._number, act, dies))

    def pass_until(self, moment: float) -> None:
        """Let time pass, up to the next happening at most, and have that happen."""
        if self._agenda and self._agenda[0].due <= moment:
            happening = heapq.heappop(self._agenda)
            self.now = max(self.now, happening.due)
            happening.act()
        else:
            self.now = max(self.now, moment)

    @property
    def next_due(self) -> float:
        """Return when the next happening is due; raises LookupError when there is none."""
        if not self._agenda:
            raise LookupError("nothing will ever happen")
        return self._agenda[0].due

    def forget_the_dead(self) -> None:
        """Drop what ends with a process that was killed."""
        self._agenda = [one for one in self._agenda if not one.dies]
        heapq.heapify(self._agenda)

    def outlive(self, seconds: float) -> None:
        """Let so many seconds pass without a process."""
        until = self.now + seconds
        while self.now < until:
            self.pass_until(until)


@contextmanager
def reigning(moments: Moments, chance: Chance) -> Iterator[None]:
    """Have every clock and secret that is read in this block come from here."""
    with ExitStack() as stack:
        for name, read in (
            ("monotonic", lambda: moments.now),
            ("perf_counter", lambda: moments.now),
            ("time", moments.wall),
            ("time_ns", lambda: int(moments.wall() * 1e9)),
            ("clock_gettime", lambda _: moments.elapsed()),
        ):
            stack.enter_context(patch.object(time, name, read))
        stack.enter_context(patch.object(secrets, "token_bytes", lambda n=32: chance.secret(n)))
        stack.enter_context(
            patch.object(secrets, "randbelow", lambda most: int(chance.draw("secret") * most))
        )
        yield
