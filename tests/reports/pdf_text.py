"""Reads the words that a PDF of fpdf holds as text, and what it embeds. Tests nothing."""

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n(.*?)\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj", re.DOTALL)
_LETTER = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}


def streams(pdf: bytes) -> list[bytes]:
    """Return every stream, unpacked where it was packed."""
    found = []
    for packed in _STREAM.findall(pdf):
        try:
            found.append(zlib.decompress(packed))
        except zlib.error:
            found.append(packed)
    return found


def _object(pdf: bytes, number: bytes) -> bytes:
    found = re.search(rb"(?:^|\n)" + number + rb" 0 obj(.*?)endobj", pdf, re.DOTALL)
    assert found
    return found[1]


def _letters(pdf: bytes, font: bytes) -> dict[bytes, str]:
    """Return what each code of a font means."""
    reference = re.search(rb"/F" + font + rb" (\d+) 0 R", pdf)
    assert reference
    mapped = re.search(rb"/ToUnicode (\d+) 0 R", _object(pdf, reference[1]))
    assert mapped
    (table,) = streams(_object(pdf, mapped[1]))
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(to.decode()).decode("utf-16-be")
        for code, to in _LETTER.findall(table)
    }


def words_of(pdf: bytes) -> str:
    """Return all words set as text, pieces joined by spaces; a line break is a space."""
    pieces: list[str] = []
    fonts: dict[bytes, dict[bytes, str]] = {}
    for content in (one for one in streams(pdf) if b" Tf" in one):
        letters: dict[bytes, str] = {}
        for font, shown in _SHOWN.findall(content):
            if font:
                letters = fonts.get(font) or fonts.setdefault(font, _letters(pdf, font))
                continue
            raw = re.sub(rb"\\(.)", lambda m: _ESCAPED.get(m[1], m[1]), shown, flags=re.DOTALL)
            codes = (raw[at : at + 2] for at in range(0, len(raw), 2))
            pieces.append("".join(letters[code] for code in codes))
    return " ".join(" ".join(pieces).split())


def pages_of(pdf: bytes) -> int:
    """Return how many pages there are."""
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))


def fonts_of(pdf: bytes) -> tuple[int, int]:
    """Return how many fonts are described, and how many of those are embedded."""
    return pdf.count(b"/Type /FontDescriptor"), pdf.count(b"/FontFile2")
