"""Ringkasan Portofolio: what she said herself, in small files that claim nothing."""

import re
from dataclasses import replace

from bot.chat.files.document import Document, PageFact, PageHeading, Paragraph, kilobytes
from bot.chat.files.fields import Teller
from bot.chat.files.portfolio import LIMIT, is_empty, most_kilobytes, portfolio, portfolios
from bot.chat.world import World
from bot.domain.broadcast.placeholder import plain
from bot.domain.coaching.attempt import Choice, Showed
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.evidence import Said
from bot.domain.evaluation.evaluation import Evaluation, IntentionOutcome
from bot.domain.person.person import Person
from bot.reports.pages import draw_document, draw_first_that_fits
from tests.chat.portfolio_people import LAKSANA, NOW, full, one_try, teacher
from tests.each import each
from tests.reports.pdf_text import fonts_of, words_of


def pages(world: World, person: Person) -> Document:
    return portfolio(Teller(world, person), NOW, "SMPN 1 Contoh")


def said(document: Document) -> str:
    """Return all words of a document."""
    words = []
    for block in document.blocks:
        match block:
            case PageFact(name, told):
                words += [name, told]
            case PageHeading(told) | Paragraph(told):
                words.append(told)
    return "\n".join((document.title, *words, document.notice, document.foot))


def short(world: World, words: str) -> Person:
    """Return a teacher of one try who says these words everywhere she can."""
    cycle = one_try(
        world, showed=Showed(words=words), reflections=(Said(words=words), Said(words=words))
    )
    person = teacher(Coaching(history=(cycle,)))
    return replace(person, nickname=words, subject=words, shown_name=words)


STRANGE = [
    "Sari Dewi",
    "Raden Ajeng Kartini Djojoadiningrat Sosroningrat " * 4,
    "🌸 Bu Sari 👩🏽‍🏫",
    "فاطمة الزهراء " * 8,
    "ꦱꦫꦶ ꦢꦺꦮꦶ " * 8,
    '=HYPERLINK("http://x") <b>x</b>',
    "中文",
    "x" * 300,
]


@each("words", STRANGE)
def test_any_words_make_a_small_file_of_the_size_that_was_told(world: World, words: str) -> None:
    """The offer's size is never less than the file's; letters are embedded, the disclaimer is there."""
    document = pages(world, short(world, words))
    pdf = draw_document(document)
    assert len(pdf) <= kilobytes(document) * 1_000 < LIMIT
    described, embedded = fonts_of(pdf)
    assert described == embedded
    assert document.notice in words_of(pdf)


def test_thirteen_full_steps_stay_below_the_limit(world: World) -> None:
    """Three cycles of two tries in each step, six quarters, a journal: all of it, below 200 kB."""
    document = pages(world, full(world))
    pdf = the_file(world, full(world))
    assert len(pdf) <= kilobytes(document) * 1_000
    assert len(pdf) < LIMIT
    assert world.texts.pick("portfolio", "shortened").split(".")[0] not in words_of(pdf)
    text = words_of(pdf)
    for step in world.programme:
        assert f"Langkah {step.number} · {step.label}" in text
    first = next(
        one.words for one in document.blocks if isinstance(one, PageFact) and len(one.words) > 200
    )
    assert first[:60] in text


def test_the_size_told_holds_for_real_sentences(world: World) -> None:
    """The whole programme as a teacher's words takes no more than was told; what was told is no bogey."""
    written = (page.html for step in world.programme for page in step.pages_for(None))
    blocks = tuple(PageFact("Isi", plain(html)) for html in written)
    document = replace(pages(world, teacher()), blocks=blocks)
    size = len(draw_document(document))
    assert size <= kilobytes(document) * 1_000 <= 2 * size


def test_a_portfolio_tells_day_class_pupils_evidence_and_level_in_words(world: World) -> None:
    """Each in its place; the level by the statement she chose, without its number."""
    person = full(world, cycles=1)
    document = pages(world, person)
    facts = {one.name: one.words for one in document.blocks if isinstance(one, PageFact)}
    assert facts["Sekolah"] == "SMPN 1 Contoh"
    assert facts["Dibuat"] == "Jumat, 20 November 2026 pukul 14.00 WIT"
    assert "di kelas VIII B" in facts["Upaya"]
    assert "3 foto" in facts["Daftar bukti (dinyatakan sendiri)"]
    step = world.programme.steps[-1]
    assert step.rubric[2].statement in facts["Tingkat pilihan sendiri"]
    assert not re.search(r"tingkat \d|\d\s*/\s*4", said(document), re.IGNORECASE)


def test_nothing_that_must_not_be_claimed_stands_there(world: World) -> None:
    """Outside the disclaimer there is no word of credit, hours, marks, certificates or offices."""
    document = pages(world, full(world))
    text = said(replace(document, notice="")).casefold()
    for word in (
        "angka kredit",
        "sertifikat",
        "nilai kinerja",
        "predikat",
        "kemendik",
        "nilai pkg",
        "diakui",
        "setara",
        "skp",
    ):
        assert word not in text
    assert document.notice.startswith("Dokumen ini catatan belajar mandiri")
    assert "Bukan dokumen resmi pemerintah" in document.notice


def test_an_evaluation_alone_is_a_portfolio(world: World) -> None:
    """Her levels stand at their steps, intention and focus under the quarter."""
    evaluation = Evaluation(
        quarter="2026-Q3",
        begun_at=NOW,
        finished_at=NOW,
        levels={LAKSANA: 2},
        focus=(LAKSANA,),
        intention="Bertanya lebih sabar",
        became=IntentionOutcome.PARTLY,
        became_words="di dua kelas",
        pupils="Menjawab tanpa melihat buku",
    )
    person = replace(teacher(), evaluations=(evaluation,))
    assert not is_empty(Teller(world, person))
    document = pages(world, person)
    facts = {one.name: one.words for one in document.blocks if isinstance(one, PageFact)}
    assert facts["Target perilaku"] == "Bertanya lebih sabar"
    assert facts["Hasil dari target"] == "Terlaksana sebagian. di dua kelas"
    assert facts["Yang kini bisa dilakukan murid"] == "Menjawab tanpa melihat buku"
    assert "Triwulan III 2026" in facts["Tingkat pilihan sendiri, per triwulan"]
    broken_off = replace(evaluation, broken_off=True)
    assert is_empty(Teller(world, replace(teacher(), evaluations=(broken_off,))))


def test_without_anything_the_pages_say_so(world: World) -> None:
    """Whoever has nothing still gets a page that can be read."""
    assert is_empty(Teller(world, teacher()))
    text = words_of(draw_document(pages(world, teacher())))
    assert "Belum ada yang tercatat." in text


def the_file(world: World, person: Person) -> bytes:
    """Return the file that is sent to her."""
    return draw_first_that_fits((portfolios(Teller(world, person), NOW, "SMPN 1 Contoh"), LIMIT))


def with_years(world: World, count: int, words: str = "") -> Person:
    """Return a teacher of so many cycles in each step and forty quarters."""
    person = full(world, cycles=count)
    if words:
        history = tuple(
            replace(
                cycle,
                attempts=tuple(
                    replace(
                        one,
                        rehearsal=Said(words=words),
                        showed=Showed(words=words),
                        reflections=(Said(words=words), Said(words=words)),
                        choice=Choice(own=words[:60]),
                    )
                    for one in cycle.attempts
                ),
            )
            for cycle in person.coaching.history
        )
        person = replace(person, coaching=replace(person.coaching, history=history))
    evaluations = tuple(
        replace(person.evaluations[0], quarter=f"{year}-Q{nth}", intention=words or "Bertanya")
        for year in range(2016, 2026)
        for nth in range(1, 5)
    )
    return replace(person, evaluations=evaluations)


@each(
    ("count", "words"),
    [
        (3, ""),
        (40, ""),
        (2, "panjang sekali " * 266),
        (3, "فاطمة الزهراء " * 250),
        (3, "ꦱꦫꦶ ꦢꦺꦮꦶ " * 400),
        (2, "x" * 4_000),
    ],
)
def test_however_many_cycles_there_are_the_file_stays_small(
    count: int, words: str, world: World
) -> None:
    """Measured in bytes; what was shortened is said, the newest cycles stand there, no more is told."""
    person = with_years(world, count, words)
    pdf = the_file(world, person)
    assert len(pdf) <= LIMIT
    text = words_of(pdf)
    shortened = world.texts.pick("portfolio", "shortened")
    assert (shortened.split(".")[0] in text) == (count > 3 or bool(words))
    assert most_kilobytes(Teller(world, person), NOW) <= 200
    for step in world.programme:
        assert f"Langkah {step.number} · {step.label}" in text
