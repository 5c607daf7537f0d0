"""Pictures are drawn in a process of their own, which does not stay."""

import asyncio
import os
import sys
from multiprocessing import get_context

import pytest

from bot.chat.model import LevelPicture
from bot.errors import PictureNotDrawn
from bot.reports.painter import Painter
from bot.reports.poster import PosterWords
from tests.reports.levels import picture


def who_draws(_: LevelPicture) -> bytes:
    return str(os.getpid()).encode()


def die(_: LevelPicture) -> bytes:
    os._exit(1)


@pytest.fixture
def afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process begin as a bot's does, with nothing imported."""
    monkeypatch.setattr(Painter, "context", get_context("spawn"))


@pytest.mark.usefixtures("afresh")
async def test_a_picture_and_a_page_to_print_are_drawn_elsewhere() -> None:
    """The bot's own process neither draws nor loads what is needed for drawing, or for a page of paper."""
    loaded = "matplotlib" in sys.modules, "fpdf" in sys.modules
    steps = ("Buka Telegram.", "Arahkan kamera.")
    words = PosterWords(title="Undangan", school="SDN 1", steps=steps, link="https://t.me/bot")
    painter = Painter()
    drawn, page = await asyncio.gather(painter.levels(picture(3, 2)), painter.poster(words))
    assert drawn.startswith(b"\x89PNG")
    assert page.pdf.startswith(b"%PDF-")
    assert ("matplotlib" in sys.modules, "fpdf" in sys.modules) == loaded


async def test_the_loop_goes_on_while_a_picture_is_drawn() -> None:
    """Other work is done before the picture is there."""
    drawing = asyncio.create_task(Painter().levels(picture(3, 2)))
    turns = 0
    while not drawing.done():
        turns += 1
        await asyncio.sleep(0.001)
    assert turns > 1
    assert await drawing


async def test_one_process_serves_a_burst_and_ends() -> None:
    """Pictures asked for together share one process; the next one gets a new process."""
    drawing = Painter(who_draws)
    together = await asyncio.gather(*(drawing.levels(picture(3)) for _ in range(4)))
    later = await drawing.levels(picture(3))
    assert len(set(together)) == 1
    assert str(os.getpid()).encode() not in {*together, later}
    assert later not in together


async def test_too_many_at_once_are_refused() -> None:
    """Beyond a number that can be drawn soon, a picture is refused instead of waited for."""
    drawing = Painter(who_draws, most_waiting=2)
    results = await asyncio.gather(
        *(drawing.levels(picture(3)) for _ in range(3)), return_exceptions=True
    )
    assert [isinstance(result, PictureNotDrawn) for result in results] == [False, False, True]


async def test_a_process_that_dies_is_told_and_replaced() -> None:
    """A crash while drawing becomes an error of ours, and the next picture is drawn again."""
    broken = Painter(die)
    with pytest.raises(PictureNotDrawn):
        await broken.levels(picture(3))
    with pytest.raises(PictureNotDrawn):
        await broken.levels(picture(3))
