"""One tick a minute: send what is due, and notice when ticks were missed.

APScheduler supplies the tick and nothing else; what is due comes from the stored data. The wall
clock may jump between two ticks: the next one puts everything right.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.errors import BotError, StoreUnavailable
from bot.outbox.sender import Sender
from bot.store.base import Put, Store, Write
from bot.store.codec import LAST_TICK, TICKS, Tick

log = structlog.stdlib.get_logger(__name__)

MISSED_AFTER = timedelta(minutes=15)
"""A gap between two ticks that is worth telling."""

AHEAD = timedelta(hours=1)
"""A clock that was ahead by more has noted days that have not come; less changes no plan."""

FINISH_SECONDS = 1.0
"""How long a tick under way is waited for when the process stops.

It follows the grace of ``telegram.run``; both together stay below the 5 s a process may take.
"""

Missed = Callable[[datetime, datetime], Awaitable[None]]
"""Told that no tick ran between two moments (UTC)."""

Asked = Callable[[], Awaitable[None]]


async def _nothing() -> None:
    """Do nothing: for a bot without schools."""


@dataclass(frozen=True, slots=True)
class Worker:
    """What happens at each tick."""

    store: Store
    sender: Sender
    clock: Callable[[], datetime]
    missed: Missed
    asked: Asked = _nothing
    """Carries out what coordinators asked for."""

    clock_was_ahead: Callable[[], None] = lambda: None
    """Told that the last tick lies in the future: what was planned by that clock is wrong."""

    daily: Asked = _nothing
    """Called at every tick; does once a day what needs doing once a day."""

    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def tick(self) -> None:
        """Do one tick. Whatever goes wrong is logged; the next tick tries again."""
        async with self._busy:
            await self._tick()

    async def finish(self) -> None:
        """Return when no tick is under way."""
        async with self._busy:
            pass

    async def _tick(self) -> None:
        for step in (self._note_tick, self._send_due, self.asked, self.daily):
            try:
                await step()
            except BotError as error:
                log.error("tick_failed", reason=str(error))  # noqa: TRY400 -- our errors tell all in one line
                if step == self._note_tick and isinstance(error, StoreUnavailable):
                    return  # what is sent now could not be noted, and would be sent again
            except Exception:
                log.exception("tick_failed")

    async def _note_tick(self) -> None:
        """Write down that there was a tick, and tell what the one before it shows of the clock."""
        now = self.clock()
        before = await self.store.update(TICKS, LAST_TICK, lambda last: _ticked(last, now))
        if before is None:
            return
        if now - before > MISSED_AFTER:
            minutes = (now - before) // timedelta(minutes=1)
            log.warning("ticks_missed", since=before.isoformat(), minutes=minutes)
            await self.missed(before, now)
        if before - now > AHEAD:
            log.warning("clock_was_ahead", until=before.isoformat())
            self.clock_was_ahead()

    async def _send_due(self) -> None:
        tally = await self.sender.send_due()
        if sent := sum(tally.values()) - tally["not_due"]:
            log.info("reminders_handled", total=sent, **tally)


def _ticked(last: Tick | None, now: datetime) -> tuple[Write[Tick], datetime | None]:
    return Put(Tick(at=now)), last.at if last else None


@asynccontextmanager
async def ticking(worker: Worker, seconds: float) -> AsyncIterator[None]:
    """Tick every so many seconds (the first time at once) while the block lasts.

    At the end a tick under way is waited for, because what was sent must also be recorded; whoever
    wants it short stops the sender first.
    """
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        worker.tick,
        "interval",
        seconds=seconds,
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
        next_run_time=datetime.now(scheduler.timezone),
    )
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        with suppress(TimeoutError):
            await asyncio.wait_for(worker.finish(), FINISH_SECONDS)
        scheduler.shutdown(wait=False)
