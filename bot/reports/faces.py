"""The two fonts in which words of a page are set, cut down to the letters that nearly all words are made of.

fpdf reads a whole font for each document, and once more to embed the letters it needs: nine tenths of the
time of a page. A process cuts each font once. Fonts of other scripts are none of this file's: words in
them are pictures (``drawn_line``). Runs in the painter's process; nothing is imported before it is needed.
"""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.reports.letters import is_plain, letters_drawn, usual

if TYPE_CHECKING:
    from fpdf import FPDF

FAMILY = "DejaVu"

COMMON = frozenset("\u02bb\u02bc\u2212€→≤≥≈✓").union(
    map(chr, range(0x20, 0x180)), map(chr, range(0x2010, 0x2040))
)
"""The letters that are left: Latin ones with their accents, and punctuation.

A page with any other, such as a Greek one, is set in the whole font.
"""


def add_faces(sheet: "FPDF", words: Iterable[str]) -> None:
    """Give a sheet the usual font, upright and bold, with every letter of these words that can be set in it."""
    from fpdf.fonts import TTFFont  # noqa: PLC0415 - see the module

    common = all(letter in COMMON for letter in letters_drawn(words) if is_plain(letter))
    for style in ("", "B"):
        file: Any = BytesIO(_cut(bold=bool(style))) if common else usual(bold=bool(style))
        key = f"{FAMILY.lower()}{style}"
        sheet.fonts[key] = TTFFont(sheet, file, key, style)


@cache
def _cut(*, bold: bool) -> bytes:
    """Return a font that has no more than the common letters, and nothing that joins or moves them."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - comes with fpdf
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - the same

    options = Options(notdef_outline=True, layout_features=[])
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB", "MATH", "kern"]
    cutter = Subsetter(options)
    cutter.populate(unicodes=map(ord, COMMON))
    content = BytesIO()
    with TTFont(usual(bold=bold), lazy=True, recalcTimestamp=False) as font:
        cutter.subset(font)
        font.save(content)
    return content.getvalue()
