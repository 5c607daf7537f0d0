"""When messages may leave, whoever sends them: moments given out one after another. A pure value.

Between any 31 of them lies more than a second, wherever the first one is (``WINDOW_SECONDS``). Must not
know who asks, nor where it is kept.
"""

from bisect import insort
from dataclasses import dataclass
from typing import Final

from bot.cluster.send_window import BULK_PACE, WINDOW_SECONDS, Limits

AHEAD_SECONDS: Final = 0.05
"""Bulk is given moments no further ahead: a reply that comes meanwhile waits for a distance of bulk at most."""

REPLY_AHEAD_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Departures:
    """What was given out lately, in order of time; seconds by one clock for all."""

    slots: tuple[float, ...] = ()
    bulk_from: float = 0.0
    """Before this no more bulk is given a moment: its messages keep their distances."""


@dataclass(frozen=True, slots=True)
class GivenSlots:
    """What somebody was given, and what is known afterwards."""

    replies: tuple[float, ...]
    bulk: tuple[float, ...]
    again: float
    """When it is worth asking again for those who got none; infinite if all did."""

    after: Departures


def give(known: Departures, limits: Limits, now: float, *, replies: int, bulk: int) -> GivenSlots:
    """Give moments to so many replies and so much bulk, replies first."""
    room, most = int(limits.per_second), now + REPLY_AHEAD_SECONDS
    # What lies a second ahead was given by a clock that has been set back since.
    left = [slot for slot in known.slots if now - WINDOW_SECONDS < slot <= most]
    for_replies: list[float] = []
    again = float("inf")
    for _ in range(replies):
        slot = _next(left, room, now)
        if slot > most:
            again = slot
            break
        insort(left, slot)
        for_replies.append(slot)
    room_of_bulk = max(1, room - limits.kept_for_replies)
    for_bulk: list[float] = []
    # A clock that was set back does not hold bulk up for longer than a distance.
    bulk_from = min(known.bulk_from, now + WINDOW_SECONDS)
    for _ in range(bulk):
        slot = max(_next(left, room_of_bulk, now), bulk_from)
        if slot > now + AHEAD_SECONDS:
            again = min(again, slot - AHEAD_SECONDS / 2)
            break
        insort(left, slot)
        for_bulk.append(slot)
        bulk_from = slot + BULK_PACE * WINDOW_SECONDS / room_of_bulk
    after = Departures(tuple(left[-room:]), bulk_from)
    return GivenSlots(tuple(for_replies), tuple(for_bulk), again, after)


def _next(left: list[float], room: int, now: float) -> float:
    """Return the first moment that keeps the window: fewer than ``room`` are later than a window before it."""
    return max(now, left[-room] + WINDOW_SECONDS) if len(left) >= room else now
