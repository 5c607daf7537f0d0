"""Drops what has been kept long enough: logs of schools, results of broadcasts, letters, ids of files.

What is dropped may be dropped again: the deliveries go first and the head, which names them, last.
Of what people hold themselves only Telegram's ids of old files go; see ``domain/person/old_files``.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import structlog

from bot.domain.broadcast.batch import chunk_key
from bot.domain.broadcast.broadcast import Broadcast, Medium
from bot.domain.calendar.quarter import months_later
from bot.domain.person.farewell import KEPT
from bot.domain.person.old_files import FILE_MONTHS, without_old_files
from bot.domain.person.person import Person
from bot.domain.school.audit import MONTHS_KEPT, month_of
from bot.errors import BotError
from bot.store.base import Drop, Keep, Kind, Put, Store, T, Write
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.farewells import FAREWELLS, SAID_AT
from bot.store.codec.people import CLOCK_TRUSTED_FROM, FILES_SINCE, PEOPLE
from bot.store.codec.schools import AUDIT

log = structlog.stdlib.get_logger(__name__)

BROADCAST_MONTHS = 24
"""How long the result of a broadcast can be read, like the log that tells of it."""

LETTER_MONTHS = 12
"""How long the words of an answer, or of an evaluation that was shared, are kept."""

DAY = timedelta(days=1)
MONTH_LENGTH = len("2026-11")


async def _nobody(_now: datetime) -> int:
    """Delete nobody's data."""
    return 0


@dataclass(slots=True)
class Expiry:
    """Sweeps one store once a day."""

    store: Store
    clock: Callable[[], datetime]
    erase: Callable[[datetime], Awaitable[int]] = _nobody
    """Deletes the data of those who stayed away; says of how many."""

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
        await self.erase(now)
        await self._drop_farewells(now)
        files = await self._drop_files(now)
        if logs or broadcasts or files:
            log.info("expired", logs=logs, broadcasts=broadcasts, files=files)

    async def _drop_logs(self, now: datetime) -> int:
        """Drop the logs of months that are told no more; a log's key ends with its month."""
        oldest, first = month_of(_before(now, MONTHS_KEPT)), month_of(CLOCK_TRUSTED_FROM)
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

    async def _drop_farewells(self, now: datetime) -> None:
        """Forget who left when no backup can hold her any more."""
        over = SAID_AT.up_to((now - KEPT).timestamp())
        for key in await self.store.find(FAREWELLS, over):
            await self._drop(FAREWELLS, key)

    async def _drop_files(self, now: datetime) -> int:
        """Take old files' ids out of people's documents and of broadcasts; say of how many."""
        before = _before(now, FILE_MONTHS)
        due = await self.store.find(PEOPLE, FILES_SINCE.up_to(before.timestamp()))
        people = [await self._change(PEOPLE, key, partial(_fileless, before)) for key in due]
        heads = await self.store.find(BROADCASTS)
        sent = [
            await self._change(BROADCASTS, key, partial(_sent_fileless, before)) for key in heads
        ]
        return sum(people) + sum(sent)

    async def _change(self, kind: Kind[T], key: str, change: Callable[[T], T]) -> bool:
        def decide(value: T | None) -> tuple[Write[T], bool]:
            after = change(value) if value is not None else None
            return (Put(after), True) if after is not None and after != value else (Keep(), False)

        try:
            return await self.store.update(kind, key, decide)
        except BotError as error:
            log.warning("files_not_expired", kind=kind.name, key=key, reason=str(error))
            return False

    async def _drop(self, kind: Kind[T], key: str) -> bool:
        def decide(_: T | None) -> tuple[Write[T], None]:
            return Drop(), None

        try:
            await self.store.update(kind, key, decide)
        except BotError as error:
            log.warning("not_expired", kind=kind.name, key=key, reason=str(error))
            return False
        return True


def _fileless(before: datetime, person: Person) -> Person:
    return without_old_files(person, before)


def _sent_fileless(before: datetime, head: Broadcast) -> Broadcast:
    """Return what was sent long ago with its words only."""
    if (
        not head.content.file
        or head.ended_at is None
        or not CLOCK_TRUSTED_FROM <= head.ended_at < before
    ):
        return head
    return replace(head, content=replace(head.content, medium=Medium.TEXT, file=""))


def _is_over(head: Broadcast, now: datetime) -> bool:
    months = LETTER_MONTHS if head.is_letter else BROADCAST_MONTHS
    return head.ended_at is not None and CLOCK_TRUSTED_FROM <= head.ended_at < _before(now, months)


def _before(now: datetime, months: int) -> datetime:
    return datetime.combine(months_later(now.date(), -months), time(0), UTC)
