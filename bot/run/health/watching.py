"""Looks now and then at what nobody else reports: a full disk, a silent Telegram, many refusals.

Tells the log, and whoever runs the bot once per cause and day. Must not mend anything.
"""

import asyncio
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from bot.app.alarm import Alarm
from bot.cluster.clock import Sleep
from bot.metrics import METER, Meter

log = structlog.stdlib.get_logger(__name__)

LOOK_SECONDS = 10.0

DEAF_SECONDS = 50.0
"""So long without an answer is noticed: a poll without news lasts 30 s, one that hangs is given up after 55."""

LEAST_FREE = 200 << 20
"""Bytes. A document of a teacher is some 10 kB; this is room for a week of 10,000 and a backup."""

MOST_REFUSALS = 100
"""In an hour; what Telegram refuses in earnest is a handful: a message that is gone, a chat that was left."""

HOUR = 3600.0

REFUSED = ("400", "401", "404", "409", "413", "429")
"""Outcomes of calls. 403 is somebody who blocked the bot, which is her good right."""


def refusals_in(meter: Meter) -> int:
    """Return how many calls were refused since the start."""
    calls = meter.counts.get("api_calls", {})
    return sum(count for (_, outcome), count in calls.items() if outcome in REFUSED)


@dataclass(slots=True)
class Watch:
    """What was seen at the looks before."""

    alarm: Alarm
    data: Path | None
    """The data directory; None when nothing is kept on a disk."""

    unheard: Callable[[], float]
    """Tells how many seconds ago Telegram answered last."""

    meter: Meter = field(default_factory=lambda: METER)
    monotonic: Callable[[], float] = time.monotonic
    _deaf_since: float | None = None
    _refusals: list[tuple[float, int]] = field(default_factory=list)

    async def keep(self, sleep: Sleep = asyncio.sleep) -> None:
        """Look for ever."""
        while True:
            self.look()
            await sleep(LOOK_SECONDS)

    def look(self) -> None:
        """Look once."""
        for seen in (self._hearing, self._disk, self._refused):
            try:
                seen()
            except OSError as error:
                log.info("not_watched", what=seen.__name__, reason=type(error).__name__)

    def _hearing(self) -> None:
        unheard = self.unheard()
        if unheard >= DEAF_SECONDS and self._deaf_since is None:
            self._deaf_since = self.monotonic() - unheard
            log.warning("telegram_silent", seconds=int(unheard))
        elif unheard < DEAF_SECONDS and self._deaf_since is not None:
            lasted = self.monotonic() - unheard - self._deaf_since
            self._deaf_since = None
            log.info("telegram_heard_again", seconds=int(lasted))
            minutes = max(1, round(lasted / 60))
            self.alarm.once("deaf", self.alarm.texts.say("admin-deaf", minutes=minutes))

    def _disk(self) -> None:
        if self.data is None:
            return
        free = shutil.disk_usage(self.data).free
        if free < LEAST_FREE:
            words = self.alarm.texts.say("admin-disk", megabytes=free >> 20)
            self.alarm.once("disk", words)

    def _refused(self) -> None:
        now, refused = self.monotonic(), refusals_in(self.meter)
        self._refusals = [*_since(now - HOUR, self._refusals), (now, refused)]
        lately = refused - self._refusals[0][1]
        if lately > MOST_REFUSALS:
            self.alarm.once("refusals", self.alarm.texts.say("admin-refusals", count=lately))


def _since(moment: float, looks: Iterable[tuple[float, int]]) -> list[tuple[float, int]]:
    return [(at, count) for at, count in looks if at >= moment]
