"""Every screen of every cycle and transcript on a phone of 390 by 844: the question and its buttons in one view."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime

import pytest
import pytest_asyncio
from playwright.async_api import Page

from bot.chat.button import Button, Style
from bot.chat.model import Screen
from bot.chat.world import World
from bot.simulator.server import Profile, Simulator
from tests.e2e.contrast import contrasts
from tests.e2e.scripted import SARI, TOKEN
from tests.e2e.shown import cycles, is_read, measured, transcribed

Visit = Callable[..., Awaitable[Page]]

TASKS = 38
"""Tasks of the programme; each has several screens and models."""

READ_MOST = 160
"""Pixels that what she reads at leisure may be higher: a quarter of the conversation's height."""

CONTRAST_LEAST = 4.5
"""WCAG 2, level AA, for text of ordinary size."""

ALL_KINDS = Screen(
    "<b>Tebal</b> <i>miring</i> <code>salin</code> <pre>larik</pre> <a href='https://contoh.id'>tautan</a> /mulai"
    "<blockquote>kutipan</blockquote><blockquote expandable>lipatan</blockquote>",
    tuple((Button(f"Tombol {style}", "x", style),) for style in (None, *Style)),
)
"""Whatever text and buttons a screen of ours may hold."""

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session")
async def address(port: int) -> AsyncIterator[str]:
    simulator = Simulator(TOKEN, (Profile(id=SARI, first_name="Bu Sari"),))
    await simulator.person(SARI).send("/start")
    async with simulator.serve(port=port) as address:
        yield address


async def test_every_screen_of_every_cycle_fits_a_phone(
    visit: Visit, address: str, world: World, now: datetime
) -> None:
    """From the tasks to the close, for every task and level, and whatever a transcript shows: all is in one view.

    Nothing is to be scrolled but a little of what she reads at leisure, and no button is cut.
    """
    page = await visit(address, width=390, height=844)
    await page.locator(".message").first.wait_for()
    found = await measured(page, cycles(world, now))
    assert len(found) > TASKS
    assert [one for one in found if not one.fits] == []
    screens = await transcribed(world, now)
    found = await measured(page, screens)
    assert len(found) == len(screens)
    read = {name for name, one in screens.items() if is_read(one, world)}
    high = [one for one in found if one.over > (READ_MOST if one.name in read else 0) or one.wide]
    assert high == []


@pytest.mark.parametrize("dark", [False, True])
async def test_text_differs_from_its_ground(visit: Visit, address: str, dark: bool) -> None:
    """By 4.5 at least, in light and dark, in messages, on buttons and around them."""
    page = await visit(address, width=390, height=844, dark=dark)
    await page.locator(".message").first.wait_for()
    found = await contrasts(page, [ALL_KINDS])
    assert {name.split(".")[0] for name in found} >= {"BUTTON", "CODE", "A", "BLOCKQUOTE"}
    assert {name: ratio for name, ratio in found.items() if ratio < CONTRAST_LEAST} == {}
