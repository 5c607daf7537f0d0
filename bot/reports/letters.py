"""Which letters can be drawn, and with which font: names come in every script a phone can type.

DejaVu (with matplotlib) has Latin, Arabic and what stands between; the scripts of Indonesia lie in
``fonts/`` (SIL Open Font License). What none of them has is left out, and the coordinator is told so
before (``domain/script.py``); ornaments such as emoji are left out silently. Runs in the painter's process; nothing is imported before it is needed.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
SCRIPTS = ("Javanese", "Balinese", "Sundanese", "Buginese", "Batak", "Rejang")
OWN = tuple(FOLDER / f"NotoSans{script}-Regular.ttf" for script in SCRIPTS)

_SHAPED = {"R", "AL", "AN"}
"""Directions of letters that are written from right to left, and join."""


@cache
def fonts() -> tuple[Path, ...]:
    """Return the files of all fonts, the usual one first."""
    return (usual(), *OWN)


@cache
def usual(*, bold: bool = False) -> Path:
    """Return the file of the font most words are drawn with."""
    from matplotlib import get_data_path  # noqa: PLC0415 -- see the module

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return Path(get_data_path()) / "fonts" / "ttf" / name


@cache
def _letters(font: Path) -> frozenset[int]:
    from matplotlib.font_manager import get_font  # noqa: PLC0415 -- see the module

    return frozenset(get_font(font).get_charmap())


@cache
def font_of(letter: str) -> Path | None:
    """Return the first font that has a letter, None where none has."""
    return next((font for font in fonts() if ord(letter) in _letters(font)), None)


def printable(words: str) -> str:
    """Return the words with what cannot be drawn left out; a ligature is told by its letters."""
    return " ".join("".join(map(_drawn, unicodedata.normalize("NFC", words))).split())


def letters_drawn(words: Iterable[str]) -> frozenset[str]:
    """Return every letter that is drawn of any of these words."""
    letters = set(unicodedata.normalize("NFC", "\n".join(words)))
    return frozenset("".join(map(_drawn, letters)))


@cache
def _drawn(letter: str) -> str:
    """Return what is drawn in the place of a letter."""
    if _is_variation(letter):
        return ""
    joins = letter in "\u200c\u200d"
    if font_of(letter) and not joins and unicodedata.category(letter) not in {"Cc", "Cf"}:
        return letter
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain != letter and all(map(font_of, plain)) else ""


def _is_variation(letter: str) -> bool:
    return 0xFE00 <= ord(letter) <= 0xFE0F  # noqa: PLR2004 -- the variation selectors


def is_plain(words: str) -> bool:
    """Say whether words can be set letter by letter, from left to right, in the usual font."""
    return all(map(_stands_alone, words))


@cache
def _stands_alone(letter: str) -> bool:
    return font_of(letter) == usual() and unicodedata.bidirectional(letter) not in _SHAPED


def runs(words: str) -> tuple[tuple[Path, str], ...]:
    """Return the words in pieces, each with the font that has its letters; spaces stay with the piece before."""
    pieces: list[tuple[Path, str]] = []
    for font, letters in groupby(words, lambda letter: None if letter == " " else font_of(letter)):
        piece = "".join(letters)
        if (font is None and pieces) or (pieces and pieces[-1][0] == font):
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + piece)
        else:
            pieces.append((font or usual(), piece))
    return tuple(pieces)
