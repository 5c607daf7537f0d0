"""Data saya as pages: the same facts as the JSON in words, without what only a machine can use."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.chat.files.document import Document, PageFact, PageHeading, Paragraph
from bot.chat.files.own_data import readable
from bot.chat.files.own_data_pages import own_data_pages
from bot.chat.world import World
from bot.domain.person.person import Bookmark, Person, Place
from bot.domain.programme.programme import StepSlug
from bot.reports.pages import draw_document
from bot.store.codec.people import encode_person
from tests.chat.portfolio_people import NOW, full, teacher
from tests.each import each
from tests.reports.pdf_text import fonts_of, words_of

STRANGE = ("Sari", "فاطمة الزهراء", "🌸", "=1+1 <b>", "ꦱꦫꦶ", "x" * 200)


def pages(world: World, person: Person) -> Document:
    told = {
        "Salinan ini dibuat": world.texts.moment(NOW, person.zone),
        "Catatan Anda": readable(encode_person(person), world, {}),
        "Peran Anda": [],
        "Surat yang Anda tulis": [{"Waktu": "kemarin", "Isi": "Saya hadir"}],
        "Yang tidak disertakan, dan alasannya": ["Log teknis server."],
    }
    return own_data_pages(world, person, told, NOW)


def facts(document: Document) -> dict[str, str]:
    return {one.name: one.words for one in document.blocks if isinstance(one, PageFact)}


def test_facts_are_told_in_words_by_her_own_clock(world: World) -> None:
    """Moments in her zone, days written out, yes and no, lists as one line; no id of an update."""
    person = replace(
        teacher(),
        seen_at=datetime(2026, 11, 20, 20, 30, tzinfo=UTC),
        updates=(987_654_321, 987_654_322),
        place=Place("steps.page", ("murid", "contoh")),
        bookmark=Bookmark(StepSlug("murid"), "contoh"),
        subject_asked=True,
    )
    document = pages(world, person)
    told = facts(document)
    assert told["Terakhir menulis"] == "Sabtu, 21 November 2026 pukul 05.30 WIT"
    assert told["Mata pelajaran sudah ditanyakan"] == "ya"
    text = words_of(draw_document(document))
    assert "987654321" not in text
    assert "steps.page" not in text
    for words in ("ID Telegram:", "Tidak ada.", "Saya hadir", "Log teknis server."):
        assert words in text


def test_a_whole_history_of_cycles_is_on_the_pages(world: World) -> None:
    """Plans, tries, what pupils showed, reflections and evidence, with labels and without file ids."""
    document = pages(world, full(world, cycles=1))
    pdf = draw_document(document)
    names = [one.name for one in document.blocks if isinstance(one, PageFact)]
    raw = {name for name in names if name == name.lower() and "_" in name}
    assert not raw
    assert len(pdf) < 400_000
    assert not [w for w in facts(document).values() if "T05:00" in w or "+00:00" in w]


def test_numbers_and_headings_stand_for_entries_of_a_list(world: World) -> None:
    """Each part has its heading, each entry a number; a plain line is a paragraph."""
    blocks = pages(world, teacher()).blocks
    at = blocks.index(PageHeading("Surat yang Anda tulis"))
    assert blocks[at + 1 : at + 4] == (
        PageHeading("1", 2),
        PageFact("Waktu", "kemarin"),
        PageFact("Isi", "Saya hadir"),
    )
    assert Paragraph("Log teknis server.") in blocks


@each("name", STRANGE)
def test_any_name_is_drawn_in_embedded_letters(world: World, name: str) -> None:
    """In whatever script, on small pages."""
    pdf = draw_document(pages(world, replace(teacher(), nickname=name, shown_name=name)))
    described, embedded = fonts_of(pdf)
    assert described == embedded
    assert len(pdf) < 60_000
