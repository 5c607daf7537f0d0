"""Pages to read and print, as values: headings, facts, paragraphs. Pure; ``bot.reports.pages`` draws them.

Words are plain text, never markup.
"""

from dataclasses import dataclass

PAGE, PAGES = "{page}", "{pages}"
"""What stands in a foot for the number of a page, and for how many there are."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title among the pages; ``depth`` is 1 for a part, 2 for what lies in it."""

    words: str
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said under its name; ``indent`` is how far in it stands."""

    name: str
    words: str
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words on their own."""

    words: str


Block = Heading | Fact | Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All pages. ``notice`` stands at the foot of every page, above ``foot``."""

    title: str
    blocks: tuple[Block, ...]
    notice: str = ""
    foot: str = ""
