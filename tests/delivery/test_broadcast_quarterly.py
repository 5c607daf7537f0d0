"""A broadcast that comes again every quarter: to whom, and exactly when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.chat.world import World
from bot.delivery.broadcasts import of_school
from bot.domain.broadcast.broadcast import Broadcast, Phase
from bot.domain.calendar.calendar import Period
from bot.domain.calendar.quarter import local
from bot.domain.school.school_change import SetQuiet, ShiftWindow
from tests.changing import change_school
from tests.delivery.announcing import Office, broadcast
from tests.delivery.schools import MADE, SCHOOL, keep, member
from tests.delivery.teachers import OPENING

FIRST = 1_001


async def waiting(office: Office) -> Broadcast:
    """Return the one broadcast of the school that is still to come."""
    (one,) = [one for one in await of_school(office.store, SCHOOL.id) if one.due]
    return one


async def test_a_repeated_one_comes_again_to_those_who_are_meant_then(world: World) -> None:
    """At its next turn whoever joined gets it too, and there is one more after that."""
    office = await Office(world, 2, replace(broadcast(), repeats=True)).open()
    await office.pump()
    await keep(office.store, member(FIRST + 50, OPENING))
    office.mail.letters.clear()
    due = (await waiting(office)).due
    assert due
    office.clock.now = due + timedelta(minutes=5)
    await office.pump()
    assert sorted(person for person, _ in office.mail.letters) == [FIRST, FIRST + 1, FIRST + 50]
    assert len(await of_school(office.store, SCHOOL.id)) == 3


async def test_a_repeated_one_follows_the_windows(world: World) -> None:
    """Planned for the day before a window opens, it comes then each quarter, on a school day.

    Three months after 30 November lies a Sunday, six months after it a day of no window at all.
    """
    first = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
    office = await Office(
        world, 1, replace(broadcast(), due=first, first_at=first, repeats=True)
    ).open()
    dues: list[str] = []
    for _ in range(5):
        due = (await waiting(office)).due if dues else first
        assert due
        office.clock.now = due + timedelta(hours=3, minutes=7)
        await office.pump()
        dues.append(f"{local(due, SCHOOL.zone):%a %d.%m.%y %H.%M}")
    assert dues == [
        "Mon 30.11.26 09.00",
        "Mon 29.03.27 09.00",
        "Mon 07.06.27 09.00",
        "Mon 20.09.27 09.00",
        "Tue 30.11.27 09.00",
    ]


async def test_a_turn_moves_with_the_schools_calendar(world: World) -> None:
    """When the window or the quiet days change while it waits, it leaves at the new moment."""
    first = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    head = replace(broadcast(first), first_at=first, repeats=True)
    office = await Office(world, 1, head).open()
    office.clock.now = first
    await office.pump()
    due = (await waiting(office)).due
    assert due == datetime(2027, 3, 29, 2, 0, tzinfo=UTC)
    directory = office.turns.directory
    await change_school(directory, SCHOOL.id, ShiftWindow("2027-Q1", 7), MADE, first)
    quiet = Period(datetime(2027, 4, 5).date(), datetime(2027, 4, 6).date(), "libur")  # noqa: DTZ001 -- days
    await change_school(directory, SCHOOL.id, SetQuiet((quiet,)), MADE, first)
    office.mail.letters.clear()
    office.clock.now = due
    await office.pump()
    assert office.mail.letters == []
    assert (await waiting(office)).due == datetime(2027, 4, 7, 2, 0, tzinfo=UTC)
    office.clock.now = datetime(2027, 4, 7, 2, 0, tzinfo=UTC)
    await office.pump()
    assert len(office.mail.letters) == 1


async def test_a_turn_that_was_slept_through_is_asked_about(world: World) -> None:
    """After a long time off nothing stale goes out: its sender decides, and can wait for the next."""
    office = await Office(world, 1, replace(broadcast(), repeats=True)).open()
    await office.pump()
    due = (await waiting(office)).due
    assert due
    office.mail.letters.clear()
    office.clock.now = due + timedelta(days=2)
    await office.pump()
    assert office.mail.letters == []
    late = await waiting(office)
    assert (late.phase, late.missed) == (Phase.LATE, due)
