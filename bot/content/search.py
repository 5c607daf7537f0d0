"""Answers a question in a teacher's words: a short answer, else lines of a step, else what is nearest.

Must not decide how that is shown; the rooms of ``content.asking`` know the words.
"""

from dataclasses import dataclass
from functools import cached_property
from re import compile as pattern

from bot.content.answers import ShortAnswer
from bot.content.asking.answer_index import AnswerIndex, Ranked
from bot.content.asking.passages import Hit, Passages
from bot.content.asking.quote import best_lines, lines, plain
from bot.content.asking.vocabulary import Term, Vocabulary
from bot.content.asking.words import WordList
from bot.domain.programme.programme import (
    Programme,
    SchoolLevel,
    SectionKind,
    Step,
)

_HEADING = pattern(r"^<b>[^<]*</b> ")

MOST_WAYS = 3
"""Ways on beside an answer; more would be a list to read."""

RELATED = 0.35
"""The share of the best answer's score that another must have to be offered beside it."""

MEANT = 0.75
"""So much of a way of asking must be said for an answer of another group, or to what is only told: a word is too little."""

CLOSE = 0.7
"""The share of the best score from which another is offered whatever it is about."""

LIKELY = 2.0
"""The score from which an answer that is not surely meant is offered to a question; "guru" alone has less."""

TOLD = 3.5
"""The same where nothing is asked: "nanti malam" is no wish to read about the evening."""

SURELY = 5.0
"""The score from which a part of a way is enough where nothing is asked: "ga jalan" is not about a noisy class."""

QUESTION_KEPT = 500
"""How many characters of a question are looked at; longer texts are stories, not questions."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What answers a question: an answer or a passage, and other answers that may be meant.

    ``hits`` are places in the steps, each of another step; without an answer the first is the passage.
    Without both nothing answers it, and the others are only what is nearest.
    """

    answer: ShortAnswer | None = None
    others: tuple[ShortAnswer, ...] = ()
    hits: tuple[Hit, ...] = ()


class Search:
    """A search over one programme, and its short answers, in the words of a list.

    All is made ready by the first question, or before it by ``prepare``: no start waits for it.
    """

    def __init__(
        self, programme: Programme, words: WordList, answers: tuple[ShortAnswer, ...] = ()
    ) -> None:
        self._programme = programme
        self._words = words
        self._short = answers

    def prepare(self) -> None:
        """Make all ready; may run in a thread, also while somebody searches."""
        self.ask("")

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all content."""
        asked = [text for one in self._short for text in (one.title, *one.asked)]
        for step in self._programme:
            asked += (step.title, step.label, *step.keywords)
        told = [plain(block) for step in self._programme for block in _blocks(step)]
        return Vocabulary(self._words, asked, [*told, *(plain(one.html) for one in self._short)])

    @cached_property
    def answers(self) -> AnswerIndex:
        """The short answers."""
        return AnswerIndex(self._short, self.vocabulary)

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self._programme, self.vocabulary)

    def ask(
        self, question: str, level: SchoolLevel | None = None, *, asks: bool = True
    ) -> SearchResult:
        """Return what answers a question at her level; nothing at all if no word of it is known.

        With ``asks`` false it may be no question: then a place in the steps must say its very words.
        """
        asked = self._terms(question)
        ranked = self.answers.ranked(asked)
        best = ranked[0] if ranked else None
        named = "" if asks else " ".join(question.casefold().split()).strip(" .,!")
        if best and best.is_sure and (asks or _is_told(best, named)):
            return self._answered(ranked)
        least = LIKELY if asks else TOLD
        others = tuple(one.answer for one in ranked[: MOST_WAYS - 1] if one.score >= least)
        if named and " " not in named:
            return SearchResult(others=others)
        hits = self._passages.find(asked, level, len(self._programme))
        telling = [hit for hit in hits if self._tells(hit, level, asked, named)]
        return SearchResult(others=others, hits=tuple(telling[: MOST_WAYS - len(others)]))

    def _tells(
        self, hit: Hit, level: SchoolLevel | None, asked: tuple[Term, ...], named: str
    ) -> bool:
        """Say whether the lines that would be quoted of a place are about what is asked, and say these words."""
        step = self._programme.step(hit.step)
        told = _told(step, hit, level) if step else ()
        at = best_lines(told, frozenset(term.word for term in asked), self.vocabulary)
        quoted = lines(told, *at)
        return named in quoted.casefold() and self._passages.is_about(
            self.vocabulary.words(quoted), asked
        )

    def _answered(self, ranked: list[Ranked]) -> SearchResult:
        """Return the best answer with others that are near to it; its own way on is always there."""
        best = ranked[0]
        near = (
            one.answer
            for one in ranked[1:]
            if one.score >= RELATED * best.score
            and (
                one.answer.group == best.answer.group
                or one.share >= MEANT
                or one.score >= CLOSE * best.score
            )
        )
        return SearchResult(best.answer, tuple(near)[: MOST_WAYS - 1])

    def find(self, question: str, limit: int = MOST_WAYS) -> tuple[Hit, ...]:
        """Return the places in the steps that are about a question, best first, each of another step."""
        return self._passages.find(self._terms(question), None, limit)

    def says_a_way(self, text: str) -> bool:
        """Say whether a text holds a whole way of asking for a short answer, as it stands."""
        return self.answers.is_way(self._terms(text))

    def best_lines(
        self, step: Step, hit: Hit, level: SchoolLevel | None, question: str
    ) -> tuple[int, int]:
        """Return where the lines of a place begin that say most of a question, for her level."""
        words = frozenset(term.word for term in self._terms(question))
        return best_lines(_told(step, hit, level), words, self.vocabulary)

    def _terms(self, question: str) -> tuple[Term, ...]:
        return self.vocabulary.terms(question[:QUESTION_KEPT])


def _is_told(best: Ranked, named: str) -> bool:
    """Say whether words that ask nothing tell of an answer: "sedang di pasar" says one word of a way, and means none."""
    is_chance = best.is_word and " " in named
    return not is_chance and (best.share >= MEANT or best.score >= SURELY)


def _blocks(step: Step) -> list[str]:
    """Return all texts of a step."""
    texts = [block for section in step.sections.values() for block in section.blocks]
    texts += [block for example in step.examples.values() for block in example.blocks]
    for task in step.tasks:
        texts += (task.title, *task.plan, *task.action, *task.reflection)
    return texts


def quote(step: Step, hit: Hit, level: SchoolLevel | None, at: tuple[int, int] = (0, 0)) -> str:
    """Return the lines of a place that begin there, for her level."""
    return lines(_told(step, hit, level), *at)


def _told(step: Step, hit: Hit, level: SchoolLevel | None) -> tuple[str, ...]:
    """Return the texts of one place."""
    if hit.section is SectionKind.TASKS:
        tasks = [task for task in step.tasks if hit.task in (None, task.slug)]
        told = (block for task in tasks for block in (*task.action, *task.plan))
        return tuple(_HEADING.sub("", block) for block in told)
    if hit.section is SectionKind.EXAMPLE and level and level in step.examples:
        return step.examples[level].blocks
    return step.sections[hit.section].blocks
