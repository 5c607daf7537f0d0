"""A year of many teachers, driven by a jumping clock through the real parts of the bot.

The store on files, the conversation, the sender, the worker and the Telegram edge are the bot's own;
Telegram is the simulator behind a real socket. Time goes from one quarter of an hour to the next.
"""

import asyncio
import heapq
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Final

from pydantic import SecretStr

from bench.bots import TOKEN
from bench.year_diary import Diary, Kind
from bench.year_habits import DAYS, habits_of
from bench.year_plan import Planning
from bot.chat.model import Event, Incoming, Response, UpdateId
from bot.chat.world import World
from bot.cluster.clock import SecondsOf
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.sources.reminder import Reminders
from bot.delivery.ticker import Worker
from bot.domain.person.person import PersonId
from bot.run.delivery import Bulk
from bot.run.edge import build_edge
from bot.run.settings import load_settings
from bot.run.wiring import Wiring, build, build_world
from bot.simulator.server import Profile, Simulator
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE, PERSON_DUE
from bot.store.tiny.store import tiny_store

BEGINS: Final = datetime(2026, 7, 12, 17, 0, tzinfo=UTC)
"""Monday, 13 July 2026, 00.00 WIB: the first day of the school year."""

SLOT: Final = timedelta(minutes=15)
ACTS_AT: Final = timedelta(minutes=7)
"""People act between two quarters of an hour, so that "in an hour" is an odd minute."""

TALKING: Final = 16
"""Teachers who talk to the bot at the same time."""

DAY: Final = timedelta(days=1)


@dataclass(slots=True)
class Running:
    """One life of the bot's process: its parts, from opening the store to closing it."""

    parts: Wiring
    sender: Dispatcher
    worker: Worker
    stop: asyncio.Event


@asynccontextmanager
async def running(
    world: World, data: Path, address: str, simulator: Simulator, diary: Diary
) -> AsyncIterator[Running]:
    """Run the bot's parts on the data while the block lasts."""
    settings = load_settings(
        data_dir=data,
        telegram_bot_token=SecretStr(TOKEN),
        telegram_api_url=address,
        messages_per_second=float("inf"),
    )
    clock = simulator.clock.now
    store = tiny_store(data, KINDS)
    await store.open()
    parts = build(settings, clock, store=store, world=world)
    stop = asyncio.Event()
    edge = build_edge(settings, parts, stop)
    await edge.application.initialize()

    async def missed(_since: datetime, _until: datetime) -> None:
        diary.count("gaps between ticks noticed")

    reminders = Reminders(store=store, clock=clock, world=world)
    sender = Dispatcher(clock=clock, post=Bulk(edge.deliver).post, stop=stop, sources=(reminders,))
    try:
        # The simulated time is the time that passes.
        worker = Worker(store, sender, clock, missed, elapsed=SecondsOf(clock))
        yield Running(parts, sender, worker, stop)
    finally:
        await edge.deliver.stop()
        await edge.application.shutdown()
        await edge.bot.request.shutdown()
        await store.close()


@dataclass(slots=True)
class Year:
    """The simulation: teachers, what they will do next, and what goes wrong with the bot."""

    teachers: int
    seed: int
    days: int = DAYS
    diary: Diary = field(default_factory=Diary)
    now: datetime = BEGINS
    _lives: dict[int, Planning] = field(default_factory=dict)
    _acts: list[tuple[datetime, int, int, str]] = field(default_factory=list)
    _chance: random.Random = field(init=False)
    """Of the ticks: whether there is one without a reason, and whether it comes twice."""

    _numbers: Any = field(default_factory=count)
    _updates: Any = field(default_factory=lambda: count(1))
    _simulator: Simulator = field(default_factory=lambda: Simulator(TOKEN))
    _heard: int = 0
    _bot: Running | None = None

    def __post_init__(self) -> None:
        """Begin a chance of its own, the same for the same seed."""
        self._chance = random.Random(f"{self.seed}/ticks")

    async def run(self, data: Path, world: World | None = None) -> Diary:
        """Live through the year on an empty data directory and return the diary."""
        world = world or build_world(load_settings(data_dir=data), BEGINS.date())
        self._set_clock()
        self.diary.begins, self.diary.ends = self.now, self.now + timedelta(days=self.days)
        for number in range(self.teachers):
            self._admit(1_000 + number)
        faults = self._faults()
        async with self._simulator.serve() as address:
            while self.now < self.diary.ends:
                async with running(world, data, address, self._simulator, self.diary) as self._bot:
                    fault = await self._until_fault(faults)
                self._suffer(fault)
        return self.diary

    def _admit(self, person: int) -> None:
        habits = habits_of(person, self.seed)
        self._simulator.world.admit(Profile(id=person, first_name="Guru"))
        self._simulator.world.people[person].started = True
        life = Planning(
            id=person,
            habits=habits,
            chance=random.Random(f"{self.seed}/{person}/life"),
            talk=self._talk,
            diary=self.diary,
            clock=self._simulator.clock.now,
            set_blocked=self._set_blocked,
        )
        self._lives[person] = life
        joins = self.now + habits.joins
        for after, act in [(timedelta(), "join"), *life.plans()]:
            self._plan(person, joins + after, act)

    def _plan(self, person: int, moment: datetime, act: str) -> None:
        heapq.heappush(self._acts, (moment, next(self._numbers), person, act))

    def _faults(self) -> dict[int, str]:
        """Return in which slots what goes wrong."""
        chance = random.Random(f"{self.seed}/faults")
        slots = iter(chance.sample(range(96 * 70, 96 * self.days), k=16))
        faults = {next(slots): "restart" for _ in range(10)}
        faults |= {next(slots): "day" for _ in range(3)} | {next(slots): "month"}
        return faults | {next(slots): "back" for _ in range(2)}

    async def _until_fault(self, faults: dict[int, str]) -> str:
        """Live slot by slot until something goes wrong or the year ends; return what."""
        assert self.diary.ends
        while self.now < self.diary.ends:
            await self._slot()
            self.now += SLOT
            if fault := faults.pop((self.now - BEGINS) // SLOT, None):
                return fault
        return ""

    def _suffer(self, fault: str) -> None:
        """Let the bot not run, or the clock go back."""
        self._set_clock()
        before = self.now
        match fault:
            case "day" | "month":
                self.now += DAY if fault == "day" else 30 * DAY
                self.diary.down.append((before, self.now))
            case "back":
                self.now -= DAY
        if fault:
            self.diary.count({
                "restart": "restarts", "day": "days of downtime", "month": "months of downtime",
                "back": "clock set back by a day",
            }[fault])  # fmt: skip

    async def _slot(self) -> None:
        """Tick if anything may be due, now and then without a reason; then let people act."""
        assert self._bot
        due = await self._bot.parts.store.find(PEOPLE, PERSON_DUE.up_to(self.now.timestamp()))
        if due or self._chance.random() < 0.01:
            self._set_clock()
            await self._tick(twice_at_once=self._chance.random() < 0.1)
            if self._chance.random() < 0.1:
                await self._tick(twice_at_once=False)
        if self._acts and self._acts[0][0] <= self.now + ACTS_AT:
            self._set_clock(ACTS_AT)
            await self._let_act()

    async def _tick(self, *, twice_at_once: bool) -> None:
        assert self._bot
        listening = asyncio.create_task(self._listen())
        self.diary.count("ticks")
        if twice_at_once:
            self.diary.count("of them two at once")
            await asyncio.gather(self._bot.worker.tick(), self._bot.sender.send_due())
        else:
            await self._bot.worker.tick()
        listening.cancel()
        self._hear()

    async def _listen(self) -> None:
        """Hear what the bot sends, before the simulator forgets it."""
        events = self._simulator.world.events
        while True:
            await events.wait(self._heard, 60.0)
            self._hear()

    def _hear(self) -> None:
        heard = self._simulator.world.events.since(self._heard)
        assert heard is not None, "messages were missed"
        for number, event in heard:
            self._heard = number
            if event["type"] == "message":
                self._deliver(event["person"], event["message"])

    def _deliver(self, person: int, message: dict[str, Any]) -> None:
        """Hand a message over, and remember what it leads to."""
        keyboard = message["reply_markup"]["inline_keyboard"]
        buttons = tuple(
            button["callback_data"]
            for row in keyboard
            for button in row
            if "callback_data" in button
        )
        moment = datetime.fromtimestamp(message["date"], UTC)
        self.diary.write(person, Kind.LETTER, moment, message["text"], buttons)
        chat = self._simulator.world.chats[person]
        chat.entries.clear()
        chat.log.clear()
        for after, act in self._lives[person].read(buttons):
            self._plan(person, moment + after, act)

    async def _let_act(self) -> None:
        """Let everybody do what is due, each in her order, some at the same time."""
        until = self.now + ACTS_AT
        acts: dict[int, list[str]] = {}
        while self._acts and self._acts[0][0] <= until:
            _, _, person, act = heapq.heappop(self._acts)
            acts.setdefault(person, []).append(act)
        people = iter(acts.items())

        async def work() -> None:
            for person, ones in people:
                for one in ones:
                    await self._lives[person].do(one)

        await asyncio.gather(*(work() for _ in range(min(TALKING, len(acts)))))

    async def _talk(self, person: int, event: Event) -> tuple[Response, ...]:
        assert self._bot
        self.diary.count("turns")
        update = UpdateId(next(self._updates))
        return await self._bot.parts.turns.handle(
            Incoming(update=update, person=PersonId(person), event=event, first_name="Guru")
        )

    def _set_blocked(self, person: int, blocked: bool) -> None:
        self._simulator.world.people[person].blocked = blocked

    def _set_clock(self, past: timedelta = timedelta()) -> None:
        self._simulator.clock.set(self.now + past)
