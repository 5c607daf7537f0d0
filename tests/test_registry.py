"""Schools in memory and on disk, and the log of what was done."""

import os
from datetime import datetime, timedelta
from pathlib import Path

from structlog.testing import capture_logs

from bot.app.directory import SECRET_BYTES, Directory
from bot.domain.person.zone import Zone
from bot.domain.school.access import Action
from bot.domain.school.school import SchoolId, fingerprint_of
from bot.domain.school.school_change import (
    CloseInvite,
    CorrectName,
    CorrectNpsn,
    CorrectZone,
    FoundSchool,
    OfferHandover,
    OpenInvite,
    RemoveCoordinator,
    TakeHandover,
)
from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import TinyStore, memory_store, tiny_store
from tests.changing import change_school

SCHOOL = SchoolId("aaaaaaaa")
FOUND = FoundSchool(name="SDN 1", zone=Zone.WIT, npsn=None)


async def test_schools_survive_a_restart(tmp_path: Path, now: datetime) -> None:
    """What was changed is on disk, and known again after the next start."""
    store = tiny_store(tmp_path, KINDS)
    await store.open()
    directory = Directory(store)
    await change_school(directory, SCHOOL, FOUND, 1, now)
    await change_school(directory, SCHOOL, OpenInvite(), 1, now)
    before = directory.rights.schools[SCHOOL]
    await store.close()
    again = tiny_store(tmp_path, KINDS)
    await again.open()
    restarted = Directory(again)
    await restarted.load()
    assert restarted.rights.schools == {SCHOOL: before}
    await again.close()


async def test_only_a_new_link_gives_a_secret(now: datetime) -> None:
    """The secret of a one-time link is handed out once, of 128 bits, and not kept."""
    store = memory_store(KINDS)
    await store.open()
    directory = Directory(store)
    assert await change_school(directory, SCHOOL, FOUND, 1, now) is None
    assert await change_school(directory, SCHOOL, OpenInvite(), 1, now) is None
    secret = await change_school(directory, SCHOOL, OfferHandover(), 1, now)
    assert secret
    assert SECRET_BYTES * 8 == 128
    assert secret not in repr(directory.rights.schools[SCHOOL])
    await store.close()


async def test_a_change_of_an_unknown_school_does_nothing(now: datetime) -> None:
    """A button of a school that is gone changes and logs nothing."""
    store = memory_store(KINDS)
    await store.open()
    directory = Directory(store)
    assert await change_school(directory, SchoolId("zzzzzzzz"), OpenInvite(), 1, now) is None
    assert directory.rights.schools == {}
    assert await directory.log(SchoolId("zzzzzzzz"), now) == ()
    await store.close()


async def test_the_log_tells_who_did_what_newest_first(now: datetime) -> None:
    """Every change is noted with its moment, for two years, across months."""
    store = memory_store(KINDS)
    await store.open()
    directory = Directory(store)
    await change_school(directory, SCHOOL, FOUND, 1, now)
    later = now + timedelta(days=40)
    secret = await change_school(directory, SCHOOL, OfferHandover(), 1, later)
    assert secret
    await change_school(directory, SCHOOL, TakeHandover(fingerprint_of(secret), "Made"), 9, later)
    await change_school(directory, SCHOOL, RemoveCoordinator(9), 1, later)
    await change_school(directory, SCHOOL, RemoveCoordinator(9), 1, later)  # nothing, so not noted
    entries = await directory.log(SCHOOL, later)
    assert [(entry.by, entry.action, entry.whom) for entry in entries] == [
        (1, Action.REMOVE_COORDINATOR, 9),
        (9, Action.BECOME_COORDINATOR, None),
        (1, Action.INVITE_COORDINATOR, None),
        (1, Action.MAKE_SCHOOL, None),
    ]
    assert len(await directory.log(SCHOOL, later + timedelta(days=365 * 2 + 40))) == 0
    await store.close()


async def test_the_log_is_shown_for_two_years(now: datetime) -> None:
    """What was done two years ago to the month is still told, what is older is not."""
    store = memory_store(KINDS)
    await store.open()
    directory = Directory(store)
    await change_school(directory, SCHOOL, FOUND, 1, now)
    two_years = now.replace(year=now.year + 2, day=1)
    assert len(await directory.log(SCHOOL, two_years)) == 1
    assert await directory.log(SCHOOL, two_years + timedelta(days=31)) == ()
    await store.close()


async def test_a_school_that_has_rotted_is_left_out(tmp_path: Path, now: datetime) -> None:
    """A file that only looks unchanged does not keep the bot from starting with the other schools."""
    other, store = SchoolId("bbbbbbbb"), await opened(tmp_path)
    for school in (SCHOOL, other):
        await change_school(Directory(store), school, FOUND, 1, now)
    await store.close()
    file = next(tmp_path.glob(f"schools/*/{SCHOOL}.json"))
    os.utime(file, (0, 0))  # long ago, so that the start trusts what it knew of the file
    await (await opened(tmp_path)).close()
    file.write_bytes(b"\0" * file.stat().st_size)
    os.utime(file, (0, 0))
    store = await opened(tmp_path)
    directory = Directory(store)
    await directory.load()
    assert (list(directory.rights.schools), directory.unreadable) == ([other], 1)
    await store.close()


async def test_a_damaged_log_stops_nothing(tmp_path: Path, now: datetime) -> None:
    """An act whose month cannot be read is done, stands in the bot's own log, and the rest is told."""
    store = await opened(tmp_path)
    directory = Directory(store)
    await change_school(directory, SCHOOL, FOUND, 1, now)
    later = now + timedelta(days=40)
    await change_school(directory, SCHOOL, OpenInvite(), 1, later)
    damaged = next(tmp_path.glob(f"audit/*/{SCHOOL}-{later:%Y-%m}.json"))
    damaged.write_bytes(b"")
    with capture_logs() as logs:
        await change_school(directory, SCHOOL, CloseInvite(), 1, later)
    assert directory.rights.schools[SCHOOL].invite is None
    assert [entry["action"] for entry in logs if entry["event"] == "act_not_noted"] == [
        Action.CLOSE_INVITE
    ]
    assert [act.action for act in await directory.log(SCHOOL, later)] == [Action.MAKE_SCHOOL]
    await store.close()


async def opened(path: Path) -> TinyStore:
    """Open the store in a folder."""
    store = tiny_store(path, KINDS)
    await store.open()
    return store


async def test_no_two_schools_have_one_national_number(now: datetime) -> None:
    """Neither when it is made nor when it is corrected; correcting it to itself is fine."""
    store = memory_store(KINDS)
    await store.open()
    directory = Directory(store)
    second = SchoolId("bbbbbbbb")
    numbered = FoundSchool(name="SDN 1", zone=Zone.WIT, npsn="20100001")
    await change_school(directory, SCHOOL, numbered, 1, now)
    await change_school(directory, second, numbered, 1, now)
    assert second not in directory.rights.schools
    await change_school(directory, second, FOUND, 1, now)
    await change_school(directory, second, CorrectNpsn("20100001"), 1, now)
    assert directory.rights.schools[second].npsn is None
    await change_school(directory, SCHOOL, CorrectNpsn("20100001"), 1, now)
    await change_school(directory, second, CorrectNpsn("20100002"), 1, now)
    assert directory.rights.schools[second].npsn == "20100002"
    (entry, _) = await directory.log(second, now)
    assert entry.action is Action.CORRECT_NPSN
    await store.close()


async def test_the_log_keeps_what_was_corrected_into_what(now: datetime) -> None:
    """Name, zone and number of a school, as they were and as they are."""
    store = memory_store(KINDS)
    await store.open()
    directory = Directory(store)
    await change_school(directory, SCHOOL, FOUND, 1, now)
    for change in (CorrectName("SDN 2"), CorrectZone(Zone.WIB), CorrectNpsn("20100001")):
        await change_school(directory, SCHOOL, change, 1, now)
    entries = await directory.log(SCHOOL, now)
    assert [(one.was, one.became) for one in entries] == [
        (None, "20100001"),
        ("WIT", "WIB"),
        ("SDN 1", "SDN 2"),
        (None, None),
    ]
    await store.close()
