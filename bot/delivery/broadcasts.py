"""The broadcasts in a store: read them with their deliveries, and carry out a coordinator's orders.

Whoever asks has checked the rights in the school she names; a broadcast of another school is
treated as unknown.
"""

from datetime import datetime

import structlog

from bot.cluster.arrivals import Arrivals
from bot.cluster.notifier import Notifier
from bot.domain.broadcast.batch import Batch, Outcome, Report, chunk_key
from bot.domain.broadcast.broadcast import ENDED, Broadcast, Phase, is_id
from bot.domain.broadcast.order import Order, may_be, ordered
from bot.domain.broadcast.received import ANSWERED_WITHIN
from bot.domain.school.access import Action, Rights
from bot.domain.school.school import SchoolId
from bot.errors import BotError, DocumentDamaged, DocumentTooNew
from bot.store.base import Keep, Put, Store, Where, Write
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.people import PEOPLE

log = structlog.stdlib.get_logger(__name__)

AGAIN = frozenset({Order.FAILED_AGAIN, Order.UNSURE_AGAIN})
"""The orders that queue something anew."""


async def report_of(store: Store, school: SchoolId, broadcast_id: str) -> Report | None:
    """Return a broadcast of the school with its deliveries; None if there is none such."""
    if not is_id(broadcast_id):
        return None
    broadcast = await store.get(BROADCASTS, broadcast_id)
    if broadcast is None or broadcast.school != school:
        return None
    return await report_on(store, broadcast)


async def report_on(store: Store, broadcast: Broadcast) -> Report:
    """Return a broadcast with its deliveries, as its school is by now."""
    chunks, school = await chunks_in(store, broadcast), broadcast.school
    members = frozenset(map(int, store.find(PEOPLE, Where(school=school))))
    return Report.of(broadcast, chunks, reachable_in(store, school), members)


def reachable_in(store: Store, school: SchoolId) -> frozenset[int]:
    """Return the teachers of a school who can be reached, as far as is known."""
    return frozenset(map(int, store.find(PEOPLE, Where(school=school, reachable=True))))


async def chunks_in(store: Store, broadcast: Broadcast) -> list[Batch]:
    """Return the chunks of a broadcast that can be read."""
    found: list[Batch] = []
    for number in range(broadcast.chunks or 0):
        try:
            chunk = await store.get(CHUNKS, chunk_key(broadcast.id, number))
        except (DocumentDamaged, DocumentTooNew):
            continue
        if chunk:
            found.append(chunk)
    return found


async def of_school(store: Store, school: SchoolId) -> tuple[Broadcast, ...]:
    """Return the broadcasts of a school, newest first."""
    found: list[Broadcast] = []
    for key in store.find(BROADCASTS, Where(school=school)):
        try:
            broadcast = await store.get(BROADCASTS, key)
        except (DocumentDamaged, DocumentTooNew):
            continue
        if broadcast:
            found.append(broadcast)
    return tuple(sorted(found, key=lambda one: (one.made_at, one.id), reverse=True))


async def carry_out(
    store: Store,
    notifier: Notifier,
    school: SchoolId,
    broadcast_id: str,
    order: Order,
    *,
    now: datetime,
    at: datetime | None = None,
    disturbs: int = 0,
) -> bool:
    """Do what a coordinator orders; say whether it fitted. Twice is once.

    A pause or a stop holds back at once what is waiting its turn to leave.
    """
    head = await store.get(BROADCASTS, broadcast_id)
    if head is None or head.school != school or not may_be(head, order):
        return False
    if order in AGAIN and not await _queue_again(store, head, order):
        return False
    if order in (Order.PAUSE, Order.STOP):
        notifier.halt(broadcast_id)
    else:
        notifier.release(broadcast_id)

    def decide(known: Broadcast | None) -> tuple[Write[Broadcast], bool]:
        if known is None or not may_be(known, order):
            return Keep(), False
        return Put(ordered(known, order, now, at, disturbs)), True

    done = await store.update(BROADCASTS, broadcast_id, decide)
    notifier.ring()
    return done


async def stop_without_sender(
    store: Store, notifier: Notifier, school: SchoolId, rights: Rights, *, now: datetime
) -> None:
    """End the school's broadcasts whose sender is no coordinator any more; what was sent stays."""

    def decide(known: Broadcast | None) -> tuple[Write[Broadcast], None]:
        if known is None or known.phase in ENDED:
            return Keep(), None
        return Put(known.ended(Phase.WITHOUT_SENDER, now)), None

    for head in await of_school(store, school):
        if head.phase not in ENDED and not rights.may(head.by, Action.BROADCAST, school):
            notifier.halt(head.id)
            await store.update(BROADCASTS, head.id, decide)


async def read_arrivals(store: Store, arrivals: Arrivals, now: datetime) -> None:
    """Read once, after the start, what reached people shortly before; what cannot be read is left out."""
    arrivals.is_read = True
    for key in store.find(BROADCASTS, Where()):
        try:
            head = await store.get(BROADCASTS, key)
            begun = (head.begun_at or head.made_at) if head else None
            if head and begun and now - begun <= ANSWERED_WITHIN:
                for chunk in await chunks_in(store, head):
                    arrivals.note(head, chunk.deliveries, begun)
        except BotError as error:
            log.warning("arrivals_not_read", broadcast=key, reason=str(error))


async def _queue_again(store: Store, head: Broadcast, order: Order) -> bool:
    """Queue what failed once more; say whether anything did.

    The deliveries come first, because only the head sets them going.
    """
    assert head.phase in (Phase.DONE, Phase.STOPPED)  # noqa: S101 -- see may_be
    back, unsure = reachable_in(store, head.school), order is Order.UNSURE_AGAIN

    def decide(chunk: Batch | None) -> tuple[Write[Batch], bool]:
        after = chunk.again(back, unsure=unsure) if chunk else None
        queued = after is not None and any(
            one.outcome is Outcome.QUEUED for one in after.deliveries
        )
        return (Put(after) if after and after != chunk else Keep()), queued

    found = [
        await store.update(CHUNKS, chunk_key(head.id, number), decide)
        for number in range(head.chunks or 0)
    ]
    return any(found)
