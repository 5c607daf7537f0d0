"""``content/answers_id.md`` becomes short answers, and a question finds the one that is meant.

An answer names the ways in which teachers ask; a question means it when all words of one way are in
it, in any order and form. Must not decide how an answer is shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from re import compile as pattern

from bot.content.check.html import html_faults
from bot.content.problem import Problem, ProblemList
from bot.content.programme.markdown import Block, Heading, ListBlock, read_outline
from bot.content.programme.pages import visible_length
from bot.content.programme.step_parts import PartReader
from bot.content.source import read_source
from bot.domain.programme.programme import Programme, Step

FIELDS = ("id", "tanya", "lanjut")

ANSWER_LENGTH = 700
"""The longest answer, in visible characters: it is read on one screen of a phone."""

_ID = pattern(r"[a-z][a-z0-9-]{0,30}")
_WORD = pattern(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """An answer of a few lines as Telegram HTML, the ways to ask for it, and where it goes on."""

    id: str
    title: str
    html: str
    asked: tuple[str, ...]
    step: str
    section: str


class Answers:
    """All short answers; ``stem`` turns a word into the form that is compared."""

    def __init__(self, answers: tuple[ShortAnswer, ...], stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._by_id = {answer.id: answer for answer in answers}
        self._ways = [(self._words(way), one) for one in answers for way in one.asked]

    def __iter__(self) -> Iterator[ShortAnswer]:
        return iter(self._by_id.values())

    def of(self, name: str) -> ShortAnswer | None:
        """Return the answer of that id, or None."""
        return self._by_id.get(name)

    def find(self, question: str) -> ShortAnswer | None:
        """Return the answer a question asks for, the one with the most words in common, or None."""
        said = self._words(question)
        found = [(len(way), answer) for way, answer in self._ways if way <= said]
        return max(found, key=lambda one: one[0])[1] if found else None

    def _words(self, text: str) -> frozenset[str]:
        return frozenset(self._stem(word) for word in _WORD.findall(text.casefold()))


def read_answers(path: Path, programme: Programme) -> tuple[tuple[ShortAnswer, ...], list[Problem]]:
    """Return the answers of a file and everything that is wrong with it."""
    problems = ProblemList(path, [])
    text = read_source(path, problems)
    if text is None:
        return (), problems.found
    headings = [one for top in read_outline(text, problems).children for one in top.children]
    answers = tuple(_read(heading, programme, problems) for heading in headings)
    seen: set[str] = set()
    for heading, answer in zip(headings, answers, strict=True):
        if answer.id in seen:
            problems.add(heading.line, f"the id '{answer.id}' stands twice", "give each its own")
        seen.add(answer.id)
    return answers, problems.found


def _read(heading: Heading, programme: Programme, problems: ProblemList) -> ShortAnswer:
    head = Heading(heading.level, heading.text, heading.line, heading.blocks[:1])
    fields = PartReader(problems).fields(head, FIELDS)
    slug, _, section = fields["lanjut"].plain.partition(".")
    step = programme.step(slug)
    if len(programme) and not _is_place(step, section):
        fault = f"no place '{fields['lanjut'].plain}'"
        problems.add(fields["lanjut"].line, fault, "write step.section, like evaluasi.tugas")
    if not _ID.fullmatch(fields["id"].plain):
        fault = f"the id '{fields['id'].plain}' cannot be used"
        problems.add(fields["id"].line, fault, "use a-z, 0-9 and '-'")
    html = "\n\n".join(_html(block) for block in heading.blocks[1:])
    length = visible_length(html)
    if not 0 < length <= ANSWER_LENGTH:
        fault = f"the answer '{heading.text}' has {length} characters"
        problems.add(heading.line, fault, f"write at most {ANSWER_LENGTH}")
    for fault, advice in html_faults(html):
        problems.add(heading.line, fault, advice)
    asked = tuple(way.strip() for way in fields["tanya"].plain.split(";") if way.strip())
    return ShortAnswer(fields["id"].plain, heading.text, html, asked, slug, section)


def _is_place(step: Step | None, section: str) -> bool:
    """Say whether a step has such a section, or such a task: ``tugas.slug``."""
    kind, _, task = section.partition(".")
    if step is None or all(kind != known for known in step.sections):
        return False
    return not task or any(task == known.slug for known in step.tasks)


def _html(block: Block | ListBlock) -> str:
    if isinstance(block, Block):
        return block.html
    marks = (f"{at}." if block.ordered else "•" for at in range(1, len(block.items) + 1))
    return "\n".join(f"{mark} {item.html}" for mark, item in zip(marks, block.items, strict=True))
