"""A result stays in the conversation: what comes next is a message of its own."""

from dataclasses import replace

from bot.chat.model import Incoming, Press, UpdateId
from bot.chat.world import World
from bot.domain.evaluation.development_plan import DevelopmentPlan, PlanLine
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person
from bot.domain.programme.programme import StepSlug
from tests.chat.taking import take_turn
from tests.chat.test_right_time import BEGUN, MONTHS_LATER
from tests.delivery.teachers import teacher
from tests.each import each


def evaluated() -> Person:
    evaluations = tuple(
        Evaluation(
            quarter=quarter,
            begun_at=BEGUN,
            finished_at=BEGUN,
            levels={StepSlug("murid"): 2},
            focus=(StepSlug("rancang"),),
        )
        for quarter in ("2026-Q4", "2027-Q1")
    )
    plan = DevelopmentPlan(
        quarter="2027-Q1", made_at=BEGUN, lines=dict.fromkeys(PlanLine, "Saya belajar.")
    )
    return replace(teacher(7), evaluations=evaluations, plans=(plan,))


RESULTS = {
    "saved": ("evaluation.done", "2027-Q1"),
    "compared": ("evaluation.compare", "2026-Q4", "2027-Q1"),
    "planned": ("evaluation.plan", "2027-Q1"),
    "shared": ("evaluation.view", "2027-Q1", "dibagikan"),
}
OTHERS = {
    "menu": ("menu.main",),
    "read": ("evaluation.view", "2027-Q1"),
    "choosing": ("evaluation.compare", "2027-Q1"),
}


def pressed(world: World, place: tuple[str, ...], data: str) -> bool:
    """Press a button of a place; say whether the next screen is a message of its own."""
    person = evaluated().at(*place)
    incoming = Incoming(update=UpdateId(9), person=person.id, event=Press(data), message=5)
    screen = take_turn(person, incoming, world, MONTHS_LATER).screen
    assert screen
    return screen.apart


@each("data", ["menu:main", "steps:step:rancang", "evaluation:history"])
@each("result", RESULTS)
def test_a_result_is_not_edited_away(result: str, data: str, world: World) -> None:
    """After saving, comparing, planning and sharing, the next button leaves the message as it is."""
    assert pressed(world, RESULTS[result], data)


@each("other", OTHERS)
def test_other_screens_are_turned_like_pages(other: str, world: World) -> None:
    """Where nothing was brought about, the pressed message becomes the next screen."""
    assert not pressed(world, OTHERS[other], "steps:step:rancang")


@each("data", ["evaluation:save:2027-Q1", "evaluation:picture:2027-Q1"])
def test_a_tap_that_leads_nowhere_shows_no_result_twice(data: str, world: World) -> None:
    """A second tap on saving, or the wish for a picture, sends no second copy."""
    assert not pressed(world, RESULTS["saved"], data)
