"""What is said at the summary of a cycle: it is right, she wants another try, or enough for now."""

from bot.chat.world import World
from tests.chat.coach_places import standing
from tests.each import each

RIGHT = (
    "udh bener",
    "sudah sesuai",
    "benar bu",
    "sip sudah",
    "sudah betul semua",
    "ya",
    "selesai",
    "ga ada yg diubah",
)
MORE = ("mau lagi", "mau sekali lagi", "coba lagi bu", "masih mau coba")
NOT_YET = ("sudah dulu ya", "tidak benar", "belum sesuai", "ubah", "benar ga ya?", "kurang pas")


@each("words", RIGHT)
def test_that_all_is_right_closes_the_step(words: str, world: World) -> None:
    """However it is said, as the button does."""
    assert standing(world, "coach.sum").types(words).at == "coach.done"


@each("words", MORE)
def test_another_try_wished_for_is_asked_about(words: str, world: World) -> None:
    """The step stays open with all answers, and one tap begins the second try or leaves it."""
    one = standing(world, "coach.sum").types(words)
    assert one.at == "coach.again"
    assert one.taps("coach:enough:laksana:0").at == "coach.sum"
    assert one.known.coaching.active
    assert one.known.coaching.active.level == 3
    assert one.types(words).taps("coach:more:laksana:0").at == "coach.days"


@each("words", MORE)
def test_a_third_try_begins_behind_the_close(words: str, world: World) -> None:
    """After two tries she is told how to go on, and nothing is closed by her word."""
    one = standing(world, "coach.again").taps(
        *("coach:more:laksana:0", "coach:day:laksana:1:2026-11-24", "coach:nogroup:laksana:1"),
        *("coach:nowords:laksana:1", "coach:settled:laksana:1", "coach:tried:laksana:1"),
        *("coach:nosign:laksana:1", "coach:proven:laksana:1", "coach:pass:laksana:1:0"),
        *("coach:pass:laksana:1:1", "coach:chosen:laksana:1:3"),
    )
    assert one.types(words).at == "coach.sum"
    assert world.texts.say("coach-more") in one.text


@each("words", NOT_YET)
def test_what_is_not_yet_right_closes_nothing(words: str, world: World) -> None:
    """What is denied, doubted or put off leaves the step open."""
    assert standing(world, "coach.sum").types(words).known.coaching.active
