"""Markdown tokens become plain structure and Telegram HTML.

Reads with markdown-it-py; accepts only what Telegram and a phone can show: headings, paragraphs,
flat lists, bold and italics. Must not know what the headings mean.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from bot.content.problem import Problem, ProblemList

if TYPE_CHECKING:
    from markdown_it.token import Token

INLINE_TAGS = {
    "strong_open": "<b>",
    "strong_close": "</b>",
    "em_open": "<i>",
    "em_close": "</i>",
    "softbreak": "\n",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or one item of a list: its Telegram HTML, its raw text and its line."""

    html: str
    plain: str
    line: int


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A flat list."""

    items: tuple[Block, ...]
    ordered: bool
    line: int

    @property
    def html(self) -> str:
        """The list as lines of Telegram HTML, with bullets or numbers."""
        marks = (f"{n}." if self.ordered else "•" for n in range(1, len(self.items) + 1))
        return "\n".join(
            f"{mark} {item.html}" for mark, item in zip(marks, self.items, strict=True)
        )


@dataclass(slots=True)
class Heading:
    """A heading with the blocks below it and the headings of the next depth."""

    level: int
    text: str
    line: int
    blocks: list[Block | ListBlock] = field(default_factory=list)
    children: list["Heading"] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """The heading as it stands in the file, to name it in a problem."""
        return f"{'#' * self.level} {self.text}"

    def walk(self) -> Iterator["Heading"]:
        """Yield the heading and all below it, in the file's order."""
        yield self
        for child in self.children:
            yield from child.walk()


OUTLINES_KEPT = 16
"""The long files, with others between: a check before a start, or after another check, reads each only once."""


def read_outline(text: str, problems: ProblemList) -> Heading:
    """Return the file as a tree of headings below a nameless root; faults go to ``problems``.

    Whoever reads the same text gets the same tree, so nobody may change it.
    """
    root, found = _outline(text)
    for one in found:
        problems.add(one.line, one.fault, one.advice)
    return root


@lru_cache(OUTLINES_KEPT)
def _outline(text: str) -> tuple[Heading, list[Problem]]:
    """Return the tree of a file and what is wrong with it, wherever it lies."""
    problems = ProblemList(Path(), [])
    return _tree(text, problems), problems.found


def forget() -> None:
    """Keep no tree any longer: whoever serves has read all of the content."""
    _outline.cache_clear()


def _tree(text: str, problems: ProblemList) -> Heading:
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- a start that finds the content kept needs none

    root = Heading(0, "", 1)
    path = [root]
    tokens = iter(MarkdownIt("commonmark").parse(text))
    for token in tokens:
        line = _line(token)
        if token.type == "heading_open":
            title = next(tokens)
            if any(child.type != "text" for child in title.children or ()):
                problems.add(line, "a heading is shown as it is written", _HEADING)
            next(tokens)
            heading = Heading(int(token.tag[1]), title.content.strip(), line)
            while path[-1].level >= heading.level:
                path.pop()
            path[-1].children.append(heading)
            path.append(heading)
        elif token.type == "paragraph_open":
            path[-1].blocks.append(_block(next(tokens), problems))
            next(tokens)
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            path[-1].blocks.append(_list(token, tokens, problems))
        elif token.type == "html_block" and token.content.lstrip().startswith("<!--"):
            if not token.content.rstrip().endswith("-->"):
                problems.add(line, "the comment hides more than itself", _COMMENT)
        else:
            problems.add(line, f"'{token.type}' is not understood", _PLAIN)
    return root


_HEADING = "write it without bold, italics and the like"
_COMMENT = "end it with '-->' and write what follows on a new line"
_PLAIN = "use only headings, paragraphs, flat lists, **bold** and *italics*"


def _list(opening: "Token", tokens: Iterator["Token"], problems: ProblemList) -> ListBlock:
    items: list[Block] = []
    closing = opening.type.replace("_open", "_close")
    for token in tokens:
        if token.type == closing:
            break
        if token.type == "inline":
            items.append(_block(token, problems))
        elif token.type not in {
            "list_item_open",
            "list_item_close",
            "paragraph_open",
            "paragraph_close",
        }:
            problems.add(_line(token), f"'{token.type}' inside a list", _PLAIN)
    return ListBlock(tuple(items), opening.type == "ordered_list_open", _line(opening))


def _block(inline: "Token", problems: ProblemList) -> Block:
    line = _line(inline)
    html = "".join(_inline(inline.children or (), line, problems))
    return Block(html, inline.content, line)


def _inline(children: Sequence["Token"], line: int, problems: ProblemList) -> Iterator[str]:
    for child in children:
        if child.type == "text":
            if "**" in child.content or "*" in child.content:
                problems.add(line, "a star is left open", "close every * and **")
            yield escape(child.content, quote=False)
        elif child.type in INLINE_TAGS:
            yield INLINE_TAGS[child.type]
        else:
            problems.add(line, f"'{child.type}' is not understood", _PLAIN)


def _line(token: "Token") -> int:
    return token.map[0] + 1 if token.map else 1
