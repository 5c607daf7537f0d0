"""Writes a workbook (XLSX): real numbers and dates, frozen heads, filters, no formula ever.

Words come in ready. A name is always written as text, whatever it begins with, so that no program
that opens the file computes it. Runs in a process of its own (see ``painter``).
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from math import ceil
from re import sub
from typing import TYPE_CHECKING

from bot.chat.report import Cell, Sheet, Workbook

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAME_LENGTH = 31
"""The longest name of a sheet Excel takes."""

LINE_HEIGHT = 16
"""Points of one line of text."""

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How each kind of cell looks."""

    head: "Format"
    number: "Format"
    day: "Format"
    words: "Format"


def write_workbook(workbook: Workbook) -> bytes:
    """Return the workbook as XLSX, one sheet after the other."""
    import xlsxwriter  # noqa: PLC0415 -- only the process that writes needs it

    content = BytesIO()
    with xlsxwriter.Workbook(content, OPTIONS) as book:
        top = {"valign": "top", "align": "left"}
        looks = Looks(
            head=book.add_format({**top, "bold": True, "bottom": 1, "text_wrap": True}),
            number=book.add_format(top),
            day=book.add_format({**top, "num_format": "dd/mm/yyyy"}),
            words=book.add_format({**top, "text_wrap": True}),
        )
        for name, sheet in zip(sheet_names(workbook), workbook, strict=True):
            _write(book.add_worksheet(name), sheet, looks)
    return content.getvalue()


def sheet_names(workbook: Workbook) -> list[str]:
    """Return names Excel takes: short, without its signs, no two alike."""
    names: list[str] = []
    for number, sheet in enumerate(workbook, start=1):
        name = sub(r"[\[\]:*?/\\\x00-\x1f]", " ", sheet.name).strip(" '")[:NAME_LENGTH].strip(" '")
        taken = {one.casefold() for one in names}
        names.append(name if name and name.casefold() not in taken else f"{number}")
    return names


def _write(worksheet: "Worksheet", sheet: Sheet, looks: Looks) -> None:
    """Write heads and rows from top to bottom, as a file that is not kept in memory needs it."""
    for at, column in enumerate(sheet.columns):
        worksheet.set_column(at, at, column.width)
        worksheet.write_string(0, at, column.title, looks.head)
    worksheet.set_row(0, 2 * LINE_HEIGHT)
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    worksheet.set_landscape()
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)
    for line, cells in enumerate(sheet.rows, start=1):
        if (lines := _lines(sheet, cells)) > 1:
            worksheet.set_row(line, lines * LINE_HEIGHT)
        for at, cell in enumerate(cells):
            _put(worksheet, (line, at), cell, looks)


def _lines(sheet: Sheet, cells: tuple[Cell, ...]) -> int:
    """Return how many lines the longest text of a row takes; some programs do not find out."""
    return max(
        (
            ceil(len(cell) / column.width)
            for cell, column in zip(cells, sheet.columns, strict=False)
            if isinstance(cell, str)
        ),
        default=1,
    )


def _put(worksheet: "Worksheet", place: tuple[int, int], cell: Cell, looks: Looks) -> None:
    match cell:
        case None:
            return
        case date():
            worksheet.write_datetime(*place, cell, looks.day)
        case int():
            worksheet.write_number(*place, cell, looks.number)
        case _:
            worksheet.write_string(*place, cell, looks.words)
