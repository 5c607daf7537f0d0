"""Whether questions in a teacher's words find the right place."""

from bot.content.library import Library
from bot.domain.programme.programme import SectionKind
from tests.each import each


@each(
    ("question", "slug"),
    [
        ("cara membuat rubrik", "evaluasi"),
        ("bagaimana melakukan penelitian tindakan kelas", "ptk"),
        ("PTK", "ptk"),
        ("menggunakan teknologi dan AI", "tik"),
        ("gaya belajar visual auditori", "murid"),
        ("menyusun RPP", "rancang"),
        ("kesulitan belajar murid", "murid"),
        ("tiket keluar", "evaluasi"),
    ],
)
def test_a_question_finds_its_step(question: str, slug: str, library: Library) -> None:
    """A question in everyday words leads to a step that is about it."""
    hits = library.search.find(question)
    assert slug in {hit.step for hit in hits[:2]}


@each(
    ("question", "slug", "section"),
    [
        ("cara membuat rubrik", "evaluasi", SectionKind.TASKS),
        ("cara membuat rubrik penilaian", "evaluasi", SectionKind.TASKS),
        ("contoh rubrik", "evaluasi", SectionKind.TASKS),
        ("kelas ramai", "laksana", SectionKind.TASKS),
        ("remedial", "evaluasi", SectionKind.MISCONCEPTIONS),
        ("sumatif", "evaluasi", SectionKind.MEANING),
        ("supervisi", "refleksi", SectionKind.REASON),
        ("model PBL", "rancang", SectionKind.MISCONCEPTIONS),
        ("layanan BK", "laksana", SectionKind.MEANING),
        ("tiket keluar", "evaluasi", SectionKind.TASKS),
        ("disiplin", "laksana", SectionKind.MISCONCEPTIONS),
    ],
)
def test_a_question_opens_where_its_answer_stands(
    question: str, slug: str, section: SectionKind, library: Library
) -> None:
    """Within a step the part that says the words comes before one that only has a fitting title."""
    best = library.search.find(question)[0]
    assert (best.step, best.section) == (slug, section)


@each(
    ("question", "slug", "task"),
    [
        ("cara membuat rubrik", "evaluasi", "rubrik-tugas"),
        ("tiket keluar", "evaluasi", "tiket-keluar"),
        ("umpan balik tiga bagian", "evaluasi", "umpan-balik"),
        ("kelas ramai", "laksana", "kelas-ramai"),
        ("pengelolaan kelas", "laksana", "kelas-ramai"),
        ("cara mengelola kelas", "laksana", "kelas-ramai"),
        ("berburu miskonsepsi", "ilmu", "buru-miskonsepsi"),
        ("memeriksa jawaban AI", "tik", "periksa-ai"),
    ],
)
def test_a_question_opens_the_task_it_means(
    question: str, slug: str, task: str, library: Library
) -> None:
    """Of the tasks of a step the one that is asked for opens, not the first."""
    best = library.search.find(question)[0]
    assert (best.step, best.task) == (slug, task)


def test_word_forms_are_understood(library: Library) -> None:
    """Prefixes and suffixes do not matter: the stems are compared."""
    assert library.search.find("merancangkan")[0] == library.search.find("dirancang")[0]


@each(
    "question",
    [
        "",
        "   ",
        "xyzzy",
        "😀😀",
        "yang dan untuk",
        "?!",
        "12345",
        "gaji guru",
        "aku",
        "https://contoh.id",
    ],
)
def test_what_is_no_question_finds_nothing(question: str, library: Library) -> None:
    """Empty, unknown and too common words find nothing rather than anything."""
    assert library.search.find(question) == ()
