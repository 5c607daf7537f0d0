"""What she prepares, said in her own words or by numbers, is an answer to that question."""

from bot.chat.world import World
from bot.domain.coaching.promise import Promise
from bot.domain.programme.guide import Aid
from bot.domain.reminders.check_back import open_promise
from tests.chat.coach_places import Teacher, standing
from tests.each import each

OWN = {
    "kertas aturan sama spidol": "kertas aturan, spidol",
    "hp sama lembar kerja": "hp, lembar kerja",
    "sy mau bawa kardus aja bu": "kardus",
    "alat peraga dari kardus": "alat peraga dari kardus",
}
TICKED = ("rpp", "pakai yg no 1", "1", "saya pakai rpp aja")
ELSE = ("apa itu lkpd?", "capek bu", "bingung", "contoh", "terima kasih ya bu")


def promise_of(one: Teacher) -> Promise:
    promise = open_promise(one.known.coaching)
    assert promise
    return promise


@each("words", OWN)
def test_her_own_words_are_kept(words: str, world: World) -> None:
    """They stand at the question and in her plan, and no lecture comes."""
    one = standing(world, "coach.aids").types(words)
    assert (one.at, promise_of(one).brings) == ("coach.aids", OWN[words])
    assert OWN[words] in one.text
    assert OWN[words] in one.taps("coach:settled:laksana:0").text


@each("words", TICKED)
def test_what_is_listed_is_ticked(words: str, world: World) -> None:
    """By its name or its number; nothing else is kept of it."""
    one = standing(world, "coach.aids").types(words)
    assert (promise_of(one).aids, promise_of(one).brings) == (frozenset({Aid.PLAN}), "")


def test_both_are_taken_from_one_line(world: World) -> None:
    """What the coach lists is ticked, the rest kept; a second line is added."""
    one = standing(world, "coach.aids").types("rpp sama spidol").types("kertas lipat")
    assert (promise_of(one).aids, promise_of(one).brings) == (
        frozenset({Aid.PLAN}),
        "spidol, kertas lipat",
    )


@each("words", ELSE)
def test_what_is_no_answer_is_not_kept(words: str, world: World) -> None:
    """A question, a feeling or thanks is answered for what it is."""
    one = standing(world, "coach.aids").types(words)
    assert (promise_of(one).aids, promise_of(one).brings) == (frozenset(), "")
