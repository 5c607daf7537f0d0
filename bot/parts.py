"""The composition root: the only place that chooses store, clock and content.

Must not decide anything else; whoever wants another part gives it here.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.chat.vocabulary import TEXT_FAMILIES
from bot.chat.world import World
from bot.content.library import TEXTS_FILE, inspect, make_library
from bot.content.problem import Problem
from bot.content.text_check import check_texts
from bot.content.texts import Texts
from bot.domain.programme import Programme
from bot.errors import ContentFaulty
from bot.settings import Settings
from bot.store.codec import PEOPLE
from bot.store.tiny import TinyStore, tiny_store
from bot.turns import Clock, Turns

KINDS = (PEOPLE,)


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a running bot is made of, except Telegram."""

    store: TinyStore
    world: World
    turns: Turns


def wall_clock() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)


def content_problems(folder: Path) -> list[Problem]:
    """Return every problem of the content folder, the use of the texts included."""
    return _inspect(folder)[2]


def _inspect(folder: Path) -> tuple[Programme, Texts, list[Problem]]:
    programme, texts, problems = inspect(folder)
    path = folder / TEXTS_FILE
    if path.is_file():
        problems = [*problems, *check_texts(path, Path(__file__).parent, TEXT_FAMILIES)]
    return programme, texts, sorted(problems)


def build(settings: Settings, clock: Clock = wall_clock) -> Parts:
    """Return the parts for these settings. Raises ContentFaulty; opens nothing."""
    programme, texts, problems = _inspect(settings.content_dir)
    if problems:
        raise ContentFaulty(tuple(map(str, problems)))
    library = make_library(programme, texts)
    world = World(
        programme=library.programme,
        texts=library.texts,
        search=library.search,
        operator=settings.operator,
    )
    store = tiny_store(settings.data_dir, KINDS)
    return Parts(store, world, Turns(store, world, clock))
