"""Facts: what the documents of a kind can be searched by, declared by the kind itself.

A fact is made from a value each time that is written, and kept beside the document: in memory by
`tiny`, as a column of its type beside the stored form by a database. Nobody reads a document to
find it. Must know no kind, and no backend.
"""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeAlias, TypeVar

T = TypeVar("T")
V = TypeVar("V", str, int, float, bool)

Value: TypeAlias = str | int | float | bool
Values: TypeAlias = tuple[Value | None, ...]
"""The facts of one document, in the order in which its kind declares them."""

NAME_PATTERN: Final = re.compile(r"[a-z][a-z_]{0,31}")  # a column can have such a name


@dataclass(frozen=True, eq=False)
class Fact(Generic[T, V]):
    """What documents are searched by: a name, a type, how it follows from a value (None: it has none).

    Moments are seconds since 1970, UTC.
    """

    name: str  # NAME_PATTERN
    type: type[V]
    of: Callable[[T], V | None]
    stored: Callable[[Mapping[str, Any]], V | None] | None = None
    """The same of the stored form in its newest version; raises LookupError where only the value tells."""

    def __post_init__(self) -> None:
        """Refuse a name that cannot be a column's."""
        if not NAME_PATTERN.fullmatch(self.name):
            raise ValueError(f"a fact's name matches {NAME_PATTERN.pattern}: {self.name!r}")


@dataclass(frozen=True, eq=False)
class Equal(Fact[T, V]):
    """A fact that is asked for by its value. A flag only sifts what other conditions have found."""

    def equals(self, value: V) -> "Where[T]":
        """Ask for the documents that have this value."""
        return Where(self, value)


@dataclass(frozen=True, eq=False)
class Ranged(Fact[T, V]):
    """A fact that is asked for by its order: what is due by a moment."""

    def up_to(self, value: V) -> "Where[T]":
        """Ask for the documents whose value is this or a smaller one, the smallest first."""
        return Where(self, value)


@dataclass(frozen=True, slots=True)
class Where(Generic[T]):
    """A condition on documents of one kind; made by its facts, checked by the kind."""

    fact: Fact[T, Any]
    value: Value


def shared(value: Value | None) -> Value | None:
    """Return a value that is kept once, however many have it: 100,000 people have few schools."""
    return sys.intern(str(value)) if isinstance(value, str) else value
