"""The demo's school: twelve pretend teachers in different places, stored as real ones are."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.app.directory import Directory
from bot.app.views.school_reports import SchoolReports
from bot.chat.world import World
from bot.demo.school import ADMIN, COORDINATOR, SCHOOL, TEACHERS, found_school
from bot.demo.serve import PEOPLE as PROFILES
from bot.domain.coaching.progress import Status
from bot.domain.roster.recap import Recap
from bot.domain.roster.roster import INACTIVE, Evaluated, Roster, Standing
from bot.domain.school.access import Action
from bot.reports.painter import Painter
from bot.run.wiring import KINDS
from bot.store.base import Put, Store
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
    assert recap.finished[recap.before] == 7


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
