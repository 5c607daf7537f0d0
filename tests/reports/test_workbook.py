"""Workbooks, opened with another library than the one that wrote them."""

from dataclasses import replace
from datetime import date, datetime
from html import unescape as unescape_xml
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import TYPE_NUMERIC, TYPE_STRING
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from bot.chat.files.report import PAGE, PAGES, Cell, Sheet
from bot.reports.workbook import NAME_LENGTH, sheet_names, write_workbook
from tests.each import each

ATTACKS = (
    *("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", " =1+1"),
    *('=HYPERLINK("http://x.example","x")', "https://x.example", "{=1+1}", "'=1+1", "007"),
    *("_x003D_1+1", "a\x0bb", "</t><f>1+1</f>", "\U0001f469\u200d\U0001f3eb Bu Sari"),
    *("\u202e\u0645\u062f\u0631\u0633\u0629", "N" * 4_000),
)


def sheet(*rows: tuple[Cell, ...], name: str = "Guru") -> Sheet:
    return Sheet(name=name, heads=("Nama", "Langkah selesai", "Sejak"), rows=rows)


def first_of(content: bytes) -> Worksheet:
    return load_workbook(BytesIO(content)).worksheets[0]


def test_numbers_and_days_are_real_and_empty_is_empty() -> None:
    """A number can be added up, a day sorted, and what is not known is an empty cell."""
    opened = first_of(write_workbook((sheet(("Sari", 3, date(2026, 11, 20)), ("Made", 0, None)),)))
    assert opened["B2"].data_type == TYPE_NUMERIC
    assert opened["B2"].value == 3
    assert opened["C2"].is_date
    assert opened["C2"].value == datetime(2026, 11, 20)  # noqa: DTZ001 -- a file's day has no zone
    assert opened["B3"].value == 0
    assert opened["C3"].value is None


def test_a_fraction_is_a_percentage() -> None:
    """It stays a number that can be averaged, and shows as a whole percentage."""
    opened = first_of(write_workbook((sheet(("Sari", 16 / 39, None)),)))
    assert opened["B2"].data_type == TYPE_NUMERIC
    assert opened["B2"].value == pytest.approx(16 / 39)
    assert opened["B2"].number_format == "0%"


def test_heads_stay_in_sight_and_can_be_filtered() -> None:
    """The first row is frozen, and the whole table has a filter."""
    opened = first_of(write_workbook((sheet(("Sari", 3, None), ("Made", 1, None)),)))
    assert opened.freeze_panes == "A2"
    assert opened.auto_filter.ref == "A1:C3"
    assert [cell.value for cell in opened[1]] == ["Nama", "Langkah\nselesai", "Sejak"]


@each(
    ("name", "least", "most", "lines"),
    [("Ali", 8, 11, 1), ("N" * 45, 45, 50, 1), ("kata " * 30, 60, 64, 3)],
)
def test_a_column_is_as_wide_as_what_stands_in_it(
    name: str, least: int, most: int, lines: int
) -> None:
    """A long name stands in one line, a head in two; long words go on in the next line."""
    opened = first_of(write_workbook((sheet((name, 3, date(2026, 11, 20))),)))
    widths = [opened.column_dimensions[at].width for at in "ABC"]
    assert least <= widths[0] <= most
    assert widths[2] >= len("20/11/2026")
    assert opened["B1"].value == "Langkah\nselesai"
    assert (opened.row_dimensions[2].height or 16) == lines * 16


@each("name", ATTACKS)
def test_a_name_is_text_whatever_it_looks_like(name: str) -> None:
    """No name becomes a formula, a link or a number, and its letters stay as they are."""
    opened = first_of(write_workbook((sheet((name, 1, None)),)))
    assert opened["A2"].data_type == TYPE_STRING
    assert opened["A2"].hyperlink is None
    assert unescape(opened["A2"].value) == name


def test_sheets_get_names_that_excel_takes() -> None:
    """Signs that are not allowed are left out, long names cut, and no two are alike."""
    named = ("Guru/Sekolah: [1]*?", "'Guru'", "guru", "", "L" * 50)
    names = sheet_names(tuple(sheet(name=name) for name in named))
    assert len({name.casefold() for name in names}) == len(names)
    assert all(name and len(name) <= NAME_LENGTH for name in names)
    assert not any(set(name) & set("[]:*?/\\'") for name in names)
    content = write_workbook(tuple(sheet(name=name) for name in named))
    assert load_workbook(BytesIO(content)).sheetnames == names


def test_an_empty_sheet_can_be_opened() -> None:
    """A school without teachers still makes a file."""
    assert first_of(write_workbook((sheet(),))).max_row == 1


def test_a_sheet_is_ready_for_paper() -> None:
    """A4 across, one page wide, the heads on each page, school, day and page number around it."""
    made = replace(
        sheet(("Sari", 3, date(2026, 11, 20))),
        above=("SD \u02bcAisyiyah & SMP <1> " + "x" * 300, "20 November 2026"),
        below=f"Halaman {PAGE} dari {PAGES}",
        totals=("Jumlah: 1 guru", 3),
    )
    opened = first_of(write_workbook((made,)))
    assert str(opened.page_setup.paperSize) == opened.PAPERSIZE_A4
    assert opened.page_setup.orientation == "landscape"
    assert opened.page_setup.fitToWidth in (None, 1)
    assert opened.page_setup.fitToHeight == 0
    assert opened.sheet_properties.pageSetUpPr.fitToPage
    assert opened.print_title_rows == "$1:$1"
    assert "SD \u02bcAisyiyah && SMP <1> xxx" in opened.oddHeader.left.text
    assert opened.oddHeader.right.text == "20 November 2026"
    assert opened.oddFooter.left.text == "Guru"
    assert opened.oddFooter.right.text == "Halaman &P dari &N"
    assert [cell.value for cell in opened[3]] == ["Jumlah: 1 guru", 3, None]
    assert opened["A3"].font.bold
    assert opened.auto_filter.ref == "A1:C2"


@each("name", ["&P&N&D", '&"Arial"', "&G", "R&D 4 & 5"])
def test_a_name_gives_no_orders_to_the_page(name: str) -> None:
    """What begins with "&" at the head of a page is written, not obeyed."""
    content = write_workbook((replace(sheet(("Sari", 1, None)), above=(name, name)),))
    with ZipFile(BytesIO(content)) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    head = unescape_xml(page.split("<oddHeader>")[1].split("</oddHeader>")[0])
    written = name.replace("&G", "& G").replace("&", "&&")
    assert head == f"&L&B{written}&B&R{written}"
