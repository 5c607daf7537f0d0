"""Opens the store, serves until told to stop, closes the store: the life of a running bot.

The health page is there before that and until after it.

Knows the parts and the Telegram edge; decides nothing about either.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    nullcontext,
)
from dataclasses import dataclass

import structlog

from bot.chat.world import World
from bot.cluster.background import beside
from bot.cluster.clock import Clock, SecondsOf
from bot.cluster.cluster import LocalCluster
from bot.cluster.leader import standing
from bot.delivery.broadcasts import follow_arrivals
from bot.delivery.mailing import mailing
from bot.delivery.sources.broadcaster import Broadcaster
from bot.delivery.ticker import Worker, ticking
from bot.run.delivery import DeliveryWorkers, build_delivery
from bot.run.edge import build_edge, profile_of
from bot.run.health.vitals import BotVitals
from bot.run.health.watching import Watch
from bot.run.open_files import raise_open_files
from bot.run.pages import ServedPages, pages_of
from bot.run.role import ProcessRole
from bot.run.self_check import checking
from bot.run.settings import Settings
from bot.run.start import generated_code, startup
from bot.run.start.later import later, preparing
from bot.run.wiring import Wiring, build
from bot.store.base import Fault, OpenReport
from bot.telegram.api.app import Edge
from bot.telegram.api.run import run_polling, run_waiting

log = structlog.stdlib.get_logger(__name__)

REPLAN_SECONDS = 0.5
ALARM_SECONDS = 0.5
"""What a stopping process still waits for plans, and for word to whoever runs it. 5 s must do for all."""

Driver = Callable[[Worker, Broadcaster], None]
"""Takes what works by the clock, to have it do what is due whenever the clock was moved."""


async def serve_bot(
    settings: Settings,
    stop: asyncio.Event,
    clock: Clock | None = None,
    *,
    health: bool = True,
    checks: bool = False,
    prepare: Callable[[Wiring], Awaitable[None]] | None = None,
    ready: Callable[[], None] | None = None,
    driven: Driver | None = None,
    world: World | None = None,
    role: ProcessRole = ProcessRole.RUN,
) -> None:
    """Serve until ``stop`` is set; without ``health`` no port is opened while polling.

    With ``checks`` the content is compared with the code once people are served. ``prepare`` is called with the open
    store before anything is read from it; ``ready`` when content and data were found good, before Telegram is called.
    ``driven`` is handed what works by the clock when somebody moves that clock on purpose; gaps between ticks are no
    alarm then, and messages of different days do not wait for each other. ``world`` is what the content says, from who
    has read it already; ``role`` is what this process does of it all.

    Raises ContentFaulty, StoreBusy, StoreDamaged, StoreUnavailable, SchemaUnfit, TokenRefused, WebhookRefused,
    PollingConflict, or OSError when the port is taken.
    """
    raise_open_files()
    moved = LocalCluster(seconds=SecondsOf(clock)) if driven and clock else None
    parts = build(settings, clock, world=world, cluster=moved)
    async with pages_of(settings, role, health=health) as pages, _opened(parts, stop):
        if prepare:
            await prepare(parts)
        await _load(parts)
        if ready:
            ready()
        edge = build_edge(settings, parts, stop)
        startup.spare_the_turns()
        delivery = build_delivery(settings, parts, edge, is_driven=driven is not None)
        if driven:
            driven(delivery.worker, delivery.broadcaster)
        tasks = _tasks(settings, parts, delivery, edge, role, checks=checks)
        await _serve(settings, edge, tasks, pages)


async def _load(parts: Wiring) -> None:
    await parts.directory.load()
    await parts.farewells.begin()


def _tasks(
    settings: Settings,
    parts: Wiring,
    delivery: DeliveryWorkers,
    edge: Edge,
    role: ProcessRole,
    *,
    checks: bool,
) -> "ServingTasks":
    check = checking(settings.content_dir, parts.alarm.content) if checks else nullcontext()
    disk = None if settings.database_url else settings.data_dir
    watch = Watch(parts.alarm, disk, lambda: time.monotonic() - edge.answered_at)
    return ServingTasks(parts, delivery, settings.tick_seconds, check, watch, role)


@asynccontextmanager
async def _opened(parts: Wiring, stop: asyncio.Event) -> AsyncIterator[None]:
    """Keep the store of these parts open while the block lasts, with the alarm told of its faults."""
    report = await parts.store.open()
    log.info("store_opened", documents=report.documents, read=report.read)
    async with beside(_hurry(stop, parts), "hurry"), parts.cluster.connected():
        try:
            _listen_to_faults(parts, report)
            yield
        finally:
            await parts.backups.stop()
            await parts.replanner.stop(REPLAN_SECONDS)
            await parts.store.close()


def _listen_to_faults(parts: Wiring, report: OpenReport) -> None:
    """Have the alarm told of everything that is wrong with the data, now and later."""
    faults: list[Fault] = [*report.damaged, *report.too_new]
    for fault in faults:
        parts.alarm.fault(fault)
    parts.store.listen(fault=parts.alarm.fault, replaced=parts.alarm.replaced)
    parts.store.pulse.tell = parts.alarm.saving


async def _hurry(stop: asyncio.Event, parts: Wiring) -> None:
    """Let nobody wait long for a disk that hangs once the process is to end."""
    await stop.wait()
    parts.store.hurry()


@dataclass(frozen=True, slots=True)
class ServingTasks:
    """What goes on beside the updates while the bot is connected."""

    parts: Wiring
    delivery: DeliveryWorkers
    tick_seconds: float
    check: AbstractAsyncContextManager[None]
    watch: Watch
    role: ProcessRole

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[None]:
        """Tick, send and check while the block lasts, as far as that is this process's role."""
        async with AsyncExitStack() as stack:
            if self.role.ticks:
                await stack.enter_async_context(standing(self.parts.leader))
            await stack.enter_async_context(beside(self.parts.directory.watch(), "directory"))
            await stack.enter_async_context(beside(self._follow(), "arrivals"))
            if self.role.ticks:
                await stack.enter_async_context(self._working_by_the_clock())
            await stack.enter_async_context(preparing(self.parts.world.prepare))
            await stack.enter_async_context(preparing(generated_code.save))
            await stack.enter_async_context(later(self.parts.store.prove, "proof"))
            self.parts.alarm.connect(self.delivery.admins.send)
            try:
                async with self.check, beside(self.watch.keep(), "watch"):
                    yield
            finally:
                await self.parts.alarm.finish(ALARM_SECONDS)

    async def _follow(self) -> None:
        """Know what others send, if there are others."""
        if isinstance(self.parts.cluster, LocalCluster):
            return
        parts = self.parts
        await follow_arrivals(parts.store, parts.notifier.arrivals, parts.clock)

    @asynccontextmanager
    async def _working_by_the_clock(self) -> AsyncIterator[None]:
        async with (
            ticking(self.delivery.worker, self.tick_seconds),
            mailing(self.delivery.broadcaster, self.delivery.keeper),
        ):
            yield


async def _serve(
    settings: Settings, edge: Edge, beside: ServingTasks, pages: ServedPages | None
) -> None:
    """Take updates by webhook when one is set, else by long polling; the pages tell how that goes.

    Of several processes on one database that could poll the leader does.
    """
    parts = beside.parts
    profile = profile_of(parts)
    vitals = BotVitals(parts, edge, beside.delivery.worker, ticks=beside.role.ticks)
    with pages.health.knowing(vitals) if pages else nullcontext():
        if pages and pages.webhook:
            from bot.web.server import run_webhook  # noqa: PLC0415 -- who only polls waits for no server

            await run_webhook(
                edge,
                profile,
                webhook=pages.webhook,
                port=pages.port,
                health=pages.health,
                beside=beside,
            )
        elif settings.webhook_url:
            await run_waiting(edge, profile, beside)
        else:
            leader = parts.leader if settings.database_url else None
            await run_polling(edge, profile, beside, leader)
