"""A lock for every document that somebody is working on, and none for the others."""

import asyncio
from typing import Final
from weakref import WeakValueDictionary


class Locks:
    """Locks by key; a lock is forgotten when the last who holds or awaits it is done."""

    def __init__(self) -> None:
        self._locks: Final[WeakValueDictionary[str, asyncio.Lock]] = WeakValueDictionary()

    def of(self, key: str) -> asyncio.Lock:
        """Give the document's lock, the same to everybody who asks while it is in use."""
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        return lock
