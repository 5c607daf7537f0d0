"""Whether every task is accompanied by all its parts, each short enough for its place on a phone.

Judges what ``content.programme.guides`` has read. Must not judge what needs a reader: tone, sense,
whether a lesson would go like that.
"""

from collections.abc import Iterator
from math import ceil
from pathlib import Path
from re import compile as pattern

from bot.content.check.html import html_faults
from bot.content.problem import Problem, ProblemList
from bot.content.programme.guide_parts import (
    AGAIN,
    COUNSELLOR,
    EVIDENCE,
    MODEL,
    PLAN,
    REHEARSAL,
    SIGN,
    SMALL,
)
from bot.content.programme.guides import GuidedStep, GuidedSteps
from bot.content.programme.pages import visible_length
from bot.domain.programme.guide import Guide, Model
from bot.domain.programme.programme import EXAMPLE_LEVELS, Programme

SMALL_MINUTES = 10
"""The small version is what fits into the worst day of a week (issue on the coach)."""

LINE_LENGTH = 40
MODEL_LINES = 25
"""A model is read without scrolling: so many lines of so many characters stand between its title and
its buttons on a phone of 390 x 844."""

COPY_LENGTH = 256
"""What a button can copy (Bot API: CopyTextButton)."""

LENGTHS = {SMALL: 300, REHEARSAL: 260, SIGN: 110, EVIDENCE: 160, AGAIN: 200}
"""The longest of the other parts, in characters: each shares its message with a question."""

LOOKS = 3
LOOK_LENGTH = 70
"""Three looks, each one or two lines of a phone."""

IF_THEN_LENGTH = 150
"""Two or three plans and their buttons fit one screen."""

QUESTIONS = 2
QUESTION_LENGTH = 120

_IF_THEN = pattern(r"Jika .+, maka saya .+[.?!]”?")


def check_guides(path: Path, programme: Programme, steps: GuidedSteps) -> list[Problem]:
    """Return what is missing or too long in the guides of a programme."""
    problems = ProblemList(path, [])
    if not path.is_file():
        problems.add(1, "the file is missing", "restore it from the last version")
        return problems.found
    for step in programme:
        written = steps.get(step.slug)
        if written is None:
            advice = f"write '## …' with '- langkah: {step.slug}' below it"
            problems.add(1, f"nothing is written for the step '{step.slug}'", advice)
            continue
        _check_questions(written, problems)
        for task in step.tasks:
            found = written.tasks.get(task.slug)
            if found is None:
                advice = f"write '### {task.title}' with '- tugas: {task.slug}' below it"
                problems.add(written.line, f"nothing is written for '{task.slug}'", advice)
            else:
                for part, fault, advice in _faults(found.guide):
                    line = found.lines.get(part, found.line)
                    problems.add(line, f"{fault} in '{found.title}'", advice)
    return problems.found


def _check_questions(step: GuidedStep, problems: ProblemList) -> None:
    if len(step.looking_back) != QUESTIONS:
        fault = f"{len(step.looking_back)} questions to look back with"
        problems.add(step.questions_line, fault, f"write '### Refleksi' with a list of {QUESTIONS}")
    for question in step.looking_back:
        if visible_length(question) > QUESTION_LENGTH or not question.endswith("?"):
            advice = f"write a question of at most {QUESTION_LENGTH} characters"
            problems.add(step.questions_line, f"'{question}' is no short question", advice)


GuideFault = tuple[str, str, str]
"""The part it is about, what is wrong, and what to do."""


def _faults(guide: Guide) -> Iterator[GuideFault]:
    yield from _missing(guide)
    yield from _too_long(guide)
    yield from _small_faults(guide)
    yield from _model_faults(guide)
    yield from _rehearsal_faults(guide)
    yield from _plan_faults(guide)
    if guide.sign and not guide.sign.question.endswith("?"):
        yield SIGN, "what to count is no question", "ask one thing, like 'Berapa murid …?'"


def _texts(guide: Guide) -> dict[str, str]:
    """Return the parts that are one short text each."""
    return {
        SMALL: guide.small.html if guide.small else "",
        REHEARSAL: guide.rehearsal.html if guide.rehearsal else "",
        SIGN: guide.sign.question if guide.sign else "",
        EVIDENCE: guide.evidence,
        AGAIN: guide.again,
    }


def _missing(guide: Guide) -> Iterator[GuideFault]:
    for part, text in _texts(guide).items():
        if not text:
            yield part, f"no '{part}'", f"write '#### {part.capitalize()}'"
    if not guide.prepares:
        yield "", "nothing to prepare", "add '- siapkan: rpp, alat' below the heading"


def _too_long(guide: Guide) -> Iterator[GuideFault]:
    for part, text in _texts(guide).items():
        if visible_length(text) > LENGTHS[part]:
            fault = f"'{part}' has {visible_length(text)} characters"
            yield part, fault, f"write at most {LENGTHS[part]}"


def _small_faults(guide: Guide) -> Iterator[GuideFault]:
    if guide.small and not 0 < guide.small.minutes <= SMALL_MINUTES:
        fault = f"the small version takes {guide.small.minutes} minutes"
        yield SMALL, fault, f"write '- kecil: …', at most {SMALL_MINUTES}"


def _model_faults(guide: Guide) -> Iterator[GuideFault]:
    for level in EXAMPLE_LEVELS:
        if guide.model is None and level not in guide.models:
            advice = f"write '#### Contoh {level.upper()}', or '#### Contoh' for all"
            yield "", f"no model for {level.upper()}", advice
    readers: dict[str, Model | None] = {
        MODEL: guide.model,
        f"{MODEL} {COUNSELLOR}": guide.counsellor,
    }
    readers |= {f"{MODEL} {name}": model for name, model in guide.models.items()}
    for part, model in readers.items():
        if model:
            for fault, advice in _one_model(model):
                yield part, fault, advice


def _one_model(model: Model) -> Iterator[tuple[str, str]]:
    rows = sum(max(1, ceil(visible_length(row) / LINE_LENGTH)) for row in model.html.split("\n"))
    if not model.html or rows > MODEL_LINES:
        yield (
            f"the model has {rows} lines",
            f"write at most {MODEL_LINES} of {LINE_LENGTH} characters",
        )
    if len(model.copied) > COPY_LENGTH:
        yield f"{len(model.copied)} characters to copy", f"at most {COPY_LENGTH}"
    yield from html_faults(model.html)


def _rehearsal_faults(guide: Guide) -> Iterator[GuideFault]:
    looks = guide.rehearsal.looks if guide.rehearsal else ()
    if guide.rehearsal and len(looks) != LOOKS:
        yield REHEARSAL, f"{len(looks)} looks", f"write a list of {LOOKS} questions"
    for look in looks:
        if visible_length(look) > LOOK_LENGTH or not look.endswith("?"):
            advice = f"write a question of at most {LOOK_LENGTH} characters"
            yield REHEARSAL, f"'{look}' is no short question", advice


def _plan_faults(guide: Guide) -> Iterator[GuideFault]:
    if not 2 <= len(guide.if_then) <= 3:  # noqa: PLR2004 -- two or three
        yield PLAN, f"{len(guide.if_then)} plans", "write a list of two or three"
    for plan in guide.if_then:
        if not _IF_THEN.fullmatch(plan):
            yield PLAN, f"'{plan}' is no plan", "write 'Jika …, maka saya ….'"
        elif visible_length(plan) > IF_THEN_LENGTH:
            yield PLAN, f"a plan of {visible_length(plan)} characters", f"at most {IF_THEN_LENGTH}"
