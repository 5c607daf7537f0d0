"""The course of a broadcast: what is asked again while it goes out."""

from bot.chat.world import World
from bot.domain.broadcast.broadcast import Phase
from bot.domain.school.school_change import RemoveCoordinator
from tests.changing import change_school
from tests.delivery.announcing import ID, Office
from tests.delivery.schools import MADE, SCHOOL
from tests.delivery.teachers import OPENING


async def test_a_right_taken_away_in_the_middle_stops_it(world: World) -> None:
    """After the coordinator is removed nothing more is claimed, and the broadcast ends unfinished."""
    office = await Office(world, 3).open()
    course = office.broadcaster.course
    await course.expander.take_from(MADE)
    assert await course.begin(ID)
    assert await course.goes_on(ID)
    await change_school(office.turns.directory, SCHOOL.id, RemoveCoordinator(MADE), 1, OPENING)
    assert not await course.goes_on(ID)
    await office.pump()
    assert office.mail.letters == []
    assert await office.phase() not in (Phase.SENDING, Phase.DONE)
