"""The simulator's page in a real browser, with a small scripted bot behind it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import expect

from bot.simulator.server import Profile, Simulator
from tests.e2e.conftest import Visit
from tests.e2e.scripted import (
    BUDI,
    PICTURE,
    SARI,
    TOKEN,
    ScriptedBot,
    begin,
    greeted,
    phone,
    started,
    write,
)

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session")
async def simulator() -> Simulator:
    sari = Profile(id=SARI, first_name="Bu Sari", note="Guru SD")
    budi = Profile(id=BUDI, first_name="Pak Budi", note="Guru SMK")
    return Simulator(TOKEN, (sari, budi))


@pytest_asyncio.fixture(loop_scope="session")
async def address(simulator: Simulator, port: int) -> AsyncIterator[str]:
    async with simulator.serve(port=port) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="session")
async def bot(address: str) -> AsyncIterator[ScriptedBot]:
    async with aiohttp.ClientSession() as session:
        bot = ScriptedBot(session, address)
        await bot.call("setMyDescription", description="Teman belajar guru.")
        await bot.call(
            "setMyCommands",
            commands=[
                {"command": "mulai", "description": "Buka menu"},
                {"command": "bantuan", "description": "Cara memakai"},
            ],
        )
        running = asyncio.create_task(bot.run())
        yield bot
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@pytest_asyncio.fixture(loop_scope="session")
async def begun(address: str, bot: ScriptedBot, simulator: Simulator) -> str:
    """The address of the page, where Bu Sari was greeted before it is opened."""
    assert bot
    await begin(simulator, SARI, then="Ganti")
    return address


@pytest.mark.usefixtures("bot")
async def test_empty_chat_introduces_the_bot_and_starts_by_one_button(
    address: str, visit: Visit
) -> None:
    """An empty chat shows the bot's description; its button sends /start, and bold is bold."""
    page = await visit(address)
    await expect(phone(page).get_by_text("Teman belajar guru.")).to_be_visible()
    shown = await started(page)
    await expect(shown.locator("strong", has_text="Guru")).to_be_visible()
    await expect(shown.get_by_text("Teman belajar guru.")).to_be_hidden()


async def test_enter_sends_and_the_answer_arrives_without_reload(begun: str, visit: Visit) -> None:
    """Enter sends what was typed, and the bot's answer appears by itself."""
    shown = await greeted(await visit(begun))
    await write(shown, "apa kabar")
    await expect(shown.locator(".message.in").last).to_contain_text("Anda: apa kabar")


async def test_alert_opens_a_window_that_escape_closes(begun: str, visit: Visit) -> None:
    """An answer with show_alert opens a modal window; Escape closes it."""
    page = await visit(begun)
    shown = await greeted(page)
    await shown.get_by_role("button", name="Peringatan").click()
    alert = page.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Yakin?")
    await page.keyboard.press("Escape")
    await expect(alert).to_have_count(0)


async def test_tapped_button_waits_until_the_bot_answers(begun: str, visit: Visit) -> None:
    """A tapped button shows that it waits as long as the bot has not answered."""
    shown = await greeted(await visit(begun))
    silent = shown.get_by_role("button", name="Diam")
    await silent.click()
    await expect(silent).to_have_attribute("aria-busy", "true")
    await expect(shown.get_by_role("button", name="Ganti")).not_to_have_attribute(
        "aria-busy", "true"
    )


async def test_edit_by_the_bot_changes_the_message_in_place(begun: str, visit: Visit) -> None:
    """When the bot edits a message, it changes where it stands and is marked as edited."""
    shown = await greeted(await visit(begun))
    await shown.get_by_role("button", name="Ganti").click()
    changed = shown.locator(".message.in")
    await expect(changed).to_contain_text("Sudah diganti")
    await expect(changed).to_contain_text("diedit")
    await expect(changed).to_have_count(1)


async def test_person_edits_her_last_message_by_arrow_up(
    begun: str, visit: Visit, bot: ScriptedBot
) -> None:
    """Arrow up in the empty field takes the last own message for editing; the bot is told."""
    shown = await greeted(await visit(begun))
    await write(shown, "salah ketik")
    await expect(shown.get_by_text("Anda: salah ketik")).to_be_visible()
    await shown.get_by_role("combobox").press("ArrowUp")
    await write(shown, "benar ketik")
    await expect(shown.locator(".message.out").last).to_contain_text("benar ketik")
    await expect(shown.locator(".message.out").last).to_contain_text("diedit")
    assert bot.heard[-1]["edited_message"]["text"] == "benar ketik"


async def test_reply_keyboard_sends_its_label(begun: str, visit: Visit) -> None:
    """A key of a reply keyboard sends its label as a message."""
    shown = await greeted(await visit(begun))
    await write(shown, "papan")
    await shown.get_by_role("group", name="Papan tombol dari bot").get_by_text("SMP").click()
    await expect(shown.get_by_text("Anda: SMP")).to_be_visible()


async def test_document_downloads_under_its_name(begun: str, visit: Visit) -> None:
    """A document shows its name and size and downloads byte for byte."""
    page = await visit(begun)
    shown = await greeted(page)
    await write(shown, "berkas")
    async with page.expect_download() as waiting:
        await shown.get_by_role("link", name="Unduh langkah satu.txt, 15 B").click()
    download = await waiting.value
    assert download.suggested_filename == "langkah satu.txt"
    assert Path(await download.path()).read_bytes() == b"Langkah pertama"


async def test_photo_is_uploaded_with_its_caption(
    begun: str, visit: Visit, bot: ScriptedBot
) -> None:
    """A chosen picture is sent as a photo with the caption and shown in the chat."""
    page = await visit(begun)
    shown = await greeted(page)
    await shown.get_by_role("button", name="Lampirkan").click()
    async with page.expect_file_chooser() as waiting:
        await page.get_by_role("menuitem", name="Foto").click()
    chooser = await waiting.value
    await chooser.set_files({"name": "kelas.png", "mimeType": "image/png", "buffer": PICTURE})
    await page.get_by_label("Keterangan").fill("Kelas saya")
    await page.get_by_role("dialog").get_by_role("button", name="Kirim").click()
    await expect(shown.get_by_role("button", name="Foto: Kelas saya")).to_be_visible()
    await expect(shown.get_by_text("Anda: berkas")).to_be_visible()
    assert bot.heard[-1]["message"]["photo"]
    assert bot.heard[-1]["message"]["caption"] == "Kelas saya"


async def test_markup_in_a_message_stays_text(begun: str, visit: Visit) -> None:
    """What looks like markup is shown as it was written and builds no element."""
    shown = await greeted(await visit(begun))
    unsafe = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    await write(shown, unsafe)
    await expect(shown.locator(".message.in").last).to_contain_text(f"Anda: {unsafe}")
    assert await shown.locator(".words img, .words script").count() == 0


async def test_clock_jumps_to_the_next_quarter(
    address: str, visit: Visit, simulator: Simulator
) -> None:
    """The clock's buttons move the simulated time, which the page shows in WIB."""
    page = await visit(address)
    before = simulator.clock.now()
    await page.get_by_role("button", name="Triwulan berikut").click()
    await expect(page.locator("#clock time")).to_contain_text("pukul 14.00 WIB")
    after = simulator.clock.now()
    assert timedelta(days=88) < after - before < timedelta(days=96)
    assert after.weekday() < 5
    await page.get_by_role("button", name="Kembali ke sekarang").click()
    await expect(page.get_by_role("button", name="Kembali ke sekarang")).to_be_hidden()


async def test_escape_closes_the_clock_after_a_jump(address: str, visit: Visit) -> None:
    """On a phone the card is open over the chat; the button that was pressed keeps the focus."""
    page = await visit(address, width=390, height=844)
    toggle = page.get_by_role("button", name="Jam simulasi")
    await toggle.click()
    jump = page.get_by_role("button", name="+1 hari")
    await jump.click()
    await expect(page.get_by_role("button", name="Kembali ke sekarang")).to_be_visible()
    await expect(jump).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(toggle).to_have_attribute("aria-expanded", "false")


GROWING = """async () => {
    const log = document.querySelector(".phone .log");
    const last = log.querySelector(".message:last-child .bubble");
    for (const height of [3000, 20, 2000]) {
        last.style.minHeight = `${height}px`;
        await new Promise((done) => setTimeout(done, 60));
        if (height === 3000) log.scrollTop -= 300;
    }
    await new Promise((done) => setTimeout(done, 120));
    return log.scrollHeight - log.scrollTop - log.clientHeight;
}"""
"""An edit that changes a message's height, and a move that is nobody's hand; how far the end is then."""


async def test_the_newest_message_stays_in_view_as_it_grows(begun: str, visit: Visit) -> None:
    """Only the reader's own hand leaves the end: an edit or a late picture never does."""
    page = await visit(begun, width=390, height=844)
    shown = await greeted(page)
    assert await page.evaluate(GROWING) <= 1
    await page.evaluate(GROWING.replace("2000]", "2000, 3000]"))
    await shown.locator(".log").hover()
    await page.mouse.wheel(0, -600)
    await expect(shown.get_by_role("button", name="Ke pesan terbaru")).to_be_visible()


@pytest.mark.usefixtures("bot")
async def test_two_people_write_side_by_side(address: str, visit: Visit) -> None:
    """On a wide screen two phones stand side by side and do not mix."""
    page = await visit(address)
    sari, budi = await started(page, SARI), await started(page, BUDI)
    await write(sari, "dari Sari")
    await write(budi, "dari Budi")
    await expect(sari.get_by_text("Anda: dari Sari")).to_be_visible()
    await expect(budi.get_by_text("Anda: dari Budi")).to_be_visible()
    await expect(sari.get_by_text("dari Budi")).to_have_count(0)


async def test_narrow_screen_shows_one_phone_and_counts_the_others_unread(
    begun: str, visit: Visit, bot: ScriptedBot, simulator: Simulator
) -> None:
    """On a phone one person is shown at a time; a badge counts what came for another."""
    page = await visit(begun, width=390, height=844)
    await greeted(page, SARI)
    await simulator.person(BUDI).send("halo")
    switch = page.get_by_role("button", name="Pak Budi")
    await expect(switch).to_contain_text("1 pesan belum dibaca")
    await expect(phone(page, BUDI)).to_be_hidden()
    await switch.click()
    await expect(phone(page, BUDI).get_by_text("Anda: halo")).to_be_visible()
    await expect(phone(page, SARI)).to_be_hidden()
    assert bot.heard


async def test_page_follows_the_device_and_keeps_a_chosen_theme(address: str, visit: Visit) -> None:
    """The page is dark on a dark device; the button's choice outlives a reload."""
    page = await visit(address, dark=True)
    root = page.locator(":root")
    await expect(root).to_have_attribute("data-theme", "dark")
    await page.get_by_role("button", name="Tampilan terang").click()
    await page.reload()
    await expect(root).to_have_attribute("data-theme", "light")


async def test_typed_slash_offers_the_commands(begun: str, visit: Visit) -> None:
    """A typed slash lists the bot's commands; arrow keys and Enter send one."""
    shown = await greeted(await visit(begun))
    field = shown.get_by_role("combobox")
    await field.press_sequentially("/b")
    await expect(shown.get_by_role("option")).to_have_count(1)
    await field.press("ArrowDown")
    await field.press("Enter")
    await expect(shown.get_by_text("Anda: /bantuan")).to_be_visible()


async def test_blocked_bot_is_unblocked_by_one_button(
    begun: str, visit: Visit, bot: ScriptedBot
) -> None:
    """Blocking replaces the text field by a button that lifts the block."""
    page = await visit(begun)
    shown = await greeted(page)
    await shown.get_by_role("button", name="Menu percakapan").click()
    await page.get_by_role("menuitem", name="Blokir bot").click()
    await shown.get_by_role("button", name="Buka blokir").click()
    await write(shown, "kembali")
    await expect(shown.get_by_text("Anda: kembali")).to_be_visible()
    states = [
        u["my_chat_member"]["new_chat_member"]["status"] for u in bot.heard if "my_chat_member" in u
    ]
    assert states[-2:] == ["kicked", "member"]
