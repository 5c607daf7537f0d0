"""The lines of a passage that are quoted: which, how many, and found again later."""

from bot.content.asking.quote import QUOTED, best_lines, lines
from bot.content.asking.vocabulary import Vocabulary
from bot.content.asking.words import WordList
from tests.each import each

BLOCKS = (
    "<b>Tanpa</b> tindak lanjut, nilai hanya angka. Murid tahu angkanya.",
    "• <b>“Formatif harus masuk rapor.”</b> Gunanya memperbaiki.\n• Remedial itu <i>mengajar ulang</i> dengan cara lain.",
    "1 &lt; 2 & tiket. " + "kata " * 60,
)
VOCABULARY = Vocabulary(WordList(), BLOCKS)


def quoted(*words: str) -> str:
    """Return the lines that say most of some words."""
    return lines(BLOCKS, *best_lines(BLOCKS, frozenset(words), VOCABULARY))


@each(
    ("words", "begin"),
    [
        (("angka",), "Tanpa tindak lanjut, nilai hanya angka. Murid tahu angkanya."),
        (("formatif", "rapor"), "“Formatif harus masuk rapor.” Gunanya memperbaiki. Remedial itu"),
        (("remedial",), "“Formatif harus masuk rapor.” Gunanya memperbaiki. Remedial itu"),
        (("xyzzy",), "Tanpa tindak lanjut"),
        ((), "Tanpa tindak lanjut"),
    ],
)
def test_the_lines_that_say_most_are_quoted(words: tuple[str, ...], begin: str) -> None:
    """As plain text, without bullets; where none of the words is said, the beginning."""
    assert quoted(*words).startswith(begin)


def test_a_quote_is_two_or_three_lines_on_a_phone() -> None:
    """Whole sentences as far as they fit; one that is longer is cut at a word."""
    words = lines(BLOCKS, 2, 0)
    assert words == "1 < 2 & tiket. " or len(words) <= QUOTED
    long = lines(("kata " * 60,), 0, 0)
    assert long.endswith("kata …")
    assert len(long) <= QUOTED


@each(("block", "sentence"), [(9, 0), (0, 9), (9, 9)])
def test_a_place_that_is_gone_shows_the_beginning(block: int, sentence: int) -> None:
    """The content may have become shorter since the place was kept."""
    assert lines(BLOCKS, block, sentence)


def test_nothing_is_quoted_of_nothing() -> None:
    """A section without text has no lines."""
    assert lines((), 0, 0) == ""
    assert best_lines((), frozenset({"a"}), VOCABULARY) == (0, 0)
