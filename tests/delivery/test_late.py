"""What waits its turn for long is looked at once more when it leaves."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.chat.model import Screen, Shown
from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher
from bot.domain.broadcast.verdict import StillDue, Verdict
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person, PersonId
from bot.domain.school.access import Rights
from bot.domain.school.school import SchoolId
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from bot.simulator.server import Profile, Simulator
from bot.store.base import Drop, Put
from bot.store.codec.broadcasts import LANE, PAUSES, StoredPause
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import TinyStore, tiny_store
from tests.delivery.announcing import Office, broadcast
from tests.delivery.mail import posting
from tests.delivery.schools import SCHOOL
from tests.delivery.teachers import OPENING, HandClock, Letterbox, new_sender, put, stored, teacher
from tests.shipped import served_world

SARI = 7
TOKEN = "123456:a-pretend-token-of-the-tests"
CHANGES: dict[str, Callable[[Person], Person]] = {
    "stopped the bot": lambda person: replace(person, quiet=True),
    "finished": lambda person: replace(
        person,
        evaluations=(Evaluation(quarter="2026-Q4", begun_at=OPENING, finished_at=OPENING),),
    ),
    "joined a school": lambda person: replace(person, school=SchoolId("elsewhere")),
}


class Counter:
    """A post whose messages wait at the counter until ``wait`` has ended."""

    def __init__(self, box: Letterbox, wait: Callable[[], Any]) -> None:
        self.box, self.wait = box, wait

    async def post(self, person: PersonId, screen: Shown, wanted: StillDue) -> Verdict:
        await self.wait()
        return await self.box.post(person, screen, wanted)

    async def post_any(self, person: PersonId, _shown: Shown, wanted: StillDue) -> Verdict:
        return await self.post(person, Screen("siaran"), wanted)


def sender_of(store: TinyStore, world: World, clock: HandClock, counter: Counter) -> Dispatcher:
    rights = Rights(schools={SCHOOL.id: SCHOOL})
    return new_sender(store, world, clock, counter.post, rights=lambda: rights)


@pytest.mark.parametrize("change", [*CHANGES, "deleted her data"])
async def test_a_reminder_is_dropped_when_its_reason_goes_while_it_waits(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox, change: str
) -> None:
    """Nothing comes to who stopped, finished, moved or left between the decision and the sending."""

    async def meanwhile() -> None:
        def decide(person: Person | None) -> tuple[Put[Person] | Drop, None]:
            assert person is not None
            return (Put(CHANGES[change](person)) if change in CHANGES else Drop()), None

        await store.update(PEOPLE, str(SARI), decide)

    await put(store, world, teacher(SARI))
    tally = await sender_of(store, world, clock, Counter(box, meanwhile)).send_due()
    assert tally == {"held_back": 1}
    assert not box.letters


async def test_a_reminder_that_waited_into_the_night_comes_the_next_day(
    store: TinyStore, world: World, clock: HandClock, box: Letterbox
) -> None:
    """At 23.00 nothing leaves, nothing counts as sent, and the next allowed hour brings it, once."""

    async def until_night() -> None:
        clock.move(hours=7, minutes=30)

    async def at_once() -> None:
        pass

    await put(store, world, teacher(SARI))
    assert await sender_of(store, world, clock, Counter(box, until_night)).send_due() == {
        "held_back": 1
    }
    assert (await stored(store, SARI)).outbound.written_on is None
    sender = sender_of(store, world, clock, Counter(box, at_once))
    for _ in range(48):
        await sender.send_due()
        clock.move(hours=1)
    assert box.to(SARI) == 1


async def test_a_broadcast_that_waited_into_the_night_waits_for_the_morning(world: World) -> None:
    """Past 20.00 nothing leaves that was sent by day, important or not; in the morning it comes once."""
    for important in (False, True):
        head = replace(broadcast(), important=important)
        office = await Office(world, 6, head).open()
        box = Letterbox()

        async def until_night(office: Office = office) -> None:
            office.clock.now = OPENING + timedelta(hours=7, minutes=30)

        blocked = posting(office.broadcaster, Counter(box, until_night).post_any)
        await blocked.look()
        await blocked.finish()
        assert box.letters == []
        await office.pump()
        office.clock.now = OPENING + timedelta(hours=17)
        await office.pump()
        assert len(box.letters) + len(office.mail.letters) == 6


async def test_a_person_who_stops_the_bot_during_a_pause_gets_nothing_more(
    tmp_path: Path, world: World
) -> None:
    """During a 429 one teacher stops the bot; when it ends only the others get their reminder."""
    clock, people = HandClock(OPENING), range(101, 105)
    store = tiny_store(tmp_path, KINDS)
    await store.open()
    for number in people:
        await put(store, world, teacher(number))
    pause = StoredPause(OPENING + timedelta(seconds=2))
    await store.update(PAUSES, LANE, lambda _: (Put(pause), None))
    await store.close()
    simulator, stop = Simulator(TOKEN, []), asyncio.Event()
    for number in people:
        simulator.world.admit(Profile(id=number, first_name="Guru")).started = True
    async with simulator.serve() as address:
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN), telegram_api_url=address, data_dir=tmp_path
        )
        bot = asyncio.create_task(
            serve_bot(settings, stop, clock, health=False, world=served_world(settings))
        )
        await asyncio.sleep(1)
        await simulator.person(101).send("/berhenti")
        for number in people:
            await simulator.person(number).next_message(timeout=10)
        await asyncio.sleep(0.5)
        stop.set()
        await asyncio.wait_for(bot, 10)
    got = [int(call["chat_id"]) for name, call in simulator.calls if name == "sendMessage"]
    assert sorted(got) == [*people]
