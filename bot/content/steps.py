"""``content/steps_id.md`` becomes the Programme.

The headings and field names below are the grammar of that file (see docs/panduan-konten.md).
Must not decide what is shown when; it only reads, and says what is missing.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bot.content.markdown import Block, Heading, ListBlock, read_outline
from bot.content.pages import PAGE_AIM, split_pages, visible_length
from bot.content.problem import Problem, ProblemList
from bot.content.rubric import level_faults, read_level
from bot.content.source import read_source
from bot.content.step_parts import (
    FIELDS,
    TASK_EXTRAS,
    TASK_FIELDS,
    PartReader,
    task_section,
    whole_number,
)
from bot.domain.programme import (
    EXAMPLE_LEVELS,
    Competency,
    Page,
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

STEP_DEPTH = 2
"""Steps are headings with two signs."""

PAGE_LIMIT = 1000
"""A page longer than this is refused: no paragraph may be so long that a page cannot be cut."""

RUBRIC_LEVELS = 4

NESTED = frozenset({SectionKind.EXAMPLE, SectionKind.TASKS})
"""Sections that hold headings of their own, and nothing beside them."""

TaskCaption = Callable[[Task], str]
"""Gives the heading of a task as Telegram HTML (its minutes are words of content/texts_id.ftl)."""


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
    steps = [step for h in chapters if (step := _StepReader(h, problems, caption).read())]
    _check_order(chapters, steps, problems)
    return Programme(tuple(steps)), problems.found


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
        self.headings = self._headings()

    def read(self) -> Step | None:
        digits, _, title = self.heading.text.partition(". ")
        number = whole_number(digits)
        if number is None or not title:
            self.problems.add(self.heading.line, "no number", "write the heading as '## 4. Title'")
            return None
        fields = self.parts.fields(self.heading, FIELDS)
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
            keywords=tuple(word.strip() for word in fields["kata"].plain.split(",")),
            sections=sections,
            examples=examples,
            tasks=tasks,
            questions=tuple(item.html for item in self._items(SectionKind.QUESTIONS)),
            rubric=tuple(map(read_level, self._items(SectionKind.RUBRIC))),
            pages={
                level: self._pages(sections, examples, tasks, level)
                for level in (None, *EXAMPLE_LEVELS)
            },
        )
        self._check(step)
        return step

    def _headings(self) -> dict[SectionKind, Heading]:
        found = self.parts.children(self.heading, HEADINGS, "section")
        return {HEADINGS[name]: child for name, child in found.items()}

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

    def _items(self, kind: SectionKind) -> tuple[Block, ...]:
        heading = self.headings.get(kind)
        blocks: list[Block | ListBlock] = heading.blocks if heading else []
        return tuple(i for b in blocks if isinstance(b, ListBlock) for i in b.items)

    def _competencies(self, line: Block) -> tuple[Competency, ...]:
        names = [name.strip() for name in line.plain.split(",") if name.strip()]
        unknown = [name for name in names if name not in set(Competency)]
        if unknown or not names:
            known = ", ".join(Competency)
            self.problems.add(
                line.line, f"unknown kompetensi '{', '.join(unknown)}'", f"use: {known}"
            )
        return tuple(Competency(name) for name in names if name not in unknown)

    def _pages(
        self,
        sections: Mapping[SectionKind, Section],
        examples: Mapping[SchoolLevel, Section],
        tasks: tuple[Task, ...],
        level: SchoolLevel | None,
    ) -> tuple[Page, ...]:
        def runs(kinds: list[SectionKind]) -> tuple[Page, ...]:
            pages: tuple[Page, ...] = ()
            ordinary: list[Section] = []
            for kind in kinds:
                if kind is SectionKind.TASKS and kind in sections:
                    pages += split_pages(ordinary)
                    ordinary = []
                    pages += task_section(sections[kind], tasks, self.caption)
                elif kind is SectionKind.EXAMPLE and level is not None and level in examples:
                    ordinary.append(examples[level])
                elif kind in sections:
                    ordinary.append(sections[kind])
            return pages + split_pages(ordinary)

        order = list(SectionKind)
        if level is not None or SectionKind.EXAMPLE not in sections:
            return runs(order)
        at = order.index(SectionKind.EXAMPLE)
        title = f"<b>{sections[SectionKind.EXAMPLE].title}</b>"
        chooser = Page(
            name=SectionKind.EXAMPLE.value,
            sections=(SectionKind.EXAMPLE,),
            html=title,
            asks_level=True,
        )
        return (*runs(order[:at]), chooser, *runs(order[at + 1 :]))

    def _check(self, step: Step) -> None:
        rubric = self.headings.get(SectionKind.RUBRIC, self.heading)
        if len(step.rubric) != RUBRIC_LEVELS:
            fault = f"the rubric has {len(step.rubric)} levels"
            self.problems.add(rubric.line, fault, f"write a numbered list of {RUBRIC_LEVELS}")
        for line in self._items(SectionKind.RUBRIC):
            for fault, advice in level_faults(line):
                self.problems.add(line.line, fault, advice)
        for block in rubric.blocks if rubric is not self.heading else ():
            if isinstance(block, ListBlock) and not block.ordered:
                self.problems.add(block.line, "the rubric is not numbered", "write 1. 2. 3. 4.")
        if not 2 <= len(step.questions) <= 3:  # noqa: PLR2004 -- two or three
            self.problems.add(
                self.headings.get(SectionKind.QUESTIONS, self.heading).line,
                f"{len(step.questions)} reflection questions",
                "write two or three as a list",
            )
        for html, name in {p.html: p.name for pages in step.pages.values() for p in pages}.items():
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
