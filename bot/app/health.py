"""Looks after the bot itself: how much is stored, what waits, what cannot be read.

Reads the index only, so it costs the same whatever the documents hold. Names nobody.
"""

from contextlib import suppress
from datetime import datetime

from bot.domain.health import Health
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Store, Where
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS, PAUSES
from bot.store.codec.people import LAST_TICK, PEOPLE, TICKS
from bot.store.codec.schools import AUDIT, SCHOOLS

OTHERS = (AUDIT, TICKS, BROADCASTS, CHUNKS, PAUSES)


async def health_of(store: Store, now: datetime) -> Health:
    """Return how the bot fares. Raises StoreUnavailable."""
    tick = None
    with suppress(DocumentDamaged, DocumentTooNew):  # said in the log; all else can be told
        tick = await store.get(TICKS, LAST_TICK)
    end_of_time = float("inf")
    return Health(
        people=await store.count(PEOPLE),
        unreachable=len(await store.find(PEOPLE, Where(reachable=False))),
        unreadable=store.unreadable(PEOPLE),
        unreadable_schools=store.unreadable(SCHOOLS),
        unreadable_others=sum(store.unreadable(kind) for kind in OTHERS),
        due=len(await store.find(PEOPLE, Where(due_by=now.timestamp(), reachable=True))),
        broadcasts=len(await store.find(BROADCASTS, Where(due_by=end_of_time))),
        ticked_at=tick.at if tick else None,
    )
