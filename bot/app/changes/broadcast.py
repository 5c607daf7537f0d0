"""Orders to a broadcast of a school: pause, go on, stop, leave at another time, once more.

What is done is noted in the school's log, once: an order that no longer fits changes nothing.
"""

from bot.app.access import changing
from bot.app.changes.draft import CommitDraft
from bot.domain.broadcast.batch import Batch, Fate, chunk_key
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.broadcast.order import Order, OrderBroadcast, may_be, ordered
from bot.domain.school.access import AccessRefused, Action
from bot.domain.school.audit import AuditEntry
from bot.store.base import Ref
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL, REACHABLE

ACTIONS = {
    Order.NOW: Action.CONTINUE_BROADCAST,
    Order.AT: Action.CONTINUE_BROADCAST,
    Order.PAUSE: Action.PAUSE_BROADCAST,
    Order.CONTINUE: Action.CONTINUE_BROADCAST,
    Order.STOP: Action.STOP_BROADCAST,
    Order.FAILED_AGAIN: Action.REPEAT_BROADCAST,
    Order.UNSURE_AGAIN: Action.REPEAT_BROADCAST,
}
"""What an order is in the log, and the right it takes."""

AGAIN = frozenset({Order.FAILED_AGAIN, Order.UNSURE_AGAIN})
"""The orders that queue something anew."""


def order_broadcast(draft: CommitDraft, wish: OrderBroadcast, actor: int) -> AccessRefused | None:
    """Carry out one order of who may give it; a broadcast of another school is treated as unknown."""
    school = changing(draft, actor, ACTIONS[wish.order], wish.school)
    if isinstance(school, AccessRefused):
        return school
    ref: Ref[Broadcast] = Ref(BROADCASTS, wish.broadcast)
    head = draft[ref]
    if head is None or head.school != wish.school or not may_be(head, wish.order):
        return None
    if wish.order in AGAIN and not _queue_again(draft, head, wish.order):
        return None
    draft.put(ref, ordered(head, wish.order, draft.now, wish.at, wish.disturbs))
    draft.note(wish.school, AuditEntry(at=draft.now, by=actor, action=ACTIONS[wish.order]))
    if wish.disturbs:
        loud = AuditEntry(at=draft.now, by=actor, action=Action.DISTURB, count=wish.disturbs)
        draft.note(wish.school, loud)
    return None


def _queue_again(draft: CommitDraft, head: Broadcast, order: Order) -> bool:
    """Queue what failed once more; say whether anything did."""
    refs = [Ref(CHUNKS, chunk_key(head.id, number)) for number in range(head.chunks or 0)]
    draft.need(refs, optional=True)
    back = frozenset(
        map(int, draft.find(PEOPLE, PERSON_SCHOOL.equals(head.school), REACHABLE.equals(True)))
    )
    found = False
    for ref in refs:
        chunk: Batch | None = draft[ref]
        if chunk is None:
            continue
        after = chunk.again(back, unsure=order is Order.UNSURE_AGAIN)
        draft.put(ref, after)
        found |= any(one.outcome is Fate.QUEUED for one in after.deliveries)
    return found
