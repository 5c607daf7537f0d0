"""Which short answers a question means: the ways of asking that it says most of.

A rare word says more than a common one. Must not decide how an answer is shown.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from bot.content.answers import ShortAnswer
from bot.content.asking.vocabulary import Term, Vocabulary

BESIDE = 0.25
"""What a word counts that stands in another way of asking of the same answer, or in its title."""

TOLD = 0.06
"""What a word counts that only the answer itself says."""

WHOLE, MOST = 0.999, 0.6
"""So much of a way is all of it, or most of it."""

SOME, MUCH = 0.35, 0.6
"""The share of what a question says that an answer must take up at least: with all of a way, with most."""

UNKNOWN = 0.5
"""What a word counts that the content does not know; it could be a name, or slang."""

PLENTY = 8.0
"""A score that needs no more: a long question says much beside what it asks."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An answer with how well it fits, and whether it surely is meant."""

    answer: ShortAnswer
    score: float
    is_sure: bool
    share: float
    """How much of one way of asking for it the question says."""

    is_word: bool
    """Whether that is one word of several."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of asking for the answer at a place: its words as they are compared, and what all of them say."""

    text: str
    at: int
    words: frozenset[str]
    says: float


class AnswerIndex:
    """All short answers, to be asked for in any words."""

    def __init__(self, answers: tuple[ShortAnswer, ...], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._answers = answers
        self._by_id = {answer.id: answer for answer in answers}
        ways = [
            (way, at, self._words_of(way))
            for at, answer in enumerate(answers)
            for way in answer.asked
        ]
        asked = [set(self._words_of(answer.title)) for answer in answers]
        for _, at, words in ways:
            asked[at] |= words
        spread = Counter(word for words in asked for word in words)
        self._rarity = {word: log(1 + len(answers) / times) for word, times in spread.items()}
        self._rarest = log(1 + len(answers))
        self._ways = [
            _Way(way, at, words, sum(self._rarity[word] for word in words))
            for way, at, words in ways
        ]
        self._by_word = _places(way.words for way in self._ways)
        self._asked = _places(asked)
        self._told = _places(self._words_of(answer.plain) for answer in answers)

    def _words_of(self, text: str) -> frozenset[str]:
        return frozenset(term.word for term in self._vocabulary.terms(text))

    def __iter__(self) -> Iterator[ShortAnswer]:
        return iter(self._answers)

    def of(self, name: str) -> ShortAnswer | None:
        """Return the answer of that id, or None."""
        return self._by_id.get(name)

    def is_way(self, terms: tuple[Term, ...]) -> bool:
        """Say whether words hold all of one way of asking, of two words or more, or are just that."""
        said = frozenset(term.word for term in terms if term.weight == 1)
        near = {place for word in said for place in self._by_word.get(word, ())}
        ways = (self._ways[place].words for place in near)
        return any(way <= said and (len(way) > 1 or len(said) == 1) for way in ways)

    def ways(self) -> Iterator[tuple[ShortAnswer, str, frozenset[str], float]]:
        """Yield each way of asking with its answer, its words as they are compared, and what they say."""
        for way in self._ways:
            yield self._answers[way.at], way.text, way.words, way.says

    def ranked(self, terms: tuple[Term, ...]) -> list[Ranked]:
        """Return the answers that a question may mean, the likeliest first."""
        said = {term.word: self._rarity.get(term.word, 0.0) * term.weight for term in terms}
        asks = sum(self._asks(term) for term in terms)
        best: dict[int, tuple[float, float, bool]] = {}
        for place, matched in _sums(self._by_word, said).items():
            way = self._ways[place]
            share = matched / way.says
            is_word = len(way.words) > 1 == len(way.words & said.keys())
            of_way = (matched * share, share, is_word)
            best[way.at] = max(best.get(way.at, of_way), of_way)
        beside, inside = _sums(self._asked, said), _sums(self._told, said)
        found = [
            self._of_answer(at, match, beside[at], inside.get(at, 0.0), asks)
            for at, match in best.items()
        ]
        return sorted(found, key=lambda one: -one.score)

    def _asks(self, term: Term) -> float:
        """Return what a word of a question asks for; one that nobody knows may mean little."""
        rarity = self._rarity.get(term.word, self._rarest)
        return rarity if term.is_known else UNKNOWN * rarity

    def _of_answer(
        self, at: int, way: tuple[float, float, bool], beside: float, inside: float, asks: float
    ) -> Ranked:
        of_way, share, is_word = way
        score = of_way + BESIDE * beside + TOLD * inside
        is_whole = share >= WHOLE and beside >= SOME * asks
        is_most = share >= MOST and beside >= MUCH * asks
        is_sure = is_whole or is_most or score >= PLENTY
        return Ranked(self._answers[at], score, is_sure, share, is_word)


def _places(each: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Return for each word the places of those that hold it."""
    found: dict[str, list[int]] = {}
    for place, words in enumerate(each):
        for word in words:
            found.setdefault(word, []).append(place)
    return found


def _sums(places: Mapping[str, list[int]], said: Mapping[str, float]) -> dict[int, float]:
    """Return what the words of a question that each place holds count together."""
    found: dict[int, float] = {}
    for word, weight in said.items():
        for place in places.get(word, ()):
            found[place] = found.get(place, 0.0) + weight
    return found
