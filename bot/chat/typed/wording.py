"""What a whole text asks for, however it is spelt and however kindly it is said.

A text counts only as a whole: every word must belong to the wish or be one of those that never
change a meaning (politeness, a form of address, an emoji). A sentence with a word of its own, such
as "saya tidak mau berhenti mengajar", asks for none of it. All words stand in the texts.
"""

from collections.abc import Container, Iterable
from enum import StrEnum
from functools import lru_cache
from re import Pattern
from re import compile as pattern

from bot.chat.typed.line import clean_line
from bot.content.texts import Texts


class Wish(StrEnum):
    """What a text may ask for; each has its phrases, ``wish.<value>``."""

    STOP = "stop"
    QUIET = "quiet"
    ERASE = "erase"
    WITHDRAW = "withdraw"
    CANCEL = "cancel"
    HOLD = "hold"
    DOUBT = "doubt"
    HELP = "help"
    LATER = "later"
    SKIP = "skip"
    DECLINE = "decline"
    SAME = "same"
    WAKE = "wake"
    RESIGN = "resign"


class SchoolWish(StrEnum):
    """What a coordinator may want for her school; each has its phrases, ``school-said.<value>``."""

    ROSTER = "roster"
    RECAP = "recap"
    BROADCAST = "broadcast"
    REST = "rest"
    SCHEDULE = "schedule"
    QUIET_DAYS = "quiet-days"
    INVITE = "invite"
    LIST = "list"
    HANDOVER = "handover"
    LEAVE = "leave"
    DATA = "data"
    AUDIT = "audit"
    REMIND = "remind"
    SEES = "sees"


FIRST = (Wish.STOP, Wish.QUIET, Wish.ERASE, Wish.WITHDRAW, Wish.CANCEL)
"""What is done wherever she stands, before anything else a text may mean."""

SAID_TWICE = frozenset({Wish.STOP, Wish.QUIET})
"""What people say in two ways at a stretch: "stop dulu ga usah kirim pesan lagi"."""

ENDING = (Wish.STOP, Wish.QUIET, Wish.ERASE, Wish.WITHDRAW)
"""What is asked about when only a part of a text says it: "saya sudah pensiun, tolong stop"."""

LONGEST = 200
"""Characters; a longer text is no request but says something of its own."""

SPELLINGS_KEPT = 2_048
"""Short texts, and words, of which the spelling is remembered."""

SHORT = 4
"""Words; in so few the last one may be the wish, after a sigh: "ampun deh, capek, stop"."""

_WORD = pattern(r"(?P<word>[^\W\d_]+)2?|\d+")
"""A word, also one that is doubled with a 2 as people type it ("kirim2"), or a number."""

_APOSTROPHES = pattern("['`\u2018\u2019\u02bc]")
_CLAUSE = pattern(r"[,.;:!?\n]+")
_BREAK = pattern(r"[,;:!?\n]+|(?<=\w{4})\.(?=\s)")
"""Where a name behind a title ends: "stop bu, banjir" calls nobody Banjir; "Bpk. Made" is one."""

_ORDINAL = pattern(r"\bke-?\s?(\d)")
_LINK = pattern(r"(?<!\S)\S+://\S+|\bt\.me/\S+")
_AGAIN = pattern(r"([^\W\d_])\1+")
_NAME = pattern(r"\w+")
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
        joins = "|".join(texts.words("fillers", "joins"))
        self._parts = pattern(rf"[,.;:!?\n]+|\b(?:{joins})\b")
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
        self._wishes = {wish: self._pattern(wish, texts.words("wish", wish)) for wish in Wish}
        self._wish_words = {
            wish: frozenset(_NAME.findall(form.pattern)) for wish, form in self._wishes.items()
        }
        """All words of a wish's phrases: whoever says another one does not ask for it."""

        self._wanted = {
            one: pattern(self._phrases(texts.words("school-said", one))) for one in SchoolWish
        }

        # One text is looked at for many things, clause by clause; and so are the lists' own phrases.
        self._spelt = lru_cache(SPELLINGS_KEPT)(self._one_spelling)
        self._short_spelt = lru_cache(SPELLINGS_KEPT)(self._all_spelt)
        self._short_bare = lru_cache(SPELLINGS_KEPT)(self._all_bare)
        self._short_wishes = lru_cache(SPELLINGS_KEPT)(self._all_wishes)

    def wish(self, text: str, among: Iterable[Wish] = FIRST) -> Wish | None:
        """Return the first of these wishes that a whole text asks for.

        In a text of several clauses each must ask for something: "cukup, jangan kirim lagi".
        """
        asked = self.wishes(text, among)
        return next((wish for wish in among if wish in asked), None)

    def wishes(self, text: str, among: Iterable[Wish] = FIRST) -> frozenset[Wish]:
        """Return all of these wishes that a text consists of: stopping may come with deleting."""
        return self._short_wishes(text, tuple(among)) if len(text) <= LONGEST else frozenset()

    def _all_wishes(self, text: str, among: tuple[Wish, ...]) -> frozenset[Wish]:
        if whole := self._asked(self.bare(text), among):
            return frozenset({whole})
        for ends in (_CLAUSE, self._parts):
            clauses = [bare for clause in ends.split(text) if (bare := self.bare(clause))]
            asked = {self._asked(bare, Wish) for bare in clauses}
            if None not in asked:
                return frozenset(wish for wish in among if wish in asked)
        return frozenset()

    def wanted(self, text: str) -> SchoolWish | None:
        """Return what a whole text wants for a school."""
        if len(text) > LONGEST:
            return None
        words = "".join(f"{word} " for word in self.bare(text))
        return next((one for one in SchoolWish if self._wanted[one].fullmatch(words)), None)

    def hints(self, text: str) -> bool:
        """Say whether a part of a text by itself asks to stop or to delete, beside other words."""
        if len(text) > LONGEST:
            return False
        words = self.bare(text)
        if len(words) <= SHORT and words and self._asked(words[-1:], (Wish.STOP,)):
            return True
        clauses = self._parts.split(text.casefold())
        return any(self._asked(self.bare(clause), ENDING) for clause in clauses)

    def parts(self, text: str) -> list[str]:
        """Return what a text says one after the other: parts between marks and words such as "karena"."""
        return [part.strip() for part in self._parts.split(text.casefold()) if part.strip()]

    def _asked(self, bare: list[str], among: Iterable[Wish]) -> Wish | None:
        words = "".join(f"{word} " for word in bare)
        likely = (wish for wish in among if self._wish_words[wish].issuperset(bare))
        return next((wish for wish in likely if self._wishes[wish].fullmatch(words)), None)

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
        return list(self._short_spelt(text) if len(text) <= LONGEST else self._all_spelt(text))

    def _all_spelt(self, text: str) -> tuple[str, ...]:
        line = _APOSTROPHES.sub("", clean_line(text).casefold())
        words = (self._spelt(one["word"] or one[0]) for one in _WORD.finditer(line))
        return tuple(part for word in words for part in word.split())

    def bare(self, text: str) -> list[str]:
        """Return the words that carry the meaning, each in its one spelling."""
        return list(self._short_bare(text) if len(text) <= LONGEST else self._all_bare(text))

    def _all_bare(self, text: str) -> tuple[str, ...]:
        words: list[str] = []
        begins = set[int]()
        for part in _BREAK.split(text):
            begins.add(len(words))
            words += self._courtesies.sub("", " ".join(self.spelt(part))).split()
        words = self._unnamed(words, begins)
        return tuple(word for word in words if word not in self._empty)

    def is_polite(self, text: str, more: Container[str] = ()) -> bool:
        """Say whether a text holds nothing but politeness, words of ``more``, or no word at all.

        A form of address alone is none: it may be the name somebody wants to be called by.
        """
        said = self._courtesies.sub(" ", " ".join(self.spelt(text))).split()
        is_address = bool(said) and all(word in self._titles for word in said)
        return not is_address and all(word in self._empty or word in more for word in said)

    def _one_spelling(self, word: str) -> str:
        squeezed = _squeezed(word)
        stem = squeezed.removesuffix("lah")
        form = stem if self._knows(stem) and not self._knows(squeezed) else squeezed
        return self._spelling.get(form, form)

    def _knows(self, word: str) -> bool:
        return word in self._spelling or word in self._known

    def _spelt_by_list(self, word: str) -> str:
        return self._spelling.get(_squeezed(word), _squeezed(word))

    def _unnamed(self, words: list[str], begins: Container[int]) -> list[str]:
        """Leave out a name behind a title where somebody is called: "stop ya Bu Made, ya".

        ``begins`` are the places of words behind a comma; such a word is no name.
        """

        def is_name(at: int) -> bool:
            is_behind = at > 0 and at not in begins and words[at - 1] in self._titles
            return is_behind and words[at] not in self._known

        def is_empty(at: int) -> bool:
            return words[at] in self._empty or is_name(at)

        start, end = 0, len(words)
        while start < end and is_empty(start):
            start += 1
        while end > start and is_empty(end - 1):
            end -= 1
        return words[start:end]

    def _pattern(self, wish: Wish, lines: Iterable[str]) -> Pattern[str]:
        """Return what all phrases of a wish are found by; to stop may be said twice over: "stop, jangan kirim lagi"."""
        phrases = self._phrases(lines)
        return pattern(f"(?:{phrases}){{1,2}}" if wish in SAID_TWICE else phrases)

    def _phrases(self, lines: Iterable[str]) -> str:
        return "|".join(map(self._form, lines)) or "(?!)"

    def _form(self, line: str) -> str:
        """Return a phrase as a pattern's words: "(a/b c)" may be left out, "a/b" is one of both."""
        parts = []
        for part in _PART.findall(line):
            choices = [
                " ".join(self._noted(word) for word in choice.split())
                for choice in part.strip("()").split("/")
            ]
            said = f"(?:{'|'.join(choices)})"
            parts.append(f"(?:{said} )?" if part.startswith("(") else f"{said} ")
        return "".join(parts)

    def _noted(self, word: str) -> str:
        spelt = self._spelt_by_list(word)
        self._known.add(spelt)
        return spelt
