"""A school in numbers: counts of everybody, levels only of whole groups of five."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.chat.world import World
from bot.domain.evaluation import Evaluation
from bot.domain.person import Consent, Person, PersonId
from bot.domain.programme import StepSlug
from bot.domain.progress import Status, StepProgress
from bot.domain.quarter import Quarter
from bot.domain.recap import GROUP, Recap, recap_of
from bot.domain.roster import Evaluated
from bot.domain.school import School, SchoolId
from bot.domain.zone import Zone

SCHOOL = School(id=SchoolId("aaaaaaaa"), name="SDN Contoh", zone=Zone.WIB)
FIRST, SECOND = StepSlug("murid"), StepSlug("teori")


def teacher(number: int, now: datetime) -> Person:
    return Person(
        id=PersonId(number),
        consent=Consent(version=1, given_at=now - timedelta(days=200)),
        seen_at=now,
        zone=Zone.WIB,
        school=SCHOOL.id,
    )


def evaluated(person: Person, now: datetime, level: int, quarter: str = "2026-Q4") -> Person:
    """Return the person with an evaluation in which she chose a level for the first step."""
    # The later the number, the later she finished.
    finished = now - timedelta(days=30) + timedelta(minutes=person.id)
    evaluation = Evaluation(
        quarter=quarter, begun_at=finished, finished_at=finished, levels={FIRST: level}
    )
    return replace(person, evaluations=(*person.evaluations, evaluation))


def recap(people: Iterable[Person], world: World, now: datetime) -> Recap:
    return recap_of(people, SCHOOL, world.programme, world.calendar, now)


def test_everybody_is_counted_once_in_each_step(world: World, now: datetime) -> None:
    """Done, under way and untouched add up to all teachers, in all 13 steps."""
    done = {FIRST: StepProgress(status=Status.DONE, started_at=now, done_at=now)}
    going = {FIRST: StepProgress(status=Status.UNDERWAY, started_at=now)}
    people = [
        replace(teacher(1, now), progress=done),
        replace(teacher(2, now), progress=going),
        replace(teacher(3, now), reachable=False),
    ]
    numbers = recap(people, world, now)
    assert numbers.teachers == 3
    assert numbers.reachable == 2
    assert numbers.steps[FIRST] == {Status.DONE: 1, Status.UNDERWAY: 1, Status.UNTOUCHED: 1}
    assert len(numbers.steps) == len(world.programme)
    assert all(sum(counts.values()) == 3 for counts in numbers.steps.values())


def test_evaluations_are_counted_by_state_and_by_quarter(world: World, now: datetime) -> None:
    """This quarter's states are counted, and how many finished in each quarter before."""
    begun = Evaluation(quarter="2026-Q4", begun_at=now, levels={FIRST: 2})
    people = [
        evaluated(evaluated(teacher(1, now), now, 3, "2026-Q3"), now, 3),
        evaluated(teacher(2, now), now, 1, "2026-Q3"),
        replace(teacher(3, now), evaluating=begun),
    ]
    numbers = recap(people, world, now)
    assert numbers.quarter == Quarter(2026, 4)
    assert numbers.evaluated[Evaluated.DONE] == 1
    assert numbers.evaluated[Evaluated.BEGUN] == 1
    assert sum(numbers.evaluated.values()) == 3
    assert numbers.finished[numbers.quarter] == 1
    assert numbers.finished[numbers.before] == 2


@pytest.mark.parametrize("answers", range(GROUP))
def test_fewer_than_five_answers_tell_no_level(answers: int, world: World, now: datetime) -> None:
    """However many teachers there are, four answers to a step tell nothing about any level."""
    people = [evaluated(teacher(number, now), now, 4) for number in range(answers)]
    others = [teacher(number, now) for number in range(100, 120)]
    numbers = recap([*people, *others], world, now)
    assert set(numbers.levels.values()) == {None}
    assert set(numbers.levels_before.values()) == {None}


def test_five_answers_tell_how_many_chose_each_level(world: World, now: datetime) -> None:
    """The counts are of the step and quarter that were answered, and of no other."""
    levels = (1, 2, 2, 4, 4)
    people = [evaluated(teacher(n, now), now, level) for n, level in enumerate(levels)]
    numbers = recap(people, world, now)
    assert numbers.levels[FIRST] == (1, 2, 0, 2)
    assert numbers.levels[SECOND] is None
    assert numbers.levels_before[FIRST] is None


def test_one_more_answer_does_not_show_in_the_levels(world: World, now: datetime) -> None:
    """The next answer can only be seen together with the four that follow it."""
    people = [evaluated(teacher(number, now), now, 2) for number in range(GROUP)]
    before = recap(people, world, now).levels
    for number in range(GROUP, 2 * GROUP - 1):
        people.insert(0, evaluated(teacher(number, now), now, 4))
        assert recap(people, world, now).levels == before
    people.insert(0, evaluated(teacher(2 * GROUP, now), now, 3))
    assert recap(people, world, now).levels[FIRST] == (0, 5, 1, 4)


def test_an_answer_that_is_not_finished_is_nobodys_business(world: World, now: datetime) -> None:
    """An evaluation under way counts for no level."""
    begun = Evaluation(quarter="2026-Q4", begun_at=now, levels={FIRST: 2})
    people = [replace(teacher(number, now), evaluating=begun) for number in range(GROUP)]
    assert recap(people, world, now).levels[FIRST] is None


def test_an_evaluation_broken_off_is_not_counted(world: World, now: datetime) -> None:
    """Neither as finished nor with its levels, and its teacher has this quarter's before her."""
    people = [evaluated(teacher(number, now), now, 2) for number in range(GROUP)]
    broken = [
        replace(one, evaluations=tuple(replace(e, broken_off=True) for e in one.evaluations))
        for one in people
    ]
    numbers = recap(broken, world, now)
    assert numbers.finished[Quarter(2026, 4)] == 0
    assert numbers.levels[FIRST] is None
    assert numbers.evaluated[Evaluated.DONE] == 0
