"""Takes a person out of the outbox: somebody who deleted her data, or withdrew her consent.

Every step may be repeated, and is carried out as far as it can be: what cannot be read or written
does not keep the rest. Her deliveries stay as numbers, so that the counts of a broadcast stay true.
"""

from collections.abc import Iterable
from datetime import datetime

import structlog

from bot.cluster.notifier import Notifier
from bot.domain.broadcast.batch import Batch
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.broadcast.erasing import stopped, unquoted, wordless
from bot.errors import (
    BotError,
    DocumentDamaged,
    DocumentTooNew,
    DocumentUnwritable,
    StoreUnavailable,
)
from bot.store.base import Decision, Keep, Kind, Put, Store, T, Where, Write
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS

log = structlog.stdlib.get_logger(__name__)


async def forget(store: Store, notifier: Notifier, person: int, now: datetime) -> None:
    """Take out somebody's name, the words of her letters, and what others quoted of these.

    Her broadcasts that have not ended are stopped. Raises StoreUnavailable or DocumentUnwritable
    when something could not be read or written; the rest is done, and calling it again does what is missing.
    """
    letters: set[str] = set()
    heads = store.find(BROADCASTS, Where())
    known = set(heads)

    def without_words(head: Broadcast | None) -> tuple[Write[Broadcast], None]:
        if head is None or head.by != person:
            return Keep(), None
        if head.is_letter:
            letters.add(head.id)
        return _written(head, wordless(head, now), notifier)

    def without_quote(head: Broadcast | None) -> tuple[Write[Broadcast], None]:
        return _written(head, unquoted(head, letters, known)) if head else (Keep(), None)

    def nameless(chunk: Batch | None) -> tuple[Write[Batch], None]:
        after = chunk.without_name(person) if chunk else None
        return (Put(after) if after and after != chunk else Keep()), None

    failures = [
        *await _each(store, BROADCASTS, heads, without_words),
        *await _each(store, BROADCASTS, heads, without_quote),
        *await _each(store, CHUNKS, store.find(CHUNKS, Where()), nameless),
    ]
    if failures:
        raise failures[0]


async def step_down(store: Store, notifier: Notifier, person: int, now: datetime) -> None:
    """Stop somebody's broadcasts, and take her name out of them: she coordinates no more.

    Raises StoreUnavailable as ``forget`` does.
    """

    def decide(head: Broadcast | None) -> tuple[Write[Broadcast], None]:
        if head is None or head.by != person or head.is_letter:
            return Keep(), None
        return _written(head, stopped(head, now), notifier)

    if failures := await _each(store, BROADCASTS, store.find(BROADCASTS, Where()), decide):
        raise failures[0]


def _written(
    head: Broadcast, after: Broadcast, notifier: Notifier | None = None
) -> tuple[Write[Broadcast], None]:
    """Return the write of a broadcast; one that stops now is held back at once."""
    if notifier and after.phase is not head.phase:
        notifier.halt(head.id)
    return (Put(after) if after != head else Keep()), None


async def _each(
    store: Store, kind: Kind[T], keys: Iterable[str], decide: Decision[T, None]
) -> list[BotError]:
    """Change each of these documents and return what failed.

    One that is damaged cannot be changed by anybody; it is named in the log.
    """
    failures: list[BotError] = []
    for key in keys:
        try:
            await store.update(kind, key, decide)
        except (StoreUnavailable, DocumentUnwritable) as error:
            failures.append(error)
        except (DocumentDamaged, DocumentTooNew) as error:
            log.warning("not_forgotten", kind=kind.name, key=key, reason=str(error))
    return failures
