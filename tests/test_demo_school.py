"""The demo's school: twelve pretend teachers in different places, stored as real ones are."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.app.directory import Directory
from bot.app.views.school_reports import SchoolReports
from bot.chat.world import World
from bot.demo.cycles import SITI, school_day_before
from bot.demo.school import ADMIN, COORDINATOR, SCHOOL, TEACHERS, found_school
from bot.demo.serve import PEOPLE as PROFILES
from bot.domain.calendar.allowed import Hours, next_allowed
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.coaching.attempt import Act
from bot.domain.coaching.progress import Status, status_of
from bot.domain.person.zone import Zone
from bot.domain.roster.recap import Recap
from bot.domain.roster.roster import INACTIVE, Evaluated, Roster, Standing
from bot.domain.school.access import Action
from bot.reports.painter import Painter
from bot.store.base import Put, Store
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE, decode_person, encode_person
from bot.store.tiny.store import memory_store


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    opened = memory_store(KINDS)
    await opened.open()
    yield opened
    await opened.close()


async def counted(store: Store, world: World, now: datetime) -> tuple[Roster, Recap]:
    directory = Directory(store)
    await directory.load()
    both = await SchoolReports(store, world, directory, Painter()).count(SCHOOL, now)
    assert both is not None
    return both


# An ordinary Friday, the first of December, the end of a quarter, Eid, and a day of a leap year.
DAYS = (0, 11, 41, 130, 466)


@pytest.mark.parametrize("days", DAYS)
async def test_the_teachers_stand_in_different_places(
    days: int, store: Store, world: World, now: datetime
) -> None:
    """Whenever the demo begins, the coordinator finds every kind of teacher."""
    now += timedelta(days=days)
    await found_school(store, world, now)
    roster, recap = await counted(store, world, now)
    assert len(roster.rows) == len(TEACHERS) == 12
    assert {row.standing for row in roster.rows} == set(Standing)
    evaluated = Counter(row.evaluated for row in roster.rows)
    assert evaluated[Evaluated.DONE] == 6
    assert evaluated[Evaluated.BEGUN] == 1
    assert sum(not row.reachable for row in roster.rows) == 1
    assert sum(row.silent for row in roster.rows) == 1
    assert [row.seen for row in roster.rows if roster.is_inactive(row)]
    assert max(roster.today - row.seen for row in roster.rows) >= INACTIVE
    assert recap.states[recap.before][Evaluated.DONE] == 7


async def test_levels_can_be_told_in_aggregate(store: Store, world: World, now: datetime) -> None:
    """Of the last quarter some steps are told, and of this one others once it is over."""
    await found_school(store, world, now)
    _, recap = await counted(store, world, now)
    assert len(recap.levels) >= 3
    _, recap = await counted(store, world, now + timedelta(days=70))
    assert len(recap.levels) >= 1
    assert len(recap.levels_before) >= 3


async def test_nobody_did_anything_before_she_registered(
    store: Store, world: World, now: datetime
) -> None:
    """Every date lies between her registration and now, and her document can be stored."""
    await found_school(store, world, now)
    for one in TEACHERS:
        person = await store.get(PEOPLE, str(one.id))
        assert person is not None
        assert person.consent
        moments = [person.seen_at]
        for entry in person.progress.values():
            assert entry.status is not Status.DONE or entry.done_at
            moments += [moment for moment in (entry.started_at, entry.done_at) if moment]
        moments += [each.finished_at for each in person.evaluations if each.finished_at]
        assert all(person.consent.given_at < moment <= now for moment in moments)
        assert decode_person(encode_person(person)) == person


@pytest.mark.parametrize("days", DAYS)
async def test_one_teacher_has_a_cycle_under_way_and_a_closed_one(
    days: int, store: Store, world: World, now: datetime
) -> None:
    """Whenever the demo begins, Siti waits for her next day of school and has tried a step twice."""
    now += timedelta(days=days)
    await found_school(store, world, now)
    siti = await store.get(PEOPLE, str(SITI))
    assert siti is not None
    assert siti.consent
    active, (closed,) = siti.coaching.active, siti.coaching.history
    assert active is not None
    assert active.next_act is Act.TRY
    assert active.current is not None
    assert active.current.promise is not None
    assert status_of(siti.progress, active.step) is Status.UNDERWAY
    assert status_of(siti.progress, closed.step) is Status.DONE
    assert closed.closed_at == siti.progress[closed.step].done_at
    due_at = siti.outbound.due_at
    assert due_at is not None
    assert local(due_at, siti.zone).date() >= active.current.promise.day
    first, second = closed.tried
    assert first.tried_on is not None
    assert second.tried_on is not None
    assert siti.consent.given_at < closed.begun_at
    assert local(closed.begun_at, siti.zone).date() < first.tried_on < second.tried_on
    assert second.tried_on < local(closed.closed_at or now, siti.zone).date()
    for cycle in (active, closed):
        step = world.programme.step(cycle.step)
        assert step is not None
        assert {one.choice.task for one in cycle.attempts} <= {task.slug for task in step.tasks}


@pytest.mark.parametrize("days", DAYS)
def test_a_try_took_place_on_a_day_of_school(days: int, world: World, now: datetime) -> None:
    """Days in the past are no Sundays, holidays or breaks."""
    moment = now + timedelta(days=days)
    day = school_day_before(world.calendar, Zone.WITA, moment)
    morning = moment_at(day, time(9), Zone.WITA)
    assert morning < moment
    hours = Hours(zone=Zone.WITA, hour=time(9))
    midnight = moment_at(day, time(0), Zone.WITA)
    assert next_allowed(world.calendar, hours, midnight).moment == morning


async def test_made_coordinates_it_and_sari_and_yosef_are_new(
    store: Store, world: World, now: datetime
) -> None:
    """The coordinator and the administrator are registered; registration can still be tried."""
    await found_school(store, world, now)
    directory = Directory(store, frozenset({ADMIN}))
    await directory.load()
    assert directory.rights.may(COORDINATOR, Action.EXPORT, SCHOOL)
    made = await store.get(PEOPLE, str(COORDINATOR))
    assert made is not None
    assert made.is_registered
    assert await store.get(PEOPLE, "101") is None
    assert await store.get(PEOPLE, "102") is None
    assert [profile.id for profile in PROFILES if not profile.aside] == [101, 102, 201, 301]


async def test_what_is_stored_already_is_left_alone(
    store: Store, world: World, now: datetime
) -> None:
    """With kept data nothing is founded anew, and no teacher is set back."""
    await found_school(store, world, now)
    later = await store.get(PEOPLE, str(TEACHERS[0].id))
    assert later is not None
    changed = replace(later, nickname="Mei")
    await store.update(PEOPLE, str(changed.id), lambda _: (Put(changed), None))
    await found_school(store, world, now + timedelta(days=1))
    assert await store.get(PEOPLE, str(changed.id)) == changed
