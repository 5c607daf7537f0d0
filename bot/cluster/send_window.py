"""The limit for all messages of the bot: how many may leave in any second, replies before bulk.

Must not know chats, nor who waits.
"""

import math
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How fast messages may leave.

    The defaults are Telegram's published ones (Bot FAQ, "My bot is hitting limits"): about 30
    messages a second over all, about one a second in one chat with short bursts tolerated.
    """

    per_second: float = 30
    """Messages in any second; infinite for no limit."""

    kept_for_replies: int = 1
    """Of these, how many bulk leaves unused. Bulk also keeps its distances (``BULK_PACE``), so a
    place comes free every 30 ms and the next reply takes it: even when more is asked for than is
    kept, no reply waits longer for a broadcast.
    """

    chat_per_second: float = 1
    chat_burst: int = 3

    @classmethod
    def none(cls) -> "Limits":
        """Return no limit at all, for benchmarks against a pretend Telegram."""
        return cls(per_second=math.inf, chat_per_second=math.inf)


BULK_PACE = 0.85
"""The least distance between two bulk messages, as a share of their even distance: without it all
of a second would leave at once and the reply behind them would wait out the second.
"""

WINDOW_SECONDS = 1.06
"""The span in which at most ``per_second`` messages leave, wherever it begins.

A little over a second, because the network does not keep the distances between messages.
"""


class SendWindow(Protocol):
    """The limit for all messages of the bot, whatever their chats."""

    def room_from(self, lane: int) -> float:
        """Return the moment from which a message of this lane may leave."""

    def leave(self, lane: int, now: float) -> float:
        """Note that one leaves; return at which moment: not long after, so that it can be claimed before."""

    def give_back(self, moment: float) -> None:
        """Take a moment back at which nothing has left."""


class OwnWindow:
    """The window of a process that sends alone."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left: deque[float] = deque()
        self._bulk_from = -math.inf

    def room_from(self, lane: int) -> float:
        """See `SendWindow.room_from`."""
        if math.isinf(self._limits.per_second):
            return -math.inf
        room = self._room(lane)
        earliest = self._bulk_from if lane else -math.inf
        if len(self._left) < room:
            return earliest
        return max(earliest, self._left[-room] + WINDOW_SECONDS)

    def leave(self, lane: int, now: float) -> float:
        """See `SendWindow.leave`."""
        if math.isinf(self._limits.per_second):
            return now
        self._left.append(now)
        if len(self._left) > self._limits.per_second:
            self._left.popleft()
        if lane:
            self._bulk_from = now + BULK_PACE * WINDOW_SECONDS / self._room(lane)
        return now

    def give_back(self, moment: float) -> None:
        """See `SendWindow.give_back`."""
        with suppress(ValueError):  # so long ago that it is forgotten
            self._left.remove(moment)

    def _room(self, lane: int) -> int:
        """Return how many messages of any second this lane may be the last of."""
        kept = self._limits.kept_for_replies if lane else 0
        return max(1, int(self._limits.per_second) - kept)
