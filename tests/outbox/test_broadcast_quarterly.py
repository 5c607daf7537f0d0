"""A broadcast that comes again every quarter: to whom, and exactly when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.chat.world import World
from bot.outbox.broadcasts import (
    of_school,
)
from tests.outbox.announcing import Office, broadcast
from tests.outbox.schools import SCHOOL, keep, member
from tests.outbox.teachers import OPENING

FIRST = 1_001


async def test_a_repeated_one_comes_again_to_those_who_are_meant_then(world: World) -> None:
    """Three months later whoever joined gets it too, and there is one more after that."""
    office = await Office(world, 2, replace(broadcast(), repeats=True)).open()
    await office.pump()
    await keep(office.store, member(FIRST + 50, OPENING))
    office.mail.letters.clear()
    office.clock.now = OPENING + timedelta(days=92)
    await office.pump()
    assert sorted(person for person, _ in office.mail.letters) == [FIRST, FIRST + 1, FIRST + 50]
    assert len(await of_school(office.store, SCHOOL.id)) == 3


async def test_a_repeated_one_keeps_its_hour_and_day(world: World) -> None:
    """However late each is sent, the next is counted from the first: no drift, no lost 30th."""
    first = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)
    office = await Office(
        world, 1, replace(broadcast(), due=first, first_at=first, repeats=True)
    ).open()
    dues: list[str] = []
    for _ in range(5):
        waiting = [one for one in await of_school(office.store, SCHOOL.id) if one.due]
        due = waiting[0].due if waiting else first
        assert due
        office.clock.now = due + timedelta(hours=10, minutes=7)
        await office.pump()
        dues.append(f"{due:%d.%m.%y %H.%M}")
    assert dues == [
        f"{day} 14.00" for day in ("30.11.26", "28.02.27", "30.05.27", "30.08.27", "30.11.27")
    ]


def test_after_a_long_time_off_the_next_one_lies_ahead() -> None:
    """What the bot slept through is not sent several times in a row."""
    old = replace(broadcast(), begun_at=OPENING, repeats=True)
    late = old.next_quarter(SCHOOL.zone, OPENING + timedelta(days=200))
    assert late.due
    assert late.due > OPENING + timedelta(days=200)
    assert late.first_at == OPENING, "one of an older version is counted from when it began"
