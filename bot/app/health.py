"""Looks after the bot itself: how much is stored, what waits, what cannot be read.

Reads the index only, so it costs the same whatever the documents hold; but for notices of a breach,
whose deliveries are counted. Names nobody.
"""

from contextlib import suppress
from datetime import datetime

from bot.app.breach import breaches
from bot.domain.health import Health
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Store
from bot.store.codec.broadcasts import BROADCAST_DUE, BROADCASTS, CHUNKS, PAUSES
from bot.store.codec.people import LAST_TICK, PEOPLE, PERSON_DUE, REACHABLE, TICKS
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
        unreachable=await store.count(PEOPLE, REACHABLE.equals(False)),
        unreadable=store.unreadable(PEOPLE),
        unreadable_schools=store.unreadable(SCHOOLS),
        unreadable_others=sum(store.unreadable(kind) for kind in OTHERS),
        due=await store.count(PEOPLE, PERSON_DUE.up_to(now.timestamp())),
        broadcasts=await store.count(BROADCASTS, BROADCAST_DUE.up_to(end_of_time)),
        ticked_at=tick.at if tick else None,
        breaches=await breaches(store),
    )
