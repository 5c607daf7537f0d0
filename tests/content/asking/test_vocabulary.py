"""The words of a question as they are compared."""

from bot.content.asking.vocabulary import GUESSED, Vocabulary
from bot.content.asking.words import WordList
from tests.each import each

WORDS = WordList(
    common=frozenset({"yang", "di", "cara", "tidak", "mohon", "ini", "bang"}),
    whole=frozenset({"terlambat"}),
    roots=frozenset({"isi", "kerja", "tua"}),
    spelling={"gmn": "bagaimana", "ga": "tidak", "yg": "yang", "rame": "ramai"},
    meaning={
        "murid": "murid",
        "siswa": "murid",
        "anak": "murid",
        "c4": "hots",
        "hots": "hots",
        "orang_tua": "ortu",
        "ortu": "ortu",
        "wali_murid": "ortu",
        "absen": "absen",
        "tidak_masuk": "absen",
        "40": "banyak",
        "banyak": "banyak",
        "kisi": "kisi",
        "kisi_kisi": "kisi",
        "mohon": "mohon",
        "duduk": "duduk",
        "bangku": "duduk",
        "izin_bertanya": "mohon",
    },
)
VOCABULARY = Vocabulary(
    WORDS,
    ["kelas ramai", "murid terlambat", "lambat belajar", "menulis rubrik", "masuk", "supervisi"],
    ["Ia tulis satu kalimat dan bertanya."],
)


@each(
    ("text", "words"),
    [
        ("Kelas yg RAMAI", "kelas ramai"),
        ("kelasnya rame", "kelas ramai"),
        ("siswa siswa terlambat", "murid terlambat"),
        ("siswa2 lambat", "murid lambat"),
        ("wali siswa", "ortu"),
        ("orang tuanya anak", "ortu murid"),
        ("anak ga masuk", "murid absen"),
        ("masuk kelas", "masuk kelas"),
        ("kisi2 dan kisi-kisi", "kisi dan"),
        ("soal c4", "soal hots"),
        ("bangku murid, bangnya", "duduk murid"),
        ("kerja2an siswa2ku", "kerja murid"),
        ("kelas 4", "kelas"),
        ("40 siswa", "banyak murid"),
        ("41 siswa tahun 2040", "murid tahun"),
        ("nulis rubrik", "tulis rubrik"),
        ("caranya di kelas", "kelas"),
        ("mohon izin bertanya cara", ""),
        ("https://contoh.id/kelas ramai", "ramai"),
        ("", ""),
        ("😀 ?!", ""),
    ],
)
def test_words_are_compared_by_their_meaning(text: str, words: str) -> None:
    """One spelling, no affixes, one word for one meaning; what says nothing is left out."""
    found = " ".join(term.word for term in VOCABULARY.terms(text))
    assert found == words


@each(
    ("text", "word", "weight"),
    [
        ("rubrik", "rubrik", 1.0),
        ("rubrk", "rubrik", GUESSED),
        ("supervsi", "supervisi", GUESSED),
        ("rubrknya", "rubrik", GUESSED),
    ],
)
def test_a_slip_counts_less(text: str, word: str, weight: float) -> None:
    """The word that was likely meant is taken, with less weight than one that is said."""
    (term,) = VOCABULARY.terms(text)
    assert (term.word, term.weight, term.is_known) == (word, weight, True)


def test_an_unknown_word_is_kept_as_such() -> None:
    """It tells that the question asks for more than the content has."""
    (term,) = VOCABULARY.terms("fotosintesis")
    assert not term.is_known


def test_repetitions_are_counted_for_an_index() -> None:
    """An index needs how often a word occurs, a question only that it does."""
    assert VOCABULARY.words("kelas ramai di kelas") == ["kelas", "ramai", "kelas"]
    assert len(VOCABULARY.terms("kelas ramai di kelas")) == 2
