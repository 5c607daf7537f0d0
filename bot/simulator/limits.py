"""Telegram's limits on sending, as far as they are known: an option, off by default.

One message a second in a private chat with a short burst, twenty a minute in a group, thirty in
any second altogether (Bot FAQ, "My bot is hitting limits"); big uploads of the same size go one
after another. Time is an argument; this module knows no clock.
"""

import math
from collections import deque
from dataclasses import dataclass

_GROUP_SECONDS = 60.0
_BIG_UPLOAD_BYTES = 100_000
_UPLOAD_SECONDS = 0.5
_UPLOAD_BACKLOG_SECONDS = 5.0
_UPLOAD_RETRY = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a bot may send before it is told to wait."""

    per_second: int = 30
    per_chat_per_second: float = 1.0
    per_chat_burst: int = 3
    group_per_minute: int = 20


class Throttle:
    """Counts what was sent and says when it was too much."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._all: deque[float] = deque(maxlen=limits.per_second)
        self._groups: dict[int, deque[float]] = {}
        self._chats: dict[int, tuple[float, float]] = {}
        self._uploads: dict[int, float] = {}

    def send(self, chat_id: int, now: float) -> int | None:
        """Count one message or edit; None, or the seconds to wait when it is one too many."""
        waits = [_window_wait(self._all, 1.0, now)]
        window = self._groups.setdefault(
            chat_id, deque(maxlen=self._limits.group_per_minute)
        ) if chat_id < 0 else None  # fmt: skip
        tokens = 0.0
        if window is None:
            tokens = self._tokens(chat_id, now)
            waits.append((1.0 - tokens) / self._limits.per_chat_per_second)
        else:
            waits.append(_window_wait(window, _GROUP_SECONDS, now))
        if (wait := max(waits)) > 0:
            return max(1, math.ceil(wait))
        self._all.append(now)
        if window is None:
            self._chats[chat_id] = (tokens - 1.0, now)
        else:
            window.append(now)
        return None

    def upload(self, size: int, now: float) -> int | None:
        """Count an upload of `size` bytes; None, or the seconds to wait."""
        if size <= _BIG_UPLOAD_BYTES:
            return None
        free = max(self._uploads.get(size, now), now)
        if free - now > _UPLOAD_BACKLOG_SECONDS:
            return _UPLOAD_RETRY
        self._uploads[size] = free + _UPLOAD_SECONDS
        return None

    def _tokens(self, chat_id: int, now: float) -> float:
        burst = float(self._limits.per_chat_burst)
        tokens, since = self._chats.get(chat_id, (burst, now))
        return min(burst, tokens + max(0.0, now - since) * self._limits.per_chat_per_second)


def _window_wait(window: deque[float], seconds: float, now: float) -> float:
    if len(window) < (window.maxlen or 0):
        return 0.0
    return window[0] + seconds - now
