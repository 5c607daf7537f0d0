"""The list of words: what is read from it, and what is refused."""

from pathlib import Path

from bot.content.asking.words import WordList, read_words
from tests.each import each

FILE = Path(__file__).parents[3] / "content" / "words_id.toml"

GOOD = """
umum = "yang dan"
utuh = "terlambat"
dasar = "isi"

[ejaan]
bagaimana = "gmn piye"

[padanan]
murid = "siswa anak_didik"
"""


def read(tmp_path: Path, text: str) -> tuple[WordList, list[str]]:
    """Return the words of a text and the faults that are found."""
    path = tmp_path / "words_id.toml"
    path.write_text(text, encoding="utf-8")
    words, problems = read_words(path)
    return words, [f"{problem.line}: {problem.fault}" for problem in problems]


def test_a_list_is_read(tmp_path: Path) -> None:
    """Each spelling and meaning leads to the first word of its entry, which stands for itself."""
    words, problems = read(tmp_path, GOOD)
    assert problems == []
    assert words.common == {"yang", "dan"}
    assert words.whole == {"terlambat"}
    assert words.roots == {"isi"}
    assert words.spelling == {"bagaimana": "bagaimana", "gmn": "bagaimana", "piye": "bagaimana"}
    assert words.meaning == {"murid": "murid", "siswa": "murid", "anak_didik": "murid"}


@each(
    ("before", "after", "fault"),
    [
        ('"gmn piye"', '"gmn Piye"', "7: 'Piye' cannot be used"),
        ('"gmn piye"', '"gmn, piye"', "7: 'gmn,' cannot be used"),
        ('"gmn piye"', "3", "7: 'bagaimana' is no text"),
        ('"siswa anak_didik"', '"siswa"\nanak = "siswa"', "11: 'siswa' stands with 'murid'"),
        ('"siswa anak_didik"', '"siswa"\nanak = "murid"', "11: 'murid' stands with 'murid'"),
        ("utuh =", "utoh =", "3: unknown key 'utoh'"),
        ("[ejaan]", "[ejaan", "6: "),
        ("[ejaan]\n", "ejaan = 2\n[lain]\n", "'ejaan' is no table"),
    ],
)
def test_a_faulty_list_is_refused(before: str, after: str, fault: str, tmp_path: Path) -> None:
    """With its line: what cannot be compared, or stands in two entries."""
    assert before in GOOD
    _words, problems = read(tmp_path, GOOD.replace(before, after, 1))
    assert any(fault in problem for problem in problems), problems


def test_a_missing_list_is_told(tmp_path: Path) -> None:
    """An unreadable file is a problem, not a crash."""
    words, problems = read_words(tmp_path / "gone.toml")
    assert words == WordList()
    assert len(problems) == 1


def test_the_shipped_list_is_sound() -> None:
    """The file as it is has no problem."""
    words, problems = read_words(FILE)
    assert problems == []
    assert len(words.meaning) > 300
