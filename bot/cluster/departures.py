"""When messages may leave, whoever sends them: moments given out one after another. A pure value.

Between the first and the last of any 31 of them lies more than a second (``SHARED_WINDOW_SECONDS``). Must not
know who asks, nor where it is kept.
"""

from bisect import insort
from dataclasses import dataclass
from typing import Final

from bot.cluster.send_window import BULK_PACE, Limits

SHARED_WINDOW_SECONDS: Final = 1.04
"""The span in which at most ``per_second`` messages leave. Of the 40 ms over a second a message may take half
until it leaves (its claim is made before its moment), the rest is for the network.
"""

AHEAD_SECONDS: Final = 0.12
"""Bulk is given moments no further ahead: some, so that a slow answer costs none of them. A reply that comes
meanwhile finds its place among them.
"""

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
    left = sorted(slot for slot in known.slots if now - SHARED_WINDOW_SECONDS < slot <= most)
    for_replies: list[float] = []
    again = float("inf")
    for _ in range(replies):
        slot = _between(left, room, now)
        if slot > most:
            again = slot
            break
        insort(left, slot)
        for_replies.append(slot)
    room_of_bulk = max(1, room - limits.kept_for_replies)
    for_bulk: list[float] = []
    # A clock that was set back does not hold bulk up for longer than a distance.
    bulk_from = min(known.bulk_from, now + SHARED_WINDOW_SECONDS)
    for _ in range(bulk):
        slot = max(_behind(left, room_of_bulk, now), bulk_from)
        if slot > now + AHEAD_SECONDS:
            again = min(again, slot - AHEAD_SECONDS / 2)
            break
        insort(left, slot)
        for_bulk.append(slot)
        bulk_from = slot + BULK_PACE * SHARED_WINDOW_SECONDS / room_of_bulk
    after = Departures(tuple(left), bulk_from)
    return GivenSlots(tuple(for_replies), tuple(for_bulk), again, after)


def _between(left: list[float], room: int, now: float) -> float:
    """Return the first moment that may have one more message, also before others that were given out.

    Where ``room`` of them lie within a window, none fits until it is a window from the first, or the last.
    """
    moment = now
    for first, last in zip(left, left[room - 1 :], strict=False):
        free_again = first + SHARED_WINDOW_SECONDS
        if last < free_again and last - SHARED_WINDOW_SECONDS < moment < free_again:
            moment = free_again
    return moment


def _behind(left: list[float], room: int, now: float) -> float:
    """Return the first moment that has fewer than ``room`` in the window before it, and behind it."""
    return max(now, left[-room] + SHARED_WINDOW_SECONDS) if len(left) >= room else now
