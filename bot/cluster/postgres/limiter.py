"""One limit for the bot's token over all processes: moments to leave, given out by the database.

Who sends what first, and at what distance in one chat, each process decides for itself as ever
(``Gate``); only the moments come from the database, a few at a time. A 429 that silences all is told
to all. While the database is away little leaves: hardly anything could be answered anyway.
"""

import math
import time
from bisect import insort
from collections import deque
from collections.abc import Callable
from dataclasses import replace

import psycopg
import structlog

from bot.cluster.background import Background
from bot.cluster.departures import AHEAD_SECONDS, Departures, GivenSlots, give
from bot.cluster.postgres.departures import KnownDepartures, changed
from bot.cluster.rate_limit import BULK, REPLY, Gate, RateLimit
from bot.cluster.send_window import Limits
from bot.database.connections import Connections, DatabaseConnection
from bot.errors import StoreUnavailable

log = structlog.stdlib.get_logger(__name__)

EARLY_SECONDS = 0.05
"""So long before its moment bulk is let in, to be claimed meanwhile."""

MANY_PER_SECOND = 100
"""Where more may leave, as where messages are paid for, bulk is let in as soon as it has a moment: what is
claimed together is one write, and a reply needs none of its moments.
"""

LATE_SECONDS = 0.02
"""So late a moment can still be used, see ``SHARED_WINDOW_SECONDS``."""

ALONE_SHARE = 6
"""While the database is away each process takes this part of the limit."""


class GivenWindow:
    """The moments this process was given: its part of the window of all."""

    def __init__(self, early: float = EARLY_SECONDS) -> None:
        self.slots: tuple[deque[float], deque[float]] = (deque(), deque())
        self._early = early

    def room_from(self, lane: int) -> float:
        """Return the moment from which this lane may send; a reply may have one that bulk was given."""
        firsts = [self.slots[BULK][0]] if self.slots[BULK] else []
        if lane == BULK:
            return firsts[0] - self._early if firsts else math.inf
        return min([*firsts, *list(self.slots[REPLY])[:1]], default=math.inf)

    def leave(self, lane: int, _: float) -> float:
        """Use up one moment, and return it."""
        of_bulk, of_replies = self.slots[BULK], self.slots[REPLY]
        if lane == BULK or not of_replies or (of_bulk and of_bulk[0] < of_replies[0]):
            return of_bulk.popleft()
        return of_replies.popleft()

    def give_back(self, moment: float) -> None:
        """Let the next have a moment at which nothing left."""
        insort(self.slots[BULK], moment)

    def add(self, given: GivenSlots, shift: float, now: float) -> None:
        """Take moments of another clock; what has just passed is now."""
        for lane, slots in ((REPLY, given.replies), (BULK, given.bulk)):
            for slot in slots:
                insort(self.slots[lane], max(now, slot + shift))

    def lend(self, replies: int) -> None:
        """Give bulk the last moments of replies, where there are more of them than replies wait."""
        of_bulk, of_replies = self.slots[BULK], self.slots[REPLY]
        while len(of_replies) > replies:
            insort(of_bulk, of_replies.pop())

    def forget(self, before: float) -> None:
        """Let moments go that nobody used."""
        for slots in self.slots:
            while slots and slots[0] < before:
                slots.popleft()


class ClockShift:
    """How far our clock is from the database's: an answer only tells between which bounds.

    Without it a moment would be as late as the answer that brings it.
    """

    def __init__(self) -> None:
        self._shift = math.inf

    def told(self, asked: float, there: float, here: float) -> float:
        """Return it after an answer that was asked for and came at these moments."""
        self._shift = max(asked - there, min(self._shift, here - there))
        return self._shift


class SharedRateLimit(RateLimit):
    """The limiter of one process among several."""

    late_seconds = LATE_SECONDS

    def __init__(
        self,
        limits: Limits,
        connections: Connections,
        token: str,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        is_fast = limits.per_second > MANY_PER_SECOND
        self._window = GivenWindow(AHEAD_SECONDS if is_fast else EARLY_SECONDS)
        self._clock = ClockShift()
        super().__init__(limits, now, Gate(limits, self._window))
        self._limits = limits
        self._connections = connections
        self._token = token
        self._background = Background("rate limit")
        self._asking = False
        self._ask_from = (-math.inf, -math.inf)

    def pause(self, seconds: float, chat: int | None = None) -> None:
        """See `RateLimiter.pause`; what silences all is told to all."""
        before = self.paused_for
        super().pause(seconds, chat)
        if self.paused_for > before:
            self._background.begin(self._tell_pause(self.paused_for))

    def hear(self, chat: int) -> None:
        """See `RateLimiter.hear`; that it is over, too."""
        before = self.paused_for
        super().hear(chat)
        if before and not self.paused_for:
            self._background.begin(self._tell_pause(0.0))

    async def finish(self) -> None:
        """Return when nothing is asked of the database any more."""
        await self._background.stop(1.0)

    def _pump(self) -> None:
        now = self._now()
        self._window.forget(now - LATE_SECONDS)
        self._window.lend(self._gate.ready[REPLY])
        super()._pump()
        if len(self._window.slots[REPLY]) > self._gate.ready[REPLY]:  # a reply took one of bulk's
            self._window.lend(self._gate.ready[REPLY])
            self._pump_at(self._gate.opens_at())
        wanted = self._wanted()
        if not any(wanted) or self._asking:
            return
        if now < self._gate.pauses.opens:
            self._pump_at(self._gate.pauses.opens)  # whoever has no moment yet asks for it then
            return
        askable = (
            wanted[REPLY] if now >= self._ask_from[REPLY] else 0,
            wanted[BULK] if now >= self._ask_from[BULK] else 0,
        )
        if not any(askable):
            waits = (moment for moment, count in zip(self._ask_from, wanted, strict=True) if count)
            self._pump_at(min(*waits, self._gate.opens_at()))
            return
        self._asking = True
        self._background.begin(self._ask(*askable))

    def _wanted(self) -> tuple[int, int]:
        """Return for how many replies, and how much bulk, there is no moment yet."""
        replies, bulk = self._gate.ready
        of_replies, of_bulk = map(len, self._window.slots)
        return max(0, replies - of_replies), max(0, bulk - of_bulk)

    async def _ask(self, replies: int, bulk: int) -> None:
        now_wanted = self._wanted()  # by now perhaps a whole group waits, of which one came first
        replies, bulk = (replies and now_wanted[REPLY]), (bulk and now_wanted[BULK])
        asked = self._now()
        try:
            given, there, paused = await self._given(replies, bulk)
            # What bulk has to wait for is nothing to a reply that comes meanwhile.
            is_full = len(given.replies) < replies
        except (StoreUnavailable, psycopg.Error) as error:
            log.warning("rate_limit_alone", reason=getattr(error, "cause", repr(error)))
            asked = there = self._now()
            pace = ALONE_SHARE / self._limits.per_second
            given = GivenSlots((there,), (), there + pace, Departures())
            paused, is_full = None, True
            shift = 0.0
        else:
            shift = self._clock.told(asked, there, self._now())
        finally:
            self._asking = False
        here = self._now()
        self._window.add(given, shift, here)
        again = max(here, given.again + shift) if math.isfinite(given.again) else here
        self._ask_from = (
            again if is_full else here,
            again if bulk or is_full else self._ask_from[BULK],
        )
        if paused is not None:
            self._obey(paused, here)
        self._pump()

    def _obey(self, seconds: float, here: float) -> None:
        """Be silent as long as another process was told to be."""
        if seconds > self.paused_for + 1:
            self._gate.pauses.demand_all(seconds, here)

    async def _given(self, replies: int, bulk: int) -> tuple[GivenSlots, float, float]:
        """Return moments, what time it is there, and for how many seconds all are silent."""

        def decide(
            known: KnownDepartures, now: float
        ) -> tuple[KnownDepartures, tuple[GivenSlots, float, float]]:
            given = give(known.given, self._limits, now, replies=replies, bulk=bulk)
            after = replace(known, given=given.after)
            return after, (given, now, max(0.0, known.paused_until - now))

        async def asked(connection: DatabaseConnection) -> tuple[GivenSlots, float, float]:
            return await changed(connection, self._token, decide)

        return await self._connections.run(asked)

    async def _tell_pause(self, seconds: float) -> None:
        def decide(known: KnownDepartures, now: float) -> tuple[KnownDepartures, None]:
            return known.pause(seconds, now), None

        async def said(connection: DatabaseConnection) -> None:
            await changed(connection, self._token, decide)

        try:
            await self._connections.run(said)
        except StoreUnavailable as error:
            log.warning("pause_not_told", reason=error.cause)
