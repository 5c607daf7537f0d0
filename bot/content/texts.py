"""``content/texts_id.ftl``: every sentence and button that is not part of a step.

Formats with Fluent; every argument is escaped for Telegram HTML unless it is Html already. A
missing key or argument is an error, never an empty place. Zones become clock times only here.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_datetime, get_day_names
from babel.lists import format_list
from fluent.syntax import ast

from bot.content.fluent_parser import parsed
from bot.content.messages import LOCALE, MessageFile, Places
from bot.content.problem import Problem, ProblemList
from bot.content.source import read_source
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.person.casing import Spelling
from bot.domain.person.zone import Zone

CENTURY = 2000
"""A year written with two digits lies in this century."""

NOON = time(12)
"""The hour at which a day is the same in all zones of the country."""


class Html(str):
    """Text that is Telegram HTML already and must not be escaped again."""

    __slots__ = ()


Argument = str | int

TEXTS_KEPT = 4_000
"""Ready texts: all without arguments, all buttons of all steps, most counts, some names."""

LISTS_KEPT = 512
"""Lists of words: there are some 300, which every typed text is compared with."""


class Texts:
    """All texts, ready to be said."""

    def __init__(self, source: str | ast.Resource, places: Places | None = None) -> None:
        """Take the text or the tree of a file; with ``places`` a text is read piece by piece."""
        self._messages = MessageFile(source, places)
        # A screen has up to 14 labels, and Fluent takes longer over them than all else in a turn.
        self._ready = lru_cache(TEXTS_KEPT)(self._resolve)
        self._lists = lru_cache(LISTS_KEPT)(self._list)
        self._families = lru_cache(LISTS_KEPT)(self._family)

    @property
    def places(self) -> Places:
        """Where everything stands, to be kept for the next start."""
        return self._messages.places

    def say(self, key: str, **arguments: Argument) -> str:
        """Return a message as Telegram HTML. Raises TextMissing or TextFaulty."""
        return self._ready(key, "", _escaped(arguments))

    def has(self, key: str) -> bool:
        """Say whether there is a message of this name."""
        return self._messages.has(key)

    def label(self, key: str, attribute: str, **arguments: Argument) -> str:
        """Return a button's label (an attribute of a message) as plain text."""
        return self._ready(key, attribute, tuple(arguments.items()))

    def pick(self, family: str, member: str, **arguments: Argument) -> str:
        """Return the message ``<family>-<member>``, such as ``level-sd``, as plain text."""
        return self._ready(f"{family}-{member}", "", tuple(arguments.items()))

    def tell(self, family: str, member: str, **arguments: Argument) -> str:
        """Return the message ``<family>-<member>`` as Telegram HTML."""
        return self._ready(f"{family}-{member}", "", _escaped(arguments))

    def words(self, key: str, attribute: str) -> tuple[str, ...]:
        """Return a list written with commas, in lower case."""
        return self._lists(key, attribute)

    def _list(self, key: str, attribute: str) -> tuple[str, ...]:
        line = self.label(key, attribute)
        return tuple(word.strip().lower() for word in line.split(",") if word.strip())

    def spelling(self) -> Spelling:
        """Return how titles and small words of people's names are written."""
        titles, kinds = self.label("names", "titles"), self.label("names", "kinds")
        return Spelling(
            tuple(one.strip() for one in titles.split(",") if one.strip()),
            self.words("names", "small"),
            tuple(one.strip() for one in kinds.split(",")),
            self.words("fillers", "titles"),
        )

    def listed(self, names: Iterable[str]) -> str:
        """Return names as one line: "a", "a dan b", "a, b, dan c"; "" for none."""
        return str(format_list(list(names), locale=LOCALE))

    def family(self, prefix: str) -> tuple[str, ...]:
        """Return the members that have a message ``<prefix>-<member>``, in the file's order."""
        return self._families(prefix)

    def _family(self, prefix: str) -> tuple[str, ...]:
        start = f"{prefix}-"
        return tuple(
            key.removeprefix(start) for key in self._messages.names if key.startswith(start)
        )

    def moment(self, moment: datetime, zone: Zone | None) -> str:
        """Return "Selasa, 24 November 2026 pukul 15.30 WIB" for an aware moment."""
        clock = local(moment, zone)
        words = format_datetime(clock, "EEEE, d MMMM y 'pukul' HH.mm", locale=LOCALE)
        return f"{words} {zone or Zone.WIB}"

    def short_moment(self, moment: datetime, zone: Zone | None) -> str:
        """Return "24 Nov 2026, 15.30 WIB" for an aware moment, where many stand below each other."""
        words = format_datetime(local(moment, zone), "d MMM y, HH.mm", locale=LOCALE)
        return f"{words} {zone or Zone.WIB}"

    def own_moment(self, moment: datetime, zone: Zone | None) -> Html:
        """Return the same as Telegram HTML that apps show by the reader's own clock."""
        words = self.moment(moment, zone)
        return Html(f'<tg-time unix="{int(moment.timestamp())}" format="wDt">{words}</tg-time>')

    def own_day(self, day: date, zone: Zone | None) -> Html:
        """Return "Senin, 7 Desember 2026" as Telegram HTML that apps offer as a date.

        Its moment is noon, so that it is the same day wherever in Indonesia it is read.
        """
        noon = int(moment_at(day, NOON, zone).timestamp())
        return Html(f'<tg-time unix="{noon}" format="wD">{self.long_day(day)}</tg-time>')

    def brief_moment(self, moment: datetime, zone: Zone | None) -> str:
        """Return "Selasa, 24 Nov 2026, 15.30 WIB" for an aware moment: short enough for a button."""
        words = format_datetime(local(moment, zone), "EEEE, d MMM y, HH.mm", locale=LOCALE)
        return f"{words} {zone or Zone.WIB}"

    def day(self, moment: datetime, zone: Zone | None) -> str:
        """Return "24 November 2026": the day an aware moment falls on in a zone."""
        return format_datetime(local(moment, zone), "d MMMM y", locale=LOCALE)

    def long_day(self, day: date) -> str:
        """Return "Senin, 7 Desember 2026" for a day."""
        return format_date(day, "EEEE, d MMMM y", locale=LOCALE)

    def plain_day(self, day: date) -> str:
        """Return "7 Desember 2026" for a day."""
        return format_date(day, "d MMMM y", locale=LOCALE)

    def month(self, day: date, year: int) -> str:
        """Return "Oktober", with the year where it is another than ``year``."""
        return format_date(day, "MMMM" if day.year == year else "MMMM y", locale=LOCALE)

    def brief_day(self, day: date) -> str:
        """Return "7 Des 2026" for a day."""
        return format_date(day, "d MMM y", locale=LOCALE)

    def brief_days(self, first: date, last: date) -> str:
        """Return "24 Nov – 11 Des 2026", or "24 Des 2026" where both days are one."""
        end = self.brief_day(last)
        if first == last:
            return end
        begin = format_date(first, "d MMM", locale=LOCALE)
        return f"{begin} – {end}" if first.year == last.year else f"{self.brief_day(first)} – {end}"

    def near_day(self, day: date) -> str:
        """Return "Senin, 7 Des" for a day of the next weeks: short enough for half a row."""
        return format_date(day, "EEEE, d MMM", locale=LOCALE)

    def weekday(self, number: int) -> str:
        """Return "Selasa" for 1; Monday is 0."""
        return str(get_day_names("wide", locale=LOCALE)[number])

    def clock(self, hour: time) -> str:
        """Return "15.30" for an hour of the day."""
        return f"{hour:%H.%M}"

    def short_days(self, first: date, last: date) -> str:
        """Return "10/3–12/3/2027", or "24/12/2026" where both days are one."""
        end = f"{last.day}/{last.month}/{last.year}"
        return end if first == last else f"{first.day}/{first.month}–{end}"

    def hour(self, moment: datetime, zone: Zone | None) -> int:
        """Return the hour of the day (0-23) of an aware moment in a zone."""
        return local(moment, zone).hour

    def _resolve(self, key: str, attribute: str, prepared: tuple[tuple[str, Any], ...]) -> str:
        said = self._messages.said(key, attribute, dict(prepared))
        for _, value in prepared:
            if isinstance(value, str) and value.endswith("."):  # "oleh Sari, S.Pd." ends a sentence
                said = said.replace(f"{value}.", value).replace(f"{value}</b>.", f"{value}</b>")
        return said


def _escaped(arguments: Mapping[str, Argument]) -> tuple[tuple[str, Argument], ...]:
    return tuple(
        [
            (
                name,
                escape(value, quote=False)
                if isinstance(value, str) and not isinstance(value, Html)
                else value,
            )
            for name, value in arguments.items()
        ]
    )


def read_texts(path: Path, places: Places | None = None) -> tuple[Texts, list[Problem]]:
    """Return the texts of a file and everything that is wrong with its form.

    With ``places`` the file was found good before, and nothing in it is looked at now.
    """
    noted = ProblemList(path, [])
    source = read_source(path, noted)
    problems = noted.found
    if source is None:
        return Texts(""), problems
    if places is not None:
        return Texts(source, places), problems
    seen: set[str] = set()
    resource = parsed(source)  # once: it takes longer than anything else at a start
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            reason = "; ".join(str(note.message) for note in entry.annotations)
            problems.append(
                Problem(
                    path,
                    _line_of(entry, source),
                    f"cannot be read: {reason}",
                    "see docs/panduan-konten.md",
                )
            )
        elif isinstance(entry, ast.Message):
            if entry.id.name in seen:
                line = _line_of(entry, source)
                problems.append(Problem(path, line, f"'{entry.id.name}' stands twice", "keep one"))
            seen.add(entry.id.name)
    return Texts(resource), problems


def _line_of(entry: ast.SyntaxNode, source: str) -> int:
    """Return the line an entry begins in; asked for faults only: it counts from the top each time."""
    return source.count("\n", 0, entry.span.start if entry.span else 0) + 1
