"""A reflection longer than fits is not typed anew: its limit is told before, and one tap keeps its beginning."""

from bot.chat.screens.account.keeping import beginning
from bot.chat.world import World
from tests.chat.coach_places import standing
from tests.each import each

SENTENCE = "Tadi pagi saya menunggu lima hitungan sebelum menunjuk. "
LONG = (SENTENCE * 12).strip()


def test_the_limit_is_told_where_the_question_is_asked(world: World) -> None:
    """In a few words beside how to answer."""
    assert "paling banyak 500 huruf" in standing(world, "coach.look-back").text


def test_one_tap_keeps_the_first_sentences(world: World) -> None:
    """Whole ones, as many as fit; until then nothing is kept and the question stays open."""
    one = standing(world, "coach.look-back").types(LONG)
    assert (one.at, one.current.reflections) == ("coach.look-back", ())
    assert one.labels[0] == "Simpan 500 huruf awal"
    kept = one.taps("aside:take:said").current.reflections[0].words
    assert kept == (SENTENCE * 8).strip()


@each(
    ("line", "first"),
    [
        ("Satu kalimat. Dua kalimat.", "Satu kalimat."),
        ("satu dua tiga empat lima enam", "satu dua tiga empat"),
        ("Ya. satu dua tiga empat lima", "Ya. satu dua tiga"),
        ("a" * 30, "a" * 20),
    ],
)
def test_a_beginning_ends_with_a_sentence_or_a_word(line: str, first: str) -> None:
    """A first sentence of a few words alone would lose too much."""
    assert beginning(line, 20) == first
