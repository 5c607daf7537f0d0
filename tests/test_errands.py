"""What a turn changes outside her own document is not lost, and done once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.model import Command, Press, Screen
from bot.chat.world import World
from bot.domain.access import Action
from bot.domain.broadcast import Phase
from bot.errors import StoreUnavailable
from bot.store.codec import PEOPLE
from tests.errand_desk import LINK, OTHER, ZUBAIDAH, Desk, cannot_write
from tests.outbox.announcing import ID, broadcast
from tests.outbox.disks import sound
from tests.outbox.schools import MADE, SCHOOL
from tests.outbox.teachers import OPENING, HandClock


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await Desk(world, clock, tmp_path).open()
    yield opened
    await opened.store.close()


async def test_a_link_taken_while_the_disk_fails_is_taken_by_the_same_update(desk: Desk) -> None:
    """What a crash cut off is done when Telegram hands the update in again."""
    await desk.do(ZUBAIDAH, Command("start", LINK))
    await desk.do(ZUBAIDAH, Press("join:agree"))
    taking = desk.incoming(ZUBAIDAH, Press("join:name"))
    desk.store.broken = cannot_write("schools")
    with pytest.raises(StoreUnavailable):
        await desk.turns.handle(taking)
    desk.store.broken = sound
    await desk.start()
    await desk.turns.handle(taking)
    assert desk.turns.registry.rights.schools_of(ZUBAIDAH)


async def test_an_effect_done_without_her_own_save_is_done_once(desk: Desk) -> None:
    """If only her own document could not be saved, the repetition saves it and notes nothing twice."""
    await desk.do(ZUBAIDAH, Command("start", LINK))
    await desk.do(ZUBAIDAH, Press("join:agree"))
    taking = desk.incoming(ZUBAIDAH, Press("join:name"))
    desk.store.broken = cannot_write("people")
    with pytest.raises(StoreUnavailable):
        await desk.turns.handle(taking)
    desk.store.broken = sound
    await desk.start()
    shown = (await desk.turns.handle(taking))[0]
    assert isinstance(shown, Screen)
    assert "Anda sekarang koordinator" in shown.text
    acts = await desk.turns.registry.log(SCHOOL.id, desk.clock())
    assert [(act.by, act.action) for act in acts] == [(ZUBAIDAH, Action.BECOME_COORDINATOR)]
    person = await desk.store.get(PEOPLE, str(ZUBAIDAH))
    assert person is not None
    assert person.invited is None


async def test_an_act_the_log_had_no_room_for_is_noted_with_the_repetition(desk: Desk) -> None:
    """A school changed while its log could not be written: her next tap notes it, once."""
    await desk.do(ZUBAIDAH, Command("start", LINK))
    await desk.do(ZUBAIDAH, Press("join:agree"))
    desk.store.broken = cannot_write("audit")
    with pytest.raises(StoreUnavailable):
        await desk.do(ZUBAIDAH, Press("join:name"))
    desk.store.broken = sound
    await desk.do(ZUBAIDAH, Press("join:name"))
    acts = await desk.turns.registry.log(SCHOOL.id, desk.clock())
    assert [(act.by, act.action) for act in acts] == [(ZUBAIDAH, Action.BECOME_COORDINATOR)]


async def test_a_stop_cut_off_by_a_crash_holds_after_it(desk: Desk) -> None:
    """An order to a broadcast is carried out when its update comes again."""
    await desk.announce(replace(broadcast(), due=OPENING + timedelta(hours=3)))
    stopping = desk.incoming(MADE, Press(f"siar:do:{SCHOOL.id}:{ID}:henti"))
    desk.store.broken = cannot_write("broadcasts")
    with pytest.raises(StoreUnavailable):
        await desk.turns.handle(stopping)
    desk.store.broken = sound
    await desk.start()
    await desk.turns.handle(stopping)
    assert (await desk.head()).phase is Phase.STOPPED


async def test_of_two_who_take_one_link_one_is_told_that_it_is_not_open(desk: Desk) -> None:
    """The second is no coordinator, is not told that she is, and the log does not name her."""
    for who in (ZUBAIDAH, OTHER):
        await desk.do(who, Command("start", LINK))
        await desk.do(who, Press("join:agree"))
    told = await asyncio.gather(*(desk.do(who, Press("join:name")) for who in (ZUBAIDAH, OTHER)))
    winners = [one.id for one in desk.turns.registry.rights.schools[SCHOOL.id].coordinators]
    assert len(winners) == len({MADE, ZUBAIDAH})
    assert ["Anda sekarang koordinator" in text for text in told].count(True) == 1
    acts = await desk.turns.registry.log(SCHOOL.id, desk.clock())
    assert [act.by for act in acts] == winners[1:]
