"""Who is concerned by what happens in a school is told once, in nobody's night, across crashes."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.model import Press, Typed
from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.sources.school_news import SchoolNews
from bot.domain.broadcast.verdict import Gone, RetryAt
from bot.domain.school.school_change import RemoveCoordinator
from bot.errors import StoreUnavailable
from tests.changing import change_school
from tests.delivery.schools import MADE, SCHOOL, keep
from tests.delivery.teachers import Dying, HandClock, Letterbox, stored, teacher
from tests.errand_desk import OTHER, ZUBAIDAH, Desk, cannot_write


def newsroom(desk: Desk, box: Letterbox | Dying) -> Dispatcher:
    directory = desk.turns.directory
    news = SchoolNews(
        store=desk.store,
        clock=desk.clock,
        world=desk.world,
        rights=lambda: directory.rights,
        told=directory.told,
    )
    return Dispatcher(clock=desk.clock, post=box.post, stop=asyncio.Event(), sources=(news,))


@pytest.fixture
async def desk(world: World, clock: HandClock, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await Desk(world, clock, tmp_path).open()
    yield opened
    await opened.store.close()


def letters(box: Letterbox) -> list[int]:
    return [person for person, _ in box.letters]


async def test_a_coordinator_who_comes_by_a_link_is_told_to_the_others(
    desk: Desk, box: Letterbox
) -> None:
    """By name, once, however often it ticks; she herself is not told."""
    await desk.turns.handle(await desk.about_to_join())
    for _ in range(3):
        await newsroom(desk, box).send_due()
    assert letters(box) == [MADE]
    assert "Zubaidah" in box.letters[0][1].text
    assert desk.turns.directory.rights.schools[SCHOOL.id].news == ()


@pytest.mark.parametrize("hours", [5, 9, 13])
async def test_nobody_is_woken_and_the_morning_tells_it(
    hours: int, desk: Desk, box: Letterbox
) -> None:
    """What happens in the evening is told when the night is over, also after a restart."""
    desk.clock.move(hours=hours)
    await desk.turns.handle(await desk.about_to_join())
    await newsroom(desk, box).send_due()
    assert letters(box) == []
    await desk.start()
    desk.clock.move(hours=24 - hours)
    await newsroom(desk, box).send_due()
    assert letters(box) == [MADE]


async def test_ten_deaths_tell_it_twice_at_most(desk: Desk, box: Letterbox) -> None:
    """However often the process dies right after telling it; from then on it counts as told."""
    await desk.turns.handle(await desk.about_to_join())
    for _ in range(10):
        await newsroom(desk, Dying(box)).send_due()
    assert letters(box) == [MADE, MADE]
    assert desk.turns.directory.rights.schools[SCHOOL.id].news == ()
    assert (await stored(desk.store, MADE)).outbound.claim is None


async def test_what_could_not_be_sent_is_told_later(desk: Desk, box: Letterbox) -> None:
    """A 429 waits for its end; whoever blocked the bot ends it."""
    await desk.turns.handle(await desk.about_to_join())
    box.verdicts[MADE] = RetryAt(desk.clock.now + timedelta(minutes=1), "429")
    await newsroom(desk, box).send_due()
    box.verdicts[MADE] = Gone("blocked")
    await newsroom(desk, box).send_due()
    await newsroom(desk, box).send_due()
    assert letters(box) == [MADE, MADE]


async def test_a_full_disk_does_not_tell_it_over_and_over(desk: Desk, box: Letterbox) -> None:
    """What was sent and could not be written down is written later, not sent again."""
    await desk.turns.handle(await desk.about_to_join())
    room = newsroom(desk, box)
    desk.store.broken = cannot_write("schools")
    for _ in range(3):
        await room.send_due()
    desk.store.broken = lambda *_, **__: False
    await room.send_due()
    assert letters(box) == [MADE]
    assert desk.turns.directory.rights.schools[SCHOOL.id].news == ()


async def test_who_was_removed_is_told_and_who_stopped_the_bot_is_not(
    desk: Desk, box: Letterbox
) -> None:
    """Stopping ends every message; what is not told is not kept waiting either."""
    await desk.turns.handle(await desk.about_to_join())
    await keep(desk.store, replace(await stored(desk.store, ZUBAIDAH), quiet=True))
    await newsroom(desk, box).send_due()
    await change_school(desk.turns.directory, SCHOOL.id, RemoveCoordinator(MADE), 1, desk.clock.now)
    await newsroom(desk, box).send_due()
    assert letters(box) == [MADE, MADE]
    assert "tidak lagi menjadi koordinator" in box.letters[1][1].text
    assert desk.turns.directory.rights.schools[SCHOOL.id].news == ()


async def test_after_a_week_nobody_is_told_any_more(desk: Desk, box: Letterbox) -> None:
    """Old news is in the log."""
    await desk.turns.handle(await desk.about_to_join())
    desk.clock.move(days=8)
    await newsroom(desk, box).send_due()
    assert letters(box) == []
    assert desk.turns.directory.rights.schools[SCHOOL.id].news == ()


async def test_a_teacher_taken_out_keeps_her_records_and_is_told(
    desk: Desk, box: Letterbox
) -> None:
    """She leaves every list at once; nothing else of hers changes."""
    before = await stored(desk.store, ZUBAIDAH)
    await keep(desk.store, replace(teacher(MADE), school=None))
    await desk.do(MADE, Press(f"teacher:out:{SCHOOL.id}:{ZUBAIDAH}"))
    await newsroom(desk, box).send_due()
    after = await stored(desk.store, ZUBAIDAH)
    assert after == replace(before, school=None, shown_name=None, joined_at=None)
    assert letters(box) == [ZUBAIDAH]
    shown = await desk.do(MADE, Press(f"roster:list:{SCHOOL.id}:semua"))
    assert "Zubaidah" not in shown


async def test_a_crash_between_school_and_teacher_is_made_good_by_the_next_tap(
    desk: Desk, box: Letterbox
) -> None:
    """She is out in the end, and told once."""
    desk.store.broken = cannot_write("people")
    press = desk.incoming(MADE, Press(f"teacher:out:{SCHOOL.id}:{ZUBAIDAH}"))
    with pytest.raises(StoreUnavailable):
        await desk.turns.handle(press)
    desk.store.broken = lambda *_, **__: False
    await desk.start()
    await desk.turns.handle(press)
    await newsroom(desk, box).send_due()
    assert (await stored(desk.store, ZUBAIDAH)).school is None
    assert letters(box) == [ZUBAIDAH]


async def test_only_a_teacher_of_the_school_is_renamed_or_taken_out(
    desk: Desk, box: Letterbox
) -> None:
    """A button that names somebody else changes nobody and writes to nobody."""
    stranger = replace(teacher(77), shown_name="Orang lain")
    await keep(desk.store, stranger)
    for verb in ("out", "named"):
        await desk.do(MADE, Press(f"teacher:{verb}:{SCHOOL.id}:77"))
    await newsroom(desk, box).send_due()
    assert await stored(desk.store, 77) == stranger
    assert letters(box) == []


async def test_a_teacher_renamed_is_told_her_new_name(desk: Desk, box: Letterbox) -> None:
    """Typed in small letters it is shown to be confirmed as it will stand."""
    await desk.do(MADE, Press(f"teacher:name:{SCHOOL.id}:{OTHER}"))
    shown = await desk.do(MADE, Typed("bu rina, s.pd"))
    assert "Bu Rina, S.Pd." in shown
    assert (await stored(desk.store, OTHER)).shown_name != "Bu Rina, S.Pd."
    await desk.do(MADE, Press(f"teacher:named:{SCHOOL.id}:{OTHER}"))
    await newsroom(desk, box).send_due()
    assert (await stored(desk.store, OTHER)).shown_name == "Bu Rina, S.Pd."
    assert letters(box) == [OTHER]
    assert "Bu Rina, S.Pd." in box.letters[0][1].text
