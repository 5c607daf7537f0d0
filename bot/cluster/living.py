"""Who is known to be sending what, so that a claim of the dead is taken over without waiting.

Must not know what a claim is about, nor where it is stored.
"""

from dataclasses import dataclass, field
from typing import Protocol


class Living(Protocol):
    """What is known of those who have made claims on one store."""

    def hold(self, owner: str, key: str) -> None:
        """Note that an owner has something in hand."""

    def let_go(self, owner: str, key: str) -> None:
        """Note that she has it in hand no more."""

    def has_died(self, owner: str, key: str) -> bool:
        """Say whether it is certain that nobody has this in hand; if in doubt it is not."""


@dataclass(frozen=True, slots=True)
class LocalLiving:
    """All who work on the store live in this process: what nobody here has in hand, nobody has.

    So it is with TinyDB, whose folder serves one process (``store/tiny/lock``): what an earlier
    process had claimed is taken over at once. With several processes leases have to run out.
    """

    _in_hand: set[tuple[str, str]] = field(default_factory=set)

    def hold(self, owner: str, key: str) -> None:
        """See ``Living``."""
        self._in_hand.add((owner, key))

    def let_go(self, owner: str, key: str) -> None:
        """See ``Living``."""
        self._in_hand.discard((owner, key))

    def has_died(self, owner: str, key: str) -> bool:
        """See ``Living``."""
        return (owner, key) not in self._in_hand


THIS_PROCESS = LocalLiving()
"""Shared by all object graphs of this process; owners' names are random, so stores do not mix."""
