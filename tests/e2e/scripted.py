"""A small bot against the plain Bot API, and the words in which the page's tests handle a phone.

It must not use our bot: only the page and the simulator are tested with it.
"""

import asyncio
from itertools import chain
from typing import Any

import aiohttp
from playwright.async_api import Locator, Page, expect

from bot.simulator.server import Simulator

Json = dict[str, Any]

TOKEN = "1:TEST"
SARI, BUDI = 101, 102
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090"
    "7753de0000000c4944415408d763f8cfc0000003010100c9fe92ef000000"
    "0049454e44ae426082"
)
"""One pixel."""

GREETING_KEYS = {
    "inline_keyboard": [
        [
            {"text": "Peringatan", "callback_data": "alert"},
            {"text": "Ganti", "callback_data": "edit"},
        ],
        [{"text": "Diam", "callback_data": "silent"}],
    ]
}

TAP = """async ([selector, label, then]) => {
    const all = (parts) => [...document.querySelectorAll(`${selector} ${parts}`)];
    const words = (node) => node?.textContent.replace(/\\s+/g, " ").trim() ?? "";
    const until = (found, what) => new Promise((done, failed) => {
        const look = () => found() && (watch.disconnect(), clearTimeout(late), done(found()));
        const watch = new MutationObserver(look);
        const late = setTimeout(() => failed(new Error(`no ${what} in: ${words(all(".messages")[0])}`)), 15_000);
        watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        look();
    });
    const named = () => all("button").findLast((one) => words(one) === label);
    (await until(named, label)).click();
    await until(() => words(all(".message.in").at(-1)).includes(then), then);
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
}"""
"""Presses the last button of a label as soon as it is there, and waits until the newest message says something.

All within the page, for conversations of many taps: Playwright asks the page a dozen times for each. That
a hand can tap what is shown is seen by the other tests.
"""


class ScriptedBot:
    """Answers `/start`, `papan`, `berkas` and three buttons; says everything else back."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self._session = session
        self._address = f"{address}/bot{TOKEN}"
        self.heard: list[Json] = []

    async def call(self, method: str, **parameters: object) -> Any:
        async with self._session.post(f"{self._address}/{method}", json=parameters) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                self.heard.append(update)
                if "message" in update:
                    await self._message(update["message"])
                elif "callback_query" in update:
                    await self._press(update["callback_query"])

    async def _message(self, message: Json) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if text == "/start":
            await self.call(
                "sendMessage",
                chat_id=chat,
                text="Halo, <b>Guru</b>!",
                parse_mode="HTML",
                reply_markup=GREETING_KEYS,
            )
        elif text == "papan":
            keys = {"keyboard": [[{"text": "SD"}, {"text": "SMP"}]], "resize_keyboard": True}
            await self.call("sendMessage", chat_id=chat, text="Pilih jenjang", reply_markup=keys)
        elif text == "berkas":
            await self._document(chat)
        else:
            await self.call("sendMessage", chat_id=chat, text=f"Anda: {text or 'berkas'}")

    async def _document(self, chat: int) -> None:
        form = aiohttp.FormData({"chat_id": str(chat)}, quote_fields=False)
        form.add_field("document", b"Langkah pertama", filename="langkah satu.txt")
        async with self._session.post(f"{self._address}/sendDocument", data=form) as response:
            assert response.ok

    async def _press(self, query: Json) -> None:
        data, message = query["data"], query["message"]
        if data == "alert":
            await self.call(
                "answerCallbackQuery", callback_query_id=query["id"], text="Yakin?", show_alert=True
            )
        elif data == "edit":
            await self.call("answerCallbackQuery", callback_query_id=query["id"])
            await self.call(
                "editMessageText",
                chat_id=message["chat"]["id"],
                message_id=message["message_id"],
                text="Sudah diganti",
            )


def phone(page: Page, person: int = SARI) -> Locator:
    return page.locator(f'.phone[data-person="{person}"]')


async def greeted(page: Page, person: int = SARI) -> Locator:
    """The person's phone, on which she sees that she was greeted."""
    shown = phone(page, person)
    await expect(shown.get_by_text("Halo, Guru!")).to_be_visible()
    return shown


async def started(page: Page, person: int = SARI) -> Locator:
    """The person's phone after she pressed the start button and was greeted."""
    await phone(page, person).get_by_role("button", name="Mulai", exact=True).click()
    return await greeted(page, person)


async def tap(page: Page, selector: str, label: str, then: str) -> None:
    """Press a button in a phone, and wait for what the bot says then."""
    await page.evaluate(TAP, [selector, label, then])


async def write(shown: Locator, text: str) -> None:
    await shown.get_by_role("combobox").fill(text)
    await shown.get_by_role("combobox").press("Enter")


async def offered(simulator: Simulator, person: int, label: str) -> tuple[int, str]:
    """Wait until a person's newest message has a button of this label; the message and the button's data."""
    she, events = simulator.person(person), simulator.world.events
    async with asyncio.timeout(15):
        while True:
            seen = events.last
            message = she.messages[-1]
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            for key in chain.from_iterable(rows):
                if key["text"] == label:
                    return message["message_id"], key["callback_data"]
            await events.wait(seen, 15)


async def begin(simulator: Simulator, person: int, *labels: str, then: str) -> None:
    """Let a person say /start and press one button after the other, without the page, until she may press another."""
    await simulator.person(person).send("/start")
    for label in labels:
        await simulator.person(person).tap(*await offered(simulator, person, label))
    await offered(simulator, person, then)
