"""Pages to read and print, as values: headings, facts, paragraphs. Pure; ``bot.reports.pages`` draws them.

Words are plain text, never markup.
"""

from dataclasses import dataclass
from math import ceil
from re import compile as pattern

PAGE, PAGES = "{page}", "{pages}"
"""What stands in a foot for the number of a page, and for how many there are."""


@dataclass(frozen=True, slots=True)
class PageHeading:
    """A title among the pages; ``depth`` is 1 for a part, 2 for what lies in it."""

    words: str
    depth: int = 1


@dataclass(frozen=True, slots=True)
class PageFact:
    """Something said under its name; ``indent`` is how far in it stands."""

    name: str
    words: str
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words on their own."""

    words: str


PageBlock = PageHeading | PageFact | Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All pages. ``notice`` stands at the foot of every page, above ``foot``."""

    title: str
    blocks: tuple[PageBlock, ...]
    notice: str = ""
    foot: str = ""


LETTERS_KB = 32
"""What the embedded letters of a text in two weights take, in kB (measured: 20 to 30)."""

OF_LETTER, OF_BLOCK, OF_OTHER = 0.75, 30, 60
"""Bytes of a letter once it is packed, of what places a block, of a letter that is drawn (measured)."""

PLAIN_LAST = 0x24F
"""The last letter of Latin script; one of another script may have its line drawn as a picture."""

_OTHERS = pattern(f"[^\\x00-{chr(PLAIN_LAST)}]+")


def kilobytes(document: Document) -> int:
    """Return how large the file becomes at most, in whole kB: told before it is made and sent."""
    words = [word for block in document.blocks for word in _words(block)]
    other = sum(map(_others, words))
    size = OF_LETTER * sum(map(len, words)) + OF_BLOCK * len(words) + OF_OTHER * other
    return LETTERS_KB + ceil(size / 1_000)


def _others(word: str) -> int:
    """Return how many letters of a word are of another script."""
    try:
        word.encode("latin-1")  # most are, which is told at one look
    except UnicodeEncodeError:
        return len("".join(_OTHERS.findall(word)))
    return 0


def is_latin(document: Document) -> bool:
    """Say whether no letter of another script stands in it."""
    words = (word for block in document.blocks for word in _words(block))
    others = (letter for word in words for letter in word if ord(letter) > PLAIN_LAST)
    return not any(map(str.isalpha, others))


def _words(block: PageBlock) -> tuple[str, ...]:
    match block:
        case PageFact(name, words):
            return (name, words)
        case PageHeading(words) | Paragraph(words):
            return (words,)
