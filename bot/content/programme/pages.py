"""Sections become pages: what one message shows of a step.

Pages break only between paragraphs and lists. Sections that fit together share a page.
"""

from collections.abc import Iterable
from html import unescape
from re import compile as pattern

from bot.domain.programme.programme import Page, Section, SectionKind

PAGE_AIM = 700
"""The length, in visible characters, a page aims at (read comfortably on a phone)."""

_TAG = pattern(r"<[^>]*>")


def visible_length(html: str) -> int:
    """Return how many characters Telegram counts: tags removed, references resolved."""
    return len(unescape(_TAG.sub("", html) if "<" in html else html))


def section_html(section: Section) -> tuple[str, ...]:
    """Return the blocks of a section, the first one under its title."""
    title = f"<b>{section.title}</b>"
    if not section.blocks:
        return (title,)
    return (f"{title}\n{section.blocks[0]}", *section.blocks[1:])


def split_pages(sections: Iterable[Section]) -> tuple[Page, ...]:
    """Return the pages for sections in reading order.

    A section that would make its page longer than the aim begins a new one. A section longer
    than a page continues on ``<name>.2``, ``<name>.3`` …
    """
    pages: list[Page] = []
    for section in sections:
        runs = _runs(section_html(section))
        last = pages[-1] if pages else None
        if len(runs) == 1 and last and _fits(last.html, runs[0]):
            pages[-1] = _joined(last, section.kind, runs[0])
            continue
        for number, html in enumerate(runs, start=1):
            name = section.kind.value if number == 1 else f"{section.kind.value}.{number}"
            begins = (section.kind,) if number == 1 else ()
            pages.append(Page(name=name, sections=begins, html=html))
    return tuple(pages)


def _runs(blocks: Iterable[str]) -> list[str]:
    runs: list[str] = []
    for block in blocks:
        if runs and _fits(runs[-1], block):
            runs[-1] = f"{runs[-1]}\n\n{block}"
        else:
            runs.append(block)
    return runs


def _fits(page: str, addition: str) -> bool:
    return visible_length(page) + visible_length(addition) + 2 <= PAGE_AIM


def _joined(page: Page, kind: SectionKind, html: str) -> Page:
    return Page(
        name=page.name,
        sections=(*page.sections, kind),
        html=f"{page.html}\n\n{html}",
        asks_level=page.asks_level,
    )
