"""The events as a stream of server-sent events.

It must not know what the events mean.
"""

import orjson
from aiohttp import web

from bot.simulator.errors import Json
from bot.simulator.events import Events

_KEEP_ALIVE_SECONDS = 15.0


class Stream:
    """Sends events to as many watchers as come."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._closed = False

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Every event after `since` or Last-Event-ID, then each as it happens."""
        wish = request.headers.get("Last-Event-ID") or request.query.get("since", "")
        seen = int(wish) if wish.isdecimal() else self._events.last
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        while not self._closed:
            found = self._events.since(seen)
            if found is None:
                seen = self._events.last
                await response.write(_event(seen, {"type": "reset"}))
            elif found:
                seen = found[-1][0]
                await response.write(b"".join(_event(number, event) for number, event in found))
            elif not await self._events.wait(seen, _KEEP_ALIVE_SECONDS):
                await response.write(b": still here\n\n")
        return response

    def close(self) -> None:
        """End all streams."""
        self._closed = True
        self._events.wake()


def _event(number: int, event: Json) -> bytes:
    return b"id: %d\ndata: %s\n\n" % (number, orjson.dumps(event))
