"""The part of a step that tells what is asked for.

BM25 over the sections of all steps chooses the step; within it, the section that says the words of
the question itself comes first. Must not decide how results are shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass

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

_LISTS = frozenset({SectionKind.EVIDENCE, SectionKind.QUESTIONS, SectionKind.RUBRIC})
"""Sections that list and explain nothing: among equals they come last."""


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
        self._known = frozenset(word for words in corpus for word in words)
        self._index = bm25s.BM25()
        self._index.index(corpus, show_progress=False)

    def find(
        self, asked: tuple[Term, ...], level: SchoolLevel | None, limit: int, sure: float
    ) -> tuple[Hit, ...]:
        """Return the best places for her level, each of another step.

        They must be so ``sure`` at least if a word is unknown.
        """
        words = [term.word for term in asked if term.word in self._known]
        if not words:
            return ()
        least = 0.0 if len(words) == len(asked) else sure
        places, scores = self._index.retrieve([words], k=len(self._passages), show_progress=False)
        ranked = [
            self._passages[int(place)]
            for place, score in zip(places[0], scores[0], strict=True)
            if score > least
        ]
        hers = [passage for passage in ranked if passage.level in (None, level)]
        return tuple(self._answering(hers, frozenset(words)))[:limit]

    def _answering(self, ranked: list[_Passage], asked: frozenset[str]) -> Iterator[Hit]:
        """Yield of each step, in their order, the section that says most."""
        by_step: dict[StepSlug, list[_Passage]] = {}
        for passage in ranked:
            by_step.setdefault(passage.hit.step, []).append(passage)
        for passages in by_step.values():
            best = min(
                passages, key=lambda one: (-len(asked & one.said), one.hit.section in _LISTS)
            )
            yield best.hit


def _places(step: Step) -> Iterator[tuple[Hit, str, tuple[str, ...], SchoolLevel | None]]:
    """Yield each section, example and task with its heading, what it says itself, and for whom."""
    for kind, section in step.sections.items():
        if kind not in {SectionKind.TASKS, SectionKind.EXAMPLE}:
            heading = "" if kind in _LISTS else section.title
            yield Hit(step.slug, kind), heading, section.blocks, None
    for level, example in step.examples.items():
        yield Hit(step.slug, SectionKind.EXAMPLE), example.title, example.blocks, level
    heading = step.sections[SectionKind.TASKS].title
    for task in step.tasks:
        said = (task.title, *task.plan, *task.action, *task.reflection)
        yield Hit(step.slug, SectionKind.TASKS, task.slug), heading, said, None
