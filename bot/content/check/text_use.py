"""Which texts the code needs, read from its own source as a syntax tree.

Every ``say("key", name=…)``, ``label``, ``button``, ``pick``, ``tell``, ``words`` and ``family``
is a use. Must not know the texts; ``content.check.texts`` compares.
"""

import ast as python
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from operator import attrgetter
from pathlib import Path

SENTENCES = frozenset({"say"})
ON_BUTTONS = frozenset({"button"})
LABELS = frozenset({"label", "button", "words"})
MEMBERS = frozenset({"pick", "tell"})
OPEN = frozenset({"family"})
HTML = frozenset({"say", "tell"})

ASKED = re.compile(rf"\.\s*({'|'.join(sorted(SENTENCES | LABELS | MEMBERS | OPEN))})\b")
"""Stands in every file that uses a text; the others, three of five, need not be read as a tree."""

ANY = "*"
"""Stands in a name for what only running the code could tell."""


@dataclass(frozen=True, slots=True)
class TextNames:
    """The names of texts that come from values, so that running the code alone could tell them.

    ``families`` has the members of ``<family>-<member>``; ``attributes`` those of a message (or
    of each member of a family). Where only some of the calls for a text hand over a variable,
    ``variables`` says what the text (``key`` or ``key.attribute``) gets.
    """

    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    variables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    longest: Mapping[str, str] = field(default_factory=dict)
    """The longest that a variable of a label may stand for, where it is no name."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place in the code that needs texts; ``*`` in ``key`` or ``attribute`` is any of several.

    ``attribute`` is "" for the sentence of a message. ``is_open``: the texts decide how many
    members the family has.
    """

    path: Path
    line: int
    key: str
    attribute: str
    variables: frozenset[str]
    is_html: bool = False
    is_open: bool = False
    is_label: bool = False

    @property
    def family(self) -> str:
        """What stands before the first ``*`` of the key; "" when the key is known."""
        head, star, _ = self.key.partition(ANY)
        return head.rstrip("-") if star else ""

    def keys(self, vocabulary: TextNames) -> tuple[str, ...] | None:
        """Return the messages that may be meant; None when the vocabulary lacks the family."""
        if not self.family:
            return (self.key,)
        members = vocabulary.families.get(self.family)
        names = None if members is None else [f"{self.family}-{member}" for member in members]
        return None if names is None else _matching(names, self.key)

    def attributes(self, vocabulary: TextNames) -> tuple[str, ...] | None:
        """Return the attributes that may be meant; None when the vocabulary lacks them."""
        if ANY not in self.attribute:
            return (self.attribute,)
        names = vocabulary.attributes.get(self.family or self.key)
        return None if names is None else _matching(names, self.attribute)


def _matching(names: "list[str] | tuple[str, ...]", form: str) -> tuple[str, ...]:
    return tuple(name for name in names if fnmatchcase(name, form))


def find_uses(source: Path) -> Iterator[Use]:
    """Yield every use of a text in the Python files below a folder."""
    for path in sorted(source.rglob("*.py")):
        yield from _uses_in(path, path.read_text(encoding="utf-8"))


@cache
def _uses_in(path: Path, code: str) -> tuple[Use, ...]:
    """Return the uses of a file; whoever checks several versions of the texts reads the code once."""
    if not ASKED.search(code):
        return ()
    lines = [code.count("\n", 0, asked.end()) + 1 for asked in ASKED.finditer(code)]
    calls = _calls(python.parse(code), lines)
    found = (use for call in calls for use in _uses(path, call))
    return tuple(sorted(found, key=attrgetter("line")))


def _calls(tree: python.AST, lines: list[int]) -> Iterator[python.Call]:
    """Yield the calls in the statements that some of these lines are of, in any order."""
    left = [tree]
    while left:
        node = left.pop()
        if isinstance(node, python.Call):
            yield node
        children = python.iter_child_nodes(node)
        left += [each for each in children if _is_of(lines, each)]


def _is_of(lines: list[int], node: python.AST) -> bool:
    """Say whether one of these lines may be of a node: where only a statement stands is told without fail."""
    if not isinstance(node, python.stmt):
        return True
    begins = min(each.lineno for each in (node, *getattr(node, "decorator_list", ())))
    place = bisect_left(lines, begins)
    return place < len(lines) and lines[place] <= (node.end_lineno or begins)


def _uses(path: Path, call: python.Call) -> Iterator[Use]:
    if not isinstance(call.func, python.Attribute) or not call.args:
        return
    name = call.func.attr
    keys = [key for key in _names(call.args[0]) if not key.startswith(ANY)]
    seconds = _names(call.args[1]) if len(call.args) > 1 else ()
    variables = frozenset(word.arg for word in call.keywords if word.arg)
    for key in keys:
        if name in SENTENCES:
            yield Use(path, call.lineno, key, "", variables, is_html=True)
        elif name in OPEN:
            yield Use(path, call.lineno, f"{key}-{ANY}", "", variables, is_open=True)
        for second in seconds:
            if name in LABELS:
                is_label = name in ON_BUTTONS
                yield Use(path, call.lineno, key, second, variables, is_label=is_label)
            elif name in MEMBERS:
                member = f"{key}-{second}"
                yield Use(path, call.lineno, member, "", variables, is_html=name in HTML)


def _names(node: python.expr) -> tuple[str, ...]:
    """What an argument may be: a constant, both sides of ``a if … else b``, or with a ``*``."""
    if isinstance(node, python.IfExp):
        return (*_names(node.body), *_names(node.orelse))
    if isinstance(node, python.Constant):
        return (node.value,) if isinstance(node.value, str) else ()
    if isinstance(node, python.JoinedStr):
        return (
            "".join(
                str(piece.value) if isinstance(piece, python.Constant) else ANY
                for piece in node.values
            ),
        )
    return (ANY,)
