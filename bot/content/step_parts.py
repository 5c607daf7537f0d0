"""Reads the small parts of a step: its fields, its slug, its tasks.

Must not know the order of a step; ``content.steps`` does.
"""

from collections.abc import Callable
from re import compile as pattern

from bot.content.markdown import Block, Heading, ListBlock
from bot.content.pages import split_pages
from bot.content.problem import ProblemList
from bot.domain.programme import Page, Section, Task, TaskSlug

FIELDS = ("slug", "tombol", "kompetensi", "kata")
TASK_FIELDS = ("slug", "menit")
OPTIONAL_FIELDS = ("rentang",)

SLUG_BYTES = 20
"""A slug stands in button data beside other words; Telegram allows 64 bytes in all."""

LABEL_LENGTH = 28
"""The longest label that fits one button on a narrow phone."""

TASK_PARTS = ("rencana", "pelaksanaan", "refleksi")

_SLUG = pattern(r"[a-z][a-z0-9-]*")


class PartReader:
    """Reads parts, noting every problem instead of stopping at the first."""

    def __init__(self, problems: ProblemList) -> None:
        self.problems = problems

    def fields(self, heading: Heading, names: tuple[str, ...]) -> dict[str, Block]:
        """Return the ``- name: value`` lines below a heading; missing ones are empty."""
        first = heading.blocks[0] if heading.blocks else None
        items = first.items if isinstance(first, ListBlock) else ()
        found: dict[str, Block] = {}
        for item in items:
            name, _, value = item.plain.partition(":")
            found[name.strip()] = Block(
                item.html.partition(":")[2].strip(), value.strip(), item.line
            )
            if name.strip() not in (*names, *OPTIONAL_FIELDS):
                self.problems.add(item.line, f"unknown field '{name}'", f"use: {', '.join(names)}")
        for name in names:
            if name not in found or not found[name].plain:
                self.problems.add(
                    heading.line,
                    f"field '{name}' is missing",
                    f"add '- {name}: …' below the heading",
                )
                found.setdefault(name, Block("", "", heading.line))
        return found

    def slug(self, field: Block) -> str:
        """Return a slug, noting one that cannot stand in button data."""
        if not _SLUG.fullmatch(field.plain) or len(field.plain.encode()) > SLUG_BYTES:
            self.problems.add(
                field.line,
                f"slug '{field.plain}' cannot be used",
                f"use a-z, 0-9 and '-', at most {SLUG_BYTES} bytes",
            )
        return field.plain

    def label(self, field: Block) -> str:
        """Return a button label, noting one that is too long for a button."""
        if len(field.plain) > LABEL_LENGTH:
            self.problems.add(
                field.line, f"label of {len(field.plain)} characters", f"at most {LABEL_LENGTH}"
            )
        return field.plain

    def task(self, heading: Heading, fields: dict[str, Block]) -> Task:
        """Return the task below a heading of depth 4."""
        minutes = fields["menit"]
        if not minutes.plain.isdigit():
            self.problems.add(minutes.line, "minutes are no number", "write '- menit: 25'")
        parts = {child.text.lower(): child for child in heading.children}
        for name in TASK_PARTS:
            if name not in parts or not parts[name].blocks:
                self.problems.add(
                    heading.line, f"task without '{name}'", f"add '##### {name.title()}'"
                )
        plan, action, reflection = (_blocks(parts.get(name)) for name in TASK_PARTS)
        span = fields.get("rentang")
        return Task(
            slug=TaskSlug(self.slug(fields["slug"])),
            title=heading.text,
            minutes=int(minutes.plain) if minutes.plain.isdigit() else 0,
            span=span.plain if span else None,
            plan=plan,
            action=action,
            reflection=reflection,
        )


def _blocks(heading: Heading | None) -> tuple[str, ...]:
    """The blocks below a part of a task, its heading in bold before the first."""
    if heading is None or not heading.blocks:
        return ()
    first, *rest = (block.html for block in heading.blocks)
    return (f"<b>{heading.text}.</b> {first}", *rest)


def task_section(
    section: Section, tasks: tuple[Task, ...], caption: Callable[[Task], str]
) -> tuple[Page, ...]:
    """Return one run of pages per task; the first is named like the section."""
    pages: list[Page] = []
    for number, task in enumerate(tasks, start=1):
        blocks = (caption(task), *task.plan, *task.action, *task.reflection)
        title = f"{section.title} {number}"
        for page in split_pages((Section(kind=section.kind, title=title, blocks=blocks),)):
            position = len(pages) + 1
            name = section.kind.value if position == 1 else f"{section.kind.value}.{position}"
            begins = page.sections if position == 1 else ()
            pages.append(Page(name=name, sections=begins, html=page.html))
    return tuple(pages)
