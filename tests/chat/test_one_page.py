"""Kartu Capaian, Keterangan Penyelesaian Mandiri and one practice: one small page each that claims nothing."""

from dataclasses import replace

from bot.chat.files.document import Document
from bot.chat.files.fields import Teller
from bot.chat.files.one_page import card, practice, statement
from bot.chat.model import Typed
from bot.chat.screens.portfolio.home import PAGE_KB
from bot.chat.world import World
from bot.domain.coaching.attempt import Showed
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.evidence import Said
from bot.domain.coaching.progress import Status, StepProgress
from bot.domain.person.person import Person
from bot.reports.pages import draw_document
from tests.chat.portfolio_people import NOW, full, one_try, teacher
from tests.chat.test_plain_replies import buttons
from tests.chat.test_stopping_first import places, turn_of
from tests.each import each
from tests.reports.pdf_text import fonts_of, pages_of, words_of

WORDS = (
    "Sari Dewi",
    "🌸 Bu Sari 👩🏽‍🏫",
    "فاطمة الزهراء " * 20,
    "ꦱꦫꦶ ꦢꦺꦮꦶ " * 20,
    "x" * 4_000,
    "W" * 4_000,
    "panjang sekali " * 300,
    '=HYPERLINK("http://x") <b>x</b>',
)


def done_all(person: Person, world: World) -> Person:
    """Return her with every step marked as done."""
    entry = StepProgress(status=Status.DONE, started_at=NOW, done_at=NOW)
    return replace(person, progress={step.slug: entry for step in world.programme})


def papers_of(world: World, words: str) -> tuple[Document, ...]:
    """Return all three papers of a teacher who says these words everywhere."""
    said = Said(words=words)
    cycle = one_try(
        world, showed=Showed(words=words), rehearsal=said, reflections=(said, said), twist=words
    )
    cycle = replace(cycle, attempts=cycle.attempts * 2)
    evaluations = full(world, cycles=1).evaluations
    person = replace(
        done_all(teacher(Coaching(history=(cycle,))), world),
        shown_name=words,
        subject=words,
        evaluations=evaluations,
    )
    tell = Teller(world, person)
    school = words[:200]
    return (
        card(tell, NOW, school),
        statement(tell, NOW, school),
        practice(tell, cycle, NOW, school),
    )


@each("words", WORDS)
def test_each_is_one_small_page_with_the_disclaimer(words: str, world: World) -> None:
    """However long and strange her words are: one page, embedded letters, the size that was told."""
    for document in papers_of(world, words):
        pdf = draw_document(document)
        assert pages_of(pdf) == 1
        assert len(pdf) <= PAGE_KB * 1_000
        described, embedded = fonts_of(pdf)
        assert described == embedded
        text = words_of(pdf)
        assert document.notice in text
        assert document.notice.startswith("Dokumen ini catatan belajar mandiri")


def test_the_titles_are_the_ones_agreed_and_nothing_is_claimed(world: World) -> None:
    """No certificate, credit, number or office stands there outside the disclaimer."""
    titles = []
    for document in papers_of(world, "Bertanya lebih sabar"):
        titles.append(document.title)
        text = words_of(draw_document(replace(document, notice=""))).casefold()
        for word in ("sertifikat", "angka kredit", "nilai", "predikat", "kemendik", "diakui"):
            assert word not in text
    assert titles == ["Kartu Capaian", "Keterangan Penyelesaian Mandiri", "Praktik Baik"]


def test_what_she_has_not_said_is_left_open(world: World) -> None:
    """A practice without a count or a reflection has dots to write on, and invents nothing."""
    cycle = one_try(world)
    tell = Teller(world, teacher(Coaching(history=(cycle,))))
    text = words_of(draw_document(practice(tell, cycle, NOW)))
    assert "Hasil pada murid: ………" in text
    assert "Tunggu dulu" in text


@each("text", ["sertifikat", "apakah dapat sertifikat?"])
def test_who_asks_for_a_certificate_is_offered_her_statement(text: str, world: World) -> None:
    """What there is has a button once a step is done; before that she is told when it comes."""
    who = places(NOW)["menu.main"]
    before = turn_of(who, Typed(text), world, NOW)
    assert before.screen is not None
    assert "begitu satu langkah selesai" in before.screen.text
    assert not [one for one in buttons(before) if one.startswith("salin:lembar:")]
    after = turn_of(done_all(who, world), Typed(text), world, NOW)
    assert "salin:lembar:keterangan" in buttons(after)
