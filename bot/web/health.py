"""What watches the bot from outside: is it alive, may it serve, how does it fare.

``/healthz`` says only that the process answers; ``/readyz`` says why it should not be relied on, ``/health``
tells the facts, ``/metrics`` the numbers. Reads vitals that are handed to it. Names nobody.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Protocol

import orjson
from aiohttp import web

from bot.web.door import goodbye
from bot.web.metrics import metrics_page

FAILING_SECONDS = 10.0
"""So long may saving fail before a page answers 503: two trial writes of the store, less than the
three checks in a row that hosts wait for.
"""

UNHEARD_SECONDS = 90.0
"""So long may Telegram not answer: two polls of 40 s; one that hangs is given up after 55."""

UNTICKED_SECONDS = 180.0
"""So long may no tick come: three of the usual ones. With ``TICK_SECONDS`` above a minute, three of those."""

TICKS = 3

NOT_OPEN = "the store is not open"
"""Why a process that has just begun, or is about to end, cannot be relied on."""


class Vitals(Protocol):
    """What the pages ask of the process."""

    async def people(self) -> int:
        """Return how many people are stored."""

    def failing_seconds(self) -> float:
        """Return for how long nothing could be saved; 0 when all is well."""

    def has_writer(self) -> bool:
        """Say whether the store has what it writes with."""

    def unheard_seconds(self) -> float:
        """Return how long ago Telegram answered last."""

    def unticked_seconds(self) -> float:
        """Return how long ago the last tick ended."""

    def is_led(self) -> bool:
        """Say whether it is known who leads."""

    def unreadable(self) -> int:
        """Return how many documents need repair."""

    def release(self) -> tuple[str, str]:
        """Return the version of the program and that of its content."""

    def telegram_trouble(self) -> str | None:
        """Return what Telegram refuses at the moment; None when all is well."""

    async def gauges(self) -> Mapping[str, tuple[str, float]]:
        """Return what is measured as it is now, by name: in words and as a number."""


@dataclass(slots=True)
class HealthPage:
    """Says that the process lives, whom it serves, and whether it can save what they say."""

    vitals: Vitals | None = None
    """None while the store is not open."""

    tick_seconds: float = 60.0
    started: float = field(default_factory=time.monotonic)

    @contextmanager
    def knowing(self, vitals: Vitals) -> Iterator[None]:
        """Tell of an open store while the block lasts."""
        self.vitals = vitals
        try:
            yield
        finally:
            self.vitals = None

    async def show(self, _: web.Request) -> web.Response:
        """Answer with the facts; 503 when nothing could be saved for FAILING_SECONDS, or is not open."""
        vitals, uptime = self.vitals, int(time.monotonic() - self.started)
        if vitals is None:
            begun = {"ok": False, "uptime_seconds": uptime, "reasons": self.reasons()}
            return _answer(begun, is_well=False)
        failing = vitals.failing_seconds()
        version, content = vitals.release()
        facts: dict[str, Any] = {
            "ok": not failing,
            "people": await vitals.people(),
            "uptime_seconds": uptime,
            "not_saving_seconds": int(failing),
            "unreadable": vitals.unreadable(),
            "version": version,
            "content": content,
        }
        if trouble := vitals.telegram_trouble():
            facts |= {"ok": False, "telegram": trouble}
        return _answer(facts, is_well=failing < FAILING_SECONDS)

    async def alive(self, _: web.Request) -> web.Response:
        """Answer that the process answers; whoever restarts it asks this and nothing else."""
        return _answer({"ok": True}, is_well=True)

    async def ready(self, _: web.Request) -> web.Response:
        """Answer 503 with the reasons when the bot cannot be relied on."""
        reasons = self.reasons()
        return _answer({"ready": not reasons, "reasons": reasons}, is_well=not reasons)

    async def metrics(self, _: web.Request) -> web.Response:
        """Answer with all numbers, for Prometheus."""
        return await metrics_page(await self.vitals.gauges() if self.vitals else {})

    def reasons(self) -> list[str]:
        """Return why the bot cannot be relied on, in short words; nothing when it can."""
        vitals = self.vitals
        if vitals is None:
            return [NOT_OPEN]
        unticked = max(UNTICKED_SECONDS, TICKS * self.tick_seconds)
        found = {
            "the store cannot save": vitals.failing_seconds() >= FAILING_SECONDS,
            "the writer of the store is down": not vitals.has_writer(),
            "Telegram has not answered for 90 seconds": vitals.unheard_seconds() > UNHEARD_SECONDS,
            f"Telegram refuses: {vitals.telegram_trouble()}": bool(vitals.telegram_trouble()),
            "no tick came for three": vitals.unticked_seconds() > unticked,
            "nobody is known to lead": not vitals.is_led(),
        }
        return [reason for reason, is_so in found.items() if is_so]


def _answer(facts: dict[str, Any], *, is_well: bool) -> web.Response:
    status = HTTPStatus.OK if is_well else HTTPStatus.SERVICE_UNAVAILABLE
    body = orjson.dumps(facts)
    return goodbye(web.Response(body=body, status=status, content_type="application/json"))
