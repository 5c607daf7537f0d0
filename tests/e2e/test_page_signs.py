"""What Telegram shows besides messages, on the simulator's page: styles, copying, moments, reactions."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.simulator.server import Profile, Simulator
from tests.e2e.scripted import SARI, TOKEN, ScriptedBot, phone

Visit = Callable[..., Awaitable[Page]]

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

KEYS: dict[str, Any] = {
    "inline_keyboard": [
        [{"text": "Lanjut", "callback_data": "a", "style": "primary"}],
        [{"text": "Salin", "copy_text": {"text": "Mana yang lebih berat?"}}],
    ]
}


@pytest_asyncio.fixture(loop_scope="session")
async def simulator() -> Simulator:
    return Simulator(TOKEN, (Profile(id=SARI, first_name="Bu Sari"),))


@pytest_asyncio.fixture(loop_scope="session")
async def address(simulator: Simulator, port: int) -> AsyncIterator[str]:
    async with simulator.serve(port=port) as address:
        yield address


async def test_the_page_shows_styles_moments_reactions_and_copy_buttons(
    visit: Visit, address: str, simulator: Simulator
) -> None:
    """A person sees which button goes on, when something is, and that the bot liked her words."""
    said = await simulator.person(SARI).send("terima kasih")
    page = await visit(address)
    async with aiohttp.ClientSession() as session:
        bot = ScriptedBot(session, address)
        await bot.call(
            "sendMessage",
            chat_id=SARI,
            text='Besok: <tg-time unix="1790000000" format="wDt">Senin pukul 15.30</tg-time>',
            parse_mode="HTML",
            reply_markup=KEYS,
        )
        await bot.call(
            "setMessageReaction",
            chat_id=SARI,
            message_id=said["message_id"],
            reaction=[{"type": "emoji", "emoji": "❤"}],
        )
    shown = phone(page)
    await expect(shown.get_by_role("img", name="Reaksi bot: ❤")).to_be_visible()
    await expect(shown.locator("time.moment")).to_have_text("Senin pukul 15.30")
    going = shown.get_by_role("button", name="Lanjut")
    await expect(going).to_have_attribute("data-style", "primary")
    await shown.get_by_role("button", name="Salin").click()
    await expect(shown.get_by_text("Teks disalin")).to_be_visible()
    await page.reload()
    await expect(shown.get_by_role("img", name="Reaksi bot: ❤")).to_be_visible()
