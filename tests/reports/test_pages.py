"""Pages to read and print: what is written stands there, in embedded letters, on pages that hold it."""

import asyncio

from bot.chat.files.document import PAGE, PAGES, Document, PageFact, PageHeading, Paragraph
from bot.reports.pages import draw_document
from bot.reports.painter import Painter
from tests.each import each
from tests.reports.pdf_text import fonts_of, pages_of, words_of
from tests.reports.test_poster import NAMES

NOTICE = "Dokumen ini catatan belajar mandiri."


def document(*facts: PageFact) -> Document:
    return Document(
        title="Ringkasan Portofolio",
        blocks=(
            PageHeading("Langkah 5"),
            PageHeading("Percobaan", 2),
            *facts,
            Paragraph("Selesai."),
        ),
        notice=NOTICE,
        foot=f"Halaman {PAGE} dari {PAGES}",
    )


def test_what_is_written_stands_on_the_page() -> None:
    """Title, headings, names of facts, words, notice and the page's number can be searched and copied."""
    pdf = draw_document(document(PageFact("Dampak", "9 murid menjawab; “baik” – 75%")))
    text = words_of(pdf)
    for words in (
        "Ringkasan Portofolio",
        "Langkah 5",
        "Percobaan",
        "Dampak:",
        "9 murid menjawab; “baik” – 75%",
        NOTICE,
        "Halaman 1 dari 1",
    ):
        assert words in text
    described, embedded = fonts_of(pdf)
    assert described == embedded == 2
    assert b"/Helvetica" not in pdf


INERT = [
    "=1+1",
    "<b>tebal</b> &amp; <script>",
    "**tebal** __miring__ ~~coret~~",
    "{nb} {page} {pages}",
    "(buka) Tj ET \\ ) endstream endobj",
    "[tautan](https://contoh.id)",
    "Λόγος, ṣ ☑ – letters that few pages have",
]


@each("words", INERT)
def test_words_are_set_as_they_were_written(words: str) -> None:
    """No markup, formula or placeholder among a person's words means anything."""
    assert words in words_of(draw_document(document(PageFact("Isi", words))))


@each("words", [*NAMES, "\u202e" + "abc", "baris\nkedua\n\nketiga", "ꦱ" * 500])
def test_any_words_can_be_drawn(words: str) -> None:
    """In whatever letters, however long, as a name or as words; the file stays small."""
    pdf = draw_document(document(PageFact(words, words), PageFact("Isi", words, indent=9)))
    assert pdf.startswith(b"%PDF-")
    assert len(pdf) < 100_000


def test_many_words_go_on_over_pages() -> None:
    """Nothing is lost between pages, and each says which it is of how many, above the same notice."""
    facts = [PageFact(f"Isian {n}", f"kalimat nomor {n}. " * 30) for n in range(60)]
    pdf = draw_document(document(*facts))
    text, pages = words_of(pdf), pages_of(pdf)
    assert pages > 5
    assert text.count("kalimat nomor 59.") == 30
    assert text.count(NOTICE) == pages
    assert f"Halaman {pages} dari {pages}" in text


def test_the_painter_draws_pages_in_its_process() -> None:
    """A document comes back as PDF."""
    pdf = asyncio.run(Painter().document(document()))
    assert pdf.startswith(b"%PDF-")
