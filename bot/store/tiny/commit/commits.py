"""Commits: one decision over several documents, whose writes all happen or none.

A single change is made as `update` makes it. Several are tried first, so that a document which can
surely not be written refuses the whole. Then they are written down together, as an intent; that
write decides. Then each document is replaced, and the intent goes. What cannot be finished at once
is finished later, or by the next start. Must not know how documents or intents are kept.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeVar

from bot.errors import DocumentDamaged, DocumentTooNew, DocumentUnwritable, StoreUnavailable
from bot.store.base import (
    KEY_PATTERN,
    Fault,
    JointDecision,
    Kind,
    More,
    Plan,
    Ref,
    View,
    Write,
)
from bot.store.facts import Where
from bot.store.tiny.collection import Collection
from bot.store.tiny.commit.gate import CommitGate
from bot.store.tiny.commit.intent import DocumentChange, Intent, IntentPart, Intents
from bot.store.tiny.commit.intent_files import (
    INTENTS_NAME,
    Unfinished,
    Wanted,
)
from bot.store.tiny.documents import Staged

R = TypeVar("R")

ALL: Final = "all"  # the key under which the folder of intents is told of


class ShownDocuments(NamedTuple):
    """The documents of one commit, as they were read."""

    staged: dict[Ref[Any], Staged]
    values: dict[Ref[Any], Any]
    faults: dict[Ref[Any], Fault]


class StoredIntents(Intents, Protocol):
    """Where intents are kept, and met again at the next start."""

    @property
    def path(self) -> Path:
        """Say where they are."""

    def unfinished(self) -> Iterator[Unfinished]:
        """Read the intents that an earlier process left, while nobody works. Raises CommitTooNew."""

    def set_aside(self, name: str) -> Path:
        """Rename a damaged intent so that it is kept and no longer met, and say where it is."""


class JointCommits:
    """All commits of one store over several documents."""

    def __init__(
        self,
        collections: Mapping[str, Collection[Any]],
        intents: StoredIntents,
        gate: CommitGate,
    ) -> None:
        self.damaged: Final[list[DocumentDamaged]] = []
        self.too_new: Final[list[DocumentTooNew]] = []
        self.on_fault: Callable[[Fault], None] = lambda _: None
        self.on_trouble: Callable[[StoreUnavailable], None] = lambda _: None
        self._collections: Final = collections
        self._intents: Final = intents
        self._gate: Final = gate
        self._open: Final[set[Intent]] = set()

    async def commit(
        self,
        refs: Iterable[Ref[Any]],
        decide: JointDecision[R],
        optional: Iterable[Ref[Any]],
    ) -> R:
        """See `Store.commit`."""
        needed, spare = set(refs), set(optional)
        while True:
            outcome = await self._attempt(needed | spare, spare, decide)
            if isinstance(outcome, Plan):
                return outcome.answer
            seen = len(needed | spare)
            needed.update(outcome.refs)
            spare.update(outcome.optional)
            if len(needed | spare) == seen:
                raise ValueError("a decision asks for no more documents than it has seen")

    async def _attempt(
        self, refs: set[Ref[Any]], spare: set[Ref[Any]], decide: JointDecision[R]
    ) -> Plan[R] | More:
        places = {ref: self._of(ref) for ref in sorted(refs, key=lambda ref: ref.place)}
        async with AsyncExitStack() as locks:
            for ref, collection in places.items():
                await locks.enter_async_context(collection.lock(ref.key))
            shown = await self._show(places, spare)
            outcome = decide(View(shown.values, shown.faults, self._find))
            if isinstance(outcome, Plan):
                await self._carry_out(self._changes(outcome.writes, shown))
            return outcome

    def _find(self, kind: Kind[Any], where: Iterable[Where[Any]]) -> list[str]:
        return self._collections[kind.name].index.find(where)

    async def _show(
        self, places: Mapping[Ref[Any], Collection[Any]], spare: set[Ref[Any]]
    ) -> ShownDocuments:
        shown = ShownDocuments({}, {}, {})
        for ref, collection in places.items():
            try:
                shown.staged[ref], shown.values[ref] = await collection.look(ref.key)
            except (DocumentDamaged, DocumentTooNew) as fault:
                if ref not in spare:
                    raise
                shown.values[ref], shown.faults[ref] = None, fault
        return shown

    def _changes(
        self, writes: Mapping[Ref[Any], Write[Any]], shown: ShownDocuments
    ) -> list[tuple[Collection[Any], DocumentChange]]:
        """Make everything ready, so that what has no stored form is found out before any write."""
        changes = []
        for ref, write in writes.items():
            if ref not in shown.values:
                raise ValueError(f"a decision writes to what it was not shown: {ref.place}")
            if staged := shown.staged.get(ref):
                collection = self._of(ref)
                if change := collection.change(ref.key, write, staged):
                    changes.append((collection, change))
        return changes

    async def _carry_out(self, changes: list[tuple[Collection[Any], DocumentChange]]) -> None:
        if len(changes) == 1:
            collection, change = changes[0]
            await collection.carry_out(change)
        elif changes:
            for collection, change in changes:
                await collection.claims.free(change.key)
            await self._check(changes)
            async with self._gate.passed():
                await self._carry_out_together(changes)

    async def _check(self, changes: list[tuple[Collection[Any], DocumentChange]]) -> None:
        checks = (collection.claims.check(change.key) for collection, change in changes)
        for outcome in await asyncio.gather(*checks, return_exceptions=True):
            if outcome is not None:
                raise outcome

    async def _carry_out_together(
        self, changes: list[tuple[Collection[Any], DocumentChange]]
    ) -> None:
        parts = [
            IntentPart(collection.claims, each.key, each.content) for collection, each in changes
        ]
        intent = Intent(self._intents.new_name(), parts, self._intents)
        try:
            await intent.keep()
        except (OSError, StoreUnavailable) as error:
            for collection, change in changes:
                collection.claims.put(change.key, intent, None)
            with suppress(StoreUnavailable):
                await self._settle(intent)
            if isinstance(error, StoreUnavailable):
                raise
            fault = DocumentUnwritable(INTENTS_NAME, ALL, self._intents.path, str(error))
            self.on_fault(fault)
            raise fault from error
        for collection, change in changes:
            collection.decided(change, intent)
        try:
            await self._settle(intent)
        except StoreUnavailable as error:  # it is decided and durable: only its documents wait
            self.on_trouble(error)

    async def _settle(self, intent: Intent) -> None:
        self._open.add(intent)
        await intent.settle()
        if not intent.is_open:
            self._open.discard(intent)

    async def settle(self) -> None:
        """Finish what is open, as far as the disk allows. Raises StoreUnavailable."""
        for intent in tuple(self._open):
            await self._settle(intent)

    def find_unfinished(self) -> bool:
        """Take over what an earlier process had decided, before anything is read; say if there is any.

        Settle it before the documents are met. Raises CommitTooNew.
        """
        for found in self._intents.unfinished():
            if found.damage:
                path = self._intents.set_aside(found.name)
                self.damaged.append(DocumentDamaged(INTENTS_NAME, found.name, path, found.damage))
            elif all(map(self._is_known, found.wanted)):
                self._take_over(found)
            else:
                self._withhold(found.wanted)
        return bool(self._open)

    def _is_known(self, wanted: Wanted) -> bool:
        collection = self._collections.get(wanted.kind)
        return collection is not None and wanted.version <= collection.kind.version

    def _take_over(self, found: Unfinished) -> None:
        parts = []
        for kind, key, _, tables in found.wanted:
            collection = self._collections[kind]
            content = None if tables is None else collection.dump(tables)
            parts.append(IntentPart(collection.claims, key, content))
        intent = Intent(found.name, parts, self._intents)
        for each, part in zip(found.wanted, parts, strict=True):
            self._collections[each.kind].claims.put(each.key, intent, part.content)
        self._open.add(intent)

    def _withhold(self, wanted: Iterable[Wanted]) -> None:
        """Refuse the documents of a newer program's commit: it alone can finish that."""
        for each in wanted:
            collection = self._collections.get(each.kind)
            known = collection.kind.version if collection else 0
            fault = DocumentTooNew(each.kind, each.key, each.version, known)
            if collection is None:
                self.too_new.append(fault)
            else:
                collection.claims.withhold(each.key, fault)
                collection.too_new[each.key] = fault

    def _of(self, ref: Ref[Any]) -> Collection[Any]:
        if not KEY_PATTERN.fullmatch(ref.key):
            raise ValueError(f"a key matches {KEY_PATTERN.pattern}: {ref.key!r}")
        return self._collections[ref.kind.name]
