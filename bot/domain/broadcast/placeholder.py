"""The placeholders of a broadcast: what stands for a name, and what was probably meant to.

Pure. Works on our own Telegram HTML: tags stay as they are, wherever they stand.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from html import escape, unescape
from re import IGNORECASE, Match, sub
from re import compile as pattern

NAME, SCHOOL = "nama", "sekolah"
"""The words that are filled in for each recipient, between square brackets."""

LONGEST = {NAME: 40, SCHOOL: 60}
"""How long what is filled in can become, in characters."""

LIKENESS = 0.75
"""How much a word in brackets must look like one of ours to count as mistyped (difflib's ratio)."""

_TAG = r"<[^>]*>"
_BRACKETS = pattern(rf"{_TAG}|\[((?:{_TAG}|[^<>\[\]])*)\]")
"""A tag, passed over as a whole, or something in brackets, perhaps with tags among its letters."""

_OURS = pattern(r"\[\s*(nama|sekolah)\s*\]", IGNORECASE)
_ANY_BRACKETS = pattern(r"\[[^\[\]\n]{1,40}\]|\{[^{}\n]{1,40}\}|<[^<>\n]{1,40}>")
_EMPTY = pattern(r"<([a-z-]+)(?: [^>]*)?></\1>")


def plain(html: str) -> str:
    """Return our own Telegram HTML without its tags."""
    return unescape(sub(_TAG, "", html))


def filled(html: str, values: Mapping[str, str]) -> str:
    """Return the HTML with our placeholders filled in, all in one pass.

    What is filled in is not looked at again. Tags that begin or end inside a placeholder stay, behind
    the word.
    """

    def fill(found: Match[str]) -> str:
        value = values.get(plain(found[1]).strip().lower()) if found[1] is not None else None
        if value is None:
            return found[0]
        tags = "".join(pattern(_TAG).findall(found[1]))
        while (fewer := _EMPTY.sub("", tags)) != tags:
            tags = fewer
        return escape(value) + tags

    return _BRACKETS.sub(fill, html)


def longest(words: str) -> int:
    """Return how long words without markup can become when they are filled in, in characters."""
    found = _OURS.finditer(words)
    return len(words) + sum(LONGEST[one[1].lower()] - len(one[0]) for one in found)


def mistyped(words: str) -> tuple[str, ...]:
    """Return what stands in [], {} or <> and looks like a placeholder, but is none; each once."""
    found = (one[0] for one in _ANY_BRACKETS.finditer(words))
    return tuple(
        dict.fromkeys(one for one in found if not _OURS.fullmatch(one) and _resembles(one))
    )


def _resembles(bracketed: str) -> bool:
    letters = "".join(c for c in bracketed.lower() if c.isalpha())
    return letters.startswith((NAME, SCHOOL)) or bool(
        get_close_matches(letters, LONGEST, n=1, cutoff=LIKENESS)
    )
