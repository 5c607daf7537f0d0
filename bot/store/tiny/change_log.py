"""Which documents of one kind changed lately, so that whoever keeps copies need not read all again."""

from collections import deque
from itertools import islice

from bot.store.base import Changed

CHANGES_KEPT = 1_000
"""Changes that are remembered; whoever looks less often reads all documents of the kind again."""


class ChangeLog:
    """The last changes, in memory. A start begins anew: copies do not outlive a process."""

    def __init__(self) -> None:
        self._version = 1
        self._keys: deque[str] = deque(maxlen=CHANGES_KEPT)
        self._none = Changed(self._version, frozenset())

    def note(self, key: str) -> None:
        """Note that a document is not, or perhaps not, as it was."""
        self._version += 1
        self._keys.append(key)

    def since(self, version: int) -> Changed:
        """Say what has changed after a version."""
        if version == self._version:  # so nearly always, twice a turn
            if self._none.version != version:
                self._none = Changed(version, frozenset())
            return self._none
        behind = self._version - version
        if version < 1 or behind > len(self._keys):
            return Changed(self._version, None)
        first = len(self._keys) - behind
        return Changed(self._version, frozenset(islice(self._keys, first, None)))
