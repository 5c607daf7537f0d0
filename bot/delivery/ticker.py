"""One tick a minute: send what is due, and notice missed ticks and jumps of the clock.

APScheduler supplies the tick and nothing else; what is due comes from the stored data. Whether a tick
is due the monotonic clock says; the wall clock may jump either way between two ticks, and the next
one puts everything right.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.cluster.background import beside
from bot.cluster.leader import Leader, Unopposed
from bot.delivery.clock_watch import ClockLook, ClockWatch, elapsed_seconds
from bot.delivery.dispatcher import Dispatcher, Source
from bot.errors import BotError, StoreUnavailable
from bot.store.base import Put, Store, Write
from bot.store.codec.people import CLOCK_TRUSTED_FROM, LAST_TICK, TICKS, Tick

log = structlog.stdlib.get_logger(__name__)

MISSED_AFTER = timedelta(minutes=15)
"""A gap between two ticks that is worth telling."""

SLACK_SECONDS = 1.0
"""How much later than due a tick may come before it is pulled."""

FINISH_SECONDS = 1.0
"""How long a tick under way is waited for when the process stops.

It follows the grace of ``telegram.api.run``; both together stay below the 5 s a process may take.
"""

Missed = Callable[[datetime, datetime], Awaitable[None]]
"""Told that no tick ran between two moments (UTC)."""

Jumped = Callable[[datetime, datetime], Awaitable[None]]
"""Told what the clock should have shown, and what it shows (UTC)."""

TickStep = Callable[[], Awaitable[object]]


class DailyStep(Protocol):
    """What is done once a day. Must delete nothing while the clock is not trusted."""

    async def __call__(self, *, trusted: bool) -> None:
        """Do what is due."""


async def _nothing(*, trusted: bool = True) -> None:
    """Do nothing: for a bot that keeps nothing for a time only."""


async def _unheard(_was: datetime, _now: datetime) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class TickMark:
    """The monotonic moment at which a tick ended last; at first that of the start."""

    at: float = field(default_factory=time.monotonic)


@dataclass(frozen=True, slots=True)
class Worker:
    """What happens at each tick."""

    store: Store
    dispatcher: Dispatcher
    clock: Callable[[], datetime]
    missed: Missed
    clock_was_ahead: Callable[[], None] = lambda: None
    """Told that the clock was set back: what was planned by it is wrong."""

    jumped: Jumped = _unheard
    """Told once of each large jump of the clock, either way."""

    elapsed: Callable[[], float] = elapsed_seconds
    """Tells the seconds that have really passed."""

    daily: DailyStep = _nothing
    """Called last at every tick; does once a day what needs doing then."""

    leader: Leader = field(default_factory=Unopposed)
    """Says whether this graph leads: the others do not tick."""

    refresh: TickStep = _nothing
    """Called first at every tick: brings what this graph knows of schools up to date."""

    mark: TickMark = field(default_factory=TickMark)
    """When this worker ticked last."""

    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)
    _watch: ClockWatch = field(default_factory=ClockWatch)

    @property
    def is_busy(self) -> bool:
        """Whether a tick is under way."""
        return self._busy.locked()

    async def tick(self) -> None:
        """Do one tick. Whatever goes wrong is logged; the next tick tries again."""
        async with self._busy:
            await self._tick()
        self.mark.at = time.monotonic()

    async def finish(self) -> None:
        """Return when no tick is under way."""
        async with self._busy:
            pass

    async def _tick(self) -> None:
        epoch = await self.leader.lead()
        if epoch is None:
            return
        trusted = False
        try:
            trusted = await self._note_tick()
        except StoreUnavailable as error:
            log.error("tick_failed", reason=str(error))  # noqa: TRY400 -- our errors tell all in one line
            return  # what is sent now could not be noted, and would be sent again
        except BotError as error:
            log.error("tick_failed", reason=str(error))  # noqa: TRY400 -- the same
        except Exception:
            log.exception("tick_failed")
        if self.clock() < CLOCK_TRUSTED_FROM:
            return
        rounds = [partial(self._round, one) for one in self.dispatcher.sources]
        steps: list[TickStep] = [self.refresh, *rounds, partial(self.daily, trusted=trusted)]
        for step in steps:
            if not await self.leader.holds(epoch):
                log.warning("tick_given_up", epoch=epoch)  # paused for too long: another leads
                return
            try:
                await step()
            except BotError as error:
                log.error("tick_failed", reason=str(error))  # noqa: TRY400 -- the same
            except Exception:
                log.exception("tick_failed")

    async def _note_tick(self) -> bool:
        """Write down that there was a tick, tell what it shows of the clock; say whether to trust it."""
        now, elapsed, watch = self.clock(), self.elapsed(), self._watch
        if now < CLOCK_TRUSTED_FROM:
            log.warning("clock_impossible", now=now.isoformat())
            watch.remember(now, elapsed)
            return False

        def decide(last: Tick | None) -> tuple[Write[Tick], ClockLook]:
            seen = watch.look(last, now, elapsed)
            return Put(seen.tick), seen

        seen = await self.store.update(TICKS, LAST_TICK, decide)
        watch.remember(now, elapsed)
        await self._tell(seen)
        return seen.doubtful_until is None

    async def _tell(self, seen: ClockLook) -> None:
        if seen.has_jumped:
            was = seen.now - seen.jump
            log.warning("clock_jumped", was=was.isoformat(), now=seen.now.isoformat())
            if seen.jump < timedelta():
                self.clock_was_ahead()
            await self.jumped(was, seen.now)
        if seen.gap > MISSED_AFTER:
            since = seen.now - seen.gap
            minutes = seen.gap // timedelta(minutes=1)
            log.warning("ticks_missed", since=since.isoformat(), minutes=minutes)
            await self.missed(since, seen.now)

    async def _round(self, source: Source) -> None:
        tally = await source.round(self.dispatcher)
        if sent := sum(tally.values()) - tally["not_due"]:
            log.info("messages_handled", source=source.name, total=sent, **tally)


class _FromNow(BaseTrigger):  # type: ignore[misc] # APScheduler has no types
    """The next tick comes so long after now.

    APScheduler's own interval counts on from the tick before: it lists every one that was missed, ten
    years of them when the clock is set forward.
    """

    def __init__(self, seconds: float) -> None:
        self._pause = timedelta(seconds=seconds)

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """Return the moment of the next tick."""
        return now + self._pause


@asynccontextmanager
async def ticking(worker: Worker, seconds: float) -> AsyncIterator[None]:
    """Tick every so many seconds (the first time at once) while the block lasts.

    At the end a tick under way is waited for, because what was sent must also be recorded; whoever
    wants it short stops the dispatcher first.
    """
    scheduler = AsyncIOScheduler(timezone="UTC")
    pulse = _Pulse(worker)
    job = scheduler.add_job(
        pulse.beat,
        _FromNow(seconds),
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
        next_run_time=datetime.now(UTC),
    )
    scheduler.start()
    pulling = pulse.pull(seconds, lambda: job.modify(next_run_time=datetime.now(UTC)))
    try:
        async with beside(pulling, "ticks"):
            yield
    finally:
        scheduler.pause()
        with suppress(TimeoutError):
            await asyncio.wait_for(worker.finish(), FINISH_SECONDS)
        scheduler.shutdown(wait=False)


@dataclass(slots=True)
class _Pulse:
    """Counts the ticks, and has one begun when none came for too long by the monotonic clock.

    The scheduler reckons by the wall clock: set back by a day, it would be silent for a day.
    """

    worker: Worker
    beats: int = 0

    async def beat(self) -> None:
        """Do one tick."""
        self.beats += 1
        await self.worker.tick()

    async def pull(self, seconds: float, begin: Callable[[], None]) -> None:
        """Watch for ever that ticks come; ``begin`` lets the next one begin now."""
        while True:
            before = self.beats
            await asyncio.sleep(seconds + SLACK_SECONDS)
            if self.beats == before and not self.worker.is_busy:
                log.warning("tick_pulled")
                begin()
