"""What a document of an older release holds for others is carried over once, all of it or nothing."""

import asyncio
import json
import os
import signal
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from bot.app.directory import Directory
from bot.app.turns import Turns
from bot.chat.world import World
from bot.domain.broadcast.batch import Batch, Delivery, Fate, chunk_key
from bot.domain.broadcast.broadcast import Phase
from bot.domain.school.access import Action
from bot.run.settings import Settings
from bot.store.base import Drop, Kind, Put, Ref, Store, T
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.kinds import KINDS
from bot.store.codec.older_person import OlderPerson, older
from bot.store.codec.people import OUTGOING, PEOPLE
from bot.store.codec.requests import REQUESTS
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import TinyStore, tiny_store
from tests.delivery.announcing import ID, broadcast
from tests.delivery.mail import Mail
from tests.delivery.schools import MADE, SCHOOL, keep, member, wish
from tests.delivery.teachers import OPENING, HandClock
from tests.each import each
from tests.forked import FORKS
from tests.shipped import served_world

ROOT = Path(__file__).parents[2]
OLD = ROOT / "tests" / "store" / "versions" / "person-4.json"
ANSWERED, LETTER = "b" * 12, "c" * 12
TEACHERS = (1001, 1002)


async def put(store: Store, kind: Kind[T], key: str, value: T) -> None:
    await store.update(kind, key, lambda _: (Put(value), None))


async def old_data(data: Path) -> Path:
    """Write a school with Made's document as release 4 left it: a broadcast, an answer, a request."""
    store = tiny_store(data, KINDS)
    await store.open()
    await put(store, SCHOOLS, SCHOOL.id, SCHOOL)
    for number in TEACHERS:
        await keep(store, member(number, OPENING))
    answered = replace(
        broadcast(), id=ANSWERED, by=1001, answers="x" * 12, phase=Phase.DONE, due=None, chunks=1
    )
    await put(store, BROADCASTS, ANSWERED, answered)
    sent = Delivery(person=MADE, name="Made", outcome=Fate.SENT)
    batch = Batch(broadcast=ANSWERED, number=0, deliveries=(sent,))
    await put(store, CHUNKS, chunk_key(ANSWERED, 0), batch)
    await store.close()
    path = data / "people" / f"{MADE % 256:02x}" / f"{MADE}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"_default": {"1": json.loads(OLD.read_bytes())}}))
    return data


async def carry_over(store: TinyStore, world: World) -> None:
    """Do what a start does with everybody whose document holds something for others."""
    directory = Directory(store)
    await directory.load()
    turns = Turns(store, world, HandClock(OPENING), directory)
    relay = Mail().broadcaster(turns).course.expander
    for key in await store.find(PEOPLE, OUTGOING.equals(1)):
        assert await relay.take_from(int(key))


async def is_carried_over(store: TinyStore) -> bool:
    """Say whether everything is in documents of its own; nothing may be in both places, or in none."""
    made = await store.get(PEOPLE, str(MADE))
    assert made
    written = set(await store.find(BROADCASTS)) - {ANSWERED}
    batches = set(await store.find(CHUNKS)) - {chunk_key(ANSWERED, 0)}
    asked = set(await store.find(REQUESTS))
    if isinstance(made, OlderPerson):
        held = {*(one.broadcast.id for one in made.announced), *(one.id for one in made.letters)}
        requests = {one.document for one in made.asks}
        assert (held, len(requests)) == ({ID, LETTER}, 1)
        assert (written, batches, asked) == (set(), set(), set())
        return False
    assert written == {ID, LETTER}
    assert batches == {chunk_key(ID, 0), chunk_key(LETTER, 0)}
    assert asked == {wish(OPENING, ()).document}
    return True


async def test_everything_of_an_old_document_is_carried_over(world: World, tmp_path: Path) -> None:
    """Broadcast, answer and request have documents of their own; the rest of her document is as it was."""
    store = tiny_store(await old_data(tmp_path), KINDS)
    await store.open()
    before = await store.get(PEOPLE, str(MADE))
    assert before
    assert not await is_carried_over(store)
    await carry_over(store, world)
    assert await is_carried_over(store)
    after = await store.get(PEOPLE, str(MADE))
    assert after == older(before)
    head, letter = await store.get(BROADCASTS, ID), await store.get(BROADCASTS, LETTER)
    assert head
    assert letter
    assert (head.total, letter.total, letter.by, letter.quote) == (2, 1, MADE, "Halo [nama]")
    request = await store.get(REQUESTS, wish(OPENING, ()).document)
    assert request == wish(OPENING, TEACHERS)
    directory = Directory(store)
    acts = await directory.log(SCHOOL.id, OPENING)
    assert [(act.action, act.count) for act in acts] == [(Action.BROADCAST, 2)]
    await store.close()


async def test_a_second_time_nothing_is_left_to_carry(world: World, tmp_path: Path) -> None:
    """The next start finds nobody; and what was sent meanwhile is not brought back."""
    store = tiny_store(await old_data(tmp_path), KINDS)
    await store.open()
    await carry_over(store, world)
    await store.update(REQUESTS, wish(OPENING, ()).document, lambda _: (Drop(), None))
    await store.close()
    store = tiny_store(tmp_path, KINDS)
    await store.open()
    assert await store.find(PEOPLE, OUTGOING.equals(1)) == []
    await carry_over(store, world)
    assert await store.find(REQUESTS) == []
    await store.close()


async def test_a_document_that_fails_leaves_everything_where_it_was(
    world: World, tmp_path: Path
) -> None:
    """While one of the new documents cannot be written, hers keeps all; afterwards all is carried."""
    store = tiny_store(await old_data(tmp_path), KINDS)
    await store.open()
    other: Ref[Batch] = Ref(CHUNKS, chunk_key(ID, 0))
    await put(store, CHUNKS, other.key, Batch(broadcast=ID, number=0, deliveries=()))
    await store.update(CHUNKS, other.key, lambda _: (Drop(), None))
    place = next((tmp_path / "chunks").glob("*")).parent
    folders = [path for path in place.iterdir() if path.is_dir()]
    obstacles = [path / f"{other.key}.json.tmp" / "x" for path in folders]
    for obstacle in obstacles:
        obstacle.mkdir(parents=True)
    with pytest.raises(Exception, match="cannot be replaced"):
        await carry_over(store, world)
    assert not await is_carried_over(store)
    for obstacle in obstacles:
        obstacle.rmdir()
        obstacle.parent.rmdir()
    await carry_over(store, world)
    assert await is_carried_over(store)
    await store.close()


def carry_over_and_wait(data: Path, ready: Connection) -> None:
    """Carry over as the first of a group of processes, and wait to be killed."""
    os.setsid()
    world = served_world(Settings())

    async def work() -> None:
        store = tiny_store(data, KINDS)
        await store.open()
        ready.send_bytes(b"ready")
        await carry_over(store, world)
        await asyncio.sleep(60)

    asyncio.run(work())


@each("milliseconds", [0, 4, 12, 40])
async def test_a_kill_in_the_middle_leaves_all_or_nothing(
    world: World, tmp_path: Path, milliseconds: int
) -> None:
    """Bot and writer are killed while it is carried over: the next start finds a whole, and finishes it."""
    data = await old_data(tmp_path / "data")
    heard, ready = FORKS.Pipe(duplex=False)
    with heard, ready:
        victim = FORKS.Process(target=carry_over_and_wait, args=(data, ready))
        victim.start()
        assert victim.pid
        assert await asyncio.to_thread(heard.recv_bytes) == b"ready"
        await asyncio.sleep(milliseconds / 1000)  # a kill comes at any moment
        os.killpg(victim.pid, signal.SIGKILL)
        victim.join()
    store = tiny_store(data, KINDS)
    report = await store.open()
    assert report.damaged == ()
    await is_carried_over(store)
    await carry_over(store, world)
    assert await is_carried_over(store)
    await store.close()
