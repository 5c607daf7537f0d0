"""Writes a workbook (XLSX): real numbers and dates, frozen heads, filters, no formula ever.

Words come in ready. A name is always written as text, whatever it begins with, so that no program
that opens the file computes it. Runs in a process of its own (see ``painter``).
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from math import ceil
from re import sub
from typing import TYPE_CHECKING, Any

from bot.chat.files.report import PAGE, PAGES, Cell, Sheet, Workbook

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook as Book
    from xlsxwriter.worksheet import Worksheet

NAME_LENGTH = 31
"""The longest name of a sheet Excel takes."""

A4 = 9
"""Excel's number of this paper."""

PAPER_LENGTH = 70
"""Letters of a name at the head of a page; Excel takes 255 in all."""

LINE_HEIGHT = 16
"""Points of one line of text."""

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """How each kind of value looks."""

    number: "Format"
    share: "Format"
    day: "Format"
    words: "Format"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFormats:
    """How each kind of cell looks."""

    head: "Format"
    rows: Kinds
    totals: Kinds


def write_workbook(workbook: Workbook) -> bytes:
    """Return the workbook as XLSX, one sheet after the other."""
    import xlsxwriter  # noqa: PLC0415 -- only the process that writes needs it

    content = BytesIO()
    with xlsxwriter.Workbook(content, OPTIONS) as book:
        top = {"valign": "top", "align": "left"}
        looks = CellFormats(
            head=book.add_format({**top, "bold": True, "bottom": 1, "text_wrap": True}),
            rows=_kinds(book, top),
            totals=_kinds(book, {**top, "bold": True, "top": 1}),
        )
        for name, sheet in zip(sheet_names(workbook), workbook, strict=True):
            _write(book.add_worksheet(name), sheet, looks)
    return content.getvalue()


def _kinds(book: "Book", looks: dict[str, Any]) -> Kinds:
    return Kinds(
        number=book.add_format(looks),
        share=book.add_format({**looks, "num_format": "0%"}),
        day=book.add_format({**looks, "num_format": "dd/mm/yyyy"}),
        words=book.add_format({**looks, "text_wrap": True}),
    )


def sheet_names(workbook: Workbook) -> list[str]:
    """Return names Excel takes: short, without its signs, no two alike."""
    names: list[str] = []
    for number, sheet in enumerate(workbook, start=1):
        name = sub(r"[\[\]:*?/\\\x00-\x1f]", " ", sheet.name).strip(" '")[:NAME_LENGTH].strip(" '")
        taken = {one.casefold() for one in names}
        names.append(name if name and name.casefold() not in taken else f"{number}")
    return names


def _write(worksheet: "Worksheet", sheet: Sheet, looks: CellFormats) -> None:
    """Write heads and rows from top to bottom, as a file that is not kept in memory needs it."""
    for at, column in enumerate(sheet.columns):
        worksheet.set_column(at, at, column.width)
        worksheet.write_string(0, at, column.title, looks.head)
    worksheet.set_row(0, 2 * LINE_HEIGHT)
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    _lay_out(worksheet, sheet)
    for line, cells in enumerate(sheet.rows, start=1):
        if (lines := _lines(sheet, cells)) > 1:
            worksheet.set_row(line, lines * LINE_HEIGHT)
        for at, cell in enumerate(cells):
            _put(worksheet, (line, at), cell, looks.rows)

    if sheet.totals:
        for at in range(len(sheet.columns)):
            worksheet.write_blank(len(sheet.rows) + 1, at, None, looks.totals.words)
        for at, cell in enumerate(sheet.totals):
            _put(worksheet, (len(sheet.rows) + 1, at), cell, looks.totals)


def _lay_out(worksheet: "Worksheet", sheet: Sheet) -> None:
    """Prepare a sheet for paper: A4 across, as wide as the page, heads and page numbers on each."""
    worksheet.set_paper(A4)
    worksheet.set_landscape()
    worksheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)
    left, right = (_on_paper(words) for words in sheet.above)
    worksheet.set_header(f"&L&B{left}&B&R{right}")
    below = _on_paper(sheet.below).replace(PAGES, "&N").replace(PAGE, "&P")
    worksheet.set_footer(f"&L{_on_paper(sheet.name)}&R{below}")


def _on_paper(words: str) -> str:
    """Return words for the head or foot of a page: "&" begins an order there, and room is little."""
    # The library takes "&G" and "&[" for a picture even where "&" is written twice.
    apart = sub(r"&(?=[G\[])", "& ", words[:PAPER_LENGTH])
    return apart.replace("&", "&&")


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


def _put(worksheet: "Worksheet", place: tuple[int, int], cell: Cell, looks: Kinds) -> None:
    match cell:
        case None:
            return
        case date():
            worksheet.write_datetime(*place, cell, looks.day)
        case int():
            worksheet.write_number(*place, cell, looks.number)
        case float():
            worksheet.write_number(*place, cell, looks.share)
        case _:
            worksheet.write_string(*place, cell, looks.words)
