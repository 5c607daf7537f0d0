"""Claims on the deliveries of a broadcast: one owner at a time, and no more than two copies."""

import asyncio
import json
from collections import Counter
from dataclasses import replace
from math import inf
from pathlib import Path

import pytest

from bot.chat.model import Shown
from bot.chat.world import World
from bot.delivery.dispatcher import Post
from bot.delivery.sources.broadcast import CLAIM, claimed_at
from bot.delivery.sources.broadcaster import Broadcaster
from bot.domain.broadcast.batch import SIZE, Fate, chunk_key
from bot.domain.broadcast.broadcast import Phase
from bot.domain.broadcast.verdict import HELD_BACK, TOO_MANY, RetryAt, Sent, StillDue, Verdict
from bot.domain.lease import CLAIM_LASTS
from bot.domain.person.person import PersonId
from bot.errors import StoreUnavailable
from bot.store.base import Decision, Kind, R, T
from bot.store.codec.broadcasts import CHUNKS
from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import tiny_store
from tests.delivery.announcing import ID, Office
from tests.delivery.disks import BadDisk
from tests.delivery.mail import posting
from tests.delivery.schools import MADE
from tests.delivery.teachers import OPENING

FIRST = 1_001


def got(office: Office) -> Counter[int]:
    """How often each recipient got the message."""
    return Counter(person for person, _ in office.mail.letters)


async def carry(*broadcasters: Broadcaster) -> None:
    """Let them work as far as they go now."""
    for one in broadcasters:
        await one.look()
    for one in broadcasters:
        await one.finish()


def slowly(office: Office) -> Post:
    """Take what may leave, and take a while to answer."""

    async def post(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        if not await wanted():
            return RetryAt(office.clock(), "held back")
        office.mail.letters.append((person, shown))
        await asyncio.sleep(0.001 * (person % 3))
        return Sent(1)

    return post


async def test_two_broadcasters_on_one_store_send_each_message_once(world: World) -> None:
    """Seventy people get it once, though two object graphs work on it; its end is told once."""
    office = await Office(world, 70).open()
    two = [
        posting(office.mail.broadcaster(office.turns, run=f"graph-{number}"), slowly(office))
        for number in range(2)
    ]
    for _ in range(3):
        await carry(*two)
    assert Counter(got(office).values()) == {1: 70}
    assert await office.phase() == Phase.DONE
    assert {one.outcome for one in await office.deliveries()} == {Fate.SENT}
    assert [person for person, _, _ in office.mail.shown] == [MADE]


def dying(office: Office, after: int) -> Post:
    """Take so many messages; with the last of them the process ends."""
    left = after

    async def post(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        nonlocal left
        if not await wanted():
            return RetryAt(office.clock(), "held back")
        office.mail.letters.append((person, shown))
        left -= 1
        if left <= 0:
            raise asyncio.CancelledError
        return Sent(1)

    return post


@pytest.mark.parametrize("after", [1, 3, 7])
async def test_ten_deaths_in_a_row_cost_each_at_most_one_copy(world: World, after: int) -> None:
    """Whoever was hit twice ends as unknown; everybody has it; whoever has it twice is named."""
    office = await Office(world, 12).open()
    for _ in range(10):
        await carry(posting(await office.restart(), dying(office, after)))
    await office.restart()
    await office.pump()
    counts = got(office)
    assert set(counts) == set(range(FIRST, FIRST + 12))
    assert max(counts.values()) <= 2
    assert await office.phase() == Phase.DONE
    ended = await office.deliveries()
    assert {one.outcome for one in ended} <= {Fate.SENT, Fate.UNKNOWN}
    named = {one.person for one in ended if one.is_perhaps_twice or one.outcome is Fate.UNKNOWN}
    assert {person for person, count in counts.items() if count > 1} == named


async def test_a_pause_between_two_deaths_forgets_none_of_them(world: World) -> None:
    """That Telegram took nothing once does not undo that it may have taken it before."""
    office = await Office(world, 1).open()
    await carry(posting(office.broadcaster, dying(office, 1)))
    await office.restart()
    office.mail.verdicts[FIRST] = RetryAt(OPENING, TOO_MANY)
    sent, office.mail.letters = office.mail.letters, []
    await office.pump()
    office.mail.letters = sent
    office.mail.verdicts.clear()
    for _ in range(3):
        await carry(posting(await office.restart(), dying(office, 1)))
    assert got(office) == {FIRST: 2}


async def test_what_only_waited_when_the_process_died_is_simply_sent(world: World) -> None:
    """A message that never left is no copy, however often the process dies while it waits."""
    office = await Office(world, 5).open()

    async def never(_person: PersonId, _shown: Shown, _wanted: StillDue) -> Verdict:
        raise asyncio.CancelledError

    for _ in range(10):
        await carry(posting(await office.restart(), never))
    await office.restart()
    await office.pump()
    assert Counter(got(office).values()) == {1: 5}
    assert {one.outcome for one in await office.deliveries()} == {Fate.SENT}


async def test_what_another_has_in_hand_is_left_alone_until_its_lease_is_over(
    world: World,
) -> None:
    """A graph that hangs keeps its deliveries for the length of a lease; then they are sent once more."""
    office = await Office(world, 3).open()
    hangs = asyncio.Semaphore(0)

    async def hang(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        assert await wanted()
        office.mail.letters.append((person, shown))
        hangs.release()
        await asyncio.Event().wait()
        raise AssertionError

    other = posting(office.broadcaster, hang)
    await other.look()
    for _ in range(3):
        await hangs.acquire()
    mine = office.mail.broadcaster(office.turns, run="another")
    await carry(mine)
    assert Counter(got(office).values()) == {1: 3}
    office.clock.now += CLAIM_LASTS
    await carry(mine)
    assert Counter(got(office).values()) == {2: 3}
    assert await office.phase() == Phase.DONE
    await other.finish(0)


class SlowToFail(BadDisk):
    """A disk that refuses one claim, and is slow to tell whoever made it."""

    refused = False

    async def update(self, kind: Kind[T], key: str, decide: Decision[T, R]) -> R:
        try:
            return await super().update(kind, key, decide)
        except StoreUnavailable:
            self.refused = True
            for _ in range(20):
                await asyncio.sleep(0)
            raise


@pytest.mark.parametrize("failing", range(1, 9))
async def test_a_claim_that_fails_slowly_takes_nothing_from_another(
    world: World, failing: int
) -> None:
    """Whoever claims a delivery after somebody's claim on it failed keeps it.

    The failed one used to let go of what the other had by then; it was claimed, and sent, again.
    """
    office = Office(world, 40)
    office.store = disk = SlowToFail(office.store)
    await office.open()
    writes = Counter[str]()

    def one_fails(kind: str, key: str, *, writing: bool) -> bool:
        del key
        writes[kind] += writing
        return writing and kind == "chunks" and writes[kind] == failing

    await posting(office.broadcaster, slowly(office)).look()
    disk.broken = one_fails
    await office.broadcaster.finish()
    for _ in range(3):
        await carry(posting(office.broadcaster, slowly(office)))
    assert disk.refused
    assert Counter(got(office).values()) == {1: 40}
    assert {one.outcome for one in await office.deliveries()} == {Fate.SENT}


async def test_what_an_older_release_was_sending_counts_as_begun_once(
    world: World, tmp_path: Path
) -> None:
    """Its claims bore the name of a run and no end: they are taken over, and sent once more."""
    office = Office(world, 2)
    office.store = tiny_store(tmp_path, KINDS)
    await office.open()
    await office.broadcaster.course.expander.take_from(MADE)
    await office.store.close()
    (path,) = tmp_path.glob(f"chunks/*/{chunk_key(ID, 0)}.json")
    tables = json.loads(path.read_text())
    (record,) = next(iter(tables.values())).values()
    record["deliveries"][0] |= {"outcome": "jalan", "run": "0a1b2c3d"}
    path.write_text(json.dumps(tables))
    office.store = tiny_store(tmp_path, KINDS)
    await office.store.open()
    await office.restart()
    batch = await office.store.get(CHUNKS, chunk_key(ID, 0))
    assert batch is not None
    assert batch.deliveries[0].outcome is Fate.SENDING
    await carry(posting(office.broadcaster, dying(office, 2)))
    await office.restart()
    await office.pump()
    assert got(office) == {FIRST: 1, FIRST + 1: 1}
    outcomes = {one.person: one.outcome for one in await office.deliveries()}
    assert outcomes == {FIRST: Fate.UNKNOWN, FIRST + 1: Fate.SENT}
    await office.store.close()


async def test_two_that_send_one_broadcast_are_in_nobodys_way(world: World) -> None:
    """Who comes to it while another is at one batch begins with another one, and takes as many as told."""
    office = await Office(world, 3 * SIZE).open()
    held: dict[str, set[int]] = {"one": set(), "two": set()}
    are_held, released = asyncio.Event(), asyncio.Event()
    most = {"one": 3 * CLAIM, "two": 3 * 2 * CLAIM}  # by three workers

    def holding(who: str) -> Post:
        async def post(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
            if not await wanted():
                return RetryAt(office.clock(), HELD_BACK)
            held[who].add(person)
            if len(held[who]) == most[who]:
                are_held.set()
            await released.wait()
            return await office.mail.post(person, shown, wanted)

        return post

    one, two = (
        posting(office.mail.broadcaster(office.turns, run=who), holding(who)) for who in held
    )
    for broadcaster in (one, replace(two, few=2 * CLAIM)):
        are_held.clear()
        await broadcaster.look()
        await are_held.wait()
    batches = {who: {(person - FIRST) // SIZE for person in people} for who, people in held.items()}
    assert [len(each) for each in batches.values()] == [1, 1]
    assert batches["one"] != batches["two"]
    assert {who: len(people) for who, people in held.items()} == most
    released.set()
    await carry(one, two)
    assert Counter(got(office).values()) == {1: 3 * SIZE}


def test_a_worker_claims_more_only_where_messages_are_paid_for() -> None:
    """As many as ever at Telegram's free pace, and without a limit; a batch at the paid one."""
    assert [claimed_at(pace) for pace in (1, 30, 400, 1_000, 5_000, inf)] == [4, 4, 20, 50, 50, 4]
