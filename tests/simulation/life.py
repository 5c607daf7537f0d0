"""One life of the bot: the parts of the real program on a virtual disk, wire and clock.

What is left out of the real start: the web page, backups, the look at the disk, threads that prepare, and
APScheduler, which reads the system's clock; the tick is called as it would call it.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any

from pydantic import SecretStr

from bot.app.views.unmade import Replies
from bot.chat.model import Incoming
from bot.cluster.background import beside
from bot.cluster.cluster import LocalCluster
from bot.cluster.leader import standing
from bot.cluster.living import LocalLiving
from bot.cluster.rate_limit import RateLimit
from bot.cluster.send_window import Limits
from bot.delivery.mailing import mailing
from bot.delivery.ticker import Worker
from bot.run.delivery import DeliveryWorkers, build_delivery
from bot.run.edge import build_edge, profile_of
from bot.run.settings import Settings
from bot.run.wiring import Wiring, build
from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import TinyStore
from bot.telegram.api.app import Edge
from bot.telegram.api.run import run_polling
from tests.shipped import ROOT, shipped_world
from tests.simulation.disk import VirtualDisk, store_on
from tests.simulation.moments import Moments
from tests.simulation.plan import ADMIN
from tests.simulation.wire import Wire, WireRequest

TICK_SECONDS = 5.0
TOKEN = "123456:a-pretend-token-of-the-tests"

SETTINGS = Settings(
    telegram_bot_token=SecretStr(TOKEN),
    content_dir=ROOT / "content",
    data_dir=ROOT / "content" / "none",
    operator="KKG Contoh",
    admin_ids=frozenset({ADMIN}),
)


class Course(StrEnum):
    """How far a turn is."""

    BEGUN = "begun"
    ENDED = "ended"
    FAILED = "failed"
    """Nothing of it is saved, and she is told so."""


Took = Callable[[Incoming, Course], None]
"""Told how far a turn is."""


@dataclass(slots=True)
class Life:
    """A process from its start to its end."""

    moments: Moments
    disk: VirtualDisk
    wire: Wire
    took: Took = lambda _incoming, _course: None
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    store: TinyStore = field(init=False)
    parts: Wiring = field(init=False)
    edge: Edge = field(init=False)
    workers: DeliveryWorkers = field(init=False)
    is_serving: bool = False

    def __post_init__(self) -> None:
        cluster = LocalCluster(living=LocalLiving())
        cluster._limiter = RateLimit(Limits(), lambda: self.moments.now)
        self.store = store_on(self.disk, KINDS)
        self.parts = build(
            SETTINGS,
            self.moments.clock,
            store=self.store,
            world=shipped_world(),
            cluster=cluster,
        )
        self.store.pulse.monotonic = lambda: self.moments.now

    async def live(self) -> None:
        """Open the store, serve until ``stop`` is set, close the store."""
        await self.parts.store.open()
        self.store._lock = os.open(os.devnull, os.O_RDONLY)  # so it follows what fails
        self.store.pulse.tell = self.parts.alarm.saving
        self.parts.store.listen(fault=self.parts.alarm.fault, replaced=self.parts.alarm.replaced)
        try:
            await self.parts.directory.load()
            await self.parts.farewells.begin()
            self._wire_up()
            await run_polling(self.edge, profile_of(self.parts), self._beside)
        finally:
            await self.parts.replanner.stop(0.5)
            await self.parts.store.close()

    def _wire_up(self) -> None:
        self.edge = build_edge(SETTINGS, self.parts, self.stop, lambda: WireRequest(self.wire))
        edge = self.edge
        now = partial(getattr, self.moments, "now")
        edge.handlers._monotonic = now
        edge.handlers._conversation = Noted(edge.handlers._conversation, self.took)
        self.workers = build_delivery(SETTINGS, self.parts, edge)

    @property
    def worker(self) -> Worker:
        """What ticks, by this world's clocks."""
        return self.workers.worker

    @asynccontextmanager
    async def _beside(self) -> AsyncIterator[None]:
        async with (
            standing(self.parts.leader),
            beside(self.parts.directory.watch(), "directory"),
            beside(self._tick(), "ticks"),
            mailing(self.workers.broadcaster, self.workers.keeper),
        ):
            self.parts.alarm.connect(self.workers.admins.send)
            self.is_serving = True
            try:
                yield
            finally:
                self.is_serving = False
                await self.worker.finish()
                await self.parts.alarm.finish(0.5)

    async def _tick(self) -> None:
        while True:
            await self.worker.tick()
            await asyncio.sleep(TICK_SECONDS)


@dataclass(frozen=True, slots=True)
class Noted:
    """The conversation, with every turn told of."""

    conversation: Any
    took: Took

    async def take(self, incoming: Incoming) -> Replies:
        """Take one turn."""
        self.took(incoming, Course.BEGUN)
        try:
            shown: Replies = await self.conversation.take(incoming)
        except Exception:
            self.took(incoming, Course.FAILED)
            raise
        self.took(incoming, Course.ENDED)
        return shown

    async def mark_unreachable(self, person_id: Any) -> None:
        """Record that a person cannot be reached."""
        await self.conversation.mark_unreachable(person_id)
