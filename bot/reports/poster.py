"""A page to print: the school's invitation as a QR code with three steps. PDF and PNG.

Words come as arguments; nothing here decides or stores anything. Runs in the painter's process;
fpdf is therefore imported only when a page is drawn (21 MB).
"""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, cast

from bot.reports.drawn_line import TALL, drawn_line
from bot.reports.faces import FAMILY, add_faces
from bot.reports.letters import is_plain, printable

if TYPE_CHECKING:
    from fpdf import FPDF

POINT = 25.4 / 72
"""Millimetres of one point."""

SMALLEST, LINES_MOST = 9.0, 3
"""A name of many words gets smaller letters before it takes more lines."""

QR_MILLIMETRES = 110.0
MARGIN_MILLIMETRES = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterWords:
    """What the page says."""

    title: str
    school: str
    steps: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Poster:
    """The page as PDF (A4) and the QR code alone as PNG."""

    pdf: bytes
    png: bytes


def draw_poster(words: PosterWords) -> Poster:
    """Return the page; the code stands large enough to be read from a wall."""
    import segno  # noqa: PLC0415 - see the module
    from fpdf import FPDF  # noqa: PLC0415 - the same

    code = segno.make(words.link, error="m")
    picture = BytesIO()
    code.save(picture, kind="png", scale=12, border=4)
    page = FPDF(format="A4")
    add_faces(page, (words.title, words.school, *words.steps, words.link))
    page.set_margin(MARGIN_MILLIMETRES)
    page.add_page()
    page.set_title(words.title)
    _line(page, words.title, 26, bold=True)
    _line(page, words.school, 18)
    page.ln(4)
    left = (page.w - QR_MILLIMETRES) / 2
    page.image(BytesIO(picture.getvalue()), x=left, w=QR_MILLIMETRES, alt_text=words.link)
    page.ln(6)
    for number, step in enumerate(words.steps, start=1):
        _line(page, f"{number}. {step}", 14, align="L")
    page.ln(4)
    _line(page, words.link, 12)
    return Poster(bytes(page.output()), picture.getvalue())


def _line(page: "FPDF", text: str, size: float, *, bold: bool = False, align: str = "C") -> None:
    """Write one paragraph, smaller where it would take too many lines."""
    words = printable(text)
    if not is_plain(words):
        _picture_line(page, words, size)
        return
    lines = [words]
    for smaller in (size, size * 0.85, size * 0.7, SMALLEST):
        page.set_font(FAMILY, "B" if bold else "", max(smaller, SMALLEST))
        found = page.multi_cell(0, align="L", text=words, dry_run=True, output="LINES")
        lines = cast("list[str]", found)
        if len(lines) <= LINES_MOST:
            break
    height = page.font_size_pt * 0.55
    shown = "\n".join(lines[:LINES_MOST])
    page.multi_cell(0, height, shown, align=align, new_x="LMARGIN", new_y="NEXT")


def _picture_line(page: "FPDF", words: str, size: float) -> None:
    """Write a line as a picture: its letters must be joined, or come from more than one font."""
    picture = drawn_line(words)
    height = size * POINT * TALL
    width = height * picture.width / picture.height
    if width > page.epw:
        height, width = height * page.epw / width, page.epw
    content = BytesIO()
    picture.save(content, "PNG", optimize=True)
    content.seek(0)
    page.image(content, x=(page.w - width) / 2, w=width, h=height, alt_text=words)
