"""Whether questions in a teacher's words find the right place."""

import pytest

from bot.content.library import Library


@pytest.mark.parametrize(
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


def test_word_forms_are_understood(library: Library) -> None:
    """Prefixes and suffixes do not matter: the stems are compared."""
    assert library.search.find("merancangkan")[0] == library.search.find("dirancang")[0]


@pytest.mark.parametrize(
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
