"""Carries out what a turn means for the broadcasts of schools: orders, and senders who are gone.

Whoever asks has checked the rights. What is done is noted in the school's log, once.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.app.directory import Directory
from bot.chat.model import OrderBroadcast
from bot.cluster.notifier import Notifier
from bot.delivery.broadcasts import carry_out, stop_without_sender
from bot.domain.broadcast.order import Order
from bot.domain.school.access import Action
from bot.domain.school.audit import Entry
from bot.domain.school.school import SchoolId
from bot.store.base import Store

ACTIONS = {
    Order.NOW: Action.CONTINUE_BROADCAST,
    Order.AT: Action.CONTINUE_BROADCAST,
    Order.PAUSE: Action.PAUSE_BROADCAST,
    Order.CONTINUE: Action.CONTINUE_BROADCAST,
    Order.STOP: Action.STOP_BROADCAST,
    Order.FAILED_AGAIN: Action.REPEAT_BROADCAST,
    Order.UNSURE_AGAIN: Action.REPEAT_BROADCAST,
}
"""What the log says of an order."""


@dataclass(frozen=True, slots=True)
class BroadcastOrders:
    """Orders the broadcasts of one store."""

    store: Store
    directory: Directory
    notifier: Notifier

    async def ended_with(self, school: SchoolId, now: datetime) -> None:
        """End what somebody had planned who coordinates a school no more; it is changed already."""
        await stop_without_sender(self.store, self.notifier, school, self.directory.rights, now=now)

    async def order(self, wish: OrderBroadcast, by: int, now: datetime) -> None:
        """Carry out one order, and note it if it fitted; a second tap does not."""
        done = await carry_out(
            self.store,
            self.notifier,
            wish.school,
            wish.broadcast,
            wish.order,
            now=now,
            at=wish.at,
            disturbs=wish.disturbs,
        )
        entry = Entry(at=now, by=by, action=ACTIONS[wish.order]) if done else None
        await self.directory.note_done(wish.school, entry)
        if done and wish.disturbs:
            loud = Entry(at=now, by=by, action=Action.DISTURB, count=wish.disturbs)
            await self.directory.note_done(wish.school, loud)
