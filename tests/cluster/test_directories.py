"""Two directories of one store: what is changed through one is known to the other."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import datetime

import pytest
from structlog.testing import capture_logs

from bot.app.directory import WATCH_SECONDS, Directory
from bot.cluster.background import beside
from bot.domain.person.zone import Zone
from bot.domain.school.access import Action
from bot.domain.school.school import SchoolId
from bot.domain.school.school_change import CorrectName, FoundSchool, RemoveCoordinator
from bot.store.base import Drop, Kind, Put, T
from bot.store.codec.kinds import KINDS
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.change_log import CHANGES_KEPT
from bot.store.tiny.store import memory_store
from tests.changing import change_school
from tests.delivery.disks import BadDisk, sound
from tests.delivery.schools import MADE, SCHOOL

ADMIN = 1
NEW = SchoolId("bbbbbbbb")


class Moving(BadDisk):
    """A store in which something happens after each reading."""

    after_reading: Callable[[], Awaitable[None]] | None = None

    async def get(self, kind: Kind[T], key: str) -> T | None:
        found = await super().get(kind, key)
        if self.after_reading:
            await self.after_reading()
        return found


@pytest.fixture
async def store() -> AsyncIterator[Moving]:
    opened = Moving(memory_store(KINDS))
    await opened.open()
    await opened.update(SCHOOLS, SCHOOL.id, lambda _: (Put(SCHOOL), None))
    yield opened
    await opened.close()


@pytest.fixture
async def pair(store: BadDisk) -> tuple[Directory, Directory]:
    first, second = Directory(store), Directory(store)
    await first.load()
    await second.load()
    return first, second


Pair = tuple[Directory, Directory]


async def test_an_answer_that_comes_late_gives_no_right_back(store: Moving, pair: Pair) -> None:
    """Of a commit of its own it may hear after another has taken a right away: that counts all the same."""
    first, _ = pair
    removed = replace(SCHOOL, coordinators=())
    await store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(removed), None))
    await first.fresh()
    first.learn(SCHOOL)
    assert not (await first.fresh()).may(MADE, Action.CLOSE_INVITE, SCHOOL.id)


async def rename(store: BadDisk, name: str) -> None:
    school = replace(SCHOOL, name=name)
    await store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(school), None))


def unreadable(kind: str, key: str, *, writing: bool) -> bool:
    """Say that no school can be read."""
    del key
    return kind == SCHOOLS.name and not writing


async def test_a_coordinator_removed_in_one_is_none_in_the_other(pair: Pair, now: datetime) -> None:
    """The right that was taken away by one process is gone when the other asks."""
    first, second = pair
    assert second.rights.may(MADE, Action.BROADCAST, SCHOOL.id)
    await change_school(first, SCHOOL.id, RemoveCoordinator(MADE), ADMIN, now)
    assert not (await second.fresh()).may(MADE, Action.BROADCAST, SCHOOL.id)
    assert not second.snapshot().may(MADE, Action.BROADCAST, SCHOOL.id)


async def test_new_schools_and_deleted_ones_are_seen(
    pair: Pair, store: BadDisk, now: datetime
) -> None:
    """A school made by another is known, one that is gone is not, and the rest is as it was."""
    first, second = pair
    await change_school(first, NEW, FoundSchool(name="SDN 2", zone=Zone.WIT, npsn=None), ADMIN, now)
    assert set((await second.fresh()).schools) == {SCHOOL.id, NEW}
    await store.update(SCHOOLS, SCHOOL.id, lambda _: (Drop(), None))
    for directory in pair:
        assert set((await directory.fresh()).schools) == {NEW}


async def test_what_has_not_changed_is_not_read_again(
    pair: Pair, store: BadDisk, now: datetime
) -> None:
    """Asking costs no reading while nothing changes, also after what a directory changed itself."""
    first, _ = pair
    await change_school(first, SCHOOL.id, CorrectName("SDN 9"), ADMIN, now)
    await first.fresh()
    store.broken = unreadable
    with capture_logs() as lines:
        assert (await first.fresh()).schools[SCHOOL.id].name == "SDN 9"
    assert lines == []


async def test_what_cannot_be_read_stays_as_it_was_known(
    pair: Pair, store: BadDisk, now: datetime
) -> None:
    """While the disk fails the turn goes on with what was known; afterwards the change is seen."""
    first, second = pair
    await change_school(first, SCHOOL.id, CorrectName("SDN 9"), ADMIN, now)
    store.broken = unreadable
    with capture_logs() as lines:
        assert (await second.fresh()).schools[SCHOOL.id].name == SCHOOL.name
    assert [line["event"] for line in lines] == ["schools_not_read"]
    store.broken = sound
    assert (await second.fresh()).schools[SCHOOL.id].name == "SDN 9"


async def test_who_looks_after_very_many_changes_sees_the_last(pair: Pair, store: BadDisk) -> None:
    """When the store no longer remembers what changed, all schools are read again."""
    _, second = pair
    for number in range(CHANGES_KEPT + 1):
        await rename(store, f"SDN {number}")
    assert (await second.fresh()).schools[SCHOOL.id].name == f"SDN {CHANGES_KEPT}"


async def test_many_who_ask_at_once_all_get_the_new_state(pair: Pair, now: datetime) -> None:
    """Nobody is answered from before a change because somebody else is reading it already."""
    first, second = pair
    await change_school(first, SCHOOL.id, CorrectName("SDN 9"), ADMIN, now)
    answers = await asyncio.gather(*(second.fresh() for _ in range(5)))
    assert {rights.schools[SCHOOL.id].name for rights in answers} == {"SDN 9"}


async def test_a_change_while_the_schools_are_read_is_not_missed(
    pair: Pair, store: Moving, now: datetime
) -> None:
    """What changes between the question and the reading is read in the same go."""
    first, second = pair
    await change_school(first, SCHOOL.id, CorrectName("SDN 8"), ADMIN, now)
    changes = [CorrectName("SDN 9")]

    async def change() -> None:
        if changes:
            await change_school(first, SCHOOL.id, changes.pop(), ADMIN, now)

    store.after_reading = change
    assert (await second.fresh()).schools[SCHOOL.id].name == "SDN 9"


async def test_who_watches_knows_without_asking(pair: Pair, now: datetime) -> None:
    """A process that only sends learns of a change within a second, also after a failing look."""
    first, second = pair
    waits = iter((False, True, False))
    looked: asyncio.Queue[float] = asyncio.Queue()

    async def sleep(seconds: float) -> None:
        if next(waits):
            await change_school(first, SCHOOL.id, CorrectName("SDN 9"), ADMIN, now)
        await looked.put(seconds)
        await asyncio.sleep(0)

    async with beside(second.watch(sleep), "tests"):
        assert [await looked.get() for _ in range(3)] == [WATCH_SECONDS] * 3
    assert second.snapshot().schools[SCHOOL.id].name == "SDN 9"
