"""Whoever left counts no more in what is planned, and as left in what is under way."""

from dataclasses import replace
from datetime import timedelta

from bot.chat.world import World
from bot.delivery.broadcasts import report_of
from bot.domain.broadcast.batch import Fate, SkipReason
from bot.domain.broadcast.broadcast import Phase
from bot.domain.school.school import Coordinator
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.schools import SCHOOLS
from tests.delivery.announcing import ID, Office, broadcast
from tests.delivery.schools import SCHOOL, keep, member
from tests.delivery.teachers import OPENING

FIRST = 1_001
PLANNED = replace(broadcast(), due=OPENING + timedelta(days=2))


async def test_who_left_counts_no_more_in_what_is_planned(world: World) -> None:
    """Number, names and total are those of the moment somebody looks."""
    office = await Office(world, 3, PLANNED).open()
    await office.pump()
    await keep(office.store, replace(member(FIRST, OPENING), school=None, shown_name=None))
    found = await report_of(office.store, SCHOOL.id, ID)
    assert found
    assert ([one.person for one in found.deliveries], found.open) == ([FIRST + 1, FIRST + 2], 2)
    assert found.broadcast.total == 2
    await keep(office.store, member(FIRST, OPENING))
    back = await report_of(office.store, SCHOOL.id, ID)
    assert back
    assert back.open == 3


async def test_who_left_in_the_middle_counts_as_left(world: World) -> None:
    """In a paused one that has begun she stands among those it is not sent to."""
    office = await Office(world, 2, PLANNED).open()
    await office.pump()
    head = await office.store.get(BROADCASTS, ID)
    assert head
    paused = replace(head, phase=Phase.PAUSED, due=None, begun_at=OPENING)
    await office.store.update(BROADCASTS, ID, lambda _: (Put(paused), None))
    await keep(office.store, replace(member(FIRST, OPENING), school=None, shown_name=None))
    found = await report_of(office.store, SCHOOL.id, ID)
    assert found
    assert (found.deliveries[0].outcome, found.deliveries[0].reason) == (
        Fate.SKIPPED,
        SkipReason.LEFT,
    )
    assert (found.open, found.broadcast.total) == (1, 2)


async def test_a_coordinator_who_left_as_a_teacher_is_sent_none(world: World) -> None:
    """The number that was told and those who get it agree."""
    office = await Office(world, 2, PLANNED).open()
    await office.pump()
    both = replace(SCHOOL, coordinators=(*SCHOOL.coordinators, Coordinator(FIRST, "Guru 1")))
    await office.store.update(SCHOOLS, SCHOOL.id, lambda _: (Put(both), None))
    await office.turns.directory.load()
    await keep(office.store, replace(member(FIRST, OPENING), school=None, shown_name=None))
    office.clock.now = OPENING + timedelta(days=2)
    await office.pump()
    assert [person for person, _ in office.mail.letters] == [FIRST + 1]
