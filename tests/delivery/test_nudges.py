"""A coordinator's wish to remind: each teacher once, by the rules, whatever happens in between."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.model import Shown
from bot.chat.world import World
from bot.delivery.dispatcher import AT_ONCE
from bot.delivery.sources.request import AT_A_TICK
from bot.domain.broadcast.verdict import Gone, Refused, RetryAt, StillDue, Unknown, Verdict
from bot.domain.coaching.progress import Status, StepProgress
from bot.domain.person.person import Person, PersonId
from bot.domain.programme.programme import StepSlug
from bot.domain.roster.nudge_request import ASK_LIFE
from bot.domain.school.access import Action, Rights
from bot.domain.school.audit import AuditEntry
from bot.store.codec.people import PEOPLE
from bot.store.codec.requests import REQUESTS
from bot.store.tiny.store import memory_store
from tests.delivery.schools import MADE, SCHOOL, keep_wish, member, wish
from tests.delivery.teachers import Dying, HandClock, stored
from tests.delivery.wishing import Desk

WEDNESDAY = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
"""10.00 WIB."""


@pytest.fixture
async def desk(world: World) -> AsyncIterator[Desk]:
    store = memory_store([PEOPLE, REQUESTS])
    await store.open()
    yield Desk(store, world, HandClock(WEDNESDAY))
    await store.close()


async def test_each_teacher_is_reminded_once_and_the_result_told_by_name(desk: Desk) -> None:
    """The message names coordinator and school; it is the one message of the day; it is logged."""
    await desk.ask(*(member(n, desk.clock.now) for n in (1, 2)))
    nudges = desk.nudges()
    await nudges.send_due()
    await nudges.send_due()
    assert [desk.box.to(n) for n in (1, 2, MADE)] == [1, 1, 1]
    text = desk.box.letters[0][1].text
    assert "Made" in text
    assert "SDN 3 &lt;Melati&gt;" in text
    assert "Terkirim (2): Guru 001, Guru 002" in desk.result
    assert (await stored(desk.store, 1)).outbound.written_on == WEDNESDAY.date()
    assert await desk.asked() == ()
    entry = AuditEntry(at=WEDNESDAY, by=MADE, action=Action.REMIND, count=2)
    assert desk.entries == [(SCHOOL.id, entry)]


async def test_a_wish_made_by_a_clock_ahead_is_carried_out_when_it_is_right(desk: Desk) -> None:
    """Weeks later nobody would know any more why the bot reminds of it."""
    await desk.ask(member(1, desk.clock.now))
    (asked,) = await desk.asked()
    ahead = desk.clock.now + timedelta(days=40)
    await keep_wish(desk.store, replace(asked, asked_at=ahead, due_at=ahead))
    nudges = desk.nudges()
    await nudges.send_due()
    assert [desk.box.to(n) for n in (1, MADE)] == [1, 1]
    assert await desk.asked() == ()


PASSED_OVER: dict[str, Callable[[Person], Person]] = {
    "Sudah, jadi": lambda person: replace(
        person,
        progress={
            StepSlug("murid"): StepProgress(status=Status.UNDERWAY, started_at=person.seen_at)
        },
    ),
    "Menjeda pesan": lambda person: replace(person, quiet=True),
    "Sudah dihubungi": lambda person: replace(
        person, outbound=replace(person.outbound, written_on=WEDNESDAY.date())
    ),
    "Tak terjangkau": lambda person: replace(person, reachable=False),
}


@pytest.mark.parametrize("words", PASSED_OVER)
async def test_everything_is_checked_again_when_it_is_sent(desk: Desk, words: str) -> None:
    """Who has begun, paused, been written to or blocked since the confirmation gets nothing."""
    await desk.ask(member(1, desk.clock.now))
    await desk.change(1, PASSED_OVER[words])
    await desk.nudges().send_due()
    assert desk.box.to(1) == 0
    assert words in desk.result
    assert "Guru 001" in desk.result


async def test_a_pause_until_later_counts_as_a_pause(desk: Desk) -> None:
    """A paused teacher gets nothing, also not after the others."""
    await desk.ask(member(1, desk.clock.now))
    until = desk.clock.now + timedelta(days=1)
    await desk.change(1, lambda p: replace(p, wishes=replace(p.wishes, paused_until=until)))
    await desk.nudges().send_due()
    assert desk.box.to(1) == 0


async def test_who_left_the_school_gets_nothing_and_is_not_named(desk: Desk) -> None:
    """Whoever leaves before the message goes out is no longer the coordinator's business."""
    await desk.ask(member(1, desk.clock.now))
    await desk.change(1, lambda person: replace(person, school=None, shown_name=None))
    await desk.nudges().send_due()
    assert desk.box.to(1) == 0
    assert "Guru 001" not in desk.result


async def test_quiet_hours_are_waited_for(desk: Desk) -> None:
    """What is asked at night goes out in the morning, once."""
    desk.clock.now = datetime(2026, 11, 18, 14, 0, tzinfo=UTC)
    await desk.ask(member(1, desk.clock.now))
    nudges = desk.nudges()
    await nudges.send_due()
    assert desk.box.letters == []
    desk.clock.now = datetime(2026, 11, 18, 23, 29, tzinfo=UTC)
    await nudges.send_due()
    assert desk.box.letters == []
    desk.clock.move(minutes=1)
    await nudges.send_due()
    assert [desk.box.to(n) for n in (1, MADE)] == [1, 1]


async def test_a_long_quiet_time_is_not_waited_for(desk: Desk) -> None:
    """In the school break the wish ends with a word, instead of surprising people weeks later."""
    desk.clock.now = datetime(2026, 12, 22, 3, 0, tzinfo=UTC)
    await desk.ask(member(1, desk.clock.now))
    await desk.nudges().send_due()
    assert desk.box.to(1) == 0
    assert "Masa tenang (1): Guru 001" in desk.result
    assert timedelta(days=7) > ASK_LIFE


async def test_a_crash_between_sending_and_recording_loses_nobody(desk: Desk) -> None:
    """After the crash those in flight get it again, the others once, and the result is told."""
    people = [member(n, desk.clock.now) for n in range(1, 31)]
    await desk.ask(*people)

    reached = asyncio.Event()

    async def hanging(person: PersonId, screen: Shown, wanted: StillDue) -> Verdict:
        verdict = await desk.box.post(person, screen, wanted)
        if len(desk.box.letters) >= 12:
            reached.set()
            await asyncio.Event().wait()
        return verdict

    sending = asyncio.create_task(desk.nudges(hanging).send_due())
    await reached.wait()
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert 0 < len(desk.box.letters) < 30
    await desk.nudges().send_due()
    assert all(1 <= desk.box.to(n) <= 2 for n in range(1, 31))
    assert sum(desk.box.to(n) == 2 for n in range(1, 31)) <= AT_ONCE
    assert "Terkirim (30)" in desk.result
    assert "dan 20 lagi" in desk.result


async def test_ten_deaths_cost_teachers_and_coordinator_one_copy_each(desk: Desk) -> None:
    """A process that dies after every message reminds nobody, and tells no result, three times."""
    await desk.ask(*(member(n, desk.clock.now) for n in range(1, 5)))
    for _ in range(10):
        await desk.nudges(Dying(desk.box).post).send_due()
    await desk.nudges().send_due()
    assert all(1 <= desk.box.to(n) <= 2 for n in (*range(1, 5), MADE))
    assert "Terkirim (4)" in desk.result


async def test_a_crash_before_the_result_was_written_down_sends_nothing_twice(desk: Desk) -> None:
    """What stands in the teachers' own documents is believed, whatever the wish says."""
    await desk.ask(*(member(n, desk.clock.now) for n in (1, 2)))
    (before,) = await desk.asked()
    await desk.nudges().send_due()
    await keep_wish(desk.store, before)
    await desk.nudges().send_due()
    assert [desk.box.to(n) for n in (1, 2, MADE)] == [1, 1, 2]
    assert "Terkirim (2)" in desk.result


async def test_verdicts_end_in_named_outcomes(desk: Desk) -> None:
    """Blocked, refused, perhaps sent and held back: each teacher ends in a named state."""
    await desk.ask(*(member(n, desk.clock.now) for n in (1, 2, 3, 4)))
    later = desk.clock.now + timedelta(minutes=5)
    desk.box.verdicts = {
        1: Gone("blocked"),
        2: Refused("bad"),
        3: Unknown("lost"),
        4: RetryAt(later, "429"),
    }
    nudges = desk.nudges()
    await nudges.send_due()
    assert desk.box.to(MADE) == 0
    assert not (await stored(desk.store, 1)).reachable
    del desk.box.verdicts[4]
    await nudges.send_due()
    assert desk.box.to(4) == 1
    desk.clock.now = later
    await nudges.send_due()
    assert "Terkirim (2): Guru 003, Guru 004" in desk.result
    assert "Tak terjangkau (1): Guru 001" in desk.result
    assert "Belum dapat dikirim (1): Guru 002" in desk.result


async def test_a_result_that_cannot_be_told_now_is_told_later(desk: Desk) -> None:
    """While Telegram wants a pause the wish stays; then the result comes, and no teacher twice."""
    await desk.ask(member(1, desk.clock.now))
    later = desk.clock.now + timedelta(minutes=5)
    desk.box.verdicts[MADE] = RetryAt(later, "429")
    nudges = desk.nudges()
    await nudges.send_due()
    (kept,) = await desk.asked()
    assert kept.due_at == later
    del desk.box.verdicts[MADE]
    desk.clock.now = later
    await nudges.send_due()
    assert [desk.box.to(n) for n in (1, MADE)] == [1, 2]
    assert "Terkirim (1): Guru 001" in desk.result
    assert await desk.asked() == ()


async def test_without_the_right_nothing_goes_out(desk: Desk) -> None:
    """A coordinator removed before the sending sends nothing and is told no names."""
    await desk.ask(member(1, desk.clock.now))
    desk.rights = Rights(schools={SCHOOL.id: replace(SCHOOL, coordinators=())})
    await desk.nudges().send_due()
    assert desk.box.letters == []
    assert await desk.asked() == ()


async def test_a_large_wish_goes_out_over_several_ticks(desk: Desk) -> None:
    """No tick is held up for long; the result is told when everybody was dealt with."""
    count = AT_A_TICK + 20
    await desk.ask(*(member(1000 + n, desk.clock.now) for n in range(count)))
    nudges = desk.nudges()
    await nudges.send_due()
    assert len(desk.box.letters) == AT_A_TICK
    await nudges.send_due()
    assert len(desk.box.letters) == count + 1
    assert len({person for person, _ in desk.box.letters}) == count + 1


async def test_a_wish_of_an_unreachable_coordinator_is_carried_out(desk: Desk) -> None:
    """Her teachers are reminded also when she blocks the bot right after; the wish then ends."""
    await desk.ask(member(1, desk.clock.now))
    await desk.change(MADE, lambda person: replace(person, reachable=False))
    desk.box.verdicts[MADE] = Gone("blocked")
    await desk.nudges().send_due()
    assert desk.box.to(1) == 1
    assert await desk.asked() == ()


async def test_reminding_again_the_same_day_reaches_nobody_twice(desk: Desk) -> None:
    """A second wish on the same day passes over whoever the first one reached."""
    await desk.ask(member(1, desk.clock.now))
    await desk.nudges().send_due()
    second = replace(wish(desk.clock.now, (1,)), id="aaaaaaaa-2-abc")
    await keep_wish(desk.store, second)
    await desk.nudges().send_due()
    assert desk.box.to(1) == 1
    assert "Sudah dihubungi hari ini (1)" in desk.result


@pytest.mark.parametrize("change", ["night", "left", "removed"])
async def test_what_waits_its_turn_is_looked_at_again_when_it_leaves(
    desk: Desk, change: str
) -> None:
    """Nobody is reminded at night, in a school she left, or by who is no coordinator any more."""

    async def late(person: PersonId, screen: Shown, wanted: StillDue) -> Verdict:
        if change == "night":
            desk.clock.now = WEDNESDAY + timedelta(hours=12)
        elif change == "left":
            await desk.change(1, lambda found: replace(found, school=None))
        else:
            desk.rights = Rights()
        return await desk.box.post(person, screen, wanted)

    await desk.ask(member(1, desk.clock.now))
    await desk.nudges(late).send_due()
    assert desk.box.to(1) == 0
    asked = await desk.asked()
    assert [len(ask.waiting) for ask in asked] == [1]
    if change != "night":
        await desk.nudges().send_due()
        assert desk.box.to(1) == 0
        assert await desk.asked() == ()
