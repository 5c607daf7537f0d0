"""The whole bot and a small imitation of the Bot API, as the npm package telegram-test-api 4.2.1 is one.

It leaves out what nobody reads: who is a bot, the id and date of a pressed message, the chat's
instance. It answers null where Telegram answers with a message, hands each update out once whatever
the offset, and says 500 to methods it does not know.
"""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.run.serve import serve_bot
from tests.shipped import served_world
from tests.test_whole_bot import REGISTRATION, SARI, settings_for, stored

KNOWN = ("getMe", "getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery")


class SmallApi:
    """Answers like the package; what the bot shows stands in ``shown``."""

    def __init__(self, *, with_webhooks: bool) -> None:
        self.known = (*KNOWN, "deleteWebhook") if with_webhooks else KNOWN
        self.waiting: list[dict[str, Any]] = []
        self.shown: asyncio.Queue[tuple[int, str]] = asyncio.Queue()
        self.numbers = 1

    def update(self, content: dict[str, Any]) -> None:
        self.numbers += 1
        self.waiting.append({"update_id": self.numbers, **content})

    def press(self, data: str, pressed: dict[str, Any]) -> None:
        sender = {"id": SARI, "first_name": "Sari", "username": "sari"}
        chat = {"id": SARI, "title": "Sari", "type": "private"}
        message = {"from": sender, "chat": chat, **pressed}
        query = {"id": str(self.numbers), "from": sender, "message": message, "data": data}
        self.update({"callback_query": query})

    def say(self, text: str) -> None:
        sender = {"id": SARI, "first_name": "Sari", "username": "sari"}
        chat = {"id": SARI, "title": "Sari", "type": "private"}
        self.numbers += 1
        entities = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        message = {"from": sender, "chat": chat, "botToken": "x", "date": 1, "text": text}
        self.update({"message": {**message, "entities": entities, "message_id": self.numbers}})

    async def answer(self, request: web.Request) -> web.Response:
        method = request.path.rsplit("/", 1)[1]
        if method not in self.known:
            said = f"API method '{method}' is not supported."
            return web.json_response({"message": said}, status=500)
        fields = await request.post()
        result: Any = None
        match method:
            case "getMe":
                result = {"username": "TestNameBot", "first_name": "Test First name", "id": 666}
            case "getUpdates":
                result, self.waiting = self.waiting, []
            case "deleteWebhook":
                result = True
            case "sendMessage":
                self.numbers += 1
                chat = {"id": int(str(fields["chat_id"])), "first_name": "Bot", "type": "private"}
                result = {
                    **fields,
                    "message_id": self.numbers,
                    "date": 1_764_000_000_000,
                    "chat": chat,
                }
                self.shown.put_nowait((self.numbers, str(fields["text"])))
            case "editMessageText":
                number = int(str(fields["message_id"]))
                self.shown.put_nowait((number, str(fields["text"])))
        return web.json_response({"ok": True, "result": result})


@pytest.mark.parametrize("with_webhooks", [True, False])
@pytest.mark.parametrize("names_message", [True, False])
async def test_a_teacher_registers_through_a_small_imitation(
    tmp_path: Path, with_webhooks: bool, names_message: bool
) -> None:
    """What it leaves out or does not know hinders no registration."""
    api, stop = SmallApi(with_webhooks=with_webhooks), asyncio.Event()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", api.answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    settings = settings_for(address, tmp_path, None)
    world = served_world(settings)
    bot = asyncio.create_task(serve_bot(settings, stop, health=False, world=world))
    try:
        api.say("/start")
        for data in REGISTRATION:
            number, _ = await asyncio.wait_for(api.shown.get(), 10)
            api.press(data, {"message_id": number} if names_message else {})
        _, text = await asyncio.wait_for(api.shown.get(), 10)
    finally:
        stop.set()
        await asyncio.wait_for(bot, 10)
        await runner.cleanup()
    assert "Semua sudah siap" in text
    document = stored(tmp_path, SARI)
    assert document is not None
    assert document["zone"] == "WIB"
