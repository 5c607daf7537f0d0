"""The network is cut while somebody writes: the page says so, keeps what was written, and goes on by itself."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.simulator.server import Profile, Simulator
from tests.e2e.scripted import SARI, TOKEN, ScriptedBot, started, write

Visit = Callable[..., Awaitable[Page]]

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session")
async def address(port: int) -> AsyncIterator[str]:
    simulator = Simulator(TOKEN, (Profile(id=SARI, first_name="Bu Sari", note="Guru SD"),))
    async with simulator.serve(port=port) as address, aiohttp.ClientSession() as session:
        running = asyncio.create_task(ScriptedBot(session, address).run())
        yield address
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_what_is_written_without_a_network_is_kept(address: str, visit: Visit) -> None:
    """The words stay where she typed them, beside a button to send them that is drawn; later they arrive."""
    page = await visit(address, width=390, height=844)
    shown = await started(page)
    status = page.locator("#connection")
    await page.context.set_offline(True)
    await expect(status).to_contain_text("Terputus")
    await write(shown, "besok")
    await expect(page.get_by_text("tidak dapat dihubungi")).to_be_visible()
    await expect(shown.get_by_role("combobox")).to_have_value("besok")
    drawn = await shown.get_by_role("button", name="Kirim").locator("use").get_attribute("href")
    assert drawn
    assert await page.locator(drawn).count() == 1
    await page.context.set_offline(False)
    await expect(status).to_be_empty()
    await shown.get_by_role("combobox").press("Enter")
    await expect(shown.locator(".message.out").last).to_contain_text("besok")
    await expect(shown.locator(".message.in").last).to_contain_text("besok")
