"""What the bot sends by itself, put together from an object graph and its Telegram edge.

Must not decide what is sent or when; the parts do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.app.retention import Expiry
from bot.chat.model import Screen, Shown
from bot.chat.screens.roster.words import names_apart
from bot.cluster.clock import SecondsOf
from bot.cluster.rate_limit import BULK
from bot.delivery.alarms import Alarms
from bot.delivery.clock_watch import elapsed_seconds
from bot.delivery.mailing import PauseKeeper
from bot.delivery.relay import Relay
from bot.delivery.sources.broadcast_lifecycle import BroadcastLifecycle
from bot.delivery.sources.broadcaster import Broadcaster
from bot.delivery.sources.digest import digest_of
from bot.delivery.sources.newsroom import Newsroom
from bot.delivery.sources.nudges import Nudges
from bot.delivery.sources.reminders import Sender
from bot.delivery.ticker import Asked, Worker
from bot.domain.broadcast.verdict import StillDue, Verdict
from bot.domain.person.person import PersonId
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
class InTurn:
    """Several things asked of the worker at a tick, one after the other."""

    steps: Sequence[Asked]

    async def __call__(self) -> None:
        """Do them."""
        for step in self.steps:
            await step()


@dataclass(frozen=True, slots=True)
class Delivery:
    """The workers of one object graph."""

    worker: Worker
    broadcaster: Broadcaster
    keeper: PauseKeeper
    admins: Admins


def build_delivery(
    settings: Settings, parts: Wiring, edge: Edge, *, is_driven: bool = False
) -> Delivery:
    """Return the workers for these parts; ``is_driven`` says that somebody moves the clock on purpose.

    Such a clock neither jumps nor misses ticks: that time has passed.
    """
    admins = Admins(settings.admin_ids, edge.deliver)
    return Delivery(
        worker=build_worker(parts, edge, admins, is_driven=is_driven),
        broadcaster=build_broadcaster(parts, edge),
        keeper=PauseKeeper(parts.store, edge.lanes, parts.clock),
        admins=admins,
    )


def build_worker(parts: Wiring, edge: Edge, admins: Admins, *, is_driven: bool = False) -> Worker:
    """Return what ticks: it sends what is due, below all replies, and tells ``admins`` of its clock."""
    store, world, clock, rights = parts.store, parts.world, parts.clock, parts.directory.snapshot
    bulk, stop = Bulk(edge.deliver), edge.stop
    told = Admins(frozenset(), edge.deliver) if is_driven else admins
    alarms = Alarms(world.texts, told.tell, partial(parts.replanner.begin, None))
    sender = Sender(store, world, clock, bulk.post, stop, rights, digest_of(store, world, rights))
    nudges = Nudges(store, parts.planner, clock, bulk.post, stop, parts.directory.note)
    newsroom = Newsroom(store, world, rights, parts.directory.told, clock, bulk.post, stop)
    return Worker(
        store,
        sender,
        clock,
        alarms.missed,
        InTurn((newsroom.tell, nudges.send_asked)),
        jumped=alarms.jumped,
        elapsed=SecondsOf(clock) if is_driven else elapsed_seconds,
        daily=Expiry(store, clock).sweep,
        leader=parts.leader,
    )


def build_broadcaster(parts: Wiring, edge: Edge) -> Broadcaster:
    """Return what sends the broadcasts of these parts, below all replies."""
    store, world, clock, bulk = parts.store, parts.world, parts.clock, Bulk(edge.deliver)
    relay = Relay(
        store,
        parts.directory.snapshot,
        parts.turns.roster,
        parts.directory.note,
        clock,
        parts.notifier,
        names=partial(names_apart, world.texts),
    )
    return Broadcaster(
        store=store,
        world=world,
        course=BroadcastLifecycle(
            store=store, world=world, expander=relay, show=bulk.show, clock=clock
        ),
        post=bulk.post,
        notifier=parts.notifier,
        stop=edge.stop,
        clock=clock,
        run=parts.worker_id,
    )
