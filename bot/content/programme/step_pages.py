"""The pages of a step, in the order in which each kind of reader turns them.

Must not read the file nor judge a page; ``content.programme.steps`` does.
"""

from collections.abc import Callable, Mapping

from bot.content.programme.pages import split_pages
from bot.content.programme.step_parts import task_section
from bot.domain.programme.programme import (
    EXAMPLE_LEVELS,
    Page,
    SchoolLevel,
    Section,
    SectionKind,
    Task,
)

TaskCaption = Callable[[Task], str]
"""Gives the heading of a task as Telegram HTML (its minutes are words of content/texts_id.ftl)."""


def read_pages(
    sections: Mapping[SectionKind, Section],
    examples: Mapping[SchoolLevel, Section],
    tasks: tuple[Task, ...],
    caption: TaskCaption,
) -> dict[SchoolLevel | None, tuple[Page, ...]]:
    """Return the pages of a step for each level, and for readers without one."""
    return {
        level: _pages(sections, examples, tasks, caption, level)
        for level in (None, *EXAMPLE_LEVELS)
    }


def _pages(
    sections: Mapping[SectionKind, Section],
    examples: Mapping[SchoolLevel, Section],
    tasks: tuple[Task, ...],
    caption: TaskCaption,
    level: SchoolLevel | None,
) -> tuple[Page, ...]:
    def runs(kinds: list[SectionKind]) -> tuple[Page, ...]:
        pages: tuple[Page, ...] = ()
        ordinary: list[Section] = []
        for kind in kinds:
            if kind is SectionKind.TASKS and kind in sections:
                pages += split_pages(ordinary)
                ordinary = []
                pages += task_section(sections[kind], tasks, caption)
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
