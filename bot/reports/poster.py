"""A page to print: the school's invitation as a QR code with three steps. PDF and PNG.

Words come as arguments; nothing here decides or stores anything. Runs in the painter's process;
fpdf is therefore imported only when a page is drawn (21 MB).
"""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fpdf import FPDF

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
    """Write one paragraph; letters the built-in fonts lack are replaced, never an error."""
    page.set_font("Helvetica", "B" if bold else "", size)
    safe = text.encode("latin-1", "replace").decode("latin-1")
    page.multi_cell(0, size * 0.55, safe, align=align, new_x="LMARGIN", new_y="NEXT")
