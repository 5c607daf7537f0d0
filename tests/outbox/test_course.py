"""The course of a broadcast: what is asked again while it goes out."""

from collections.abc import Callable
from dataclasses import replace

from bot.chat.model import Shown
from bot.chat.world import World
from bot.domain.broadcast import Phase
from bot.domain.delivery import Verdict
from bot.domain.person import PersonId
from bot.domain.school_change import RemoveCoordinator
from bot.outbox.broadcaster import CLAIM, HANDS
from tests.outbox.announcing import Office
from tests.outbox.schools import MADE, SCHOOL
from tests.outbox.teachers import OPENING


async def test_a_right_taken_away_in_the_middle_stops_it(world: World) -> None:
    """After the coordinator is removed only what was already claimed goes out."""
    office = await Office(world, HANDS * CLAIM * 3).open()

    async def post(person: PersonId, shown: Shown, wanted: Callable[[], bool]) -> Verdict:
        await office.turns.registry.change(SCHOOL.id, RemoveCoordinator(MADE), 1, OPENING)
        return await office.mail.post(person, shown, wanted)

    office.broadcaster = replace(office.broadcaster, post=post)
    await office.pump()
    assert 0 < len(office.mail.letters) <= HANDS * CLAIM
    await office.pump()
    assert await office.phase() == Phase.STOPPED
    assert len(office.mail.letters) <= HANDS * CLAIM
