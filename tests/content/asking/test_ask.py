"""What is found for a question: an answer, a passage, what is near, or nothing."""

from itertools import pairwise

from bot.content.library import Library
from bot.content.search import MOST_WAYS
from bot.domain.programme.programme import SchoolLevel, SectionKind
from tests.content.questions import questions
from tests.each import each


@each(
    ("question", "answer"),
    [
        ("KKTP", "kktp"),
        ("gmn bikin rubrk penilaan", "rubrik"),
        ("bocah2 rame bgt nang kelas", "kelas-ramai"),
        ("kumaha carana budak daek maca", "belum-lancar-membaca"),
        ("siswa main hp terus pas pelajaran", "gawai"),
        ("ortu ga peduli belajar anaknya", "orang-tua-abai"),
        ("deep learning", "pembelajaran-mendalam"),
        ("beda cp tp atp", "cp-tp-atp"),
        ("apa beda formatif sama sumatif", "sumatif"),
        ("anak2 telat trs", "murid-terlambat"),
        ("kisi2 soal", "kisi-kisi"),
    ],
)
def test_a_question_in_her_own_words_has_its_answer(
    question: str, answer: str, library: Library
) -> None:
    """Colloquial, with slips, in Javanese and Sundanese, by one word."""
    found = library.search.ask(question)
    assert found.answer is not None
    assert found.answer.id == answer


@each(
    ("question", "far"),
    [("kelas ramai", "grup-wa"), ("guru baru", "kurikulum-berlaku"), ("kerja kelompok", "projek")],
)
def test_what_shares_a_word_only_is_not_offered_beside(
    question: str, far: str, library: Library
) -> None:
    """Beside a sure answer stands what is near to it: of its own group, or asked for nearly as much."""
    found = library.search.ask(question)
    assert found.answer is not None
    assert far not in {one.id for one in found.others}
    assert not found.hits


@each(("question", "near"), [("cara bikin ptk", "judul-ptk"), ("membuat rubrik", "kktp")])
def test_what_is_near_is_offered_beside(question: str, near: str, library: Library) -> None:
    """She may have meant it."""
    assert near in {one.id for one in library.search.ask(question).others}


def test_a_long_question_is_answered_by_what_it_asks(library: Library) -> None:
    """What she tells beside it does not hide it."""
    found = library.search.ask(
        "saya guru kelas 5 di desa, sudah dua tahun mengajar, anaknya baik-baik, tapi tiap saya"
        " menjelaskan mereka mengobrol sendiri dan kelas jadi ramai, sebaiknya saya coba apa ya"
    )
    assert found.answer is not None
    assert found.answer.id == "kelas-ramai"


@each(
    "question",
    [
        *("gaji guru", "kapan libur semester", "resep nasi goreng", "dana bos", "siklus air"),
        *("lomba cerdas cermat", "apa itu fotosintesis", "harga emas", "mutasi guru"),
        *("jadwal bola", "seragam guru", "buatkan puisi", "ibu kota jepang", "presensi online"),
    ],
)
def test_what_nothing_answers_gets_no_answer(question: str, library: Library) -> None:
    """One word in common does not make an answer."""
    assert library.search.ask(question).answer is None


@each("question", ["", "   ", "😀😀", "?!", "yang dan untuk", "xyzzy plugh"])
def test_what_is_no_question_finds_nothing(question: str, library: Library) -> None:
    """Not even something near."""
    found = library.search.ask(question)
    assert (found.answer, found.others, found.hits) == (None, (), ())


@each("level", [None, *SchoolLevel])
def test_ways_on_are_few_and_distinct(level: SchoolLevel | None, library: Library) -> None:
    """At most three beside an answer, never two of one step, never the answer itself."""
    for question, _ in questions():
        found = library.search.ask(question, level)
        steps = [str(hit.step) for hit in found.hits]
        if found.answer:
            assert found.answer not in found.others
            steps.append(found.answer.step)
        assert len(set(steps)) == len(steps), question
        assert len(found.others) + len(steps) <= MOST_WAYS, question
        assert len({one.id for one in found.others}) == len(found.others)


def test_an_example_is_found_for_her_level_only(library: Library) -> None:
    """A teacher of SMK is not led to what a teacher of SD would read there."""
    question = "jangka sorong"
    smk = library.search.ask(question, SchoolLevel.SMK)
    assert SectionKind.EXAMPLE in {hit.section for hit in smk.hits}
    sd = library.search.ask(question, SchoolLevel.SD)
    assert SectionKind.EXAMPLE not in {hit.section for hit in sd.hits}


def test_answers_are_ranked_by_what_they_take_up(library: Library) -> None:
    """The first fits best, and says so."""
    terms = library.search.vocabulary.terms("murid tidak mengerjakan pr karena main game")
    ranked = library.search.answers.ranked(terms)
    assert ranked[0].answer.id == "pr-tidak-dikerjakan"
    assert all(one.score >= other.score for one, other in pairwise(ranked))


@each(
    ("text", "asks"),
    [
        ("cara membuat rubrik", True),
        ("PTK", True),
        ("murid ribut terus", True),
        ("rubrik sudah selesai", False),
        ("besok saya kirim", False),
        ("guru kelas 3", False),
        ("rubrk", False),
    ],
)
def test_a_whole_way_of_asking_is_known(text: str, asks: bool, library: Library) -> None:
    """So that an answer to a person is not taken for a question: one word beside others is not enough."""
    assert library.search.says_a_way(text) is asks
