"""Take the README's pictures: the demo's page, used the way people use it.

Start a fresh demo (``make demo PORT=8501``), then, in the project's folder and with the packages
of ``make test``: ``.venv/bin/python -m docs.pictures.take http://127.0.0.1:8501``. Needs a Chromium
and Pillow (``.venv/bin/pip install pillow``). The pictures go beside this file, or into the folder named
after the address. Must not change anything but them.
"""

# ruff: noqa: INP001 - a script, not a package

import asyncio
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from tests.e2e.browser import chromium

FOLDER = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent  # noqa: PLR2004 -- a folder
SARI, YOSEF, MADE = 101, 102, 201
REGISTRATION = (
    ("Ya, setuju", "menyapa Anda"),
    ("Ibu", "jenjang mana"),
    ("SD/MI", "Mata pelajaran"),
    ("Lewati", "zona waktu"),
    ("WIB", "Semua sudah siap"),
)
"""Each answer to a question of the registration, and words of what follows it."""

COLOURS = 256


class Visit:
    """A browser's tab with the page in it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def phone(self, person: int) -> Locator:
        """Return one person's phone."""
        return self.page.locator(f'.phone[data-person="{person}"]')

    async def start(self, person: int, answer: str = "Selamat datang") -> None:
        """Begin a conversation and wait for the words of what it shows."""
        await self.phone(person).get_by_role("button", name="Mulai", exact=True).click()
        await self.hears(person, answer)

    async def tap(self, person: int, label: str, answer: str) -> None:
        """Press a button of the newest message and wait for the words of what it shows."""
        newest = self.phone(person).locator(".message.in").last
        await newest.get_by_role("button", name=label).first.click()
        await self.hears(person, answer)

    async def write(self, person: int, text: str, answer: str) -> None:
        """Send a text and wait for the words of its answer."""
        field = self.phone(person).get_by_role("combobox")
        await field.fill(text)
        await field.press("Enter")
        await self.hears(person, answer)

    async def hears(self, person: int, words: str) -> None:
        """Wait until the newest message of the bot holds these words."""
        newest = self.phone(person).locator(".message.in").last
        await expect(newest).to_contain_text(words, timeout=15_000)

    async def take(self, name: str) -> None:
        """Save what the page shows, with few colours so that the file is small."""
        # The conversation glides to its newest message; the picture waits until it has arrived.
        await self.page.wait_for_timeout(600)
        full = Image.open(BytesIO(await self.page.screenshot(animations="disabled")))
        small = full.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(FOLDER / name, optimize=True)


async def visit(browser: Browser, width: int, height: int, *, dark: bool = False) -> Visit:
    """Open the page at a size, in light or dark."""
    page = await browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
    )
    await page.goto(sys.argv[1])
    return Visit(page)


async def laptop(browser: Browser) -> None:
    """Three people side by side: one reads, one looks something up, one coordinates a school."""
    seen = await visit(browser, 1280, 800)
    for person in (SARI, YOSEF):
        await seen.start(person)
    await seen.start(MADE, "Kemajuan")
    await seen.write(MADE, "/koordinator", "12 guru bergabung")
    for label, answer in REGISTRATION:
        await seen.tap(SARI, label, answer)
    await seen.tap(SARI, "Mulai Langkah 1", "1/11")
    await seen.tap(SARI, "Lanjut ›", "2/11")
    await seen.tap(SARI, "Lanjut ›", "Contoh SD")
    await seen.tap(YOSEF, "Tidak sekarang", "tidak ada yang disimpan")
    await seen.write(YOSEF, "cara membuat rubrik", "Membuat rubrik tugas")
    await seen.take("laptop.png")


async def phone_light(browser: Browser) -> None:
    """One phone: a step with its status."""
    seen = await visit(browser, 390, 800)
    await seen.write(SARI, "langkah 2", "Langkah 2 dari 13")
    await seen.take("phone-light.png")


async def coach(browser: Browser) -> None:
    """One phone: a model to copy, a plan, and the question about it that one jump of the clock brings."""
    seen = await visit(browser, 390, 844)
    await seen.write(SARI, "langkah 5", "Langkah 5 dari 13")
    await seen.tap(SARI, "Langsung ke tugas", "Tunggu dulu")
    await seen.tap(SARI, "Tunggu dulu", "Guru:")
    await seen.take("coach-model.png")
    await seen.tap(SARI, "Lanjut", "Latihan dua menit")
    await seen.write(SARI, "Mengapa es mencair? Pikirkan dulu.", "Coba lihat sendiri")
    await seen.tap(SARI, "Lanjut", "Kapan akan Anda coba?")
    await seen.tap(SARI, "Besok", "Di kelas mana?")
    await seen.write(SARI, "Kelas 4", "Bagaimana rencananya?")
    await seen.write(SARI, "Jika kelas diam, maka saya menunggu sepuluh hitungan", "disiapkan")
    await seen.tap(SARI, "Lanjut", "Rencana Anda tersimpan")
    await seen.page.get_by_role("button", name="Jam simulasi").click()
    await seen.page.get_by_role("button", name="Pesan berikut").click()
    await seen.hears(SARI, "sudah dicoba?")
    await seen.page.get_by_role("button", name="Jam simulasi").click()
    await seen.take("check-back.png")


async def phone_dark(browser: Browser) -> None:
    """One phone in the dark: what waits for her, and a summary below it."""
    seen = await visit(browser, 390, 800, dark=True)
    await seen.write(SARI, "/mulai", "Langkah 5")
    await seen.write(SARI, "/kemajuan", "Langkah 5")
    await seen.take("phone-dark.png")


async def coordinator(browser: Browser) -> None:
    """One coordinator's phone: who stands where by name, and the recap as a picture."""
    seen = await visit(browser, 390, 800)
    await seen.page.locator("#people .chip", has_text="Made").click()
    await seen.write(MADE, "/koordinator", "12 guru bergabung")
    await seen.tap(MADE, "Siapa di mana", "Siapa di mana")
    await seen.take("coordinator.png")
    await seen.write(MADE, "/koordinator", "12 guru bergabung")
    await seen.tap(MADE, "Rekap", "Rekap")
    newest = seen.phone(MADE).locator(".message.in").last
    await newest.get_by_role("button", name="Gambar").click()
    await seen.phone(MADE).locator(".message.in img").last.wait_for()
    await seen.take("recap.png")


async def main() -> None:
    """Take all pictures, one after the other, in one conversation."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium(playwright), args=["--no-sandbox", "--disable-gpu"]
        )
        for scene in (laptop, phone_light, coach, phone_dark, coordinator):
            await scene(browser)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
