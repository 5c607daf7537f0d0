"""``content/coaching_id.md`` becomes what accompanies each task of the Programme.

The headings and field names below are the grammar of that file (see docs/panduan-konten.md). Refuses
what cannot be read; what is missing or too long is judged by ``content.check.guides``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.content.problem import Problem, ProblemList
from bot.content.programme.guide_parts import GuideReader, first_list
from bot.content.programme.markdown import Heading, read_outline
from bot.content.programme.rubric import rubric_items
from bot.content.programme.step_parts import PartReader
from bot.content.source import read_source
from bot.domain.programme.guide import Guide
from bot.domain.programme.programme import Programme, Step, Task

STEP_FIELDS = ("langkah",)

LOOKING_BACK = "refleksi"
"""The heading of the questions of a step, beside those of its tasks."""

STEP_DEPTH = 2
"""Steps are headings with two signs, as in content/steps_id.md."""


@dataclass(frozen=True, slots=True)
class GuidedTask:
    """What is written for one task; ``lines`` tells where each of its parts stands."""

    title: str
    guide: Guide
    line: int
    lines: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class GuidedStep:
    """What is written for one step: its tasks by their slugs, and its questions."""

    tasks: Mapping[str, GuidedTask]
    looking_back: tuple[str, ...]
    line: int
    questions_line: int


GuidedSteps = Mapping[str, GuidedStep]
"""The whole file, by the slugs of the steps."""


def read_guides(path: Path, programme: Programme) -> tuple[GuidedSteps, list[Problem]]:
    """Return what the file says and everything in it that cannot be read."""
    problems = ProblemList(path, [])
    text = read_source(path, problems)
    if text is None:
        return {}, problems.found
    found: dict[str, GuidedStep] = {}
    for heading in _chapters(read_outline(text, problems), PartReader(problems)):
        fields = PartReader(problems).fields(heading, STEP_FIELDS)
        slug = fields["langkah"]
        step = programme.step(slug.plain)
        if step is None:
            if len(programme):
                fault = f"no step '{slug.plain}'"
                problems.add(slug.line, fault, "write the slug of steps_id.md")
        elif slug.plain in found:
            problems.add(slug.line, f"step '{slug.plain}' stands twice", "join them")
        else:
            found[slug.plain] = _step(heading, step, problems)
    return found, problems.found


def guided(programme: Programme, steps: GuidedSteps) -> Programme:
    """Return the programme with what accompanies its tasks, in the words for all and for guru BK."""
    return Programme(
        tuple(_with(step, steps) for step in programme.steps),
        tuple(_with(step, steps) for step in programme.counselling),
    )


def _with(step: Step, steps: GuidedSteps) -> Step:
    written = steps.get(step.slug)
    if written is None:
        return step
    tasks = tuple(
        replace(task, guide=written.tasks[task.slug].guide) if task.slug in written.tasks else task
        for task in step.tasks
    )
    return replace(step, tasks=tasks, looking_back=written.looking_back)


def _chapters(outline: Heading, parts: PartReader) -> Iterator[Heading]:
    """Yield the headings of steps, noting what stands outside them."""
    parts.unread(outline, outline.blocks)
    for heading in outline.children:
        if heading.level < STEP_DEPTH:
            yield from _chapters(heading, parts)
        elif heading.level == STEP_DEPTH:
            yield heading
        else:
            fault = f"'{heading.mark}' stands outside a step"
            parts.problems.add(heading.line, fault, "move it into a step")


def _step(heading: Heading, step: Step, problems: ProblemList) -> GuidedStep:
    tasks: dict[str, GuidedTask] = {}
    questions: Heading | None = None
    reader = GuideReader(problems)
    for child in heading.children:
        if child.text.lower() == LOOKING_BACK and first_list(child) is not None:
            questions = child
            reader.parts.childless(child)
            continue
        slug, task = _task(child, step.tasks, reader)
        if slug in tasks:
            problems.add(child.line, f"task '{slug}' stands twice", "join them")
        tasks.setdefault(slug, task)
    return GuidedStep(
        tasks,
        tuple(item.html for item in rubric_items(questions)),
        heading.line,
        questions.line if questions else heading.line,
    )


def _task(heading: Heading, known: tuple[Task, ...], reader: GuideReader) -> tuple[str, GuidedTask]:
    slug, guide, lines = reader.task(heading)
    if slug.plain and all(slug.plain != task.slug for task in known):
        slugs = ", ".join(task.slug for task in known)
        reader.problems.add(slug.line, f"no task '{slug.plain}' in this step", f"use: {slugs}")
    return slug.plain, GuidedTask(heading.text, guide, heading.line, lines)
