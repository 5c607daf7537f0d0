"""The bot's side of the simulator: one call in, one answer out.

It finds the method, keeps the record of calls and lets ordered faults happen. What a method does
stands in `methods`.
"""

import asyncio
import logging
import re
from typing import Any

from aiohttp import web

from bot.simulator.bot_side.older import check_older
from bot.simulator.bot_side.webhook import Webhook
from bot.simulator.bot_side.wire import Call, TooLargeError, answered, read_call, refused, too_large
from bot.simulator.errors import ApiError
from bot.simulator.methods import METHODS, updates
from bot.simulator.world import World

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_UPDATES = {name.lower(): (name, method) for name, method in updates.METHODS.items()}

_log = logging.getLogger(__name__)


class Api:
    """The Bot API of one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.webhook = Webhook(world, self.execute)

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Answer `/bot<token>/<method>`."""
        world = self._world
        if (wrong := self._token_fault(request.match_info["token"])) is not None:
            return refused(wrong)
        method = request.match_info["method"].lower()
        try:
            result = await self._carry_out(await read_call(method, request))
            response = answered(result)
        except TooLargeError:
            response = too_large()
        except ApiError as error:
            world.refusals.append((method, error.code, error.description))
            response = refused(error)
        if world.faults.latency_seconds > 0:
            await asyncio.sleep(world.faults.latency_seconds)
        if world.faults.lost_answers and world.faults.lose(method) and request.transport:
            request.transport.abort()
        return response

    async def load_file(self, request: web.Request) -> web.StreamResponse:
        """Answer `/file/bot<token>/<path>`."""
        if (wrong := self._token_fault(request.match_info["token"])) is not None:
            return refused(wrong)
        file = self._world.files.linked(request.match_info["path"])
        if file is None:
            return refused(ApiError(404, "Not Found"))
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def execute(self, call: Call) -> None:
        """Carry out a call that came as a webhook's answer; refusals are only logged."""
        try:
            await self._carry_out(call)
        except ApiError as error:
            _log.warning("The webhook's call of %s was refused: %s", call.method, error)

    async def _carry_out(self, call: Call) -> Any:
        world, method = self._world, call.method
        known = METHODS.get(method) or _UPDATES.get(method)
        name = "getUpdates" if method == "getupdates" else known[0] if known else method
        world.calls.append((name, call.recorded()))
        fault = world.faults.refuse(method, call.fields.get("chat_id"))
        if fault is not None and not fault.done:
            raise fault.error()
        result = await self._result(call)
        if fault is not None:
            raise fault.error()
        return result

    async def _result(self, call: Call) -> Any:
        world, method = self._world, call.method
        if world.faults.older:
            check_older(call)
        if method in METHODS:
            return METHODS[method][1](world, call)
        if method == "getupdates":
            return await updates.get_updates(world, self.webhook, call)
        if method in _UPDATES:
            return _UPDATES[method][1](world, self.webhook, call)
        _log.warning("The bot called %s, which this simulator does not know", method)
        raise ApiError(404, "Not Found: method not found")

    def _token_fault(self, token: str) -> ApiError | None:
        if token == self._world.bot.token:
            return None
        if _TOKEN.fullmatch(token):
            return ApiError(401, "Unauthorized")
        return ApiError(404, "Not Found")
