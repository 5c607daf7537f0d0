"""Effects of a turn: carried out after the save, shown after the screen."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from bot.chat.model import Incoming, LevelPicture, Picture, Press, Screen, Shown, UpdateId
from bot.chat.world import World
from bot.domain.person import PersonId
from bot.registry import Registry
from bot.reports.painter import Painter
from bot.store.base import Store
from bot.store.codec import PEOPLE
from bot.store.tiny import memory_store
from bot.turns import Turns
from tests.chat.walk import REGISTRATION

LEVELS = {"murid": 3, "teori": 1}
ASKED = "evaluation:picture:2026-Q4"


def draw_title(drawing: LevelPicture) -> bytes:
    """Return the words of a picture, so that a test can read it."""
    levels = ",".join(str(row.now) for row in drawing.rows)
    return f"{drawing.title}|{drawing.before}|{levels}".encode()


def break_down(_: LevelPicture) -> bytes:
    raise ValueError("no ink")


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    opened = memory_store((PEOPLE,))
    await opened.open()
    yield opened
    await opened.close()


async def press_all(turns: Turns, presses: list[str]) -> tuple[Shown, ...]:
    """Press buttons one after the other and return what the last one shows."""
    shown: tuple[Shown, ...] = ()
    for number, data in enumerate(presses, start=1):
        incoming = Incoming(update=UpdateId(number), person=PersonId(7), event=Press(data))
        shown = await turns.handle(incoming)
    return shown


def finished(world: World) -> list[str]:
    """Return the taps that finish an evaluation of this quarter."""
    quarter = "2026-Q4"
    items = [
        f"evaluation:level:{quarter}:{step.slug}:{LEVELS[step.slug]}"
        if step.slug in LEVELS
        else f"evaluation:skip:{quarter}:{step.slug}"
        for step in world.programme
    ]
    closing = [
        f"evaluation:pass:{quarter}:kekuatan",
        f"evaluation:focused:{quarter}",
        f"evaluation:pass:{quarter}:niat",
        f"evaluation:save:{quarter}",
    ]
    return [*REGISTRATION, f"evaluation:go:{quarter}", *items, *closing]


async def test_a_picture_follows_its_screen(store: Store, world: World, now: datetime) -> None:
    """The picture is drawn from the stored answers and comes with buttons of its own."""
    turns = Turns(store, world, lambda: now, Registry(store), painter=Painter(draw_title))
    screen, picture = await press_all(turns, [*finished(world), ASKED])
    assert isinstance(screen, Screen)
    assert isinstance(picture, Picture)
    title, before, levels = picture.content.decode().split("|")
    assert "Triwulan 4, 2026" in title
    assert before == "None"
    assert levels == "3,1" + ",None" * 11
    assert picture.rows


async def test_a_picture_that_cannot_be_drawn_is_told(
    store: Store, world: World, now: datetime
) -> None:
    """Instead of the picture comes a sentence; the screen is there all the same."""
    turns = Turns(store, world, lambda: now, Registry(store), painter=Painter(break_down))
    screen, told = await press_all(turns, [*finished(world), ASKED])
    assert isinstance(screen, Screen)
    assert isinstance(told, Screen)
    assert "belum dapat dibuat" in told.text
    assert told.rows
