"""``content/answers_id.md`` becomes short answers, each with the ways in which teachers ask for it.

Must not decide which of them a question means, nor how an answer is shown.
"""

from dataclasses import dataclass
from html import unescape
from pathlib import Path
from re import compile as pattern

from bot.content.check.html import html_faults
from bot.content.problem import Problem, ProblemList
from bot.content.programme.markdown import Heading, read_outline
from bot.content.programme.pages import visible_length
from bot.content.programme.step_parts import PartReader
from bot.content.source import read_source
from bot.domain.programme.programme import Programme, Step

FIELDS = ("id", "tanya", "lanjut")

TITLE_LENGTH = 30
"""The longest title: as a button it must fit a narrow phone."""

ANSWER_LENGTH = 700
"""The longest answer, in visible characters: it is read on one screen of a phone."""

_TAG = pattern(r"<[^>]*>")
_ID = pattern(r"[a-z][a-z0-9-]{0,30}")


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """An answer of a few lines as Telegram HTML, the ways to ask for it, and where it goes on."""

    id: str
    title: str
    html: str
    asked: tuple[str, ...]
    step: str
    section: str
    group: str = ""
    """The heading under which it stands with others that are near to it."""

    line: int = 0
    """Where it stands in its file."""

    @property
    def plain(self) -> str:
        """The answer without its formatting."""
        return unescape(_TAG.sub(" ", self.html))


def read_answers(path: Path, programme: Programme) -> tuple[tuple[ShortAnswer, ...], list[Problem]]:
    """Return the answers of a file and everything that is wrong with it."""
    problems = ProblemList(path, [])
    text = read_source(path, problems)
    if text is None:
        return (), problems.found
    tops = read_outline(text, problems).children
    headings = [one for top in tops for one in top.children]
    groups = [top.text for top in tops for _ in top.children]
    answers = tuple(
        _read(heading, group, programme, problems)
        for heading, group in zip(headings, groups, strict=True)
    )
    seen: set[str] = set()
    for heading, answer in zip(headings, answers, strict=True):
        if answer.id in seen:
            problems.add(heading.line, f"the id '{answer.id}' stands twice", "give each its own")
        seen.add(answer.id)
    return answers, problems.found


def _read(heading: Heading, group: str, programme: Programme, problems: ProblemList) -> ShortAnswer:
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
    if len(heading.text) > TITLE_LENGTH:
        fault = f"the title '{heading.text}' has {len(heading.text)} characters"
        problems.add(heading.line, fault, f"write at most {TITLE_LENGTH}; it is a button, too")
    html = "\n\n".join(block.html for block in heading.blocks[1:])
    length = visible_length(html)
    if not 0 < length <= ANSWER_LENGTH:
        fault = f"the answer '{heading.text}' has {length} characters"
        problems.add(heading.line, fault, f"write at most {ANSWER_LENGTH}")
    for fault, advice in html_faults(html):
        problems.add(heading.line, fault, advice)
    asked = tuple(way.strip() for way in fields["tanya"].plain.split(";") if way.strip())
    if not asked:
        problems.add(fields["tanya"].line, "no way of asking", "write how teachers ask for it")
    name = fields["id"].plain
    return ShortAnswer(name, heading.text, html, asked, slug, section, group, heading.line)


def _is_place(step: Step | None, section: str) -> bool:
    """Say whether a step has such a section, or such a task: ``tugas.slug``."""
    kind, _, task = section.partition(".")
    if step is None or all(kind != known for known in step.sections):
        return False
    return not task or any(task == known.slug for known in step.tasks)
