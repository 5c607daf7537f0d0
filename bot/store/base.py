"""The storage contract: what every place where documents are kept promises.

A *document* is everything stored about one person, school or the like. It has a kind, a key and
one value. Whoever keeps documents promises:

* Documents are changed only by `Store.commit`, and by `Store.update`, which is the case of one
  document. Changes of one document happen one after another; different documents do not wait for
  each other. A commit holds all its documents from reading to writing, and takes them in one order,
  so that two commits over the same ones never wait for each other for ever.
* When a commit returns, all its changes survive the end of the process and of the power supply.
  When it raises, all its documents are as they were before. Nobody sees a part of it: no later
  commit, no reader of a document, no `find`, and no process after a crash. A caller that stops
  waiting does not stop it.
* A decision is pure and quick: it may run more than once, because a backend may have to repeat
  it, and others may wait while it runs.
* A document written by an older program is upgraded when it is read and stored in the new form at
  its next change. A document written by a newer program is neither read nor touched.
* A document that cannot be read is reported and refused, never treated as absent: a person whose
  document is damaged is not a new person. All others are served. `find` may name one that nobody has
  read yet.
* `find` and `count` answer from the facts that the kind declares (`facts`) and read no document.
  They know every change that `update` has returned from. What is kept of facts can be made anew from
  the documents at any time: it has a version of its own, and no document knows that.

This file must not know any backend, and no kind of document.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, Protocol, TypeAlias, TypeVar, cast

from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.facts import Fact, Value, Values, Where, shared

T = TypeVar("T")
R = TypeVar("R")

KEY_PATTERN: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
KIND_PATTERN: Final = re.compile(r"[a-z]{1,32}")


# Kind and Put have no slots: Python 3.11 cannot make `Kind[Person](...)` of a frozen class with
# slots (the class is made anew, and `super()` in it still means the first one).


@dataclass(frozen=True, kw_only=True)
class Kind(Generic[T]):
    """A kind of document: its name, and how a value becomes a stored form and comes back.

    `encode` gives a new JSON-able mapping, without a field `version`: the store adds and removes
    that one. `decode` takes such a mapping of the newest version and raises ValueError if it makes
    no sense. `upgrades[n]` is a pure function from the form of version n to that of n + 1.
    `facts` are all that its documents are searched by. Raise `facts_version` when one of them means
    something else than before: what is kept of it is made anew, and no document is touched.
    `key_of` tells under which key a value belongs: one that is found under another (a file copied by
    hand) is damaged.
    """

    name: str  # KIND_PATTERN
    version: int  # of the stored form, from 1
    encode: Callable[[T], dict[str, Any]]
    decode: Callable[[dict[str, Any]], T]
    facts: tuple[Fact[T, Any], ...] = ()
    facts_version: int = 1
    upgrades: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = field(default_factory=dict)
    key_of: Callable[[T], str] | None = None

    def __post_init__(self) -> None:
        """Refuse a name that is no folder name, and a gap in the upgrades."""
        if not KIND_PATTERN.fullmatch(self.name):
            raise ValueError(f"a kind's name matches {KIND_PATTERN.pattern}: {self.name!r}")
        missing = set(range(1, self.version)) - set(self.upgrades)
        if missing:
            raise ValueError(f"kind {self.name} lacks upgrades from versions {sorted(missing)}")
        if len({fact.name for fact in self.facts}) < len(self.facts):
            raise ValueError(f"kind {self.name} declares two facts of one name")

    def values_of(self, value: T) -> Values:
        """Give the facts of a value, in the order in which they are declared."""
        return tuple([shared(fact.of(value)) for fact in self.facts])

    def values_in(self, form: Mapping[str, Any]) -> Values | None:
        """Give the facts as a stored form of the newest version tells them; None if a value must.

        Looks at nothing else of the form, which may make no sense. Raises whatever that leads to.
        """
        values: list[Value | None] = []
        for fact in self.facts:
            value = fact.stored(form) if fact.stored else None
            if fact.stored is None or not isinstance(value, fact.type | None):
                return None
            values.append(shared(value))
        return tuple(values) or None

    def checked(self, where: Iterable[Where[T]]) -> list[tuple[int, Where[T]]]:
        """Give conditions, each with the place of its fact.

        Raises ValueError for a fact that the kind does not declare, TypeError for a value of
        another type.
        """
        found = []
        for each in where:
            if each.fact not in self.facts:
                raise ValueError(f"kind {self.name} declares no such fact: {each.fact.name}")
            if not isinstance(each.value, each.fact.type):
                given = type(each.value).__name__
                raise TypeError(f"{self.name}.{each.fact.name} is no {given}")
            found.append((self.facts.index(each.fact), each))
        return found


@dataclass(frozen=True)
class Put(Generic[T]):
    """Store this value in place of what was there."""

    value: T


@dataclass(frozen=True, slots=True)
class Keep:
    """Leave the document as it is; nothing is written."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Delete the document; it is absent afterwards. Nothing happens if it was absent."""


Write: TypeAlias = Put[T] | Keep | Drop
Decision: TypeAlias = Callable[[T | None], tuple[Write[T], R]]

Find: TypeAlias = Callable[["Kind[Any]", Iterable["Where[Any]"]], list[str]]

Fault: TypeAlias = DocumentDamaged | DocumentTooNew
"""What is wrong with one document, and hurts nobody but its owner."""


@dataclass(frozen=True, eq=False)
class Ref(Generic[T]):
    """Names one document. Two are equal when they name the same kind and key."""

    kind: Kind[T]
    key: str

    @property
    def place(self) -> tuple[str, str]:
        """The names of kind and document, by which documents are locked in order."""
        return self.kind.name, self.key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ref) and self.place == other.place

    def __hash__(self) -> int:
        return hash(self.place)


class View:
    """What a decision over several documents sees: the value of each, None for one that is absent.

    An optional document that cannot be read is shown as None too; `fault` tells it apart.
    """

    def __init__(
        self, values: Mapping[Ref[Any], Any], faults: Mapping[Ref[Any], Fault], find: Find
    ) -> None:
        self._values = values
        self._faults = faults
        self._find = find

    def __getitem__(self, ref: Ref[T]) -> T | None:
        """Give a document's value; raises KeyError for one that the commit did not name."""
        return cast("T | None", self._values[ref])

    def __contains__(self, ref: Ref[Any]) -> bool:
        return ref in self._values

    def fault(self, ref: Ref[Any]) -> Fault | None:
        """Say why an optional document cannot be read; None if it can, or is absent."""
        return self._faults.get(ref)

    def find(self, kind: Kind[T], *where: Where[T]) -> list[str]:
        """Name the documents for which all of `where` holds now, as `Store.find` does.

        It knows every commit that has let go of its documents. Others may come and go meanwhile:
        who needs all of them shares a document with whoever adds one.
        """
        return self._find(kind, where)


@dataclass(frozen=True)
class Plan(Generic[R]):
    """What becomes of several documents, and the answer; one that is not mentioned is kept.

    What is meant for an optional document that cannot be read is not carried out.
    """

    writes: Mapping[Ref[Any], Write[Any]]
    answer: R


@dataclass(frozen=True)
class More:
    """The decision needs to see these documents as well: it is asked again with all of them."""

    refs: tuple[Ref[Any], ...]
    optional: tuple[Ref[Any], ...] = ()


JointDecision: TypeAlias = Callable[[View], Plan[R] | More]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReport:
    """What was found when the store was opened.

    The errors in it were not raised: they name the documents that will be refused. A backend may look at
    no more than the facts of some of them; what is wrong with those is told when they are read in full.
    """

    documents: int  # that can be served
    read: int  # of these, how many were read instead of recognised as unchanged
    damaged: tuple[DocumentDamaged, ...] = ()
    too_new: tuple[DocumentTooNew, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed of a kind up to a version; keys are None when it may be any of them."""

    version: int
    keys: frozenset[str] | None


class Store(Protocol):
    """Keeps documents as the head of this file promises. A key matches KEY_PATTERN."""

    async def open(self) -> OpenReport:
        """Take possession of the data and make it ready; call once, before everything else.

        Raises StoreBusy if another process has it, StoreDamaged if so many documents cannot be
        read that the disk must be suspected, StoreUnavailable if it cannot be reached.
        """

    async def close(self) -> None:
        """Finish all writes under way and release the data; harmless if it was never opened."""

    async def get(self, kind: Kind[T], key: str) -> T | None:
        """Give the document's value, or None if there is no such document.

        Raises DocumentDamaged, DocumentTooNew or StoreUnavailable.
        """

    async def update(self, kind: Kind[T], key: str, decide: Decision[T, R]) -> R:
        """Show the value (or None) to `decide`, do the write it asks for, give back its answer.

        Raises what `get` raises and what `decide` raises.
        """

    async def commit(
        self,
        refs: Iterable[Ref[Any]],
        decide: JointDecision[R],
        optional: Iterable[Ref[Any]] = (),
    ) -> R:
        """Show these documents to `decide`, do all the writes it asks for or none, give its answer.

        Those in `optional` are shown too, and do not keep the others from being changed when they
        cannot be read. Raises what `update` raises; ValueError when `decide` writes to a document
        that it was not shown, or asks for no more than it has seen.
        """

    async def changed(self, kind: Kind[Any], since: int) -> Changed:
        """Say which documents of a kind changed after a version (0: none is known), whoever did it.

        For whoever keeps copies of them. The next question is asked with the version of this answer.
        It knows at once what went through this store, within a second what went through another one
        on the same data. What could not be read, or was perhaps not written, counts as changed.
        """

    async def find(self, kind: Kind[T], *where: Where[T]) -> list[str]:
        """Name the documents for which all of `where` holds; of every one without any.

        With a `Ranged` fact they come in its order, equal ones in that of their keys; of several
        such facts the first counts. Raises ValueError for a fact that the kind does not declare,
        TypeError for a value of another type.
        """

    async def count(self, kind: Kind[T], *where: Where[T]) -> int:
        """Say how many documents `find` would name: of those that can be served."""

    def unreadable(self, kind: Kind[Any]) -> int:
        """Say how many documents of this kind are known to be refused: damaged or too new."""
