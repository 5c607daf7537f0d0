"""A day on which it cannot be is none that she plans for; the one day left is taken."""

from bot.chat.world import World
from tests.chat.coach_places import CHECK_BACK, asked, standing
from tests.each import each

OFF = (
    *(
        "anak2 bsk libur bu",
        "besok ga bisa bu",
        "jangan besok",
        "besok ada rapat",
        "bukan besok ya",
    ),
    *("besok kelasnya dipakai, tidak bisa", "senin ada lomba bu", "besok jangan deh"),
)
LEFT = {
    "eh jgn bsk deh, lusa aja": "2026-11-22",
    "bukan besok, kamis": "2026-11-26",
    "senin depan kalau ga hujan": "2026-11-23",
    "rabu deh jgn selasa": "2026-11-25",
    "jangan besok kamis aja": "2026-11-26",
    "bukan hari senin tapi selasa": "2026-11-24",
    "besok anak-anak libur, jadi senin saja": "2026-11-23",
    "senin ga bisa karena ada lomba, rabu bu": "2026-11-25",
    "bsk pagi jam pertama kls 4": "2026-11-21",
    "insyaallah selasa pagi sesudah upacara di kelas 5": "2026-11-24",
    "kamis jam ke 3 ya bu di kls VIII B": "2026-11-26",
}
WHY_NOT = (
    *("blm ngajar, hr ini ada lomba", "kelas dipake ujian bu", "belum bu, hari ini ada ujian"),
    *("blm, besok anak2 libur", "belum, besok ga bisa juga"),
)


@each("words", OFF)
def test_a_day_that_is_denied_is_not_planned_for(words: str, world: World) -> None:
    """The question stays with its days, and she is told that this one is not taken."""
    one = standing(world, "coach.days").types(words)
    assert one.current.promise is None
    assert one.at == "coach.days"
    assert world.texts.say("coach-day-off") in one.text


@each(("words", "day"), LEFT.items())
def test_the_one_day_left_is_taken(words: str, day: str, world: World) -> None:
    """Without what is denied, and beside what tells the lesson, one day is meant."""
    promise = standing(world, "coach.days").types(words).current.promise
    assert promise
    assert str(promise.day) == day


@each(
    "words",
    [
        "besok saya mau ke kantor dinas sama kepala sekolah",
        "jumat",
        "ga jadi besok, minggu depan aja",
    ],
)
def test_a_day_beside_another_story_is_asked_about(words: str, world: World) -> None:
    """A day in a sentence about something else, or one of two, is not taken in silence."""
    assert standing(world, "coach.days").types(words).current.promise is None


@each("by_reply", [True, False])
@each("words", WHY_NOT)
def test_why_it_was_not_tried_moves_the_plan_to_no_day(
    words: str, by_reply: bool, world: World
) -> None:
    """The day of which she tells why not is no new day: the ways on are offered."""
    one = asked(world).types(words, *(CHECK_BACK if by_reply else ()))
    assert one.at == "coach.later", one.text
    assert one.current.promise
    assert str(one.current.promise.day) == "2026-11-23"


def test_a_plan_put_off_goes_to_the_day_left(world: World) -> None:
    """A day that is denied beside another moves the plan to the other."""
    one = asked(world).types("belum sempat, jangan besok, kamis aja", *CHECK_BACK)
    assert one.current.promise
    assert str(one.current.promise.day) == "2026-11-26"
