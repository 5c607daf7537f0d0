"""The stored form of broadcasts and of their deliveries. Must not decide anything about them."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from bot.domain.broadcast.batch import Batch
from bot.domain.broadcast.broadcast import Broadcast
from bot.store.base import Kind, Summary
from bot.store.codec.plain_kind import kind_of


def _summarise(broadcast: Broadcast) -> Summary:
    """Letters are found by nobody's school: they are no broadcasts of it."""
    return Summary(
        due=broadcast.due.timestamp() if broadcast.due else None,
        school=None if broadcast.is_letter else broadcast.school,
    )


BROADCASTS: Kind[Broadcast] = kind_of("broadcasts", TypeAdapter(Broadcast), _summarise)
CHUNKS: Kind[Batch] = kind_of("chunks", TypeAdapter(Batch))


@dataclass(frozen=True, slots=True)
class Pause:
    """Until when (UTC) Telegram wants no messages from us, and for how long it said so."""

    until: datetime
    seconds: float | None = None
    """None in documents written before this was kept."""


LANE = "lane"
"""The key of the one pause there is."""

PAUSES: Kind[Pause] = kind_of("pauses", TypeAdapter(Pause))
