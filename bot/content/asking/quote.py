"""A few lines of a passage: those that say most of what is asked for, found again by their place.

Must not choose the passage.
"""

from collections.abc import Sequence
from html import unescape
from re import compile as pattern

from bot.content.asking.vocabulary import Vocabulary

_TAG = pattern(r"<[^>]*>")
_SENTENCE = pattern(r"(?<=[.!?”])\s+(?=[“A-Z0-9])")

_BULLET = pattern(r"^(?:•|\d\.) ")

QUOTED = 170
"""Characters that are quoted: two or three lines on a phone."""


def plain(html: str) -> str:
    """Return a text without its formatting."""
    return unescape(_TAG.sub("", html))


def best_lines(
    blocks: Sequence[str], words: frozenset[str], vocabulary: Vocabulary
) -> tuple[int, int]:
    """Return the block and the sentence with which the lines begin that say most of the words.

    Of equals the first; (0, 0) where no word is said.
    """
    best, most = (0, 0), 0
    for at, block in enumerate(blocks):
        sentences = _sentences(block)
        for begin in range(len(sentences)):
            terms = vocabulary.terms(_fitting(sentences[begin:]))
            said = len(words & {term.word for term in terms})
            if said > most:
                best, most = (at, begin), said
    return best


def lines(blocks: Sequence[str], block: int, sentence: int) -> str:
    """Return the lines that begin there, as plain text; the first if the content has changed since."""
    if not blocks:
        return ""
    sentences = _sentences(blocks[block] if block < len(blocks) else blocks[0])
    return _fitting(sentences[sentence:] or sentences)


def _sentences(block: str) -> list[str]:
    """Return the sentences of a block; each item of a list, without its bullet, begins one."""
    items = (_BULLET.sub("", " ".join(line.split())) for line in plain(block).splitlines())
    return [sentence for item in items for sentence in _SENTENCE.split(item) if sentence] or [""]


def _fitting(sentences: list[str]) -> str:
    """Return so many whole sentences as fit, at least one, which is cut at a word if it must be."""
    found = sentences[0]
    for sentence in sentences[1:]:
        if len(found) + 1 + len(sentence) > QUOTED:
            break
        found = f"{found} {sentence}"
    return found if len(found) <= QUOTED else f"{found[: QUOTED - 1].rpartition(' ')[0]} …"
