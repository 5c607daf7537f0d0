"""The broadcasts in a store: read them with their deliveries, and carry out a coordinator's orders.

Whoever asks has checked the rights in the school she names; a broadcast of another school is
treated as unknown.
"""

from datetime import datetime

from bot.domain.broadcast import Broadcast, Order, Phase, may_be, ordered
from bot.domain.chunk import FAILED, Chunk, Outcome, Report, chunk_key
from bot.domain.school import SchoolId
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.outbox.bell import Bell
from bot.store.base import Keep, Put, Store, Where, Write
from bot.store.outbox_codec import BROADCASTS, CHUNKS

AGAIN = {
    Order.FAILED_AGAIN: FAILED,
    Order.UNSURE_AGAIN: FAILED | {Outcome.UNKNOWN},
}


async def report_of(store: Store, school: SchoolId, broadcast_id: str) -> Report | None:
    """Return a broadcast of the school with its deliveries; None if there is none such."""
    broadcast = await store.get(BROADCASTS, broadcast_id)
    if broadcast is None or broadcast.school != school:
        return None
    return Report.of(broadcast, await chunks_in(store, broadcast))


async def chunks_in(store: Store, broadcast: Broadcast) -> list[Chunk]:
    """Return the chunks of a broadcast that can be read."""
    found: list[Chunk] = []
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
    store: Store, bell: Bell, school: SchoolId, broadcast_id: str, order: Order, *, now: datetime
) -> bool:
    """Do what a coordinator orders; say whether it fitted. Twice is once.

    A pause or a stop holds back at once what is waiting its turn to leave.
    """
    head = await store.get(BROADCASTS, broadcast_id)
    if head is None or head.school != school or not may_be(head, order):
        return False
    if order in AGAIN:
        await _queue_again(store, head, order)
    if order in (Order.PAUSE, Order.STOP):
        bell.halted.add(broadcast_id)
    else:
        bell.halted.discard(broadcast_id)

    def decide(known: Broadcast | None) -> tuple[Write[Broadcast], bool]:
        if known is None or not may_be(known, order):
            return Keep(), False
        return Put(ordered(known, order, now)), True

    done = await store.update(BROADCASTS, broadcast_id, decide)
    bell.ring()
    return done


async def _queue_again(store: Store, head: Broadcast, order: Order) -> None:
    """Queue what failed once more; the deliveries first, because only the head sets them going."""
    assert head.phase in (Phase.DONE, Phase.STOPPED)  # noqa: S101 -- see may_be
    for number in range(head.chunks or 0):

        def decide(chunk: Chunk | None) -> tuple[Write[Chunk], None]:
            if chunk is None:
                return Keep(), None
            after = chunk.again(AGAIN[order])
            return (Put(after) if after != chunk else Keep()), None

        await store.update(CHUNKS, chunk_key(head.id, number), decide)
