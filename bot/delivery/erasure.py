"""Takes a person out of the outbox: somebody who deleted her data, or withdrew her consent.

Every step may be repeated, and is carried out as far as it can be: what cannot be read or written
does not keep the rest. Her deliveries stay as numbers, so that the counts of a broadcast stay true.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import structlog

from bot.cluster.notifier import Notifier
from bot.domain.broadcast.batch import Batch
from bot.domain.broadcast.broadcast import Broadcast, Content
from bot.domain.broadcast.order import Order, may_be, ordered
from bot.domain.person.person import Person
from bot.errors import (
    BotError,
    DocumentDamaged,
    DocumentTooNew,
    DocumentUnwritable,
    StoreUnavailable,
)
from bot.store.base import Decision, Keep, Kind, Put, Store, T, Where, Write
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.people import PEOPLE

log = structlog.stdlib.get_logger(__name__)


async def forget(store: Store, notifier: Notifier, person: int, now: datetime) -> None:
    """Take out somebody's name, the words of her letters, and what others quoted of these.

    Her broadcasts that have not ended are stopped. Raises StoreUnavailable or DocumentUnwritable
    when something could not be read or written; the rest is done, and calling it again does what is missing.
    """
    letters: set[str] = set()
    heads = store.find(BROADCASTS, Where())
    known = set(heads)

    def wordless(head: Broadcast | None) -> tuple[Write[Broadcast], None]:
        if head is None or head.by != person:
            return Keep(), None
        after = _stopped(head, notifier, now)
        if head.is_letter:
            letters.add(head.id)
            after = replace(after, content=Content(), quote="")
        return (Put(after) if after != head else Keep()), None

    def unquoted(head: Broadcast | None) -> tuple[Write[Broadcast], None]:
        if head is None or not head.quote:
            return Keep(), None
        hers = head.answers in letters or head.answers not in known
        return (Put(replace(head, quote="")) if hers else Keep()), None

    def nameless(chunk: Batch | None) -> tuple[Write[Batch], None]:
        after = chunk.without_name(person) if chunk else None
        return (Put(after) if after and after != chunk else Keep()), None

    failures = [
        *await _each(store, BROADCASTS, heads, wordless),
        *await _each(store, BROADCASTS, heads, unquoted),
        *await _each(store, CHUNKS, store.find(CHUNKS, Where()), nameless),
    ]
    if failures:
        raise failures[0]


async def unasked(store: Store, coordinators: Iterable[int], person: int) -> None:
    """Take somebody out of what coordinators have asked for and what the outbox has not taken yet.

    Raises StoreUnavailable or DocumentUnwritable as ``forget`` does.
    """

    def decide(known: Person | None) -> tuple[Write[Person], None]:
        after = known and _without(known, person)
        return (Put(after) if after and after != known else Keep()), None

    if failures := await _each(store, PEOPLE, map(str, sorted(coordinators)), decide):
        raise failures[0]


def _without(coordinator: Person, person: int) -> Person:
    """Return a coordinator whose wishes and broadcasts do not name somebody."""
    asks = tuple(
        replace(
            ask,
            waiting=tuple(one for one in ask.waiting if one != person),
            outcomes={one: dealt for one, dealt in ask.outcomes.items() if one != person},
        )
        for ask in coordinator.asks
    )
    announced = tuple(
        replace(one, recipients=tuple(each for each in one.recipients if each.id != person))
        for one in coordinator.announced
    )
    return replace(coordinator, asks=asks, announced=announced)


async def step_down(store: Store, notifier: Notifier, person: int, now: datetime) -> None:
    """Stop somebody's broadcasts, and take her name out of them: she coordinates no more.

    Raises StoreUnavailable as ``forget`` does.
    """

    def decide(head: Broadcast | None) -> tuple[Write[Broadcast], None]:
        if head is None or head.by != person or head.is_letter:
            return Keep(), None
        after = _stopped(head, notifier, now)
        return (Put(after) if after != head else Keep()), None

    if failures := await _each(store, BROADCASTS, store.find(BROADCASTS, Where()), decide):
        raise failures[0]


def _stopped(head: Broadcast, notifier: Notifier, now: datetime) -> Broadcast:
    """Return a broadcast that goes no further, without the name of who sent it."""
    if may_be(head, Order.STOP):
        notifier.halt(head.id)
    return replace(ordered(head, Order.STOP, now), sender="", repeats=False)


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
