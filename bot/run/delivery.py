"""What the bot sends by itself, put together from an object graph and its Telegram edge.

Must not decide what is sent or when; the parts do.
"""

from dataclasses import dataclass
from functools import partial

from bot.app.lapsing import Lapsing
from bot.app.retention import Expiry
from bot.chat.model import Screen, Shown
from bot.chat.screens.roster.words import names_apart
from bot.cluster.clock import SecondsOf
from bot.cluster.rate_limit import BULK
from bot.delivery.clock_watch import Alarms, elapsed_seconds
from bot.delivery.dispatcher import Dispatcher, Source
from bot.delivery.mailing import PauseKeeper
from bot.delivery.relay import Relay
from bot.delivery.sources.broadcast import claimed_at
from bot.delivery.sources.broadcast_lifecycle import BroadcastLifecycle
from bot.delivery.sources.broadcaster import Broadcaster
from bot.delivery.sources.digest import digest_of
from bot.delivery.sources.lapse import LapseNotices
from bot.delivery.sources.reminder import Reminders
from bot.delivery.sources.request import Requests
from bot.delivery.sources.school_news import SchoolNews
from bot.delivery.ticker import Worker
from bot.domain.broadcast.verdict import StillDue, Verdict
from bot.domain.person.person import PersonId
from bot.run.backup.sending import BackupMail
from bot.run.privacy.breach_desk import BreachDesk
from bot.run.settings import Settings
from bot.run.wiring import Wiring
from bot.telegram.api.app import Edge
from bot.telegram.send.deliver import Deliver


@dataclass(frozen=True, slots=True)
class Bulk:
    """Sends what nobody is waiting for: in the lane below all replies."""

    deliver: Deliver

    async def post(self, person: PersonId, shown: Shown, wanted: StillDue) -> Verdict:
        """Send, unless it is no longer due when it is its turn; say what became of it."""
        return await self.deliver.send(person, shown, BULK, wanted=wanted)

    async def send(self, person: int, shown: Shown) -> Verdict:
        """Send something as it is."""
        return await self.deliver.send(PersonId(person), shown, BULK)

    async def show(self, person: PersonId, screen: Screen, message: int | None) -> Verdict:
        """Send a screen, or put it in place of an earlier message."""
        return await self.deliver.send(person, screen, BULK, edits=message)


@dataclass(frozen=True, slots=True)
class Admins:
    """Those who run the bot, as people who are written to; who never started it is not reached."""

    ids: frozenset[int]
    deliver: Deliver

    async def send(self, admin: int, words: str) -> Verdict:
        """Send words to one of them and say what became of it."""
        return await self.deliver.send(admin, Screen(words))

    def tell(self, words: str) -> None:
        """Queue words for all of them. Nothing waits: Telegram may have asked for an hour of silence."""
        for admin in sorted(self.ids):
            self.deliver.show(admin, (Screen(words),))


@dataclass(frozen=True, slots=True)
class DeliveryWorkers:
    """The workers of one object graph."""

    worker: Worker
    broadcaster: Broadcaster
    keeper: PauseKeeper
    admins: Admins


def build_delivery(
    settings: Settings, parts: Wiring, edge: Edge, *, is_driven: bool = False
) -> DeliveryWorkers:
    """Return the workers for these parts; ``is_driven`` says that somebody moves the clock on purpose.

    Such a clock neither jumps nor misses ticks: that time has passed.
    """
    admins = Admins(settings.admin_ids, edge.deliver)
    if settings.backup_chat is not None:
        parts.backups.send = BackupMail(
            chat=settings.backup_chat,
            post=Bulk(edge.deliver).send,
            texts=parts.world.texts,
            clock=parts.clock,
            not_sent=parts.alarm.backup_not_sent,
        ).send
    dispatcher = build_dispatcher(parts, edge)
    return DeliveryWorkers(
        worker=build_worker(parts, dispatcher, admins, is_driven=is_driven),
        broadcaster=build_broadcaster(parts, edge, dispatcher, settings.messages_per_second),
        keeper=PauseKeeper(parts.store, edge.limiter, parts.clock),
        admins=admins,
    )


def build_worker(
    parts: Wiring, dispatcher: Dispatcher, admins: Admins, *, is_driven: bool = False
) -> Worker:
    """Return what ticks: it has the dispatcher send what is due, and tells ``admins`` of its clock."""
    store, clock = parts.store, parts.clock
    told = Admins(frozenset(), admins.deliver) if is_driven else admins
    alarms = Alarms(parts.world.texts, told.tell, partial(parts.replanner.begin, None))
    lapsing = Lapsing(parts.turns.commits, parts.world.texts, told.tell, Bulk(admins.deliver).send)
    expiry = Expiry(store, clock, lapsing.sweep)
    notices = LapseNotices(store=store, clock=clock, planner=parts.planner)
    desk = _breach_desk(parts, told)

    async def refresh() -> None:
        await parts.directory.fresh()
        await desk.look()
        await parts.farewells.look(told.tell)

    async def daily(*, trusted: bool) -> None:
        if not is_driven:  # a clock that somebody moves says nothing about nights
            await parts.backups.look(prunes=trusted)
        if not trusted:
            return
        await parts.replanner.put_right()
        await notices.round(dispatcher)
        await expiry.sweep()

    return Worker(
        store,
        dispatcher,
        clock,
        alarms.missed,
        jumped=alarms.jumped,
        elapsed=SecondsOf(clock) if is_driven else elapsed_seconds,
        daily=daily,
        leader=parts.leader,
        refresh=refresh,
    )


def _breach_desk(parts: Wiring, told: Admins) -> BreachDesk:
    return BreachDesk(
        parts.backups.data,
        parts.store,
        parts.world,
        parts.directory.snapshot,
        parts.notifier,
        parts.clock,
        told.tell,
    )


def build_dispatcher(parts: Wiring, edge: Edge) -> Dispatcher:
    """Return what sends the messages of these parts, below all replies."""
    return Dispatcher(
        clock=parts.clock,
        post=Bulk(edge.deliver).post,
        stop=edge.stop,
        sources=sources(parts),
        owner=parts.worker_id,
        living=parts.cluster.living,
    )


def sources(parts: Wiring) -> tuple[Source, ...]:
    """Return every reason to write to people that is looked at at each tick, a line each."""
    store, world, clock, rights = parts.store, parts.world, parts.clock, parts.directory.snapshot
    digest, planner = digest_of(store, world, rights), parts.planner
    note, told = parts.directory.note, parts.directory.told
    return (
        Reminders(store=store, clock=clock, world=world, rights=rights, digest=digest),
        SchoolNews(store=store, clock=clock, world=world, rights=rights, told=told),
        Requests(store=store, clock=clock, planner=planner, note=note),
    )


def build_broadcaster(
    parts: Wiring, edge: Edge, dispatcher: Dispatcher, per_second: float
) -> Broadcaster:
    """Return what has the dispatcher send the broadcasts of these parts, so many messages a second."""
    store, world, clock, bulk = parts.store, parts.world, parts.clock, Bulk(edge.deliver)
    relay = Relay(
        store,
        parts.directory.snapshot,
        parts.turns.roster,
        clock,
        names=partial(names_apart, world.texts),
    )
    return Broadcaster(
        store=store,
        world=world,
        course=BroadcastLifecycle(
            store=store,
            world=world,
            expander=relay,
            show=bulk.show,
            clock=clock,
            dispatcher=dispatcher,
        ),
        dispatcher=dispatcher,
        notifier=parts.notifier,
        stop=edge.stop,
        clock=clock,
        refresh=parts.directory.fresh,
        few=claimed_at(per_second),
    )
