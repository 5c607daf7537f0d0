"""What the health page may know of a running bot. Names nobody."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from bot import __version__
from bot.delivery.ticker import Worker
from bot.run.wiring import Wiring
from bot.store.codec.broadcasts import BROADCAST_DUE, BROADCASTS
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE, PERSON_DUE
from bot.telegram.api.app import Edge

LAGS = (0, 60, 300, 900, 3600)
"""Seconds after which what is due is counted apart: how late messages are."""


@dataclass(frozen=True, slots=True)
class BotVitals:
    """Reads them from the parts and their edge; costs no reading of documents."""

    parts: Wiring
    edge: Edge
    worker: Worker
    ticks: bool = True
    """Whether this process works by the clock; of one that does not nobody expects it."""

    async def people(self) -> int:
        """Return how many people are stored."""
        return await self.parts.store.count(PEOPLE)

    def failing_seconds(self) -> float:
        """Return for how long nothing could be saved."""
        return self.parts.store.pulse.failing_seconds

    def has_writer(self) -> bool:
        """Say whether the store has what it writes with."""
        return self.parts.store.has_writer

    def unheard_seconds(self) -> float:
        """Return how long ago Telegram answered last."""
        return time.monotonic() - self.edge.answered_at

    def unticked_seconds(self) -> float:
        """Return how long ago the last tick ended."""
        return time.monotonic() - self.worker.mark.at if self.ticks else 0.0

    def is_led(self) -> bool:
        """Say whether it is known who leads."""
        return not self.ticks or self.parts.leader.is_known()

    def unreadable(self) -> int:
        """Return how many documents need repair."""
        return sum(self.parts.store.unreadable(kind) for kind in KINDS)

    def release(self) -> tuple[str, str]:
        """Return the version of the program and that of its content."""
        return __version__, self.parts.world.version

    def telegram_trouble(self) -> str | None:
        """Return what Telegram refuses at the moment."""
        return self.edge.doubt.trouble

    async def gauges(self) -> Mapping[str, tuple[str, float]]:
        """Return what is measured as it is now, from the index only."""
        store, now = self.parts.store, self.parts.clock().timestamp()
        found: dict[str, tuple[str, float]] = {
            "people": ("People stored", await self.people()),
            "unreadable": ("Documents that need repair", self.unreadable()),
            "not_saving_seconds": ("For how long nothing can be saved", self.failing_seconds()),
            "unheard_seconds": ("Since Telegram answered last", self.unheard_seconds()),
            "unticked_seconds": ("Since the last tick", self.unticked_seconds()),
            "broadcasts": (
                "Broadcasts with something left to send",
                await store.count(BROADCASTS, BROADCAST_DUE.up_to(float("inf"))),
            ),
        }
        backups = self.parts.backups.state
        if backups and (age := backups.age(self.parts.clock())) is not None:
            found["backup_age_seconds"] = ("Age of the newest backup", age.total_seconds())
        for lag in LAGS:
            since = f"due for {lag} seconds or longer"
            late = await store.count(PEOPLE, PERSON_DUE.up_to(now - lag))
            found[f"due_for_{lag}_seconds"] = (f"Messages {since}", late)
            late = await store.count(BROADCASTS, BROADCAST_DUE.up_to(now - lag))
            found[f"broadcasts_due_for_{lag}_seconds"] = (f"Broadcasts and letters {since}", late)
        return found
