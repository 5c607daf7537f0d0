"""A label typed instead of tapped: which button of the screen it means.

Must not judge what an answer means; it only compares words with what stands on the buttons.
"""

from collections.abc import Collection, Mapping
from re import compile as pattern

from bot.chat.model import Screen
from bot.chat.typed.line import clean_line
from bot.content.texts import Texts

_LEAVING = (
    ("nav", "cancel"),
    ("ask-subject", "skip"),
    ("evaluation-item", "skip"),
    ("evaluation-summary", "save"),
)
"""The labels that never are an answer."""

_MARKS = pattern(r"[\W_]+")
_NUMBER = pattern(r"(?<!\d)\d+ (?=\D)")


def words_of(text: str) -> str:
    """Return a text as bare words: lower case, without emoji and punctuation."""
    return _MARKS.sub(" ", clean_line(text).casefold()).strip()


def leaves(texts: Texts, text: str) -> bool:
    """Say whether a text is the label of a button that leaves a question."""
    return words_of(text) in {words_of(texts.label(key, name)) for key, name in _LEAVING}


def returns(texts: Texts, text: str) -> bool:
    """Say whether a text is the label that leads back to the open question."""
    said = words_of(text)
    return said == words_of(texts.label("aside", "back")) or said in texts.words(
        "aside", "back-said"
    )


def meant(screen: Screen, text: str) -> str | None:
    """Return the data of the one button whose label was typed, without its number or brackets too."""
    words = words_of(text)
    if not words:
        return None
    found = {
        button.data
        for row in screen.rows
        for button in row
        if button.data
        for label in (words_of(button.label), words_of(button.label.partition(" (")[0]))
        if words in (label, _NUMBER.sub("", label, count=1))
    }
    return found.pop() if len(found) == 1 else None


def named_in(
    text: str, values: Mapping[str, Collection[str]], beside: Collection[str]
) -> str | None:
    """Return the one value of which a word stands in a text: "saya guru SD" names SD; None for none or several.

    A longer word counts before one that is a part of it. All other words must be among ``beside``, if it has any.
    """
    line, found = f" {words_of(text)} ", set[str]()
    words = ((words_of(word), value) for value, said in values.items() for word in said)
    for word, value in sorted(words, key=lambda pair: -len(pair[0])):
        if f" {word} " in line:
            line = line.replace(f" {word} ", "  ")
            found.add(value)
    is_all = not beside or set(line.split()) <= {words_of(word) for word in beside}
    return found.pop() if len(found) == 1 and is_all else None
