"""Schools in memory and on disk, and the log of what was done."""

from datetime import datetime, timedelta
from pathlib import Path

from bot.domain.access import Action
from bot.domain.school import SchoolId
from bot.domain.school_change import Found, OfferHandover, OpenInvite, RemoveCoordinator
from bot.domain.zone import Zone
from bot.doorkeeper import TRIES, Doorkeeper
from bot.parts import KINDS
from bot.registry import SECRET_BYTES, Registry
from bot.store.tiny import memory_store, tiny_store

SCHOOL = SchoolId("aaaaaaaa")
FOUND = Found(name="SDN 1", zone=Zone.WIT, npsn=None)


async def test_schools_survive_a_restart(tmp_path: Path, now: datetime) -> None:
    """What was changed is on disk, and known again after the next start."""
    store = tiny_store(tmp_path, KINDS)
    await store.open()
    registry = Registry(store)
    await registry.change(SCHOOL, FOUND, 1, now)
    await registry.change(SCHOOL, OpenInvite(), 1, now)
    before = registry.rights.schools[SCHOOL]
    await store.close()
    again = tiny_store(tmp_path, KINDS)
    await again.open()
    restarted = Registry(again)
    await restarted.load()
    assert restarted.rights.schools == {SCHOOL: before}
    await again.close()


async def test_only_a_new_link_gives_a_secret(now: datetime) -> None:
    """The secret of a one-time link is handed out once, of 128 bits, and not kept."""
    store = memory_store(KINDS)
    await store.open()
    registry = Registry(store)
    assert await registry.change(SCHOOL, FOUND, 1, now) is None
    assert await registry.change(SCHOOL, OpenInvite(), 1, now) is None
    secret = await registry.change(SCHOOL, OfferHandover(), 1, now)
    assert secret
    assert SECRET_BYTES * 8 == 128
    assert secret not in repr(registry.rights.schools[SCHOOL])
    await store.close()


async def test_a_change_of_an_unknown_school_does_nothing(now: datetime) -> None:
    """A button of a school that is gone changes and logs nothing."""
    store = memory_store(KINDS)
    await store.open()
    registry = Registry(store)
    assert await registry.change(SchoolId("zzzzzzzz"), OpenInvite(), 1, now) is None
    assert registry.rights.schools == {}
    assert await registry.log(SchoolId("zzzzzzzz"), now) == ()
    await store.close()


async def test_the_log_tells_who_did_what_newest_first(now: datetime) -> None:
    """Every change is noted with its moment, for two years, across months."""
    store = memory_store(KINDS)
    await store.open()
    registry = Registry(store)
    await registry.change(SCHOOL, FOUND, 1, now)
    later = now + timedelta(days=40)
    await registry.change(SCHOOL, RemoveCoordinator(9), 1, later)
    entries = await registry.log(SCHOOL, later)
    assert [(entry.by, entry.action, entry.whom) for entry in entries] == [
        (1, Action.REMOVE_COORDINATOR, 9),
        (1, Action.MAKE_SCHOOL, None),
    ]
    assert len(await registry.log(SCHOOL, later + timedelta(days=365 * 2 + 40))) == 0
    await store.close()


async def test_the_log_is_shown_for_two_years(now: datetime) -> None:
    """What was done two years ago to the month is still told, what is older is not."""
    store = memory_store(KINDS)
    await store.open()
    registry = Registry(store)
    await registry.change(SCHOOL, FOUND, 1, now)
    two_years = now.replace(year=now.year + 2, day=1)
    assert len(await registry.log(SCHOOL, two_years)) == 1
    assert await registry.log(SCHOOL, two_years + timedelta(days=31)) == ()
    await store.close()


def test_a_sixth_try_within_an_hour_is_not_looked_at(now: datetime) -> None:
    """Five tries an hour for each person; after that hour there are five again."""
    doorkeeper = Doorkeeper()
    tries = [doorkeeper.lets_try(7, now + timedelta(minutes=n)) for n in range(TRIES + 2)]
    assert tries == [True] * TRIES + [False] * 2
    assert doorkeeper.lets_try(8, now)
    assert doorkeeper.lets_try(7, now + timedelta(hours=2))
