"""Reads an hour of the day as people type it: 7, 07.30, jam 5 sore, setengah 8.

Must not judge whether the hour is a good one.
"""

from datetime import time
from re import ASCII
from re import compile as pattern

from bot.content.texts import Texts

NOON = 12
MORNING = "morning"
AFTER_NOON = {"day": range(1, 7), "afternoon": range(1, NOON), "evening": range(6, NOON + 1)}
"""The hours that lie after noon when this part of the day is named with them: 5 sore is 17.00."""

_HOUR = pattern(r"(?<!\d)(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?(?![\d.:])", ASCII)
_LETTERS = pattern(r"[a-z]+")


def hour_in(texts: Texts, words: str) -> time | None:
    """Return the hour of the day meant by what was typed; None where none can be read."""
    found = _HOUR.search(words)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    told = set(_LETTERS.findall(words))
    for part, after_noon in AFTER_NOON.items():
        if hour in after_noon and told & set(texts.words("remind-hour", part)):
            hour = (hour + NOON) % (2 * NOON)
    if hour >= 2 * NOON or minute >= 60:  # noqa: PLR2004 -- minutes of an hour
        return None
    half = told & set(texts.words("remind-hour", "half"))
    return time((hour - 1) % (2 * NOON), 30) if half and not minute else time(hour, minute)


def parts_of_day(texts: Texts) -> frozenset[str]:
    """Return the words for parts of the day that may follow an hour."""
    parts = (MORNING, *AFTER_NOON)
    return frozenset(word for part in parts for word in texts.words("remind-hour", part))
