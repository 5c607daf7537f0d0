"""A teacher registers and reads a step, as a person does: on the page, with the real bot."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.demo.serve import PEOPLE, TOKEN
from bot.simulator.server import Simulator
from tests.e2e.demo import demo

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Visit = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path: Path, port: int) -> AsyncIterator[str]:
    """The demo as ``make demo`` serves it: simulator and bot."""
    simulator = Simulator(TOKEN, PEOPLE)
    async with demo(simulator, tmp_path, port) as served:
        yield served


async def test_a_teacher_registers_and_reads_a_step(address: str, visit: Visit) -> None:
    """Ten taps and one typed line lead from "Mulai" to a finished step and its praise."""
    page = await visit(address)
    phone = page.locator('.phone[data-person="101"]')
    newest = phone.locator(".message.in").last

    async def tap(label: str) -> None:
        await phone.get_by_role("button", name=label, exact=True).last.click()

    await tap("Mulai")
    await expect(newest).to_contain_text("Selamat datang di Langkah Guru")
    for label, then in (
        ("Ya, setuju", "menyapa Anda"),
        ("Ibu", "jenjang mana"),
        ("SLB", "Mata pelajaran"),
        ("Lewati", "zona waktu"),
        ("WIT", "Terima kasih, Ibu"),
        ("Mulai Langkah 1", "Makna"),
        ("Lanjut ›", "Mengapa"),
        ("Lanjut ›", "Contoh SLB"),
        ("Langkah ini", "Langkah 1 dari 13"),
        ("Tandai selesai", "sudah biasa saya lakukan"),
        ("Ya, sudah biasa", "Dicatat sebagai sudah biasa"),
    ):
        await tap(label)
        await expect(newest).to_contain_text(then, timeout=10_000)
    field = phone.get_by_role("combobox")
    await field.fill("cara membuat rubrik")
    await field.press("Enter")
    await expect(newest).to_contain_text("Membuat rubrik tugas")
    await expect(newest).to_contain_text("Pilih 2–4 kriteria")
