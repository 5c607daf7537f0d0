"""Broadcasts on a disk that fails for a while: nobody is missed, nobody is written to twice."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from bot.chat.model import Shown
from bot.chat.world import World
from bot.delivery.sources.broadcast import CLAIM
from bot.domain.broadcast.batch import Fate
from bot.domain.broadcast.broadcast import Phase, Reply
from bot.domain.broadcast.verdict import Gone, Sent, StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.errors import StoreUnavailable
from bot.store.base import Decision, Kind, R, T
from bot.store.codec.kinds import KINDS
from bot.store.codec.older_person import older
from bot.store.codec.people import OUTGOING, PEOPLE
from bot.store.tiny.store import tiny_store
from tests.delivery.announcing import ID, Office
from tests.delivery.disks import BadDisk, sound
from tests.delivery.mail import posting
from tests.delivery.schools import MADE, keep, member
from tests.delivery.teachers import OPENING
from tests.each import each

FIRST = 1_001


async def office_on(world: World, size: int) -> tuple[Office, BadDisk]:
    office = Office(world, size)
    office.store = disk = BadDisk(office.store)
    await office.open()
    return office, disk


@each("failing", range(1, 9))
async def test_a_write_that_fails_strands_nobody(world: World, failing: int) -> None:
    """Whichever it is: the other hands finish what they hold, and the next look sends the rest."""
    office, disk = await office_on(world, 40)
    writes = Counter[str]()

    def one_fails(kind: str, key: str, *, writing: bool) -> bool:
        del key
        writes[kind] += writing
        return writing and kind == "chunks" and writes[kind] == failing

    async def slow(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        await asyncio.sleep(0.01 * (person % 3))
        return await office.mail.post(person, shown, wanted)

    office.broadcaster = posting(office.broadcaster, slow)
    await office.broadcaster.look()
    disk.broken = one_fails
    await office.broadcaster.finish()
    await office.pump()
    assert await office.phase() == Phase.DONE
    assert {one.outcome for one in await office.deliveries()} == {Fate.SENT}
    assert Counter(Counter(who for who, _ in office.mail.letters).values()) == {1: 40}


async def test_a_claim_written_by_a_failing_disk_is_claimed_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A claim that failed after its write (the folder's fsync) is sent by the same run, later."""
    office, disk = await office_on(world, CLAIM)
    update, changed = disk.update, Counter[str]()

    async def late(kind: Kind[T], key: str, decide: Decision[T, R]) -> R:
        answer = await update(kind, key, decide)
        changed[kind.name] += 1
        if kind.name == "chunks" and changed["chunks"] == 1:  # the claim
            disk.broken = lambda *_, **__: True
            raise StoreUnavailable(Path(key), "fsync of the folder")
        return answer

    monkeypatch.setattr(disk, "update", late)
    await office.pump()
    disk.broken = sound
    assert {one.outcome for one in await office.deliveries()} == {Fate.SENDING}
    await office.pump()
    assert await office.phase() == Phase.DONE
    assert len(office.mail.letters) == CLAIM


async def test_who_cannot_be_read_now_is_tried_again(world: World) -> None:
    """A document the disk does not give is nobody's answer: she gets her message a minute later."""
    office, disk = await office_on(world, 6)
    disk.broken = lambda kind, key, **_: kind == "people" and key == str(FIRST)
    await office.pump()
    assert len(office.mail.letters) == 5
    disk.broken = sound
    office.clock.move(minutes=1)
    await office.pump()
    assert {one.outcome for one in await office.deliveries()} == {Fate.SENT}


async def test_who_is_gone_is_gone_even_if_that_cannot_be_noted(world: World) -> None:
    """The verdict of a delivery does not depend on her own document."""
    office, disk = await office_on(world, 2)
    office.mail.verdicts[FIRST] = Gone("blocked")
    await office.broadcaster.course.expander.take_from(MADE)
    disk.broken = lambda kind, _key, *, writing: writing and kind == "people"
    await office.pump()
    assert [one.outcome for one in await office.deliveries()] == [Fate.GONE, Fate.SENT]


async def test_one_writer_who_cannot_be_read_does_not_hold_up_the_others(world: World) -> None:
    """Her letters wait; the broadcasts of everybody else leave."""
    office, disk = await office_on(world, 4)
    letter = Reply(id="b" * 12, answers=ID, text="Siap", at=OPENING)
    await keep(office.store, older(member(77, OPENING), letters=(letter,)))
    disk.broken = lambda kind, key, **_: kind == "people" and key == "77"
    await office.pump()
    assert len(office.mail.letters) == 4
    assert await office.store.find(PEOPLE, OUTGOING.equals(1)) == ["77"]


async def test_a_chunk_damaged_while_it_is_sent_ends_only_itself(
    world: World, tmp_path: Path
) -> None:
    """What cannot be recorded any more is left; the broadcast comes to its end."""
    office = Office(world, CLAIM)
    office.store = tiny_store(tmp_path, KINDS)
    await office.open()

    async def rotting(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        del person, shown, wanted
        next(tmp_path.glob("chunks/*/*.json")).write_bytes(b"{")
        await asyncio.sleep(0.01)
        return Sent(1)

    office.broadcaster = posting(office.broadcaster, rotting)
    await office.pump()
    assert await office.phase() == Phase.DONE
    await office.store.close()
