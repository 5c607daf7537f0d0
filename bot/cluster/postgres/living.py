"""Who is known to be sending what, of several processes: of one's own all, of others nothing.

What another process has claimed is taken over when its lease has run out, and not before.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ProcessLiving:
    """What the graphs of this process have in hand."""

    _owners: set[str] = field(default_factory=set)
    _in_hand: set[tuple[str, str]] = field(default_factory=set)

    def hold(self, owner: str, key: str) -> None:
        """See ``Living``."""
        self._owners.add(owner)
        self._in_hand.add((owner, key))

    def let_go(self, owner: str, key: str) -> None:
        """See ``Living``."""
        self._in_hand.discard((owner, key))

    def has_died(self, owner: str, key: str) -> bool:
        """See ``Living``: of another process's work it is never certain."""
        return owner in self._owners and (owner, key) not in self._in_hand
