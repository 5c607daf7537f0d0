"""The simulator's page on small screens: everything can be reached, nothing is cut."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import FloatRect, Locator, Page, expect

from bot.simulator.server import Profile, Simulator
from tests.e2e.scripted import BUDI, SARI, TOKEN, ScriptedBot, phone, started

Visit = Callable[..., Awaitable[Page]]

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SMALL = [(390, 844), (320, 568), (844, 390), (640, 430)]
"""A phone, the smallest phone, a phone held across, a laptop at 200 %."""


@pytest_asyncio.fixture(loop_scope="session")
async def simulator() -> Simulator:
    few = ((SARI, "Sari"), (BUDI, "Yosef"), (201, "Made"), (301, "Fatimah"))
    people = [Profile(id=one, first_name=name, note="Guru SD") for one, name in few]
    people += [Profile(id=401 + n, first_name=f"Guru{n}", aside=True) for n in range(12)]
    return Simulator(TOKEN, people)


@pytest_asyncio.fixture(loop_scope="session")
async def address(simulator: Simulator) -> AsyncIterator[str]:
    async with simulator.serve() as address, aiohttp.ClientSession() as session:
        bot = ScriptedBot(session, address)
        about = "Langkah Guru menemani Bapak/Ibu Guru menjalani 13 langkah peningkatan kompetensi."
        await bot.call("setMyDescription", description=f"{about}\n\n{about}")
        running = asyncio.create_task(bot.run())
        yield address
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def box(part: Locator) -> FloatRect:
    found = await part.bounding_box()
    assert found is not None
    return found


@pytest.mark.parametrize(("width", "height"), SMALL)
async def test_everybody_can_be_reached_without_scrolling_sideways(
    width: int, height: int, address: str, visit: Visit
) -> None:
    """The four people, the way to the others and to one more lie on the screen."""
    page = await visit(address, width=width, height=height)
    chips = page.locator("#people .chip:visible")
    await expect(chips).to_have_count(6)
    for chip in await chips.all():
        found = await box(chip)
        assert found["x"] >= 0
        assert found["x"] + found["width"] <= width


@pytest.mark.parametrize(("width", "height"), SMALL)
async def test_the_greeting_is_read_in_one_look(
    width: int, height: int, address: str, visit: Visit
) -> None:
    """The bot's description before the first message is not cut."""
    page = await visit(address, width=width, height=height)
    shown = phone(page).locator(".welcome")
    await expect(shown).to_be_visible()
    hidden = await shown.evaluate("node => node.scrollHeight - node.clientHeight")
    assert hidden <= 0
    wall = await box(phone(page).locator(".wall"))
    found = await box(shown)
    assert found["y"] >= wall["y"]
    assert found["y"] + found["height"] <= wall["y"] + wall["height"]


async def test_a_phone_held_across_keeps_most_of_its_height_for_the_conversation(
    address: str, visit: Visit
) -> None:
    """On 844 by 390 the messages have more than half of the height."""
    page = await visit(address, width=844, height=390)
    shown = await started(page)
    assert (await box(shown.locator(".log")))["height"] > 390 / 2


@pytest.mark.parametrize("width", [390, 844, 1366, 1920])
async def test_a_badge_covers_no_name(
    width: int, address: str, visit: Visit, simulator: Simulator
) -> None:
    """The number of unread messages stands beside or above the name."""
    page = await visit(address, width=width, height=390 if width == 844 else 844)
    other = page.locator("#people .chip", has_text="Fatimah")
    shown = page.locator('.phone[data-person="301"]')
    await expect(page.locator(".phone:visible")).not_to_have_count(0)
    if await shown.is_visible():
        await other.click()
    await expect(shown).to_be_hidden()
    await simulator.person(301).send("halo")
    badge, name = other.locator(".badge"), other.locator("b")
    await expect(badge).to_be_visible()
    first, second = await box(badge), await box(name)
    beside = (
        first["x"] >= second["x"] + second["width"] or first["x"] + first["width"] <= second["x"]
    )
    above = first["y"] + first["height"] <= second["y"] + 2
    assert beside or above


@pytest.mark.parametrize(("width", "height"), [*SMALL, (1366, 844)])
async def test_a_badge_covers_no_number(
    width: int, height: int, address: str, visit: Visit, simulator: Simulator
) -> None:
    """How many stand aside can be read beside how much they have not read."""
    page = await visit(address, width=width, height=height)
    others = page.locator("#people .chip.others")
    await expect(others).to_be_visible()
    await simulator.person(401).send("halo")
    badge, number = others.locator(".badge"), others.locator("b")
    await expect(badge).to_be_visible()
    first, second = await box(badge), await box(number)
    beside = first["x"] >= second["x"] + second["width"]
    assert beside or first["y"] + first["height"] <= second["y"] + 2
    chip = await box(others)
    assert second["y"] + second["height"] <= chip["y"] + chip["height"]


async def test_a_restart_that_emptied_everything_says_so(address: str, visit: Visit) -> None:
    """Whoever had the page open learns that the conversations are gone."""
    page = await visit(address)
    await expect(page.locator(".page-notices")).to_be_empty()
    await page.evaluate("localStorage.setItem('simulator.started', 'another run')")
    await page.reload()
    await expect(page.locator(".page-notices")).to_contain_text("dimulai ulang")
