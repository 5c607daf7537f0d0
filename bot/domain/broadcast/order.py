"""What a coordinator tells a broadcast of her school to do, and when that fits. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.broadcast.broadcast import Broadcast, Phase
from bot.domain.school.school import SchoolId


class Order(StrEnum):
    """What a coordinator tells a broadcast to do."""

    NOW = "kirim"
    AT = "atur"
    PAUSE = "jeda"
    CONTINUE = "lanjut"
    STOP = "henti"
    FAILED_AGAIN = "ulang"
    UNSURE_AGAIN = "pasti"


@dataclass(frozen=True, slots=True)
class OrderBroadcast:
    """A wish: an order to one broadcast of a school; ``at`` a moment, when it is to leave."""

    school: SchoolId
    broadcast: str
    order: Order
    at: datetime | None = None
    disturbs: int = 0
    """How many it was confirmed to reach in their quiet hours."""


_FROM = {
    Order.PAUSE: {Phase.SENDING},
    Order.CONTINUE: {Phase.PAUSED},
    Order.STOP: {Phase.WAITING, Phase.LATE, Phase.SENDING, Phase.PAUSED},
    Order.NOW: {Phase.LATE},
    Order.AT: {Phase.LATE},
    Order.FAILED_AGAIN: {Phase.DONE, Phase.STOPPED},
    Order.UNSURE_AGAIN: {Phase.DONE, Phase.STOPPED},
}


SENDS = frozenset({Order.NOW, Order.AT, Order.CONTINUE, Order.FAILED_AGAIN, Order.UNSURE_AGAIN})
"""The orders after which it goes out to somebody."""


def may_be(broadcast: Broadcast, order: Order) -> bool:
    """Say whether an order fits how far the broadcast is."""
    return broadcast.phase in _FROM[order]


def ordered(
    broadcast: Broadcast,
    order: Order,
    now: datetime,
    at: datetime | None = None,
    disturbs: int = 0,
) -> Broadcast:
    """Return the broadcast after an order (``at`` a moment); one that does not fit changes nothing.

    What was confirmed before is confirmed no more: an order says anew how many it ``disturbs``.
    """
    if not may_be(broadcast, order):
        return broadcast
    if order in SENDS:
        loud_at = (at or now) if disturbs else None
        broadcast = replace(broadcast, disturbed=disturbs, loud_at=loud_at)
    match order:
        case Order.PAUSE:
            return replace(broadcast, phase=Phase.PAUSED, due=None)
        case Order.NOW:
            return replace(broadcast, phase=Phase.WAITING, due=now, missed=None)
        case Order.AT:
            return replace(broadcast, phase=Phase.WAITING, due=at or now, missed=None, chosen=True)
        case Order.STOP:
            return broadcast.ended(Phase.STOPPED, now)
        case _:
            repeats = broadcast.repeats and broadcast.phase is not Phase.STOPPED
            return replace(broadcast, phase=Phase.SENDING, due=now, ended_at=None, repeats=repeats)
