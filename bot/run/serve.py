"""Opens the store, serves until told to stop, closes the store: the life of a running bot.

Knows the parts and the Telegram edge; decides nothing about either.
"""

import asyncio
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress
from functools import partial

import structlog

from bot.app.holding import Holding
from bot.app.retention import Expiry
from bot.app.turns import Clock
from bot.chat.model import Screen, Shown
from bot.chat.screens.roster.words import names_apart
from bot.cluster.rate_limit import BULK, Limits
from bot.content.texts import Texts
from bot.delivery.alarms import Alarms
from bot.delivery.clock_watch import elapsed_seconds
from bot.delivery.mailing import PauseKeeper, mailing
from bot.delivery.planner import Planner
from bot.delivery.relay import Relay
from bot.delivery.sources.broadcast_lifecycle import BroadcastLifecycle
from bot.delivery.sources.broadcaster import Broadcaster
from bot.delivery.sources.digest import digest_of
from bot.delivery.sources.newsroom import Newsroom
from bot.delivery.sources.nudges import Nudges
from bot.delivery.sources.reminders import Sender
from bot.delivery.ticker import Worker, ticking
from bot.domain.broadcast.verdict import StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.domain.school.access import Rights
from bot.run import startup
from bot.run.open_files import raise_open_files
from bot.run.self_check import checking
from bot.run.settings import Settings
from bot.run.wiring import KINDS, Wiring, build, wall_clock
from bot.store.base import OpenReport
from bot.store.codec.people import PEOPLE
from bot.store.tiny.collection import Fault
from bot.telegram.api import app as telegram_app
from bot.telegram.api.app import Connection, Edge
from bot.telegram.api.handlers import EdgeTexts
from bot.telegram.api.profile import Profile
from bot.telegram.api.run import run_polling
from bot.web.server import HealthPage, Listen, Webhook, run_webhook, serving, website

log = structlog.stdlib.get_logger(__name__)

REPLAN_SECONDS = 0.5
ALARM_SECONDS = 0.5
"""What a stopping process still waits for plans, and for word to whoever runs it. 5 s must do for all."""

Driver = Callable[[Worker, Broadcaster], None]
"""Takes what works by the clock, to have it do what is due whenever the clock was moved."""


async def serve_bot(
    settings: Settings,
    stop: asyncio.Event,
    clock: Clock = wall_clock,
    *,
    health: bool = True,
    checks: bool = False,
    prepare: Callable[[Wiring], Awaitable[None]] | None = None,
    ready: Callable[[], None] | None = None,
    driven: Driver | None = None,
) -> None:
    """Serve until ``stop`` is set; without ``health`` no port is opened while polling.

    With ``checks`` the content is compared with the code once people are served.
    ``prepare`` is called with the open store before anything is read from it; ``ready`` is called
    when content and data were found good, before Telegram is called. ``driven`` is handed what works
    by the clock when somebody moves that clock on purpose; gaps between ticks are no alarm then.

    Raises ContentFaulty, StoreBusy, StoreDamaged, StoreUnavailable, TokenRefused, WebhookRefused,
    PollingConflict, or OSError when the port is taken.
    """
    raise_open_files()
    edges: list[Edge] = []
    # Turns are taken only while connected, so the name is known by then.
    parts = build(settings, clock, lambda: edges[0].bot.username)
    report = await parts.store.open()
    log.info("store_opened", documents=report.documents, read=report.read)
    hurrying = asyncio.create_task(_hurry(stop, parts))
    try:
        _listen_to_faults(parts, report)
        if prepare:
            await prepare(parts)
        await parts.directory.load()
        if ready:
            ready()
        edge = build_edge(settings, parts, clock, stop)
        edges.append(edge)
        startup.spare_the_turns()
        check = checking(settings.content_dir, parts.alarm.content) if checks else nullcontext()
        await _serve(settings, parts, edge, check, health=health, driven=driven)
    finally:
        hurrying.cancel()
        with suppress(TimeoutError, asyncio.CancelledError):
            await asyncio.wait_for(parts.replanner.finish(), REPLAN_SECONDS)
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


async def _serve(
    settings: Settings,
    parts: Wiring,
    edge: Edge,
    check: AbstractAsyncContextManager[None],
    *,
    health: bool,
    driven: Driver | None,
) -> None:
    """Take updates by webhook when one is set, else by long polling; ``check`` goes on beside them.

    While polling, the health page is served only if a port was asked for.
    """
    profile = _profile(parts)
    worker = _worker(settings, parts, edge, is_driven=driven is not None)
    broadcaster = build_broadcaster(parts, edge)
    if driven:
        driven(worker, broadcaster)
    keeper = PauseKeeper(parts.store, edge.lanes, parts.turns.clock)

    @asynccontextmanager
    async def beside() -> AsyncIterator[None]:
        async with (
            ticking(worker, settings.tick_seconds),
            mailing(broadcaster, keeper),
            startup.preparing(parts.world.search.prepare),
        ):
            parts.alarm.connect(lambda admin, words: edge.deliver.send(admin, Screen(words)))
            try:
                async with check:
                    yield
            finally:
                await parts.alarm.finish(ALARM_SECONDS)

    page = _health_page(parts, edge)
    listen = Listen(port=settings.port, host=settings.web_host)
    if settings.webhook_url and (secret := settings.webhook_secret):
        webhook = Webhook(url=settings.webhook_url, secret=secret.get_secret_value())
        await run_webhook(edge, profile, webhook=webhook, listen=listen, health=page, beside=beside)
    elif health and "port" in settings.model_fields_set:
        async with serving(website(page), listen):
            await run_polling(edge, profile, beside)
    else:
        await run_polling(edge, profile, beside)


def _health_page(parts: Wiring, edge: Edge) -> HealthPage:
    """Return what the health page asks of the parts."""
    return HealthPage(
        telegram=lambda: edge.doubt.trouble,
        people=lambda: parts.store.count(PEOPLE),
        failing_seconds=lambda: parts.store.pulse.failing_seconds,
        unreadable=lambda: sum(parts.store.unreadable(kind) for kind in KINDS),
    )


def build_edge(settings: Settings, parts: Wiring, clock: Clock, stop: asyncio.Event) -> Edge:
    """Return the Telegram edge for these parts; ``settings`` must hold a token."""
    assert settings.telegram_bot_token  # noqa: S101 -- checked by the command line
    connection = Connection(
        token=settings.telegram_bot_token.get_secret_value(),
        api_url=settings.telegram_api_url,
        limits=_limits(settings.messages_per_second),
        paid=settings.paid_broadcast,
    )
    return telegram_app.build(
        connection,
        parts.turns,
        edge_texts(parts.world.texts),
        clock=clock,
        stop=stop,
        keeper=Holding(parts.store),
    )


def _worker(settings: Settings, parts: Wiring, edge: Edge, *, is_driven: bool) -> Worker:
    """Return the worker that sends what is due, below all replies."""

    async def post(person: PersonId, screen: Screen, wanted: StillDue) -> Verdict:
        return await edge.deliver.send(person, screen, BULK, wanted=wanted)

    def tell(told: str) -> None:
        if not is_driven:
            _tell_admins(settings, edge, told)

    alarms = Alarms(parts.world.texts, tell, lambda: parts.replanner.begin(None))
    clock = parts.turns.clock
    store, world, stop = parts.store, parts.world, edge.stop

    def rights() -> Rights:
        return parts.directory.rights

    sender = Sender(store, world, clock, post, stop, rights, digest_of(store, world, rights))
    planner, note = Planner(world, rights), parts.directory.note
    nudges = Nudges(store, planner, clock, post, stop, note)
    newsroom = Newsroom(store, world, rights, parts.directory.told, clock, post, stop)

    async def tell_and_remind() -> None:
        await newsroom.tell()
        await nudges.send_asked()

    return Worker(
        store,
        sender,
        clock,
        alarms.missed,
        tell_and_remind,
        jumped=alarms.jumped,
        # A clock that somebody moves on purpose does not jump: that time has passed.
        elapsed=(lambda: clock().timestamp()) if is_driven else elapsed_seconds,
        daily=Expiry(store, clock).sweep,
    )


def build_broadcaster(parts: Wiring, edge: Edge) -> Broadcaster:
    """Return what sends the broadcasts of these parts, below all replies."""

    async def post(person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        return await edge.deliver.send(person, shown, BULK, wanted=wanted)

    async def show(person: PersonId, screen: Screen, message: int | None) -> Verdict:
        return await edge.deliver.send(person, screen, BULK, edits=message)

    store, world, clock = parts.store, parts.world, parts.turns.clock
    expander = Relay(
        store,
        lambda: parts.directory.rights,
        parts.turns.roster,
        parts.directory.note,
        clock,
        parts.turns.notifier,
        names=partial(names_apart, world.texts),
    )
    return Broadcaster(
        store=store,
        world=world,
        course=BroadcastLifecycle(
            store=store, world=world, expander=expander, show=show, clock=clock
        ),
        post=post,
        notifier=parts.turns.notifier,
        stop=edge.stop,
        clock=clock,
    )


def _tell_admins(settings: Settings, edge: Edge, told: str) -> None:
    """Queue a line for whoever runs the bot; who never started it cannot be reached.

    Nothing waits for it: Telegram may have asked for an hour of silence.
    """
    for admin in sorted(settings.admin_ids):
        edge.deliver.show(admin, (Screen(told),))


def _limits(per_second: float) -> Limits:
    """Telegram's limits at a rate; an infinite one (``MESSAGES_PER_SECOND=inf``) means none."""
    return Limits.none() if math.isinf(per_second) else Limits(per_second=per_second)


def edge_texts(texts: Texts) -> EdgeTexts:
    """Return the sentences the Telegram edge says itself."""
    return EdgeTexts(
        flood=texts.say("edge-flood"),
        group=texts.say("edge-group"),
        not_saved=texts.say("edge-not-saved"),
        not_yours=texts.say("edge-not-yours"),
        failure=texts.say("edge-failure"),
    )


def _profile(parts: Wiring) -> Profile:
    return Profile(
        commands=parts.world.commands(),
        description=parts.world.texts.say("profile-description"),
        short_description=parts.world.texts.say("profile-short"),
    )
