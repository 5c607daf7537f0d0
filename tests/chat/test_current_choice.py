"""Where one of several is chosen already, its button says so with a tick, and no other does."""

from dataclasses import replace

from bot.chat.pressing import draw
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.evaluation.evaluation import IntentionOutcome
from bot.domain.person.person import Person, Place
from tests.chat.coach_places import standing
from tests.chat.known_people import NOW, known, people
from tests.each import each

TICK = "✓ "


def ticked(who: Person, world: World, place: Place | None = None) -> list[str]:
    """Return the labels with a tick that somebody sees at a place."""
    there = replace(who, place=place or who.place)
    shown = draw(TurnContext(person=there, world=world, now=NOW, known=known(world)))
    labels = [button.label for row in shown.rows for button in row]
    return [label.removeprefix(TICK) for label in labels if label.startswith(TICK)]


@each(
    ("place", "ways", "chosen"),
    [
        ("coach.wait", ("coach:days:laksana:0",), ["Senin, 23 Nov"]),
        ("coach.words", ("coach:if:laksana:0:2", "coach:words:laksana:0"), ["Pakai 2"]),
        ("coach.words", (), []),
    ],
)
def test_her_plan_is_ticked(
    place: str, ways: tuple[str, ...], chosen: list[str], world: World
) -> None:
    """The day she has promised and the example she has taken stand out when she comes back."""
    one = standing(world, place).taps(*ways)
    assert ticked(one.known, world) == chosen


@each("screen", ["evaluation.became", "evaluation.planned"])
def test_what_became_of_it_is_ticked(screen: str, world: World) -> None:
    """Asked about an answer of hers anew, she sees which it was."""
    who = people(world)["pencoba"]
    place, outcome = Place(screen, ("2026-Q3",)), IntentionOutcome.PARTLY
    assert ticked(who, world, place) == []
    evaluations = tuple(replace(one, became=outcome) for one in who.evaluations)
    plans = tuple(replace(one, went=outcome) for one in who.plans)
    told = replace(who, evaluations=evaluations, plans=plans)
    assert ticked(told, world, place) == ["Sebagian"]


def test_an_intention_that_was_suggested_is_ticked(world: World) -> None:
    """Of three suggestions the one she took."""
    who = people(world)["lengkap"]
    assert who.evaluating
    place = Place("evaluation.intention", ("2026-Q4",))
    assert ticked(who, world, place) == []
    suggested = world.texts.pick("intention-example", "kurikulum")
    who = replace(who, evaluating=replace(who.evaluating, intention=suggested))
    assert ticked(who, world, place) == ["Pakai 1"]


def test_a_broadcast_shows_to_whom_and_when(world: World) -> None:
    """The draft's readers and its moment stand out among the others."""
    who = people(world)["koordinator"]
    assert who.composing
    (school,) = {who.composing.school}
    assert len(ticked(who, world, Place("siar.when", (school,)))) == 1
