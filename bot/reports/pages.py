"""Draws a document as a PDF (A4): embedded fonts, a notice and the page's number at every foot.

Words come as plain text and are set as such. Runs in the painter's process; fpdf is therefore
imported only when pages are drawn (21 MB).
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, cast

from bot.chat.files.document import (
    PAGE,
    PAGES,
    Document,
    PageBlock,
    PageFact,
    PageHeading,
    Paragraph,
)
from bot.reports.drawn_line import TALL, drawn_line, width_of
from bot.reports.faces import FAMILY, add_faces
from bot.reports.letters import is_plain, printable

if TYPE_CHECKING:
    from fpdf import FPDF

MARGIN, FOOT = 18.0, 24.0
"""Millimetres at the sides and the top, and below, where the foot stands."""

TITLE, PART, WITHIN, BODY, SMALL = 18.0, 13.0, 11.0, 9.5, 7.0
"""Sizes of letters, in points."""

LEADING = 1.35
"""The height of a line in heights of its letters."""

STEP = 6.0
"""How far in a fact stands for each level, in millimetres; so many levels there are at most: DEEPEST."""

DEEPEST = 4
POINT = 25.4 / 72
"""Millimetres of one point."""

PIXELS = 44
"""Height of letters drawn as a picture: 330 a printed inch at the size of the body."""

TOTAL = "{  nb  }"
"""What fpdf puts the number of pages in place of: no words of a person ever hold two spaces."""

LINES_TOGETHER = 3
"""A heading stays with so many lines of what follows it."""


def draw_document(document: Document) -> bytes:
    """Return the pages."""
    pages = _Pages(document)
    pages.line(document.title, TITLE, bold=True)
    for block in document.blocks:
        pages.block(block)
    return bytes(pages.sheet.output())


def draw_first_that_fits(wanted: tuple[tuple[Document, ...], int]) -> bytes:
    """Return the pages of the first document whose file has at most so many bytes, else of the last."""
    documents, most = wanted
    for document in documents:
        drawn = draw_document(document)
        if len(drawn) <= most:
            return drawn
    return drawn


class _Pages:
    def __init__(self, document: Document) -> None:
        self.sheet = _sheet(document)
        self.sheet.add_page()
        self._letters = {style: _Letters(self.sheet) for style in ("", "B")}

    def block(self, block: PageBlock) -> None:
        """Set one block below what stands there."""
        match block:
            case PageHeading(words, depth):
                self._heading(words, PART if depth == 1 else WITHIN)
            case PageFact():
                self._fact(block)
                self.sheet.ln(1)
            case Paragraph(words):
                self.paragraphs(words, 0)
                self.sheet.ln(1.5)

    def _fact(self, fact: PageFact) -> None:
        """Set a fact: its name and words in one line where there is room, else below each other."""
        sheet, height = self.sheet, BODY * POINT * LEADING
        if sheet.will_page_break(2 * height):
            sheet.add_page()
        name, words = printable(fact.name), printable(fact.words)
        if fact.words and "\n" not in fact.words and is_plain(name) and is_plain(words):
            left = MARGIN + STEP * min(fact.indent, DEEPEST)
            wide = self._width(f"{name}: ", bold=True)
            if left + wide + self._width(words) < sheet.w - MARGIN - 2:
                sheet.set_x(left)
                sheet.set_font(FAMILY, "B", BODY)
                sheet.cell(wide, height, f"{name}:")
                sheet.set_font(FAMILY, "", BODY)
                sheet.cell(0, height, words, new_x="LMARGIN", new_y="NEXT")
                return
        self.line(f"{name}:" if fact.words else name, BODY, bold=True, indent=fact.indent)
        self.paragraphs(fact.words, fact.indent)

    def _width(self, words: str, *, bold: bool = False) -> float:
        self.sheet.set_font(FAMILY, "B" if bold else "", BODY)
        return self._set_width(words)

    def _set_width(self, words: str) -> float:
        """Return how wide words are in the font that is set, in millimetres."""
        letters = self._letters[self.sheet.font_style]
        return sum(map(letters.__getitem__, words)) * self.sheet.font_size_pt

    def _heading(self, words: str, size: float) -> None:
        if self.sheet.will_page_break(size * POINT * LEADING * (LINES_TOGETHER + 1)):
            self.sheet.add_page()
        else:
            self.sheet.ln(size * POINT * 0.7)
        self.line(words, size, bold=True)
        if size == PART:
            self.sheet.set_draw_color(170)
            self.sheet.line(MARGIN, self.sheet.y, self.sheet.w - MARGIN, self.sheet.y)
            self.sheet.ln(1.5)

    def paragraphs(self, words: str, indent: int) -> None:
        """Set words of the body, a paragraph for each of their lines."""
        for paragraph in words.splitlines():
            self.line(paragraph, BODY, indent=indent)

    def line(self, text: str, size: float, *, bold: bool = False, indent: int = 0) -> None:
        """Set words over as many lines as they need."""
        words, sheet = printable(text), self.sheet
        if not words:
            return
        left = MARGIN + STEP * min(indent, DEEPEST)
        height = size * POINT * LEADING
        sheet.set_font(FAMILY, "B" if bold else "", size)
        for one in self._wrapped(words, sheet.w - MARGIN - left, size):
            sheet.set_x(left)
            if is_plain(one):
                sheet.cell(0, height, one, new_x="LMARGIN", new_y="NEXT")
            else:
                self._picture(one, left, size)

    def _wrapped(self, words: str, room: float, size: float) -> Iterator[str]:
        """Yield the lines of words of the font that is set, in so many millimetres."""
        if is_plain(words):
            return _wrapped(words, room - 2 * self.sheet.c_margin, self._set_width)
        most = (room / (size * POINT) - 1) * PIXELS
        return _wrapped(words, most, lambda line: width_of(line, PIXELS))

    def _picture(self, words: str, left: float, size: float) -> None:
        """Set a line whose letters must be joined, or come from more than one font."""
        picture = drawn_line(words, PIXELS).convert("1")
        content = BytesIO()
        picture.save(content, "PNG")
        content.seek(0)
        height = size * POINT * TALL
        width = height * picture.width / picture.height
        if self.sheet.will_page_break(height):
            self.sheet.add_page()
        self.sheet.image(content, x=left, y=self.sheet.y, w=width, h=height, alt_text=words)
        self.sheet.set_y(self.sheet.y + height)


class _Letters(dict[str, float]):
    """How wide each letter of a font is, in millimetres for each point of its size.

    fpdf breaks lines too, but measures the whole line again at each of its letters: four fifths of the
    time of a long document.
    """

    def __init__(self, sheet: "FPDF") -> None:
        super().__init__()
        self._sheet = sheet

    def __missing__(self, letter: str) -> float:
        """Measure a letter of the font that is set."""
        wide: float = self._sheet.get_string_width(letter) / self._sheet.font_size_pt
        return self.setdefault(letter, wide)


def _wrapped(words: str, most: float, width: Callable[[str], float]) -> Iterator[str]:
    """Yield lines of whole words as wide as there is room; one longer word is cut."""
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}".lstrip()
        if width(longer) <= most:
            line = longer
            continue
        if line:
            yield line
        line = word
        while (wide := width(line)) > most:
            cut = max(1, int(len(line) * most / wide) - 1)
            yield line[:cut]
            line = line[cut:]
    if line:
        yield line


def _words(document: Document) -> Iterator[str]:
    """Yield all words of a document."""
    yield from (document.title, document.notice, document.foot)
    for block in document.blocks:
        yield block.words
        if isinstance(block, PageFact):
            yield block.name


def _sheet(document: Document) -> "FPDF":
    from fpdf import FPDF  # noqa: PLC0415 - see the module

    notice = printable(document.notice)
    lines: list[str] = []  # of the notice, broken once

    class Sheet(FPDF):
        def footer(self) -> None:
            self.set_y(-FOOT + 5)
            self.set_font(FAMILY, "", SMALL)
            self.set_text_color(90)
            height = SMALL * POINT * LEADING
            if not lines:
                found = self.multi_cell(0, align="L", text=notice, dry_run=True, output="LINES")
                lines[:] = cast("list[str]", found)
            for line in lines:
                self.cell(0, height, line, new_x="LMARGIN", new_y="NEXT")
            shown = printable(document.foot).replace(PAGE, str(self.page_no()))
            self.cell(0, height, shown.replace(PAGES, TOTAL))
            self.set_text_color(0)

    sheet = Sheet(format="A4")
    sheet.alias_nb_pages(TOTAL)
    add_faces(sheet, _words(document))
    sheet.set_margin(MARGIN)
    sheet.set_auto_page_break(auto=True, margin=FOOT)
    sheet.set_title(printable(document.title))
    sheet.set_lang("id")
    return sheet
