"""How far Telegram's "too many requests" (429) goes: for which chat, for all, and until when.

A wait belongs first to the chat whose message met it; others often succeed meanwhile. Only when
several chats meet one within seconds is everybody silent. A long wait (10,072 s have been seen) is
not believed blindly: after a minute one message is tried, and less often each time it fails.
Decides only, and is told the time: monotonic seconds.
"""

import math
from collections import deque
from dataclasses import dataclass

PROBE_SECONDS = 60.0
"""A wait up to this is kept to the second; within a longer one the first try comes after this."""

LONGEST_PROBE_SECONDS = 1800.0
"""The time between two tries doubles up to this."""

SPREAD_CHATS = 3
"""So many different chats that meet a 429 within ``SPREAD_SECONDS`` mean the bot as a whole."""

SPREAD_SECONDS = 10.0

_AFTER_OTHERS = 1.0
"""A chat with a wait of its own says little about the others: they are tried before it."""


@dataclass(slots=True)
class ChatPause:
    """One wait: Telegram's end of it, and the moment from which one message may try."""

    until: float
    opens: float
    step: float
    probing: bool = False
    """Whether a message that tries is on its way."""

    @classmethod
    def of(cls, seconds: float, now: float) -> "ChatPause":
        """Return a wait of so many seconds that begins now."""
        return cls(now + seconds, now + min(seconds, PROBE_SECONDS), PROBE_SECONDS)

    def extend(self, seconds: float, now: float) -> None:
        """Take one more 429: the answer to a try counts anew, any other may only make it longer."""
        if self.probing:
            self.probing = False
            self.step = min(2 * self.step, LONGEST_PROBE_SECONDS)
            self.until = now + seconds
            self.opens = min(self.until, now + self.step)
        elif now + seconds > self.until:
            self.until = now + seconds
            self.opens = max(self.opens, min(self.until, now + self.step))

    def pass_one(self, now: float) -> None:
        """Let one message try; if nothing is heard of it, the next may after the same time."""
        self.probing = True
        self.opens = min(self.until, now + self.step)


class Pauses:
    """All waits there are now."""

    def __init__(self) -> None:
        self._all: ChatPause | None = None
        self._chats: dict[int, ChatPause] = {}
        self._met: deque[tuple[float, int, float]] = deque()
        """The last 429s: when, in which chat, for how long."""

    @property
    def opens(self) -> float:
        """The moment from which any message may leave."""
        return self._all.opens if self._all else -math.inf

    @property
    def until(self) -> float:
        """The end of the wait for all, as Telegram demanded it."""
        return self._all.until if self._all else -math.inf

    def opens_for(self, chat: int) -> float:
        """Return the moment from which a message to this chat may leave."""
        own = self._chats.get(chat)
        if own is None:
            return self.opens
        return max(own.opens, self.opens + _AFTER_OTHERS)

    def demand(self, chat: int, seconds: float, now: float) -> float:
        """Note a 429 of one chat; return for how long everybody is silent because of it, or 0."""
        own = self._chats.get(chat)
        if own:
            own.extend(seconds, now)
        else:
            self._chats[chat] = ChatPause.of(seconds, now)
        self._met.append((now, chat, seconds))
        while self._met[0][0] < now - SPREAD_SECONDS:
            self._met.popleft()
        if not self._all_silent(now) and len({one for _, one, _ in self._met}) < SPREAD_CHATS:
            return 0.0
        shortest = min(each for _, _, each in self._met)
        self.demand_all(shortest, now)
        return shortest

    def demand_all(self, seconds: float, now: float) -> None:
        """Let nobody's message leave for so long."""
        if self._all and self._all_silent(now):
            self._all.extend(seconds, now)
        else:
            self._all = ChatPause.of(seconds, now)

    def leave(self, chat: int, now: float) -> None:
        """Note that a message leaves: it tries where a wait goes on, and ends one that is over."""
        if self._all:
            if now >= self._all.until:
                self._all = None
            else:
                self._all.pass_one(now)
        if own := self._chats.get(chat):
            if now >= own.until:
                del self._chats[chat]
            else:
                own.pass_one(now)
        elif self._chats:
            self._forget(now)

    def hear(self, chat: int) -> tuple[bool, bool]:
        """Note an answer that is no 429; say whether it ended the chat's wait, and that for all.

        A message that was on its way when the wait began proves nothing; one that tried does.
        """
        own = self._chats.get(chat)
        ended = own is not None and own.probing
        if ended:
            del self._chats[chat]
        opened = self._all is not None and self._all.probing
        if opened:
            self._all = None
            self._met.clear()
        return ended, opened

    def _all_silent(self, now: float) -> bool:
        return self._all is not None and now < self._all.until

    def _forget(self, now: float) -> None:
        """Drop the oldest wait of a chat if it is over: memory follows what goes on."""
        oldest = next(iter(self._chats))
        if now >= self._chats[oldest].until:
            del self._chats[oldest]
