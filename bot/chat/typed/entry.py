"""Entries of words that let one hear something, and a text made ready to be compared with them.

An entry's words must all occur, in whatever order and spelling; the words stand in the texts. Must
not judge what it means.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern
from re import compile as pattern

from bot.chat.typed.wording import Wording
from bot.content.texts import Texts

_ENDING = pattern(r"(?<=\w{3})(?:nya|nyo|ku|mu|kah|lah)(?= )")
"""Endings that change nothing here: "muridku", "jawabannya"."""

_AFTER_N = pattern(r"(?<=\w{3}n)ya(?= )")
"""The ending behind an n with which its own has become one: "tanganya"."""

_SET = "@"
"""Marks a word of an entry that stands for any word of the list with that name."""

_ALONE = "="
"""Marks an entry that is heard only when nothing else is said."""

_SOFT = "~"
"""Marks an entry that is not heard where a lesson is spoken of."""

_HARD = "!"
"""Marks an entry that is heard wherever a lesson is spoken of."""

SETS = (
    *("pupil", "parent", "mate", "self", "question", "how", "thanks", "polite", "but", "topic"),
    *("child", "adult", "own", "lesson", "hurt", "hurting", "mocked", "near", "told"),
    *("touched", "private", "lewd"),
)
"""The lists of words; each is an attribute of ``hearing``."""

TEXTS_READY = 4
"""Texts that are kept ready: those of the turn that is being taken."""

LONGEST = 5
"""Words of the longest phrase that is compared."""


@dataclass(frozen=True, slots=True)
class SaidText:
    """A text as it is compared."""

    lines: tuple[str, ...]
    """All words in one spelling, as they are and without their endings."""

    phrases: frozenset[str]
    """Each word of these lines, and each few that stand side by side."""

    bare: tuple[str, ...]
    """Those that carry a meaning."""

    alone: frozenset[str]
    """All that carry a meaning as one, also without "saya"."""

    def without(self, passed: Pattern[str]) -> "SaidText":
        """Return the same without what a pattern finds in it."""
        lines = tuple(passed.sub(" ", line) for line in self.lines)
        return SaidText(lines, _phrases(lines), self.bare, self.alone)


@dataclass(frozen=True, slots=True)
class PhraseEntry:
    """Words that must all occur: for each the choices, of which one must."""

    words: tuple[frozenset[str], ...]
    is_alone: bool
    is_soft: bool
    is_hard: bool

    def fits(self, said: SaidText) -> bool:
        """Say whether all of its words occur in a text."""
        if self.is_alone:
            return not self.words[0].isdisjoint(said.alone)
        return not any(choices.isdisjoint(said.phrases) for choices in self.words)


class Entries:
    """Entries that mean the same."""

    def __init__(self, entries: Iterable[PhraseEntry]) -> None:
        self._entries = tuple(entries)
        self.beginnings = frozenset(
            word
            for one in self._entries
            for part in one.words
            for choice in part
            for word in choice.split()[:1]
        )
        """The first word of whatever may stand for a part of them."""

        # Of each entry its rarest part, with the entries to look at where it is said: most texts hold none.
        # One that must be said alone is heard by its first part.
        self._alone: dict[str, list[int]] = {}
        self._among: dict[str, list[int]] = {}
        for at, one in enumerate(self._entries):
            rarest = one.words[0] if one.is_alone else min(one.words, key=len, default=frozenset())
            for word in rarest:
                (self._alone if one.is_alone else self._among).setdefault(word, []).append(at)

    def __iter__(self) -> Iterator[PhraseEntry]:
        return iter(self._entries)

    def fitting(self, said: SaidText) -> Iterator[PhraseEntry]:
        """Yield those that are heard in a text."""
        likely = {at for word in self._among.keys() & said.phrases for at in self._among[word]}
        likely.update(at for word in self._alone.keys() & said.alone for at in self._alone[word])
        for at in sorted(likely):
            if self._entries[at].fits(said):
                yield self._entries[at]

    def fit(self, said: SaidText) -> bool:
        """Say whether one of them is heard in a text."""
        return next(self.fitting(said), None) is not None


class Lists:
    """The lists of words, and what is made of them."""

    def __init__(self, texts: Texts, wording: Wording) -> None:
        self._wording = wording
        self._said = lru_cache(TEXTS_READY)(self._made_ready)
        self._sets = {
            name: frozenset(self._told(word) for word in texts.words("hearing", name))
            for name in SETS
        }

    def __getitem__(self, name: str) -> frozenset[str]:
        """Return the words of a list."""
        return self._sets[name]

    def has(self, said: SaidText, name: str) -> bool:
        """Say whether a text holds a word of a list."""
        return not self._sets[name].isdisjoint(said.phrases)

    def said(self, text: str) -> SaidText:
        """Return a text made ready to be compared; one turn asks for it many times."""
        return self._said(text)

    def _made_ready(self, text: str) -> SaidText:
        line = f" {' '.join(self._wording.spelt(text))} "
        lines = (line, _ENDING.sub("", line), _AFTER_N.sub("", line))
        bare = self._wording.bare(text)
        own = [word for word in bare if word not in self._sets["self"]]
        alone = frozenset({" ".join(own or bare), " ".join(bare)})
        return SaidText(lines, _phrases(lines), tuple(bare), alone)

    def entries(self, lines: Iterable[str]) -> Entries:
        """Return entries as they are written in the texts, ready to be compared."""
        return Entries(
            PhraseEntry(
                tuple(self._choices(part) for part in line.lstrip(_ALONE + _SOFT + _HARD).split()),
                is_alone=line.startswith(_ALONE),
                is_soft=line.startswith(_SOFT),
                is_hard=line.startswith(_HARD),
            )
            for line in lines
        )

    def pattern_of(self, lines: Iterable[str]) -> Pattern[str]:
        """Return what finds phrases whose words stand side by side; "a/b" is one of both."""
        phrases = (
            " ".join(f"(?:{'|'.join(map(self._told, part.split('/')))})" for part in line.split())
            for line in lines
        )
        return pattern(f" (?:{'|'.join(phrases)})(?= )")

    def _choices(self, part: str) -> frozenset[str]:
        """Return what may stand for one part of an entry: "a/@list" is a or any word of the list."""
        return frozenset(
            word
            for choice in part.split("/")
            for word in (
                self._sets[choice[1:]] if choice.startswith(_SET) else (self._told(choice),)
            )
        )

    def _told(self, choice: str) -> str:
        return " ".join(self._wording.spelt(choice.replace("_", " ")))


def _phrases(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(
        " ".join(words[at : at + length])
        for line in set(lines)
        for words in (line.split(),)
        for at in range(len(words))
        for length in range(1, min(LONGEST, len(words) - at) + 1)
    )
