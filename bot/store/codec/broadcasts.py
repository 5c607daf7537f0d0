"""The stored form of broadcasts and of their deliveries. Must not decide anything about them."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.broadcast.batch import Batch
from bot.domain.broadcast.broadcast import Broadcast
from bot.store.base import Kind
from bot.store.codec.plain_kind import kind_of
from bot.store.facts import Equal, Ranged

BROADCAST_DUE: Ranged[Broadcast, float] = Ranged(
    "due", float, lambda broadcast: broadcast.due.timestamp() if broadcast.due else None
)
BROADCAST_SCHOOL: Equal[Broadcast, str] = Equal(
    "school", str, lambda broadcast: None if broadcast.is_letter else broadcast.school
)
"""Letters are found by nobody's school: they are no broadcasts of it."""

BROADCASTS: Kind[Broadcast] = kind_of("broadcasts", Broadcast, BROADCAST_DUE, BROADCAST_SCHOOL)
CHUNKS: Kind[Batch] = kind_of("chunks", Batch)


@dataclass(frozen=True, slots=True)
class StoredPause:
    """Until when (UTC) Telegram wants no messages from us, and for how long it said so."""

    until: datetime
    seconds: float | None = None
    """None in documents written before this was kept."""


LANE = "lane"
"""The key of the one pause there is."""

PAUSES: Kind[StoredPause] = kind_of("pauses", StoredPause)
