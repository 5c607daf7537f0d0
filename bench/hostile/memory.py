"""What a bot holds while it works: memory, open files; looked at from outside, now and then (Linux: /proc)."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.processes import Child, family, memory
from bot.store.writer.process import CALL

EVERY: Final = 1_000
"""Looked at once in so many updates."""

WARM: Final = 0.25
"""The share of the course that counts as warming up."""

MOST_GROWTH: Final = 0.10
"""Beyond what it held warm."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What was held when warm and at the end, in MiB."""

    warm: float = 0.0
    end: float = 0.0

    @property
    def is_flat(self) -> bool:
        """Whether it grew by no more than MOST_GROWTH."""
        return self.end <= self.warm * (1 + MOST_GROWTH)

    def row(self) -> str:
        """Two cells of a table."""
        growth = (self.end / self.warm - 1) * 100 if self.warm else 0
        return f"{self.warm:.0f} to {self.end:.0f} | {growth:+.1f} %"


def held_by(child: Child) -> float:
    """Return the memory of a bot and its writer, in MiB; not of what draws pictures now and then."""
    kept = [one for one in family(child.pid) if one == child.pid or _is_writer(one)]
    return sum(memory(one, "VmRSS") for one in kept)


def writer_of(child: Child) -> int:
    """Return the process of a bot's writer. Raises StopIteration."""
    return next(one for one in family(child.pid) if one != child.pid and _is_writer(one))


def _is_writer(process: int) -> bool:
    return CALL.encode() in Path(f"/proc/{process}/cmdline").read_bytes()


@dataclass(slots=True)
class Memory:
    """The memory of one bot, as it was seen."""

    child: Child
    _seen: list[tuple[int, float]] = field(default_factory=list)
    _last: int = -EVERY

    def seen(self, number: int) -> None:
        """Look, if it is time, at this many updates."""
        if number - self._last >= EVERY:
            self._last = number
            self._seen.append((number, held_by(self.child)))

    def growth(self) -> Growth:
        """Return what it held when warm and now."""
        if not self._seen:
            return Growth()
        first, last = self._seen[0][0], self._seen[-1][0]
        warm = next(held for number, held in self._seen if number - first >= WARM * (last - first))
        return Growth(warm, held_by(self.child))
