"""A label typed instead of tapped: which button of the screen it means.

Must not judge what an answer means; it only compares words with what stands on the buttons.
"""

from re import compile as pattern

from bot.chat.model import Screen
from bot.chat.typed.line import clean_line
from bot.content.texts import Texts

WRITTEN = frozenset(
    {
        *("ask.nickname", "ask.subject", "evaluation.intention", "evaluation.line", "join.name"),
        *("sdata.name", "sdata.npsn", "teacher.name", "ownname.name"),
    }
)
"""Places that ask for a few words of her own. A label that leaves a question is no answer there,
though the screen may lack its button.
"""

OPEN = frozenset({"admin.new", "reply.write", "siar.write"})
"""Places where a text may well equal a label by chance: only labels that leave a question count."""

_LEAVING = (
    ("nav", "cancel"),
    ("ask-subject", "skip"),
    ("evaluation-item", "skip"),
    ("evaluation-summary", "save"),
)
"""The labels that never are an answer."""

_MARKS = pattern(r"[\W_]+")
_NUMBER = pattern(r"\d+ (?=\D)")


def words_of(text: str) -> str:
    """Return a text as bare words: lower case, without emoji and punctuation."""
    return _MARKS.sub(" ", clean_line(text).casefold()).strip()


def leaves(texts: Texts, text: str) -> bool:
    """Say whether a text is the label of a button that leaves a question."""
    return words_of(text) in {words_of(texts.label(key, name)) for key, name in _LEAVING}


def returns(texts: Texts, text: str) -> bool:
    """Say whether a text is the label that leads back to the open question."""
    return words_of(text) == words_of(texts.label("aside", "back"))


def meant(screen: Screen, text: str) -> str | None:
    """Return the data of the one button whose label was typed, with or without its number."""
    words = words_of(text)
    if not words:
        return None
    found = {
        button.data
        for row in screen.rows
        for button in row
        for label in (words_of(button.label),)
        if words in (label, _NUMBER.sub("", label, count=1))
    }
    return found.pop() if len(found) == 1 else None
