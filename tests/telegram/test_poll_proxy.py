"""Long polling through something that answers in Telegram's place: one poll is lost, no more."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.chat.model import Typed
from tests.each import each
from tests.telegram.echo import SARI, Echo, edge_to, polling

ME = {"id": 123456, "is_bot": True, "first_name": "Bot", "username": "pretend_bot"}
UPDATE = {
    "update_id": 1,
    "message": {
        "message_id": 1,
        "date": 1,
        "text": "halo",
        "from": {"id": SARI, "is_bot": False, "first_name": "Sari"},
        "chat": {"id": SARI, "type": "private"},
    },
}


@asynccontextmanager
async def proxy(status: int, body: str) -> AsyncIterator[str]:
    """A Telegram whose second answer to getUpdates is made up, and whose third brings an update."""
    polls = 0

    async def answer(request: web.Request) -> web.Response:
        nonlocal polls
        result: Any = ME if request.path.endswith("/getMe") else True
        if request.path.endswith("/getUpdates"):
            polls += 1
            if polls == 2:
                return web.Response(status=status, text=body, content_type="application/json")
            await asyncio.sleep(0.01)
            result = [UPDATE] if polls == 3 else []
        return web.json_response({"ok": True, "result": result})

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@each(
    ("status", "body"),
    [
        (502, "null"),
        (502, '"Bad Gateway"'),
        (200, "{}"),
        (200, '{"ok":true,"result":true}'),
        (200, '{"ok":true,"result":[null,7,{}]}'),
    ],
)
async def test_json_that_is_no_answer_costs_one_poll(status: int, body: str) -> None:
    """Whatever comes instead of a list of updates, the next poll is heard."""
    conversation = Echo()
    async with proxy(status, body) as address, polling(edge_to(address, conversation)):
        await conversation.until_handled(1)
    assert conversation.events(SARI) == [Typed("halo")]
