"""A whole cycle on a phone of 390 by 844, with a photo and a voice note: each message fits the screen."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.demo.serve import PEOPLE, TOKEN
from bot.simulator.clock import Clock
from bot.simulator.server import Simulator
from tests.e2e.demo import demo
from tests.e2e.scripted import PICTURE, tap, write

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Visit = Callable[..., Awaitable[Page]]

FRIDAY = datetime(2026, 11, 20, 5, tzinfo=UTC)
UNTIL_MONDAY = timedelta(days=3, hours=4)
"""From Friday noon to half an hour after her hour on Monday, 15.30 WIB."""

PHONE = '.phone[data-person="101"]'
FITS = """selector => {
    const phone = document.querySelector(selector);
    const message = [...phone.querySelectorAll(".message.in")].at(-1);
    return ["dark", "light"].every((theme) => {
        document.documentElement.dataset.theme = theme;
        message.scrollIntoView({ block: "end", behavior: "instant" });
        const log = phone.querySelector(".log").getBoundingClientRect();
        const box = message.getBoundingClientRect();
        return box.top >= log.top && box.bottom <= log.bottom + 1;
    });
}"""
"""Whether the newest message fits with its buttons, in the dark and by day: an edit may have grown below the edge.

Both are laid out without being painted in between.
"""

OGG = b"OggS" + bytes(200)


@pytest_asyncio.fixture(loop_scope="session")
async def simulator() -> Simulator:
    clock = Clock()
    clock.set(FRIDAY)
    return Simulator(TOKEN, PEOPLE, clock=clock)


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path: Path, simulator: Simulator, port: int) -> AsyncIterator[str]:
    """The demo as ``make demo`` serves it: simulator and bot."""
    async with demo(simulator, tmp_path, port, tick_seconds=0.2) as served:
        yield served


class Hand:
    """A teacher's hand on her phone."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.phone = page.locator(PHONE)
        self.newest = self.phone.locator(".message.in").last
        self.taken = 0

    async def tap(self, label: str, then: str) -> None:
        await tap(self.page, PHONE, label, then)
        await self.fits()

    async def sees(self, words: str) -> None:
        """Wait until the newest message says so, and is on the screen as a whole."""
        await expect(self.newest).to_contain_text(words, timeout=15_000)
        await self.fits()

    async def fits(self) -> None:
        """Look whether the newest message is on the screen as a whole."""
        await self.page.wait_for_function(FITS, arg=PHONE)
        if folder := os.environ.get("CYCLE_SCREENS"):
            self.taken += 1
            await self.page.screenshot(path=f"{folder}/{self.taken:02}.png")

    async def write(self, text: str, then: str) -> None:
        await write(self.phone, text)
        await self.sees(then)

    async def attach(self, what: str, name: str, medium: str, content: bytes, then: str) -> None:
        await self.phone.get_by_role("button", name="Lampirkan").click()
        async with self.page.expect_file_chooser() as waiting:
            await self.page.get_by_role("menuitem", name=what).click()
        chooser = await waiting.value
        await chooser.set_files({"name": name, "mimeType": medium, "buffer": content})
        await self.page.get_by_role("dialog").get_by_role("button", name="Kirim").click()
        await self.sees(then)


async def test_a_whole_cycle_fits_a_phone(address: str, visit: Visit, simulator: Simulator) -> None:
    """From the first tap to the close each message is in view, in the dark and by day, with a voice note and a photo."""
    page = await visit(address, width=390, height=844)
    hand = Hand(page)
    for label, then in (
        ("Mulai", "Selamat datang"),
        ("Ya, setuju", "menyapa Anda"),
        ("Ibu", "jenjang mana"),
        ("SD/MI", "Mata pelajaran"),
        ("Lewati", "zona waktu"),
        ("WIB", "Terima kasih"),
    ):
        await hand.tap(label, then)
    await hand.write("langkah 5", "Langkah 5 dari 13")
    for label, then in (
        ("Langsung ke tugas", "Mana yang ingin Anda coba"),
        ("Tunggu dulu", "Pak Nyoman"),
        ("Lanjut", "Latihan dua menit"),
    ):
        await hand.tap(label, then)
    await hand.attach("Berkas suara", "latihan.ogg", "audio/ogg", OGG, "tersimpan sebagai pesan")
    await hand.tap("Lanjut", "Kapan akan Anda coba")
    await hand.tap("Senin, 23 Nov", "Di kelas mana")
    await hand.write("kelas 4", "Bagaimana rencananya")
    await hand.tap("Pakai 1", "Apa yang perlu disiapkan")
    await hand.tap("Lanjut", "Rencana Anda tersimpan")
    simulator.clock.advance(UNTIL_MONDAY)
    await hand.sees("sudah dicoba?")
    await hand.tap("Sudah dicoba", "Yang tampak pada murid")
    await hand.write("9", "Bukti")
    await hand.attach("Foto", "papan.png", "image/png", PICTURE, "Sebelum foto pertama")
    await hand.tap("Sudah aman, simpan", "1. foto")
    await hand.tap("Lanjut", "Refleksi 1/2")
    await hand.write("Saya menunggu lebih lama.", "Refleksi 2/2")
    await hand.tap("Lewati", "Percobaan kedua")
    await hand.tap("Cukup dulu", "mana yang paling menggambarkan")
    await hand.tap("3", "Silakan periksa")
    await hand.tap("Selesai", "✓ Langkah 5")
