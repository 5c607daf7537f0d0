"""A lock for every document that somebody is working on, and none for the others."""

from threading import Lock
from typing import Final
from weakref import WeakValueDictionary


class DocumentLock:
    """The lock of one document: `with` it, from the thread that does the work."""

    __slots__ = ("__weakref__", "_lock")

    def __init__(self) -> None:
        self._lock: Final = Lock()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


class Locks:
    """Locks by key; a lock is forgotten when the last who holds or awaits it is done."""

    def __init__(self) -> None:
        self._guard: Final = Lock()
        self._locks: Final[WeakValueDictionary[str, DocumentLock]] = WeakValueDictionary()

    def of(self, key: str) -> DocumentLock:
        """Give the document's lock, the same to everybody who asks while it is in use."""
        with self._guard:
            lock = self._locks.get(key)
            if lock is None:
                lock = self._locks[key] = DocumentLock()
            return lock
