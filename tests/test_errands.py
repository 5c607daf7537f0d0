"""What a turn changes outside her own document is not lost, and done once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.model import Command, Press, Screen
from bot.chat.world import World
from bot.domain.broadcast.batch import Batch, Fate, chunk_key
from bot.domain.broadcast.broadcast import Broadcast, Phase, Reply
from bot.domain.broadcast.order import Order
from bot.domain.school.access import Action
from bot.errors import StoreUnavailable
from bot.store.base import Put, Write
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.older_person import OlderPerson, older
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import AUDIT
from tests.delivery.announcing import ID, broadcast
from tests.delivery.disks import sound
from tests.delivery.ordering import carry_out
from tests.delivery.schools import MADE, SCHOOL, keep
from tests.delivery.teachers import OPENING, HandClock
from tests.errand_desk import LINK, OTHER, ZUBAIDAH, Desk, cannot_write


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await Desk(world, clock, tmp_path).open()
    yield opened
    await opened.store.close()


async def test_a_link_taken_while_the_disk_fails_is_taken_by_the_same_update(desk: Desk) -> None:
    """What a crash cut off is done when Telegram hands the update in again."""
    taking = await desk.about_to_join()
    desk.store.broken = cannot_write("schools")
    with pytest.raises(StoreUnavailable):
        await desk.turns.handle(taking)
    desk.store.broken = sound
    await desk.start()
    await desk.turns.handle(taking)
    assert desk.turns.directory.rights.schools_of(ZUBAIDAH)


async def test_an_effect_done_without_her_own_save_is_done_once(desk: Desk) -> None:
    """If only her own document could not be saved, the repetition saves it and notes nothing twice."""
    taking = await desk.about_to_join()
    desk.store.broken = cannot_write("people")
    with pytest.raises(StoreUnavailable):
        await desk.turns.handle(taking)
    desk.store.broken = sound
    await desk.start()
    shown = (await desk.turns.handle(taking))[0]
    assert isinstance(shown, Screen)
    assert "Anda sekarang koordinator" in shown.text
    acts = await desk.turns.directory.log(SCHOOL.id, desk.clock())
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
    acts = await desk.turns.directory.log(SCHOOL.id, desk.clock())
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
    winners = [one.id for one in desk.turns.directory.rights.schools[SCHOOL.id].coordinators]
    assert len(winners) == len({MADE, ZUBAIDAH})
    assert ["Anda sekarang koordinator" in text for text in told].count(True) == 1
    acts = await desk.turns.directory.log(SCHOOL.id, desk.clock())
    assert [act.by for act in acts] == winners[1:]


async def test_an_order_that_could_not_be_noted_is_noted_with_the_repetition(desk: Desk) -> None:
    """A broadcast is stopped while the log cannot be written; her next tap brings the line."""
    await desk.announce(replace(broadcast(), due=OPENING + timedelta(hours=3)))
    stop = Press(f"siar:do:{SCHOOL.id}:{ID}:henti")
    desk.store.broken = cannot_write(AUDIT.name)
    with pytest.raises(StoreUnavailable):
        await desk.do(MADE, stop)
    desk.store.broken = sound
    await desk.do(MADE, stop)
    acts = [act.action for act in await desk.turns.directory.log(SCHOOL.id, desk.clock())]
    assert acts.count(Action.STOP_BROADCAST) == 1


async def test_a_letter_to_a_damaged_broadcast_does_not_hold_up_the_next(desk: Desk) -> None:
    """What she answered is lost; her answer to another broadcast goes on its way."""
    second = "bbbbbbbbbbbb"
    await desk.announce(broadcast())
    await desk.announce(replace(broadcast(), id=second))
    next((desk.data / BROADCASTS.name).rglob(f"*{ID}*.json")).write_bytes(b"{")
    await desk.start()
    person = await desk.store.get(PEOPLE, str(ZUBAIDAH))
    assert person
    letters = tuple(
        Reply(id=letter * 12, answers=answers, text="hadir", at=desk.clock())
        for letter, answers in (("c", ID), ("d", second))
    )
    await keep(desk.store, older(person, letters=letters))
    await desk.pump()
    person = await desk.store.get(PEOPLE, str(ZUBAIDAH))
    assert person
    assert not isinstance(person, OlderPerson)
    assert [whom for whom, _ in desk.mail.letters].count(MADE) == 1


@pytest.mark.parametrize("stopped", [True, False])
async def test_the_end_of_sending_again_is_told_to_who_has_gone_on(
    desk: Desk, stopped: bool
) -> None:
    """Also when the broadcast had been stopped and stays so: what she asked for has been done."""
    await desk.announce(replace(broadcast(), due=OPENING + timedelta(hours=3)))
    if stopped:
        await carry_out(
            desk.store, desk.turns.notifier, SCHOOL.id, ID, Order.STOP, now=desk.clock()
        )

    def failed(chunk: Batch | None) -> tuple[Write[Batch], None]:
        assert chunk
        one, other = chunk.deliveries
        rest = other if stopped else replace(other, outcome=Fate.SENT)
        refused = replace(one, outcome=Fate.REFUSED)
        return Put(replace(chunk, deliveries=(refused, rest))), None

    def done(head: Broadcast | None) -> tuple[Write[Broadcast], None]:
        assert head
        return Put(head if stopped else head.ended(Phase.DONE, desk.clock())), None

    await desk.store.update(CHUNKS, chunk_key(ID, 0), failed)
    await desk.store.update(BROADCASTS, ID, done)
    notifier, now = desk.turns.notifier, desk.clock()
    assert await carry_out(desk.store, notifier, SCHOOL.id, ID, Order.FAILED_AGAIN, now=now)
    before = len(desk.mail.shown)
    await desk.pump()
    assert len(desk.mail.shown) == before + 1
