"""What people type, made safe to keep and easy to compare.

Must not judge the meaning; it only cleans.
"""

import unicodedata
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from bot.chat.model import Media, Typed
from bot.domain.broadcast.placeholder import plain

LINES_KEPT = 32
"""Lines that are kept: what somebody writes is cleaned by each who asks what it may mean."""

_KEPT_FORMAT = "\u200d\ufe0f"
"""Joiners inside emoji. Every other invisible format character (such as those that turn the
direction of writing) is dropped, because it could disguise what a line says."""

_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters and signs that show nothing: a name of them would be a line without a name."""

_MARKS_MOST = 4
"""Marks upon one letter; more of them cover the lines above and below."""


@lru_cache(LINES_KEPT)
def clean_line(text: str) -> str:
    """Return one line in normal form: no control characters, single spaces, none at the ends."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    normal = unicodedata.normalize("NFC", text)
    kept = (
        " " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c
        for c in _unburdened(normal)
        if c not in _BLANK
        and (c in _KEPT_FORMAT or unicodedata.category(c) not in {"Cf", "Cs", "Co"})
    )
    return " ".join("".join(kept).split())


def _unburdened(text: str) -> Iterator[str]:
    """Yield the letters of a text with no more marks upon each than any script needs."""
    marks = 0
    for c in text:
        marks = marks + 1 if unicodedata.category(c) in {"Mn", "Me"} else 0
        if marks <= _MARKS_MOST:
            yield c


def trimmed(words: Sequence[str], ahead: Container[str], behind: Container[str]) -> list[str]:
    """Return words without those of one list at the beginning, and of another at the end."""
    start, end = 0, len(words)
    while start < end and words[start].casefold() in ahead:
        start += 1
    while end > start and words[end - 1].casefold() in behind:
        end -= 1
    return list(words[start:end])


def words_in(event: Typed | Media) -> str:
    """Return what somebody wrote, as a text or below a file; "" for nothing."""
    return event.text if isinstance(event, Typed) else plain(event.html)


def caption_of(event: Media) -> str:
    """Return what is written below a file, as one line; "" for nothing."""
    return clean_line(words_in(event))


def comparable(text: str) -> str:
    """Return a line for comparison: cleaned, lower case, without punctuation at its ends."""
    return clean_line(text).casefold().strip(" .,!?'\"/")
