"""What people type, made safe to keep and easy to compare.

Must not judge the meaning; it only cleans.
"""

import unicodedata

from bot.chat.model import Media
from bot.domain.broadcast.placeholder import plain

_KEPT_FORMAT = "\u200d\ufe0f"
"""Joiners inside emoji. Every other invisible format character (such as those that turn the
direction of writing) is dropped, because it could disguise what a line says."""


def clean_line(text: str) -> str:
    """Return one line in normal form: no control characters, single spaces, none at the ends."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    normal = unicodedata.normalize("NFC", text)
    kept = (
        " " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c
        for c in normal
        if c in _KEPT_FORMAT or unicodedata.category(c) not in {"Cf", "Cs", "Co"}
    )
    return " ".join("".join(kept).split())


def caption_of(event: Media) -> str:
    """Return what is written below a file, as one line; "" for nothing."""
    return clean_line(plain(event.html))


def comparable(text: str) -> str:
    """Return a line for comparison: cleaned, lower case, without punctuation at its ends."""
    return clean_line(text).casefold().strip(" .,!?'\"/")
