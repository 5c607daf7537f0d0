"""A school in numbers: counts of everybody, levels only in halves and only once a quarter."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.world import World
from bot.domain.calendar.quarter import Quarter
from bot.domain.coaching.progress import Status, StepProgress
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import CONSENT_VERSION, Consent, Person, PersonId
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import StepSlug
from bot.domain.roster.recap import Recap, Tally
from bot.domain.roster.roster import Evaluated
from bot.domain.school.school import School, SchoolId

SCHOOL = School(id=SchoolId("aaaaaaaa"), name="SDN Contoh", zone=Zone.WIB)
FIRST, SECOND = StepSlug("murid"), StepSlug("teori")


def teacher(number: int, now: datetime) -> Person:
    return Person(
        id=PersonId(number),
        consent=Consent(version=CONSENT_VERSION, given_at=now - timedelta(days=200)),
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


def recap_of(people: Iterable[Person], school: School, world: World, now: datetime) -> Recap:
    tally = Tally(school, world.programme, world.calendar, now)
    for person in people:
        tally.add(person)
    return tally.recap(school.keeping(tally.untold()))


def recap(people: Iterable[Person], world: World, now: datetime) -> Recap:
    return recap_of(people, SCHOOL, world, now)


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
    assert numbers.states[numbers.quarter][Evaluated.DONE] == 1
    assert numbers.states[numbers.before][Evaluated.DONE] == 2


JANUARY = datetime.fromisoformat("2027-01-25T05:00:00+00:00")
"""When the evaluation of the last quarter of 2026 is over."""


def levels_of(people: Iterable[Person], world: World, now: datetime) -> dict[StepSlug, object]:
    numbers = recap(people, world, now)
    return dict(numbers.levels)


def test_levels_are_told_in_two_halves_after_the_evaluation(world: World, now: datetime) -> None:
    """Of the step and quarter that were answered, and of no other; nothing before it is over."""
    levels = (1, 2, 2, 4, 4, 3, 3)
    people = [evaluated(teacher(n, now), now, level) for n, level in enumerate(levels)]
    numbers = recap(people, world, JANUARY)
    assert numbers.told_of == Quarter(2026, 4)
    assert numbers.levels == {FIRST: (3, 4)}
    assert numbers.levels_before == {}
    assert str(numbers.tells_from) == "2027-05-01"
    assert recap(people, world, JANUARY - timedelta(days=5)).levels == {}
    april = recap(people, world, JANUARY + timedelta(days=100))
    assert (april.levels, april.levels_before) == ({}, {FIRST: (3, 4)})


def test_what_was_told_stays_whatever_happens_later(world: World, now: datetime) -> None:
    """Somebody leaves, corrects, joins: the numbers of a quarter are told once and never change."""
    levels = (1, 2, 2, 4, 4, 3)
    people = [evaluated(teacher(n, now), now, level) for n, level in enumerate(levels)]
    tally = Tally(SCHOOL, world.programme, world.calendar, JANUARY)
    for one in people:
        tally.add(one)
    kept = SCHOOL.keeping(tally.untold())
    others: tuple[list[Person], ...] = (
        people[1:],
        people[:2],
        [],
        [*people, evaluated(teacher(50, now), now, 1)],
        [evaluated(teacher(n, now), now, 4) for n in range(6)],
    )
    for later in others:
        numbers = recap_of(later, kept, world, JANUARY)
        assert numbers.levels == {FIRST: (3, 3)}


def test_what_could_not_be_told_once_is_never_told(world: World, now: datetime) -> None:
    """Else the answer of whoever comes or goes would show in that it can be told now."""
    people = [evaluated(teacher(n, now), now, level) for n, level in enumerate((1, 1, 4, 4, 4, 4))]
    tally = Tally(SCHOOL, world.programme, world.calendar, JANUARY)
    for one in people:
        tally.add(one)
    kept = SCHOOL.keeping(tally.untold())
    more = [*people, evaluated(teacher(9, now), now, 2)]
    assert recap_of(more, kept, world, JANUARY).levels == {}


def test_answers_given_in_another_school_are_not_counted(world: World, now: datetime) -> None:
    """Else two schools told of the same teachers could be compared."""
    levels = (1, 2, 2, 4, 4, 3)
    people = [
        replace(evaluated(teacher(n, now), now, level), joined_at=now)
        for n, level in enumerate(levels)
    ]
    assert levels_of(people, world, JANUARY) == {}


def test_an_answer_that_is_not_finished_is_nobodys_business(world: World, now: datetime) -> None:
    """An evaluation under way counts for no level."""
    begun = Evaluation(quarter="2026-Q4", begun_at=now, levels={FIRST: 2})
    people = [replace(teacher(number, now), evaluating=begun) for number in range(12)]
    assert recap(people, world, JANUARY).levels == {}


def test_an_evaluation_broken_off_is_not_counted(world: World, now: datetime) -> None:
    """Neither as finished nor with its levels, and its teacher has this quarter's before her."""
    people = [evaluated(teacher(number, now), now, 1 + number % 4) for number in range(12)]
    broken = [
        replace(one, evaluations=tuple(replace(e, broken_off=True) for e in one.evaluations))
        for one in people
    ]
    numbers = recap(broken, world, now)
    assert numbers.states[Quarter(2026, 4)][Evaluated.DONE] == 0
    assert recap(broken, world, JANUARY).levels == {}
    assert numbers.evaluated[Evaluated.DONE] == 0
