"""The composition root: the only place that chooses store, clock and content.

One call of ``build`` makes one object graph, with a worker's name of its own. Two graphs may be made
on one store, as two processes will be on one database: what they share is handed in, nothing is
global. Must not decide anything else; whoever wants another part gives it here.
"""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.app.alarm import Alarm
from bot.app.directory import Directory
from bot.app.returned import Returned
from bot.app.turns import Turns
from bot.chat.world import World
from bot.cluster.clock import Clock
from bot.cluster.cluster import Cluster, LocalCluster
from bot.cluster.leader import Leader
from bot.cluster.notifier import Notifier
from bot.content.library import content_version, forget, inspect
from bot.delivery.planner import Planner
from bot.delivery.replanner import Replanner
from bot.domain.person.farewell import FarewellMarks
from bot.run.backup.folder import BackupFolder
from bot.run.backup.keeper import Backups
from bot.run.privacy.farewell_desk import FarewellDesk
from bot.run.privacy.tracer import Tracer, look_in_database, look_in_files
from bot.run.settings import Settings
from bot.store.codec.kinds import KINDS
from bot.store.serving import ServingStore
from bot.store.tiny.store import CACHE_NAME, tiny_store

WORKER_ID_BYTES = 4
"""Two of a handful of living processes bear the same name once in a billion starts."""


class Named(Protocol):
    """What has a name on Telegram."""

    @property
    def username(self) -> str:
        """Return the name; raises before it is known."""


@dataclass(slots=True)
class BotName:
    """The bot's name on Telegram: empty until it is connected, which is before the first turn."""

    bot: Named | None = None
    _known: str = ""

    def __call__(self) -> str:
        """Return the name; once it is known nobody is asked again, as every turn would."""
        if not self._known and self.bot:
            self._known = self.bot.username
        return self._known


@dataclass(frozen=True, slots=True)
class Wiring:
    """Everything a running bot is made of, except Telegram."""

    worker_id: str
    """Names this graph in every claim it makes."""

    clock: Clock
    store: ServingStore
    world: World
    cluster: Cluster
    leader: Leader
    directory: Directory
    turns: Turns
    replanner: Replanner
    alarm: Alarm
    name: BotName
    backups: Backups
    farewells: FarewellDesk

    @property
    def notifier(self) -> Notifier:
        """Return what wakes the workers of this graph."""
        return self.turns.notifier

    @property
    def planner(self) -> Planner:
        """Return what plans the next message of a person."""
        return self.replanner.planner


def build_world(settings: Settings, today: date) -> World:
    """Return what the content says. Raises ContentFaulty when it cannot be read.

    Whether the code finds in it all it needs is not looked at here.
    """
    findings = inspect(settings.content_dir, today, settings.data_dir / CACHE_NAME)
    library = findings.library()
    forget()
    return World(
        programme=library.programme,
        texts=library.texts,
        calendar=library.calendar,
        search=library.search,
        operator=settings.operator,
        version=content_version(settings.content_dir),
        warnings=len(findings.problems),
    )


def backups_of(settings: Settings, clock: Clock, alarm: Alarm) -> Backups:
    """Return what makes the nightly backups these settings ask for; without a folder none."""
    path, keep = settings.backup_dir, settings.backup_keep
    folder = BackupFolder(path.absolute(), keep) if path else None
    data = settings.data_dir.absolute()
    address = settings.database_url.get_secret_value() if settings.database_url else None
    return Backups(data, folder, settings.backup_recipient, clock, alarm, database=address)


def marks_of(settings: Settings) -> FarewellMarks:
    """Return what makes the marks of those who leave: the token is in no backup, and the same after a move."""
    token = settings.telegram_bot_token
    return FarewellMarks(token.get_secret_value().encode() if token else b"")


def store_of(settings: Settings) -> ServingStore:
    """Return the store these settings ask for: files, or the database at ``DATABASE_URL``."""
    if settings.database_url is None:
        return tiny_store(settings.data_dir, KINDS)
    from bot.store.postgres.store import postgres_store  # noqa: PLC0415 -- an extra brings its library

    url = settings.database_url.get_secret_value()
    return postgres_store(url, KINDS, may_migrate=settings.migrate_at_start)


def cluster_of(settings: Settings, store: ServingStore) -> Cluster:
    """Return what connects this process with others on the same store; with files there are none."""
    if settings.database_url is None:
        return LocalCluster()
    from bot.cluster.postgres.cluster import PostgresCluster  # noqa: PLC0415 -- the same
    from bot.store.postgres.store import PostgresStore  # noqa: PLC0415 -- the same

    assert isinstance(store, PostgresStore)  # noqa: S101 -- nobody hands in another with an address
    return PostgresCluster(store.connections)


def tracer_of(settings: Settings, store: ServingStore, backups: Backups) -> Tracer:
    """Return what looks for traces of a person where these settings keep documents."""
    look = look_in_database(store) if settings.database_url else look_in_files(settings.data_dir)
    return Tracer(look, lambda: backups.state, settings.backup_chat is not None)


def build(
    settings: Settings,
    clock: Clock | None = None,
    *,
    store: ServingStore | None = None,
    world: World | None = None,
    cluster: Cluster | None = None,
) -> Wiring:
    """Return the parts for these settings, on a store that others may use too; opens nothing.

    Without a ``clock`` they go by the one that all processes on the store share.
    Raises ContentFaulty when the content cannot be read.
    """
    store = store or store_of(settings)
    cluster = cluster or cluster_of(settings, store)
    clock = clock or cluster.clock
    return _wired(settings, clock, store, world or build_world(settings, clock().date()), cluster)


def _wired(
    settings: Settings, clock: Clock, store: ServingStore, world: World, cluster: Cluster
) -> Wiring:
    directory = Directory(store, settings.admin_ids)
    replanner = Replanner(store, Planner(world, directory.snapshot), clock)
    alarm = Alarm(world.texts, settings.admin_ids, clock)
    backups = backups_of(settings, clock, alarm)
    name = BotName()
    tracer = tracer_of(settings, store, backups)
    turns = Turns(
        store,
        world,
        clock,
        directory,
        name,
        notifier=Notifier(cluster.channel),
        replan=replanner.begin,
        has_told=alarm.has_told,
        backups=lambda: backups.state,
        trace=tracer.report,
        marks=marks_of(settings),
    )
    who = secrets.token_hex(WORKER_ID_BYTES)
    leader = cluster.leader(who, clock)
    farewells = FarewellDesk(Returned(turns.commits), settings.backup_dir, world.texts, clock)
    return Wiring(
        worker_id=who,
        clock=clock,
        store=store,
        world=world,
        cluster=cluster,
        leader=leader,
        directory=directory,
        turns=turns,
        replanner=replanner,
        alarm=alarm,
        name=name,
        backups=backups,
        farewells=farewells,
    )
