"""The root of a word: formal, as it is spoken, in Javanese and Sundanese, and what is none."""

from bot.content.asking.roots import root_of
from tests.each import each

KNOWN = frozenset(
    {
        *("ajar", "tulis", "nilai", "tanya", "pukul", "susun", "contek", "kerja", "buka", "baca"),
        *("kelompok", "beda", "atur", "cari", "las", "kelas", "cara", "bocah", "sepakat", "lambat"),
        *("main", "kantuk", "obrol", "membaca"),
    }
)
LISTED = frozenset({"isi", "uji", "baca"})


@each(
    ("word", "root"),
    [
        ("ajar", "ajar"),
        ("mengajar", "ajar"),
        ("pembelajaran", "ajar"),
        ("pelajaran", "ajar"),
        ("ngajarin", "ajar"),
        ("menulis", "tulis"),
        ("nulis", "tulis"),
        ("tulisannya", "tulis"),
        ("menilai", "nilai"),
        ("penilaian", "nilai"),
        ("bertanya", "tanya"),
        ("pertanyaan", "tanya"),
        ("nanya", "tanya"),
        ("mukulin", "pukul"),
        ("menyusun", "susun"),
        ("nyontek", "contek"),
        ("ngerjain", "kerja"),
        ("dikerjakan", "kerja"),
        ("membuka", "buka"),
        ("mengelompokkan", "kelompok"),
        ("perbedaannya", "beda"),
        ("ngatur", "atur"),
        ("nyari", "cari"),
        ("ngantuk", "kantuk"),
        ("mengobrol", "obrol"),
        ("kesepakatan", "sepakat"),
        ("permainan", "main"),
        ("carane", "cara"),
        ("carana", "cara"),
        ("bocahe", "bocah"),
        ("dikelas", "kelas"),
    ],
)
def test_affixes_are_taken_off(word: str, root: str) -> None:
    """What a word begins and ends with does not matter, nor which letter it has swallowed."""
    assert root_of(word, KNOWN) == root


@each("word", ["kelas", "kelasnya", "las"])
def test_a_short_word_within_another_is_not_its_root(word: str) -> None:
    """Of three letters many are alike by chance: "kelas" is not "las"."""
    assert root_of(word, KNOWN) == ("las" if word == "las" else "kelas")


@each(("word", "root"), [("isinya", "isi"), ("menguji", "uji"), ("ujian", "uji")])
def test_a_listed_root_may_be_short(word: str, root: str) -> None:
    """Who edits the list knows better."""
    assert root_of(word, KNOWN) is None
    assert root_of(word, KNOWN, LISTED) == root


def test_a_listed_root_comes_before_a_known_word() -> None:
    """Though "membaca" is a word of the content, its root is taken."""
    assert root_of("membacakan", frozenset({"membaca"}), LISTED) == "baca"


@each("word", ["fotosintesis", "xyzzy", "", "a", "nya", "memenuhi"])
def test_what_holds_no_known_word_has_no_root(word: str) -> None:
    """Nothing is guessed."""
    assert root_of(word, KNOWN) is None
