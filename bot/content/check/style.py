"""Finds in the texts what the style guide forbids, as far as a rule can find it.

Must not judge what needs a reader: tone, length of sentences, sense.
"""

from collections.abc import Iterator
from re import IGNORECASE
from re import compile as pattern

LABEL_MOST = 30
"""The longest label a narrow phone shows whole on a button of its own row."""

_RULES = tuple(
    (pattern(form, IGNORECASE), advice)
    for form, advice in (
        (r"!!", "one sign is enough"),
        (r"\bkamu\b|\bkalian\b", "teachers are addressed as Anda"),
        (r"\bsejak\s+\d*\s*hari\b", 'write "sudah … hari"'),
        (r"\bbot (?:tidak )?(?:akan )?menulis\b|\bkami menulis\b", "a bot sends: mengirim pesan"),
        (r"\btidak berhak\b|\btidak valid\b|\bsalah input\b", "say kindly what is possible"),
        (r"\bsilahkan\b", "EYD: silakan"),
        (r"\bpraktek\b", "EYD: praktik"),
        (r"\bjadual\b", "EYD: jadwal"),
        (r"\bresiko\b", "EYD: risiko"),
        (r"\bijin\b", "EYD: izin"),
        (r"\bmerubah\b", "EYD: mengubah"),
        (r"\braport?\b(?<!rapor)", "EYD: rapor"),
        (r"\b\d{1,2}:\d{2}\b", "hours are written with a point: 07.30"),
        (r"\([^()]*\([^()]*\)", "no brackets within brackets"),
    )
)
"""What is forbidden, with the advice."""


def style_faults(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a text has that the style guide forbids, each with advice."""
    for form, advice in _RULES:
        if found := form.search(text):
            yield f"'{found[0]}'", advice
