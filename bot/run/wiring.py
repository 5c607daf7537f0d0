"""The composition root: the only place that chooses store, clock and content.

Must not decide anything else; whoever wants another part gives it here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bot.app.alarm import Alarm
from bot.app.directory import Directory
from bot.app.turns import Clock, Turns
from bot.chat.vocabulary import VOCABULARY
from bot.chat.world import World
from bot.content.check.texts import check_texts
from bot.content.library import TEXTS_FILE, content_version, inspect
from bot.content.problem import Problem
from bot.delivery.planner import Planner
from bot.delivery.replanner import Replanner
from bot.run.settings import Settings
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS, PAUSES
from bot.store.codec.held import HELD
from bot.store.codec.people import PEOPLE, TICKS
from bot.store.codec.schools import AUDIT, SCHOOLS
from bot.store.tiny.store import TinyStore, tiny_store

KINDS = (PEOPLE, SCHOOLS, AUDIT, TICKS, BROADCASTS, CHUNKS, PAUSES, HELD)


@dataclass(frozen=True, slots=True)
class Wiring:
    """Everything a running bot is made of, except Telegram."""

    store: TinyStore
    world: World
    directory: Directory
    turns: Turns
    replanner: Replanner
    alarm: Alarm


def wall_clock() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)


def content_problems(folder: Path, today: date) -> tuple[Problem, ...]:
    """Return every problem of the content folder, the use of the texts included.

    Reads our own source for that, which takes longer than all else of a start.
    """
    problems = inspect(folder, today).problems
    texts = folder / TEXTS_FILE
    if not texts.is_file():
        return problems
    return tuple(sorted([*problems, *check_texts(texts, Path(__file__).parents[1], VOCABULARY)]))


def build(
    settings: Settings, clock: Clock = wall_clock, username: Callable[[], str] = str
) -> Wiring:
    """Return the parts for these settings; ``username`` tells the bot's name once it is known.

    Raises ContentFaulty when the content cannot be read; whether the code finds in it all it needs
    is not looked at here. Opens nothing.
    """
    findings = inspect(settings.content_dir, clock().date())
    library = findings.library()
    world = World(
        programme=library.programme,
        texts=library.texts,
        calendar=library.calendar,
        search=library.search,
        operator=settings.operator,
        version=content_version(settings.content_dir),
        warnings=len(findings.problems),
    )
    store = tiny_store(settings.data_dir, KINDS)
    directory = Directory(store, settings.admin_ids)
    replanner = Replanner(store, Planner(world, lambda: directory.rights), clock)
    alarm = Alarm(world.texts, settings.admin_ids, clock)
    turns = Turns(
        store,
        world,
        clock,
        directory,
        username,
        replan=replanner.begin,
        has_told=alarm.has_told,
    )
    return Wiring(store, world, directory, turns, replanner, alarm)
