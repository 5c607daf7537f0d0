"""The part of a step that tells what is asked for.

BM25 over the sections of all steps chooses the step; within it, the section that says the words of
the question itself comes first, and only one that says nearly all of them is about it. Sections that list
and explain nothing are not looked through. Must not decide how results are shown.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from math import log

from bot.content.asking.quote import plain
from bot.content.asking.vocabulary import Term, Vocabulary
from bot.domain.programme.programme import (
    Programme,
    SchoolLevel,
    SectionKind,
    Step,
    StepSlug,
    TaskSlug,
)

BONUS_TITLE = 3
"""How often a step's title, label and keywords count beside the words of the section."""

SAID = 0.7
"""The share of what a question says that is said by what is about it; a rare word says more than a common one."""

RARE = 2.5
"""What a word says that stands in every twelfth place, or in fewer: one of these must be said."""

_PASSED = frozenset(
    {SectionKind.EVIDENCE, SectionKind.QUESTIONS, SectionKind.RUBRIC}
    | {SectionKind.TASKS, SectionKind.EXAMPLE}
)
"""Sections that list and explain nothing, and those of which each part is a place of its own."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the programme that matches a question; of the tasks, the one that does."""

    step: StepSlug
    section: SectionKind
    task: TaskSlug | None = None


@dataclass(frozen=True, slots=True)
class _Passage:
    """A place with the words of its own text; an example is for one level only."""

    hit: Hit
    said: frozenset[str]
    level: SchoolLevel | None


class Passages:
    """All sections and tasks of a programme, made ready to be looked through."""

    def __init__(self, programme: Programme, vocabulary: Vocabulary) -> None:
        import bm25s  # noqa: PLC0415 -- with numpy it takes as long as the index, and no start needs it

        self._passages: list[_Passage] = []
        corpus: list[list[str]] = []
        for step in programme:
            title = vocabulary.words(f"{step.title} {step.label} {' '.join(step.keywords)}")
            for hit, heading, texts, level in _places(step):
                said = vocabulary.words(" ".join(map(plain, texts)))
                corpus.append([*title * BONUS_TITLE, *vocabulary.words(heading) * 2, *said])
                self._passages.append(_Passage(hit, frozenset(said), level))
        spread = Counter(word for one in self._passages for word in one.said)
        self._rarity = {word: log(1 + len(corpus) / times) for word, times in spread.items()}
        self._rarest = log(1 + len(corpus))
        self._known = frozenset(word for words in corpus for word in words)
        self._index = bm25s.BM25()
        self._index.index(corpus, show_progress=False)

    def find(
        self, asked: tuple[Term, ...], level: SchoolLevel | None, limit: int
    ) -> tuple[Hit, ...]:
        """Return the best places for her level that are about what is asked, each of another step."""
        words = [term.word for term in asked if term.word in self._known]
        if not words:
            return ()
        places, scores = self._index.retrieve([words], k=len(self._passages), show_progress=False)
        ranked = [
            self._passages[int(place)]
            for place, score in zip(places[0], scores[0], strict=True)
            if score > 0
        ]
        hers = [passage for passage in ranked if passage.level in (None, level)]
        best = self._answering(hers, frozenset(words))
        return tuple(one.hit for one in best if self.is_about(one.said, asked))[:limit]

    def _answering(self, ranked: list[_Passage], asked: frozenset[str]) -> Iterator[_Passage]:
        """Yield of each step, in their order, the section that says most."""
        by_step: dict[StepSlug, list[_Passage]] = {}
        for passage in ranked:
            by_step.setdefault(passage.hit.step, []).append(passage)
        for passages in by_step.values():
            yield max(passages, key=lambda one: len(asked & one.said))

    def is_about(self, words: Collection[str], asked: tuple[Term, ...]) -> bool:
        """Say whether words say what is asked for; a word that was only guessed is not said."""
        says = {term.word: self._rarity.get(term.word, self._rarest) for term in asked}
        said = [says[term.word] for term in asked if term.weight == 1 and term.word in words]
        return bool(said) and max(said) >= RARE and sum(said) >= SAID * sum(says.values())


def _places(step: Step) -> Iterator[tuple[Hit, str, tuple[str, ...], SchoolLevel | None]]:
    """Yield each section, example and task with its heading, what it says itself, and for whom."""
    for kind, section in step.sections.items():
        if kind not in _PASSED:
            yield Hit(step.slug, kind), section.title, section.blocks, None
    for level, example in step.examples.items():
        yield Hit(step.slug, SectionKind.EXAMPLE), example.title, example.blocks, level
    heading = step.sections[SectionKind.TASKS].title
    for task in step.tasks:
        said = (task.title, *task.plan, *task.action, *task.reflection)
        yield Hit(step.slug, SectionKind.TASKS, task.slug), heading, said, None
