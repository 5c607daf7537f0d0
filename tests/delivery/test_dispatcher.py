"""The dispatcher: whatever dies, and whoever else sends, each message leaves once, at most twice."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.chat.model import Shown
from bot.chat.world import World
from bot.cluster.living import LocalLiving
from bot.domain.broadcast.verdict import HELD_BACK, RetryAt, StillDue, Unknown, Verdict
from bot.domain.lease import CLAIM_LASTS, Claim, Lease
from bot.domain.person.person import PersonId
from bot.metrics import METER
from bot.store.codec.people import PERSON_DUE
from bot.store.tiny.store import TinyStore
from tests.delivery.teachers import (
    OPENING,
    Dying,
    HandClock,
    Letterbox,
    new_sender,
    put,
    stored,
    teacher,
)

SARI = 7


async def test_ten_deaths_between_sending_and_recording_cost_one_copy(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """After two deaths the message is recorded as perhaps sent, and the next one is planned."""
    await put(store, world, teacher(SARI))
    for _ in range(10):
        await new_sender(store, world, clock, Dying(box).post).send_due()
        clock.move(seconds=5)
    assert box.to(SARI) == 2
    outbound = (await stored(store, SARI)).outbound
    assert outbound.claim is None
    assert outbound.cycle is not None
    assert len(outbound.cycle.sent) == 1
    assert outbound.written_on == OPENING.date()
    assert outbound.due_at is not None
    assert outbound.due_at > OPENING + timedelta(days=1)


async def test_whoever_may_have_it_twice_is_named(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """One was written to by one who died and once more; another once; of a third nobody knows anything."""
    made, dewi = SARI + 1, SARI + 2
    await put(store, world, teacher(SARI))
    await new_sender(store, world, clock, Dying(box).post).send_due()
    await put(store, world, teacher(made))
    await put(store, world, teacher(dewi))
    box.verdicts[dewi] = Unknown("lost")
    before = METER.counts.get("messages", {}).get(("reminder", "sent_first_unknown"), 0)
    await new_sender(store, world, clock, box.post).send_due()
    assert (box.to(SARI), box.to(made)) == (2, 1)
    named = {one: (await stored(store, one)).outbound.unsure for one in (SARI, made, dewi)}
    assert [len(named[one]) for one in (SARI, made, dewi)] == [1, 0, 1]
    assert METER.counts["messages"]["reminder", "sent_first_unknown"] == before + 1


async def test_what_crashes_left_behind_is_recorded_as_unknown(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """Nobody knows whether it arrived; the tally says so."""
    await put(store, world, teacher(SARI))
    for _ in range(2):
        await new_sender(store, world, clock, Dying(box).post).send_due()
    assert await new_sender(store, world, clock, box.post).send_due() == {"unknown": 1}


async def test_a_pause_between_two_deaths_forgets_none_of_them(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """That Telegram took nothing once does not undo that it may have taken it before."""
    await put(store, world, teacher(SARI))
    await new_sender(store, world, clock, Dying(box).post).send_due()
    paused = Letterbox(verdicts={SARI: RetryAt(OPENING, "too many requests")})
    assert await new_sender(store, world, clock, paused.post).send_due() == {"retryat": 1}
    for _ in range(3):
        await new_sender(store, world, clock, Dying(box).post).send_due()
    assert box.to(SARI) == 2


async def test_ten_deaths_before_anything_leaves_miss_nobody(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """What only waited its turn when the process died was not begun, and is simply sent."""

    async def never(_person: PersonId, _shown: Shown, _wanted: StillDue) -> Verdict:
        raise asyncio.CancelledError

    await put(store, world, teacher(SARI))
    for _ in range(10):
        await new_sender(store, world, clock, never).send_due()
    assert await new_sender(store, world, clock, box.post).send_due() == {"sent": 1}
    assert box.to(SARI) == 1


async def test_what_was_begun_before_goes_one_at_a_time(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """Two deaths right before anything leaves cost one person her message, and not all of them."""
    hanging = asyncio.Semaphore(0)

    async def hang(_person: PersonId, _shown: Shown, wanted: StillDue) -> Verdict:
        assert await wanted()
        hanging.release()
        await asyncio.Event().wait()
        raise AssertionError

    for number in range(1, 7):
        await put(store, world, teacher(number))
    for hang_at_once in (6, 1):
        sending = asyncio.create_task(new_sender(store, world, clock, hang).send_due())
        for _ in range(hang_at_once):
            await hanging.acquire()
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
    assert await new_sender(store, world, clock, box.post).send_due() == {"sent": 5, "unknown": 1}
    assert len({person for person, _ in box.letters}) == len(box.letters) == 5


async def test_two_dispatchers_on_one_store_send_each_reminder_once(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """Two object graphs that tick at once write to each of thirty teachers once."""
    for number in range(1, 31):
        await put(store, world, teacher(number))

    async def slow(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        verdict = await box.post(person, shown, wanted)
        await asyncio.sleep(0.001 * (person % 3))
        return verdict

    senders = [new_sender(store, world, clock, slow) for _ in range(2)]
    for _ in range(3):
        await asyncio.gather(*(sender.send_due() for sender in senders))
        clock.move(minutes=3)
    assert sorted(person for person, _ in box.letters) == list(range(1, 31))


async def test_a_claim_of_the_living_is_left_alone_until_it_has_run_out(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """While another has it in hand nobody else sends it; when her lease is over it is sent once more."""
    hanging = asyncio.Event()

    async def hang(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        await box.post(person, shown, wanted)
        hanging.set()
        await asyncio.Event().wait()
        raise AssertionError

    await put(store, world, teacher(SARI))
    other = asyncio.create_task(new_sender(store, world, clock, hang).send_due())
    await hanging.wait()
    due = PERSON_DUE.of(await stored(store, SARI))
    assert due == (OPENING + CLAIM_LASTS).timestamp()
    sender = new_sender(store, world, clock, box.post)
    for _ in range(2):
        assert (await sender.send_due())["sent"] == 0
        clock.now = OPENING + CLAIM_LASTS - timedelta(seconds=1)
    clock.now = OPENING + CLAIM_LASTS
    assert await sender.send_due() == {"sent": 1}
    assert box.to(SARI) == 2
    other.cancel()


async def test_a_message_that_waits_for_long_renews_its_claim(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """After a pause that Telegram asked for it leaves under a lease that covers the sending."""
    leases: list[Lease] = []

    async def paused(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        assert await wanted()
        for minutes in (0.5, 1, 5):
            clock.move(minutes=minutes)
            assert await wanted()
            claim = (await stored(store, SARI)).outbound.claim
            assert claim is not None
            leases.append(claim.lease)
        return await box.post(person, shown, wanted)

    await put(store, world, teacher(SARI))
    assert await new_sender(store, world, clock, paused).send_due() == {"sent": 1}
    assert [lease.epoch for lease in leases] == [1, 1, 1]
    ends = [lease.until - OPENING for lease in leases]
    assert ends == [timedelta(minutes=2), timedelta(minutes=3.5), timedelta(minutes=8.5)]


async def test_a_message_held_back_after_its_claim_leaves_no_claim_behind(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """Night falls during a pause: nothing was sent, and in the morning it comes once."""

    async def until_night(_person: PersonId, _shown: Shown, wanted: StillDue) -> Verdict:
        assert await wanted()
        clock.move(hours=7, minutes=30)
        assert not await wanted()
        return RetryAt(clock.now, HELD_BACK)

    await put(store, world, teacher(SARI))
    assert await new_sender(store, world, clock, until_night).send_due() == {"held_back": 1}
    outbound = (await stored(store, SARI)).outbound
    assert outbound.claim is None
    assert outbound.due_at is not None
    assert outbound.due_at == OPENING + timedelta(days=1)
    clock.now = outbound.due_at
    assert await new_sender(store, world, clock, box.post).send_due() == {"sent": 1}


async def test_a_claim_of_a_clock_that_ran_ahead_blocks_nobody(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """A lease that ends in a year was made by a wrong clock."""
    living = LocalLiving()
    living.hold("other", "nudge")
    person = teacher(SARI)
    claim = Claim("nudge", Lease("other", 1, OPENING + timedelta(days=365)))
    await put(store, world, replace(person, outbound=replace(person.outbound, claim=claim)))
    sender = replace(new_sender(store, world, clock, box.post), living=living)
    assert await sender.send_due() == {"sent": 1}
    assert (await stored(store, SARI)).outbound.claim is None


async def test_what_another_reason_has_claimed_waits_its_turn(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """Nobody is sent two things at one moment; a dead claim of another message counts as perhaps sent."""
    living = LocalLiving()
    living.hold("other", "ask:x:7")
    person = teacher(SARI)
    claim = Claim("ask:x:7", Lease("other", 1, OPENING + CLAIM_LASTS))
    await put(store, world, replace(person, outbound=replace(person.outbound, claim=claim)))
    sender = replace(new_sender(store, world, clock, box.post), living=living)
    assert await sender.send_due() == {"held_back": 1}
    living.let_go("other", "ask:x:7")
    assert await sender.send_due() == {"sent": 1}
    assert "ask:x:7" in (await stored(store, SARI)).outbound.recent
