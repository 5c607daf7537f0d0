"""The bot's side of a simulator in tests: bare calls over a real socket."""

import io
import json
from typing import Any

import aiohttp

from bot.simulator.server import Simulator

TOKEN = "1:TEST"
SITI, BUDI, STRANGER = 101, 102, 103

Json = dict[str, Any]


class BotSide:
    """Calls methods of a served simulator; `siti` and `budi` have started the bot."""

    def __init__(self, simulator: Simulator, session: aiohttp.ClientSession, address: str) -> None:
        self.simulator = simulator
        self.session = session
        self.address = address
        self.siti = simulator.person(SITI)
        self.budi = simulator.person(BUDI)

    async def call(self, method: str, /, **parameters: Any) -> Json:
        """The envelope of a call with urlencoded parameters."""
        data = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in parameters.items()
        }
        url = f"{self.address}/bot{TOKEN}/{method}"
        async with self.session.post(url, data=data) as response:
            answer: Json = await response.json()
            assert response.status == answer.get("error_code", 200)
            return answer

    async def upload(
        self, method: str, field: str, content: bytes, /, name: str = "foto.png", **parameters: str
    ) -> Json:
        """The envelope of a call with one file."""
        form = aiohttp.FormData(parameters)
        form.add_field(field, io.BytesIO(content), filename=name)
        url = f"{self.address}/bot{TOKEN}/{method}"
        async with self.session.post(url, data=form) as response:
            answer: Json = await response.json()
            return answer

    async def ok(self, method: str, /, **parameters: Any) -> Any:
        """The result of a call that succeeds."""
        answer = await self.call(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, /, **parameters: Any) -> str:
        """The description of a call that is refused."""
        answer = await self.call(method, **parameters)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def updates(self, offset: int = 0, **parameters: Any) -> list[Json]:
        """What waits for the bot now."""
        result: list[Json] = await self.ok("getUpdates", offset=offset, **parameters)
        return result

    async def forget_updates(self) -> int:
        """Confirm everything that waits; the offset of what comes next."""
        last = await self.updates(-1)
        offset = last[-1]["update_id"] + 1 if last else 0
        await self.updates(offset)
        return offset

    async def say(self, text: str = "Halo", **parameters: Any) -> Json:
        """Send Siti a message; the message."""
        message: Json = await self.ok("sendMessage", chat_id=SITI, text=text, **parameters)
        return message

    async def post(self, path: str, body: object) -> tuple[int, Any]:
        """A call of the people's side: status and JSON."""
        async with self.session.post(self.address + path, json=body) as response:
            return response.status, await response.json()

    async def get(self, path: str) -> Any:
        """JSON of the people's side."""
        async with self.session.get(self.address + path) as response:
            return await response.json()


def inline(*rows: list[Json]) -> Json:
    """An inline keyboard of these rows."""
    return {"inline_keyboard": list(rows)}


def button(text: str, data: str) -> Json:
    """A button with callback data."""
    return {"text": text, "callback_data": data}


def png(width: int = 640, height: int = 480) -> bytes:
    """The head of a PNG of this size, enough to be taken for a picture."""
    size = width.to_bytes(4) + height.to_bytes(4)
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + size + b"\x08\x02\x00\x00\x00"
