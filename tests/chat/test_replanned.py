"""A plan already made is changed by words, wherever she stands; what is no class is asked about."""

from datetime import date

from bot.chat.world import World
from bot.domain.coaching.promise import Promise
from bot.domain.reminders.check_back import open_promise
from tests.chat.coach_places import Teacher, standing
from tests.each import each

PLACES = ("coach.words", "coach.aids", "coach.wait", "")
CLASSES = {
    "eh salah, kelasnya 4a bukan itu": "kelas 4a",
    "eh ganti kelasnya 4a ya": "kelas 4a",
    "bukan 4b tapi kelasnya 5 C bu": "kelas 5 C",
    "kelasnya salah, harusnya VIII 2": "kelas VIII 2",
    "ralat bu, kelompoknya B": "kelompok B",
}
DAYS = {
    "ganti harinya jd rabu": date(2026, 11, 25),
    "salah hari, harusnya selasa": date(2026, 11, 24),
    "harinya pindah ke 26 november ya bu": date(2026, 11, 26),
}
NO_CHANGE = ("kelas saya ganti ruangan", "cara mengubah jadwal kelas", "ganti hari apa ya?")
SENTENCES = (
    "di kalo anak2 habis istirahat mulai rame",
    "Jika murid diam, maka saya menunggu",
    "sesudah istirahat karena mereka masih ribut",
)


def planned(world: World, place: str) -> tuple[Teacher, Promise]:
    """Return a teacher at a place with her plan for Monday; "" is the menu."""
    one = standing(world, place or "coach.wait")
    if not place:
        one.taps("menu:main")
    return one, promise_of(one)


def promise_of(one: Teacher) -> Promise:
    promise = open_promise(one.known.coaching)
    assert promise
    return promise


@each("place", PLACES)
@each("words", CLASSES)
def test_another_class_is_taken(place: str, words: str, world: World) -> None:
    """It is said back, and day and words of the plan stay."""
    one, before = planned(world, place)
    after = promise_of(one.types(words))
    assert (after.group, after.day, after.words) == (CLASSES[words], before.day, before.words)
    assert CLASSES[words] in one.text


@each("place", PLACES)
@each("words", DAYS)
def test_another_day_is_taken(place: str, words: str, world: World) -> None:
    """The class and the words of the plan stay."""
    one, before = planned(world, place)
    after = promise_of(one.types(words))
    assert (after.day, after.group, after.words) == (DAYS[words], before.group, before.words)


@each(("words", "asked"), [("ganti kelas dong", "coach.group"), ("ganti harinya", "coach.days")])
def test_a_change_that_names_nothing_opens_its_question(
    words: str, asked: str, world: World
) -> None:
    """She is asked for the class or the day, from wherever she stands."""
    one, _ = planned(world, "")
    assert one.types(words).at == asked


@each("words", NO_CHANGE)
def test_what_tells_of_something_else_changes_no_plan(words: str, world: World) -> None:
    """Questions and stories with a class in them are answered as before."""
    one, before = planned(world, "")
    assert promise_of(one.types(words)) == before


@each("words", SENTENCES)
def test_a_sentence_is_no_class_at_once(words: str, world: World) -> None:
    """She is asked once more, kindly; one tap keeps her very words after all."""
    one = standing(world, "coach.group")
    one.types(words)
    assert (one.at, promise_of(one).group) == ("coach.group", None)
    assert "Kami belum yakin" in one.text
    assert promise_of(one.taps("aside:take:said")).group == words.removeprefix("di ")
