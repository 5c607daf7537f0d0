"""What becomes of a broadcast that is interrupted: by the end of its process, or by a clock that ran ahead."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.chat.model import Shown
from bot.chat.world import World
from bot.delivery.planner import Planner
from bot.delivery.replanner import Replanner
from bot.delivery.sources.broadcast import CLAIM
from bot.domain.broadcast.batch import Fate
from bot.domain.broadcast.broadcast import Phase
from bot.domain.broadcast.verdict import StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.store.codec.broadcasts import BROADCASTS
from tests.delivery.announcing import Office, broadcast
from tests.delivery.mail import posting
from tests.delivery.teachers import OPENING
from tests.delivery.test_expiry import put

AHEAD = timedelta(days=40, hours=12)
"""So far ahead that it is night there."""


async def test_what_was_answered_is_recorded_though_another_answer_is_never_heard(
    world: World,
) -> None:
    """Messages leave a few together; when the process ends, those whose answer came are sent no more."""
    office = await Office(world, CLAIM).open()
    waiting, slow = asyncio.Event(), 1_001

    async def post(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        verdict = await office.mail.post(person, shown, wanted)
        if person == slow:
            waiting.set()
            await asyncio.Event().wait()
        return verdict

    blocked = posting(office.broadcaster, post)
    await blocked.look()
    await waiting.wait()
    for _ in range(20):
        await asyncio.sleep(0)
    await blocked.give_up()
    fates = {one.person: one.outcome for one in await office.deliveries()}
    assert fates.pop(slow) is Fate.SENDING
    assert set(fates.values()) == {Fate.SENT}


async def put_right(office: Office) -> None:
    """Set the clock back, as the next tick finds it, and let the broadcaster work."""
    office.clock.move(days=-AHEAD.days, seconds=-AHEAD.seconds)
    planner = Planner(office.world, office.turns.directory.snapshot)
    replanner = Replanner(office.store, planner, office.clock)
    replanner.begin(None)
    await replanner.finish()
    await office.pump()


async def test_a_broadcast_that_a_clock_ahead_has_put_off_goes_on_when_it_is_put_right(
    world: World,
) -> None:
    """By a clock of weeks ahead it waits for a morning that is weeks away; then the clock is set back."""
    office = await Office(world, 3, broadcast(OPENING + AHEAD)).open()
    office.clock.move(days=AHEAD.days, seconds=AHEAD.seconds)
    await office.pump()
    assert office.mail.letters == []
    await put_right(office)
    assert sorted(person for person, _ in office.mail.letters) == [1_001, 1_002, 1_003]
    assert await office.phase() == Phase.DONE


async def test_a_broadcast_made_by_a_clock_ahead_begins_when_it_is_put_right(world: World) -> None:
    """It was to begin at once, and the clock was set back before it did."""
    office = await Office(world, 3, broadcast(OPENING + AHEAD)).open()
    await office.pump()
    assert office.mail.letters == []
    office.clock.move(days=AHEAD.days, seconds=AHEAD.seconds)
    await put_right(office)
    assert len(office.mail.letters) == 3


async def test_a_clock_that_was_ahead_between_two_ticks_puts_nothing_off(world: World) -> None:
    """Nobody noticed that it jumped; what it made begins at the next tick, what somebody chose waits."""
    chosen = replace(broadcast(OPENING + AHEAD), id="b" * 12, made_at=OPENING)
    office = await Office(world, 3, broadcast(OPENING + AHEAD)).open()
    await office.pump()
    await put(office.store, BROADCASTS, chosen.id, chosen)
    planner = Planner(office.world, office.turns.directory.snapshot)
    await Replanner(office.store, planner, office.clock).put_right()
    await office.pump()
    assert len(office.mail.letters) == 3
    assert await office.store.get(BROADCASTS, chosen.id) == chosen
