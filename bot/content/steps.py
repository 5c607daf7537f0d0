"""``content/steps_id.md`` becomes the Programme.

The headings and field names below are the grammar of that file (see docs/panduan-konten.md).
Must not decide what is shown when; it only reads, and says what is missing.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from bot.content.markdown import Block, Heading, ListBlock, read_outline
from bot.content.pages import PAGE_AIM, split_pages, visible_length
from bot.content.problem import Problem, ProblemList
from bot.content.step_parts import (
    FIELDS,
    TASK_FIELDS,
    PartReader,
    task_section,
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

PAGE_LIMIT = 1000
"""A page longer than this is refused: no paragraph may be so long that a page cannot be cut."""

RUBRIC_LEVELS = 4

TaskCaption = Callable[[Task], str]
"""Gives the heading of a task as Telegram HTML (its minutes are words of content/texts_id.ftl)."""


def read_programme(path: Path, caption: TaskCaption) -> tuple[Programme, list[Problem]]:
    """Return the programme of a file and everything that is wrong with it.

    With problems the programme may be incomplete and must not be used.
    """
    problems = ProblemList(path, [])
    outline = read_outline(path.read_text(encoding="utf-8"), problems)
    chapters = [h for top in outline.children for h in _chapters(top)]
    steps = [step for h in chapters if (step := _StepReader(h, problems, caption).read())]
    _check_order(chapters, steps, problems)
    return Programme(tuple(steps)), problems.found


def _chapters(heading: Heading) -> list[Heading]:
    return [heading] if heading.level == 2 else [h for h in heading.children if h.level == 2]  # noqa: PLR2004 -- a heading of depth 2 is a step


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
        number, _, title = self.heading.text.partition(". ")
        if not number.isdigit() or not title:
            self.problems.add(self.heading.line, "no number", "write the heading as '## 4. Title'")
            return None
        fields = self.parts.fields(self.heading, FIELDS)
        slug = self.parts.slug(fields["slug"])
        sections = self._sections()
        examples = self._examples()
        tasks = self._tasks()
        step = Step(
            number=int(number),
            slug=StepSlug(slug),
            title=title,
            label=self.parts.label(fields["tombol"]),
            competencies=self._competencies(fields["kompetensi"]),
            keywords=tuple(word.strip() for word in fields["kata"].plain.split(",")),
            sections=sections,
            examples=examples,
            tasks=tasks,
            questions=self._items(SectionKind.QUESTIONS),
            rubric=self._items(SectionKind.RUBRIC),
            pages={
                level: self._pages(sections, examples, tasks, level)
                for level in (None, *EXAMPLE_LEVELS)
            },
        )
        self._check(step)
        return step

    def _headings(self) -> dict[SectionKind, Heading]:
        found: dict[SectionKind, Heading] = {}
        for child in self.heading.children:
            kind = HEADINGS.get(child.text.lower())
            if kind is None:
                known = ", ".join(HEADINGS)
                self.problems.add(child.line, f"unknown section '{child.text}'", f"use: {known}")
            elif kind in found:
                self.problems.add(child.line, f"section '{child.text}' stands twice", "join them")
            else:
                found[kind] = child
        return found

    def _sections(self) -> dict[SectionKind, Section]:
        headings = self.headings
        for name, kind in HEADINGS.items():
            if kind not in headings:
                self.problems.add(
                    self.heading.line, f"section '{name}' is missing", f"add '### {name}'"
                )
        nested = {SectionKind.EXAMPLE, SectionKind.TASKS}
        for kind, heading in headings.items():
            if kind not in nested and not heading.blocks:
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
        by_name = {child.text.lower(): child for child in heading.children}
        for level in EXAMPLE_LEVELS:
            child = by_name.pop(level.value, None)
            if child is None or not child.blocks:
                name = level.value.upper()
                self.problems.add(heading.line, f"no example for {name}", f"write '#### {name}'")
        for name, child in by_name.items():
            if name not in EXAMPLE_LEVELS:
                self.problems.add(child.line, f"unknown level '{child.text}'", "see the guide")
        return {
            SchoolLevel(child.text.lower()): Section(
                kind=SectionKind.EXAMPLE,
                title=f"{heading.text} {child.text}",
                blocks=tuple(b.html for b in child.blocks),
            )
            for child in heading.children
            if child.text.lower() in EXAMPLE_LEVELS
        }

    def _tasks(self) -> tuple[Task, ...]:
        heading = self.headings.get(SectionKind.TASKS)
        if heading is None:
            return ()
        if len(heading.children) < 2:  # noqa: PLR2004 -- a teacher has a choice of tasks
            self.problems.add(heading.line, "fewer than two tasks", "write at least two")
        tasks = tuple(
            self.parts.task(child, self.parts.fields(child, TASK_FIELDS))
            for child in heading.children
        )
        if len({task.slug for task in tasks}) < len(tasks):
            self.problems.add(heading.line, "two tasks share a slug", "give each its own")
        return tasks

    def _items(self, kind: SectionKind) -> tuple[str, ...]:
        heading = self.headings.get(kind)
        blocks: list[Block | ListBlock] = heading.blocks if heading else []
        return tuple(i.html for b in blocks if isinstance(b, ListBlock) for i in b.items)

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
        if len(step.rubric) != RUBRIC_LEVELS:
            self.problems.add(
                self.heading.line,
                f"the rubric has {len(step.rubric)} levels",
                f"write a numbered list of {RUBRIC_LEVELS}",
            )
        if not 2 <= len(step.questions) <= 3:  # noqa: PLR2004 -- two or three
            self.problems.add(
                self.heading.line,
                f"{len(step.questions)} reflection questions",
                "write two or three as a list",
            )
        for level, pages in step.pages.items():
            for page in pages:
                length = visible_length(page.html)
                if length > PAGE_LIMIT:
                    self.problems.add(
                        self.heading.line,
                        f"page '{page.name}' ({level or 'all'}) has {length} characters",
                        f"split a paragraph: pages aim at {PAGE_AIM}, at most {PAGE_LIMIT}",
                    )
