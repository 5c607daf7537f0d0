"""A line of words as a picture: letters that must be joined, or that come from more than one font.

Runs in the painter's process; Pillow is imported only when a line is drawn.
"""

from functools import cache
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from bot.reports.letters import runs

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels
    from PIL.ImageFont import FreeTypeFont

PIXELS = 96
"""Height of the letters of a large line: 300 a printed inch, and more."""

TALL = 2.8
"""How high such a line is in heights of its letters: Javanese and Balinese hang far below them."""

BASELINE = 1.3
"""How far below its top the letters of such a line stand, in the same measure."""


@cache
def _font(path: Path, pixels: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - see the module

    return ImageFont.truetype(str(path), pixels)


def width_of(words: str, pixels: int = PIXELS) -> int:
    """Return how wide a line is, in pixels."""
    return sum(ceil(_font(font, pixels).getlength(piece)) for font, piece in runs(words))


def drawn_line(words: str, pixels: int = PIXELS) -> "Pixels":
    """Return a line in black on white, cut close at its sides."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - see the module

    line = Image.new("L", (width_of(words, pixels) + pixels // 2, round(TALL * pixels)), 255)
    pen, at = ImageDraw.Draw(line), pixels // 4
    for path, piece in runs(words):
        font = _font(path, pixels)
        pen.text((at, round(pixels * BASELINE)), piece, font=font, fill=0, anchor="ls")
        at += ceil(font.getlength(piece))
    return line
