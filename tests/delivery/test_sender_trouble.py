"""The sender when something goes wrong between deciding, sending and recording."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.chat.model import Shown
from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher
from bot.domain.broadcast.verdict import (
    Gone,
    Refused,
    RetryAt,
    Sent,
    StillDue,
    Unknown,
    Verdict,
)
from bot.domain.person.person import Person, PersonId
from bot.store.base import Put
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import TinyStore, tiny_store
from tests.delivery.disks import BadDisk
from tests.delivery.teachers import OPENING, HandClock, Letterbox, new_sender, put, stored, teacher

SARI = 7


@pytest.mark.parametrize(
    "verdict",
    [Sent(1), Unknown("answer lost"), Refused("too long")],
    ids=lambda v: type(v).__name__,
)
async def test_what_may_have_arrived_counts_as_sent(
    store: TinyStore,
    world: World,
    sender: Dispatcher,
    clock: HandClock,
    *,
    box: Letterbox,
    verdict: Verdict,
) -> None:
    """A message sent, perhaps sent, or refused for good is recorded and not sent again."""
    box.verdicts[SARI] = verdict
    await put(store, world, teacher(SARI))
    await sender.send_due()
    clock.move(hours=2)
    await sender.send_due()
    assert box.to(SARI) == 1
    assert (await stored(store, SARI)).outbound.written_on == OPENING.date()


async def test_an_error_while_sending_counts_as_perhaps_sent(
    store: TinyStore, world: World, sender: Dispatcher, box: Letterbox
) -> None:
    """An unforeseen error does not repeat the message each minute, nor stop the others."""
    box.errors[1] = RuntimeError("unforeseen")
    for number in range(1, 21):
        await put(store, world, teacher(number))
    with capture_logs() as logs:
        assert await sender.send_due() == {"unknown": 1, "sent": 19}
    assert "message_not_confirmed" in [entry["event"] for entry in logs]
    assert await sender.send_due() == {}
    assert len(box.letters) == 20


async def test_what_was_surely_not_sent_is_tried_again(
    store: TinyStore, world: World, sender: Dispatcher, clock: HandClock, box: Letterbox
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
    store: TinyStore, world: World, sender: Dispatcher, clock: HandClock, box: Letterbox
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

    async def post(person: PersonId, screen: Shown, wanted: StillDue) -> Verdict:
        verdict = await box.post(person, screen, wanted)
        await store.update(
            PEOPLE, str(SARI), lambda found: (Put(replace(_known(found), quiet=True)), None)
        )
        return verdict

    await put(store, world, teacher(SARI))
    await new_sender(store, world, clock, post).send_due()
    assert (await stored(store, SARI)).outbound.due_at is None
    await put(store, world, replace(await stored(store, SARI), quiet=False), clock.now)
    await new_sender(store, world, clock, box.post).send_due()
    assert box.to(SARI) == 1


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


async def test_nothing_is_sent_to_whose_document_cannot_be_changed(
    world: World, clock: HandClock, box: Letterbox, tmp_path: Path
) -> None:
    """What could not be claimed has not left: it comes, once, when her document can be replaced."""
    store = tiny_store(tmp_path, [PEOPLE])
    await store.open()
    for number in (SARI, 8):
        await put(store, world, teacher(number))
    blocked = next(tmp_path.glob(f"people/*/{SARI}.json")).with_suffix(".json.tmp")
    blocked.mkdir()
    sender = new_sender(store, world, clock, box.post)
    assert await sender.send_due() == {"failed": 1, "sent": 1}
    blocked.rmdir()
    assert await sender.send_due() == {"sent": 1}
    assert await sender.send_due() == {}
    assert (box.to(SARI), box.to(8)) == (1, 1)
    await store.close()


async def test_what_was_sent_on_a_disk_that_filled_up_is_not_sent_again(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """A message that left just before the disk was full is recorded when there is room."""
    disk = FullDisk(store)
    await put(store, world, teacher(SARI))

    async def post(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        verdict = await box.post(person, shown, wanted)
        disk.full = True
        return verdict

    sender = new_sender(disk, world, clock, post)
    for _ in range(3):
        assert await sender.send_due() == {"failed": 1}
        clock.move(hours=1)
    disk.full = False
    assert await sender.send_due() == {"sent": 1}
    assert box.to(SARI) == 1


class FullDisk(BadDisk):
    """A store whose disk is full while ``full`` says so: it reads, and cannot write."""

    def __init__(self, store: TinyStore) -> None:
        super().__init__(store)
        self.full = False
        self.broken = lambda _kind, _key, *, writing: writing and self.full


async def test_a_full_disk_does_not_repeat_messages(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """What could not be recorded is not sent again each minute, but recorded when there is room."""
    disk = FullDisk(store)
    await put(store, world, teacher(SARI))
    sender = new_sender(disk, world, clock, box.post)
    disk.full = True
    for _ in range(3):
        assert await sender.send_due() == {"failed": 1}
        clock.move(minutes=1)
    disk.full = False
    assert await sender.send_due() == {"sent": 1}
    assert await sender.send_due() == {}
    assert box.to(SARI) == 1
    assert (await stored(store, SARI)).outbound.written_on == OPENING.date()


async def test_what_one_person_was_sent_is_not_repeated_while_hers_cannot_be_changed(
    world: World, clock: HandClock, box: Letterbox, tmp_path: Path
) -> None:
    """A document that cannot be replaced costs its owner no message a minute, and others nothing."""
    store = tiny_store(tmp_path, [PEOPLE])
    await store.open()
    for number in (SARI, 8):
        await put(store, world, teacher(number))
    blocked = next(tmp_path.glob(f"people/*/{SARI}.json")).with_suffix(".json.tmp")

    async def post(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        verdict = await box.post(person, shown, wanted)
        blocked.mkdir(exist_ok=True)
        return verdict

    sender = new_sender(store, world, clock, post)
    for _ in range(5):
        await sender.send_due()
        clock.move(minutes=1)
    assert (box.to(SARI), box.to(8)) == (1, 1)
    blocked.rmdir()
    await sender.send_due()
    assert (await stored(store, SARI)).outbound.written_on == OPENING.date()
    assert box.to(SARI) == 1
    await store.close()
