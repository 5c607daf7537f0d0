"""The programme: 13 steps with their sections, tasks and rubric, as immutable values.

Must not know the files it came from, nor who reads it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from bot.domain.programme.guide import NO_GUIDE, Guide

StepSlug = NewType("StepSlug", str)
"""The stable name of a step. Progress is stored under it, so titles and order may change."""

TaskSlug = NewType("TaskSlug", str)
"""The stable name of a small task within its step."""


class SchoolLevel(StrEnum):
    """The kind of school a teacher works in (jenjang)."""

    PAUD = "paud"
    SD = "sd"
    SMP = "smp"
    SMA = "sma"
    SMK = "smk"
    SLB = "slb"
    OTHER = "lainnya"


EXAMPLE_LEVELS = tuple(level for level in SchoolLevel if level is not SchoolLevel.OTHER)
"""The levels for which every step has an example."""


class Competency(StrEnum):
    """The four competencies of teachers (UU 14/2005)."""

    PEDAGOGIC = "pedagogik"
    PERSONALITY = "kepribadian"
    SOCIAL = "sosial"
    PROFESSIONAL = "profesional"


class SectionKind(StrEnum):
    """The parts of a step, in the order in which they are read."""

    MEANING = "makna"
    REASON = "mengapa"
    EXAMPLE = "contoh"
    INDICATORS = "indikator"
    MISCONCEPTIONS = "salah-paham"
    TASKS = "tugas"
    EVIDENCE = "bukti"
    QUESTIONS = "pertanyaan"
    TOUCH = "sentuhan"
    RUBRIC = "rubrik"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled run of blocks. A block is one paragraph or list as Telegram HTML."""

    kind: SectionKind
    title: str
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A small task for one lesson: plan, carry out, reflect (blocks of Telegram HTML).

    ``guide`` is what accompanies it while it is tried.
    """

    slug: TaskSlug
    title: str
    minutes: int
    span: str | None
    plan: tuple[str, ...]
    action: tuple[str, ...]
    reflection: tuple[str, ...]
    guide: Guide = NO_GUIDE


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a rubric, as Telegram HTML.

    A short statement in the first person to choose by, what more it means, and an example of what
    would show it.
    """

    statement: str
    detail: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one message shows of a step.

    ``name`` is stable while the step keeps its sections. ``sections`` are those that begin
    here. ``asks_level`` marks the page that has an example for each level to choose from.
    """

    name: str
    sections: tuple[SectionKind, ...]
    html: str
    asks_level: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the 13 steps.

    ``keywords`` are everyday words people ask for it with. ``pages`` holds the reading order for
    each level (and for none). ``looking_back`` are the questions asked after a task was tried.
    """

    number: int
    slug: StepSlug
    title: str
    label: str
    competencies: tuple[Competency, ...]
    keywords: tuple[str, ...]
    sections: Mapping[SectionKind, Section]
    examples: Mapping[SchoolLevel, Section]
    tasks: tuple[Task, ...]
    questions: tuple[str, ...]
    rubric: tuple[Level, ...]
    pages: Mapping[SchoolLevel | None, tuple[Page, ...]]
    looking_back: tuple[str, ...] = ()
    mkg: str = ""
    pkg: str = ""
    """Codes of the MKG, and of the PKG, to which the step is near (konten-guru §0); counsellors have
    another PKG."""

    def pages_for(self, level: SchoolLevel | None) -> tuple[Page, ...]:
        """Return the pages a teacher of this level reads."""
        return self.pages.get(level, self.pages[None])

    def page_index(self, level: SchoolLevel | None, name: str) -> int:
        """Return where the page of that name (or the one its section begins on) stands, else 0.

        Content may be edited between two visits; then the nearest sensible page is found.
        """
        pages = self.pages_for(level)
        for index, page in enumerate(pages):
            if page.name == name:
                return index
        section = name.partition(".")[0]
        for index, page in enumerate(pages):
            if section in page.sections:
                return index
        return 0

    def task_page(self, level: SchoolLevel | None, task: Task) -> str:
        """Return the name of the page on which a task begins."""
        pages = self.pages_for(level)
        found = (page.name for page in pages if page.name.startswith(SectionKind.TASKS))
        titled = {page.name: task.title in page.html for page in pages}
        return next((name for name in found if titled[name]), SectionKind.TASKS.value)


@dataclass(frozen=True, slots=True)
class Programme:
    """The content, immutable: all steps, in their order.

    ``counselling`` are the same steps in the words for guru BK, who give services where others teach.
    """

    steps: tuple[Step, ...]
    counselling: tuple[Step, ...] = ()

    def told(self, *, counsels: bool) -> "Programme":
        """Return the programme in the words for somebody who counsels, or as all others see it."""
        return Programme(self.counselling) if counsels and self.counselling else self

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def step(self, slug: str) -> Step | None:
        """Return the step of that slug, or None when the programme has none."""
        return next((step for step in self.steps if step.slug == slug), None)

    def numbered(self, number: int) -> Step | None:
        """Return the step of that number, counted from 1, or None."""
        return next((step for step in self.steps if step.number == number), None)

    def after(self, slug: str) -> Step | None:
        """Return the step that follows in order, or None after the last."""
        step = self.step(slug)
        return self.numbered(step.number + 1) if step else None
