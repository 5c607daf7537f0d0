"""The index: a summary of every document of one kind, in memory.

It answers which documents are due, of a school, at a step, without reading any. It is never the
truth: it is rebuilt from the documents at start and follows each write. Must not read or write
files; safe to use from several threads.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from threading import Lock
from typing import Final, NamedTuple

from bot.store.base import Summary, Where
from bot.store.tiny.change_log import ChangeLog

ASKED: Final = tuple(field.name for field in fields(Where) if field.name != "due_by")
"""The facts a document is asked for; each is one of `Summary` by the same name."""


class Entry(NamedTuple):
    """One document in the index: what is known of it, and which stored version that describes."""

    key: str
    summary: Summary
    identity: str


Group = tuple[str, str]


class Index:
    """Summaries by key, with quick ways to those that are due, of one school, or invited to one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._summaries: dict[str, Summary] = {}
        self._identities: dict[str, str] = {}
        self._groups: dict[Group, set[str]] = {}
        # Sorted. Moving 100,000 entries by one place costs 20 µs, and nothing is ever stale.
        self._due: list[tuple[float, str]] = []
        self.changes: Final = ChangeLog()

    def __len__(self) -> int:
        return len(self._summaries)

    def __contains__(self, key: str) -> bool:
        return key in self._summaries

    def fill(self, entries: Iterable[Entry]) -> None:
        """Add the entries of documents that are not in the index yet, many at once."""
        with self._lock:
            for key, summary, identity in entries:
                self._summaries[key] = summary
                self._identities[key] = identity
                for group in _groups_of(summary):
                    self._groups.setdefault(group, set()).add(key)
                if summary.due is not None:
                    self._due.append((summary.due, key))
            self._due.sort()

    def put(self, entry: Entry) -> None:
        """Replace what is known about a document by what was just written."""
        key, new, identity = entry
        with self._lock:
            self.changes.note(key)
            old = self._summaries.get(key)
            self._summaries[key] = new
            self._identities[key] = identity
            self._move_groups(key, _groups_of(old), _groups_of(new))
            self._move_due(key, old.due if old else None, new.due)

    def identify(self, key: str, identity: str) -> None:
        """Note which stored version an entry describes; harmless if the document is not known."""
        with self._lock:
            if key in self._identities:
                self._identities[key] = identity

    def drop(self, key: str) -> None:
        """Forget a document; harmless if it is not known."""
        with self._lock:
            old = self._summaries.pop(key, None)
            self._identities.pop(key, None)
            if old is not None:
                self.changes.note(key)
                self._move_groups(key, _groups_of(old), ())
                self._move_due(key, old.due, None)

    def find(self, where: Where) -> list[str]:
        """Name the documents for which `where` holds; with `due_by` the longest due come first."""
        with self._lock:
            names = tuple(name for name in ASKED if getattr(where, name) is not None)
            found, known = self._candidates(where), self._summaries
            if not names:
                return list(found)
            facts = attrgetter(*names)  # of one name its value, of several a tuple of them
            asked = facts(where)
            return [key for key in found if facts(known[key]) == asked]

    def entries(self) -> list[Entry]:
        """Give a copy of all entries, each as one write left it."""
        with self._lock:
            identities = self._identities
            return [Entry(key, row, identities[key]) for key, row in self._summaries.items()]

    def _candidates(self, where: Where) -> Iterator[str]:
        if where.due_by is not None:
            end = bisect_right(self._due, where.due_by, key=_due_of)
            return (key for _, key in self._due[:end])
        for group in _groups_of(where):
            return iter(self._groups.get(group, ()))
        return iter(self._summaries)

    def _move_groups(self, key: str, old: tuple[Group, ...], new: tuple[Group, ...]) -> None:
        if old == new:
            return
        for group in old:
            members = self._groups[group]
            members.discard(key)
            if not members:
                del self._groups[group]
        for group in new:
            self._groups.setdefault(group, set()).add(key)

    def _move_due(self, key: str, old: float | None, new: float | None) -> None:
        if old == new:
            return
        if old is not None:
            del self._due[bisect_left(self._due, (old, key))]
        if new is not None:
            insort(self._due, (new, key))


def _groups_of(facts: Summary | Where | None) -> tuple[Group, ...]:
    """Return the few groups that are kept apart: the members of a school, those with one code."""
    if facts is None:
        return ()
    named = (("school", facts.school), ("invited", facts.invited))
    return tuple((name, value) for name, value in named if value is not None)


def _due_of(entry: tuple[float, str]) -> float:
    return entry[0]
