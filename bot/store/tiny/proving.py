"""Reads in full, once people are served, the documents of which a start looked at the facts only.

A start without the index cache waits for every document, and half of that wait was for making values
that nobody had asked for. What does not make sense is told as when somebody asks for it. Until a document
is proved, by this or by whoever reads it first, the cache does not call it known: the next start looks
again. Must not decide what a fault is.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from itertools import count
from typing import Any, Final

from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Kind
from bot.store.tiny.collection import Collection

PROVED_TOGETHER: Final = 20
PAUSE_SECONDS: Final = 0.01
"""After so many documents, so long: 10,000 take some 6 s, in which turns have the processor."""


async def prove(
    collections: Iterable[Collection[Any]], get: Callable[[Kind[Any], str], Awaitable[Any]]
) -> None:
    """Get each document that nobody has read in full. Raises StoreUnavailable; the rest stays unproved."""
    done = count(1)
    for each in collections:
        for key in tuple(each.unproved):
            if key not in each.unproved:
                continue
            with suppress(DocumentDamaged, DocumentTooNew):  # told by the collection
                await get(each.kind, key)
            if next(done) % PROVED_TOGETHER == 0:
                await asyncio.sleep(PAUSE_SECONDS)
