"""``content/words_id.toml`` becomes the list of words that a question is understood with.

Must not judge a question; ``asking.vocabulary`` does.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from re import compile as pattern

from bot.content.problem import Problem, ProblemList
from bot.content.source import read_source

LISTS = ("umum", "utuh", "dasar")
TABLES = ("ejaan", "padanan")

_LINE = pattern(r"at line (\d+), column")
_WORD = pattern(r"[^\W_]+(?:[_-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that say nothing, that are taken as they are, roots, spellings, words of one meaning.

    A phrase of several words is written with underscores, as in the file.
    """

    common: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    roots: frozenset[str] = frozenset()
    spelling: Mapping[str, str] = field(default_factory=dict)
    meaning: Mapping[str, str] = field(default_factory=dict)


def read_words(path: Path) -> tuple[WordList, list[Problem]]:
    """Return the words of a file and everything that is wrong with it."""
    problems = ProblemList(path, [])
    text = read_source(path, problems)
    if text is None:
        return WordList(), problems.found
    try:
        data = tomllib.loads(text)
    except ValueError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else max(1, len(text.splitlines()))
        problems.add(line, str(error), "mend the TOML")
        return WordList(), problems.found
    return _Reader(text, data, problems).read(), problems.found


class _Reader:
    """Reads the lists and tables of one file, noting every problem on the way."""

    def __init__(self, text: str, data: Mapping[str, object], problems: ProblemList) -> None:
        self._lines = text.splitlines()
        self._data = data
        self._problems = problems

    def read(self) -> WordList:
        known = (*LISTS, *TABLES)
        for key in self._data:
            if key not in known:
                self._note(key, f"unknown key '{key}'", f"use: {', '.join(known)}")
        common, whole, roots = (
            frozenset(self._words(name, self._data.get(name, ""))) for name in LISTS
        )
        spelling, meaning = (self._table(name) for name in TABLES)
        return WordList(common, whole, roots, spelling, meaning)

    def _table(self, name: str) -> dict[str, str]:
        """Return each word of a table with the first of its entry; a word stands in one entry."""
        table = self._data.get(name, {})
        if not isinstance(table, dict):
            self._note(name, f"'{name}' is no table", f"write [{name}]")
            return {}
        found: dict[str, str] = {}
        for first, line in table.items():
            found[first] = first
            for word in self._words(first, line):
                if found.get(word, first) != first or (word in table and word != first):
                    other = found.get(word, word)
                    fault = f"'{word}' stands with '{other}' and with '{first}'"
                    self._note(first, fault, "keep it in one")
                found.setdefault(word, first)
        return found

    def _words(self, key: str, line: object) -> Iterator[str]:
        if not isinstance(line, str):
            self._note(key, f"'{key}' is no text", 'write words between "quotes"')
            return
        for word in line.split():
            if not _WORD.fullmatch(word) or word != word.lower():
                self._note(key, f"'{word}' cannot be used", "use letters in lower case and '_'")
            yield word

    def _note(self, key: str, fault: str, advice: str) -> None:
        line = next(
            (n for n, one in enumerate(self._lines, start=1) if one.strip("[ ").startswith(key)), 1
        )
        self._problems.add(line, fault, advice)
