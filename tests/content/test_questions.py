"""How many of the questions teachers type find their answer, in the half tuned to and in the other."""

from collections.abc import Callable
from datetime import datetime

from bot.chat.model import Typed
from bot.chat.world import World
from tests.chat.test_stopping_first import turn_of
from tests.content.questions import ABOUT, fresh, kept_aside, later, more, questions, tuning
from tests.delivery.teachers import teacher
from tests.each import each

THREE = 3
"""Among so many she looks for it: the answer shown, and the ways to others."""


def shown(question: str, world: World, now: datetime) -> list[str]:
    """Return the answer that is shown for a question in the menu, then those that are offered."""
    turn = turn_of(teacher(7).at("menu.main"), Typed(question), world, now)
    place = turn.person.place
    found = [place.args[0]] if place.screen == "help.answer" else []
    assert turn.screen is not None
    buttons = (button.data for row in turn.screen.rows for button in row)
    found += [data.split(":")[2] for data in buttons if data.startswith("help:answer:")]
    return found[:THREE]


def is_found(question: str, answer: str, world: World, now: datetime) -> bool:
    """Say whether a question leads to its answer, or is taken as one about the bot."""
    if answer.startswith(ABOUT):
        return world.hearing.about(question) == answer.removeprefix(ABOUT)
    return answer in shown(question, world, now)


@each(
    ("half", "share"),
    [(tuning, 0.95), (more, 0.95), (kept_aside, 0.90), (fresh, 0.90), (later, 0.90)],
)
def test_the_right_answer_is_among_three(
    half: Callable[[], list[tuple[str, str]]], share: float, world: World, now: datetime
) -> None:
    """For nine of ten questions that nothing was tuned to, and for nearly all of the others."""
    asked = half()
    missed = [one for one in asked if not is_found(*one, world, now)]
    assert len(missed) <= (1 - share) * len(asked), missed


def test_each_question_has_an_answer_that_there_is(world: World) -> None:
    """The list of questions keeps up with the answers, and each is asked once."""
    known = {answer.id for answer in world.search.answers}
    listed = [*questions(), *more(), *fresh(), *later()]
    asked = [question for question, _ in listed]
    assert len(set(asked)) == len(asked) >= 160
    assert {answer for _, answer in listed if not answer.startswith(ABOUT)} <= known
