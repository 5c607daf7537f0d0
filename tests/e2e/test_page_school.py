"""The demo's school on the page: recap and broadcast, and twelve people who stand aside."""

import asyncio
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect
from pydantic import SecretStr

from bot.demo.school import ADMIN, COORDINATOR, TEACHERS, found_school
from bot.demo.serve import PEOPLE, TOKEN, meet
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from bot.run.wiring import Wiring
from bot.simulator.server import Simulator
from tests.shipped import served_world

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Visit = Callable[..., Awaitable[Page]]

OPENED = """people => people.map(([id, name]) => {
    const chips = [...document.querySelectorAll("#people .chip")];
    chips.find((one) => one.checkVisibility() && one.textContent.includes(name)).click();
    const phone = document.querySelector(`.phone[data-person="${id}"]`);
    if (!phone.checkVisibility()) throw new Error(`the phone of ${name} stays closed`);
    return [...phone.querySelectorAll(".message.in")].map((one) => one.textContent);
})"""
"""Opens one phone after the other; what each says. What was sent before the report has come to the page before it."""


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path: Path, port: int) -> AsyncIterator[str]:
    """The demo as ``make demo`` serves it: simulator, bot and school."""
    simulator = Simulator(TOKEN, PEOPLE)

    async def prepare(parts: Wiring) -> None:
        await found_school(parts.store, parts.world, simulator.clock.now())
        await meet(simulator, parts)

    async with simulator.serve(port=port) as served:
        stop = asyncio.Event()
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=served,
            data_dir=tmp_path,
            admin_ids=frozenset({ADMIN}),
            messages_per_second=math.inf,
        )
        bot = asyncio.create_task(
            serve_bot(
                settings,
                stop,
                simulator.clock.now,
                health=False,
                prepare=prepare,
                world=served_world(settings),
            )
        )
        yield served
        stop.set()
        await asyncio.wait_for(bot, 10)


async def test_the_many_stand_aside_until_they_are_asked_for(address: str, visit: Visit) -> None:
    """The bar shows four people; one button brings the twelve, and their phones open like any."""
    page = await visit(address, width=2600)
    chips = page.locator("#people .chip:not(.add):not(.others):visible")
    await expect(chips).to_have_count(4)
    await expect(page.locator(".phone:visible")).to_have_count(4)
    await page.get_by_role("button", name=f"+{len(TEACHERS)}").click()
    await expect(chips).to_have_count(4 + len(TEACHERS))
    await page.locator("#people .chip", has_text=TEACHERS[0].first_name).click()
    await expect(page.locator(f'.phone[data-person="{TEACHERS[0].id}"]')).to_be_visible()


async def test_the_coordinator_gets_her_recap(address: str, visit: Visit) -> None:
    """Made reads the numbers at once, and then a picture and a workbook arrive."""
    page = await visit(address)
    phone = page.locator(f'.phone[data-person="{COORDINATOR}"]')
    newest = phone.locator(".message.in").last
    await phone.get_by_role("button", name="Mulai", exact=True).click()
    await phone.get_by_role("combobox").fill("/koordinator")
    await phone.get_by_role("combobox").press("Enter")
    await expect(newest).to_contain_text("12 guru bergabung", timeout=10_000)
    await newest.get_by_role("button", name="Rekap").click()
    await expect(newest).to_contain_text("12 guru, 11 terjangkau", timeout=10_000)
    await newest.get_by_role("button", name="Gambar").click()
    await expect(newest).to_contain_text("Hanya jumlah, tanpa nama", timeout=30_000)
    await phone.get_by_role("button", name="Kembali ke rekap").last.click()
    await phone.get_by_role("button", name="Excel").last.click()
    await expect(newest).to_contain_text("12 guru. Berisi nama", timeout=30_000)


async def test_a_broadcast_arrives_in_the_phones_of_the_school(address: str, visit: Visit) -> None:
    """Made writes to all; who blocked the bot and who pauses apart, each phone shows it by name."""
    page = await visit(address, width=2600)
    phone = page.locator(f'.phone[data-person="{COORDINATOR}"]')
    newest, box = phone.locator(".message.in").last, phone.get_by_role("combobox")
    await phone.get_by_role("button", name="Mulai", exact=True).click()
    await box.fill("/koordinator")
    await box.press("Enter")
    await newest.get_by_role("button", name="Siaran").click(timeout=10_000)
    await newest.get_by_role("button", name="Tulis siaran").click(timeout=10_000)
    await expect(newest).to_contain_text("Silakan ketik atau teruskan", timeout=10_000)
    await box.fill("Halo [nama], rapat Senin.")
    await box.press("Enter")
    # Whatever the hour is when this runs: what is important does not wait for the morning.
    await newest.get_by_role("button", name="Tandai penting").click(timeout=10_000)
    await expect(newest.get_by_role("button", name="Tidak penting")).to_be_visible(timeout=10_000)
    await newest.get_by_role("button", name="Kirim ke 11 guru").click(timeout=10_000)
    sure = newest.get_by_role("button", name="Tetap kirim")
    await expect(sure.or_(newest.get_by_text("Terkirim:"))).to_be_visible(timeout=10_000)
    if await sure.is_visible():
        await sure.click(timeout=10_000)
    await expect(newest).to_contain_text("Terkirim: 10", timeout=30_000)
    await page.get_by_role("button", name=f"+{len(TEACHERS)}").click()
    people = [(teacher.id, teacher.first_name) for teacher in TEACHERS]
    opened: list[list[str]] = await page.evaluate(OPENED, people)
    for teacher, words in zip(TEACHERS, opened, strict=True):
        if teacher.reachable and not teacher.paused:
            assert f"Halo {teacher.name}, rapat Senin." in words[-1]
        else:
            assert words == []
