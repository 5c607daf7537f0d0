"""Whether anything can be saved: from the first save that fails until a trial write succeeds.

Says so to whoever listens, once each time, and tries by itself, so that everything goes on when the
disk has room again. Must not know what is written.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

import structlog

from bot.errors import StoreUnavailable

log = structlog.stdlib.get_logger(__name__)

TRY_SECONDS: Final = 5.0
"""Between two trial writes: soon enough for people who repeat, rare enough for a disk in trouble."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Nothing can be saved, since when (monotonic seconds), and why."""

    cause: str
    since: float


@dataclass(slots=True)
class Pulse:
    """Follows the saves of one store."""

    attempt: Callable[[], Awaitable[None]]
    """Writes something that means nothing; raises OSError or StoreUnavailable."""

    recovered: Callable[[], Awaitable[None]]
    """Called when saving works again, before anybody is told."""

    tell: Callable[[Trouble, bool], None] = lambda _trouble, _over: None
    """Told of a trouble that begins, and again when it is over."""

    trouble: Trouble | None = None
    monotonic: Callable[[], float] = time.monotonic
    _trying: "asyncio.Task[None] | None" = field(default=None, init=False)

    @property
    def failing_seconds(self) -> float:
        """For how long nothing could be saved; 0 when all is well."""
        return self.monotonic() - self.trouble.since if self.trouble else 0.0

    def failed(self, error: StoreUnavailable) -> None:
        """Note a save that failed for a reason that is not its document's."""
        if self.trouble is None:
            self.trouble = Trouble(error.cause, self.monotonic())
            log.error("not_saving", path=str(error.path), cause=error.cause)
            self.tell(self.trouble, False)
            self._trying = asyncio.create_task(self._try())

    async def close(self) -> None:
        """Try no more."""
        if self._trying is not None:
            self._trying.cancel()
            with suppress(asyncio.CancelledError):
                await self._trying

    async def _try(self) -> None:
        while self.trouble is not None:
            await asyncio.sleep(TRY_SECONDS)
            try:
                await self.attempt()
                await self.recovered()
            except (OSError, StoreUnavailable) as error:
                log.warning("still_not_saving", cause=str(error))
                continue
            over, self.trouble = self.trouble, None
            log.warning("saving_again", after_seconds=round(self.monotonic() - over.since))
            self.tell(over, True)
