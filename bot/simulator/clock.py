"""The simulator's clock: the wall clock plus an offset that can be moved.

Time keeps running after a jump. It must not be read by anything but the simulator and
whoever is handed it; it knows nothing about what depends on it.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """A clock that can jump. Without jumps it shows the wall clock's time."""

    def __init__(self) -> None:
        self._offset_seconds = 0.0
        self._watchers: list[Callable[[], None]] = []

    @property
    def offset_seconds(self) -> float:
        """How far ahead of the wall clock this clock is."""
        return self._offset_seconds

    def now(self) -> datetime:
        """The current moment, aware, in UTC."""
        return datetime.fromtimestamp(self.seconds(), UTC)

    def seconds(self) -> float:
        """The current moment as seconds since 1970."""
        return time.time() + self._offset_seconds

    def advance(self, by: timedelta) -> None:
        """Jump forward. Raises ValueError for a jump back."""
        if by < timedelta():
            raise ValueError("a clock does not run backwards")
        self._move(self._offset_seconds + by.total_seconds())

    def set(self, to: datetime) -> None:
        """Jump to an aware moment, forward or back; time runs on from there."""
        self._move(to.timestamp() - time.time())

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` after every jump."""
        self._watchers.append(watcher)

    def _move(self, offset_seconds: float) -> None:
        self._offset_seconds = offset_seconds
        for watcher in self._watchers:
            watcher()
