"""Small words at the coach's questions: a plan that begins with "Jika", a number beside a word, a sticker."""

from bot.chat.model import MediaKind
from bot.chat.world import World
from tests.chat.coach_places import standing
from tests.each import each


@each(
    "text",
    [
        "jika bel tinggal 5 menit maka saya berhenti mengajar",
        "Kalau saya capek, saya minta ketua kelas memimpin",
        "bila murid ribut, saya menunggu sambil tersenyum",
    ],
)
def test_a_plan_in_its_form_is_kept_whatever_it_lets_one_hear(text: str, world: World) -> None:
    """Tiredness or a wish to stop inside "Jika …, maka saya …" is part of the plan."""
    promise = standing(world, "coach.words").types(text).current.promise
    assert promise
    assert promise.words == text


def test_a_feeling_at_the_plan_is_still_heard(world: World) -> None:
    """Without the form of a plan it is answered, and the question waits."""
    one = standing(world, "coach.words").types("capek bu")
    assert one.at == "coach.words"
    assert world.texts.say("heard-tired") in one.text


@each("text", ["kelas 4", "kelas 2", "langkah 4"])
def test_a_number_of_something_else_chooses_no_task(text: str, world: World) -> None:
    """Only a bare number, or one that is said to be a task's, is the choice."""
    one = standing(world, "coach.tasks").types(text)
    assert one.known.coaching.active
    assert one.known.coaching.active.attempts == ()


@each("text", ["4", "tugas 4", "nomor 4 bu", "yang 4"])
def test_a_number_chooses_a_task(text: str, world: World) -> None:
    """As a person says it."""
    assert standing(world, "coach.tasks").types(text).at == "coach.model"


@each("place", ["coach.say", "coach.group", "coach.look-back"])
def test_a_sticker_gets_thanks_at_every_question(place: str, world: World) -> None:
    """It is no answer and no file that was refused."""
    one = standing(world, place)
    one.sends(MediaKind.STICKER)
    assert one.text.startswith(world.texts.say("note-media", kind="stiker"))
    assert one.at == place
