"""A plan in the form "Jika …, maka saya …" is kept at once, whatever else it lets one hear."""

import pytest

from bot.chat.world import World
from tests.chat.coach_places import standing


@pytest.mark.parametrize(
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
