"""The words of a text as they are compared: in one spelling, without affixes, one word for one meaning.

What is not known gets the known word it was likely meant as. Must not rank anything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from re import compile as pattern

from bot.content.asking.roots import SHORT, forms_of, root_of
from bot.content.asking.slips import Slips
from bot.content.asking.words import WordList

_WORD = pattern(r"[^\W\d_]+\d{0,2}|\d[^\W\d_]+|(?<!\d)\d\d(?!\d)")
"""A word, also with a number behind it ("murid2", "c4", "k13") or before it ("4p"); a number of two digits."""

_DOUBLED = pattern(r"(?<![^\W\d_])([^\W\d_]{2,})2(an|nya|in|i|kan|ku)\b")
"""A word that is doubled with a 2, with what stands behind it: "lari2an" is "lari-larian"."""

_DIGIT = pattern(r"\d")
_LINK = pattern(r"(?<!\S)\S+://\S*|\b(?:www\.|t\.me/)\S+")

GUESSED = 0.75
"""What a word counts that was only likely meant."""

WORDS_KEPT = 8_192
"""Words with what they are compared as; the content has some 5,000, each many times."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word as it is compared: how much it counts, and whether the content has it at all."""

    word: str
    weight: float = 1.0
    is_known: bool = True
    is_common: bool = False


class Vocabulary:
    """The words that may be asked for (``asked``), and those that only stand in the content."""

    def __init__(self, words: WordList, asked: Iterable[str], told: Iterable[str] = ()) -> None:
        self._words = words
        self._numbered = frozenset(word for word in words.meaning if word[-1].isdigit())
        wanted = {word for text in asked for word in self._spelt(text)}
        wanted |= {part for word in words.meaning for part in word.split("_")}
        wanted |= set(words.meaning.values())
        self._known = (
            wanted
            | words.roots
            | words.common
            | {word for text in told for word in self._spelt(text)}
        )
        self._slips = Slips((wanted | words.roots) - words.common)
        self._term = lru_cache(WORDS_KEPT)(self._read)
        self._phrases = self._by_first_word()

    def terms(self, text: str) -> tuple[Term, ...]:
        """Return the words of a text that say something, each once, in their order."""
        found: dict[str, Term] = {}
        for term in self._joined([self._term(word) for word in self._spelt(text)]):
            if not term.is_common and (term.word not in found or term.weight == 1):
                found[term.word] = term
        return tuple(found.values())

    def words(self, text: str) -> list[str]:
        """Return the same with repetitions, as words only: for counting how often each occurs."""
        terms = self._joined([self._term(word) for word in self._spelt(text)])
        return [term.word for term in terms if not term.is_common]

    def _spelt(self, text: str) -> Iterable[str]:
        """Return all words of a text in one spelling; a doubled one ("murid2") twice."""
        plain = _LINK.sub(" ", text) if "/" in text or "www." in text else text
        plain = plain.casefold()
        if "2" in plain:
            plain = _DOUBLED.sub(r"\1 \1\2", plain)
        words = _WORD.findall(plain)
        if _DIGIT.search(plain):
            return self._unnumbered(words)
        spelling = self._words.spelling
        return [spelling.get(word, word) for word in words]

    def _unnumbered(self, words: Iterable[str]) -> Iterator[str]:
        """Yield words in one spelling, without a number behind them that belongs to none."""
        for word in words:
            bare = word
            if word[-1].isdigit() and word not in self._numbered:
                bare = word.rstrip("0123456789")
                if word.endswith("2") and len(bare) > 1:
                    yield self._words.spelling.get(bare, bare)
            if bare:
                yield self._words.spelling.get(bare, bare)

    def _read(self, word: str) -> Term:
        """Return a word of one spelling as it is compared."""
        if word in self._words.common:
            return Term(word, is_common=True)
        if word in self._words.whole:
            return Term(self._words.meaning.get(word, word))
        root = root_of(word, self._known, self._words.roots)
        if root is not None:
            meant = self._words.meaning.get(word) or self._words.meaning.get(root, root)
            is_common = root in self._words.common and word.startswith(root)
            return Term(meant, is_common=is_common and word not in self._words.meaning)
        near = self._meant(word)
        return replace(self._read(near), weight=GUESSED) if near else Term(word, is_known=False)

    def _meant(self, word: str) -> str | None:
        """Return the known word that was likely meant, also without affixes: "dengerin" is "dengar"."""
        forms = sorted(forms_of(word), key=lambda form: (-len(form), form))
        found = (self._slips.nearest(form) for form in forms if len(form) >= SHORT or form == word)
        return next((near for near in found if near), None)

    def _by_first_word(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """Return the phrases of one meaning by their first word, the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, meant in self._words.meaning.items():
            if "_" in phrase:
                parts = tuple(self._term(part).word for part in phrase.split("_"))
                found.setdefault(parts[0], []).append((parts, meant))
        return {first: sorted(all_of, key=_longest_first) for first, all_of in found.items()}

    def _joined(self, terms: list[Term]) -> Iterator[Term]:
        """Yield terms, those of a phrase of one meaning as one."""
        words = [term.word for term in terms]
        at = 0
        while at < len(words):
            for parts, meant in self._phrases.get(words[at], ()):
                end = at + len(parts)
                if tuple(words[at:end]) == parts:
                    weight = min(term.weight for term in terms[at:end])
                    yield Term(meant, weight, is_common=meant in self._words.common)
                    at = end
                    break
            else:
                yield terms[at]
                at += 1


def _longest_first(phrase: tuple[tuple[str, ...], str]) -> int:
    return -len(phrase[0])
