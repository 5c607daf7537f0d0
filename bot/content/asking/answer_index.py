"""Which short answers a question means: the ways of asking that it says most of.

A rare word says more than a common one. Must not decide how an answer is shown.
"""

from collections import Counter
from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class _Match:
    """How much of a way of asking a question says, and how much that would be in all."""

    matched: float
    whole: float

    @property
    def share(self) -> float:
        return self.matched / self.whole

    @property
    def score(self) -> float:
        return self.matched * self.share


class AnswerIndex:
    """All short answers, to be asked for in any words."""

    def __init__(self, answers: tuple[ShortAnswer, ...], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._answers = answers
        self._by_id = {answer.id: answer for answer in answers}
        self._ways = [
            (self._words_of(way), at) for at, answer in enumerate(answers) for way in answer.asked
        ]
        self._asked = [self._words_of(answer.title, *answer.asked) for answer in answers]
        self._told = [self._words_of(answer.plain) for answer in answers]
        spread = Counter(word for words in self._asked for word in words)
        self._rarity = {word: log(1 + len(answers) / times) for word, times in spread.items()}
        self._rarest = log(1 + len(answers))
        self._by_word: dict[str, list[int]] = {}
        for place, (words, _) in enumerate(self._ways):
            for word in words:
                self._by_word.setdefault(word, []).append(place)

    def _words_of(self, *texts: str) -> frozenset[str]:
        return frozenset(term.word for text in texts for term in self._vocabulary.terms(text))

    def __iter__(self) -> Iterator[ShortAnswer]:
        return iter(self._answers)

    def of(self, name: str) -> ShortAnswer | None:
        """Return the answer of that id, or None."""
        return self._by_id.get(name)

    def is_way(self, terms: tuple[Term, ...]) -> bool:
        """Say whether words hold all of one way of asking, of two words or more, or are just that."""
        said = frozenset(term.word for term in terms if term.weight == 1)
        near = {place for word in said for place in self._by_word.get(word, ())}
        ways = (self._ways[place][0] for place in near)
        return any(way <= said and (len(way) > 1 or len(said) == 1) for way in ways)

    def ways(self) -> Iterator[tuple[ShortAnswer, str, frozenset[str], float]]:
        """Yield each way of asking with its answer, its words as they are compared, and what they say."""
        for answer in self._answers:
            for way in answer.asked:
                words = self._words_of(way)
                yield answer, way, words, sum(self._rarity[word] for word in words)

    def ranked(self, terms: tuple[Term, ...]) -> list[Ranked]:
        """Return the answers that a question may mean, the likeliest first."""
        said = {term.word: self._rarity.get(term.word, 0.0) * term.weight for term in terms}
        asks = sum(self._asks(term) for term in terms)
        best: dict[int, _Match] = {}
        for words, at in {
            self._ways[place] for word in said for place in self._by_word.get(word, ())
        }:
            match = self._match(words, said)
            if at not in best or match.score > best[at].score:
                best[at] = match
        found = [self._of_answer(at, match, said, asks) for at, match in best.items()]
        return sorted(found, key=lambda one: -one.score)

    def _asks(self, term: Term) -> float:
        """Return what a word of a question asks for; one that nobody knows may mean little."""
        rarity = self._rarity.get(term.word, self._rarest)
        return rarity if term.is_known else UNKNOWN * rarity

    def _match(self, words: frozenset[str], said: dict[str, float]) -> _Match:
        return _Match(
            sum(said.get(word, 0.0) for word in words), sum(self._rarity[word] for word in words)
        )

    def _of_answer(self, at: int, way: _Match, said: dict[str, float], asks: float) -> Ranked:
        beside = sum(weight for word, weight in said.items() if word in self._asked[at])
        inside = sum(weight for word, weight in said.items() if word in self._told[at])
        score = way.score + BESIDE * beside + TOLD * inside
        is_whole = way.share >= WHOLE and beside >= SOME * asks
        is_most = way.share >= MOST and beside >= MUCH * asks
        return Ranked(self._answers[at], score, is_whole or is_most or score >= PLENTY, way.share)
