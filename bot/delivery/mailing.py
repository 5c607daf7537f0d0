"""Keeps the broadcasts going while the bot is connected, and Telegram's pauses across restarts."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.cluster.background import Background
from bot.delivery.sources.broadcaster import Broadcaster
from bot.errors import BotError
from bot.store.base import Drop, Keep, Put, Store, Write
from bot.store.codec.broadcasts import LANE, PAUSES, StoredPause

log = structlog.stdlib.get_logger(__name__)

STOP_SECONDS = 4.5
"""How long the end waits for the broadcasts; they finish what is on its way within 4 s."""


UNKNOWN_SECONDS = 3600.0
"""The most that is waited when it is not known for how long Telegram asked; it says so again."""


class Pausable(Protocol):
    """What can be told to let nothing leave for some seconds, and tells when it is (0: no more)."""

    on_pause: Callable[[float], None]

    def pause(self, seconds: float) -> None:
        """Let nothing leave for so long."""


@dataclass(frozen=True, slots=True)
class PauseKeeper:
    """Writes down every pause for all that Telegram demands (429), so that a restart obeys it too.

    A pause of one chat is not kept: after a restart Telegram would say so again, to that chat.
    """

    store: Store
    limiter: Pausable
    clock: Callable[[], datetime]
    _background: Background = field(default_factory=lambda: Background("pauses"))

    async def restore(self) -> None:
        """Pause as long as is left of the last pause, and listen for new ones."""
        with suppress(BotError):  # what cannot be read is no pause; Telegram will say so again
            if pause := await self.store.get(PAUSES, LANE):
                self._resume(pause)
        self.limiter.on_pause = self._note

    def _resume(self, pause: StoredPause) -> None:
        """Pause for the rest, but never longer than Telegram asked: the clock may be set back."""
        left = (pause.until - self.clock()).total_seconds()
        most = UNKNOWN_SECONDS if pause.seconds is None else pause.seconds
        if left > most:
            log.warning("pause_longer_than_demanded", left=left, seconds=most)
            left = most
        if left > 0:
            log.info("pause_resumed", seconds=left)
            self.limiter.pause(left)

    def _note(self, seconds: float) -> None:
        pause = StoredPause(self.clock() + timedelta(seconds=seconds), seconds)
        self._background.begin(self._write(pause if seconds else None))

    async def _write(self, pause: StoredPause | None) -> None:
        """Write a pause down unless the one that is written lasts longer; None ends it."""
        now = self.clock()

        def decide(known: StoredPause | None) -> tuple[Write[StoredPause], None]:
            if pause is None:
                return (Drop() if known else Keep()), None
            left = (known.until - now).total_seconds() if known else 0.0
            longest = known.seconds if known and known.seconds is not None else UNKNOWN_SECONDS
            lasts = known is not None and known.until >= pause.until and left <= longest
            return (Keep() if lasts else Put(pause)), None

        try:
            await self.store.update(PAUSES, LANE, decide)
        except BotError as error:
            log.warning("pause_not_stored", reason=str(error))

    async def finish(self) -> None:
        """Return when every pause is written down."""
        await self._background.finish()


@asynccontextmanager
async def mailing(broadcaster: Broadcaster, keeper: PauseKeeper) -> AsyncIterator[None]:
    """Send broadcasts while the block lasts. Whoever ends it has set the broadcaster's ``stop``."""
    await keeper.restore()
    work = Background("outbox")
    work.begin(broadcaster.serve())
    try:
        yield
    finally:
        broadcaster.notifier.ring()
        await work.stop(STOP_SECONDS)
        await broadcaster.give_up()  # nothing may outlive the store
        await keeper.finish()
