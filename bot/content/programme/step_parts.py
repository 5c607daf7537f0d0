"""Reads the small parts of a step: its fields, its slug, its tasks. Tells what nobody would read.

Must not know the order of a step; ``content.programme.steps`` does.
"""

from collections.abc import Callable, Collection, Sequence
from re import compile as pattern

from bot.content.problem import ProblemList
from bot.content.programme.markdown import Block, Heading, ListBlock
from bot.content.programme.pages import split_pages
from bot.domain.programme.programme import Page, Section, Task, TaskSlug

FIELDS = ("slug", "tombol", "kompetensi", "kata")
EXTRAS = ("mkg", "pkg", "bk", "judul-bk")
"""Fields a step may have or not: the codes of the models of competence it is near to, its label and
its title in the words for guru BK.
"""

TASK_FIELDS = ("slug", "menit")
TASK_EXTRAS = ("rentang",)
"""Fields a task may have or not."""

SLUG_BYTES = 20
"""A slug stands in button data beside other words; Telegram allows 64 bytes in all."""

LABEL_LENGTH = 25
"""The longest label that fits one button on a narrow phone, behind its number and mark."""

TASK_PARTS = ("rencana", "pelaksanaan", "refleksi")

NUMBER_LENGTH = 4
"""Longer numbers are slips of the pen."""

_SLUG = pattern(r"[a-z][a-z0-9-]*")


def whole_number(text: str) -> int | None:
    """Return the number that a text of the digits 0-9 stands for; None for anything else."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= NUMBER_LENGTH
    return int(text) if is_number else None


class PartReader:
    """Reads parts, noting every problem instead of stopping at the first."""

    def __init__(self, problems: ProblemList) -> None:
        self.problems = problems

    def fields(
        self, heading: Heading, names: tuple[str, ...], extras: tuple[str, ...] = ()
    ) -> dict[str, Block]:
        """Return the ``- name: value`` lines below a heading; missing ones are empty.

        ``extras`` may be left out. Nothing else may stand directly below the heading.
        """
        fields = next((block for block in heading.blocks if isinstance(block, ListBlock)), None)
        items = fields.items if fields else ()
        self.unread(heading, [block for block in heading.blocks if block is not fields])
        found: dict[str, Block] = {}
        for item in items:
            name, _, value = (part.strip() for part in item.plain.partition(":"))
            if name in found:
                self.problems.add(item.line, f"field '{name}' stands twice", "keep one")
            elif name not in (*names, *extras):
                known = ", ".join((*names, *extras))
                self.problems.add(item.line, f"unknown field '{name}'", f"use: {known}")
            found.setdefault(name, Block(item.html.partition(":")[2].strip(), value, item.line))
        for name in names:
            if name not in found or not found[name].plain:
                self.problems.add(
                    heading.line,
                    f"field '{name}' is missing",
                    f"add '- {name}: …' below the heading",
                )
                found.setdefault(name, Block("", "", heading.line))
        return found

    def unread(self, heading: Heading, blocks: Sequence[Block | ListBlock]) -> None:
        """Note paragraphs and lists at a place that nobody is shown."""
        for block in blocks:
            self.problems.add(
                block.line,
                f"this is shown nowhere below '{heading.mark}'",
                "move it into a section, or make it a comment <!-- … -->",
            )

    def childless(self, heading: Heading) -> None:
        """Note headings below one that has none."""
        for child in heading.children:
            self.problems.add(
                child.line,
                f"'{child.mark}' is shown nowhere below '{heading.mark}'",
                "write it as a paragraph, for example with **bold** at its beginning",
            )

    def children(
        self, heading: Heading, known: Collection[str], unknown: str
    ) -> dict[str, Heading]:
        """Return the headings below one by their names in lower case, each once.

        ``unknown`` is what a heading of another name is called in a problem.
        """
        found: dict[str, Heading] = {}
        for child in heading.children:
            name = child.text.lower()
            if name not in known:
                advice = f"use: {', '.join(known)}"
                self.problems.add(child.line, f"unknown {unknown} '{child.text}'", advice)
            elif name in found:
                self.problems.add(child.line, f"'{child.mark}' stands twice", "join them")
            else:
                found[name] = child
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

    def filled(self, field: Block) -> Block:
        """Return a field that may be left out, noting one that stands there empty."""
        if not field.plain:
            self.problems.add(field.line, "the field is empty", "write it, or leave out the line")
        return field

    def line(self, field: Block) -> str:
        """Return a title or label, noting one that is no plain text."""
        if "<" in field.html:
            advice = "write it without bold and italics"
            self.problems.add(field.line, "a label is shown as it is written", advice)
        return field.plain

    def label(self, field: Block) -> str:
        """Return a button label, noting one that is no plain text or too long for a button."""
        if len(field.plain) > LABEL_LENGTH:
            self.problems.add(
                field.line, f"label of {len(field.plain)} characters", f"at most {LABEL_LENGTH}"
            )
        return self.line(field)

    def task(self, heading: Heading, fields: dict[str, Block]) -> Task:
        """Return the task below a heading of depth 4."""
        minutes = whole_number(fields["menit"].plain)
        if minutes is None and fields["menit"].plain:
            self.problems.add(fields["menit"].line, "minutes are no number", "write '- menit: 25'")
        parts = self.children(heading, TASK_PARTS, "part of a task")
        for part in parts.values():
            self.childless(part)
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
            minutes=minutes or 0,
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
