"""The simulator's page on small screens: everything can be reached, nothing is cut."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

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

WIDE = [(1366, 844), (1920, 844)]
"""A laptop and a screen on a desk."""


@pytest_asyncio.fixture(loop_scope="session")
async def simulator() -> Simulator:
    few = ((SARI, "Sari"), (BUDI, "Yosef"), (201, "Made"), (301, "Fatimah"))
    people = [Profile(id=one, first_name=name, note="Guru SD") for one, name in few]
    people += [Profile(id=401 + n, first_name=f"Guru{n}", aside=True) for n in range(12)]
    return Simulator(TOKEN, people)


@pytest_asyncio.fixture(loop_scope="session")
async def address(simulator: Simulator, port: int) -> AsyncIterator[str]:
    async with simulator.serve(port=port) as address, aiohttp.ClientSession() as session:
        bot = ScriptedBot(session, address)
        about = "Langkah Guru menemani Bapak/Ibu Guru menjalani 13 langkah peningkatan kompetensi."
        await bot.call("setMyDescription", description=f"{about}\n\n{about}")
        running = asyncio.create_task(bot.run())
        yield address
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def seen(
    visit: Visit, address: str, sizes: Sequence[tuple[int, int]]
) -> AsyncIterator[tuple[Page, int, int]]:
    """Yield the page on screens of these sizes, one after the other; it is opened once."""
    (width, height), *others = sizes
    page = await visit(address, width=width, height=height)
    yield page, width, height
    for width, height in others:
        await page.set_viewport_size({"width": width, "height": height})
        yield page, width, height


async def box(part: Locator) -> FloatRect:
    found = await part.bounding_box()
    assert found is not None
    return found


async def test_everybody_can_be_reached_without_scrolling_sideways(
    address: str, visit: Visit
) -> None:
    """The four people, the way to the others and to one more lie on each screen."""
    async for page, width, _ in seen(visit, address, SMALL):
        chips = page.locator("#people .chip:visible")
        await expect(chips).to_have_count(6)
        for chip in await chips.all():
            found = await box(chip)
            assert found["x"] >= 0, width
            assert found["x"] + found["width"] <= width


async def test_the_greeting_is_read_in_one_look(address: str, visit: Visit) -> None:
    """The bot's description before the first message is cut on no screen."""
    async for page, *size in seen(visit, address, SMALL):
        shown = phone(page).locator(".welcome")
        await expect(shown).to_be_visible()
        hidden = await shown.evaluate("node => node.scrollHeight - node.clientHeight")
        assert hidden <= 0, size
        wall = await box(phone(page).locator(".wall"))
        found = await box(shown)
        assert found["y"] >= wall["y"], size
        assert found["y"] + found["height"] <= wall["y"] + wall["height"], size


async def test_a_phone_held_across_keeps_most_of_its_height_for_the_conversation(
    address: str, visit: Visit
) -> None:
    """On 844 by 390 the messages have more than half of the height."""
    page = await visit(address, width=844, height=390)
    shown = await started(page)
    assert (await box(shown.locator(".log")))["height"] > 390 / 2


async def test_a_badge_covers_no_name(address: str, visit: Visit, simulator: Simulator) -> None:
    """The number of unread messages stands beside or above the name, on each screen."""
    async for page, *size in seen(visit, address, [(390, 844), (844, 390), *WIDE]):
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
            first["x"] >= second["x"] + second["width"]
            or first["x"] + first["width"] <= second["x"]
        )
        above = first["y"] + first["height"] <= second["y"] + 2
        assert beside or above, size


async def test_a_badge_covers_no_number(address: str, visit: Visit, simulator: Simulator) -> None:
    """How many stand aside can be read beside how much they have not read, on each screen."""
    async for page, *size in seen(visit, address, [*SMALL, *WIDE]):
        others = page.locator("#people .chip.others")
        await expect(others).to_be_visible()
        await simulator.person(401).send("halo")
        badge, number = others.locator(".badge"), others.locator("b")
        await expect(badge).to_be_visible()
        first, second = await box(badge), await box(number)
        beside = first["x"] >= second["x"] + second["width"]
        assert beside or first["y"] + first["height"] <= second["y"] + 2, size
        chip = await box(others)
        assert second["y"] + second["height"] <= chip["y"] + chip["height"], size


async def test_a_restart_that_emptied_everything_says_so(address: str, visit: Visit) -> None:
    """Whoever had the page open learns that the conversations are gone."""
    page = await visit(address)
    await expect(page.locator(".page-notices")).to_be_empty()
    await page.evaluate("localStorage.setItem('simulator.started', 'another run')")
    await page.reload()
    await expect(page.locator(".page-notices")).to_contain_text("dimulai ulang")
