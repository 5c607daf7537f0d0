"""The health page: that the process lives, whom it serves, and whether it can save what they say.

Reads vitals that are handed to it; whatever else is to be told of a running bot (issue 13: metrics) reads
the same ones. Names nobody.
"""

import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Protocol

import orjson
from aiohttp import web

from bot.web.door import goodbye

FAILING_SECONDS = 10.0
"""So long may saving fail before /health answers 503: two trial writes of the store, less than the
three checks in a row that hosts wait for.
"""


class Vitals(Protocol):
    """What the health page asks of the process."""

    async def people(self) -> int:
        """Return how many people are stored."""

    def failing_seconds(self) -> float:
        """Return for how long nothing could be saved; 0 when all is well."""

    def unreadable(self) -> int:
        """Return how many documents need repair."""

    def release(self) -> tuple[str, str]:
        """Return the version of the program and that of its content."""

    def telegram_trouble(self) -> str | None:
        """Return what Telegram refuses at the moment; None when all is well."""


@dataclass(frozen=True, slots=True)
class HealthPage:
    """Says that the process lives, whom it serves, and whether it can save what they say."""

    vitals: Vitals
    started: float = field(default_factory=time.monotonic)

    async def show(self, _: web.Request) -> web.Response:
        """Answer with the facts; 503 when nothing could be saved for FAILING_SECONDS."""
        failing = self.vitals.failing_seconds()
        version, content = self.vitals.release()
        facts: dict[str, Any] = {
            "ok": not failing,
            "people": await self.vitals.people(),
            "uptime_seconds": int(time.monotonic() - self.started),
            "not_saving_seconds": int(failing),
            "unreadable": self.vitals.unreadable(),
            "version": version,
            "content": content,
        }
        if trouble := self.vitals.telegram_trouble():
            facts |= {"ok": False, "telegram": trouble}
        ill = failing >= FAILING_SECONDS
        status = HTTPStatus.SERVICE_UNAVAILABLE if ill else HTTPStatus.OK
        return goodbye(
            web.Response(body=orjson.dumps(facts), status=status, content_type="application/json")
        )
