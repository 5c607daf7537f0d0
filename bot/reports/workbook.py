"""Writes a workbook (XLSX): real numbers and dates, frozen heads, filters, fitting widths, no formula ever.

Words come in ready. A name is always written as text, whatever it begins with, so that no program
that opens the file computes it. Runs in a process of its own (see ``painter``).
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import count
from math import ceil
from re import sub
from textwrap import wrap
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

HEAD_LINES = 2

WIDEST = 60
"""Letters in a line of the widest column; more goes on in the next line."""

ROOM = 3
"""Letters of room beside the words of a column, and once more beside a head, which is bold."""

DAY_WIDTH, NUMBER_WIDTH = len("31/12/2026"), 5

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
    heads = [_in_lines(head) for head in sheet.heads]
    widths = [_width(sheet, at, head) for at, head in enumerate(heads)]
    for at, (head, width) in enumerate(zip(heads, widths, strict=True)):
        worksheet.set_column(at, at, width)
        worksheet.write_string(0, at, head, looks.head)
    worksheet.set_row(0, HEAD_LINES * LINE_HEIGHT)
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.heads) - 1)
    _lay_out(worksheet, sheet)
    for line, cells in enumerate(sheet.rows, start=1):
        if (lines := _lines(widths, cells)) > 1:
            worksheet.set_row(line, lines * LINE_HEIGHT)
        for at, cell in enumerate(cells):
            _put(worksheet, (line, at), cell, looks.rows)

    if sheet.totals:
        for at in range(len(sheet.heads)):
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


def _in_lines(head: str) -> str:
    """Return a head in two lines, or in one where it is a single word, as narrow as they can be."""
    narrow = (wrap(head, width, break_long_words=False) for width in count(1))
    return "\n".join(next(lines for lines in narrow if len(lines) <= HEAD_LINES))


def _width(sheet: Sheet, at: int, head: str) -> int:
    """Return the width at which the longest cell of a column, and each line of its head, fits."""
    least = max(map(len, head.split("\n")))
    rows = (*sheet.rows, sheet.totals)
    longest = max((_letters(cells[at]) for cells in rows if at < len(cells)), default=0)
    return min(max(least + ROOM, longest), WIDEST) + ROOM


def _letters(cell: Cell) -> int:
    match cell:
        case str():
            return len(cell)
        case date():
            return DAY_WIDTH
        case _:
            return NUMBER_WIDTH


def _lines(widths: list[int], cells: tuple[Cell, ...]) -> int:
    """Return how many lines the longest text of a row takes; some programs do not find out."""
    lines = zip(cells, widths, strict=False)
    return max((ceil(len(one) / width) for one, width in lines if isinstance(one, str)), default=1)


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
