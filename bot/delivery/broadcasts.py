"""The broadcasts in a store: read them with their deliveries, and carry out a coordinator's orders.

Whoever asks has checked the rights in the school she names; a broadcast of another school is
treated as unknown.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

import structlog

from bot.cluster.arrivals import Arrivals
from bot.cluster.clock import Clock, Sleep
from bot.domain.breach import is_breach
from bot.domain.broadcast.batch import Batch, DeliveryReport, chunk_key
from bot.domain.broadcast.broadcast import Broadcast, is_id
from bot.domain.broadcast.received import ANSWERED_WITHIN
from bot.domain.school.school import SchoolId
from bot.errors import BotError, DocumentDamaged, DocumentTooNew
from bot.store.base import Kind, Store, T
from bot.store.codec.broadcasts import BROADCAST_SCHOOL, BROADCASTS, CHUNKS
from bot.store.codec.people import PEOPLE, PERSON_SCHOOL, REACHABLE

FOLLOW_SECONDS = 2.0
"""So soon after a message has reached her, a plain text can be offered as the answer to it anywhere."""

READ_AT_ONCE = 32
"""Batches asked for together: one message to a database, and not all of a large broadcast in memory twice."""

log = structlog.stdlib.get_logger(__name__)


async def report_of(store: Store, school: SchoolId, broadcast_id: str) -> DeliveryReport | None:
    """Return a broadcast of the school with its deliveries; None if there is none such."""
    if not is_id(broadcast_id):
        return None
    broadcast = await store.get(BROADCASTS, broadcast_id)
    if broadcast is None or broadcast.school != school:
        return None
    return await report_on(store, broadcast)


async def report_on(store: Store, broadcast: Broadcast) -> DeliveryReport:
    """Return a broadcast with its deliveries, as its school is by now."""
    chunks, school = await chunks_in(store, broadcast), broadcast.school
    members = frozenset(map(int, await store.find(PEOPLE, PERSON_SCHOOL.equals(school))))
    return DeliveryReport.of(broadcast, chunks, await reachable_in(store, school), members)


async def reachable_in(store: Store, school: SchoolId) -> frozenset[int]:
    """Return the teachers of a school who can be reached, as far as is known."""
    return frozenset(
        map(int, await store.find(PEOPLE, PERSON_SCHOOL.equals(school), REACHABLE.equals(True)))
    )


async def chunks_in(store: Store, broadcast: Broadcast) -> list[Batch]:
    """Return the chunks of a broadcast that can be read."""
    keys = [chunk_key(broadcast.id, number) for number in range(broadcast.chunks or 0)]
    return await _readable(store, CHUNKS, keys)


async def _readable(store: Store, kind: Kind[T], keys: Sequence[str]) -> list[T]:
    """Return those of these documents that are there and can be read, in this order."""

    async def read(key: str) -> T | None:
        with suppress(DocumentDamaged, DocumentTooNew):
            return await store.get(kind, key)
        return None

    found = list[T]()
    for at in range(0, len(keys), READ_AT_ONCE):
        some = await asyncio.gather(*map(read, keys[at : at + READ_AT_ONCE]))
        found += [one for one in some if one is not None]
    return found


async def of_school(store: Store, school: SchoolId) -> tuple[Broadcast, ...]:
    """Return the broadcasts of a school, newest first."""
    keys = await store.find(BROADCASTS, BROADCAST_SCHOOL.equals(school))
    found = await _readable(store, BROADCASTS, keys)
    return tuple(sorted(found, key=lambda one: (one.made_at, one.id), reverse=True))


async def follow_arrivals(
    store: Store, arrivals: Arrivals, clock: Clock, sleep: Sleep = asyncio.sleep
) -> None:
    """Know for ever what has reached people, whichever process sends it."""
    version = 0
    while True:
        try:
            changed = await store.changed(CHUNKS, version)
            if changed.keys is None:
                await read_arrivals(store, arrivals, clock())
            await _note_chunks(store, arrivals, sorted(changed.keys or ()))
            version = changed.version
        except BotError as error:
            log.warning("arrivals_not_followed", reason=str(error))
        await sleep(FOLLOW_SECONDS)


async def _note_chunks(store: Store, arrivals: Arrivals, keys: Sequence[str]) -> None:
    chunks = await _readable(store, CHUNKS, keys)
    heads = await _readable(store, BROADCASTS, sorted({chunk.broadcast for chunk in chunks}))
    known = {head.id: head for head in heads}
    for chunk in chunks:
        head = known.get(chunk.broadcast)
        if head and (begun := head.begun_at or head.made_at):
            arrivals.note(head, chunk.deliveries, begun)


async def read_arrivals(store: Store, arrivals: Arrivals, now: datetime) -> None:
    """Read once, after the start, what reached people shortly before; what cannot be read is left out."""
    arrivals.is_read = True
    for key in await store.find(BROADCASTS):
        try:
            head = await store.get(BROADCASTS, key)
            begun = (head.begun_at or head.made_at) if head else None
            if head and not is_breach(head) and begun and now - begun <= ANSWERED_WITHIN:
                for chunk in await chunks_in(store, head):
                    arrivals.note(head, chunk.deliveries, begun)
        except BotError as error:
            log.warning("arrivals_not_read", broadcast=key, reason=str(error))
