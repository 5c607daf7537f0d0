"""The messages of ``texts_id.ftl`` as they are written: where they stand and what they may say.

Reads the Fluent syntax tree without saying anything. Must not know who needs a message.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from re import compile as pattern
from re import finditer

from fluent.syntax import ast

from bot.content.fluent_parser import parsed

MOST_FORMS = 500
"""So many ways to say one message are looked at; alternatives within alternatives multiply."""

NOTHING: Mapping[str, str] = {}

_NAME = pattern(r"-?[a-zA-Z][a-zA-Z0-9_-]*(?=\s*=)")


@dataclass(frozen=True, slots=True)
class FluentPart:
    """The sentence of a message, or one of its attributes."""

    line: int
    pattern: ast.Pattern
    references: "tuple[Reference, ...]"
    """What it refers to itself, in all its alternatives."""


@dataclass(frozen=True, slots=True)
class FluentMessage:
    """One message; its own sentence is the part named ""."""

    line: int
    parts: Mapping[str, FluentPart]


@dataclass(frozen=True, slots=True)
class Reference:
    """What a sentence takes from elsewhere: ``$name``, another message or term, or a function."""

    kind: str
    name: str
    attribute: str = ""

    def __str__(self) -> str:
        return f"{self.name}.{self.attribute}" if self.attribute else self.name


class FluentMessages:
    """All messages of a file. Terms (``-name``) are among them, with their hyphen."""

    def __init__(self, source: str) -> None:
        self._ends = [end.start() for end in finditer("\n", source)]
        self.last_line = max(1, len(source.splitlines()))
        self.by_key: dict[str, FluentMessage] = {}
        self.unreadable: set[str] = set()
        """Messages that are, or may be, written where the file cannot be read."""
        above = ""
        for entry in parsed(source).body:
            if isinstance(entry, ast.Junk):
                name = _NAME.match(entry.content or "")
                # Without a name it began as a line of the message above, and took its buttons.
                self.unreadable.add(name[0] if name else above)
            elif isinstance(entry, ast.Message | ast.Term):
                hyphen = "-" if isinstance(entry, ast.Term) else ""
                above = hyphen + entry.id.name
                self.by_key[above] = self._message(entry)

    def part(self, key: str, attribute: str) -> FluentPart | None:
        """Return a message's sentence (attribute "") or attribute; None when there is none."""
        message = self.by_key.get(key)
        return message.parts.get(attribute) if message else None

    def variables(self, part: FluentPart) -> frozenset[str]:
        """Return the variables a part needs, those of the messages within it included."""
        return frozenset(
            reference.name
            for one in self.within(part)
            for reference in one.references
            if reference.kind == "variable"
        )

    def within(self, part: FluentPart) -> tuple[FluentPart, ...]:
        """Return the part and all it refers to, however far; each once."""
        found = [part]
        for one in found:
            for reference in one.references:
                other = self.part(reference.name, reference.attribute)
                if reference.kind == "message" and other and other not in found:
                    found.append(other)
        return tuple(found)

    def refers_to_itself(self, part: FluentPart) -> bool:
        """Return whether saying a part would never end."""
        parts = (
            self.part(reference.name, reference.attribute)
            for one in self.within(part)
            for reference in one.references
            if reference.kind == "message"
        )
        return part in parts

    def forms(self, part: FluentPart, known: Mapping[str, str] = NOTHING) -> tuple[str, ...]:
        """Return the ways a part may be said, with every variable that is not known left empty."""
        return tuple(self._forms(part.pattern, (part.pattern,), known))

    def _message(self, entry: ast.Message | ast.Term) -> FluentMessage:
        parts = {
            attribute.id.name: self._part(attribute, attribute.value)
            for attribute in entry.attributes
            if attribute.value is not None
        }
        if entry.value is not None:
            parts[""] = self._part(entry, entry.value)
        return FluentMessage(self._line(entry), parts)

    def _part(self, node: ast.SyntaxNode, pattern: ast.Pattern) -> FluentPart:
        return FluentPart(self._line(node), pattern, tuple(_references(pattern)))

    def _line(self, node: ast.SyntaxNode) -> int:
        return bisect_left(self._ends, node.span.start if node.span else 0) + 1

    def _forms(
        self, pattern: ast.Pattern, above: tuple[ast.Pattern, ...], known: Mapping[str, str]
    ) -> Iterator[str]:
        choices = [tuple(self._choices(element, above, known)) for element in pattern.elements]
        return ("".join(chosen) for chosen in islice(product(*choices), MOST_FORMS))

    def _choices(
        self,
        element: ast.SyntaxNode | None,
        above: tuple[ast.Pattern, ...],
        known: Mapping[str, str],
    ) -> Iterator[str]:
        """Yield what may stand in the place of an element of a sentence."""
        match element:
            case ast.TextElement():
                yield element.value
            case ast.Placeable():
                yield from self._choices(element.expression, above, known)
            case ast.StringLiteral():
                yield str(element.parse()["value"])
            case ast.NumberLiteral():
                yield element.value
            case ast.VariableReference():
                yield known.get(element.id.name, "")
            case ast.SelectExpression():
                for variant in element.variants:
                    yield from self._forms(variant.value, above, known)
            case ast.MessageReference() | ast.TermReference():
                reference = next(_references(element))
                part = self.part(reference.name, reference.attribute)
                if part and part.pattern not in above:
                    yield from self._forms(part.pattern, (*above, part.pattern), known)
                else:
                    yield ""
            case _:
                yield ""


def _references(node: object) -> Iterator[Reference]:
    match node:
        case ast.VariableReference():
            yield Reference("variable", node.id.name)
        case ast.MessageReference():
            yield Reference("message", node.id.name, _attribute(node))
        case ast.TermReference():
            yield Reference("message", f"-{node.id.name}", _attribute(node))
        case ast.FunctionReference():
            yield Reference("function", node.id.name)
    if isinstance(node, ast.SyntaxNode):
        for name, child in vars(node).items():
            if name not in {"span", "id", "attribute", "key"}:
                yield from _references(child)
    elif isinstance(node, list):
        for child in node:
            yield from _references(child)


def _attribute(node: ast.MessageReference | ast.TermReference) -> str:
    return node.attribute.name if node.attribute else ""
