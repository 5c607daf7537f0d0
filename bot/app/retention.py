"""Drops what has been kept long enough: logs of schools, results of broadcasts, letters.

What is dropped may be dropped again: the deliveries go first and the head, which names them, last.
Must not touch what people hold themselves; that stays until they delete it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import structlog

from bot.domain.broadcast.batch import chunk_key
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.calendar.quarter import months_later
from bot.domain.school.audit import MONTHS_KEPT, month_of
from bot.errors import BotError
from bot.store.base import Drop, Kind, Store, T, Write
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.people import EARLIEST
from bot.store.codec.schools import AUDIT

log = structlog.stdlib.get_logger(__name__)

BROADCAST_MONTHS = 24
"""How long the result of a broadcast can be read, like the log that tells of it."""

LETTER_MONTHS = 12
"""How long the words of an answer, or of an evaluation that was shared, are kept."""

DAY = timedelta(days=1)
MONTH_LENGTH = len("2026-11")


@dataclass(slots=True)
class Expiry:
    """Sweeps one store once a day."""

    store: Store
    clock: Callable[[], datetime]
    _seen_on: date | None = field(default=None, init=False)

    async def sweep(self) -> None:
        """Drop what is too old when a day has ended. What fails is tried the next day.

        Only when the day before was seen as well: a clock that jumps ahead for a moment must not
        cost two years of logs.
        """
        now = self.clock()
        today, seen = now.date(), self._seen_on
        self._seen_on = today
        if seen is None or today - seen != DAY:
            return
        logs = await self._drop_logs(now)
        broadcasts = await self._drop_broadcasts(now)
        if logs or broadcasts:
            log.info("expired", logs=logs, broadcasts=broadcasts)

    async def _drop_logs(self, now: datetime) -> int:
        """Drop the logs of months that are told no more; a log's key ends with its month."""
        oldest, first = month_of(_before(now, MONTHS_KEPT)), month_of(EARLIEST)
        keys = [
            key
            for key in await self.store.find(AUDIT)
            if first <= key[-MONTH_LENGTH:] < oldest  # older ones a clock in 1970 has named
        ]
        return sum([await self._drop(AUDIT, key) for key in keys])

    async def _drop_broadcasts(self, now: datetime) -> int:
        """Drop broadcasts and letters that ended long ago, with their deliveries."""
        dropped = 0
        for key in await self.store.find(BROADCASTS):
            try:
                head = await self.store.get(BROADCASTS, key)
            except BotError:
                continue  # named in the log when it was found
            if head and _is_over(head, now):
                chunks = [chunk_key(key, number) for number in range(head.chunks or 0)]
                gone = [await self._drop(CHUNKS, chunk) for chunk in chunks]
                dropped += all(gone) and await self._drop(BROADCASTS, key)
        return dropped

    async def _drop(self, kind: Kind[T], key: str) -> bool:
        def decide(_: T | None) -> tuple[Write[T], None]:
            return Drop(), None

        try:
            await self.store.update(kind, key, decide)
        except BotError as error:
            log.warning("not_expired", kind=kind.name, key=key, reason=str(error))
            return False
        return True


def _is_over(head: Broadcast, now: datetime) -> bool:
    months = LETTER_MONTHS if head.is_letter else BROADCAST_MONTHS
    return head.ended_at is not None and EARLIEST <= head.ended_at < _before(now, months)


def _before(now: datetime, months: int) -> datetime:
    return datetime.combine(months_later(now.date(), -months), time(0), UTC)
