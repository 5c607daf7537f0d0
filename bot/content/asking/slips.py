"""The word that was meant where one or two letters have slipped: "rubrk" is "rubrik".

Compares with words that may be asked for only. Must not judge whether a word is one.
"""

from collections.abc import Iterable, Iterator

LONG = 8
"""Letters from which two slips are forgiven; in shorter words one."""

SHORTEST = 4
"""Letters of a word that may be meant; with one left out three are read: "bca"."""


class Slips:
    """Words that may be meant, by their length, each with its letters as bits to pass by most of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[tuple[int, str]]] = {}
        for word in sorted(words):
            if len(word) >= SHORTEST:
                self._by_length.setdefault(len(word), []).append((_letters(word), word))

    def nearest(self, word: str) -> str | None:
        """Return the word that was most likely meant; None if none is near enough."""
        if len(word) < SHORTEST - 1:
            return None
        allowed = 2 if len(word) >= LONG else 1
        found = [
            (slips, meant[:1] != word[:1], meant)
            for meant in self._near(word, allowed)
            if (slips := distance(word, meant, allowed)) <= allowed
            and (slips == 1 or meant[:1] == word[:1])
        ]
        return min(found)[2] if found else None

    def _near(self, word: str, allowed: int) -> Iterator[str]:
        """Yield the words that differ in few letters, wherever these stand."""
        letters = _letters(word)
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for others, meant in self._by_length.get(length, ()):
                if (letters ^ others).bit_count() <= 2 * allowed:
                    yield meant


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters must be put in, left out, changed or swapped; above ``most`` any more.

    This is the optimal string alignment distance.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        last, before, row = before, row, [at]
        for to, match in enumerate(other, start=1):
            steps = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != match))
            swaps = at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == match
            row.append(min(steps, last[to - 2] + 1) if swaps else steps)
        if min(row) > most:
            return most + 1
    return row[-1]


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) - ord("a") if "a" <= letter <= "z" else 26)
    return bits
