"""Two whole object graphs on one store, each with its own edge to one pretended Telegram.

They stand for two processes on one database; on a database each has a store of its own. Must not decide what is right; the tests do.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from pydantic import SecretStr

from bot.chat.model import Event, Incoming, Press, Screen, UpdateId
from bot.chat.world import World
from bot.cluster.cluster import Cluster, LocalCluster
from bot.cluster.postgres.cluster import PostgresCluster
from bot.domain.person.person import PersonId
from bot.run.delivery import DeliveryWorkers, build_delivery
from bot.run.edge import build_edge
from bot.run.settings import Settings
from bot.run.wiring import Wiring, build
from bot.simulator.server import Profile, Simulator
from bot.store.codec.kinds import KINDS
from bot.store.postgres.store import postgres_store
from bot.store.serving import ServingStore
from bot.store.tiny.store import memory_store
from bot.telegram.api.app import Edge
from tests.delivery.teachers import HandClock

TOKEN = "123456:a-pretend-token-of-the-tests"
ADMIN = 1
LATENCY_SECONDS = 0.01
"""How long the pretended Telegram takes for an answer, so that two who send meet each other."""

WAYS = (("memory", True), ("memory", False), ("postgres", True))
"""What two graphs share, and whether they hear each other; the database is the dearer one."""

_UPDATES = count(1)


@dataclass(frozen=True)
class Graph:
    """One of them."""

    parts: Wiring
    edge: Edge
    delivery: DeliveryWorkers

    async def do(self, who: int, event: Event) -> Screen:
        """Let somebody's event come to this graph and return what she is shown."""
        incoming = Incoming(
            update=UpdateId(next(_UPDATES)), person=PersonId(who), event=event, first_name="Guru"
        )
        shown = await self.parts.turns.handle(incoming)
        assert isinstance(shown[0], Screen)
        return shown[0]

    async def tap(self, who: int, screen: Screen, start: str) -> Screen:
        """Let somebody tap the button whose data begins so."""
        buttons = [button.data for row in screen.rows for button in row]
        return await self.do(who, Press(next(one for one in buttons if one.startswith(start))))

    async def pump(self) -> None:
        """Let the outbox of this graph work as far as it goes now."""
        await self.delivery.broadcaster.look()
        await self.delivery.broadcaster.finish()


@dataclass(frozen=True)
class Pair:
    """Both, with what they share."""

    store: ServingStore
    telegram: Simulator
    first: Graph
    second: Graph

    def messages(self) -> Counter[int]:
        """Count the messages that were sent to each."""
        sent = (call for name, call in self.telegram.calls if name == "sendMessage")
        return Counter(int(call["chat_id"]) for call in sent)


@asynccontextmanager
async def pair_of_graphs(
    world: World,
    clock: HandClock,
    people: list[int],
    *,
    hear: bool = True,
    database: str | None = None,
    first: str | None = None,
) -> AsyncIterator[Pair]:
    """Yield two graphs that serve these people; unless they ``hear`` each other, both believe to lead.

    Without a ``database`` they share a store in memory. ``first`` is the first one's own way to it.
    """
    telegram = Simulator(TOKEN, [Profile(id=one, first_name="Guru") for one in people])
    telegram.world.faults.latency_seconds = LATENCY_SECONDS
    for human in telegram.world.people.values():
        human.started = True
    stop, sharing = asyncio.Event(), _sharing(database, first)
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(telegram.serve())
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=address,
            messages_per_second=float("inf"),
            admin_ids=frozenset({ADMIN}),
            data_dir=Path("nowhere"),
        )
        graphs = []
        for _ in range(2):
            store, cluster = await sharing(stack)
            shared = cluster if hear else LocalCluster()
            parts = build(settings, clock, store=store, world=world, cluster=shared)
            await parts.directory.load()
            edge = build_edge(settings, parts, stop)
            stack.push_async_callback(_end, edge)
            await edge.application.initialize()
            graphs.append(Graph(parts, edge, build_delivery(settings, parts, edge)))
        yield Pair(graphs[0].parts.store, telegram, *graphs)


Sharing = Callable[[AsyncExitStack], Awaitable[tuple[ServingStore, Cluster]]]
"""Gives a graph what it shares, until the stack ends."""


def _sharing(database: str | None, first: str | None) -> Sharing:
    opened: list[ServingStore] = []
    local = LocalCluster()

    async def in_memory(stack: AsyncExitStack) -> tuple[ServingStore, Cluster]:
        if not opened:
            store = memory_store(KINDS)
            await store.open()
            stack.push_async_callback(store.close)
            opened.append(store)
        return opened[0], local

    async def in_database(stack: AsyncExitStack) -> tuple[ServingStore, Cluster]:
        assert database
        store = postgres_store(database if opened else first or database, KINDS)
        await store.open()
        opened.append(store)
        stack.push_async_callback(store.close)
        cluster = PostgresCluster(store.connections, own_clock=True)
        await stack.enter_async_context(cluster.connected())
        await cluster.channel.is_listening.wait()
        return store, cluster

    return in_database if database else in_memory


async def _end(edge: Edge) -> None:
    await edge.deliver.stop()
    await edge.application.shutdown()
    await edge.bot.request.shutdown()
