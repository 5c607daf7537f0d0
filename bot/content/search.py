"""Finds the part of a step that answers a question, with Indonesian stemming.

BM25 over the sections of all steps chooses the step; within it, the section that says the words of
the question itself comes first. Must not decide how results are shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from re import compile as pattern

from bot.content.answers import Answers, ShortAnswer
from bot.domain.programme.programme import (
    EXAMPLE_LEVELS,
    Programme,
    SectionKind,
    Step,
    StepSlug,
    TaskSlug,
)

_TAG = pattern(r"<[^>]*>")
_WORD = pattern(r"[^\W\d_]{2,}")
_LINK = pattern(r"\S+://\S*|\b(?:www\.|t\.me/)\S+")

_SURE = 1.7
"""With a word in the question that no step knows, a place must match the others this well."""

_BONUS_TITLE = 3
"""How often a step's title, label and keywords count beside the words of the section."""

WORDS_KEPT = 8_192
"""Words with their stems; the steps have some 3,000, each many times."""

_LISTS = frozenset({SectionKind.EVIDENCE, SectionKind.QUESTIONS, SectionKind.RUBRIC})
"""Sections that list and explain nothing: among equals they come last."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the programme that matches a question; of the tasks, the one that does."""

    step: StepSlug
    section: SectionKind
    task: TaskSlug | None = None


class Search:
    """A search over one programme, and its short answers. ``stop_words`` are too common to look for.

    Both are made ready by the first question, or before it by ``prepare``: no start waits for them.
    """

    def __init__(
        self,
        programme: Programme,
        stop_words: tuple[str, ...],
        answers: tuple[ShortAnswer, ...] = (),
    ) -> None:
        self._programme = programme
        self._stop_words = stop_words
        self._short = answers

    def prepare(self) -> None:
        """Make all ready; may run in a thread, also while somebody searches."""
        self.answers.find("")
        self._index.find("", 1, _SURE)

    @cached_property
    def answers(self) -> Answers:
        """The short answers."""
        return Answers(self._short, _stemming())

    @cached_property
    def _index(self) -> "_Index":
        return _Index(self._programme, self._stop_words)

    def find(self, question: str, limit: int = 3) -> tuple[Hit, ...]:
        """Return the best places for a question, best first.

        None if no word of it is known; nor if one is not and the others say little ("gaji guru").
        """
        return self._index.find(question, limit, _SURE)

    def nearest(self, question: str, limit: int = 2) -> tuple[Hit, ...]:
        """Return the nearest places for a question that nothing answers; none if no word is known."""
        return self._index.find(question, limit, 0.0)


class _Index:
    """What the sections say, as BM25 and we look at it."""

    def __init__(self, programme: Programme, stop_words: tuple[str, ...]) -> None:
        import bm25s  # noqa: PLC0415 -- with numpy it takes as long as the index, and no start needs it

        self._stem = _stemming()
        self._stop = frozenset(stop_words)
        self._hits: list[Hit] = []
        self._said: list[frozenset[str]] = []
        corpus: list[list[str]] = []
        for step in programme:
            title = f"{step.title} {step.label} {' '.join(step.keywords)} " * _BONUS_TITLE
            for hit, heading, said in _places(step):
                corpus.append(self._tokens(f"{title}{heading} {heading} {said}"))
                self._hits.append(hit)
                self._said.append(frozenset(self._tokens(said)))
        self._known = frozenset(token for tokens in corpus for token in tokens)
        self._sections = bm25s.BM25()
        self._sections.index(corpus, show_progress=False)

    def find(self, question: str, limit: int, sure: float) -> tuple[Hit, ...]:
        """Return the best places for a question, at least so ``sure`` if a word of it is unknown."""
        asked = self._tokens(_LINK.sub(" ", question))
        tokens = [token for token in asked if token in self._known]
        if not tokens:
            return ()
        least = 0.0 if len(tokens) == len(asked) else sure
        places, scores = self._sections.retrieve([tokens], k=len(self._hits), show_progress=False)
        ranked = [
            int(place) for place, score in zip(places[0], scores[0], strict=True) if score > least
        ]
        return tuple(self._answering(ranked, frozenset(tokens), limit))

    def _answering(self, ranked: list[int], asked: frozenset[str], limit: int) -> Iterator[Hit]:
        """Yield the best hits: the steps in their order, in each the section that says most."""
        by_step: dict[StepSlug, list[int]] = {}
        for place in ranked:
            by_step.setdefault(self._hits[place].step, []).append(place)
        for places in by_step.values():
            places.sort(
                key=lambda place: (
                    -len(asked & self._said[place]),
                    self._hits[place].section in _LISTS,
                )
            )
        for place in ranked[:limit]:
            yield self._hits[by_step[self._hits[place].step].pop(0)]

    def _tokens(self, text: str) -> list[str]:
        plain = unescape(_TAG.sub(" ", text)).lower()
        return [self._stem(word) for word in _WORD.findall(plain) if word not in self._stop]


def _stemming() -> Callable[[str], str]:
    """Return what gives the stem of a word. For one thread at a time: a stemmer has a state."""
    import snowballstemmer  # noqa: PLC0415 -- it brings thirty languages, and no start needs one

    stemmer = snowballstemmer.stemmer("indonesian")

    @lru_cache(WORDS_KEPT)
    def stem(word: str) -> str:
        return str(stemmer.stemWord(word))

    return stem


def _places(step: Step) -> Iterator[tuple[Hit, str, str]]:
    """Yield each section and each task of a step with its heading and what it says itself."""
    for kind, section in step.sections.items():
        blocks = section.blocks
        if kind is SectionKind.EXAMPLE:
            blocks += tuple(b for level in EXAMPLE_LEVELS for b in step.examples[level].blocks)
        if kind is not SectionKind.TASKS:
            yield Hit(step.slug, kind), section.title, " ".join(blocks)
    heading = step.sections[SectionKind.TASKS].title
    for task in step.tasks:
        said = " ".join((task.title, *task.plan, *task.action, *task.reflection))
        yield Hit(step.slug, SectionKind.TASKS, task.slug), heading, said
