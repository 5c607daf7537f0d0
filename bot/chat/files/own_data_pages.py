"""The copy of somebody's data as pages to read: the same facts as its JSON, under headings.

What only a machine can use (numbers of updates, keys, names of screens) stands in the JSON alone. Pure.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from bot.chat.files.document import (
    PAGE,
    PAGES,
    Document,
    PageBlock,
    PageFact,
    PageHeading,
    Paragraph,
)
from bot.chat.files.own_data import COUNTED
from bot.chat.screens.evaluation.quarter_words import quarter_name
from bot.chat.world import World
from bot.domain.calendar.quarter import Quarter
from bot.domain.person.person import Person

MACHINE = (
    *("answered", "place", "recent", "unsure", "key", "screen", "args", "draft", "file"),
    "school_terms",
)
"""Fields left to the JSON: their values say nothing to a reader."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"(\d\d):(\d\d)(:\d\d)?")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")


def own_data_pages(
    world: World, person: Person, told: Mapping[str, Any], now: datetime
) -> Document:
    """Return the pages of what the copy tells."""
    texts = world.texts
    reader = _Reader(world)
    return Document(
        title=texts.pick("own-data", "title"),
        blocks=tuple(block for name, value in told.items() for block in reader.part(name, value)),
        notice=texts.pick("own-data", "notice"),
        foot=texts.pick(
            "own-data", "foot", when=texts.moment(now, person.zone), page=PAGE, pages=PAGES
        ),
    )


class _Reader:
    def __init__(self, world: World) -> None:
        self._texts = world.texts
        self._left_out = {self._texts.pick("export", name) for name in set(MACHINE) - COUNTED}

    def part(self, name: str, value: Any) -> Iterator[PageBlock]:
        """Yield a part of the copy under its heading."""
        yield PageHeading(name)
        match value:
            case {} | [] if not value:
                yield Paragraph(self._texts.pick("own-data", "none"))
            case dict():
                yield from self._facts(value, 0)
            case list():
                for nth, one in enumerate(value, start=1):
                    yield from self._one(nth, one)
            case _:
                yield Paragraph(self._words(value))

    def _one(self, nth: int, value: Any) -> Iterator[PageBlock]:
        if isinstance(value, dict):
            yield PageHeading(str(nth), 2)
            yield from self._facts(value, 0)
        else:
            yield Paragraph(self._words(value))

    def _facts(self, facts: Mapping[str, Any], indent: int) -> Iterator[PageBlock]:
        for name, value in facts.items():
            if name not in self._left_out:
                yield from self._fact(self._words(name), value, indent)

    def _fact(self, name: str, value: Any, indent: int) -> Iterator[PageBlock]:
        match value:
            case dict() if value:
                yield PageFact(name, "", indent)
                yield from self._facts(value, indent + 1)
            case list() if any(isinstance(one, dict) for one in value):
                for nth, one in enumerate(value, start=1):
                    yield from self._fact(f"{name} {nth}", one, indent)
            case list() if value:
                yield PageFact(name, self._texts.listed(map(self._words, value)), indent)
            case None | {} | [] | "":
                return
            case _:
                yield PageFact(name, self._words(value), indent)

    def _words(self, value: Any) -> str:
        """Return a value as people write it: days, hours, quarters, yes and no."""
        if isinstance(value, bool):
            return self._texts.pick("own-data", "yes" if value else "no")
        words = str(value)
        if _QUARTER.fullmatch(words):
            return quarter_name(self._texts, Quarter.parse(words))
        if found := _CLOCK.fullmatch(words):
            return f"{found[1]}.{found[2]}"
        if _DAY.fullmatch(words):
            try:
                return self._texts.long_day(date.fromisoformat(words))
            except ValueError:
                return words
        return words
