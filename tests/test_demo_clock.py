"""The demo's clock: a jump stops wherever something is due, and the next message can be jumped to."""

import asyncio
import math
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from bot.cluster.cluster import LocalCluster
from bot.cluster.send_window import Limits
from bot.demo.agenda import DemoAgenda
from bot.demo.school import (
    ADMIN,
    COORDINATOR,
    COORDINATOR_NAME,
    NAME,
    SCHOOL,
    TEACHERS,
    found_school,
)
from bot.demo.serve import PEOPLE, TOKEN, meet
from bot.domain.broadcast.broadcast import Broadcast, Content
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from bot.run.wiring import Wiring
from bot.simulator.clock import Clock
from bot.simulator.journey import HORIZON, SHORTLY_BEFORE, Coming, Journey
from bot.simulator.server import Simulator
from bot.store.base import Put
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.people import PEOPLE as PEOPLE_STORED
from tests.shipped import served_world

START = datetime(2026, 11, 29, 3, 0, tzinfo=UTC)
ONES = frozenset(one.id for one in TEACHERS)
FREE = timedelta(days=60)
LONG = 30.0

KETUT = TEACHERS[1].id
"""He has evaluated this quarter: nothing goes before the question about a plan of his."""


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[tuple[Simulator, Wiring]]:
    """The demo's bot and its small Telegram, on a Sunday at the end of November."""
    clock, agenda = Clock(), DemoAgenda()
    clock.set(START)
    simulator = Simulator(TOKEN, PEOPLE, clock=clock, agenda=agenda)
    running, stop = asyncio.Event(), asyncio.Event()

    async def prepare(parts: Wiring) -> None:
        await found_school(parts.store, parts.world, clock.now())
        await meet(simulator, parts)
        agenda.parts = parts

    def drive(worker: object, broadcaster: object) -> None:
        agenda.worker, agenda.broadcaster = worker, broadcaster  # type: ignore[assignment] # typed at the call
        running.set()

    async with simulator.serve() as address:
        settings = _settings(address, tmp_path)
        serving = partial(serve_bot, settings, stop, clock.now, health=False, prepare=prepare)
        bot = asyncio.create_task(serving(driven=drive, world=served_world(settings)))
        await asyncio.wait_for(running.wait(), 30)
        assert agenda.parts
        yield simulator, agenda.parts
        stop.set()
        await asyncio.wait_for(bot, 10)


def _settings(address: str, data: Path) -> Settings:
    """Return those of the demo's bot: it looks for what is due when the clock says so."""
    return Settings(
        telegram_bot_token=SecretStr(TOKEN),
        telegram_api_url=address,
        data_dir=data,
        admin_ids=frozenset({ADMIN}),
        tick_seconds=3600,
        messages_per_second=math.inf,
    )


def received(simulator: Simulator, person: int) -> list[tuple[datetime, str]]:
    """What the bot sent to one person: when, and what it says."""
    chat = simulator.world.chat(person)
    return [
        (datetime.fromtimestamp(entry.message["date"], UTC), str(entry.message.get("text", "")))
        for entry in chat.entries.values()
        if not entry.out
    ]


async def due_of(parts: Wiring, person: int) -> datetime | None:
    found = await parts.store.get(PEOPLE_STORED, str(person))
    return found.outbound.due_at if found else None


async def test_a_jump_brings_each_message_at_its_own_moment(
    demo: tuple[Simulator, Wiring],
) -> None:
    """Two weeks in one jump: whoever was due got it at that moment, not at the end, once a day.

    Whoever runs the demo moved the clock herself: no word of missed ticks reaches the admin.
    """
    simulator, parts = demo
    due = {person: await due_of(parts, person) for person in ONES}
    end = START + timedelta(days=14)
    await simulator.journey.travel(end)
    for person, moment in due.items():
        if moment is None or moment > end:
            continue
        came = [at for at, _ in received(simulator, person)]
        if simulator.world.human(person).blocked:
            assert came == []
            continue
        assert came
        assert abs(came[0] - moment) < timedelta(minutes=1)
        assert len({at.date() for at in came}) == len(came)
    assert abs(simulator.clock.now() - end) < timedelta(minutes=1)
    await simulator.journey.travel(START + timedelta(days=30))
    alarm = parts.world.texts.say("admin-ticks-missed", since="|", until="|").split("|")[0]
    assert alarm
    assert not any(alarm in text for _, text in received(simulator, ADMIN))


@pytest.mark.parametrize("milestone", [False, True])
async def test_the_next_message_of_who_is_looked_at_arrives_shortly_after_the_jump(
    demo: tuple[Simulator, Wiring], *, milestone: bool
) -> None:
    """The clock stops seconds before it; with a milestone it is one about the quarter's evaluation."""
    simulator, _ = demo
    person, otherwise = TEACHERS[-1].id, START + FREE
    await simulator.journey.travel_to_message(
        frozenset({person}), milestone=milestone, otherwise=otherwise
    )
    before = received(simulator, person)
    assert milestone or before == []
    assert simulator.clock.now() < START + HORIZON
    await simulator.journey.travel(simulator.clock.now() + SHORTLY_BEFORE)
    _, text = received(simulator, person)[len(before)]
    assert not milestone or "evaluasi" in text.lower()


async def planned(simulator: Simulator, number: int, day: date) -> None:
    """Let somebody begin step 3 and plan its first task for a day, by nothing but buttons."""
    person = simulator.person(number)
    await person.send("/mulai")
    shown = await person.next_message(LONG)
    for data in (
        "coach:begin:kurikulum",
        "coach:task:kurikulum:konteks-pilihan:0",
        "coach:read:kurikulum:0",
        "coach:unsaid:kurikulum:0",
        f"coach:day:kurikulum:0:{day}",
        "coach:nogroup:kurikulum:0",
        "coach:nowords:kurikulum:0",
        "coach:settled:kurikulum:0",
    ):
        await person.tap(shown["message_id"], data)
        shown = await person.next_message(LONG)


@pytest.mark.parametrize(("ahead", "milestone"), [(1, False), (3, True)])
async def test_one_jump_brings_the_question_about_a_plan(
    demo: tuple[Simulator, Wiring], *, ahead: int, milestone: bool
) -> None:
    """Either button stops seconds before the question about a plan made a moment ago, on its day."""
    simulator, _ = demo
    person, day = KETUT, START.date() + timedelta(days=ahead)
    await planned(simulator, person, day)
    before = len(received(simulator, person))
    await simulator.journey.travel_to_message(
        frozenset({person}), milestone=milestone, otherwise=START + FREE
    )
    assert len(received(simulator, person)) == before
    await simulator.journey.travel(simulator.clock.now() + SHORTLY_BEFORE)
    ((moment, text),) = received(simulator, person)[before:]
    assert moment.astimezone(ZoneInfo("Asia/Makassar")).date() == day
    assert "sudah dicoba?" in text


async def intended(simulator: Simulator, number: int, quarter: str, *days: date) -> None:
    """Let somebody write a development plan of one line and choose days for it."""
    person = simulator.person(number)
    await person.send("/mulai")
    shown = await person.next_message(LONG)
    await person.tap(shown["message_id"], f"evaluation:plan:{quarter}")
    await person.next_message(LONG)
    await person.send("Satu buku tentang umpan balik")
    shown = await person.next_message(LONG)
    for data in (
        f"evaluation:noline:{quarter}:sumber",
        f"evaluation:noline:{quarter}:penerapan",
        *(f"evaluation:day:{quarter}:{day}:on" for day in days),
        "nav:menu",
    ):
        await person.tap(shown["message_id"], data)
        shown = await person.next_message(LONG)


async def test_jumps_to_the_next_quarter_stop_at_each_day_of_a_development_plan(
    demo: tuple[Simulator, Wiring],
) -> None:
    """One jump a day of the plan, each seconds before its message; the last one asks how it went."""
    simulator, parts = demo
    stored = await parts.store.get(PEOPLE_STORED, str(KETUT))
    assert stored
    days = tuple(START.date() + timedelta(days=ahead) for ahead in (2, 10))
    await intended(simulator, KETUT, stored.evaluations[-1].quarter, *days)
    for day in days:
        before = len(received(simulator, KETUT))
        await simulator.journey.travel_to_message(
            frozenset({KETUT}), milestone=True, otherwise=START + FREE
        )
        await simulator.journey.travel(simulator.clock.now() + SHORTLY_BEFORE)
        moment, text = received(simulator, KETUT)[-1]
        assert len(received(simulator, KETUT)) > before
        assert moment.astimezone(ZoneInfo("Asia/Makassar")).date() == day
        assert "umpan balik" in text
        assert ("Bagaimana jadinya" in text) == (day == days[-1])


async def test_a_far_jump_brings_the_question_on_its_day_and_once(
    demo: tuple[Simulator, Wiring],
) -> None:
    """A jump of three months asks about a plan at the promised hour on the way, once more, then no more."""
    simulator, _ = demo
    person, day = KETUT, START.date() + timedelta(days=4)
    await planned(simulator, person, day)
    await simulator.journey.travel(START + timedelta(days=91))
    asked = [at for at, text in received(simulator, person) if "sudah dicoba?" in text]
    assert asked[0].date() == day
    assert len(asked) <= 2, "after two questions a plan rests"
    days = [at.date() for at, _ in received(simulator, person)]
    assert len(set(days)) == len(days)


@pytest.mark.parametrize(
    ("person", "is_milestone", "is_something"),
    [(1, True, True), (2, False, True), (3, False, False)],
)
def test_a_milestone_of_somebody_else_is_passed(
    person: int, *, is_milestone: bool, is_something: bool
) -> None:
    """What falls to the same moment is a milestone only for whom it is one."""
    both = Coming(moment=START, people=frozenset({1, 2}), milestones=frozenset({1}))
    assert both.falls_to(frozenset({person}), milestone=True) is is_milestone
    assert both.falls_to(frozenset({person}), milestone=False) is is_something


async def test_a_broadcast_planned_on_the_way_leaves_on_the_way(
    demo: tuple[Simulator, Wiring],
) -> None:
    """The stops of a jump are also those of broadcasts: each arrives at the moment it was set to."""
    simulator, parts = demo
    due = START + timedelta(days=3)
    planned = Broadcast(
        id="abcdef012345",
        school=SCHOOL,
        school_name=NAME,
        by=COORDINATOR,
        sender=COORDINATOR_NAME,
        content=Content(text="Rapat pekan depan"),
        made_at=START,
        due=due,
    )
    await parts.store.update(BROADCASTS, planned.id, lambda _: (Put(planned), None))
    await simulator.journey.travel(START + timedelta(days=5))
    came = [
        at for one in ONES for at, text in received(simulator, one) if "Rapat pekan depan" in text
    ]
    assert len(came) > len(ONES) // 2
    assert all(abs(at - due) < timedelta(minutes=1) for at in came)


async def test_messages_of_two_days_do_not_wait_for_each_other(
    demo: tuple[Simulator, Wiring],
) -> None:
    """Telegram's limit of a chat counts by the demo's clock: whoever looks on does not wait for it."""
    simulator, parts = demo
    assert isinstance(parts.cluster, LocalCluster)
    limiter = LocalCluster(seconds=parts.cluster.seconds).limiter(Limits())
    for _ in range(Limits().chat_burst):
        await limiter.enter(KETUT)
    simulator.clock.advance(timedelta(days=1))
    with pytest.raises(StopIteration):
        limiter.enter(KETUT).send(None)


async def test_without_an_agenda_the_clock_jumps_straight() -> None:
    """The small Telegram alone knows of no bot: a jump leads to its target at once."""
    journey = Journey(Clock())
    target = journey.clock.now() + FREE
    await journey.travel_to_message(frozenset({1}), milestone=True, otherwise=target)
    assert abs(journey.clock.now() - target) < timedelta(minutes=1)
