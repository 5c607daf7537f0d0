"""The messages of a Fluent file, each read when it is first asked for.

To read all of them takes longer than all else of the content, and a screen needs a dozen. Must not
judge a file: whoever knows the places in it has read it in full and found it good.
"""

from collections.abc import Mapping
from typing import Any

from fluent.runtime import FluentBundle, resolver
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.content.fluent_parser import parsed
from bot.errors import TextFaulty, TextMissing

resolver.MAX_PART_LENGTH = 1 << 16
"""How long a text within a text may be. Fluent's own 2,500, against files of strangers that grow by
mentioning each other, is less than a broadcast with its markup; our file is our own.
"""

LOCALE = "id"

Places = Mapping[str, tuple[int, int]]
"""Where each message, and each term (``-name``), stands in a file without faults: from and to, in characters."""


class MessageFile:
    """The messages of one file; safe to be asked by several threads."""

    def __init__(self, source: str | ast.Resource, places: Places | None = None) -> None:
        self._bundle = FluentBundle([LOCALE], use_isolating=False)
        self._source = source if isinstance(source, str) else ""
        self._unread = dict(places or {})
        if places is None:
            tree = parsed(source) if isinstance(source, str) else source
            self._bundle.add_resource(tree)
            places = _places_of(tree)
        self.places = places
        self.names = tuple(name for name in places if not name.startswith("-"))
        """All messages, in the file's order."""

    def has(self, name: str) -> bool:
        """Say whether there is a message of this name."""
        return name in self._unread or self._bundle.has_message(name)

    def said(self, name: str, attribute: str, arguments: Mapping[str, Any]) -> str:
        """Return a message, or its attribute, with these arguments. Raises TextMissing or TextFaulty."""
        if name in self._unread:
            self._read(name)
        if not self._bundle.has_message(name):
            raise TextMissing(key=name)
        message = self._bundle.get_message(name)
        wanted = message.attributes.get(attribute) if attribute else message.value
        if wanted is None:
            raise TextMissing(key=f"{name}.{attribute}" if attribute else name)
        text, errors = self._bundle.format_pattern(wanted, dict(arguments))
        if errors:
            raise TextFaulty(key=name, reason="; ".join(map(str, errors))) from errors[0]
        return str(text)

    def _read(self, name: str) -> None:
        """Read a message with all that it mentions.

        None of them counts as read before all are: another thread may ask for one of them meanwhile.
        """
        read: dict[str, ast.Resource] = {}
        wanted = [name]
        while wanted:
            one = wanted.pop()
            if one in read or not (place := self._unread.get(one)):
                continue
            read[one] = parsed(self._source[slice(*place)])
            mentions = _Mentions()
            mentions.visit(read[one])
            wanted += mentions.names
        for tree in read.values():
            self._bundle.add_resource(tree)
        for one in read:
            self._unread.pop(one, None)


def _places_of(tree: ast.Resource) -> Places:
    """Return where everything stands that can be said; of two of one name, the first, which counts."""
    places: dict[str, tuple[int, int]] = {}
    for entry in tree.body:
        if isinstance(entry, ast.Message | ast.Term) and entry.span:
            sign = "-" if isinstance(entry, ast.Term) else ""
            places.setdefault(f"{sign}{entry.id.name}", (entry.span.start, entry.span.end))
    return places


class _Mentions(Visitor):
    """Collects what an entry refers to."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 -- the library's name
        self.names.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 -- the same
        self.names.append(f"-{node.id.name}")
        self.generic_visit(node)
