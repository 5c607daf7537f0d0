"""The index: the facts of every document of one kind, in memory.

It answers which documents are due, or of a school, without reading any, and knows of facts only what
the kind declares. It is never the truth: it is rebuilt from the documents at start and follows each
write. Must not read or write files; safe to use from several threads.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable
from threading import Lock
from typing import Any, Final, NamedTuple, TypeAlias

from bot.store.base import Kind
from bot.store.facts import Ranged, Value, Values, Where
from bot.store.tiny.change_log import ChangeLog

Placed: TypeAlias = tuple[int, Where[Any]]
"""A condition with the place of its fact."""


class IndexEntry(NamedTuple):
    """One document in the index: what is known of it, and which stored version that describes."""

    key: str
    facts: Values
    identity: str


class KeyGroups:
    """The documents of each value of one fact."""

    def __init__(self) -> None:
        self._members: dict[Value, set[str]] = {}

    def fill(self, pairs: Iterable[tuple[Any, str]]) -> None:
        """Add many documents with their values at once."""
        for value, key in pairs:
            self._members.setdefault(value, set()).add(key)

    def move(self, key: str, before: Value | None, after: Value | None) -> None:
        """Follow a document from one value to another; None is no value."""
        if before is not None:
            members = self._members[before]
            members.discard(key)
            if not members:
                del self._members[before]
        if after is not None:
            self._members.setdefault(after, set()).add(key)

    def found(self, value: Value) -> Collection[str]:
        """Give the documents that have a value."""
        return self._members.get(value, ())


class KeyOrder:
    """The documents in the order of one fact, equal ones in that of their keys."""

    def __init__(self) -> None:
        # Moving 100,000 entries by one place costs 20 µs, and nothing is ever stale.
        self._sorted: list[tuple[Any, str]] = []

    def fill(self, pairs: Iterable[tuple[Any, str]]) -> None:
        """Add many documents with their values at once."""
        self._sorted += pairs
        self._sorted.sort()

    def move(self, key: str, before: Value | None, after: Value | None) -> None:
        """Follow a document from one value to another; None is no value."""
        if before is not None:
            del self._sorted[bisect_left(self._sorted, (before, key))]
        if after is not None:
            insort(self._sorted, (after, key))

    def found(self, value: Value) -> Collection[str]:
        """Give the documents up to a value, the smallest first."""
        end = bisect_right(self._sorted, value, key=_first)
        return [key for _, key in self._sorted[:end]]


class Index:
    """Facts by key, with quick ways to the documents of one value, and to those up to a value."""

    def __init__(self, kind: Kind[Any]) -> None:
        self.changes: Final = ChangeLog()
        self._kind: Final = kind
        self._lock = Lock()
        self._facts: dict[str, Values] = {}
        self._identities: dict[str, str] = {}
        # By the place of a fact. A flag has none: half of all documents is no quick way.
        self._ways: Final[dict[int, KeyGroups | KeyOrder]] = {
            at: KeyOrder() if isinstance(fact, Ranged) else KeyGroups()
            for at, fact in enumerate(kind.facts)
            if isinstance(fact, Ranged) or fact.type is not bool
        }

    def __len__(self) -> int:
        return len(self._facts)

    def __contains__(self, key: str) -> bool:
        return key in self._facts

    def fill(self, entries: Iterable[IndexEntry]) -> None:
        """Add the entries of documents that are not in the index yet, many at once."""
        with self._lock:
            entries = tuple(entries)
            for key, facts, identity in entries:
                self._facts[key] = facts
                self._identities[key] = identity
            for at, way in self._ways.items():
                way.fill((row[at], key) for key, row, _ in entries if row[at] is not None)

    def put(self, entry: IndexEntry) -> None:
        """Replace what is known about a document by what was just written."""
        key, new, identity = entry
        with self._lock:
            self.changes.note(key)
            old = self._facts.get(key)
            self._facts[key] = new
            self._identities[key] = identity
            if old != new:
                self._move(key, old, new)

    def identify(self, key: str, identity: str) -> None:
        """Note which stored version an entry describes; harmless if the document is not known."""
        with self._lock:
            if key in self._identities:
                self._identities[key] = identity

    def drop(self, key: str) -> None:
        """Forget a document; harmless if it is not known."""
        with self._lock:
            old = self._facts.pop(key, None)
            self._identities.pop(key, None)
            if old is not None:
                self.changes.note(key)
                self._move(key, old, None)

    def find(self, where: Iterable[Where[Any]]) -> list[str]:
        """Name the documents for which `where` holds, as `Store.find` promises."""
        asked = self._kind.checked(where)
        with self._lock:
            found, rest = self._begin(asked)
            for at, each in rest:
                found = self._sifted(found, at, each)
            return list(found)

    def entries(self) -> list[IndexEntry]:
        """Give a copy of all entries, each as one write left it."""
        with self._lock:
            identities = self._identities
            return [IndexEntry(key, row, identities[key]) for key, row in self._facts.items()]

    def _begin(self, asked: list[Placed]) -> tuple[Collection[str], list[Placed]]:
        """Give what one condition finds, and the others: an order, else the smallest group, else all."""
        ordered = [one for one in asked if isinstance(self._ways.get(one[0]), KeyOrder)]
        quick = ordered[:1] or [one for one in asked if one[0] in self._ways]
        if not quick:
            return self._facts, asked
        found = [(self._ways[at].found(each.value), (at, each)) for at, each in quick]
        keys, begun = min(found, key=lambda one: len(one[0]))
        return keys, [one for one in asked if one != begun]

    def _sifted(self, found: Collection[str], at: int, each: Where[Any]) -> Collection[str]:
        if isinstance(each.fact, Ranged):
            below = frozenset(self._ways[at].found(each.value))
            return [key for key in found if key in below]
        facts, value = self._facts, each.value
        return [key for key in found if facts[key][at] == value]

    def _move(self, key: str, old: Values | None, new: Values | None) -> None:
        for at, way in self._ways.items():
            before, after = old[at] if old else None, new[at] if new else None
            if before != after:
                way.move(key, before, after)


def _first(entry: tuple[Any, str]) -> Any:
    return entry[0]
