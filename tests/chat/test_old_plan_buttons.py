"""Buttons of a plan that has been carried out lead to where she is now, once, and change nothing."""

from bot.chat.world import World
from tests.chat.coach_places import standing
from tests.each import each

PLACES = (
    "coach.pupils",
    "coach.proof",
    "coach.look-back",
    "coach.again",
    "coach.level",
    "coach.sum",
)
OLD = (
    *("days:laksana:0", "day:laksana:0:2026-11-24", "group:laksana:0", "nogroup:laksana:0"),
    *("words:laksana:0", "if:laksana:0:1", "nowords:laksana:0", "aids:laksana:0"),
    *("aid:laksana:0:rpp:1", "settled:laksana:0", "wait:laksana:0", "other:laksana:0"),
    *("task:laksana:tunggu-dulu:1", "task:laksana:saat-ramai:0"),
)


@each("old", OLD)
@each("place", PLACES)
def test_an_old_button_leads_to_where_she_is(place: str, old: str, world: World) -> None:
    """The try and its plan stay as they are, and the question that is open stands there."""
    one = standing(world, place)
    before = one.known.coaching
    one.taps(f"coach:{old}")
    assert one.known.coaching == before
    assert one.at == place
    assert one.last
    assert one.last.note == world.texts.say("note-old-button")


@each("old", ["if:laksana:0:1", "nowords:laksana:0", "settled:laksana:0"])
@each("place", ["coach.days", "coach.group", "coach.words", "coach.aids", "coach.wait"])
def test_who_stands_at_an_old_question_gets_out_of_it(place: str, old: str, world: World) -> None:
    """A question of the plan that an earlier release left open leads on by its own buttons."""
    one = standing(world, "coach.proof")
    one.person = one.known.at(place, "laksana", "0")
    assert one.taps(f"coach:{old}").at == "coach.proof"


def test_a_task_of_her_own_on_an_old_page_leaves_no_try(world: World) -> None:
    """What she types there takes nothing away from what was carried out."""
    one = standing(world, "coach.proof").taps("coach:own:laksana").types("Membaca nyaring bersama")
    assert one.current.tried_on
    assert one.at == "coach.proof"
