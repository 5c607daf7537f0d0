"""The sender: what is due is sent once, whatever happens between deciding, sending and recording."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.chat.model import Screen
from bot.chat.world import World
from bot.domain.delivery import Gone, Refused, RetryAt, Sent, Unknown, Verdict
from bot.domain.evaluation import Evaluation
from bot.domain.outbound import Stage, Wishes
from bot.domain.person import Person, PersonId
from bot.errors import StoreUnavailable
from bot.outbox.sender import AT_ONCE, Post, Sender
from bot.store.base import Decision, Kind, Put, R, T
from bot.store.codec import PEOPLE
from bot.store.tiny import TinyStore, memory_store, tiny_store
from tests.outbox.teachers import OPENING, HandClock, Letterbox, put, stored, teacher

SARI = 7
CHANGES: dict[str, Callable[[Person], Person]] = {
    "stopped the bot": lambda person: replace(person, quiet=True),
    "blocked the bot": lambda person: replace(person, reachable=False),
    "paused": lambda person: replace(
        person, wishes=replace(person.wishes, paused_until=OPENING + timedelta(days=90))
    ),
    "finished": lambda person: replace(
        person,
        evaluations=(Evaluation(quarter="2026-Q4", begun_at=OPENING, finished_at=OPENING),),
    ),
    "moved her hour": lambda person: replace(
        person, wishes=replace(person.wishes, hour=time(19, 0))
    ),
}


@pytest.fixture
async def store() -> AsyncIterator[TinyStore]:
    opened = memory_store([PEOPLE])
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> HandClock:
    return HandClock(OPENING)


@pytest.fixture
def box() -> Letterbox:
    return Letterbox()


@pytest.fixture
def sender(store: TinyStore, world: World, clock: HandClock, box: Letterbox) -> Sender:
    return new_sender(store, world, clock, box.post)


def new_sender(store: TinyStore, world: World, clock: HandClock, post: Post) -> Sender:
    return Sender(store, world, clock, post, asyncio.Event())


async def test_what_is_due_is_sent_once(
    store: TinyStore, world: World, sender: Sender, box: Letterbox
) -> None:
    """A second tick at the same moment sends nothing."""
    await put(store, world, teacher(SARI))
    assert await sender.send_due() == {"sent": 1}
    assert await sender.send_due() == {}
    assert box.to(SARI) == 1
    cycle = (await stored(store, SARI)).outbound.cycle
    assert cycle is not None
    assert cycle.sent == (Stage.OPENING,)


async def test_nothing_is_sent_before_it_is_due(
    store: TinyStore, world: World, sender: Sender, clock: HandClock, box: Letterbox
) -> None:
    """A minute before her hour nobody is written to."""
    clock.now = datetime(2026, 10, 30, 8, 29, tzinfo=UTC)
    await put(store, world, teacher(SARI))
    assert await sender.send_due() == {}
    assert not box.letters


async def test_two_ticks_at_once_send_once(
    store: TinyStore, world: World, sender: Sender, box: Letterbox
) -> None:
    """Whoever is being written to by one tick is left alone by another."""
    for number in range(1, 31):
        await put(store, world, teacher(number))
    tallies = await asyncio.gather(sender.send_due(), sender.send_due(), sender.send_due())
    assert sum(tally["sent"] for tally in tallies) == 30
    assert sorted(person for person, _ in box.letters) == list(range(1, 31))


async def test_a_restart_sends_nothing_twice(
    store: TinyStore, world: World, sender: Sender, clock: HandClock, box: Letterbox
) -> None:
    """A new sender on the same data knows what was sent."""
    await put(store, world, teacher(SARI))
    await sender.send_due()
    assert await new_sender(store, world, clock, box.post).send_due() == {}
    assert box.to(SARI) == 1


@pytest.mark.parametrize("back", [timedelta(minutes=1), timedelta(days=1), timedelta(days=40)])
async def test_a_clock_set_back_sends_nothing_twice(
    world: World,
    sender: Sender,
    clock: HandClock,
    box: Letterbox,
    back: timedelta,
) -> None:
    """The days that come a second time bring no message a second time."""
    await put(sender.store, world, teacher(SARI))
    await sender.send_due()
    said = box.letters[0][1].text
    clock.now -= back
    while clock.now <= OPENING + timedelta(hours=3):
        await sender.send_due()
        clock.move(hours=1)
    assert [screen.text for _, screen in box.letters].count(said) == 1


@pytest.mark.parametrize("change", CHANGES)
async def test_the_reason_is_checked_again_when_it_is_sent(
    store: TinyStore, world: World, sender: Sender, box: Letterbox, change: str
) -> None:
    """Who stopped, blocked, paused or finished since it was planned gets nothing."""
    await put(store, world, teacher(SARI))
    await store.update(PEOPLE, str(SARI), lambda person: (Put(_changed(person, change)), None))
    tally = await sender.send_due()
    assert tally["sent"] == 0
    assert not box.letters


def _changed(person: Person | None, change: str) -> Person:
    assert person is not None
    return CHANGES[change](person)


@pytest.mark.parametrize(
    "verdict",
    [Sent(1), Unknown("answer lost"), Refused("too long")],
    ids=lambda v: type(v).__name__,
)
async def test_what_may_have_arrived_counts_as_sent(
    world: World,
    sender: Sender,
    clock: HandClock,
    box: Letterbox,
    verdict: Verdict,
) -> None:
    """A message sent, perhaps sent, or refused for good is recorded and not sent again."""
    box.verdicts[SARI] = verdict
    await put(sender.store, world, teacher(SARI))
    await sender.send_due()
    clock.move(hours=2)
    await sender.send_due()
    assert box.to(SARI) == 1
    assert (await stored(sender.store, SARI)).outbound.written_on == OPENING.date()


async def test_an_error_while_sending_counts_as_perhaps_sent(
    store: TinyStore, world: World, sender: Sender, box: Letterbox
) -> None:
    """An unforeseen error does not repeat the message each minute, nor stop the others."""
    box.errors[1] = RuntimeError("unforeseen")
    for number in range(1, 21):
        await put(store, world, teacher(number))
    with capture_logs() as logs:
        assert await sender.send_due() == {"unknown": 1, "sent": 19}
    assert "reminder_not_confirmed" in [entry["event"] for entry in logs]
    assert await sender.send_due() == {}
    assert len(box.letters) == 20


async def test_what_was_surely_not_sent_is_tried_again(
    store: TinyStore, world: World, sender: Sender, clock: HandClock, box: Letterbox
) -> None:
    """A message Telegram asks to hold back goes out at the moment it names."""
    box.verdicts[SARI] = RetryAt(OPENING + timedelta(minutes=10), "too many requests")
    await put(store, world, teacher(SARI))
    await sender.send_due()
    del box.verdicts[SARI]
    clock.move(minutes=9)
    assert await sender.send_due() == {}
    clock.move(minutes=1)
    assert await sender.send_due() == {"sent": 1}
    assert await sender.send_due() == {}


async def test_who_is_gone_is_left_alone_until_she_returns(
    store: TinyStore, world: World, sender: Sender, clock: HandClock, box: Letterbox
) -> None:
    """A blocked bot tries once; after her return the window that is still open is announced."""
    box.verdicts[SARI] = Gone("blocked")
    await put(store, world, teacher(SARI))
    assert await sender.send_due() == {"gone": 1}
    clock.move(days=3)
    assert await sender.send_due() == {}
    assert box.to(SARI) == 1
    box.verdicts.clear()
    await store.update(
        PEOPLE,
        str(SARI),
        lambda person: (Put(replace(_known(person), reachable=True)), None),
    )
    await sender.send_due()
    assert box.to(SARI) == 2


def _known(person: Person | None) -> Person:
    assert person is not None
    return person


async def test_who_stops_the_bot_while_it_writes_gets_it_once(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """A message on its way while she stops the bot counts as sent when she comes back."""

    async def post(person: PersonId, screen: Screen) -> Verdict:
        await store.update(
            PEOPLE, str(SARI), lambda found: (Put(replace(_known(found), quiet=True)), None)
        )
        return await box.post(person, screen)

    await put(store, world, teacher(SARI))
    await new_sender(store, world, clock, post).send_due()
    assert (await stored(store, SARI)).outbound.due_at is None
    await put(store, world, replace(await stored(store, SARI), quiet=False), clock.now)
    await new_sender(store, world, clock, box.post).send_due()
    assert box.to(SARI) == 1


async def test_a_stop_finishes_what_is_under_way_and_begins_nothing(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """After the stop only the messages already on their way go out, and they are recorded."""
    stop, on_the_way, released = asyncio.Event(), asyncio.Semaphore(0), asyncio.Event()

    async def post(person: PersonId, screen: Screen) -> Verdict:
        on_the_way.release()
        await released.wait()
        return await box.post(person, screen)

    for number in range(1, 41):
        await put(store, world, teacher(number))
    sending = asyncio.create_task(Sender(store, world, clock, post, stop).send_due())
    for _ in range(AT_ONCE):
        await on_the_way.acquire()
    stop.set()
    released.set()
    assert await sending == {"sent": AT_ONCE}
    assert len(box.letters) == AT_ONCE
    await new_sender(store, world, clock, box.post).send_due()
    assert sorted(person for person, _ in box.letters) == list(range(1, 41))


async def test_a_backlog_leaves_a_few_at_a_time(
    store: TinyStore, world: World, clock: HandClock
) -> None:
    """Never more messages are on their way than AT_ONCE."""
    now, most = 0, 0

    async def post(_person: PersonId, _screen: Screen) -> Verdict:
        nonlocal now, most
        now, most = now + 1, max(most, now + 1)
        await asyncio.sleep(0)
        now -= 1
        return Sent(1)

    for number in range(1, 101):
        await put(store, world, teacher(number))
    assert await new_sender(store, world, clock, post).send_due() == {"sent": 100}
    assert 1 < most <= AT_ONCE


async def test_a_damaged_document_does_not_stop_the_others(
    world: World, clock: HandClock, box: Letterbox, tmp_path: Path
) -> None:
    """Whose file cannot be read gets nothing; everybody else does."""
    store = tiny_store(tmp_path, [PEOPLE])
    await store.open()
    for number in range(1, 21):
        await put(store, world, teacher(number))
    next(tmp_path.glob("people/*/1.json")).write_bytes(b"{")
    tally = await new_sender(store, world, clock, box.post).send_due()
    assert tally == {"failed": 1, "sent": 19}
    await store.close()


class FullDisk:
    """A store whose disk is full while ``full`` says so: it reads, and cannot write."""

    def __init__(self, store: TinyStore) -> None:
        self.store = store
        self.full = False
        self.find, self.get, self.count = store.find, store.get, store.count
        self.open, self.close = store.open, store.close

    async def update(self, kind: Kind[T], key: str, decide: Decision[T, R]) -> R:
        def refused(value: T | None) -> object:
            write, answer = decide(value)
            if self.full and isinstance(write, Put):
                raise StoreUnavailable(Path("data"), "no space left on device")
            return write, answer

        return await self.store.update(kind, key, refused)  # type: ignore[arg-type] # as decided


async def test_a_full_disk_does_not_repeat_messages(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """What could not be recorded is not sent again each minute, but recorded when there is room."""
    disk = FullDisk(store)
    await put(store, world, teacher(SARI))
    sender = Sender(disk, world, clock, box.post, asyncio.Event())
    disk.full = True
    for _ in range(3):
        assert await sender.send_due() == {"failed": 1}
        clock.move(minutes=1)
    disk.full = False
    assert await sender.send_due() == {"sent": 1}
    assert await sender.send_due() == {}
    assert box.to(SARI) == 1
    assert (await stored(store, SARI)).outbound.written_on == OPENING.date()


async def test_a_nudge_is_sent_and_counted_as_unanswered(
    store: TinyStore, world: World, sender: Sender, clock: HandClock, box: Letterbox
) -> None:
    """The weekly message about her step goes out on her day and counts until she gives a sign."""
    await put(store, world, teacher(SARI, Wishes()))
    clock.now = datetime(2026, 8, 11, 8, 30, tzinfo=UTC)
    await sender.send_due()
    assert box.to(SARI) == 1
    assert (await stored(store, SARI)).outbound.unanswered == 1
