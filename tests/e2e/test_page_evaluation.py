"""An evaluation on a phone of 390 by 844: each item is on the screen as a whole."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.demo.serve import PEOPLE, TOKEN
from bot.simulator.server import Simulator
from tests.e2e.demo import demo
from tests.e2e.scripted import begin
from tests.e2e.scripted import tap as tapped

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Visit = Callable[..., Awaitable[Page]]

TEACHER = 101
PHONE = f'.phone[data-person="{TEACHER}"]'
REGISTRATION = ("Ya, setuju", "Ibu", "SD/MI", "Lewati", "WIB")
FIRST = "Evaluasi awal (±12 menit)"
ITEMS = 13
QUARTER = timedelta(days=100)


@pytest_asyncio.fixture(loop_scope="session")
async def simulator() -> Simulator:
    return Simulator(TOKEN, PEOPLE)


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path: Path, simulator: Simulator, port: int) -> AsyncIterator[str]:
    """The demo as ``make demo`` serves it: simulator and bot."""
    async with demo(simulator, tmp_path, port) as served:
        yield served


async def newest(page: Page) -> tuple[str, float]:
    """Return what the newest message says, and how many pixels of it lie outside the conversation."""
    words, hidden = await page.evaluate(
        """selector => {
            const phone = document.querySelector(selector);
            const log = phone.querySelector(".log").getBoundingClientRect();
            const message = [...phone.querySelectorAll(".message.in")].at(-1);
            const box = message.getBoundingClientRect();
            return [message.textContent, Math.max(0, log.top - box.top, box.bottom - log.bottom)];
        }""",
        PHONE,
    )
    return words, hidden


async def test_every_item_of_an_evaluation_fits_a_phone(
    address: str, visit: Visit, simulator: Simulator
) -> None:
    """Question, four levels and the buttons are in view at each item, first and a quarter later."""
    await begin(simulator, TEACHER, *REGISTRATION, then=FIRST)
    page = await visit(address, width=390, height=844)
    await expect(page.locator(PHONE).locator(".message.in").last).to_contain_text("Terima kasih")
    tap = partial(tapped, page, PHONE)
    await tap(FIRST, "13 butir")
    await tap("Mulai evaluasi", "1/13")
    for number in range(1, ITEMS + 1):
        words, hidden = await newest(page)
        assert f"{number}/{ITEMS}" in words
        assert hidden == 0, f"item {number}"
        await tap("2", f"{number + 1}/{ITEMS}" if number < ITEMS else "belum?")
    for label, then in (
        ("Lewati", "kekuatan"),
        ("Lewati", "kuatkan"),
        ("Tanpa fokus", "niat"),
        ("Lewati", "Belum disimpan"),
        ("Simpan", "Tersimpan"),
        ("Menu", "Kemajuan"),
    ):
        await tap(label, then)
    simulator.clock.advance(QUARTER)
    await tap("Evaluasi", "13 butir")
    await tap("Mulai evaluasi", "Pilih panjangnya")
    await tap("Lengkap (±12 menit)", "1/13")
    for number in range(1, ITEMS + 1):
        words, hidden = await newest(page)
        assert f"{number}/{ITEMS}" in words
        assert "lalu (2)" in words
        assert hidden == 0, f"item {number}, a quarter later"
        await tap("2", f"{number + 1}/{ITEMS}" if number < ITEMS else "belum?")
