"""Choices of a cycle that are typed instead of tapped, and what is no choice."""

from datetime import date

from bot.chat.model import Typed
from bot.chat.world import World
from bot.domain.coaching.attempt import Act, Attempt
from bot.domain.person.person import Person, Place
from tests.chat.test_lanjutkan import after, at_act
from tests.each import each

DAYS = {
    "besok": date(2026, 11, 25),
    "Kamis": date(2026, 11, 26),
    "hari kamis bu": date(2026, 11, 26),
    "1 Desember": date(2026, 12, 1),
    "1/12/2026": date(2026, 12, 1),
    "kemarin": None,
    "Kamis atau Jumat": None,
    "nanti kalau sempat": None,
}
NUMBERS = {
    "1": 0,
    "2": 1,
    "tugas 3": 2,
    "nomor 2": 1,
    "kecil 2": 1,
    "kecilnya 3": 2,
    "99": None,
    "kelas saya ada 3 murid": None,
}


def current(person: Person) -> Attempt | None:
    """The try under way."""
    return person.coaching.active.current if person.coaching.active else None


def standing(world: World, act: Act, screen: str, *args: str) -> Person:
    """A teacher at a question of step 5."""
    person = at_act(world, act)
    active = person.coaching.active
    assert active is not None
    return person.at(screen, active.step, *args)


@each(("text", "day"), DAYS.items())
def test_a_day_may_be_typed(text: str, day: date | None, world: World) -> None:
    """A day that is clear is promised; what is past, doubtful or no day promises nothing."""
    there, _ = after(standing(world, Act.PLAN, "coach.days", "0"), Typed(text), world)
    attempt = current(there)
    assert attempt is not None
    assert (attempt.promise.day if attempt.promise else None) == day


@each(("text", "place"), NUMBERS.items())
def test_a_task_may_be_chosen_by_its_number(text: str, place: int | None, world: World) -> None:
    """A number names a task of the step that is chosen from; a sentence does not."""
    there, _ = after(standing(world, Act.TASK, "coach.tasks"), Typed(text), world)
    step = next(step for step in world.programme if step.number == 5)
    attempt = current(there)
    chosen = attempt.choice.task if attempt else None
    assert chosen == (None if place is None else step.tasks[place].slug)
    assert attempt is None or attempt.choice.small == text.startswith("kecil")


def test_a_level_may_be_typed(world: World) -> None:
    """At the question for her level "3" is the level."""
    person = standing(world, Act.AGAIN, "coach.again", "0")
    there, _ = after(person, Typed("Cukup dulu"), world)
    assert there.place == Place("coach.level", (person.place.args[0],))
    there, _ = after(there, Typed("3"), world)
    assert there.coaching.active is not None
    assert there.coaching.active.level == 3
