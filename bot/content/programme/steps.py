"""``content/steps_id.md`` becomes the Programme.

The headings and field names below are the grammar of that file (see docs/panduan-konten.md).
Must not decide what is shown when; it only reads, and says what is missing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bot.content.problem import Problem, ProblemList
from bot.content.programme.markdown import Block, Heading, read_outline
from bot.content.programme.pages import PAGE_AIM, visible_length
from bot.content.programme.rubric import check_rubric, read_level, rubric_items
from bot.content.programme.step_pages import TaskCaption, read_pages
from bot.content.programme.step_parts import (
    EXTRAS,
    FIELDS,
    TASK_EXTRAS,
    TASK_FIELDS,
    PartReader,
    whole_number,
)
from bot.content.source import read_source
from bot.domain.programme.programme import (
    EXAMPLE_LEVELS,
    Competency,
    Programme,
    SchoolLevel,
    Section,
    SectionKind,
    Step,
    StepSlug,
    Task,
)

STEP_COUNT = 13
"""The programme has 13 steps (the mission's source document)."""

HEADINGS: Mapping[str, SectionKind] = {
    "makna": SectionKind.MEANING,
    "mengapa": SectionKind.REASON,
    "indikator": SectionKind.INDICATORS,
    "salah paham yang umum": SectionKind.MISCONCEPTIONS,
    "contoh": SectionKind.EXAMPLE,
    "tugas mini": SectionKind.TASKS,
    "bukti": SectionKind.EVIDENCE,
    "pertanyaan refleksi": SectionKind.QUESTIONS,
    "sentuhan": SectionKind.TOUCH,
    "rubrik": SectionKind.RUBRIC,
}

COUNSELLORS = "rubrik guru bk"
"""The heading of the rubric in the words for guru BK; only steps that need one have it."""

STEP_DEPTH = 2
"""Steps are headings with two signs."""

PAGE_LIMIT = 1000
"""A page longer than this is refused: no paragraph may be so long that a page cannot be cut."""

NESTED = frozenset({SectionKind.EXAMPLE, SectionKind.TASKS})
"""Sections that hold headings of their own, and nothing beside them."""


def read_programme(path: Path, caption: TaskCaption) -> tuple[Programme, list[Problem]]:
    """Return the programme of a file and everything that is wrong with it.

    With problems the programme may be incomplete and must not be used.
    """
    problems = ProblemList(path, [])
    text = read_source(path, problems)
    if text is None:
        return Programme(()), problems.found
    outline = read_outline(text, problems)
    chapters = list(_chapters(outline, PartReader(problems)))
    read = [both for h in chapters if (both := _StepReader(h, problems, caption).read())]
    _check_order(chapters, [step for step, _ in read], problems)
    counselling = tuple(step for _, step in read)
    return Programme(tuple(step for step, _ in read), counselling), problems.found


def _chapters(outline: Heading, parts: PartReader) -> Iterator[Heading]:
    """Yield the headings of steps, noting what stands outside them."""
    parts.unread(outline, outline.blocks)
    for heading in outline.children:
        if heading.level == 1:
            yield from _chapters(heading, parts)
        elif heading.level == STEP_DEPTH:
            yield heading
        else:
            parts.problems.add(
                heading.line, f"'{heading.mark}' stands outside a step", "move it into a step"
            )


def _check_order(chapters: list[Heading], steps: list[Step], problems: ProblemList) -> None:
    if len(chapters) != STEP_COUNT:
        problems.add(1, f"{len(chapters)} steps found", f"write {STEP_COUNT} headings '## N. …'")
    seen: set[str] = set()
    for place, (heading, step) in enumerate(zip(chapters, steps, strict=False), start=1):
        if len(chapters) == len(steps) and step.number != place:
            problems.add(heading.line, f"step {step.number} stands at place {place}", "renumber it")
        if step.slug in seen:
            problems.add(heading.line, f"slug '{step.slug}' stands twice", "give it its own slug")
        seen.add(step.slug)


class _StepReader:
    """Reads one step below its heading, noting every problem on the way."""

    def __init__(self, heading: Heading, problems: ProblemList, caption: TaskCaption) -> None:
        self.heading = heading
        self.problems = problems
        self.caption = caption
        self.parts = PartReader(problems)
        found = self.parts.children(heading, (*HEADINGS, COUNSELLORS), "section")
        self.counsellors = found.pop(COUNSELLORS, None)
        self.headings = {HEADINGS[name]: child for name, child in found.items()}

    def read(self) -> tuple[Step, Step] | None:
        """Return the step as all see it and as a guru BK does; None without a number."""
        digits, _, title = self.heading.text.partition(". ")
        number = whole_number(digits)
        if number is None or not title:
            self.problems.add(self.heading.line, "no number", "write the heading as '## 4. Title'")
            return None
        fields = self.parts.fields(self.heading, FIELDS, EXTRAS)
        slug = self.parts.slug(fields["slug"])
        sections = self._sections()
        examples = self._examples()
        tasks = self._tasks()
        step = Step(
            number=number,
            slug=StepSlug(slug),
            title=title,
            label=self.parts.label(fields["tombol"]),
            competencies=self._competencies(fields["kompetensi"]),
            mkg=self._code(fields, "mkg"),
            pkg=self._code(fields, "pkg"),
            keywords=tuple(word.strip() for word in fields["kata"].plain.split(",")),
            sections=sections,
            examples=examples,
            tasks=tasks,
            questions=tuple(item.html for item in rubric_items(self._at(SectionKind.QUESTIONS))),
            rubric=tuple(map(read_level, rubric_items(self._at(SectionKind.RUBRIC)))),
            pages=read_pages(sections, examples, tasks, self.caption),
        )
        counselling = self._counselling(step, fields)
        self._check(step, counselling)
        return step, counselling

    def _code(self, fields: Mapping[str, Block], name: str) -> str:
        """Return the codes of a model of competence, "" where none are written."""
        return self.parts.line(self.parts.filled(fields[name])) if name in fields else ""

    def _counselling(self, step: Step, fields: Mapping[str, Block]) -> Step:
        """Return the step with what is written in the words for guru BK in its place."""
        if "bk" in fields:
            step = replace(step, label=self.parts.label(self.parts.filled(fields["bk"])))
        if "judul-bk" in fields:
            step = replace(step, title=self.parts.line(self.parts.filled(fields["judul-bk"])))
        step = replace(step, pkg="")
        if self.counsellors is None or SectionKind.RUBRIC not in step.sections:
            return step
        rubric = replace(
            step.sections[SectionKind.RUBRIC],
            blocks=tuple(block.html for block in self.counsellors.blocks),
        )
        sections = {**step.sections, SectionKind.RUBRIC: rubric}
        return replace(
            step,
            sections=sections,
            rubric=tuple(map(read_level, rubric_items(self.counsellors))),
            pages=read_pages(sections, step.examples, step.tasks, self.caption),
        )

    def _at(self, kind: SectionKind) -> Heading | None:
        return self.headings.get(kind)

    def _sections(self) -> dict[SectionKind, Section]:
        headings = self.headings
        for name, kind in HEADINGS.items():
            if kind not in headings:
                self.problems.add(
                    self.heading.line, f"section '{name}' is missing", f"add '### {name}'"
                )
        for kind, heading in headings.items():
            if kind in NESTED:
                self.parts.unread(heading, heading.blocks)
                continue
            self.parts.childless(heading)
            if not heading.blocks:
                self.problems.add(heading.line, f"section '{heading.text}' is empty", "write it")
        return {
            kind: Section(
                kind=kind, title=heading.text, blocks=tuple(b.html for b in heading.blocks)
            )
            for kind, heading in headings.items()
        }

    def _examples(self) -> dict[SchoolLevel, Section]:
        heading = self.headings.get(SectionKind.EXAMPLE)
        if heading is None:
            return {}
        by_name = self.parts.children(heading, EXAMPLE_LEVELS, "level")
        for level in EXAMPLE_LEVELS:
            if level not in by_name or not by_name[level].blocks:
                name = level.value.upper()
                self.problems.add(heading.line, f"no example for {name}", f"write '#### {name}'")
        for child in by_name.values():
            self.parts.childless(child)
        return {
            SchoolLevel(name): Section(
                kind=SectionKind.EXAMPLE,
                title=f"{heading.text} {child.text}",
                blocks=tuple(b.html for b in child.blocks),
            )
            for name, child in by_name.items()
        }

    def _tasks(self) -> tuple[Task, ...]:
        heading = self.headings.get(SectionKind.TASKS)
        if heading is None:
            return ()
        if len(heading.children) < 2:  # noqa: PLR2004 -- a teacher has a choice of tasks
            self.problems.add(heading.line, "fewer than two tasks", "write at least two")
        tasks = tuple(
            self.parts.task(child, self.parts.fields(child, TASK_FIELDS, TASK_EXTRAS))
            for child in heading.children
        )
        if len({task.slug for task in tasks}) < len(tasks):
            self.problems.add(heading.line, "two tasks share a slug", "give each its own")
        return tasks

    def _competencies(self, line: Block) -> tuple[Competency, ...]:
        names = [name.strip() for name in line.plain.split(",") if name.strip()]
        unknown = [name for name in names if name not in set(Competency)]
        if unknown or not names:
            known = ", ".join(Competency)
            self.problems.add(
                line.line, f"unknown kompetensi '{', '.join(unknown)}'", f"use: {known}"
            )
        return tuple(Competency(name) for name in names if name not in unknown)

    def _check(self, step: Step, counselling: Step) -> None:
        check_rubric(self._at(SectionKind.RUBRIC), self.heading, self.problems)
        if self.counsellors:
            check_rubric(self.counsellors, self.heading, self.problems)
        if not 2 <= len(step.questions) <= 3:  # noqa: PLR2004 -- two or three
            self.problems.add(
                self.headings.get(SectionKind.QUESTIONS, self.heading).line,
                f"{len(step.questions)} reflection questions",
                "write two or three as a list",
            )
        pages = (page for one in (step, counselling) for run in one.pages.values() for page in run)
        for html, name in {page.html: page.name for page in pages}.items():
            length = visible_length(html)
            if length > PAGE_LIMIT:
                self.problems.add(
                    self._line_of(html),
                    f"page '{name}' has {length} characters",
                    f"split a paragraph: pages aim at {PAGE_AIM}, at most {PAGE_LIMIT}",
                )

    def _line_of(self, html: str) -> int:
        """Return the line of the heading below which the longest part of a page stands."""
        blocks = (
            (len(block.html), heading.line)
            for heading in self.heading.walk()
            for block in heading.blocks
            if block.html in html
        )
        return max(blocks, default=(0, self.heading.line))[1]
