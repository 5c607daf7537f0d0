"""A school's report as values: a picture of counts, and sheets of a workbook. Pure.

The words and numbers come in ready for whoever draws them (``bot.reports``).
"""

from dataclasses import dataclass
from datetime import date

PAGE, PAGES = "{page}", "{pages}"

Cell = str | int | float | date | None
"""A fraction (``float``) is written as a percentage."""


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One step in the picture: its label, and how many teachers have each status."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusPicture:
    """Everything the picture of a school shows; ``statuses`` names the counts of each row."""

    title: str
    school: str
    below: str
    statuses: tuple[str, ...]
    rows: tuple[StatusRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: a name, heads, and rows as wide as the heads.

    ``totals`` stand below all rows. On paper ``above`` and ``below`` stand on every page; in the
    words of ``below`` PAGE and PAGES mean the page's number and how many there are.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] = ()
    above: tuple[str, str] = ("", "")
    """Left and right."""

    below: str = ""


Workbook = tuple[Sheet, ...]
