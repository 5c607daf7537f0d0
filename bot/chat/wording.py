"""What a whole text asks for, however it is spelt and however kindly it is said.

A text counts only as a whole: every word must belong to the wish or be one of those that never
change a meaning (politeness, a form of address, an emoji). A sentence with a word of its own, such
as "saya tidak mau berhenti mengajar", asks for none of it. All words stand in the texts.
"""

from collections.abc import Container, Iterable
from enum import StrEnum
from re import Pattern
from re import compile as pattern

from bot.chat.typed import clean_line
from bot.content.texts import Texts


class Wish(StrEnum):
    """What a text may ask for; each has its phrases, ``wish.<value>``."""

    STOP = "stop"
    QUIET = "quiet"
    ERASE = "erase"
    WITHDRAW = "withdraw"
    CANCEL = "cancel"
    DOUBT = "doubt"
    HELP = "help"
    LATER = "later"
    SKIP = "skip"
    DECLINE = "decline"
    SAME = "same"


FIRST = (Wish.STOP, Wish.QUIET, Wish.ERASE, Wish.WITHDRAW, Wish.CANCEL)
"""What is done wherever she stands, before anything else a text may mean."""

LONGEST = 200
"""Characters; a longer text is no request but says something of its own."""

_WORD = pattern(r"(?P<word>[^\W\d_]+)2?|\d+")
"""A word, also one that is doubled with a 2 as people type it ("kirim2"), or a number."""

_APOSTROPHES = pattern("['`\u2018\u2019\u02bc]")
_CLAUSE = pattern(r"[,.;:!?\n]+")
_ORDINAL = pattern(r"\bke-?\s?(\d)")
_LINK = pattern(r"\S+://\S+|\bt\.me/\S+")
_AGAIN = pattern(r"([^\W\d_])\1+")
_PART = pattern(r"\([^)]*\)|\S+")


def _squeezed(word: str) -> str:
    """Return a word with every run of one letter as one: "stooop" as "stop", "maaf" as "maf"."""
    return _AGAIN.sub(r"\1", word)


class Wording:
    """The phrases of all wishes, ready to be compared."""

    def __init__(self, texts: Texts) -> None:
        self._spelling: dict[str, str] = {}
        for entry in texts.words("spelling", "words"):
            name, _, spelt = entry.partition(":")
            self._spelling |= {_squeezed(word): _squeezed(name) for word in spelt.split()}
        fillers = {_squeezed(word) for word in texts.words("fillers", "words")}
        courtesies = "|".join(filler for filler in fillers if " " in filler)
        self._courtesies = pattern(rf"\b(?:{courtesies})\b")
        self._titles = {_squeezed(word) for word in texts.words("fillers", "titles")}
        self._empty = fillers | self._titles
        self._asking = {self._spelt_by_list(word) for word in texts.words("question", "words")}
        self._hedges = {self._spelt_by_list(word) for word in texts.words("numbers", "around")}
        self._numbers = {
            self._spelt_by_list(word): number
            for number in range(1, 5)
            for word in texts.words("numbers", f"n{number}")
        }
        self._known: set[str] = set(self._spelling.values())
        self._wishes = {
            wish: tuple(self._compiled(line) for line in texts.words("wish", wish)) for wish in Wish
        }

    def wish(self, text: str, among: Iterable[Wish] = FIRST) -> Wish | None:
        """Return the first of these wishes that a whole text asks for.

        In a text of several clauses each must ask for something: "cukup, jangan kirim lagi".
        """
        if len(text) > LONGEST:
            return None
        if whole := self._asked(self.bare(text), among):
            return whole
        clauses = [bare for clause in _CLAUSE.split(text) if (bare := self.bare(clause))]
        asked = {self._asked(bare, Wish) for bare in clauses}
        return None if None in asked else next((wish for wish in among if wish in asked), None)

    def _asked(self, bare: list[str], among: Iterable[Wish]) -> Wish | None:
        words = "".join(f"{word} " for word in bare)
        return next(
            (wish for wish in among if any(one.fullmatch(words) for one in self._wishes[wish])),
            None,
        )

    def is_question(self, text: str) -> bool:
        """Say whether a text asks something, with or without its mark: it is no answer then."""
        if "?" in _LINK.sub("", text):
            return True
        words = self.bare(text)
        ends = {words[0], words[-1]} if words else set()
        return bool(ends & self._asking) or self.wish(text, (Wish.HELP,)) is not None

    def is_courtesy(self, text: str) -> bool:
        """Say whether a text consists of politeness and forms of address only."""
        words = self._courtesies.sub("", " ".join(self.spelt(text))).split()
        return self._empty.issuperset(words)

    def numbers(self, text: str) -> tuple[int, ...]:
        """Return the numbers a text names if it says nothing else: "kayaknya 2, bu" is (2,)."""
        found = []
        for word in self.bare(_ORDINAL.sub(r"\1", text[:LONGEST].casefold())):
            if word in self._numbers:
                found.append(self._numbers[word])
            elif word.isascii() and word.isdecimal():
                found.append(int(word[:4]))
            elif word not in self._hedges:
                return ()
        return tuple(found)

    def spelt(self, text: str) -> list[str]:
        """Return all words of a text, each in its one spelling."""
        line = _APOSTROPHES.sub("", clean_line(text).casefold())
        return [self._spelt(one["word"] or one[0]) for one in _WORD.finditer(line)]

    def bare(self, text: str) -> list[str]:
        """Return the words that carry the meaning, each in its one spelling."""
        said = " ".join(self.spelt(text))
        words = self._unnamed(self._courtesies.sub("", said).split())
        return [word for word in words if word not in self._empty]

    def is_polite(self, text: str, more: Container[str] = ()) -> bool:
        """Say whether a text holds nothing but politeness, words of ``more``, or no word at all.

        A form of address alone is none: it may be the name somebody wants to be called by.
        """
        said = self._courtesies.sub(" ", " ".join(self.spelt(text))).split()
        is_address = bool(said) and all(word in self._titles for word in said)
        return not is_address and all(word in self._empty or word in more for word in said)

    def _spelt(self, word: str) -> str:
        squeezed = _squeezed(word)
        stem = squeezed.removesuffix("lah")
        form = stem if self._knows(stem) and not self._knows(squeezed) else squeezed
        return self._spelling.get(form, form)

    def _knows(self, word: str) -> bool:
        return word in self._spelling or word in self._known

    def _spelt_by_list(self, word: str) -> str:
        return self._spelling.get(_squeezed(word), _squeezed(word))

    def _unnamed(self, words: list[str]) -> list[str]:
        """Leave out a name behind a title where somebody is called: "stop ya Bu Made, ya"."""

        def is_name(at: int) -> bool:
            return at > 0 and words[at - 1] in self._titles and words[at] not in self._known

        def is_empty(at: int) -> bool:
            return words[at] in self._empty or is_name(at)

        start, end = 0, len(words)
        while start < end and is_empty(start):
            start += 1
        while end > start and is_empty(end - 1):
            end -= 1
        return words[start:end]

    def _compiled(self, line: str) -> Pattern[str]:
        """Return a phrase as a pattern: "(a/b c)" may be left out, "a/b" is one of both."""
        parts = []
        for part in _PART.findall(line):
            choices = [
                " ".join(self._noted(word) for word in choice.split())
                for choice in part.strip("()").split("/")
            ]
            said = f"(?:{'|'.join(choices)})"
            parts.append(f"(?:{said} )?" if part.startswith("(") else f"{said} ")
        return pattern("".join(parts))

    def _noted(self, word: str) -> str:
        spelt = self._spelt_by_list(word)
        self._known.add(spelt)
        return spelt
